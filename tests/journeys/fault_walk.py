"""A visit in the window while things go wrong: ``folder``. Says what was lost, else nothing."""

import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from sqlalchemy import event, text

from caseworker_app import settings
from caseworker_app.demo.clock import DemoClock
from caseworker_app.desktop.checks.page import ChecksPage
from caseworker_app.desktop.comparison.page import ComparisonPage
from caseworker_app.desktop.start import Installation
from caseworker_app.desktop.step.places import Step
from caseworker_app.desktop.today.page import TodayPage
from caseworker_app.desktop.widgets.grid.table import GridTable
from caseworker_app.desktop.widgets.label import Label
from caseworker_app.workflow import visit as visits
from caseworker_app.workflow.workspace import Workspace
from tests.journeys.desk_walk import Desk, assert_there, prepare, type_something
from tests.journeys.sight import said

_YEAR = timedelta(days=366)
_MOST_SECONDS = 4.0
"""How long a paste of ten thousand rows may hold the hand."""


class Clock(DemoClock):
    """Somebody sets the computer's clock back."""

    back = timedelta(0)

    def now(self) -> datetime:
        return super().now() - self.back


class Faulty(Desk):
    """The window, and the store behind it."""

    def __init__(self, folder: Path) -> None:
        self.clock = Clock()
        super().__init__(folder, Installation(folder, self.clock))

    @property
    def ws(self) -> Workspace:
        assert self.session.workbench is not None
        return self.session.workbench._ws

    def write(self, words: str) -> None:
        edit = self.seen()
        edit.selectAll()
        QTest.keyClicks(edit, words)
        self.visit().case.commit()

    def kept(self) -> str:
        """Return what the store has for the field that is written."""
        living = visits.resume(self.ws, self.visit().case.visit.id).living
        return living.high_price_item

    def banner(self) -> str:
        return self.visit().banner.text()

    def saves(self, words: str) -> None:
        self.wait("saved", lambda: self.kept() == words)


@contextmanager
def full_disk(ws: Workspace) -> Iterator[None]:
    """Let the store grow no further."""
    engine = ws.database._engine
    with ws.database.read() as connection:
        pages = connection.execute(text("PRAGMA page_count")).scalar_one()

    def allow(most: int) -> Callable[..., None]:
        return lambda raw, _record, _proxy: raw.execute(f"PRAGMA max_page_count = {most}").close()

    tight, wide = allow(pages), allow(2**31 - 2)
    event.listen(engine, "checkout", tight)
    try:
        yield
    finally:
        event.remove(engine, "checkout", tight)
        event.listen(engine, "checkout", wide)


@contextmanager
def taken(ws: Workspace) -> Iterator[None]:
    """Let another program write into the store for as long."""
    done, begun = threading.Event(), threading.Event()

    def hold() -> None:
        with closing(ws.database._open()) as connection:
            connection.execute("BEGIN IMMEDIATE")
            begun.set()
            done.wait(60)
            connection.execute("ROLLBACK")

    thread = threading.Thread(target=hold)
    thread.start()
    assert begun.wait(10)
    try:
        yield
    finally:
        done.set()
        thread.join()


def disk(desk: Faulty) -> None:
    """A full disk is told; what was typed stays, and is saved once there is room."""
    long = "7" * 200
    with full_disk(desk.ws):
        for number in range(40):
            desk.write(f"{long}{number}")
            desk.pause(0.1)
            if desk.banner():
                break
        desk.wait("told", lambda: "磁盘空间不足" in desk.banner())
        words = desk.seen().text()
    desk.visit().banner.acted.emit()
    desk.saves(words)
    desk.wait("quiet", lambda: not desk.banner())


def lock(desk: Faulty) -> None:
    """Another program in the way is told; typing goes on, and all of it is saved afterwards."""
    with taken(desk.ws):
        desk.write("1111")
        desk.wait("told", lambda: "占用" in desk.banner())
        desk.write("2222")
    desk.visit().banner.acted.emit()
    desk.saves("2222")


def clock(desk: Faulty) -> None:
    """A clock set back a year loses nothing and stops nobody."""
    desk.clock.back = _YEAR
    desk.write("3333")
    desk.saves("3333")
    desk.write("1234")
    desk.saves("1234")
    desk.seen().setCursorPosition(2)
    assert desk.session.workbench is not None
    desk.session.workbench.lock()
    desk.unlock()
    assert_there(desk)
    desk.clock.back = timedelta(0)


def found(desk: Faulty) -> None:
    """A fact being written down when the store is locked is in the record afterwards."""
    visit = desk.visit()
    visit.go(Step.COMPARISON)
    page = visit.pages[Step.COMPARISON]
    assert isinstance(page, ComparisonPage)
    page.open_found()
    assert page.editor is not None
    QTest.keyClicks(page.editor.value, "A12345")
    visit_id = visit.case.visit.id
    assert desk.session.workbench is not None
    desk.session.workbench.lock()
    desk.unlock()
    facts = visits.resume(desk.ws, visit_id).found or ()
    assert [fact.value for fact in facts] == ["A12345"]
    desk.visit().go(Step.CHECKS)


def photo(desk: Faulty, folder: Path) -> None:
    """A file of 100 MB that calls itself a photo is refused with the reason."""
    large = folder / "large.jpg"
    with large.open("wb") as file:
        file.write(b"\xff\xd8\xff\xe0")
        file.truncate(100 * 1024 * 1024)
    given = QMimeData()
    given.setUrls([QUrl.fromLocalFile(str(large))])
    desk.visit().evidence.desk._taker.mime(given, "")
    desk.wait("refused", lambda: "MB" in desk.banner())
    assert not desk.visit().case.visit.attachments


def paste(desk: Faulty) -> None:
    """Ten thousand pasted rows are not taken for incomes; the sheet says why, at once."""
    page = desk.visit().pages[Step.CHECKS]
    assert isinstance(page, ChecksPage)
    page.resume("income")
    desk.pause(0.3)
    sheet = next(one for one in desk.all(GridTable) if isinstance(one, GridTable))
    sheet.setFocus()
    head = desk.visit().case.visit.household.head.name
    QApplication.clipboard().setText("\n".join([f"{head}\t工资性收入\t零工"] * 10_000))
    begun = time.monotonic()
    QTest.keyClick(sheet, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    desk.pause(0.1)
    assert time.monotonic() - begun < _MOST_SECONDS
    desk.wait("told", lambda: any("最多" in said(label) for label in desk.all(Label)))


def main(folder: str) -> int:
    place = Path(folder)
    place.mkdir(parents=True)
    prepare(place)
    settings.save(place, replace(settings.load(place), toured=True))
    desk = Faulty(place)
    desk.unlock()
    desk.one(TodayPage)
    desk.pause(0.5)
    type_something(desk)
    disk(desk)
    lock(desk)
    clock(desk)
    found(desk)
    photo(desk, place)
    paste(desk)
    desk.session.app.quit()
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
