"""The explanation as a tree that opens downwards: what, how much, by which article."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from caseworker_app.desktop.determination.grounds import Ground
from caseworker_app.desktop.theme import look
from caseworker_app.desktop.theme.tokens import Gap, Shade, Text
from caseworker_app.desktop.tongue import tr
from caseworker_app.desktop.widgets.label import Label

_SIDE = 24
_LOUD = 2
"""Levels of the tree whose labels are strong."""


class GroundWidget(QWidget):
    """One step; the arrow (or space) shows and hides the steps it was made of.

    These are built when they are first shown: a whole tree has a hundred.
    """

    def __init__(
        self, ground: Ground, depth: int = 0, opened: frozenset[str] = frozenset()
    ) -> None:
        super().__init__()
        px = look.current().px
        self.path = ground.label
        self._below = ground.parts
        self._depth, self._opened = depth, opened
        self.toggle = QToolButton(self)
        self.toggle.setAutoRaise(True)
        self.toggle.setFixedSize(px(_SIDE), px(_SIDE))
        self.toggle.setAccessibleName(tr("{label} 的依据", label=ground.label))
        self.parts = QWidget()
        self._inner = QVBoxLayout(self.parts)
        self._inner.setContentsMargins(px(_SIDE), 0, 0, 0)
        self._inner.setSpacing(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, px(Gap.TINY), 0, px(Gap.TINY))
        column.setSpacing(px(2))
        column.addLayout(self._line(ground, depth))
        column.addWidget(self.parts)
        self.toggle.setVisible(bool(ground.parts))  # laid out before: alone it would be a window
        self.toggle.clicked.connect(lambda: self.show_parts(shown=self.parts.isHidden()))
        self.show_parts(shown=bool(ground.parts) and (depth == 0 or ground.label in opened))

    def show_parts(self, *, shown: bool) -> None:
        if shown:
            for part in self._below:
                self._inner.addWidget(GroundWidget(part, self._depth + 1, self._opened))
            self._below = ()
        self.parts.setVisible(shown)
        self.toggle.setArrowType(Qt.ArrowType.DownArrow if shown else Qt.ArrowType.RightArrow)

    def opened(self) -> frozenset[str]:
        """Return the labels of the steps that are open, for showing a new answer alike."""
        every = (self, *self.findChildren(GroundWidget))
        return frozenset(g.path for g in every if not g.parts.isHidden())

    def _line(self, ground: Ground, depth: int) -> QHBoxLayout:
        px = look.current().px
        words = QVBoxLayout()
        words.setSpacing(px(2))
        head = QHBoxLayout()
        head.setSpacing(px(Gap.MEDIUM))
        head.addWidget(
            Label(ground.label, Text.STRONG if depth < _LOUD else Text.BODY, wrap=True), 1
        )
        head.addWidget(Label(ground.value, Text.STRONG))
        words.addLayout(head)
        if ground.formula:
            words.addWidget(Label(ground.formula, Text.BODY, Shade.SECOND, wrap=True))
        below = " · ".join(filter(None, (ground.articles, ground.source)))
        if below:
            words.addWidget(Label(below, Text.SMALL, Shade.THIRD, wrap=True))
        line = QHBoxLayout()
        line.setSpacing(px(Gap.TINY))
        if ground.parts:
            line.addWidget(self.toggle, 0, Qt.AlignmentFlag.AlignTop)
        else:
            line.addSpacing(px(_SIDE + Gap.TINY))
        line.addLayout(words, 1)
        return line
