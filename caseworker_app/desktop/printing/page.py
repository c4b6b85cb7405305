"""打印: what to print at the left, how it looks at the right, the printer below the list."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QResizeEvent
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from caseworker_app.desktop.printing.batch import Batch
from caseworker_app.desktop.printing.machine import Job, Machine, Sides
from caseworker_app.desktop.printing.paper_list import PaperList
from caseworker_app.desktop.printing.presenter import (
    PrintActions,
    PrintingPresenter,
    RowView,
    file_of,
    key_of,
    title_of,
)
from caseworker_app.desktop.printing.preview import Preview
from caseworker_app.desktop.printing.range_bar import RangeBar
from caseworker_app.desktop.printing.settings import PrinterCard
from caseworker_app.desktop.returns.presenter import ReturnActions
from caseworker_app.desktop.returns.sheet import ReturnsSheet
from caseworker_app.desktop.tasks import Tasks
from caseworker_app.desktop.theme import look
from caseworker_app.desktop.theme.tokens import Gap, Shade, Size, Text
from caseworker_app.desktop.tongue import tr
from caseworker_app.desktop.widgets.banner import Banner, News
from caseworker_app.desktop.widgets.button import Button, Kind
from caseworker_app.desktop.widgets.card import Card
from caseworker_app.desktop.widgets.header import Header
from caseworker_app.desktop.widgets.label import Label
from caseworker_app.desktop.widgets.save_dialog import ask_where
from caseworker_app.desktop.widgets.scroll import Scroll
from caseworker_app.desktop.widgets.soon import soon
from caseworker_app.desktop.window import GENUINE
from caseworker_app.workflow import plain_file
from caseworker_app.workflow.printing import Printable, Range

_LEFT = 340
_ROOMY = 840
"""Width at scale 1 from which list and paper stand side by side."""


class PrintingPage(QWidget):
    """One paper after the other: written down first, then handed to the printer."""

    closed = Signal()
    """Who came from another page with a paper goes back there."""

    genuine_asked = Signal()
    """The person wants to know whether a paper somebody brought is genuine."""

    def __init__(
        self, tasks: Tasks, actions: PrintActions, machine: Machine, returns: ReturnActions
    ) -> None:
        super().__init__()
        self.setAcceptDrops(True)
        self._returns = returns
        self._tasks, self._actions, self._machine = tasks, actions, machine
        self._presenter = PrintingPresenter(actions.today)
        self.batch = Batch(self, tasks, actions, self._presenter)
        self._queue: list[Printable] = []
        self._done = 0
        self.header = Header(tr("打印"), tr("今天的核查表和文书，近期入户要带的空白表"))
        self.banner = Banner()
        self.range = RangeBar()
        self.sealed = PaperList(tr("今天的核查表和文书"))
        self.blank = PaperList(tr("要带的空白表"))
        self._cards = {shelf: Card(shelf.accessibleName()) for shelf in (self.sealed, self.blank)}
        self.all_blank = Button(tr("全选空白表"), Kind.QUIET, key="Ctrl+Shift+A")
        self._nothing = Label("", Text.BODY, Shade.SECOND, wrap=True)
        self.printer = PrinterCard()
        self.preview = Preview(tasks, actions, self.banner.fail)
        self.preview.say("document_search", tr("正在查看今天的表"))
        self.look = Button(tr("看版面"), icon="document_search", key="F4")
        self.leave = Button(tr("返回"), Kind.QUIET, icon="arrow_left", key="Ctrl+W")
        self.leave.hide()
        self.scans = Button(tr("收回扫描件…"), icon="arrow_upload", key="Ctrl+Shift+R")
        self.genuine = Button(tr("验真…"), icon="checkmark_circle")
        self.genuine.show_key(GENUINE)  # the window has it, on every page
        self._left, self._lists = QWidget(), Scroll()
        self._column = QVBoxLayout(self._left)
        self._looking = False
        self._lay_out()
        self._connect()
        self.refresh()

    def shown(self) -> None:
        """Look at the store and for printers again."""
        self.leave.hide()
        self._read()

    def open(self, number: str) -> None:
        """Choose one paper as soon as it is known, the one just made; it may be of any day."""
        self._bring(lambda: self._actions.paper(number))

    def open_blank(self, household_id: str, form: str, about: str = "") -> None:
        """Choose an empty form of any code for a household."""
        self._bring(lambda: self._actions.blank(household_id, form, about))

    def _bring(self, find: Callable[[], Printable]) -> None:
        self.leave.show()
        self._tasks.on_database(self, find, self._brought, self.banner.fail)

    def _brought(self, paper: Printable) -> None:
        key = self._presenter.bring(paper)
        self.refresh()
        for shelf in (self.sealed, self.blank):
            shelf.go_to(key)

    def _read(self) -> None:
        what, actions = self._presenter.range, self._actions
        find, loaded = partial(actions.papers, what), partial(self._loaded, what)
        self._tasks.on_database(self, find, loaded, self._unread)
        self._tasks.on_database(self, actions.ranges, self.range.offer, self.banner.fail)
        self._tasks.on_paper(self, self._machine.printers, self._found, self._no_printers)

    def _turn_to(self) -> None:
        """Look at another village, another empty form."""
        self._presenter.turn_to(self.range.range())
        self.preview.say("document_search", tr("正在查看要打印的"))
        self.refresh()
        self._read()

    def refresh(self) -> None:
        view = self._presenter.view()
        self._show(self.sealed, view.sealed)
        self._show(self.blank, view.blank)
        self._cards[self.sealed].title.setText(view.title)
        self.all_blank.setVisible(bool(view.blank))
        self._nothing.setText(view.nothing)
        self._nothing.setVisible(bool(view.nothing))
        self.printer.show_view(view, self._presenter.number)

    def print_chosen(self) -> None:
        """Print what is chosen, one paper after the other."""
        if self._presenter.busy or self._lacks_reason():
            return
        self._presenter.busy = True
        self._queue, self._done = list(self._presenter.chosen()), 0
        self.banner.hide()
        self.refresh()
        self._next()

    def save_pdf(self) -> None:
        """Ask where to, then write the paper in sight there."""
        paper = self._presenter.paper(self.preview.key)
        if paper is None:
            self.banner.say(News.INFO, self._presenter.nothing_to_save())
            return
        ask_where(self, tr("另存"), file_of(paper), lambda file: self.write_pdf(paper, file))

    def save_all(self) -> None:
        """Ask where to, then write all that is chosen there as one file."""
        if not self._lacks_reason():
            self.batch.ask(self.printer.reason.text().strip())

    def _ended(self, told: str) -> None:
        self._presenter.busy = False
        self.printer.reason.clear()
        self.banner.say(News.SUCCESS, told)
        self._read()

    def _busy(self, told: str) -> None:
        self.banner.say(News.INFO, told)
        self._presenter.busy = True
        self.refresh()

    def _lacks_reason(self) -> bool:
        """Tell whether a reason is wanted that nobody wrote, and ask for it."""
        lacks = self._presenter.view().needs_reason and not self.printer.reason.text().strip()
        if lacks:
            self.printer.ask_reason()
        return lacks

    def take_back(self, files: Sequence[Path] = ()) -> ReturnsSheet:
        """Show what came back from the scanner, and take files in."""
        sheet = ReturnsSheet(self, self._tasks, self._returns)
        sheet.open_over()
        if files:
            sheet.take(files)
        return sheet

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        urls = event.mimeData().urls()
        self.take_back([Path(url.toLocalFile()) for url in urls if url.isLocalFile()])

    def write_pdf(self, paper: Printable, file: Path) -> None:
        self._tasks.out_of_store(
            self,
            lambda: self._actions.pdf(paper),
            lambda pdf: plain_file.write(file, pdf),
            lambda _none: self.banner.say(News.SUCCESS, tr("已存到 {file}", file=file)),
            self.banner.fail,
        )

    def system_dialog(self) -> None:
        """Let the system's own dialog choose printer, copies and sides."""
        device = QPrinter()
        dialog = QPrintDialog(device, self)
        dialog.accepted.connect(lambda: self._chose(device))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setModal(True)
        dialog.show()

    def _chose(self, device: QPrinter) -> None:
        twice = device.duplex() in {
            QPrinter.DuplexMode.DuplexLongSide,
            QPrinter.DuplexMode.DuplexAuto,
        }
        self.printer.choose(device.printerName(), Sides.TWO if twice else Sides.ONE)
        self._presenter.copies(device.copyCount())
        self.refresh()

    def _next(self) -> None:
        """Write down the next paper's copies; the last one tells how it went."""
        if not self._queue:
            self._ended(tr("已把 {done} 件交给打印机。", done=self._done))
            return
        paper = self._queue.pop(0)
        number, reason = self._presenter.copies_of(paper), self.printer.reason.text().strip()
        self._tasks.on_database(
            self,
            lambda: self._actions.copies(paper, number, reason if paper.copies else ""),
            lambda copies: self._send(paper, copies),
            self._stop,
        )

    def _send(self, paper: Printable, copies: tuple[bytes, ...]) -> None:
        title = title_of(paper) if paper.blank else paper.key
        job = Job(self.printer.printer(), title, self.printer.sides())

        def send() -> None:
            for copy in copies:
                self._machine.send(job, copy)

        self._tasks.on_paper(
            self, send, lambda _none: self._sent(paper), lambda error: self._refused(paper, error)
        )

    def _sent(self, paper: Printable) -> None:
        self._presenter.printed(paper)
        self._done += 1
        self.refresh()
        self._next()

    def _refused(self, paper: Printable, error: Exception) -> None:
        self._tasks.on_database(
            self,
            lambda: self._actions.failed(paper, str(error)),
            lambda _none: self._stop(error),
            self._stop,
        )

    def _stop(self, error: Exception) -> None:
        self._queue = []
        self._presenter.busy = False
        self.refresh()
        self._read()
        self.banner.fail(error)

    def _loaded(self, what: Range, papers: tuple[Printable, ...]) -> None:
        if what != self._presenter.range:
            return
        self._presenter.loaded(papers)
        self.refresh()
        wanted = self.preview.key or next(map(key_of, papers), "")
        for shelf in (self.sealed, self.blank):
            shelf.go_to(wanted)
        if not wanted:
            self._look_at_nothing()

    def _unread(self, error: Exception) -> None:
        if not self.preview.key:
            self._look_at_nothing()
        self._presenter.unread()
        self.refresh()
        self.banner.fail(error)

    def _found(self, printers: tuple[str, ...]) -> None:
        self._presenter.found(printers)
        self.printer.offer(printers)
        self.refresh()

    def _no_printers(self, error: Exception) -> None:
        self._found(())
        self.banner.fail(error)

    def _look(self, key: str) -> None:
        paper = self._presenter.paper(key)
        if paper is not None and key != self.preview.key:
            self.preview.show_pdf(key, lambda: self._actions.pdf(paper))

    def _look_at_nothing(self) -> None:
        self.preview.say("print", tr("还没选表"), tr("在列表里点一件，这里显示它的样子。"))

    def _choose(self, key: str, on: bool) -> None:  # noqa: FBT001  # a signal's arguments
        self._presenter.choose(key, on=on)
        self.refresh()

    def _choose_blank(self) -> None:
        rows = self._presenter.view().blank
        self._presenter.choose_all(blank=True, on=not all(row.chosen for row in rows))
        self.refresh()

    def _count_by_form(self, on: bool) -> None:  # noqa: FBT001  # a signal's argument
        self._presenter.by_form = on
        self.refresh()

    def _show(self, shelf: PaperList, rows: tuple[RowView, ...]) -> None:
        shelf.show_rows(rows)
        self._cards[shelf].setVisible(bool(rows))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        soon(self, self._fit)  # moving a widget while styles change would crash

    def _fit(self) -> None:
        """Show list and paper side by side, or one of them where letters are large."""
        px = look.current().px
        narrow = self.rect().width() < px(_ROOMY)
        self.look.setVisible(narrow)
        self.look.setText(tr("回到列表") if self._looking else tr("看版面"))
        self._left.setVisible(not (narrow and self._looking))
        self.preview.setVisible(self._looking or not narrow)
        self._left.setMaximumWidth(Size.UNBOUNDED if narrow else px(_LEFT))
        if narrow and self._lists.body.indexOf(self.printer) < 0:
            self._lists.body.insertWidget(len(self._cards) + 1, self.printer)
        if not narrow and self._column.indexOf(self.printer) < 0:
            self._column.addWidget(self.printer)

    def _turn(self) -> None:
        self._looking = not self._looking
        self._fit()

    def _lay_out(self) -> None:
        px = look.current().px
        self._left.setMinimumWidth(px(_LEFT))
        for shelf, card in self._cards.items():
            card.add(shelf, 1)
            self._lists.body.addWidget(card, 1)
        self._cards[self.blank].head.addWidget(self.all_blank)
        self._lists.body.addWidget(self._nothing)
        self._lists.body.addStretch()
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(px(Gap.MEDIUM))
        self._column.addWidget(self._lists, 1)
        for part in (*self.range.parts, self.genuine, self.scans):
            self.header.add(part)
        self.header.add(self.look)
        self.header.add(self.leave)
        row = QHBoxLayout()
        row.setSpacing(px(Gap.LARGE))
        row.addWidget(self._left, 1)
        row.addWidget(self.preview, 2)
        page = QVBoxLayout(self)
        page.setContentsMargins(px(Gap.WIDE), px(Gap.LARGE), px(Gap.WIDE), px(Gap.LARGE))
        page.setSpacing(px(Gap.MEDIUM))
        page.addWidget(self.header)
        page.addWidget(self.banner)
        page.addLayout(row, 1)
        self._fit()

    def _connect(self) -> None:
        for shelf in (self.sealed, self.blank):
            shelf.ticked.connect(self._choose)
            shelf.looked_at.connect(self._look)
        self.range.changed.connect(self._turn_to)
        self.batch.began.connect(self._busy)
        self.batch.ended.connect(self._ended)
        self.batch.broke.connect(self._stop)
        self.printer.save_all.clicked.connect(self.save_all)
        self.printer.by_form.toggled.connect(self._count_by_form)
        self.all_blank.clicked.connect(self._choose_blank)
        self.genuine.clicked.connect(self.genuine_asked)
        self.scans.clicked.connect(lambda _on: self.take_back())
        self.look.clicked.connect(self._turn)
        self.leave.clicked.connect(self.closed)
        self.printer.copies.counted.connect(self._presenter.copies)
        self.printer.print.clicked.connect(self.print_chosen)
        self.printer.save.clicked.connect(self.save_pdf)
        self.printer.system.clicked.connect(self.system_dialog)
