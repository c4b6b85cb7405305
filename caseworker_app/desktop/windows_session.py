"""Sleep and screen lock on Windows: messages every window gets.

WM_POWERBROADCAST comes by itself; WM_WTSSESSION_CHANGE only to a window that asked
(WTSRegisterSessionNotification). The second is asked for when the first window is there.
"""

import ctypes
from ctypes import wintypes

from PySide6.QtCore import QAbstractNativeEventFilter, QByteArray, QCoreApplication
from PySide6.QtGui import QGuiApplication

from caseworker_app.desktop.away import Away

WM_POWERBROADCAST, PBT_APMSUSPEND = 0x0218, 0x0004
WM_WTSSESSION_CHANGE, WTS_SESSION_LOCK = 0x02B1, 0x7
_THIS_SESSION = 0
_MESSAGE = b"windows_generic_MSG"
_LEAVING = frozenset(
    {(WM_POWERBROADCAST, PBT_APMSUSPEND), (WM_WTSSESSION_CHANGE, WTS_SESSION_LOCK)}
)


class WindowsSession(Away):
    def __init__(self) -> None:
        super().__init__()
        self._filter = _Filter(self)
        app = QCoreApplication.instance()
        if app is not None:
            app.installNativeEventFilter(self._filter)
        self._register()

    def _register(self) -> None:
        """Ask Windows to tell our first window when the session is locked."""
        library = getattr(ctypes, "windll", None)
        windows = QGuiApplication.topLevelWindows()
        if library is not None and windows:
            library.wtsapi32.WTSRegisterSessionNotification(int(windows[0].winId()), _THIS_SESSION)


class _Filter(QAbstractNativeEventFilter):
    def __init__(self, told: Away) -> None:
        super().__init__()
        self._told = told

    def nativeEventFilter(
        self, kind: QByteArray | bytes | bytearray | memoryview, message: int
    ) -> object:
        """Look at each message; none is kept from Qt."""
        name = kind.data() if isinstance(kind, QByteArray) else kind
        if bytes(name) == _MESSAGE:
            found = wintypes.MSG.from_address(int(message))
            if (found.message, found.wParam) in _LEAVING:
                self._told.leaving.emit()
        return False, 0
