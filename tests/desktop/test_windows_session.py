"""The filter on made-up messages; that Windows sends them only Windows can show."""

import ctypes
from ctypes import wintypes

import pytest
from PySide6.QtCore import QByteArray
from pytestqt.qtbot import QtBot

from caseworker_app.desktop import windows_session
from caseworker_app.desktop.windows_session import WindowsSession

_KIND = QByteArray(b"windows_generic_MSG")


def message(number: int, word: int) -> wintypes.MSG:
    made = wintypes.MSG()
    made.message, made.wParam = number, word
    return made


@pytest.mark.parametrize(
    ("number", "word", "leaves"),
    [
        (windows_session.WM_POWERBROADCAST, windows_session.PBT_APMSUSPEND, True),
        (windows_session.WM_WTSSESSION_CHANGE, windows_session.WTS_SESSION_LOCK, True),
        (windows_session.WM_WTSSESSION_CHANGE, 0x8, False),
        (windows_session.WM_POWERBROADCAST, 0x7, False),
        (0x0100, 0x4, False),
    ],
)
def test_that_sleep_and_lock_are_told_and_nothing_is_kept_from_qt(
    qtbot: QtBot, number: int, word: int, *, leaves: bool
) -> None:
    session = WindowsSession()
    told: list[None] = []
    session.leaving.connect(lambda: told.append(None))
    sent = message(number, word)

    answer = session._filter.nativeEventFilter(_KIND, ctypes.addressof(sent))

    assert bool(told) is leaves
    assert answer == (False, 0)


def test_that_messages_of_another_kind_are_not_looked_into(qtbot: QtBot) -> None:
    session = WindowsSession()

    assert session._filter.nativeEventFilter(QByteArray(b"xcb_generic_event_t"), 1) == (False, 0)
