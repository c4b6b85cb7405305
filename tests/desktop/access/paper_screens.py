"""The screens of papers, each brought in sight and named."""

from collections.abc import Iterator

from PySide6.QtWidgets import QWidget

from caseworker_app.desktop.papers.desk import PAPERS
from caseworker_app.desktop.papers.editors import RowsEdit
from caseworker_app.desktop.papers.notice import NoticeSheet
from caseworker_app.desktop.papers.page import PapersPage
from caseworker_app.desktop.widgets.dialogs import QuestionDialog
from caseworker_app.errors import UserError
from caseworker_app.model.paper import Void
from caseworker_app.workflow.papers import Elsewhere
from tests.desktop.access.desk import Desk
from tests.desktop.papers.making import PROOF, issued
from tests.desktop.table import DAY, HOUSEHOLD, ME

Seen = Iterator[tuple[str, QWidget]]


def papers(desk: Desk) -> Seen:
    void = Void("2026-11-22T03:00:00.000Z", ME, "送达地点写错")
    desk.cabinet.filed += [
        issued(PROOF, 4, about="330199-2026-F06a-000003", names_void=True),
        issued("F12", 2, void=void, title="信息查询函"),
    ]
    theirs = Elsewhere("330199-2026-F04-000002", "F04", "核对结果告知书", DAY, ME, void)
    desk.cabinet.elsewhere = (theirs,)
    desk.cabinet.blocked = "事先告知书还没有送达（《社会救助法》第四十八条）。"
    page = desk.go(PAPERS, PapersPage)
    yield "papers/unread", desk.frame
    page.open(HOUSEHOLD.id)
    desk.settle()
    yield "papers", desk.frame
    for row in page.shelf.table.held():
        page.shelf.go_to(row.key)
        desk.settle()
        yield f"papers/{row.key}", desk.frame
    page.shelf.notice.click()
    desk.settle()
    sheet = desk.dialog(NoticeSheet)
    yield "papers/notice", sheet
    sheet.reject()
    page.shelf.filters.picked.emit("DRAFT")
    yield "papers/no_draft", desk.frame
    page.shelf.filters.picked.emit("ALL")
    page.shelf.table.go_to(0)
    page.shelf.card.act.click()
    desk.settle()
    yield from _editor(desk, page)
    page.shelf.void_asked.emit(next(row for row in page.presenter.every() if row.issued))
    question = desk.dialog(QuestionDialog)
    yield "papers/void", question
    question.reject()
    desk.cabinet.trouble = UserError("资料没有读出来，请再试一次。")
    page.shown()
    desk.settle()
    yield "papers/failed", desk.frame


def _editor(desk: Desk, page: PapersPage) -> Seen:
    editor = page.editor
    assert editor
    yield "papers/editor", desk.frame
    sheet = editor.fields["present"].edit
    assert isinstance(sheet, RowsEdit)
    sheet.grid.paste("张三\t民政办\t不知道\tabc\n", 0, 0)
    editor.fields["deadline"].edit.show_value("后天")
    editor.issue()
    desk.settle()
    yield "papers/wrong", desk.frame
    if editor._sides.button.isVisible():
        editor._sides.button.click()
        desk.settle()
        yield "papers/looking", desk.frame
        editor._sides.button.click()
    for name, value in {"place": "镇政府", "deadline": "2026-12-01", "said": "同意"}.items():
        editor.fields[name].edit.show_value(value)
    editor.issue()
    desk.settle()
    question = desk.dialog(QuestionDialog)
    yield "papers/issue", question
    question.confirm.click()
    desk.settle()
    desk.settle()
    assert page.finished.isVisible()
    yield "papers/issued", desk.frame
    page.finished.leave.click()
    desk.settle()
