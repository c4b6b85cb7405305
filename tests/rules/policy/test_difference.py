"""Two packs compared in words."""

from dataclasses import replace
from datetime import date

from hypothesis import given, strategies as st

from caseworker_app.intake.pack_file import shipped
from caseworker_app.model.codes import Residence
from caseworker_app.rules.policy.difference import differences
from caseworker_app.rules.policy.reading import read_pack, with_override
from tests.rules.packs import NATIONAL, PACK, PLAIN

NAMES = st.sampled_from(("zj_demo", "bf_demo", "national"))


def changed(old: str, new: str) -> list[str]:
    assert old in PLAIN
    other = read_pack(PLAIN.replace(old, new, 1), "p.toml", NATIONAL)
    return [one.sentence() for one in differences(PACK, other)]


def test_that_one_value_is_told_in_words_with_its_day() -> None:
    assert changed("dibao = 1301", "dibao = 1401") == [
        "低保标准：1,301元/月 → 1,401元/月，自2025-01-23起"
    ]


def test_that_a_later_change_is_told_from_its_day() -> None:
    first = '{ value = 1301, since = 2025-01-23, source = "x" }'
    second = '{ value = 1500, since = 2026-05-15, source = "y" }'
    later = f"dibao = [{first}, {second}] #"
    assert changed("dibao = 1301", later) == ["低保标准：1,301元/月 → 1,500元/月，自2026-05-15起"]


def test_that_what_one_pack_leaves_out_is_told() -> None:
    assert changed('reading = "or"', "") == [
        "半年复核的条件：收入不固定或有劳动能力 → 未规定，自2025-01-23起"
    ]
    assert changed('reading = "or"', 'reading = "or"\n') == []


def test_that_packs_that_never_change_are_compared_on_their_first_day() -> None:
    richer = replace(with_override(PACK, {"dibao": 1401}), changes=())
    (found,) = differences(replace(PACK, changes=()), richer)
    assert found.sentence() == "低保标准：1,301元/月 → 1,401元/月，自2025-01-23起"


def test_that_the_differences_stand_by_value_and_then_by_day() -> None:
    dates = (date(2025, 1, 23), date(2026, 5, 15))
    first, later = (f'since = {day}, source = "x" }}' for day in dates)
    wages = f"min_wage = [{{ value = 2500, {first}, {{ value = 2600, {later}] #"
    standards = f"dibao = [{{ value = 1400, {first}, {{ value = 1500, {later}] #"
    text = PLAIN.replace("dibao = 1301", standards, 1).replace("min_wage = 2490", wages, 1)
    other = read_pack(text, "p.toml", NATIONAL)

    assert [(one.label, one.since) for one in differences(PACK, other)] == [
        ("低保标准", dates[0]), ("低保标准", dates[1]),
        ("最低工资", dates[0]), ("最低工资", dates[1]),
    ]  # fmt: skip


def test_that_town_and_country_are_told_apart_where_they_differ() -> None:
    found = differences(shipped(), shipped("bf_demo"))
    lines = [one for one in found if one.path == "standards.dibao"]
    first, second = date(2025, 4, 1), date(2026, 4, 1)
    assert [(one.residence, one.since, one.after) for one in lines] == [
        (Residence.URBAN, first, "780元/月"), (Residence.RURAL, first, "585元/月"),
        (Residence.URBAN, second, "832元/月"), (Residence.RURAL, second, "632元/月"),
    ]  # fmt: skip
    multiples = [one for one in found if one.path == "low_margin.multiple"]
    assert [one.sentence() for one in multiples] == [
        "低边标准为低保标准的：2倍 → 1.5倍，自2025-04-01起"
    ]
    assert multiples[0].basis == "自2021-07-01起，审核确认办法第八条"
    assert (
        "（城镇）：1,301元/月 → 780元/月"
        in found[[o.path for o in found].index("standards.dibao")].sentence()
    )


@given(NAMES)
def test_that_a_pack_does_not_differ_from_itself(name: str) -> None:
    assert differences(shipped(name), shipped(name)) == ()


@given(NAMES, NAMES)
def test_that_turning_the_comparison_round_swaps_the_values(one: str, other: str) -> None:
    here, there = shipped(one), shipped(other)
    told = {(d.path, d.since, d.residence, d.before, d.after) for d in differences(here, there)}
    back = {(d.path, d.since, d.residence, d.after, d.before) for d in differences(there, here)}
    assert told == back
