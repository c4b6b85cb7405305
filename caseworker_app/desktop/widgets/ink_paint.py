"""Paints ink."""

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen

from caseworker_app.desktop.theme import look
from caseworker_app.desktop.widgets.ink import pieces
from caseworker_app.model.visit import Stroke


def paint_stroke(painter: QPainter, stroke: Stroke, newest: int = 0) -> None:
    """Paint a stroke in its own coordinates, or only its ``newest`` pieces."""
    colour = look.paint(look.current().colours.ink)
    drawn = list(pieces(stroke))
    for piece in drawn[-newest:] if newest else drawn:
        path = QPainterPath(QPointF(*piece.start))
        path.quadTo(QPointF(*piece.control), QPointF(*piece.end))
        round_cap, round_join = Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin
        painter.strokePath(
            path, QPen(colour, piece.width, Qt.PenStyle.SolidLine, round_cap, round_join)
        )
