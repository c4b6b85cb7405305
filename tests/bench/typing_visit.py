"""A desktop whose event loop is watched while somebody works: ``folder tails``; prints JSON.

A timer of one millisecond beats in the loop; what lies between two beats is a gap, during which
no key would have been taken.
"""

import json
import sys
import time
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from caseworker_app.demo.plan import Plan
from caseworker_app.desktop.worklist.page import WorklistPage
from tests.bench import kitchen
from tests.bench.person import Doing, Person

_PHOTOS = 4
_WORDS = 6


@dataclass(frozen=True)
class Gap:
    """Milliseconds between two beats, and of them what the UI thread itself worked."""

    ms: float
    cpu: float
    at: str
    keyed: bool


class Beat:
    """Notes every gap of the event loop."""

    def __init__(self, who: Person) -> None:
        self._who = who
        self._keys = 0
        self._last = self._worked = 0.0
        self.gaps: list[Gap] = []
        self._timer = QTimer(who.session, interval=1, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._note)

    def begin(self) -> None:
        self._last, self._worked = time.perf_counter(), time.thread_time()
        self._keys = self._who.keys
        self._timer.start()

    def end(self) -> list[Gap]:
        self._timer.stop()
        found, self.gaps = self.gaps, []
        return found

    def _note(self) -> None:
        now, worked = time.perf_counter(), time.thread_time()
        keyed = self._who.keys != self._keys
        self.gaps.append(
            Gap((now - self._last) * 1e3, (worked - self._worked) * 1e3, self._who.at, keyed)
        )
        self._last, self._worked, self._keys = now, worked, self._who.keys


class Round:
    """Visits, then the same typing in a bare window."""

    def __init__(self, who: Person, photos: list[Path], tails: list[str]) -> None:
        self._who, self._photos, self._tails = who, photos, tails
        self._beat = Beat(who)
        self.visits: list[Gap] = []
        self.floor: list[Gap] = []

    def walk(self) -> Doing:
        who = self._who
        yield from who.unlock()
        yield 1500  # what loads late has loaded
        for tail in self._tails:
            self._beat.begin()
            who.at = "opened"
            yield from who.open(tail)
            yield from kitchen.visit(who, self._photos)
            yield from kitchen.sign(who)
            who.at = "sealing, list searched"
            yield from who.to_list()
            who.one(WorklistPage).search()
            yield from who.spell("19620")
            who.desk._deliver()
            self.visits += self._beat.end()
            yield 300
        yield from self._bare()

    def _bare(self) -> Doing:
        bare = QWidget()
        column = QVBoxLayout(bare)
        edits = [QLineEdit() for _ in range(_WORDS)]
        for edit in edits:
            column.addWidget(edit)
        bare.resize(self._who.frame.size())
        bare.show()
        yield 300
        self._beat.begin()
        for edit in edits:
            yield from self._who.write(edit, kitchen.TOLD)
        self.floor = self._beat.end()
        bare.deleteLater()


def main(folder: str, photos: str, *tails: str) -> None:
    files = sorted(Path(photos).glob("*.jpg"))
    who = Person(Plan(Path(folder)).laptop)
    work = Round(who, files, list(tails))
    who.run(work.walk())
    told: Mapping[str, object] = {
        "keys": who.keys,
        "visits": [asdict(gap) for gap in work.visits],
        "floor": [asdict(gap) for gap in work.floor],
    }
    json.dump(told, sys.stdout)


if __name__ == "__main__":
    main(*sys.argv[1:])
