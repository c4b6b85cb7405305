"""What the nation fixes, as a pack says it."""

import re

import pytest

from caseworker_app.errors import UserError
from caseworker_app.rules.policy.national import Limit, Unit
from caseworker_app.rules.policy.national_reader import CATEGORIES
from caseworker_app.rules.policy.reading import read_pack
from tests.rules.packs import NATIONAL, PACK, PLAIN

LOCAL = (
    "county_regional", "township_regional", "complaint", "supplement_notice",
    "lawsuit_after_reconsideration",
)  # fmt: skip


def test_that_disability_categories_are_numbered_as_the_national_standard_does() -> None:
    """GB/T 26341: 视力、听力、言语、肢体、智力、精神、多重."""
    assert CATEGORIES == {
        "visual": 1, "hearing": 2, "speech": 3, "physical": 4, "intellectual": 5,
        "psychiatric": 6, "multiple": 7,
    }  # fmt: skip


@pytest.mark.parametrize("name", CATEGORIES)
def test_that_every_category_may_be_without_labour_ability(name: str) -> None:
    text = NATIONAL.replace("{ visual = 1, physical = 2,", f"{{ {name} = 2 }} #", 1)
    text = re.sub(
        r"no_labour_disability = .*",
        f'no_labour_disability = {{ value = {{ {name} = 2 }}, since = 2021-07-01, source = "x" }}',
        text,
    )
    rules = read_pack(PLAIN, "p.toml", text).national.tekun
    assert rules.no_labour == {CATEGORIES[name]: 2}


def _steps(unit: Unit, text: str) -> dict[str, int]:
    body = text.partition(f"[time_limits.{unit.value}]\n")[2].partition("\n\n")[0]
    return {
        key: int(days) for key, days in re.findall(r"^(\w+) = \{ value = (\d+)", body, re.MULTILINE)
    }


@pytest.mark.parametrize("unit", Unit)
def test_that_every_limit_of_the_nation_is_read_in_its_unit(unit: Unit) -> None:
    written = _steps(unit, NATIONAL)
    limits = read_pack(PLAIN, "p.toml", NATIONAL).time_limits.limits
    assert written
    for step, length in written.items():
        assert limits[step] == Limit(length, unit)


@pytest.mark.parametrize("step", [step for unit in Unit for step in _steps(unit, NATIONAL)])
def test_that_only_a_local_limit_may_be_left_out(step: str) -> None:
    text = re.sub(rf"^{step} = .*\n", "", NATIONAL, flags=re.MULTILINE)
    assert text != NATIONAL
    if step in LOCAL:
        assert step not in read_pack(PLAIN, "p.toml", text).time_limits.limits
    else:
        with pytest.raises(UserError, match=rf"缺少 time_limits\.\w+\.{step}: 应为"):
            read_pack(PLAIN, "p.toml", text)


@pytest.mark.parametrize(
    ("step", "unit"),
    [
        ("county_regional", Unit.WORKING_DAYS),
        ("township_regional", Unit.WORKING_DAYS),
        ("complaint", Unit.CALENDAR_DAYS),
    ],
)
def test_that_a_place_may_set_a_limit_of_its_own(step: str, unit: Unit) -> None:
    assert step not in PACK.time_limits.limits
    own = f"[time_limits.{unit.value}]\n{step} = 4\n"
    assert read_pack(PLAIN + own, "p.toml", NATIONAL).time_limits.limits[step] == Limit(4, unit)


@pytest.mark.parametrize("table", ["instruments", "national", "time_limits", "registers"])
def test_that_a_place_that_says_nothing_has_the_nations_tables(table: str) -> None:
    """Without the national pack the same text lacks them."""
    assert f"[{table}]" not in PLAIN
    with pytest.raises(UserError, match=f"缺少 {table}: 应为一个表"):
        read_pack(PLAIN, "p.toml")
