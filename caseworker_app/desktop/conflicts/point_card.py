"""One unit in dispute: three columns, and the choice between them."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QLineEdit, QVBoxLayout, QWidget

from caseworker_app.desktop.conflicts.presenter import NOW, OWN, WANTED, Column, PointView
from caseworker_app.desktop.theme import look
from caseworker_app.desktop.theme.tokens import Gap, Shade, Text
from caseworker_app.desktop.tongue import tr
from caseworker_app.desktop.widgets.card import Card
from caseworker_app.desktop.widgets.choice import Choice
from caseworker_app.desktop.widgets.field import Field
from caseworker_app.desktop.widgets.label import Label
from caseworker_app.desktop.widgets.money_edit import MoneyEdit
from caseworker_app.model.values import Fen

_DIGITS = 15
"""Of a number at the most: more are no count of anything."""
_WORDS = {NOW: tr("按现在的"), WANTED: tr("按想改成的"), OWN: tr("另填")}


class PointCard(Card):
    """Arrow keys choose, Tab goes on."""

    chose = Signal(str, str)
    """Path and side."""
    typed = Signal(str, object)
    """Path and the third value; None where what was typed is none."""

    def __init__(self, point: PointView) -> None:
        super().__init__(point.label)
        self.path = point.path
        self.columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self.columns.setSpacing(look.current().px(Gap.LARGE))
        for name, column in (
            (tr("原来"), point.base),
            (tr("现在"), point.now),
            (tr("想改成"), point.wanted),
        ):
            self.columns.addWidget(_column(name, column), 1)
        self.body.addLayout(self.columns)
        sides = [NOW, WANTED, *([OWN] if point.is_free else [])]
        self.choice = Choice([(side, _WORDS[side]) for side in sides], point.side)
        self.choice.setAccessibleName(tr("{label}以哪个为准", label=point.label))
        self.add(self.choice)
        self.own = _field(point)
        self._own = Field(tr("另填的内容"), self.own)
        self._own.setVisible(point.side == OWN)
        self.add(self._own)
        self._is_number = point.is_number
        self.choice.picked.connect(self._pick)
        if isinstance(self.own, MoneyEdit):
            self.own.changed.connect(self._take)
            self.own.refused.connect(self._own.set_error)
        else:
            self.own.textEdited.connect(self._type)

    def _pick(self, side: str) -> None:
        self._own.setVisible(side == OWN)
        self.chose.emit(self.path, side)
        if side == OWN:
            self.own.setFocus()

    def _take(self, fen: Fen | None) -> None:
        self._own.set_error("")
        self.typed.emit(self.path, fen)

    def _type(self, text: str) -> None:
        said = text.strip()
        if self._is_number:
            self._own.set_error("" if said.isdecimal() else tr("这一栏只填数字"))
            self.typed.emit(self.path, int(said) if said.isdecimal() else None)
        else:
            self.typed.emit(self.path, said or None)


def _field(point: PointView) -> MoneyEdit | QLineEdit:
    """Return where a third value is typed, with the one that was typed before."""
    if point.is_money:
        return MoneyEdit(fen=point.own if isinstance(point.own, int) else None)
    line = QLineEdit("" if point.own is None else str(point.own))
    if point.is_number:
        line.setMaxLength(_DIGITS)
    return line


def _column(name: str, column: Column) -> QWidget:
    widget = QWidget()
    lines = QVBoxLayout(widget)
    lines.setContentsMargins(0, 0, 0, 0)
    lines.setSpacing(look.current().px(Gap.TINY))
    lines.addWidget(Label(name, Text.SMALL, Shade.SECOND))
    lines.addWidget(Label(column.value, Text.STRONG, wrap=True))
    if column.by:
        lines.addWidget(Label(column.by, Text.SMALL, Shade.SECOND, wrap=True))
    lines.addStretch()
    return widget
