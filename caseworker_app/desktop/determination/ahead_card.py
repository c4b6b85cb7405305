"""接下来由谁办: the steps of the office after the visit is sealed."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from caseworker_app.desktop.determination.presenter import Ahead, AheadRow
from caseworker_app.desktop.step.page import clear
from caseworker_app.desktop.theme import look
from caseworker_app.desktop.theme.tokens import Gap, Shade, Text
from caseworker_app.desktop.tongue import joined, tr
from caseworker_app.desktop.widgets.card import Card
from caseworker_app.desktop.widgets.label import Label

_NUMBER = 20


class AheadCard(Card):
    def __init__(self) -> None:
        super().__init__(tr("接下来由谁办"))
        px = look.current().px
        self.head.addWidget(
            Label(tr("封存以后的步骤，依办理日施行的规定"), Text.SMALL, Shade.THIRD)
        )
        self.rows = QVBoxLayout()
        self.rows.setSpacing(px(Gap.SMALL))
        self.body.addLayout(self.rows)
        self.spared = Label("", Text.SMALL, Shade.THIRD, wrap=True)
        self.add(self.spared)
        self._shown: Ahead | None = None

    def show_ahead(self, ahead: Ahead) -> None:
        if ahead == self._shown:
            return
        self._shown = ahead
        clear(self.rows)
        for number, row in enumerate(ahead.rows, 1):
            self.rows.addWidget(_Row(number, row))
        self.spared.setText(tr("不需要：{spared}。", spared=ahead.spared))
        self.spared.setToolTip(ahead.reasons)
        self.spared.setVisible(bool(ahead.spared))


class _Row(QWidget):
    """Number, what and by which rule, who."""

    def __init__(self, number: int, row: AheadRow) -> None:
        super().__init__()
        px = look.current().px
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(px(Gap.SMALL))
        count = Label(str(number), Text.STRONG, Shade.SECOND)
        count.setFixedWidth(px(_NUMBER))
        line.addWidget(count, 0, Qt.AlignmentFlag.AlignTop)
        told = QVBoxLayout()
        told.setSpacing(0)
        told.addWidget(Label(row.what, wrap=True))
        told.addWidget(Label(row.rule, Text.SMALL, Shade.THIRD, wrap=True))
        line.addLayout(told, 1)
        line.addWidget(Label(row.who, Text.SMALL, Shade.SECOND), 0, Qt.AlignmentFlag.AlignTop)
        self.setToolTip(row.why)
        self.setAccessibleName(
            joined(tr("第{number}步：{what}", number=number, what=row.what), row.who, row.rule)
        )
