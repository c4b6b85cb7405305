"""Sleep, lid and screen lock on Linux, over D-Bus: logind, UPower and the screen savers.

logind waits some seconds with sleep for whoever holds a delay lock (systemd: Inhibitor Locks):
long enough to save and to close the store.
"""

import os
from collections.abc import Callable, Sequence

from PySide6.QtCore import SLOT, Slot
from PySide6.QtDBus import (
    QDBusConnection,
    QDBusMessage,
    QDBusPendingCallWatcher,
    QDBusUnixFileDescriptor,
    QDBusVariant,
)

from caseworker_app.desktop.away import Away
from caseworker_app.desktop.tongue import tr

LOGIN = "org.freedesktop.login1"
LOGIN_PATH = "/org/freedesktop/login1"
MANAGER = f"{LOGIN}.Manager"
SESSION = f"{LOGIN}.Session"
UPOWER = "org.freedesktop.UPower"
UPOWER_PATH = "/org/freedesktop/UPower"
PROPERTIES = "org.freedesktop.DBus.Properties"
SAVERS = ("org.freedesktop.ScreenSaver", "org.gnome.ScreenSaver", "org.mate.ScreenSaver")


class Logind(Away):
    """Asks nothing that is waited for: a bus that does not answer holds up nobody."""

    def __init__(
        self, system: QDBusConnection | None = None, session: QDBusConnection | None = None
    ) -> None:
        super().__init__()
        self._system = system or QDBusConnection.systemBus()
        self._session = session or QDBusConnection.sessionBus()
        self._mine = ""
        self._held: QDBusUnixFileDescriptor | None = None
        self._listen()
        self._hold()
        self._ask_which_session()

    @property
    def holds(self) -> bool:
        """Whether sleep waits for us."""
        return self._held is not None

    def ready(self) -> None:
        self._held = None  # its end closes the descriptor, and logind goes on

    def _listen(self) -> None:
        hear = self._hear
        hear(self._system, LOGIN_PATH, f"{MANAGER}.PrepareForSleep", "sleeps(bool)")
        hear(self._system, "", f"{SESSION}.Lock", "locked(QDBusMessage)")
        hear(self._system, UPOWER_PATH, f"{PROPERTIES}.PropertiesChanged", "changed(QDBusMessage)")
        for saver in SAVERS:
            hear(self._session, "", f"{saver}.ActiveChanged", "covers(bool)")

    def _hear(self, bus: QDBusConnection, path: str, signal: str, slot: str) -> None:
        interface, _, member = signal.rpartition(".")
        if bus.isConnected():
            bus.connect("", path, interface, member, self, SLOT(slot))  # type: ignore[call-overload]  # the stub wants bytes

    def _hold(self) -> None:
        """Ask that sleep waits for us; without an answer it simply does not."""
        self._ask(
            self._call(LOGIN, LOGIN_PATH, MANAGER, "Inhibit"),
            ["sleep", tr("低保复核"), tr("保存并锁定"), "delay"],
            self._hold_answered,
        )

    def _ask_which_session(self) -> None:
        name = os.environ.get("XDG_SESSION_ID", "")
        if name:
            asked = self._call(LOGIN, LOGIN_PATH, MANAGER, "GetSession")
            self._ask(asked, [name], self._session_answered)

    def _call(self, service: str, path: str, interface: str, method: str) -> QDBusMessage:
        return QDBusMessage.createMethodCall(service, path, interface, method)

    def _ask(
        self,
        message: QDBusMessage,
        words: Sequence[object],
        answered: Callable[[QDBusPendingCallWatcher], None],
    ) -> None:
        if not self._system.isConnected():
            return
        message.setArguments(list(words))
        watcher = QDBusPendingCallWatcher(self._system.asyncCall(message), self)
        watcher.finished.connect(answered)

    @Slot(QDBusPendingCallWatcher)
    def _hold_answered(self, call: QDBusPendingCallWatcher) -> None:
        if not call.isError():
            (self._held,) = call.reply().arguments()
        call.deleteLater()

    @Slot(QDBusPendingCallWatcher)
    def _session_answered(self, call: QDBusPendingCallWatcher) -> None:
        if not call.isError():
            self._mine = call.reply().arguments()[0].path()
        call.deleteLater()

    @Slot(QDBusPendingCallWatcher)
    def _lid_answered(self, call: QDBusPendingCallWatcher) -> None:
        if not call.isError():
            (closed,) = call.reply().arguments()
            if isinstance(closed, QDBusVariant):
                closed = closed.variant()
            if closed:
                self.leaving.emit()
        call.deleteLater()

    @Slot(bool)
    def sleeps(self, begins: bool) -> None:  # noqa: FBT001  # what the signal carries
        if begins:
            self.leaving.emit()
        else:
            self._hold()

    @Slot(QDBusMessage)
    def locked(self, message: QDBusMessage) -> None:
        if not self._mine or message.path() == self._mine:
            self.leaving.emit()

    @Slot(QDBusMessage)
    def changed(self, message: QDBusMessage) -> None:
        """Something of the power is another: ask whether it is the lid."""
        if message.arguments()[0] == UPOWER:
            asked = self._call(UPOWER, UPOWER_PATH, PROPERTIES, "Get")
            self._ask(asked, [UPOWER, "LidIsClosed"], self._lid_answered)

    @Slot(bool)
    def covers(self, active: bool) -> None:  # noqa: FBT001  # what the signal carries
        if active:
            self.leaving.emit()
