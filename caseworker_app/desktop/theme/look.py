"""The look in force: light or dark, and the one factor every figure is multiplied by."""

from dataclasses import dataclass
from functools import cache

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFont, QPainter

from caseworker_app.desktop.theme.tokens import DARK, LIGHT, Colours, Pair, Shade, Text, Tone

_FULL = {Shade.SECOND: Shade.TEXT, Shade.THIRD: Shade.SECOND}
_LEAST = Text.BODY

FAMILIES = ["Noto Sans SC", "HanaMinB"]


@cache
def paint(name: str) -> QColor:
    """Return the colour of ``#RRGGBB``."""
    return QColor(name)


def fill(painter: QPainter, rect: QRect, colour: str) -> None:
    """Fill a rectangle. ``fillRect`` would load the gradients, which nothing here uses."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(paint(colour))
    painter.drawRect(rect)


@cache
def _font(pixels: int, weight: int) -> QFont:
    font = QFont(FAMILIES)
    font.setPixelSize(pixels)
    font.setWeight(QFont.Weight(weight))
    return font


@dataclass(frozen=True, slots=True)
class Look:
    """Light or dark, the scale, and 长辈版: no small letters, no faint ones."""

    dark: bool = False
    scale: float = 1.0
    large: bool = False

    @property
    def colours(self) -> Colours:
        return DARK if self.dark else LIGHT

    def px(self, figure: float) -> int:
        """Return a figure of the tokens in pixels of this look."""
        return round(figure * self.scale)

    def font(self, text: Text) -> QFont:
        least = _LEAST.pixels if self.large else 0
        return _font(self.px(max(text.pixels, least)), text.weight)

    def shade(self, shade: Shade) -> QColor:
        return paint(getattr(self.colours, _FULL.get(shade, shade) if self.large else shade))

    def tone(self, tone: Tone) -> Pair:
        return self.colours.tones[tone]


class _InForce:
    """There is one look as there is one application."""

    look = Look()


def current() -> Look:
    """Return the look ``style.apply`` put on the application; plain light before that."""
    return _InForce.look


def remember(look: Look) -> None:
    _InForce.look = look
