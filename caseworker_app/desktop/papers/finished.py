"""A paper that was issued: what became of it at the left, how it looks at the right."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from caseworker_app.desktop.papers.card import card
from caseworker_app.desktop.papers.paper_card import Facts
from caseworker_app.desktop.papers.presenter import PaperActions, Row
from caseworker_app.desktop.papers.side import Sides
from caseworker_app.desktop.printing.preview import Preview
from caseworker_app.desktop.tasks import Tasks
from caseworker_app.desktop.theme import look
from caseworker_app.desktop.theme.tokens import Gap, Shade, Text
from caseworker_app.desktop.tongue import tr
from caseworker_app.desktop.widgets.banner import Banner, News
from caseworker_app.desktop.widgets.button import Button, Kind
from caseworker_app.desktop.widgets.card import Card
from caseworker_app.desktop.widgets.chip import ChipRow
from caseworker_app.desktop.widgets.flow import Flow
from caseworker_app.desktop.widgets.header import Header
from caseworker_app.desktop.widgets.label import Label
from caseworker_app.desktop.widgets.save_dialog import ask_where
from caseworker_app.desktop.widgets.scroll import Scroll
from caseworker_app.workflow import plain_file


class FinishedPaper(QWidget):
    """Ctrl+P prints, Ctrl+N goes on to the next paper, Ctrl+W back to the list."""

    closed = Signal()
    print_asked = Signal(object)
    void_asked = Signal(object)
    next_asked = Signal(object)
    """The Row of the paper the law asks for next."""

    def __init__(self, tasks: Tasks, actions: PaperActions) -> None:
        super().__init__()
        self._tasks, self._actions = tasks, actions
        self.row: Row | None = None
        self._next: Row | None = None
        self.header = Header(tr("文书"), " ")
        self.leave = Button(tr("回到文书"), Kind.QUIET, icon="arrow_left", key="Ctrl+W")
        self.banner = Banner()
        self.print = Button(tr("打印…"), Kind.PRIMARY, icon="print", key="Ctrl+P")
        self.next = Button(tr("下一份"), Kind.PLAIN, icon="arrow_right", key="Ctrl+N")
        self.save = Button(tr("另存 PDF…"), key="Ctrl+S")
        self.void = Button(tr("作废…"), Kind.QUIET, key="Ctrl+Delete")
        self._chips = ChipRow()
        self._facts = Facts()
        self._advice = Label("", Text.BODY, Shade.SECOND, wrap=True)
        self._scroll = Scroll()
        self.preview = Preview(tasks, actions, self.banner.fail)
        self._sides = Sides(self, self._scroll, self.preview)
        self._lay_out()
        self._connect()

    def show_row(self, row: Row, line: str, following: Row | None) -> None:
        """Show an issued paper, and which one the law asks for next."""
        issued = row.issued
        if issued is None:
            raise ValueError(f"{row.key} is not issued")
        is_new = self.row is None or self.row.key != row.key
        self.row, self._next = row, following
        view = card(row)
        self.header.title.setText(row.title)
        self.header.line.setText(line)
        self._chips.set_faces(view.chips)
        self._facts.show_facts(view.facts)
        self._advice.setText(_advice(row))
        self.next.setText(tr("下一份：{title}", title=following.title) if following else "")
        for button, can in (
            (self.print, view.can_print),
            (self.void, view.can_void),
            (self.next, following is not None),
        ):
            button.setVisible(can)
            button.setEnabled(can)
        if is_new:
            self.banner.hide()
        self.preview.show_pdf(issued.number, lambda: self._actions.pdf(issued.number))

    def begin(self) -> None:
        (self.print if self.print.isEnabled() else self.leave).setFocus()

    def save_pdf(self) -> None:
        """Ask where to, then write the paper there."""
        row = self.row
        if row is None:
            return
        name = f"{row.key}-{row.title}.pdf"
        ask_where(self, tr("另存"), name, lambda file: self.write_pdf(row.key, file))

    def write_pdf(self, number: str, file: Path) -> None:
        self._tasks.out_of_store(
            self,
            lambda: self._actions.pdf(number),
            lambda pdf: plain_file.write(file, pdf),
            lambda _none: self.banner.say(News.SUCCESS, tr("已存到 {file}", file=file)),
            self.banner.fail,
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._sides.resized()

    def _lay_out(self) -> None:
        px = look.current().px
        self.header.add(self._sides.button)
        self.header.add(self.leave)
        card = Card(tr("这份文书"))
        card.add(self._chips)
        card.add(self._facts)
        card.add(self._advice)
        acts = QWidget()
        flow = Flow(acts, Gap.SMALL)
        for button in (self.print, self.next, self.save, self.void):
            flow.addWidget(button)
        card.add(acts)
        self._scroll.body.addWidget(card)
        self._scroll.body.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(px(Gap.WIDE), px(Gap.LARGE), px(Gap.WIDE), px(Gap.LARGE))
        column.setSpacing(px(Gap.MEDIUM))
        column.addWidget(self.header)
        column.addWidget(self.banner)
        column.addLayout(self._sides.row, 1)

    def _connect(self) -> None:
        self.leave.clicked.connect(self.closed)
        self.print.clicked.connect(lambda: self.print_asked.emit(self.row))
        self.void.clicked.connect(lambda: self.void_asked.emit(self.row))
        self.next.clicked.connect(lambda: self.next_asked.emit(self._next))
        self.save.clicked.connect(self.save_pdf)


def _advice(row: Row) -> str:
    issued = row.issued
    if issued is None or issued.void is not None:
        return tr("已作废的文书只供查看，不能再打印。需要的，重新办理一份。")
    if issued.names_void:
        return tr("它提到的文书已作废。请作废这一份，按新的编号重办。")
    return tr("内容已定，不能再改。写错了，作废后重新办理一份。")
