"""One visit in a real window, by keyboard and mouse: ``demo-folder household pictures size``.

A picture of every screen is written to ``pictures``. Ends with status 0 when the visit was
received by the server.
"""

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QPushButton, QWidget

from caseworker_app import settings
from caseworker_app.demo import laptop, office
from caseworker_app.demo.clock import DAY, DemoClock, instant
from caseworker_app.demo.plan import Plan
from caseworker_app.demo.township import make_township
from caseworker_app.desktop.checks.page import ChecksPage
from caseworker_app.desktop.comparison.answer import AnswerButton
from caseworker_app.desktop.comparison.page import ComparisonPage
from caseworker_app.desktop.delivery.page import DeliveryPage
from caseworker_app.desktop.household.page import HouseholdPage
from caseworker_app.desktop.signing.page import SigningPage
from caseworker_app.desktop.start import Installation, Session
from caseworker_app.desktop.step.page import StepPage
from caseworker_app.desktop.step.places import Step
from caseworker_app.desktop.today.page import TodayPage
from caseworker_app.desktop.unlock.page import UnlockPage
from caseworker_app.desktop.visit.page import VisitPage
from caseworker_app.desktop.widgets.lazy_table import LazyTable
from caseworker_app.desktop.worklist.page import WorklistPage
from caseworker_app.model.codes import Stage
from caseworker_app.server.central import Configuration
from caseworker_app.server.run import running
from caseworker_app.store.key import Cost
from caseworker_app.workflow import comparison, session
from tests.desktop.truncation import cut_texts

_PATIENCE = 60.0
_QUICK = Cost(time_cost=1, memory_cost=1024, parallelism=1)
_LEFT = Qt.MouseButton.LeftButton


class Walk:
    """Drives the window and looks at it."""

    def __init__(self, desktop: Session, pictures: Path, size: tuple[int, int]) -> None:
        self._session = desktop
        self._pictures = pictures
        self.frame = desktop.desktop.frame
        self.frame.resize(*size)
        self.cut: list[str] = []

    def picture(self, name: str) -> None:
        """Keep what the window shows, and note texts that are cut."""
        QTest.qWait(120)
        self.frame.grab().save(str(self._pictures / f"{name}.png"))
        self.cut += [f"{name}: {text}" for text in cut_texts(self.frame)]

    def wait(self, what: str, until: Callable[[], object]) -> None:
        end = time.monotonic() + _PATIENCE
        while not until():
            if time.monotonic() > end:
                self.frame.grab().save(str(self._pictures / "stuck.png"))
                raise TimeoutError(what)
            QTest.qWait(20)

    def key(self, key: Qt.Key, *modifiers: Qt.KeyboardModifier) -> None:
        held = Qt.KeyboardModifier.NoModifier
        for modifier in modifiers:
            held |= modifier
        QTest.keyClick(self._session.app.focusWidget() or self.frame, key, held)
        QTest.qWait(60)

    def onward(self) -> None:
        self.key(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    def one(self, kind: type[QWidget]) -> QWidget | None:
        found = [w for w in self.frame.findChildren(kind) if w.isVisible()]
        return found[0] if found else None


def _write(editor: QWidget, text: str) -> None:
    """Write as an input method does: Chinese does not come key by key."""
    editor.setFocus()
    event = QInputMethodEvent()
    event.setCommitString(text)
    QApplication.sendEvent(editor, event)


def _unlock(walk: Walk) -> None:
    walk.wait("door", lambda: walk.one(UnlockPage))
    walk.picture("unlock")
    door = walk.one(UnlockPage)
    assert isinstance(door, UnlockPage)
    _write(door.passphrase, laptop.PASSPHRASE)
    QTest.keyClick(door.passphrase, Qt.Key.Key_Return)


def _choose(walk: Walk, head: str) -> None:
    walk.wait("day", lambda: walk.one(TodayPage))
    walk.wait("round", lambda: walk.one(LazyTable))
    QTest.qWait(400)
    walk.picture("today")
    walk.key(Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    walk.wait("desk", lambda: walk.one(WorklistPage))
    walk.wait("table", lambda: walk.one(LazyTable))
    walk.wait("list", lambda: _table(walk).model().rowCount())
    QTest.qWait(400)
    walk.picture("worklist")
    page = walk.one(WorklistPage)
    assert isinstance(page, WorklistPage)
    before = _table(walk).model().rowCount()
    _write(page.search_box, head)
    walk.wait("search", lambda: 0 < _table(walk).model().rowCount() < before)
    QTest.qWait(300)
    walk.picture("search")
    walk.key(Qt.Key.Key_Return)
    walk.key(Qt.Key.Key_Return)
    walk.wait("visit", lambda: walk.one(VisitPage))


def _table(walk: Walk) -> "LazyTable[object]":
    table = walk.one(LazyTable)
    assert isinstance(table, LazyTable)
    return table


def _page(walk: Walk, step: Step) -> StepPage:
    visit = _visit(walk)
    walk.wait(step.name, visit.pages[step].isVisible)
    return visit.pages[step]


def _visit(walk: Walk) -> VisitPage:
    visit = walk.one(VisitPage)
    assert isinstance(visit, VisitPage)
    return visit


def _household(walk: Walk) -> None:
    page = _page(walk, Step.HOUSEHOLD)
    assert isinstance(page, HouseholdPage)
    walk.picture("household")
    walk.key(Qt.Key.Key_F2)
    QTest.mouseClick(next(iter(page.members.values())).present_button, _LEFT)
    walk.onward()


def _comparison(walk: Walk) -> None:
    page = _page(walk, Step.COMPARISON)
    assert isinstance(page, ComparisonPage)
    walk.picture("comparison")
    for row in list(page.listing.rows):
        page.open(row)
        QTest.qWait(80)
        assert page.detail is not None
        walk.picture("difference")
        buttons = page.detail.findChildren(AnswerButton)
        aside = [button for button in buttons if "不计入" in button.accessibleName()]
        QTest.mouseClick((aside or buttons)[0], _LEFT)
        _write(page.detail.text_edit, "已问明情况，出示了材料")
        QTest.qWait(80)
        walk.picture("difference-answered")
    walk.onward()
    if page.isVisible():
        walk.onward()


def _checks(walk: Walk) -> None:
    page = _page(walk, Step.CHECKS)
    assert isinstance(page, ChecksPage)
    for number in range(8):
        if not page.isVisible():
            return
        if page.living.isVisible():
            choice = page.living.choices["impression"]
            words = choice.findChildren(QAbstractButton)
            segment = next(b for b in words if b.accessibleName() == "与申报一致")
            QTest.mouseClick(segment, _LEFT)
        walk.picture(f"checks-{number}")
        walk.onward()


def _signing(walk: Walk) -> None:
    page = _page(walk, Step.SIGNING)
    assert isinstance(page, SigningPage)
    for role in ("member", "investigator1", "investigator2"):
        card = page.cards[role]
        for left in (60, 130, 200):
            _draw(card.pad, QPoint(left, 40), QPoint(left + 45, 100))
        QTest.mouseClick(card.confirm, _LEFT)
        walk.wait(role, partial(_has_signed, walk, role))
    walk.picture("signing")
    walk.wait("seal", page.seal_button.isEnabled)
    QTest.mouseClick(page.seal_button, _LEFT)
    _confirm(walk)
    walk.wait("sealed", lambda: _visit(walk).case.visit.stage is Stage.SEALED)
    QTest.qWait(200)
    walk.picture("sealed")


def _has_signed(walk: Walk, role: str) -> bool:
    return any(signature.id == role for signature in _visit(walk).case.visit.signatures)


def _draw(pad: QWidget, start: QPoint, end: QPoint) -> None:
    QTest.mousePress(pad, _LEFT, Qt.KeyboardModifier.NoModifier, start)
    for part in range(1, 9):
        QTest.mouseMove(pad, start + (end - start) * part / 8)
        QTest.qWait(8)
    QTest.mouseRelease(pad, _LEFT, Qt.KeyboardModifier.NoModifier, end)


def _confirm(walk: Walk) -> None:
    """Press the confirming button of a dialog, where one asks."""
    QTest.qWait(250)
    for box in walk.frame.window().findChildren(QPushButton):
        if (
            box.isVisible()
            and box.isEnabled()
            and box.text().startswith("封存")
            and box.window() is not walk.frame
        ):
            QTest.mouseClick(box, _LEFT)


def _delivery(walk: Walk) -> None:
    visit = _visit(walk)
    visit.go(Step.DELIVERY)
    page = _page(walk, Step.DELIVERY)
    assert isinstance(page, DeliveryPage)
    walk.wait("store", lambda: "份只在本机" in page._headline.text())
    walk.wait("button", page.deliver_button.isEnabled)
    walk.picture("delivery-waiting")
    QTest.mouseClick(page.deliver_button, _LEFT)
    walk.wait("received", lambda: page._headline.text() == "都已送达")
    walk.picture("delivered")


@contextmanager
def stocked(folder: Path) -> Iterator[Installation]:
    """Yield a laptop whose households are compared, while its office answers."""
    plan = Plan(folder, 60, 1, cost=_QUICK)
    township = make_township(plan.households, plan.seed, today=DAY)
    slip = office.prepare(plan.server, township)
    with running(Configuration(plan.server), instant) as server:
        ws = laptop.open_laptop(plan, township, server.url, slip)
        laptop.fetch(ws, lambda _: None)
        comparison.compare_all(ws)
        session.lock(ws)
        settings.save(plan.laptop, replace(settings.load(plan.laptop), toured=True))
        told = f"这是演示：{township.name}的人员均为虚构。"
        yield Installation(plan.laptop, DemoClock(), told)


def main(folder: str, household: str, pictures: str, width: str, height: str) -> int:
    with stocked(Path(folder)) as installation:
        window = Session(installation, [])
        window.show_door()
        walk = Walk(window, Path(pictures), (int(width), int(height)))
        _unlock(walk)
        _choose(walk, household)
        _household(walk)
        _comparison(walk)
        _checks(walk)
        _page(walk, Step.DETERMINATION)
        walk.picture("determination")
        walk.onward()
        _signing(walk)
        _delivery(walk)
        window.app.quit()
    sys.stdout.write("\n".join(walk.cut))
    return 1 if walk.cut else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
