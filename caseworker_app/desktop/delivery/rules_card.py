"""The office's rules: what comes, and each visit that may change over, with what changes for it."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from caseworker_app.desktop.delivery.rule_words import RuleRow, RulesView
from caseworker_app.desktop.step.page import clear, rule
from caseworker_app.desktop.tasks import Tasks
from caseworker_app.desktop.theme import look
from caseworker_app.desktop.theme.tokens import Gap, Shade, Text, Tone
from caseworker_app.desktop.tongue import tr
from caseworker_app.desktop.widgets.button import Button
from caseworker_app.desktop.widgets.card import Card
from caseworker_app.desktop.widgets.flow import Spread
from caseworker_app.desktop.widgets.label import Label, Line


class RulesCard(Card):
    """Hidden while there is nothing to say."""

    changed = Signal(str)
    """Id of the household whose visit changed over; it is to be opened anew."""
    failed = Signal(object)

    def __init__(self, change_over: Callable[[str], object], tasks: Tasks) -> None:
        super().__init__(tr("规则更新"))
        self._change_over, self._tasks = change_over, tasks
        self._notices = Label("", Text.BODY, wrap=True)
        self._notices.set_tone(Tone.ORANGE)
        self._hint = Label("", Text.BODY, Shade.SECOND, wrap=True)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(look.current().px(Gap.SMALL))
        self.buttons: list[Button] = []
        self.add(self._notices)
        self.add(self._hint)
        self.body.addLayout(self._rows)
        self.hide()

    def show_view(self, view: RulesView) -> None:
        clear(self._rows)
        self.buttons = []
        self.setVisible(not view.is_empty)
        for label, said in ((self._notices, "\n".join(view.notices)), (self._hint, view.hint)):
            label.setText(said)
            label.setVisible(bool(said))
        for number, row in enumerate(view.rows):
            if number:
                self._rows.addWidget(rule())
            self._rows.addWidget(self._row(row))

    def _row(self, row: RuleRow) -> QWidget:
        widget = QWidget()
        lines = QVBoxLayout(widget)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(look.current().px(Gap.TINY))
        head = Spread(gap=Gap.MEDIUM)
        head.addWidget(Line(row.title, Text.STRONG))
        if row.can_change:
            head.addWidget(self._button(row))
        lines.addLayout(head)
        for line in row.lines:
            lines.addWidget(Label(line, Text.BODY, Shade.SECOND, wrap=True))
        return widget

    def _button(self, row: RuleRow) -> Button:
        button = Button(tr("改用新规则"))
        button.setAccessibleName(tr("改用新规则：{title}", title=row.title))
        button.clicked.connect(lambda _on: self._change(row))
        self.buttons.append(button)
        return button

    def _change(self, row: RuleRow) -> None:
        for button in self.buttons:
            button.setEnabled(False)
        self._tasks.on_database(
            self,
            lambda: self._change_over(row.visit),
            lambda _pack: self.changed.emit(row.household),
            self.failed.emit,
        )
