"""Lock, look, tour and practice in a real window: ``folder``. Says what went wrong, else nothing.

Runs without a display; the person is played by keys and by the widgets' own signals.
"""

import sys
import threading
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QWidget

from caseworker_app.demo import practice
from caseworker_app.demo.clock import DAY, DemoClock
from caseworker_app.demo.township import make_township
from caseworker_app.desktop.checks.page import ChecksPage
from caseworker_app.desktop.practice.band import Band
from caseworker_app.desktop.settings.page import SettingsPage
from caseworker_app.desktop.start import Installation, Practice, Session
from caseworker_app.desktop.step.places import Step
from caseworker_app.desktop.theme.look import current
from caseworker_app.desktop.tour.page import TourPage
from caseworker_app.desktop.unlock.page import UnlockPage
from caseworker_app.desktop.visit.page import VisitPage
from caseworker_app.desktop.widgets.dialogs import QuestionDialog
from caseworker_app.desktop.worklist.page import WorklistPage
from caseworker_app.errors import RefusedError
from caseworker_app.store.household import AssignedHousehold, save_all
from caseworker_app.store.key import Cost
from caseworker_app.workflow import comparison, delivery, enrolment, session
from caseworker_app.workflow.workspace import Workspace

PASSPHRASE = "独自工作2026"  # noqa: S105  # of a folder that lives for a test
_QUICK = Cost(time_cost=1, memory_cost=64, parallelism=1)
_CTRL = Qt.KeyboardModifier.ControlModifier
_ALT = Qt.KeyboardModifier.AltModifier


class Desk:
    """The window, and what is on it."""

    def __init__(self, folder: Path, installation: Installation | None = None) -> None:
        place = folder / "practice"
        way = Practice(partial(practice.open_practice, place), partial(practice.reset, place))
        usual = Installation(folder, DemoClock(), practice=way)
        self.session = Session(installation or usual, [])
        self.session.show_door()
        self.frame = self.session.desktop.frame

    def wait(self, what: str, until: Callable[[], object]) -> None:
        end = time.monotonic() + 30
        while not until():
            if time.monotonic() > end:
                raise TimeoutError(what)
            QApplication.processEvents()
            time.sleep(0.01)

    def pause(self, seconds: float) -> None:
        end = time.monotonic() + seconds
        self.wait("pause", lambda: time.monotonic() > end)

    def all(self, kind: type[QWidget]) -> list[QWidget]:
        return [w for w in self.frame.findChildren(kind) if w.isVisible()]

    def one(self, kind: type[QWidget]) -> QWidget:
        self.wait(kind.__name__, lambda: self.all(kind))
        return self.all(kind)[0]

    def key(self, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        self.frame.activateWindow()
        self.wait("active", self.frame.isActiveWindow)
        QTest.keyClick(self.session.app.focusWidget() or self.frame, key, held)
        self.pause(0.05)

    def unlock(self) -> None:
        door = self.one(UnlockPage)
        assert isinstance(door, UnlockPage)
        door.passphrase.setText(PASSPHRASE)
        door.enter.click()
        self.wait("desk", lambda: self.session.workbench is not None)

    def left_alone(self) -> None:
        assert self.session._idle is not None
        self.session._idle.passed.emit()
        self.one(UnlockPage)

    def visit(self) -> VisitPage:
        found = self.one(VisitPage)
        assert isinstance(found, VisitPage)
        return found

    def households(self) -> int:
        pages = (page for page in self.all(WorklistPage) if isinstance(page, WorklistPage))
        return sum(page.table.model().rowCount() for page in pages)

    def settings(self) -> list[SettingsPage]:
        return [page for page in self.all(SettingsPage) if isinstance(page, SettingsPage)]

    def seen(self) -> QLineEdit:
        page = self.visit().pages[Step.CHECKS]
        assert isinstance(page, ChecksPage)
        edit = page.living.findChildren(QLineEdit)[1]
        assert isinstance(edit, QLineEdit)
        return edit


def prepare(folder: Path) -> None:
    session.create(folder, PASSPHRASE, _QUICK)
    opened = session.unlock(folder, PASSPHRASE, DemoClock())
    ws = session.work_alone(opened, "胡龙", "云溪镇社会救助服务站")
    units = make_township(12, 1, today=DAY).households
    with ws.database.write() as connection:
        save_all(
            connection, (AssignedHousehold(u.household, u.declaration, u.records) for u in units)
        )
    comparison.compare_all(ws)
    session.lock(ws)


def tour(desk: Desk) -> None:
    """The tour comes by itself, again if the store was locked over it, and goes by a key."""
    desk.one(TourPage)
    desk.left_alone()
    desk.unlock()
    desk.one(TourPage)
    for _ in range(7):
        desk.key(Qt.Key.Key_Right)
    desk.wait("end of the tour", lambda: not desk.all(TourPage))
    assert desk.session.preferences.now.toured


def type_something(desk: Desk) -> None:
    """Open a visit, go to the living conditions, begin to write."""
    desk.key(Qt.Key.Key_2, _ALT)
    page = desk.one(WorklistPage)
    assert isinstance(page, WorklistPage)
    desk.wait("list", lambda: page.table.current() is not None)
    page.table.open_current()
    visit = desk.visit()
    desk.pause(0.3)
    visit.go(Step.CHECKS)
    checks = visit.pages[Step.CHECKS]
    assert isinstance(checks, ChecksPage)
    checks.resume("living")
    edit = desk.seen()
    edit.setFocus()
    desk.pause(0.1)
    QTest.keyClicks(edit, "1234")
    edit.setCursorPosition(2)


def assert_there(desk: Desk, text: str = "1234") -> None:
    """Step, part, field, what was typed and the cursor are as they were left."""
    desk.wait("field", lambda: desk.all(VisitPage) and desk.seen().hasFocus())
    desk.pause(0.3)
    edit = desk.seen()
    assert desk.visit().place().where == "living"
    assert edit.hasFocus()
    assert (edit.text(), edit.cursorPosition()) == (text, 2)


def locks(desk: Desk) -> None:
    """Each way of leaving closes the store; unlocking comes back to the same field."""
    bench = desk.session.workbench
    assert bench is not None
    desk.key(Qt.Key.Key_L, _CTRL)
    desk.one(UnlockPage)
    place = bench.place
    assert place is not None
    assert "胡" not in repr(place)
    desk.unlock()
    assert_there(desk)
    desk.left_alone()
    desk.unlock()
    assert_there(desk)
    assert desk.session._away is not None
    desk.session._away.leaving.emit()
    desk.unlock()
    assert_there(desk)


def waits_for_files(desk: Desk) -> None:
    """A photo still being read is taken before the store closes; a dead share is told of."""
    read: list[object] = []
    slow = threading.Event()
    files = desk.session._tasks.on_files
    files(desk.session, lambda: slow.wait(0.4), read.append, read.append)
    assert desk.visit().evidence.desk.take(_pasted(), "")
    desk.key(Qt.Key.Key_L, _CTRL)
    desk.one(UnlockPage)
    assert read == [False]
    desk.unlock()
    assert_there(desk)
    assert len(desk.visit().case.visit.attachments) == 1
    files(desk.session, lambda: slow.wait(20), read.append, read.append)
    desk.key(Qt.Key.Key_L, _CTRL)
    desk.wait("told", lambda: _dialogs(desk, "有文件没有处理完"))
    slow.set()
    for dialog in _dialogs(desk, "有文件没有处理完"):
        dialog.confirm.click()
    desk.frame.activateWindow()
    desk.unlock()
    assert_there(desk)


def _pasted() -> QMimeData:
    """Return a picture of the clipboard."""
    mime, image = QMimeData(), QImage(640, 480, QImage.Format.Format_RGB32)
    image.fill(0x3366CC)
    mime.setImageData(image)
    return mime


def _dialogs(desk: Desk, title: str) -> list[QuestionDialog]:
    found = [d for d in desk.all(QuestionDialog) if isinstance(d, QuestionDialog)]
    return [dialog for dialog in found if dialog.windowTitle() == title]


def looks(desk: Desk) -> None:
    """A size is tried, taken back, tried and kept; the visit stays where it is."""
    desk.key(Qt.Key.Key_Comma, _CTRL)
    page = desk.one(SettingsPage)
    assert isinstance(page, SettingsPage)
    page.look.scale.picked.emit("150")
    desk.wait("trial", lambda: any(page.trial.keep.hasFocus() for page in desk.settings()))
    desk.key(Qt.Key.Key_Escape)
    desk.wait("taken back", lambda: desk.session.preferences.now.scale == 100)
    desk.wait("settings again", lambda: current().scale == 1.0 and desk.settings())
    desk.pause(0.3)
    (page,) = desk.settings()
    assert not page.trial.isVisible()
    page.look.scale.picked.emit("125")
    desk.wait("second trial", lambda: current().scale == 1.25)
    desk.wait("asked", lambda: any(page.trial.keep.hasFocus() for page in desk.settings()))
    desk.key(Qt.Key.Key_F9)
    assert desk.session.preferences.seconds_left == 0
    desk.key(Qt.Key.Key_W, _CTRL)
    assert_there(desk)


def locks_during_a_trial(desk: Desk) -> None:
    """The door stands in the size from before, and nothing of the closed desk lives on."""
    bench = desk.session.workbench
    assert bench is not None
    desk.key(Qt.Key.Key_Comma, _CTRL)
    desk.wait("settings", desk.settings)
    (page,) = desk.settings()
    page.look.scale.picked.emit("200")
    desk.wait("trial", lambda: current().scale == 2.0)
    desk.left_alone()
    assert current().scale == 1.25
    assert not bench._again.isActive()
    desk.unlock()
    desk.wait("settings again", desk.settings)
    desk.key(Qt.Key.Key_W, _CTRL)
    assert_there(desk)


def stays_when_not_saved(desk: Desk) -> None:
    """Practice asked for in vain does not begin with a later lock."""
    presenter = desk.visit()._presenter
    presenter.not_saved({}, "存不下")
    desk.session.practise()
    desk.wait("told", lambda: desk.all(QuestionDialog))
    for dialog in desk.frame.findChildren(QuestionDialog):
        dialog.reject()
    presenter.saved()
    desk.key(Qt.Key.Key_L, _CTRL)
    desk.one(UnlockPage)
    desk.pause(0.3)
    assert desk.session.workbench is None
    desk.unlock()
    assert_there(desk)


def reaches_nobody(ws: Workspace) -> None:
    assert ws.practice
    with pytest.raises(RefusedError, match="练习"):
        delivery.deliver(ws, lambda _progress: None)
    with pytest.raises(RefusedError, match="练习"):
        enrolment.enrol(ws, "http://127.0.0.1:9", "x", "y")


def practises(desk: Desk) -> None:
    """Practice is marked, reaches nobody, begins anew, and leads back to the door."""
    desk.key(Qt.Key.Key_L, _CTRL)
    desk.one(UnlockPage)
    desk.key(Qt.Key.Key_L, _ALT)
    desk.one(Band)
    bench = desk.session.workbench
    assert bench is not None
    reaches_nobody(bench._ws)
    desk.key(Qt.Key.Key_2, _ALT)
    desk.wait("list", lambda: desk.households() == practice.HOUSEHOLDS)
    page = desk.one(WorklistPage)
    assert isinstance(page, WorklistPage)
    page.table.open_current()
    desk.visit()
    desk.one(Band)
    desk.key(Qt.Key.Key_R, _CTRL | Qt.KeyboardModifier.ShiftModifier)
    desk.wait("question", lambda: desk.frame.findChildren(QuestionDialog))
    (question,) = desk.frame.findChildren(QuestionDialog)
    question.confirm.click()
    desk.wait("anew", lambda: desk.session.workbench not in (None, bench))
    anew = desk.session.workbench
    assert anew is not None
    desk.key(Qt.Key.Key_2, _ALT)
    desk.wait("list", lambda: desk.households() == practice.HOUSEHOLDS)
    desk.key(Qt.Key.Key_W, _CTRL | Qt.KeyboardModifier.ShiftModifier)
    desk.one(UnlockPage)
    assert not desk.all(Band)
    desk.unlock()
    assert_there(desk)


def main(folder: str) -> int:
    prepare(Path(folder))
    desk = Desk(Path(folder))
    desk.unlock()
    tour(desk)
    type_something(desk)
    assert_there(desk)
    locks(desk)
    waits_for_files(desk)
    looks(desk)
    locks_during_a_trial(desk)
    stays_when_not_saved(desk)
    practises(desk)
    assert all(button.accessibleName() for button in desk.all(QPushButton))
    desk.session.app.quit()
    desk.session._end()
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
