"""An unchanged recertification by keys alone: ``demo-folder number head``; prints how many keys.

Every key goes to the real window, a modifier counts as a key of its own; only ink is drawn by
mouse. From the day's round to the sealed paper. Ends with status 0 when the visit is sealed.
"""

import sys
from functools import partial
from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from caseworker_app.desktop.signing.page import SigningPage
from caseworker_app.desktop.start import Session
from caseworker_app.desktop.step.places import Step
from caseworker_app.desktop.visit.page import VisitPage
from caseworker_app.desktop.widgets.dialogs import QuestionDialog
from caseworker_app.desktop.widgets.lazy_table import LazyTable
from caseworker_app.desktop.worklist.page import WorklistPage
from caseworker_app.model.codes import Stage
from tests.journeys import window_walk
from tests.journeys.window_walk import Walk

_CONTROL = Qt.KeyboardModifier.ControlModifier
_ALT = Qt.KeyboardModifier.AltModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_PARTS = 5


class Typist(Walk):
    """Counts what is pressed."""

    keys = 0

    def key(self, key: Qt.Key, *modifiers: Qt.KeyboardModifier) -> None:
        self.keys += 1 + len(modifiers)
        super().key(key, *modifiers)

    def write(self, text: str) -> None:
        for sign in text:
            self.keys += 1
            QTest.keyClicks(QApplication.focusWidget() or self.frame, sign)

    def visit(self) -> VisitPage:
        visit = self.one(VisitPage)
        assert isinstance(visit, VisitPage)
        return visit

    def at(self, step: Step) -> None:
        self.wait(step.name, self.visit().pages[step].isVisible)


def _open(walk: Typist, tail: str, head: str) -> None:
    walk.wait("desk", lambda: walk.one(LazyTable))
    QTest.qWait(600)
    walk.keys = 0
    walk.key(Qt.Key.Key_2, _ALT)
    walk.wait("list", lambda: walk.one(WorklistPage))
    walk.wait("rows", lambda: walk.one(LazyTable))
    QTest.qWait(600)
    walk.key(Qt.Key.Key_F, _CONTROL)
    walk.write(tail)
    table = walk.one(LazyTable)
    assert isinstance(table, LazyTable)
    walk.wait("search", lambda: table.model().rowCount() == 1)
    QTest.qWait(300)
    walk.key(Qt.Key.Key_Return)
    walk.key(Qt.Key.Key_Return)
    walk.wait("visit", lambda: walk.one(VisitPage))
    assert walk.visit().case.visit.household.head.name == head


def _visit(walk: Typist) -> None:
    walk.at(Step.HOUSEHOLD)
    walk.key(Qt.Key.Key_F2)  # everybody was met
    walk.key(Qt.Key.Key_F8)  # who signs
    walk.key(Qt.Key.Key_Space)
    walk.onward()
    walk.at(Step.COMPARISON)
    walk.onward()
    walk.at(Step.CHECKS)
    walk.key(Qt.Key.Key_F6, _CONTROL)  # nothing changed
    for _ in range(_PARTS):
        walk.onward()
    walk.at(Step.DETERMINATION)
    walk.key(Qt.Key.Key_F2)  # the opinion as proposed
    walk.onward()


def _seal(walk: Typist) -> None:
    walk.at(Step.SIGNING)
    page = walk.visit().pages[Step.SIGNING]
    assert isinstance(page, SigningPage)
    for role in ("member", "investigator1", "investigator2"):
        card = page.cards[role]
        for left in (60, 130):
            window_walk._draw(card.pad, QPoint(left, 40), QPoint(left + 45, 100))
        while not card.confirm.hasFocus():
            walk.key(Qt.Key.Key_Tab)
        walk.key(Qt.Key.Key_Space)
        walk.wait(role, partial(window_walk._has_signed, walk, role))
    walk.wait("seal", page.seal_button.isEnabled)
    walk.key(Qt.Key.Key_S, _CONTROL, _SHIFT)
    walk.wait("question", QApplication.activeModalWidget)
    assert isinstance(QApplication.activeModalWidget(), QuestionDialog)
    walk.key(Qt.Key.Key_Return, _CONTROL)
    walk.wait("sealed", lambda: walk.visit().case.visit.stage is Stage.SEALED)


def main(folder: str, tail: str, head: str) -> int:
    with window_walk.stocked(Path(folder)) as installation:
        window = Session(installation, [])
        window.show_door()
        walk = Typist(window, Path(folder), (1366, 768))
        window_walk._unlock(walk)
        _open(walk, tail, head)
        _visit(walk)
        _seal(walk)
        window.app.quit()
    sys.stdout.write(f"{walk.keys}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
