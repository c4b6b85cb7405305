"""A PDF let go anywhere over the window is looked at; what belongs to the evidence goes there."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QWidget
from pytestqt.qtbot import QtBot

from caseworker_app.demo.clock import DemoClock
from caseworker_app.desktop.genuine.drop import judge_papers
from caseworker_app.desktop.tasks import Tasks
from caseworker_app.desktop.visit.page import VisitPage
from caseworker_app.desktop.widgets.dialogs import QuestionDialog
from caseworker_app.desktop.window import PageSpec, Window
from caseworker_app.intake.photo import draw_sketch
from caseworker_app.workflow import session
from caseworker_app.workflow.workspace import Workspace
from tests.desktop.screen import assert_saves, show, slow_files
from tests.desktop.table import Memory
from tests.desktop.visiting import visit_page
from tests.workflow.conftest import PASSPHRASE, QUICK

_CONTROL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def window(qtbot: QtBot, tasks: Tasks, memory: Memory) -> Window:
    page = visit_page(tasks, memory)
    window = Window([PageSpec("visit", "入户核查", "people", lambda: page)])
    window.resize(1366, 900)
    show(qtbot, window)
    return window


@pytest.fixture
def ws(tmp_path: Path) -> Iterator[Workspace]:
    session.create(tmp_path, PASSPHRASE, QUICK)
    opened = session.unlock(tmp_path, PASSPHRASE, DemoClock())
    yield opened
    opened.database.close()


def _carry(on: QWidget, *files: Path) -> bool:
    """Carry files over a widget and let them go, as Qt does; return whether anybody takes them."""
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
    action, button = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    key = Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(4, 4), action, mime, button, key)
    enter.ignore()
    QApplication.sendEvent(on, enter)
    if not enter.isAccepted():
        return False
    QApplication.sendEvent(on, QDropEvent(QPointF(4, 4), action, mime, button, key))
    return True


def test_that_a_pdf_is_taken_wherever_it_is_let_go(window: Window, tmp_path: Path) -> None:
    taken: list[list[Path]] = []
    window.papers_brought.connect(taken.append)
    page = window.page("visit")
    assert isinstance(page, VisitPage)
    paper, other = tmp_path / "核查表.PDF", tmp_path / "b.pdf"

    for place in (window, window.status, page, page.rail):
        assert _carry(place, paper, other, tmp_path / "a.txt")

    assert taken == [[paper, other]] * 4


def test_that_a_photo_still_goes_to_the_evidence(
    qtbot: QtBot, window: Window, tmp_path: Path
) -> None:
    taken: list[list[Path]] = []
    window.papers_brought.connect(taken.append)
    page = window.page("visit")
    assert isinstance(page, VisitPage)
    photo = tmp_path / "a.jpg"
    photo.write_bytes(draw_sketch("厨房", 1))

    assert _carry(page, photo)
    qtbot.waitUntil(lambda: len(page.case.visit.attachments) == 1)

    assert taken == []
    assert not _carry(window.status, photo)
    assert not _carry(window.status, tmp_path / "a.docx")


@pytest.mark.parametrize(
    ("name", "expected"),
    [("a.pdf", ("不是 PDF 文件", "请换一个文件")), ("b.pdf", ("没有查验", "没有这个文件"))],
)
def test_that_the_outcome_is_told_over_the_window(
    qtbot: QtBot, window: Window, tasks: Tasks, ws: Workspace, name: str, expected: tuple[str, str]
) -> None:
    (ws.folder / "a.pdf").write_bytes(b"text")

    judge_papers(window, tasks, ws)
    with slow_files(tasks):
        assert _carry(window.status, ws.folder / name)
        assert_saves(qtbot, tasks)
    qtbot.waitUntil(lambda: bool(window.findChildren(QuestionDialog)))
    (told,) = window.findChildren(QuestionDialog)

    title, words = expected
    assert told.windowTitle() == title
    assert any(words in label.text() for label in told.findChildren(QLabel))
    told.confirm.click()


def test_that_papers_are_chosen_by_a_key_on_any_page(
    qtbot: QtBot, window: Window, tasks: Tasks, ws: Workspace
) -> None:
    (ws.folder / "a.pdf").write_bytes(b"text")
    judge_papers(window, tasks, ws)
    page = window.page("visit")
    assert isinstance(page, VisitPage)

    QTest.keyClick(page.rail, Qt.Key.Key_Y, _CONTROL_SHIFT)
    (dialog,) = window.findChildren(QFileDialog)
    dialog.filesSelected.emit([str(ws.folder / "a.pdf")])
    dialog.close()

    qtbot.waitUntil(lambda: bool(window.findChildren(QuestionDialog)))
    (told,) = window.findChildren(QuestionDialog)
    assert told.windowTitle() == "不是 PDF 文件"
    told.confirm.click()


def test_that_the_desktop_starts_without_what_seals() -> None:
    code = (
        "import sys\n"
        "import caseworker_app.desktop.start, caseworker_app.desktop.workbench\n"
        "from caseworker_app.workflow import session\n"
        "session.prepare()\n"
        "from caseworker_app.desktop.workbench import _load_late\n"
        "_load_late()\n"
        "late = {'pyhanko', 'pyhanko_certvalidator', 'asn1crypto', 'aiohttp', 'lxml'}\n"
        "print(late & set(sys.modules))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], check=True, capture_output=True, text=True, timeout=60
    )

    assert done.stdout == "set()\n"
