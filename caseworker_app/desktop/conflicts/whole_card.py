"""A record that is taken or left as a whole, with what it says."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout

from caseworker_app.desktop.conflicts.presenter import NOW, WANTED, ConflictView
from caseworker_app.desktop.theme import look
from caseworker_app.desktop.theme.tokens import Gap, Shade, Text
from caseworker_app.desktop.tongue import tr
from caseworker_app.desktop.widgets.card import Card
from caseworker_app.desktop.widgets.choice import Choice
from caseworker_app.desktop.widgets.label import Label


class WholeCard(Card):
    """采纳 or 不采纳; arrow keys choose."""

    chose = Signal(str)

    def __init__(self, view: ConflictView) -> None:
        super().__init__(tr("这份材料写的是"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(look.current().px(Gap.LARGE))
        grid.setVerticalSpacing(look.current().px(Gap.SMALL))
        grid.setColumnStretch(1, 1)
        for at, point in enumerate(view.points):
            grid.addWidget(Label(point.label, Text.BODY, Shade.SECOND, wrap=True), at, 0)
            grid.addWidget(Label(point.wanted.value, Text.BODY, wrap=True), at, 1)
        self.body.addLayout(grid)
        if view.rest:
            self.add(Label(view.rest, Text.SMALL, Shade.SECOND, wrap=True))
        side = view.points[0].side if view.points else ""
        self.choice = Choice([(WANTED, tr("采纳")), (NOW, tr("不采纳"))], side)
        self.choice.setAccessibleName(tr("采纳还是不采纳"))
        self.choice.picked.connect(self.chose)
        self.add(self.choice)
