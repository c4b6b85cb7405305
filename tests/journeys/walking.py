"""A walk through the window with one hand, from the door on, with the network cut."""

import errno
import sys
from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QMainWindow, QWidget

from caseworker_app import settings
from caseworker_app.demo import practice
from caseworker_app.demo.clock import DemoClock
from caseworker_app.desktop.help.page import HelpWindow
from caseworker_app.desktop.start import Installation, Practice, Session
from tests.journeys import desk_walk
from tests.journeys.hand import Hand
from tests.journeys.hands import Keyboard, Pointer

_FEW = 3
"""Households a name is in: those of whoever moved out too."""


def alone(folder: Path, *, toured: bool = True) -> Installation:
    """Return a laptop without an office: twelve households, compared with the registers."""
    folder.mkdir(parents=True)
    desk_walk.prepare(folder)
    settings.save(folder, replace(settings.load(folder), toured=toured))
    place = folder / "practice"
    way = Practice(partial(practice.open_practice, place), partial(practice.reset, place))
    return Installation(folder, DemoClock(), practice=way)


def at_door(hand: Hand) -> None:
    """Wait for the door: what is behind it may have names alike."""
    hand.wait("door", lambda: "打开" in hand.names())


def enter(hand: Hand, passphrase: str = desk_walk.PASSPHRASE) -> None:
    """Open the door of a laptop without an office."""
    at_door(hand)
    hand.write("口令", passphrase)
    hand.press("打开")
    hand.find("复核清单")


def visit(hand: Hand, head: str, word: str = "开始入户") -> None:
    """Open a household from the list, found by its head's name."""
    hand.press("复核清单")
    hand.write("搜索", head)
    rows = hand.table("复核清单").model()

    def place() -> int | None:
        few = range(rows.rowCount()) if rows.rowCount() <= _FEW else ()
        return next((row for row in few if str(rows.index(row, 0).data()).startswith(head)), None)

    hand.wait(head, lambda: place() is not None)
    hand.cell("复核清单", place() or 0, 0)
    hand.press(f"{word}：{head}")
    hand.find("第 1 步")


class Refused:
    """No socket may reach anybody: each try is noted and refused as by a cut cable."""

    def __init__(self) -> None:
        self.tries: list[str] = []
        self._on = False
        sys.addaudithook(self._hear)

    def cut(self) -> None:
        self._on = True

    def _hear(self, event: str, _arguments: tuple[object, ...]) -> None:
        if self._on and event in {"socket.connect", "socket.getaddrinfo", "socket.sendto"}:
            self.tries.append(event)
            raise OSError(errno.ENETUNREACH, "Network is unreachable")


class Flashes(QObject):
    """Notes what is shown as a window though it is a part of one: it would flash on the screen."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  # Qt calls it
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget):
            is_one = isinstance(watched, QMainWindow | HelpWindow)
            if watched.windowType() is Qt.WindowType.Window and not is_one:
                self.seen.append(f"{type(watched).__name__} {watched.accessibleName()}")
        return False


def walk(way: str, place: Installation, stories: Iterable[Callable[[Hand], None]]) -> list[str]:
    """Tell the stories by ``keyboard`` or ``pointer``; return how the network was tried."""
    refused = Refused()
    window = Session(place, [])
    flashes = Flashes()
    window.app.installEventFilter(flashes)
    window.show_door()
    hand = {"keyboard": Keyboard, "pointer": Pointer}[way](window.desktop.frame)
    hand.frame.activateWindow()
    refused.cut()
    for story in stories:
        story(hand)
    window.app.quit()
    assert not flashes.seen, f"windows: {flashes.seen}"
    return refused.tries
