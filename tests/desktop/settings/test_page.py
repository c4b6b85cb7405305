from dataclasses import dataclass, field, replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from caseworker_app.desktop.settings.licence_dialog import LicenceDialog
from caseworker_app.desktop.settings.licences import licences
from caseworker_app.desktop.settings.page import SettingsPage
from caseworker_app.desktop.settings.presenter import Facts, SettingsActions
from caseworker_app.desktop.tasks import Tasks
from caseworker_app.desktop.theme import style
from caseworker_app.desktop.theme.look import Look
from caseworker_app.errors import OutsideError, UserError
from caseworker_app.settings import Settings
from tests.desktop.screen import show
from tests.desktop.settings.test_presenter import FACTS
from tests.desktop.truncation import cut_texts

_RIGHT, _NEW = "山高水长2026", "村口老樟树2026"


@dataclass
class Kept:
    """What the settings were asked for."""

    settings: Settings = field(default_factory=Settings)
    tried: list[Settings] = field(default_factory=list)
    seconds: int = 0
    said: list[str] = field(default_factory=list)
    facts: Facts | OutsideError = FACTS

    def put(self, wanted: Settings) -> None:
        self.settings = wanted

    def read(self) -> Facts:
        if isinstance(self.facts, OutsideError):
            raise self.facts
        return self.facts

    def change(self, old: str, new: str) -> None:
        if old != _RIGHT:
            raise UserError("口令不对，数据没有打开。")
        self.said.append(new)

    def actions(self) -> SettingsActions:
        return SettingsActions(
            now=lambda: self.settings,
            put=self.put,
            try_look=self.tried.append,
            keep=lambda: self.said.append("keep"),
            take_back=lambda: self.said.append("take back"),
            seconds_left=lambda: self.seconds,
            facts=self.read,
            change_passphrase=self.change,
            licences=licences,
            tour=lambda: self.said.append("tour"),
            practice=lambda: self.said.append("practice"),
        )


def made(qtbot: QtBot, tasks: Tasks, kept: Kept) -> SettingsPage:
    page = SettingsPage(tasks, kept.actions())
    page.resize(1194, 700)
    show(qtbot, page)
    page.shown()
    return page


def test_that_choices_take_effect_at_once(qtbot: QtBot, tasks: Tasks) -> None:
    kept = Kept()
    page = made(qtbot, tasks, kept)

    page.look.appearance.picked.emit("dark")
    page.look.minutes.picked.emit("10")
    page.look.language.picked.emit("en")
    page.look.scale.picked.emit("200")
    page.look.version.picked.emit("large")

    assert (kept.settings.appearance, kept.settings.lock_minutes) == ("dark", 10)
    assert kept.settings.language == "en"
    assert kept.settings.scale == 100
    assert [one.scale for one in kept.tried] == [200, 100]
    assert kept.tried[-1].large_type


def test_that_a_size_on_trial_asks_and_answers_by_key(qtbot: QtBot, tasks: Tasks) -> None:
    kept = Kept(Settings(scale=200), seconds=20)
    page = made(qtbot, tasks, kept)

    assert "200%" in page.trial.sentence.text()
    assert page.trial.keep.hasFocus()
    page.show_trial(12)
    assert "12 秒" in page.trial.sentence.text()
    QTest.keyClick(page, Qt.Key.Key_Escape)
    QTest.keyClick(page, Qt.Key.Key_F9)

    assert kept.said == ["take back", "keep"]
    assert not page.trial.isVisible()


def fill(page: SettingsPage, old: str, new: str, again: str) -> None:
    for name, text in zip(("old", "new", "again"), (old, new, again), strict=True):
        page.passphrase.lines[name].setText(text)


def test_that_the_passphrase_is_changed_by_keys_and_leaves_no_trace(
    qtbot: QtBot, tasks: Tasks
) -> None:
    kept = Kept()
    page = made(qtbot, tasks, kept)

    fill(page, _RIGHT, _NEW, _NEW)
    assert "强度" in page.passphrase.strength.text()
    QTest.keyClick(page, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    qtbot.waitUntil(lambda: "口令已更改" in page.passphrase.banner.text())
    assert kept.said == [_NEW]
    assert not any(line.text() for line in page.passphrase.lines.values())


def test_that_a_wrong_old_passphrase_is_told_at_its_field(qtbot: QtBot, tasks: Tasks) -> None:
    kept = Kept()
    page = made(qtbot, tasks, kept)

    fill(page, "不是这个2026", _NEW, _NEW)
    page.passphrase.change.click()

    qtbot.waitUntil(lambda: "口令不对" in page.passphrase.fields["old"].error())
    assert page.passphrase.lines["old"].hasFocus()
    assert page.passphrase.lines["new"].text() == _NEW
    assert kept.said == []


def test_that_the_facts_are_read_and_all_changes_are_a_key_away(qtbot: QtBot, tasks: Tasks) -> None:
    page = made(qtbot, tasks, Kept())
    qtbot.waitUntil(page.rules.more.isVisible)

    QTest.keyClick(page, Qt.Key.Key_B, Qt.KeyboardModifier.AltModifier)

    assert not page.rules.more.isVisible()
    assert page.rules._changes.count() == 5


def test_that_facts_that_cannot_be_read_are_told(qtbot: QtBot, tasks: Tasks) -> None:
    page = made(qtbot, tasks, Kept(facts=OutsideError("数据已锁定。")))

    qtbot.waitUntil(lambda: page.banner.text() == "数据已锁定。")


def test_that_tour_practice_and_licences_are_keys(qtbot: QtBot, tasks: Tasks) -> None:
    kept = Kept()
    page = made(qtbot, tasks, kept)
    alt = Qt.KeyboardModifier.AltModifier

    for key in (Qt.Key.Key_D, Qt.Key.Key_L, Qt.Key.Key_X):
        QTest.keyClick(page, key, alt)

    assert kept.said == ["tour", "practice"]
    qtbot.waitUntil(lambda: bool(page.findChildren(LicenceDialog)))
    (dialog,) = page.findChildren(LicenceDialog)
    assert "SIL OPEN FONT" in dialog.text.toPlainText().upper()
    assert cut_texts(dialog) == []


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.5])
@pytest.mark.parametrize("large", [False, True])
def test_that_no_text_is_cut_and_everything_has_a_name(
    qtbot: QtBot, tasks: Tasks, qapp: QApplication, scale: float, *, large: bool
) -> None:
    style.apply(qapp, Look(scale=scale, large=large))
    page = made(qtbot, tasks, Kept(replace(Settings(), scale=round(scale * 100)), seconds=20))
    qtbot.waitUntil(page.rules.more.isVisible)

    assert cut_texts(page) == []
    for widget in page.findChildren(QWidget):
        if widget.isVisible() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            assert widget.accessibleName(), widget
