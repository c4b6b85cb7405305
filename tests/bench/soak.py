"""A day of work at the real window without a pause: ``folder photos visits``; prints JSON.

Looks after every so many visits what the process holds, and at the end what it leaves behind.
"""

import gc
import sys
import threading
import weakref
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import msgspec
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget
from shiboken6 import Shiboken

from caseworker_app.demo.clock import DAY
from caseworker_app.demo.plan import Plan
from caseworker_app.demo.township import make_township
from caseworker_app.desktop.evidence.sheet import Sheet
from caseworker_app.desktop.help.page import HelpWindow
from caseworker_app.desktop.settings.page import SettingsPage
from caseworker_app.desktop.step.places import Step
from caseworker_app.desktop.visit.page import VisitPage
from caseworker_app.desktop.widgets.filter_chip import FilterChip, FilterPopup
from caseworker_app.desktop.worklist.page import WorklistPage
from caseworker_app.desktop.worklist.presenter import View
from tests.bench import kitchen
from tests.bench.memory import own_kib
from tests.bench.person import ALT, CTRL, SHIFT, Doing, Person

_LOOKS = 20
_TOLD, _SEEN = "yi wen ming", "gan jing"
_LUNCH_MS, _BREAK_MS = 6000, 400
"""A long day has pauses in which what was freed goes back to the system, see ``Garbage``."""
_SELDOM = 8
"""Every so many visits the person does what is not done for each."""
_WINDOWS = frozenset(
    {"Frame", "QuestionDialog", "FilterPopup", "HelpWindow", "QFileDialog", "Sheet"}
)
"""What may come up as a window of its own; anything else flashed by mistake."""


class Held(msgspec.Struct, frozen=True):
    """What the process holds; memory is what it wrote itself, in KiB, 0 where nobody tells."""

    visits: int
    memory: int
    blocks: int
    """Of Python, whether the collector knows them or not."""
    qobjects: int
    widgets: int
    threads: int
    files: int
    pages: int
    """Visits and desks, whether the window still shows them or somebody only forgot them."""


class Told(msgspec.Struct):
    """What the day held on its way, and what was left of it at its end."""

    held: list[Held]
    keys: int
    threads: list[str]
    files: list[str]
    """Of the installation or the person."""
    flashed: list[str]
    """Windows that came up by mistake."""
    open: list[str]
    """Windows that stand open still."""

    def left(self) -> list[str]:
        return [*self.threads, *self.files, *self.flashed, *self.open]


def hold(visits: int, pages: Iterable["weakref.ref[QObject]"]) -> Held:
    """Look without touching: who lists all objects breaks a tuple another thread is making."""
    gc.collect()
    return Held(
        visits,
        own_kib(),
        sys.getallocatedblocks(),
        len(Shiboken.getAllValidWrappers()),
        len(QApplication.allWidgets()),
        threading.active_count(),
        files().total(),
        sum(page() is not None for page in pages),
    )


def files() -> Counter[str]:
    """Return what is open, by what it is and how often."""
    found: Counter[str] = Counter()
    folder = Path("/proc/self/fd")
    for handle in list(folder.iterdir()) if folder.is_dir() else []:
        try:
            found[str(handle.readlink()).partition(":[")[0]] += 1
        except OSError:  # the handle of the listing itself
            continue
    return found


class _Windows(QObject):
    """Notes every window that comes up."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: Counter[str] = Counter()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  # Qt's name
        if event.type() is QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.seen[type(watched).__name__] += 1
        return False


class Day:
    """So many visits, and everything else a desk sees in between."""

    def __init__(self, who: Person, photos: list[Path], visits: int) -> None:
        self._who, self._photos, self._visits = who, photos, visits
        self._seen: list[weakref.ref[QObject]] = []
        self.held: list[Held] = []
        self.before: Counter[str] = Counter()

    def walk(self, tails: list[str]) -> Doing:
        who = self._who
        self.before = files()
        yield from who.unlock()
        # Keys given to a widget are no sign to the window: it would lock in the middle.
        who.session.preferences.put(replace(who.session.preferences.now, lock_minutes=0))
        yield 1500
        every = max(1, self._visits // _LOOKS)
        seldom = min(_SELDOM, self._visits // 2)
        for number, tail in enumerate(tails[: self._visits]):
            yield from self._one(number, tail)
            if number % seldom == seldom - 1:
                yield from self._seldom()
            if number % every == every - 1:
                yield from self._rest()
                self._note()
                self.held.append(hold(number + 1, self._seen))
                print(self.held[-1], file=sys.stderr)  # noqa: T201  # how far it came, should it fail
        yield from self._rest()

    def _one(self, number: int, tail: str) -> Doing:
        who = self._who
        photos = [self._photos[number % len(self._photos)]] if number % 2 else []
        who.at = f"visit {number}"
        yield from who.open(tail)
        self._note()
        yield from kitchen.visit(who, photos, _TOLD, _SEEN)
        yield from self._turn()
        yield from self._evidence()
        yield from kitchen.sign(who)
        yield lambda: kitchen.is_sealed(who)
        yield from who.go(Step.DETERMINATION)
        yield from who.go(Step.DELIVERY)
        who.desk._deliver()
        yield 30

    def _note(self) -> None:
        """Remember desk and visit without holding them."""
        for page in (self._who.desk, *self._who.frame.findChildren(VisitPage)):
            if all(known() is not page for known in self._seen):
                self._seen.append(weakref.ref(page))

    def _turn(self) -> Doing:
        """Take back two steps and do one of them again."""
        who = self._who
        for held in (CTRL, CTRL, CTRL | SHIFT):
            who.visit.setFocus()
            who.press(Qt.Key.Key_Z, held)
            yield 40

    def _evidence(self) -> Doing:
        who = self._who
        who.press(Qt.Key.Key_E, CTRL)
        yield lambda: who.all(Sheet)
        yield 60
        sheet = who.one(Sheet)
        sheet.add.click()
        yield lambda: isinstance(QApplication.activeModalWidget(), QFileDialog)
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QFileDialog)
        dialog.reject()
        yield from who.front()
        taken = [key for key, tile in sheet.wall.tiles.items() if not tile.tile.is_missing]
        for key in taken[:1]:
            sheet.wall.tiles[key].opened.emit()
            yield 60
            sheet.close_button.click()
        sheet.close_button.click()
        yield 20
        assert not sheet.isVisible()

    def _seldom(self) -> Doing:
        yield from self._filters()
        yield from self._pages()
        yield from self._help()
        yield from self._looks()
        yield from self._lock()

    def _filters(self) -> Doing:
        who = self._who
        who.at = "filters"
        yield from who.to_list()
        page = who.one(WorklistPage)
        for view in (View.OVERDUE, View.ALL):
            page.filters.views.picked.emit(view.name)
            yield 60
        for chip in who.all(FilterChip):
            chip.click()
            yield lambda: QApplication.activePopupWidget() is not None
            popup = QApplication.activePopupWidget()
            assert isinstance(popup, FilterPopup)
            yield 40
            popup.close()
            yield 20

    def _pages(self) -> Doing:
        who = self._who
        who.at = "pages"
        yield from who.front()
        for key in (Qt.Key.Key_1, Qt.Key.Key_3, Qt.Key.Key_4, Qt.Key.Key_5):
            who.press(key, ALT)
            yield 120

    def _help(self) -> Doing:
        who = self._who
        who.at = "help"
        who.press(Qt.Key.Key_F1)
        yield lambda: who.all(HelpWindow)
        window = who.one(HelpWindow)
        window.search_box.setText("签字")
        yield 60
        window.close()
        yield from who.front()

    def _looks(self) -> Doing:
        """Work in large and dark for a moment."""
        who, now = self._who, self._who.session.preferences.now
        who.at = "looks"
        who.press(Qt.Key.Key_Comma, CTRL)
        yield lambda: who.all(SettingsPage)
        yield 80
        for look in (replace(now, scale=150), replace(now, appearance="dark"), now):
            who.session.preferences.put(look)
            yield who.idle
            yield 250
        yield from who.front()
        who.press(Qt.Key.Key_W, CTRL)
        yield 60

    def _lock(self) -> Doing:
        who = self._who
        who.at = "lock"
        yield from who.front()
        who.press(Qt.Key.Key_L, CTRL)
        yield lambda: who.session.workbench is None
        yield from who.unlock()
        yield 200
        yield who.idle
        yield 400  # one is brought back to where one was

    def _rest(self) -> Doing:
        """Let everything come to an end on the list, as over lunch."""
        who = self._who
        yield from who.to_list()
        yield who.idle
        yield _LUNCH_MS if self._visits > _LOOKS else _BREAK_MS


def main(folder: str, photos: str, visits: str) -> None:
    plan = Plan(Path(folder))
    units = make_township(int(visits), 1, today=DAY).households
    who = Person(plan.laptop, pace=0)
    windows = _Windows()
    who.session.app.installEventFilter(windows)
    day = Day(who, sorted(Path(photos).glob("*.jpg")), int(visits))
    who.run(day.walk([unit.household.head.id_number[-6:] for unit in units]))
    told = Told(
        held=day.held,
        keys=who.keys,
        threads=[t.name for t in threading.enumerate() if t is not threading.main_thread()],
        files=[name for name in files() - day.before if name.startswith((folder, photos))],
        flashed=[name for name in windows.seen if name not in _WINDOWS],
        open=[
            type(window).__name__
            for window in QApplication.topLevelWidgets()
            if window.isVisible() and window is not who.frame
        ],
    )
    sys.stdout.buffer.write(msgspec.json.encode(told))
    sys.stdout.flush()


if __name__ == "__main__":
    main(*sys.argv[1:])
