"""Papers are chosen, written, issued, printed and made void, by keys alone."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from caseworker_app.desktop.papers.editor import DraftEditor
from caseworker_app.desktop.papers.page import PapersPage
from caseworker_app.desktop.papers.presenter import Group
from caseworker_app.desktop.tasks import Tasks
from caseworker_app.desktop.theme import style
from caseworker_app.desktop.theme.look import Look
from caseworker_app.desktop.widgets.dialogs import QuestionDialog
from caseworker_app.errors import OutsideError, UserError
from tests.desktop.papers.conftest import Made
from tests.desktop.papers.making import NOTICE, PROOF, RECORD, Cabinet, issued
from tests.desktop.printing.making import page_of
from tests.desktop.truncation import cut_texts

_CONTROL = Qt.KeyboardModifier.ControlModifier
_GOOD = {"place": "镇政府三楼", "deadline": "2026-12-01", "said": "同意"}


@pytest.fixture
def write(qtbot: QtBot, made: Made) -> Callable[[Cabinet], DraftEditor]:
    def begin(cabinet: Cabinet) -> DraftEditor:
        page = made(cabinet)
        QTest.keyClick(page.shelf.table, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: page.editor is not None)
        assert page.editor
        return page.editor

    return begin


def titles(page: PapersPage) -> list[tuple[str, str]]:
    return [(row.form, row.state) for row in page.shelf.table.held()]


def fill(editor: DraftEditor) -> None:
    for name, value in _GOOD.items():
        editor.fields[name].edit.show_value(value)
        editor.fields[name].take()


def focused_in(widget: QWidget) -> bool:
    focused = QApplication.focusWidget()
    return focused is not None and widget.isAncestorOf(focused)


def question(qtbot: QtBot) -> QuestionDialog:
    def found() -> list[QWidget]:
        tops = QApplication.topLevelWidgets()
        return [top for top in tops if isinstance(top, QuestionDialog) and top.isVisible()]

    qtbot.waitUntil(lambda: len(found()) == 1)
    (dialog,) = found()
    assert isinstance(dialog, QuestionDialog)
    return dialog


def test_that_what_the_law_asks_for_stands_first_with_its_reason(made: Made) -> None:
    page = made(Cabinet())

    assert titles(page) == [
        (NOTICE, "未出"), (RECORD, "未出"), ("F01", "已出"), (PROOF, "未出"), ("F12", "未出"),
        ("F13", "未出"),
    ]  # fmt: skip
    assert page.shelf.table.hasFocus()
    first = page.shelf.table.held()[0]
    assert first.told == "事先告知　《社会救助法》第四十八条"


def test_that_what_is_issued_tells_number_day_and_copies(made: Made) -> None:
    page = made(Cabinet(filed=[issued(NOTICE, 3, copies=2)]))

    page.shelf.go_to("330199-2026-F06a-000003")

    said = [
        label.text() for label in page.shelf.card._facts.findChildren(type(page.shelf.card._name))
    ]
    assert {"330199-2026-F06a-000003", "11月22日 10:40", "2 份"} <= set(said)
    assert page.shelf.card.void.isEnabled()
    assert page.shelf.card.print.isEnabled()


def test_that_a_search_finds_every_other_form(qtbot: QtBot, made: Made) -> None:
    page = made(Cabinet())

    QTest.keyClicks(page.shelf.table, "f")
    assert page.shelf.search_box.hasFocus()
    QTest.keyClicks(page.shelf.search_box, "12")
    qtbot.waitUntil(lambda: titles(page) == [("F12", "未出")])
    page.shelf.search_box.setText("查询")
    qtbot.waitUntil(lambda: titles(page) == [("F12", "未出")])
    page.shelf.search_box.setText("没有这种")
    qtbot.waitUntil(page.shelf.empty.isVisible)

    assert "没有这种" in page.shelf.empty.accessibleName()


def test_that_the_list_is_narrowed_and_says_why_it_is_empty(made: Made) -> None:
    page = made(Cabinet())

    page.shelf.filters.picked.emit(Group.DRAFT.name)

    assert page.shelf.empty.title() == "没有草稿"


def test_that_papers_may_rest_on_the_household_alone(qtbot: QtBot, made: Made) -> None:
    page = made(Cabinet())

    page.shelf.basis.picked.emit("")

    qtbot.waitUntil(lambda: titles(page)[1] == (NOTICE, "未出"))
    assert not any(row.asked for row in page.shelf.table.held())


def test_that_each_field_is_kept_as_it_is_left(
    qtbot: QtBot, write: Callable[[Cabinet], DraftEditor]
) -> None:
    cabinet = Cabinet()
    editor = write(cabinet)
    place = editor.fields["place"].edit
    qtbot.waitUntil(place.hasFocus)

    QTest.keyClicks(place, "A3")
    QTest.keyClick(place, Qt.Key.Key_Tab)

    qtbot.waitUntil(lambda: cabinet.written == [("place", "A3")])


def test_that_what_is_half_typed_is_kept_on_leaving(
    qtbot: QtBot, write: Callable[[Cabinet], DraftEditor]
) -> None:
    cabinet = Cabinet()
    editor = write(cabinet)
    QTest.keyClicks(editor.fields["said"].edit, "ABC")

    QTest.keyClick(editor, Qt.Key.Key_W, _CONTROL)

    qtbot.waitUntil(lambda: ("said", "ABC") in cabinet.written)


def test_that_a_field_that_could_not_be_kept_stays_and_is_kept_again(
    qtbot: QtBot, made: Made
) -> None:
    cabinet = Cabinet()
    page = made(cabinet)
    page.shelf.card.act.click()
    qtbot.waitUntil(lambda: page.editor is not None)
    editor = page.editor
    assert editor
    cabinet.trouble = OutsideError("磁盘已满，没有存下。")
    QTest.keyClicks(editor.fields["place"].edit, "A3")
    QTest.keyClick(editor, Qt.Key.Key_W, _CONTROL)
    qtbot.waitUntil(lambda: "磁盘已满" in editor.banner.text())
    qtbot.wait(50)
    assert page.editor is editor
    assert page.trouble()

    cabinet.trouble = None
    QTest.keyClick(editor, Qt.Key.Key_F5)

    qtbot.waitUntil(lambda: cabinet.written == [("place", "A3")])
    qtbot.waitUntil(lambda: not page.trouble())


def test_that_what_is_missing_is_named_and_gone_to(
    qtbot: QtBot, write: Callable[[Cabinet], DraftEditor]
) -> None:
    editor = write(Cabinet())
    assert editor.hint.text() == "还差 3 项：地点、答复期限、会商意见"
    assert editor.fields["said"].error() == ""
    editor.fields["place"].edit.show_value("镇政府")

    QTest.keyClick(editor, Qt.Key.Key_Return, _CONTROL)

    qtbot.waitUntil(lambda: focused_in(editor.fields["deadline"]))
    assert "还没有填" in editor.fields["deadline"].error()
    assert editor.fields["place"].error() == ""


def test_that_a_day_that_is_none_is_kept_and_told(
    qtbot: QtBot, write: Callable[[Cabinet], DraftEditor]
) -> None:
    cabinet = Cabinet()
    editor = write(cabinet)
    editor.fields["deadline"].edit.show_value("后天")

    editor.fields["deadline"].take()

    qtbot.waitUntil(lambda: "应是日期" in editor.fields["deadline"].error())
    assert cabinet.written == [("deadline", "后天")]


def test_that_the_paper_is_drawn_anew_after_a_change(
    qtbot: QtBot, tasks: Tasks, made: Made
) -> None:
    cabinet = Cabinet()
    page = made(cabinet)
    page.shelf.card.act.click()
    qtbot.waitUntil(lambda: page.editor is not None)
    editor = page.editor
    assert editor
    qtbot.waitUntil(lambda: bool(editor.preview.pages))
    cabinet.drawn.clear()

    editor.fields["place"].edit.show_value("镇政府")
    editor.fields["place"].take()

    qtbot.waitUntil(lambda: len(cabinet.drawn) == 1)
    assert editor.preview.title() == ""


def test_that_large_print_is_kept_and_drawn(
    qtbot: QtBot, write: Callable[[Cabinet], DraftEditor]
) -> None:
    cabinet = Cabinet()
    editor = write(cabinet)
    qtbot.waitUntil(lambda: bool(editor.preview.pages))
    cabinet.drawn.clear()

    editor.large.picked.emit(("large",))

    qtbot.waitUntil(lambda: editor.large.codes() == ("large",))
    qtbot.waitUntil(lambda: bool(cabinet.drawn))
    assert cabinet.drafts[editor.draft_id].is_large


def test_that_a_form_about_one_person_asks_whom(qtbot: QtBot, made: Made) -> None:
    cabinet = Cabinet()
    page = made(cabinet)
    page.shelf.go_to("F12/")

    page.shelf.card.act.click()
    assert [action.text() for action in page.shelf.card.menu.actions()] == [
        "王桂兰", "李建国", "李小宝", "另一位，自己写",
    ]  # fmt: skip
    page.shelf.card.menu.actions()[1].trigger()
    qtbot.waitUntil(lambda: page.editor is not None)

    assert cabinet.drafts["d-F12"].about == "m2"


def test_that_a_paper_is_issued_once_more_asked_and_the_next_one_offered(
    qtbot: QtBot, made: Made
) -> None:
    cabinet = Cabinet()
    page = made(cabinet)
    page.shelf.card.act.click()
    qtbot.waitUntil(lambda: page.editor is not None)
    assert page.editor
    fill(page.editor)
    qtbot.waitUntil(lambda: page.editor is not None and "都填好了" in page.editor.hint.text())

    QTest.keyClick(page.editor, Qt.Key.Key_Return, _CONTROL)
    QTest.keyClick(question(qtbot), Qt.Key.Key_Return, _CONTROL)
    qtbot.waitUntil(page.finished.isVisible)

    assert "已出具，编号 330199-2026-F06a-000001" in page.finished.banner.text()
    assert page.where().endswith("/")
    assert page.finished.next.text() == "下一份：会商记录"
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    with qtbot.waitSignal(page.print_asked) as asked:
        QTest.keyClick(page, Qt.Key.Key_P, _CONTROL)
    assert asked.args == ["330199-2026-F06a-000001"]
    QTest.keyClick(page, Qt.Key.Key_N, _CONTROL)
    qtbot.waitUntil(lambda: page.editor is not None)
    assert page.editor.draft_id == "d-F20"


def test_that_making_void_asks_why_and_ends_printing(qtbot: QtBot, made: Made) -> None:
    cabinet = Cabinet(filed=[issued(NOTICE, 3)])
    page = made(cabinet)
    page.shelf.go_to("330199-2026-F06a-000003")

    QTest.keyClick(page, Qt.Key.Key_Delete, _CONTROL)
    dialog = question(qtbot)
    dialog.reason.setPlainText("送达地点写错")
    dialog.confirm.click()

    qtbot.waitUntil(lambda: "已作废，已留痕" in page.shelf.banner.text())
    assert cabinet.voided == [("330199-2026-F06a-000003", "送达地点写错")]
    qtbot.waitUntil(lambda: ("F06a", "已作废") in titles(page))
    page.shelf.go_to("330199-2026-F06a-000003")
    assert not page.shelf.card.print.isEnabled()
    assert not page.shelf.card.void.isEnabled()


def test_that_the_visit_form_cannot_be_made_void_here(made: Made) -> None:
    page = made(Cabinet())

    page.shelf.go_to("330199-2026-F01-000012")

    assert page.shelf.card.print.isEnabled()
    assert not page.shelf.card.void.isEnabled()


def test_that_a_draft_is_thrown_away_only_after_a_question(qtbot: QtBot, made: Made) -> None:
    cabinet = Cabinet()
    page = made(cabinet)
    page.shelf.card.act.click()
    qtbot.waitUntil(lambda: page.editor is not None)
    assert page.editor
    QTest.keyClicks(page.editor.fields["place"].edit, "A3")

    QTest.keyClick(page.editor, Qt.Key.Key_Delete, _CONTROL)
    assert cabinet.drafts
    question(qtbot).confirm.click()

    qtbot.waitUntil(lambda: not cabinet.drafts)
    qtbot.waitUntil(page.shelf.isVisible)


def test_that_an_empty_form_is_asked_for_by_household_and_code(qtbot: QtBot, made: Made) -> None:
    page = made(Cabinet())

    with qtbot.waitSignal(page.blank_asked) as asked:
        page.shelf.card.blank.click()

    assert asked.args == ["h1", NOTICE, ""]


def test_that_one_comes_back_to_the_draft_in_hand(qtbot: QtBot, made: Made) -> None:
    cabinet = Cabinet()
    page = made(cabinet)
    page.shelf.card.act.click()
    qtbot.waitUntil(lambda: page.editor is not None)
    where = page.where()

    other = made(cabinet)
    other.resume(where)

    qtbot.waitUntil(lambda: other.editor is not None)
    assert other.editor
    assert other.editor.draft_id == "d-F06a"


def test_that_papers_that_cannot_be_read_are_asked_for_again(qtbot: QtBot, made: Made) -> None:
    cabinet = Cabinet()
    page = made(cabinet)
    cabinet.trouble = UserError("磁盘正忙，请稍候重试。")
    page.shown()
    qtbot.waitUntil(page.shelf.empty.isVisible)
    assert "磁盘正忙" in page.shelf.empty.accessibleName()

    cabinet.trouble = None
    page.shelf.empty.action.click()

    qtbot.waitUntil(page.shelf.table.isVisible)


def test_that_an_issued_paper_is_saved_to_a_file(qtbot: QtBot, made: Made, tmp_path: Path) -> None:
    page = made(Cabinet())
    page.shelf.go_to("330199-2026-F01-000012")
    page.shelf.card.act.click()
    qtbot.waitUntil(page.finished.isVisible)

    page.finished.write_pdf("330199-2026-F01-000012", tmp_path / "表.pdf")

    qtbot.waitUntil(lambda: "已存到" in page.finished.banner.text())
    assert (tmp_path / "表.pdf").read_bytes() == page_of("330199-2026-F01-000012")


@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_that_nothing_is_cut(
    qtbot: QtBot, made: Made, lettered: QApplication, scale: float
) -> None:
    style.apply(lettered, Look(scale=scale))
    page = made(Cabinet())
    page.resize(1180, 1000)

    qtbot.waitUntil(lambda: cut_texts(page) == [])
    page.shelf.card.act.click()
    qtbot.waitUntil(lambda: page.editor is not None)
    qtbot.waitUntil(lambda: cut_texts(page) == [])
