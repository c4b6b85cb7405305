from datetime import date, timedelta

import pytest
from hypothesis import given, strategies as st

from caseworker_app.desktop import faces
from caseworker_app.desktop.faces import Shape
from caseworker_app.desktop.theme.tokens import Tone
from caseworker_app.model.codes import Level, Stage

TODAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("days", "text", "tone"),
    [
        (-12, "逾期 12 天", Tone.RED),
        (-1, "逾期 1 天", Tone.RED),
        (0, "今天", Tone.ORANGE),
        (1, "1 天内", Tone.YELLOW),
        (7, "7 天内", Tone.YELLOW),
        (8, "8 天内", Tone.GREY),
    ],
)
def test_that_a_countdown_says_how_urgent_it_is(days: int, text: str, tone: Tone) -> None:
    face = faces.countdown(TODAY + timedelta(days=days), TODAY)

    assert (face.text, face.tone) == (text, tone)


def test_that_no_due_day_is_no_urgency() -> None:
    assert faces.countdown(None, TODAY).name == "未定期限"


@given(st.integers(0, 99), st.integers(0, 99), st.integers(0, 99))
def test_that_only_levels_with_differences_get_a_chip(red: int, orange: int, yellow: int) -> None:
    chips = faces.levels(red, orange, yellow)

    assert [chip.text for chip in chips] == [str(n) for n in (red, orange, yellow) if n]


def test_that_every_level_and_every_stage_can_be_told_without_colour() -> None:
    assert len({faces.level(level).shape for level in Level}) == len(Level)
    assert Shape.NONE not in {faces.level(level).shape for level in Level}
    assert len({faces.stage(stage).text for stage in Stage}) == len(Stage)
