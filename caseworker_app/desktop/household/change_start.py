"""家庭变化, the beginning: what registers show already, and what else may have happened."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from caseworker_app.desktop.comparison.line import Line, go
from caseworker_app.desktop.household.change_view import GROUPS, HintRow
from caseworker_app.desktop.step.inner import InnerPage
from caseworker_app.desktop.step.page import rule
from caseworker_app.desktop.theme import look
from caseworker_app.desktop.theme.tokens import Gap, Shade, Text
from caseworker_app.desktop.tongue import joined, spoken, tr
from caseworker_app.desktop.widgets.button import Button
from caseworker_app.desktop.widgets.card import Card
from caseworker_app.desktop.widgets.flow import Flow
from caseworker_app.desktop.widgets.label import Label
from caseworker_app.model.codes import ChangeKind

_KEYS = "1234567890ABCDEFGH"


class ChangeStart(InnerPage):
    """One key a kind; Enter on a line takes a register's word over. Esc goes back."""

    kind_picked = Signal(str)
    hint_picked = Signal(int)

    def __init__(self, hints: tuple[HintRow, ...]) -> None:
        super().__init__(tr("返回家庭"), tr("返回家庭 (Esc)"))
        self.kinds: dict[ChangeKind, Button] = {}
        self.hints = [_HintLine(hint) for hint in hints]
        self._frame(tr("按按钮上的键选择 · Esc 返回"))
        if self.hints:
            self._scroll.body.addWidget(self._known())
        self._scroll.body.addWidget(self._offered())
        self._scroll.body.addStretch()

    def begin(self) -> None:
        """Put the focus where work begins."""
        first = self.hints[0] if self.hints else next(iter(self.kinds.values()))
        first.setFocus()

    def _known(self) -> Card:
        card = Card(tr("登记提示"))
        card.body.setSpacing(look.current().px(Gap.TINY))
        card.head.addWidget(Label(tr("回车照登记填好，再问家里核实"), Text.SMALL, Shade.THIRD))
        for place, line in enumerate(self.hints):
            card.add(rule())
            card.add(line)
            line.opened.connect(lambda place=place: self.hint_picked.emit(place))
            line.stepped.connect(lambda distance, line=line: go(self.hints, line, distance))
        return card

    def _offered(self) -> Card:
        card = Card(tr("家里发生了什么变化"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(look.current().px(Gap.LARGE))
        grid.setVerticalSpacing(look.current().px(Gap.LARGE))
        grid.setColumnStretch(1, 1)
        keys = iter(_KEYS)
        for row, (name, kinds) in enumerate(GROUPS):
            box = QWidget()
            flow = Flow(box)
            for kind in kinds:
                key = next(keys)
                button = Button(f"{key}  {spoken(kind)}", key=key)
                button.setAccessibleName(tr("家庭变化 {word}", word=spoken(kind)))
                button.clicked.connect(lambda _=False, kind=kind: self.kind_picked.emit(kind.value))
                self.kinds[kind] = button
                flow.addWidget(button)
            top = Qt.AlignmentFlag.AlignTop
            grid.addWidget(Label(name, Text.STRONG, Shade.SECOND), row, 0, top)
            grid.addWidget(box, row, 1)
        card.body.addLayout(grid)
        return card


class _HintLine(Line):
    """One change a register shows."""

    def __init__(self, hint: HintRow) -> None:
        text = Label(hint.text, Text.STRONG, wrap=True)
        source = Label(hint.source, Text.SMALL, Shade.SECOND, wrap=True)
        super().__init__(((text,), (source,)), (2, 1))
        self.setAccessibleName(joined(tr("登记提示 {text}", text=hint.text), hint.source))
