from dataclasses import replace
from datetime import date

import pytest

from caseworker_app.desktop import deadlines
from caseworker_app.desktop.faces import Shape
from caseworker_app.desktop.theme.tokens import Tone
from caseworker_app.intake.pack_file import shipped
from caseworker_app.rules.procedure.countdown import Countdown
from caseworker_app.workflow.procedure import recheck

TODAY = date(2026, 5, 29)
"""A Friday."""


def found(due: date, today: date = TODAY) -> Countdown:
    return recheck(date(2025, 6, 1), due, today, shipped())


@pytest.mark.parametrize(
    ("due", "text", "tone", "shape"),
    [
        (date(2026, 5, 27), "已逾期2个工作日", Tone.RED, Shape.TRIANGLE),
        (date(2026, 5, 29), "今天到期", Tone.RED, Shape.SQUARE),
        (date(2026, 5, 30), "还剩1天", Tone.YELLOW, Shape.DIAMOND),
        (date(2026, 6, 3), "还剩3个工作日", Tone.YELLOW, Shape.DIAMOND),
        (date(2026, 12, 30), "还剩148个工作日", Tone.GREEN, Shape.NONE),
    ],
)
def test_that_a_chip_says_how_urgent_it_is_without_its_colour(
    due: date, text: str, tone: Tone, shape: Shape
) -> None:
    face = deadlines.chip(found(due))

    assert (face.text, face.tone, face.shape) == (text, tone, shape)
    assert face.name == f"定期复核 {text}"


def test_that_no_due_day_is_no_urgency() -> None:
    assert deadlines.chip(None).name == "未定期限"


def test_that_a_chip_among_others_has_its_name() -> None:
    assert deadlines.chip(found(TODAY), named=True).text == "定期复核 今天到期"


def test_that_the_tooltip_gives_the_rule_and_its_article() -> None:
    lines = deadlines.tip(found(date(2026, 6, 3))).splitlines()

    assert lines[0] == "定期复核：自2025年6月1日起，至2026年6月3日。"
    assert "《最低生活保障审核确认办法》第三十一条" in lines[1]
    assert "34%" in lines[2]
    assert len(lines) == 3


def test_that_a_year_without_holidays_is_told_in_the_tooltip() -> None:
    assert "2027年" in deadlines.tip(replace(found(TODAY), unknown_years=(2027,)))
