"""The real client on a real bus of our own; only logind and UPower are played."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import TypeVar

import pytest
from PySide6 import QtCore
from PySide6.QtCore import Property, QObject, Slot
from PySide6.QtDBus import (
    QDBusConnection,
    QDBusMessage,
    QDBusObjectPath,
    QDBusUnixFileDescriptor,
)
from pytestqt.qtbot import QtBot

from caseworker_app.desktop import logind
from caseworker_app.desktop.logind import Logind

pytestmark = pytest.mark.skipif(
    sys.platform != "linux" or shutil.which("dbus-daemon") is None, reason="needs dbus-daemon"
)
Played = TypeVar("Played")
_MINE, _OTHER = "/org/freedesktop/login1/session/_37", "/org/freedesktop/login1/session/_38"


def _named(info: dict[str, str]) -> Callable[[type[Played]], type[Played]]:
    """Give a class the name of its interface on the bus."""
    decorate: Callable[[type[Played]], type[Played]] = vars(QtCore)["ClassInfo"](info)
    return decorate


@_named({"D-Bus Interface": logind.MANAGER})
class Manager(QObject):
    """Hands out delay locks and knows one session."""

    def __init__(self) -> None:
        super().__init__()
        self.asked: list[tuple[str, ...]] = []
        self.read = -1

    @Slot(str, str, str, str, result=QDBusUnixFileDescriptor)
    def Inhibit(self, what: str, who: str, why: str, mode: str) -> QDBusUnixFileDescriptor:  # noqa: N802  # its name on the bus
        self.asked.append((what, who, why, mode))
        self.read, write = os.pipe()
        handed = QDBusUnixFileDescriptor(write)
        os.close(write)
        return handed

    @Slot(str, result=QDBusObjectPath)
    def GetSession(self, _name: str) -> QDBusObjectPath:  # noqa: N802  # its name on the bus
        return QDBusObjectPath(_MINE)


@_named({"D-Bus Interface": logind.UPOWER})
class Power(QObject):
    closed = False

    def _lid(self) -> bool:
        return self.closed

    LidIsClosed = Property(bool, _lid)


@dataclass
class System:
    """The laptop's system bus, as far as we listen to it."""

    here: QDBusConnection
    there: QDBusConnection
    manager: Manager = field(default_factory=Manager)
    power: Power = field(default_factory=Power)

    def say(self, path: str, interface: str, member: str, *words: object) -> None:
        message = QDBusMessage.createSignal(path, interface, member)
        message.setArguments(list(words))
        self.there.send(message)


@pytest.fixture
def system(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[System]:
    monkeypatch.setenv("XDG_SESSION_ID", "37")
    daemon = subprocess.Popen(
        ["dbus-daemon", "--session", "--nofork", "--print-address=1"],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    assert daemon.stdout is not None
    address = daemon.stdout.readline().strip()
    names = f"here {address}", f"there {address}"
    here, there = (QDBusConnection.connectToBus(address, name) for name in names)
    played = System(here, there)
    options = QDBusConnection.RegisterOption
    played.there.registerObject(logind.LOGIN_PATH, played.manager, options.ExportAllSlots)
    played.there.registerObject(logind.UPOWER_PATH, played.power, options.ExportAllProperties)
    played.there.registerService(logind.LOGIN)
    played.there.registerService(logind.UPOWER)
    yield played
    for name in names:
        QDBusConnection.disconnectFromBus(name)
    daemon.terminate()
    daemon.wait()
    daemon.stdout.close()


@pytest.fixture
def listening(system: System, qtbot: QtBot) -> Logind:
    made = Logind(system.here, system.here)
    qtbot.waitUntil(lambda: made.holds and bool(made._mine))
    return made


def test_that_sleep_is_told_and_waits_until_the_store_is_closed(
    system: System, listening: Logind, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(listening.leaving):
        system.say(logind.LOGIN_PATH, logind.MANAGER, "PrepareForSleep", True)
    os.set_blocking(system.manager.read, False)
    with pytest.raises(BlockingIOError):
        os.read(system.manager.read, 1)  # somebody still holds the other end

    listening.ready()

    qtbot.waitUntil(lambda: os.read(system.manager.read, 1) == b"")
    assert system.manager.asked == [("sleep", "低保复核", "保存并锁定", "delay")]


def test_that_waking_up_asks_for_the_next_sleep_to_wait(
    system: System, listening: Logind, qtbot: QtBot
) -> None:
    listening.ready()

    system.say(logind.LOGIN_PATH, logind.MANAGER, "PrepareForSleep", False)

    qtbot.waitUntil(lambda: listening.holds)
    assert len(system.manager.asked) == 2


def test_that_only_our_own_session_locks(system: System, listening: Logind, qtbot: QtBot) -> None:
    told: list[None] = []
    listening.leaving.connect(lambda: told.append(None))

    system.say(_OTHER, logind.SESSION, "Lock")
    system.say(_MINE, logind.SESSION, "Lock")
    system.say("/org/gnome/ScreenSaver", "org.gnome.ScreenSaver", "ActiveChanged", False)
    system.say("/org/gnome/ScreenSaver", "org.gnome.ScreenSaver", "ActiveChanged", True)

    qtbot.waitUntil(lambda: len(told) >= 2)
    qtbot.wait(100)
    assert len(told) == 2


@pytest.mark.parametrize("closed", [True, False])
def test_that_a_closed_lid_is_told(
    system: System, listening: Logind, qtbot: QtBot, *, closed: bool
) -> None:
    told: list[None] = []
    listening.leaving.connect(lambda: told.append(None))
    system.power.closed = closed

    system.say(logind.UPOWER_PATH, logind.PROPERTIES, "PropertiesChanged", logind.UPOWER, {}, [])
    qtbot.wait(300)

    assert bool(told) is closed


def test_that_a_computer_without_a_bus_only_stays_silent(qtbot: QtBot) -> None:
    nowhere = QDBusConnection("no such bus")

    quiet = Logind(nowhere, nowhere)
    quiet.ready()

    assert not quiet.holds
