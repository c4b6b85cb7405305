"""A notice is listed, household by household, and the file of a household is saved, by keys."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from caseworker_app.desktop.papers.notice import NoticeSheet
from caseworker_app.desktop.papers.page import PapersPage
from caseworker_app.desktop.tasks import Tasks
from caseworker_app.errors import RefusedError, UserError
from caseworker_app.workflow.papers import Elsewhere
from tests.desktop.papers.conftest import Made
from tests.desktop.papers.making import ACTS, Cabinet
from tests.desktop.screen import show, slow_files
from tests.desktop.table import DAY, ME
from tests.desktop.truncation import cut_texts

Opened = Callable[[Cabinet], NoticeSheet]
_CONTROL, _SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def sheet_of(qtbot: QtBot, made: Made) -> Opened:
    def make(cabinet: Cabinet) -> NoticeSheet:
        page = made(cabinet)
        page.shelf.go_to("F13/")
        QTest.keyClick(page.shelf.table, Qt.Key.Key_Return)
        sheet = _sheet(qtbot)
        qtbot.waitUntil(lambda: sheet.homes.count() > 0)
        return sheet

    return make


def _sheet(qtbot: QtBot) -> NoticeSheet:
    def found() -> list[NoticeSheet]:
        tops = QApplication.topLevelWidgets()
        return [top for top in tops if isinstance(top, NoticeSheet) and top.isVisible()]

    qtbot.waitUntil(lambda: len(found()) == 1)
    return found()[0]


def _rows(sheet: NoticeSheet) -> list[tuple[str, bool]]:
    items = (sheet.homes.item(n) for n in range(sheet.homes.count()))
    return [
        (item.text().split("　")[0], item.checkState() is Qt.CheckState.Checked) for item in items
    ]


def test_that_who_must_be_listed_is_and_the_household_it_was_asked_for(sheet_of: Opened) -> None:
    sheet = sheet_of(Cabinet())

    assert _rows(sheet) == [("王桂兰", True), ("李建国", True), ("沈某某", True)]
    assert sheet.line.text() == "名单上 3 户，共 3 户可列。公示单只写姓名、人数、金额。"
    assert sheet.homes.item(0).text().endswith("法律不要求，本地要求的才列")
    assert sheet.village.code() == "河埠村"
    assert cut_texts(sheet) == []


def test_that_a_notice_is_drawn_up_by_keys(qtbot: QtBot, sheet_of: Opened) -> None:
    cabinet = Cabinet()
    sheet = sheet_of(cabinet)
    page = sheet.parent()
    assert isinstance(page, PapersPage)
    qtbot.waitUntil(sheet.homes.hasFocus)

    QTest.keyClick(sheet.homes, Qt.Key.Key_Space)  # takes the first off
    assert _rows(sheet)[0] == ("王桂兰", False)
    QTest.keyClick(sheet, Qt.Key.Key_Return, _CONTROL)

    qtbot.waitUntil(lambda: cabinet.posted == [(ACTS[0], (("h2", "v2"), ("h3", "v3")))])
    qtbot.waitUntil(lambda: page.editor is not None)
    assert page.editor
    assert page.editor.draft_id == "d-F13"


def test_that_another_act_asks_anew(qtbot: QtBot, sheet_of: Opened) -> None:
    sheet = sheet_of(Cabinet())

    sheet.act.picked.emit(ACTS[1])

    qtbot.waitUntil(lambda: _rows(sheet) == [("王桂兰", True)])
    assert "名单上 1 户" in sheet.line.text()


def test_that_all_are_chosen_and_none(sheet_of: Opened) -> None:
    sheet = sheet_of(Cabinet())
    assert sheet.all.text() == "全不选"

    QTest.keyClick(sheet, Qt.Key.Key_A, _CONTROL | _SHIFT)

    assert not any(on for _, on in _rows(sheet))
    assert not sheet.draw.isEnabled()
    assert sheet.all.text() == "全选"


def test_that_what_is_in_the_way_is_told_and_the_list_stays(qtbot: QtBot, sheet_of: Opened) -> None:
    cabinet = Cabinet()
    sheet = sheet_of(cabinet)
    cabinet.trouble = UserError("李建国户在另一份没有写完的公示单上。")

    sheet.draw.click()

    qtbot.waitUntil(lambda: "另一份" in sheet.banner.text())
    assert sheet.isVisible()
    assert sheet.draw.isEnabled()
    assert len(_rows(sheet)) == 3


def test_that_a_notice_is_asked_for_without_a_household(qtbot: QtBot, tasks: Tasks) -> None:
    cabinet = Cabinet()
    page = PapersPage(tasks, cabinet.actions())
    show(qtbot, page)
    assert not page.shelf.file.isVisible()

    QTest.keyClick(page, Qt.Key.Key_G, _CONTROL | _SHIFT)

    sheet = _sheet(qtbot)
    qtbot.waitUntil(lambda: _rows(sheet) == [("王桂兰", False), ("李建国", True), ("沈某某", True)])


def test_that_the_file_of_a_household_is_saved_and_noted_with_its_bytes(
    qtbot: QtBot, made: Made, tmp_path: Path
) -> None:
    cabinet = Cabinet()
    page = made(cabinet)
    file = tmp_path / "一户一档.pdf"

    QTest.keyClick(page, Qt.Key.Key_E, _CONTROL | _SHIFT)
    dialog = page.findChild(QFileDialog)
    assert dialog
    assert dialog.selectedFiles()[0].endswith(".pdf")
    dialog.fileSelected.emit(str(file))
    dialog.reject()

    qtbot.waitUntil(lambda: "已存到" in page.shelf.banner.text())
    assert cabinet.bound == [("h1", file.read_bytes())]


def test_that_binding_says_so_and_holds_up_nothing(
    qtbot: QtBot, tasks: Tasks, made: Made, tmp_path: Path
) -> None:
    cabinet = Cabinet()
    page = made(cabinet)
    with slow_files(tasks):
        page.write_file("h1", tmp_path / "a.pdf")
        assert "正在装订" in page.shelf.banner.text()
        page.shown()
        qtbot.waitUntil(lambda: len(page.shelf.table.held()) > 1)
    qtbot.waitUntil(lambda: "已存到" in page.shelf.banner.text())


@pytest.mark.parametrize("missing", ["disk", "paper"])
def test_that_why_a_file_could_not_be_made_is_told(
    qtbot: QtBot, made: Made, tmp_path: Path, missing: str
) -> None:
    cabinet = Cabinet()
    page = made(cabinet)
    if missing == "paper":
        cabinet.trouble = RefusedError("本户还没有签发过文书，没有可装订的档案。")

    page.write_file("h1", tmp_path / "gone" / "a.pdf")

    told = "还没有签发过" if missing == "paper" else "存不到"
    qtbot.waitUntil(lambda: told in page.shelf.banner.text())


def test_that_a_colleagues_paper_is_told_and_cannot_be_printed_here(
    qtbot: QtBot, made: Made
) -> None:
    theirs = Elsewhere("330199-2026-F04-000002", "F04", "核对结果告知书", DAY, ME, None)
    page = made(Cabinet(elsewhere=(theirs,)))
    rows = [(row.form, row.state) for row in page.shelf.table.held()]
    assert ("F04", "同事已出") in rows

    page.shelf.go_to(theirs.number)

    card = page.shelf.card
    for button in (card.act, card.print, card.blank, card.void, card.drop):
        assert not button.isVisible()
    page.shelf.table.open_current()
    qtbot.waitUntil(lambda: "同事出具" in page.shelf.banner.text())
    assert cut_texts(page) == []
