"""What is only read: who works here, by which rules, what this program is."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from caseworker_app.desktop.settings import presenter
from caseworker_app.desktop.settings.presenter import Facts, Line
from caseworker_app.desktop.step.page import clear
from caseworker_app.desktop.theme import look
from caseworker_app.desktop.theme.tokens import Gap, Shade, Text
from caseworker_app.desktop.tongue import tr
from caseworker_app.desktop.widgets.button import Button, Kind
from caseworker_app.desktop.widgets.card import Card
from caseworker_app.desktop.widgets.flow import Flow
from caseworker_app.desktop.widgets.label import Label

_LONG = 24


class _FactsCard(Card):
    """Names at the left, what they are at the right."""

    def __init__(self, title: str) -> None:
        super().__init__(title)
        px = look.current().px
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(px(Gap.LARGE))
        self._grid.setVerticalSpacing(px(Gap.SMALL))
        self._grid.setColumnStretch(1, 1)
        self.body.addLayout(self._grid)
        self.show_lines((Line(tr("正在读取"), ""),))

    def show_lines(self, lines: Sequence[Line]) -> None:
        clear(self._grid)
        top = Qt.AlignmentFlag.AlignTop
        for at, line in enumerate(lines):
            self._grid.addWidget(Label(line.name, Text.BODY, Shade.SECOND), at, 0, top)
            text = Label(_breakable(line.text), Text.BODY, wrap=True)
            text.setAccessibleName(f"{line.name} {line.text}")
            self._grid.addWidget(text, at, 1)


class OfficeCard(_FactsCard):
    def __init__(self) -> None:
        super().__init__(tr("使用人和服务器"))

    def show_facts(self, facts: Facts) -> None:
        self.show_lines(presenter.office_lines(facts))


class RulesCard(_FactsCard):
    def __init__(self) -> None:
        super().__init__(tr("正在使用的规则"))
        self._facts: Facts | None = None
        self._title = Label("", Text.STRONG)
        self._changes = QVBoxLayout()
        self._changes.setSpacing(look.current().px(Gap.SMALL))
        self.more = Button(tr("全部变动"), Kind.QUIET, key="Alt+B")
        self.add(self._title)
        self.body.addLayout(self._changes)
        self.body.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        self.more.clicked.connect(lambda: self._show_changes(every=True))
        self.more.hide()

    def show_facts(self, facts: Facts) -> None:
        self._facts = facts
        self.show_lines(presenter.pack_lines(facts))
        self._title.setText(presenter.changes_title(facts.changes))
        self._show_changes(every=False)

    def _show_changes(self, *, every: bool) -> None:
        if self._facts is None:
            return
        clear(self._changes)
        for line in presenter.change_lines(self._facts.changes, every=every):
            self._changes.addWidget(
                Label(tr("{day}　{text}", day=line.day, text=line.text), wrap=True)
            )
            if line.basis:
                self._changes.addWidget(Label(line.basis, Text.SMALL, Shade.THIRD, wrap=True))
        self.more.setVisible(not every and presenter.has_more(self._facts.changes))


class AboutCard(_FactsCard):
    def __init__(self, *, practice: bool) -> None:
        super().__init__(tr("关于本程序"))
        self.folder = Button(tr("打开数据文件夹"), icon="folder_open", key="Alt+O")
        self.licences = Button(tr("许可证"), icon="document_search", key="Alt+X")
        self.tour = Button(tr("再看一遍导览"), icon="play", key="Alt+D")
        self.practice = Button(tr("进入练习"), icon="hat_graduation", key="Alt+L")
        buttons = QWidget()
        flow = Flow(buttons)
        for button in (self.folder, self.licences, self.tour, self.practice):
            flow.addWidget(button)
        self.practice.setVisible(practice)
        self.add(buttons)

    def show_facts(self, facts: Facts) -> None:
        self.show_lines(presenter.about_lines(facts))


def _breakable(text: str) -> str:
    """Let a long hash, address or path break anywhere: a zero-width space after each few signs."""
    if text.isascii() and len(text) > _LONG:
        return "\u200b".join(text[at : at + 8] for at in range(0, len(text), 8))
    return text
