from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from caseworker_app.desktop.status import Network, Status
from caseworker_app.desktop.window import PageSpec, Window
from tests.desktop.screen import show
from tests.desktop.truncation import cut_texts


class Page(QWidget):
    """Notes what the window asks of it."""

    def __init__(self, notes: list[str], name: str) -> None:
        super().__init__()
        self._notes, self._name = notes, name
        notes.append(f"{name} built")

    def shown(self) -> None:
        self._notes.append(f"{self._name} shown")

    def search(self) -> None:
        self._notes.append(f"{self._name} searched")


def made(qtbot: QtBot, notes: list[str]) -> Window:
    window = Window(
        [
            PageSpec("list", "复核清单", "people", lambda: Page(notes, "list")),
            PageSpec("send", "送达", "send", lambda: Page(notes, "send")),
            PageSpec("hidden", "核查", "people", lambda: Page(notes, "hidden"), in_rail=False),
        ]
    )
    window.resize(1366, 768)
    show(qtbot, window)
    return window


def test_that_pages_are_built_when_first_shown_and_found_by_key(qtbot: QtBot) -> None:
    notes: list[str] = []
    window = made(qtbot, notes)
    alt, ctrl = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier

    QTest.keyClick(window, Qt.Key.Key_2, alt)
    QTest.keyClick(window, Qt.Key.Key_F, ctrl)
    QTest.keyClick(window, Qt.Key.Key_1, alt)

    assert notes == [
        "list built",
        "list shown",
        "send built",
        "send shown",
        "send searched",
        "list shown",
    ]


def test_that_the_lock_is_a_key_away(qtbot: QtBot) -> None:
    window = made(qtbot, [])
    locks: list[None] = []
    window.lock_asked.connect(lambda: locks.append(None))

    QTest.keyClick(window, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)

    assert locks == [None]


def test_that_f11_fills_the_screen_and_gives_it_back(qtbot: QtBot) -> None:
    window = made(qtbot, [])

    QTest.keyClick(window, Qt.Key.Key_F11)
    full = window.isFullScreen()
    QTest.keyClick(window, Qt.Key.Key_F11)

    assert (full, window.isFullScreen()) == (True, False)


def test_that_the_foot_tells_what_is_only_here(qtbot: QtBot) -> None:
    window = made(qtbot, [])

    window.show_status(Status(12, 3, Network.OFFLINE, "陈敏"))

    assert window.status.accessibleName() == (
        "12 份只在本机，最早 3 天前，离线，有网络时自动送达 · 陈敏"
    )
    assert cut_texts(window) == []


def test_that_a_page_outside_the_rail_is_reached_by_name(qtbot: QtBot) -> None:
    notes: list[str] = []
    window = made(qtbot, notes)
    told: list[str] = []
    window.page_shown.connect(told.append)

    window.go("hidden")

    assert notes[-2:] == ["hidden built", "hidden shown"]
    assert told == ["hidden"]
