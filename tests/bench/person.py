"""A person at the real window, played inside its own event loop: nothing nests, nothing sleeps.

What the person does is a generator. It yields milliseconds to let pass, or a question that is
asked again until the answer is yes; between two yields it presses keys and clicks.
"""

import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from types import TracebackType
from typing import TypeAlias, TypeVar

from PySide6.QtCore import QMimeData, QPoint, Qt, QTimer, QUrl
from PySide6.QtGui import QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget

from caseworker_app.demo import laptop
from caseworker_app.demo.clock import DemoClock
from caseworker_app.desktop.start import Installation, Session
from caseworker_app.desktop.step.page import StepPage
from caseworker_app.desktop.step.places import Step
from caseworker_app.desktop.unlock.page import UnlockPage
from caseworker_app.desktop.visit.page import VisitPage
from caseworker_app.desktop.widgets.signature_pad import SignaturePad
from caseworker_app.desktop.workbench import Workbench
from caseworker_app.desktop.worklist.page import WorklistPage

Doing: TypeAlias = Iterator[float | Callable[[], object]]
Page = TypeVar("Page", bound=QWidget)
Part = TypeVar("Part", bound=StepPage)

CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
SHIFT, NONE = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.NoModifier
_LEFT = Qt.MouseButton.LeftButton
_PATIENCE = 40.0
_ASK_MS = 4
_KEY_MS = 30.0


class Person:
    """Keys, clicks and eyes; ``pace`` is the pause after a typed letter in milliseconds."""

    def __init__(self, folder: Path, pace: float = _KEY_MS) -> None:
        self.session = Session(Installation(folder, DemoClock()), [])
        self.frame = self.session.desktop.frame
        self.pace = pace
        self.at = ""
        """What the person is doing, for whoever measures."""
        self.keys = 0
        self._doing: Doing = iter(())
        self._until: Callable[[], object] | None = None
        self._since = 0.0
        self._fault: BaseException | None = None
        self._timer = QTimer(self.session, singleShot=True, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._go_on)

    def run(self, doing: Doing) -> None:
        """Do it all, then close the window as a person does; raises what went wrong."""
        sys.excepthook = self._stumble
        self._doing = doing
        self.session.show_door()
        self._timer.start(0)
        self.session.app.exec()
        sys.excepthook = sys.__excepthook__
        if self._fault is not None:
            raise self._fault

    def press(self, key: Qt.Key, held: Qt.KeyboardModifier = NONE) -> None:
        self.keys += 1
        QTest.keyClick(self._window(), key, held)

    def click(self, widget: QWidget) -> None:
        QTest.mouseClick(widget, _LEFT)

    def spell(self, text: str) -> Doing:
        """Type letter by letter into whatever has the focus."""
        for letter in text:
            self.press(Qt.Key(ord(letter.upper())))
            yield self.pace

    def write(self, editor: QLineEdit | QPlainTextEdit, text: str) -> Doing:
        """Go to a field, type over what stands there, and leave it by Tab."""
        editor.setFocus()
        editor.selectAll()
        yield from self.spell(text)
        stands = editor.text() if isinstance(editor, QLineEdit) else editor.toPlainText()
        assert stands == text, f"{self.at}: {editor.accessibleName()} holds {stands!r}"
        self.press(Qt.Key.Key_Tab)
        yield self.pace

    def _window(self) -> QWindow:
        """Return the window keys go to, as the system gives them: not past it to a widget."""
        focused: QWindow | None = QApplication.focusWindow()
        return focused or self.frame.windowHandle()

    def draw(self, pad: SignaturePad) -> Doing:
        """Write a name on a pad."""
        for left in (60, 130, 200):
            start, end = QPoint(left, 40), QPoint(left + 45, 100)
            QTest.mousePress(pad, _LEFT, NONE, start)
            for part in range(1, 9):
                QTest.mouseMove(pad, start + (end - start) * part / 8)
                yield 8
            QTest.mouseRelease(pad, _LEFT, NONE, end)

    def all(self, kind: type[Page]) -> list[Page]:
        """Return the widgets of a kind that are in sight."""
        return [widget for widget in self.frame.findChildren(kind) if widget.isVisible()]

    def one(self, kind: type[Page]) -> Page:
        return self.all(kind)[0]

    @property
    def desk(self) -> Workbench:
        assert self.session.workbench is not None
        return self.session.workbench

    @property
    def visit(self) -> VisitPage:
        return self.one(VisitPage)

    def page(self, step: Step, kind: type[Part]) -> Part:
        page = self.visit.pages[step]
        assert isinstance(page, kind)
        return page

    def unlock(self) -> Doing:
        """Type the passphrase, not letter by letter: it is Chinese."""
        yield lambda: self.all(UnlockPage)
        door = self.one(UnlockPage)
        door.passphrase.setText(laptop.PASSPHRASE)
        door.enter.click()
        yield lambda: self.session.workbench is not None

    def front(self) -> Doing:
        """Come back to the window where another stood before it."""
        self.frame.activateWindow()
        yield self.frame.isActiveWindow

    def to_list(self) -> Doing:
        yield from self.front()
        self.press(Qt.Key.Key_2, ALT)
        yield lambda: self.all(WorklistPage)

    def open(self, tail: str) -> Doing:
        """Look a household up by the end of its head's number and open it."""
        yield from self.to_list()
        self.press(Qt.Key.Key_F, CTRL)
        yield self.one(WorklistPage).search_box.hasFocus
        yield from self.spell(tail)
        table = self.one(WorklistPage).table
        yield lambda: table.model().rowCount() == 1 and table.isVisible()
        yield 150
        table.open_current()
        yield lambda: self.all(VisitPage)
        yield 50

    def idle(self) -> bool:
        """Return whether nothing is left to be saved or read."""
        tasks = self.session._tasks
        threads = (tasks.on_database, tasks.on_paper, tasks.on_files, tasks.on_network)
        return all(thread._pool._work_queue.empty() for thread in threads)

    def go(self, step: Step) -> Doing:
        visit = self.visit
        visit.go(step)
        yield visit.pages[step].isVisible

    def _go_on(self) -> None:
        if self._until is not None and not self._until():
            if time.monotonic() - self._since > _PATIENCE:
                raise TimeoutError(f"{self.at}: {self._until}")
            self._timer.start(_ASK_MS)
            return
        self._until = None
        wanted = next(self._doing, None)
        if wanted is None:
            self.session.app.quit()
        elif callable(wanted):
            self._until, self._since = wanted, time.monotonic()
            self._timer.start(0)
        else:
            self._timer.start(round(wanted))

    def _stumble(
        self, _kind: type[BaseException], fault: BaseException, _trace: TracebackType | None
    ) -> None:
        if self._fault is None:  # asking again to end would only stumble once more
            self._fault = fault
            self.session.app.exit(1)  # a question that is open would refuse to quit


def dropped(file: Path) -> QMimeData:
    """Return a file as it is dropped on the window."""
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(file))])
    return mime
