"""Every screen has its page, and the pages name only what is there."""

import re
from collections.abc import Iterator

import pytest
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from caseworker_app.desktop.checks.page import ChecksPage
from caseworker_app.desktop.checks.presenter import Part
from caseworker_app.desktop.comparison.page import ComparisonPage
from caseworker_app.desktop.conflicts.sheet import ConflictsSheet
from caseworker_app.desktop.delivery.presenter import BadRow, Help
from caseworker_app.desktop.delivery.tray import Tray as BadTray
from caseworker_app.desktop.help import presenter
from caseworker_app.desktop.help.page import HelpWindow
from caseworker_app.desktop.papers.editor import DraftEditor
from caseworker_app.desktop.practice.band import Band
from caseworker_app.desktop.returns.sheet import ReturnsSheet
from caseworker_app.desktop.settings.page import SettingsPage
from caseworker_app.desktop.step.places import Step
from caseworker_app.desktop.tasks import Tasks
from caseworker_app.desktop.unlock.first_run import FirstRunPage
from caseworker_app.desktop.unlock.page import UnlockPage
from caseworker_app.desktop.visit import binding
from caseworker_app.desktop.window import PageSpec, Window
from caseworker_app.desktop.workbench import VISIT, Workbench
from caseworker_app.workflow.conflicts import OpenConflict
from caseworker_app.workflow.workspace import Workspace
from tests.desktop.conflicts.making import CHANGED, LATE, Quarrels
from tests.desktop.papers.making import Cabinet
from tests.desktop.returns.making import Tray
from tests.desktop.settings.test_page import Kept
from tests.desktop.unlock.test_page import Door

_BY_HAND = {
    "Enter", "Esc", "Tab", "Shift+Tab", "↑", "↓", "Delete", "PageDown", "PageUp", "F2", "F5",
    "Ctrl+Delete", "Ctrl+Z", "1", "2", "3", "wgl",
}  # fmt: skip
"""Keys an editor, a list or a banner takes itself, and a text that is typed."""

_SOMETIMES = {"与档案一致", "送达并续期", "改用新规则"}
"""What stands only where a household has supporters, a lease is over, rules changed meanwhile."""


def household_with_differences(ws: Workspace) -> str:
    with ws.database.read() as connection:
        found = connection.exec_driver_sql("SELECT household FROM discrepancy LIMIT 1")
        return str(found.scalar_one())


@pytest.fixture
def screens(qtbot: QtBot, tasks: Tasks, ws: Workspace) -> Iterator[list[QWidget]]:
    """Return every screen, with a difference and a found fact open."""
    settings = PageSpec(
        "settings", "设置", "settings", lambda: SettingsPage(tasks, Kept().actions()), key="Ctrl+,"
    )
    bench = Workbench(ws, tasks, (settings,))
    window = bench.window()
    assert isinstance(window, Window)
    for name in window._specs:
        window.page(name)
    bench._show_visit(binding.start(ws, household_with_differences(ws)))
    assert bench._on_table is not None
    visit = bench._on_table
    pages = [visit.pages[step] for step in Step]
    checks = visit.pages[Step.CHECKS]
    assert isinstance(checks, ChecksPage)
    for part in Part:
        checks.show_part(part)
    comparison = visit.pages[Step.COMPARISON]
    assert isinstance(comparison, ComparisonPage)
    comparison.open(next(iter(comparison.listing.rows)))
    editor = ComparisonPage(comparison._presenter, tasks, visit.opened()[2])
    editor.open_found()
    cabinet = Cabinet().actions()
    paper = DraftEditor(tasks, cabinet, cabinet.begin("F10", "h1", "v1", ""), "")
    outside = [
        paper,
        UnlockPage(tasks, Door().actions()),
        FirstRunPage(tasks, Door().actions()),
        Band(),
    ]
    back = ReturnsSheet(window, tasks, Tray().actions())
    sheets = [_deciding(window, tasks, one) for one in (CHANGED, LATE)]
    tray = BadTray()
    tray.show_rows([BadRow("", "", "", help_, "") for help_ in (Help.AGAIN, Help.OPEN)])
    outside = [*outside, tray]
    all_screens = [window, *pages, editor, *outside, back, *sheets, HelpWindow(window)]
    for screen in (window, editor, *outside):
        qtbot.addWidget(screen)
    yield all_screens
    bench._again.stop()


def _deciding(window: QWidget, tasks: Tasks, found: OpenConflict) -> QWidget:
    sheet = ConflictsSheet(window, tasks, Quarrels((found,)).actions())
    sheet.presenter.seen((found,))
    sheet.refresh()
    return sheet


def words_on(screens: list[QWidget]) -> set[str]:
    found: set[str] = set()
    for screen in screens:
        buttons = screen.findChildren(QAbstractButton)
        found |= {button.text() for button in buttons}
        found |= {label.text() for label in screen.findChildren(QLabel)}
        found |= {line.placeholderText() for line in screen.findChildren(QLineEdit)}
        found |= {widget.accessibleName() for widget in screen.findChildren(QWidget)}
    return found


def keys_on(screens: list[QWidget]) -> set[str]:
    shortcuts = [s for screen in screens for s in screen.findChildren(QShortcut)]
    names = {shortcut.key().toString() for shortcut in shortcuts}
    return {name.replace("Return", "Enter").replace("Del", "Delete") for name in names}


def test_that_every_screen_has_its_page(screens: list[QWidget]) -> None:
    window = screens[0]
    names = {*getattr(window, "_specs", {}), *(step.name.lower() for step in Step)} - {VISIT}

    assert names | {"door", "first_run", "settings", "practice"} <= set(presenter.topics())


def test_that_the_pages_name_only_buttons_and_fields_that_are_there(
    screens: list[QWidget],
) -> None:
    there = words_on(screens)
    missing = {
        (topic.name, word)
        for topic in presenter.topics().values()
        for word in re.findall(r"【([^】]+)】", topic.text)
        if not any(word in text for text in there) and word not in _SOMETIMES
    }

    assert missing == set()


def test_that_the_pages_name_only_keys_that_are_there(screens: list[QWidget]) -> None:
    there = keys_on(screens) | _BY_HAND
    missing = {
        (topic.name, key)
        for topic in presenter.topics().values()
        for key in re.findall(r"`([^`]+)`", topic.text)
        if key not in there
    }

    assert missing == set()
