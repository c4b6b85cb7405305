from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from caseworker_app import settings
from caseworker_app.desktop.preferences import TRIAL_SECONDS, Preferences
from caseworker_app.settings import Settings


class Screen:
    """What was shown."""

    def __init__(self, folder: Path) -> None:
        self.shown: list[Settings] = []
        self.folder = folder
        self.preferences = Preferences(folder, self.shown.append)

    @property
    def saved(self) -> Settings:
        return settings.load(self.folder)


@pytest.fixture
def screen(qtbot: QtBot, tmp_path: Path) -> Screen:
    return Screen(tmp_path)


def test_that_a_size_on_trial_is_shown_and_not_saved(screen: Screen) -> None:
    screen.preferences.try_look(Settings(scale=200))

    assert [one.scale for one in screen.shown] == [200]
    assert screen.saved.scale == 100
    assert screen.preferences.seconds_left == TRIAL_SECONDS


def test_that_keeping_saves_and_ends_the_trial(screen: Screen) -> None:
    screen.preferences.try_look(Settings(scale=200))
    screen.preferences.keep()

    assert screen.saved.scale == 200
    assert screen.preferences.seconds_left == 0
    assert len(screen.shown) == 1


def test_that_taking_back_shows_the_size_from_before_several_trials(screen: Screen) -> None:
    screen.preferences.try_look(Settings(scale=200))
    screen.preferences.try_look(Settings(scale=250, large_type=True))
    screen.preferences.take_back()

    assert screen.preferences.now == Settings()
    assert [one.scale for one in screen.shown] == [200, 250, 100]
    assert screen.saved == Settings()


def test_that_nobody_answering_takes_the_size_back(screen: Screen) -> None:
    told: list[int] = []
    screen.preferences.ticked.connect(told.append)
    screen.preferences.try_look(Settings(scale=250))

    for _ in range(TRIAL_SECONDS):
        screen.preferences._tick()

    assert screen.preferences.now.scale == 100
    assert told[0] == TRIAL_SECONDS - 1
    assert told[-1] == 0


def test_that_going_back_by_hand_is_no_trial_any_more(screen: Screen) -> None:
    screen.preferences.try_look(Settings(scale=200))
    screen.preferences.try_look(Settings(scale=100))

    assert screen.preferences.seconds_left == 0
    assert screen.preferences.now.scale == 100


def test_that_what_is_put_during_a_trial_is_saved_without_the_look_on_trial(
    screen: Screen,
) -> None:
    screen.preferences.try_look(Settings(scale=200))
    screen.preferences.put(Settings(scale=200, lock_minutes=1))

    assert (screen.saved.scale, screen.saved.lock_minutes) == (100, 1)
    screen.preferences.take_back()
    assert (screen.preferences.now.scale, screen.preferences.now.lock_minutes) == (100, 1)


def test_that_only_a_new_look_rebuilds_the_window(screen: Screen) -> None:
    screen.preferences.put(Settings(lock_minutes=30))
    screen.preferences.put(Settings(lock_minutes=30, appearance="dark"))

    assert [one.appearance for one in screen.shown] == ["dark"]
    assert screen.saved.lock_minutes == 30


def test_that_what_others_wrote_into_the_file_meanwhile_stays(screen: Screen) -> None:
    told = replace(screen.saved, server="https://dibao.example", photo_folder="/home/hu/手机")
    settings.save(screen.folder, told)

    screen.preferences.put(replace(screen.preferences.now, toured=True))
    screen.preferences.try_look(replace(screen.preferences.now, scale=200))
    screen.preferences.keep()

    assert screen.saved == replace(told, toured=True, scale=200)
