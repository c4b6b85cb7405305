"""文书: the papers of one household, one of them being written, one that was issued."""

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from caseworker_app.desktop.failure import sentence
from caseworker_app.desktop.papers.editor import DraftEditor
from caseworker_app.desktop.papers.finished import FinishedPaper
from caseworker_app.desktop.papers.notice import NoticeSheet
from caseworker_app.desktop.papers.presenter import (
    OF_MANY,
    STRANGER,
    PaperActions,
    Row,
    ShelfPresenter,
)
from caseworker_app.desktop.papers.shelf import Shelf
from caseworker_app.desktop.tasks import Tasks
from caseworker_app.desktop.tongue import tr
from caseworker_app.desktop.widgets.banner import News
from caseworker_app.desktop.widgets.dialogs import Question, ask
from caseworker_app.desktop.widgets.room import Stack
from caseworker_app.desktop.widgets.save_dialog import ask_where
from caseworker_app.model.household import Household
from caseworker_app.workflow import plain_file
from caseworker_app.workflow.papers import Draft, Issued, Offered, Voided
from caseworker_app.workflow.recheck import PastVisit

T = TypeVar("T")
_VOID = Question(
    tr("作废这份文书？"),
    tr("作废的文书留在记录里，注明原因，不能再打印，也会报到办公室。已送达的，要另行告知。"),
    confirm=tr("作废"),
    danger=True,
    reason=tr("作废的原因"),
)
_DROP = Question(
    tr("丢弃这份草稿？"),
    tr("写好的内容不再保留。以后要用，可以重新写。"),
    confirm=tr("丢弃"),
    danger=True,
)


class PapersPage(QWidget):
    """The list, the paper in hand, or one that is done; Ctrl+W leads back step by step."""

    closed = Signal()
    """The person goes back to where the papers were asked for."""
    print_asked = Signal(str)
    """Number of the paper to be printed."""
    blank_asked = Signal(str, str, str)
    """Household, form and number of the paper it goes with: an empty form to be printed."""

    def __init__(self, tasks: Tasks, actions: PaperActions) -> None:
        super().__init__()
        self._tasks, self._actions = tasks, actions
        self.presenter = ShelfPresenter()
        self.shelf = Shelf(self.presenter)
        self.finished = FinishedPaper(tasks, actions)
        self.editor: DraftEditor | None = None
        self._stack = Stack()
        self._stack.addWidget(self.shelf)
        self._stack.addWidget(self.finished)
        self._stack.fill(self)
        self._connect()
        self.shelf.refresh()

    def open(self, household_id: str, visit_id: str | None = None) -> None:
        """Show the papers of a household: of a visit to it, "" for none, None for the latest."""

        def find() -> tuple[Household, tuple[PastVisit, ...]]:
            return self._actions.household(household_id), self._actions.past(household_id)

        self._put_away()
        self.presenter.wait()
        self.shelf.refresh()
        self._turn_to(self.shelf)
        self._tasks.on_database(
            self, find, lambda found: self._opened(*found, visit_id), self._unread
        )

    def shown(self) -> None:
        """Look again what became of the papers; the window calls it each time."""
        if self.presenter.household is not None:
            self._load()

    def search(self) -> None:
        if self._stack.currentWidget() is self.shelf:
            self.shelf.search()

    def commit(self) -> None:
        """Keep what is being typed."""
        if self.editor is not None:
            self.editor.commit()

    def trouble(self) -> str:
        """Return why what was typed could not be kept, or ""."""
        return self.editor.trouble() if self.editor is not None else ""

    def where(self) -> str:
        """Return which papers are in sight, and the one in hand; names nobody."""
        home = self.presenter.household
        if home is None:
            return ""
        return "/".join(
            (home.id, self.presenter.visit, self.editor.draft_id if self.editor else "")
        )

    def resume(self, where: str) -> None:
        """Show the papers ``where`` told of."""
        household_id, visit_id, draft_id = where.split("/")
        self.open(household_id, visit_id)
        if draft_id:
            self._do(lambda: self._actions.resume(draft_id), self._write)

    def _opened(
        self, household: Household, past: tuple[PastVisit, ...], visit_id: str | None
    ) -> None:
        latest = past[0].id if past else ""
        self.presenter.opened(household, past, latest if visit_id is None else visit_id)
        self.shelf.search_box.clear()
        self.shelf.refresh()
        self._load(self.shelf.begin)

    def _load(self, then: Callable[[], None] = lambda: None) -> None:
        home, visit = self.presenter.household, self.presenter.visit
        if home is None:
            return

        def loaded(found: Offered) -> None:
            if (self.presenter.household, self.presenter.visit) == (home, visit):
                self.presenter.loaded(found)
                self.shelf.refresh()
                self._refresh_finished()
                then()

        self._tasks.on_database(
            self, lambda: self._actions.offered(home.id, visit), loaded, self._unread
        )

    def _base(self, visit: str) -> None:
        self.presenter.visit = visit
        self._load()

    def _open(self, row: Row) -> None:
        """Look at what is issued, write the others."""
        if row.issued is not None:
            self._finish(row)
        elif row.elsewhere is not None:
            self._say(News.INFO, tr("这份是同事出具的，原件在出具人的电脑和办公室。"))
        elif row.draft:
            self._do(lambda: self._actions.resume(row.draft), self._write)
        elif row.form == OF_MANY and not row.blocked:
            self.list_village()
        elif len(row.of) > 1:
            people = [(who, name or STRANGER) for who, name in row.of]
            self.shelf.card.ask_whom(people, lambda who: self._begin(row.form, who))
        else:
            self._begin(row.form, row.about)

    def list_village(self) -> NoticeSheet:
        """Ask which households of a village are to stand on one notice."""
        home = self.presenter.household
        village, household = (home.village, home.id) if home else ("", "")
        sheet = NoticeSheet(self, self._tasks, self._actions.notice, village, household)
        sheet.drawn.connect(self._drawn)
        sheet.begin()
        return sheet

    def _drawn(self, draft: Draft) -> None:
        """Go on with the notice among the papers of the household that leads it."""
        self.open(draft.household, draft.visit)
        self._do(lambda: self._actions.resume(draft.id), self._write)

    def export_file(self) -> None:
        """Ask where to, then bind the file of the household there."""
        home = self.presenter.household
        if home is None:
            return
        name = tr("一户一档-{number}-{head}.pdf", number=home.number, head=home.head.name)
        ask_where(self, tr("导出一户一档"), name, lambda file: self.write_file(home.id, file))

    def write_file(self, household_id: str, file: Path) -> None:
        """Bind the file of a household, write down that it was, then write it there."""
        work = self._actions.file

        def write(whole: bytes) -> None:
            self._tasks.out_of_store(
                self,
                lambda: work.note(household_id, whole),
                lambda _none: plain_file.write(file, whole),
                lambda _none: self._say(News.SUCCESS, tr("已存到 {file}", file=file)),
                self._fail,
            )

        self._say(News.INFO, tr("正在装订，请稍候"))
        self._tasks.out_of_store(
            self, lambda: work.gather(household_id), work.bind, write, self._fail
        )

    def _begin(self, form: str, about: str) -> None:
        home, visit, begin = self.presenter.household, self.presenter.visit, self._actions.begin
        if home is not None:
            self._do(lambda: begin(form, home.id, visit, about), self._write)

    def _write(self, draft: Draft) -> None:
        self._put_away()
        editor = self.editor = DraftEditor(self._tasks, self._actions, draft, self._basis(draft))
        editor.closed.connect(self._leave_editor)
        editor.drop_asked.connect(lambda: self._ask_drop(draft.id))
        editor.issued.connect(self._issued)
        self._stack.addWidget(editor)
        self._turn_to(editor)
        editor.begin()

    def _basis(self, draft: Draft) -> str:
        return self.presenter.basis() if draft.visit else tr("户的资料")

    def _issued(self, issued: Issued) -> None:
        """Show what was issued, and what comes next."""

        def show() -> None:
            row = next((r for r in self.presenter.every() if r.key == issued.number), None)
            if row is None:
                return
            self._finish(row)
            self._put_away()
            told = tr("已出具，编号 {number}。有网络时会自动送到办公室。", number=issued.number)
            self.finished.banner.say(News.SUCCESS, told)

        self._load(show)

    def _finish(self, row: Row) -> None:
        self._show_finished(row)
        self._turn_to(self.finished)
        self.finished.begin()

    def _show_finished(self, row: Row) -> None:
        home = self.presenter.household
        line = home.head.name if home else ""
        self.finished.show_row(row, line, self.presenter.next_after(row.form))

    def _refresh_finished(self) -> None:
        """Show the paper in sight as it is by now."""
        before = self.finished.row
        if self._stack.currentWidget() is not self.finished or before is None:
            return
        row = next((r for r in self.presenter.every() if r.key == before.key), None)
        if row is not None:
            self._show_finished(row)

    def _void(self, row: Row) -> None:
        """Ask why, then make a paper void."""
        number, void = row.key, self._actions.void
        ask(self, _VOID, lambda reason: self._do(lambda: void(number, reason), self._voided))

    def _voided(self, voided: Voided) -> None:
        told = tr("{number} 已作废，已留痕。", number=voided.paper.number)
        if voided.named_by:
            others = tr("、").join(f"{one.title} {one.number}" for one in voided.named_by)
            told += tr("提到它的文书也要重办：{others}", others=others)
        news = News.WARNING if voided.named_by else News.SUCCESS
        self._say(news, told)
        self._load()

    def _ask_drop(self, draft_id: str) -> None:
        """Ask, then throw a draft away."""
        ask(self, _DROP, lambda _reason: self._throw_away(draft_id))

    def _throw_away(self, draft_id: str) -> None:
        self.commit()  # it may stay: the disk has the last word
        drop = self._actions.drop
        self._do(lambda: drop(draft_id), lambda _none: self._thrown_away())

    def _thrown_away(self) -> None:
        if self.editor is not None:
            self.editor.forget()
        self._back_to_list()

    def _print(self, row: Row) -> None:
        self.print_asked.emit(row.key)

    def _print_blank(self, row: Row) -> None:
        home = self.presenter.household
        if home is not None:
            self.blank_asked.emit(home.id, row.form, row.about)

    def _leave_editor(self) -> None:
        """Go back once everything typed is kept; what cannot be kept stays in sight."""
        self.commit()
        self._do(lambda: None, lambda _none: None if self.trouble() else self._back_to_list())

    def _back_to_list(self) -> None:
        self._put_away()
        self._turn_to(self.shelf)
        self._load(self.shelf.begin)

    def _turn_to(self, part: QWidget) -> None:
        self._stack.setCurrentWidget(part)

    def _put_away(self) -> None:
        editor = self.editor
        if editor is not None:
            self.editor = None
            editor.hide()  # it keeps what is half written as it is hidden
            self._stack.removeWidget(editor)
            editor.deleteLater()

    def _do(self, work: Callable[[], T], done: Callable[[T], None]) -> None:
        self._tasks.on_database(self, work, done, self._fail)

    def _say(self, news: News, text: str) -> None:
        now = self._stack.currentWidget()
        for part in (self.shelf, self.finished, self.editor):
            if part is not None and part is now:
                part.banner.say(news, text)

    def _fail(self, error: Exception) -> None:
        self._say(News.ERROR, sentence(error))

    def _unread(self, error: Exception) -> None:
        self.presenter.unread(sentence(error))
        self.shelf.refresh()

    def _connect(self) -> None:
        shelf, finished = self.shelf, self.finished
        shelf.closed.connect(self.closed)
        shelf.opened.connect(self._open)
        shelf.based.connect(self._base)
        shelf.retried.connect(self.shown)
        shelf.blank_asked.connect(self._print_blank)
        shelf.notice_asked.connect(self.list_village)
        shelf.file_asked.connect(self.export_file)
        shelf.drop_asked.connect(lambda row: self._ask_drop(row.draft))
        for part in (shelf, finished):
            part.print_asked.connect(self._print)
            part.void_asked.connect(self._void)
        finished.closed.connect(self._back_to_list)
        finished.next_asked.connect(self._open)
