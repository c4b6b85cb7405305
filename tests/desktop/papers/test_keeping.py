"""What was typed and could not be kept is neither issued without nor lost."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from caseworker_app.desktop.papers.editor import DraftEditor
from caseworker_app.desktop.papers.page import PapersPage
from caseworker_app.desktop.tasks import Tasks
from caseworker_app.desktop.widgets.dialogs import QuestionDialog
from caseworker_app.errors import OutsideError
from tests.desktop.papers.making import Cabinet
from tests.desktop.printing.making import page_of
from tests.desktop.screen import show

_CONTROL = Qt.KeyboardModifier.ControlModifier
_GOOD = {"place": "镇政府三楼", "deadline": "2026-12-01", "said": "同意"}


@pytest.fixture
def write(qtbot: QtBot, tasks: Tasks) -> Callable[[Cabinet], DraftEditor]:
    page_of("预览")  # typefaces load slowly beside an event loop

    def begin(cabinet: Cabinet) -> DraftEditor:
        page = PapersPage(tasks, cabinet.actions())
        page.resize(1180, 720)
        show(qtbot, page)
        page.open("h1")
        qtbot.waitUntil(page.shelf.table.isVisible)
        page.shelf.card.act.click()
        qtbot.waitUntil(lambda: page.editor is not None)
        assert page.editor
        return page.editor

    return begin


def questions() -> list[QuestionDialog]:
    tops = QApplication.topLevelWidgets()
    return [top for top in tops if isinstance(top, QuestionDialog) and top.isVisible()]


def test_that_nothing_is_issued_while_something_typed_could_not_be_kept(
    qtbot: QtBot, write: Callable[[Cabinet], DraftEditor]
) -> None:
    cabinet = Cabinet()
    editor = write(cabinet)
    for name, value in _GOOD.items():
        editor.fields[name].edit.show_value(value)
        editor.fields[name].take()
    qtbot.waitUntil(lambda: "都填好了" in editor.hint.text())
    cabinet.refused = {"place"}
    editor.fields["place"].edit.show_value("村委会")
    editor.fields["said"].edit.show_value("不同意")

    QTest.keyClick(editor, Qt.Key.Key_Return, _CONTROL)

    qtbot.waitUntil(lambda: cabinet.drafts[editor.draft_id].entries["said"] == "不同意")
    qtbot.waitUntil(editor.issue_button.isEnabled)
    assert not questions()
    assert "磁盘已满" in editor.banner.text()
    assert editor.trouble()

    cabinet.refused = set()
    QTest.keyClick(editor, Qt.Key.Key_Return, _CONTROL)
    qtbot.waitUntil(lambda: len(questions()) == 1)
    questions()[0].confirm.click()
    qtbot.waitUntil(lambda: len(cabinet.filed) == 2)
    assert ("place", "村委会") in cabinet.written


def test_that_a_draft_that_could_not_be_thrown_away_is_kept_on(
    qtbot: QtBot, write: Callable[[Cabinet], DraftEditor]
) -> None:
    cabinet = Cabinet()
    editor = write(cabinet)
    cabinet.trouble = OutsideError("磁盘正忙。")
    QTest.keyClick(editor, Qt.Key.Key_Delete, _CONTROL)
    qtbot.waitUntil(lambda: len(questions()) == 1)
    questions()[0].confirm.click()
    qtbot.waitUntil(lambda: "磁盘正忙" in editor.banner.text())

    cabinet.trouble = None
    editor.fields["place"].edit.show_value("镇政府")
    editor.commit()

    qtbot.waitUntil(lambda: cabinet.written == [("place", "镇政府")])
