"""Values of a pack that say since when, by which paper, and for whom."""

from collections.abc import Mapping
from datetime import date, timedelta

import pytest
from hypothesis import given, settings, strategies as st

from caseworker_app.errors import UserError
from caseworker_app.intake.pack_file import shipped
from caseworker_app.model.codes import Residence
from caseworker_app.model.economy import EconomicStatus
from caseworker_app.rules.determination import determine
from caseworker_app.rules.policy.pack import Pack
from caseworker_app.rules.policy.reading import read_pack, with_override
from tests.rules.any_home import HOMES
from tests.rules.homes import DAY, home, person
from tests.rules.packs import NATIONAL, PLAIN
from tests.rules.test_properties import without_words

PLAINLY = "dibao = 1301  "
HISTORY = """dibao = [
  { value = 1259, since = 2023-07-31, source = "二〇二三年通知" },
  { value = 1301, since = 2025-01-23, source = "二〇二四年通知" },
  { value = 1402, since = 2026-03-15, source = "二〇二六年通知" },
]
"""
UNDATED = '{ value = 1, source = "x" }'
SINCE = 'since = 2025-01-23, source = "x"'
ONE = '{ value = 1, since = 2025-01-23, source = "x" }'
SPLIT = """dibao.urban = 1301
dibao.rural = { value = 900, since = 2025-01-23, source = "县通知" }
"""


def written(value: str) -> Pack:
    text = PLAIN.replace(PLAINLY, f"{value}\n", 1)
    assert text != PLAIN
    return read_pack(text, "p.toml", NATIONAL)


def refusal(value: str) -> str:
    with pytest.raises(UserError) as caught:
        written(value)
    return str(caught.value)


@pytest.mark.parametrize(
    ("day", "standard"),
    [
        (date(2022, 6, 10), 130_100),  # before the pack: its first day
        (date(2025, 1, 23), 130_100),
        (date(2026, 3, 14), 130_100),
        (date(2026, 3, 15), 140_200),
        (date(2030, 1, 1), 140_200),
    ],
)
def test_that_the_day_of_the_act_picks_the_value(day: date, standard: int) -> None:
    assert written(HISTORY).on(day).standards.dibao == standard


def test_that_a_determination_uses_the_value_of_its_day() -> None:
    pack = written(HISTORY)
    early, late = (determine(home(person(), as_of=day), pack) for day in (DAY, date(2026, 3, 15)))
    assert (early.standard, late.standard) == (130_100, 140_200)
    assert early.pack_hash == late.pack_hash == pack.hash


def test_that_the_explanation_tells_since_when_and_by_which_paper() -> None:
    told = determine(home(person()), written(HISTORY)).reason.parameters()["standards.dibao"]
    assert (told.label, told.value) == ("低保标准", "1,301元/月")
    assert told.basis == "自2025-01-23起，二〇二四年通知"


def test_that_a_pack_may_name_a_residence_though_all_values_are_alike() -> None:
    text = PLAIN.replace("legal_frame", 'residence_unless_said = "rural"\nlegal_frame', 1)
    pack = read_pack(text, "p.toml", NATIONAL)
    assert pack.residence_unless_said is Residence.RURAL
    assert pack.standards.dibao == 130_100


def test_that_a_pack_that_begins_after_every_change_has_none_ahead() -> None:
    late = PLAIN.replace("effective_from = 2025-01-23", "effective_from = 2026-07-01", 1)
    pack = read_pack(late, "p.toml", NATIONAL)
    assert pack.changes == ()
    assert pack.on(date(2026, 8, 1)) is pack
    assert pack.national.fine_multiple == 2


def test_that_a_value_without_a_source_says_so() -> None:
    told = determine(home(person()), written("dibao = 1301")).reason.parameters()
    assert told["standards.dibao"].basis == "规则包未注明出处"


@pytest.mark.parametrize(
    ("value", "fault"),
    [
        ('dibao = { value = 1, source = "x" }', 'standards.dibao.since = "（未填）"'),
        ("dibao = { value = 1, since = 2025-01-23 }", 'standards.dibao.source = "（未填）"'),
        ('dibao = { value = 1, since = "soon", source = "x" }', 'standards.dibao.since = "soon"'),
        ('dibao = { value = 1, since = 2025-01-23, source = "" }', 'standards.dibao.source = ""'),
        ('dibao = { value = 1, since = 2025-01-23, source = "x", mark = "S" }',
         "不认识的键 standards.dibao.mark"),
        ('dibao = { value = "x", since = 2025-01-23, source = "x" }', 'standards.dibao = "x"'),
        ('dibao = { value = 1, since = 2025-06-01, source = "x" }', "缺少 standards.dibao"),
        (f"dibao = [{ONE}, {ONE}]", "同一天不能有两个值"),
        (f"dibao = [{ONE}, 7]", "standards.dibao = "),
        ("dibao.urban = 3", "standards.dibao"),
        ('dibao = { value = 1, since = 2025-01-23T00:00:00, source = "x" }',
         "standards.dibao.since = 2025-01-23 00:00:00"),
        (f"dibao = {{ value = {{ urban = {UNDATED}, rural = 2 }}, {SINCE} }}",
         "standards.dibao.urban.since"),
    ],
)  # fmt: skip
def test_that_a_faulty_entry_is_told(value: str, fault: str) -> None:
    assert fault in refusal(value)


def test_that_town_and_country_each_have_their_standard() -> None:
    text = PLAIN.replace(PLAINLY, SPLIT, 1).replace(
        "legal_frame", 'residence_unless_said = "rural"\nlegal_frame', 1
    )
    pack = read_pack(text, "p.toml", NATIONAL)
    assert pack.on(DAY, Residence.URBAN).standards.dibao == 130_100
    assert pack.on(DAY, Residence.RURAL).standards.dibao == 90_000
    assert pack.on(DAY).standards.dibao == pack.standards.dibao == 90_000
    unsaid = determine(home(person()), pack)
    assert unsaid.standard == 90_000
    assert "未注明城乡，按农村标准" in unsaid.remarks[0].text
    said = determine(home(person(), residence=Residence.URBAN), pack)
    assert said.standard == 130_100
    assert not any("未注明城乡" in remark.text for remark in said.remarks)


def test_that_town_and_country_may_part_on_a_day() -> None:
    values = (1301, "{ urban = 1402, rural = 900 }")
    days = ("2025-01-23", "2026-03-15")
    first, second = (
        f'{{ value = {value}, since = {day}, source = "x" }}'
        for value, day in zip(values, days, strict=True)
    )
    text = PLAIN.replace(PLAINLY, f"dibao = [{first}, {second}]\n", 1).replace(
        "legal_frame", 'residence_unless_said = "rural"\nlegal_frame', 1
    )
    pack = read_pack(text, "p.toml", NATIONAL)

    assert [pack.on(DAY, residence).standards.dibao for residence in Residence] == [130_100] * 2
    later = [pack.on(date(2026, 3, 15), residence).standards.dibao for residence in Residence]
    assert later == [140_200, 90_000]


def test_that_a_split_pack_must_say_whose_values_stand_for_the_unknown() -> None:
    assert "缺少 pack.residence_unless_said" in refusal(SPLIT)


def test_that_an_override_holds_on_every_day() -> None:
    pack = with_override(written(HISTORY), {"dibao": 1000})
    assert {pack.on(date(year, 4, 1)).standards.dibao for year in (2024, 2025, 2027)} == {100_000}
    told = pack.on(date(2026, 4, 1)).parameters["standards.dibao"]
    assert (told.value, told.basis) == ("1,000元/月", "本例另行设定")


@given(HOMES, st.integers(1, 2000))
@settings(max_examples=40)
def test_that_values_dated_after_the_day_change_nothing(status: EconomicStatus, ahead: int) -> None:
    """The rules of the day decide, not those to come (SAL-19: a standard holds from its day)."""
    later = max(DAY, date(2025, 1, 23)) + timedelta(days=ahead)
    now = '{ value = 1301, since = 2025-01-23, source = "x" }'
    then = f'{{ value = 2000, since = {later}, source = "y" }}'
    here, there = written(f"dibao = [{now}]"), written(f"dibao = [{now}, {then}]")
    first, second = (without_words(determine(status, pack)) for pack in (here, there))
    assert first.pack_hash != second.pack_hash
    assert _but_the_hash(first) == _but_the_hash(second)


def _but_the_hash(found: object) -> Mapping[str, object]:
    names = set(type(found).__dataclass_fields__) - {"pack_hash"}  # type: ignore[attr-defined]  # a dataclass
    return {name: getattr(found, name) for name in names}


@pytest.mark.parametrize("name", ["zj_demo", "bf_demo", "national"])
def test_that_every_value_of_a_shipped_pack_has_a_day_and_a_source(name: str) -> None:
    undated = ("pack.", "instruments.", "recheck.yearly.", "recheck.half_yearly.")
    for _, _, pack in shipped(name).changes:
        for path, told in pack.parameters.items():
            if not path.startswith((*undated, "single_listed.requires_household")):
                assert told.basis.startswith("自20"), path
            assert told.label != path


def test_that_the_shipped_pack_of_the_cases_says_what_the_plain_one_says() -> None:
    dated, plain = shipped().on(DAY), read_pack(PLAIN, "p.toml", NATIONAL).on(DAY)
    for name in (
        "standards", "dibao_test", "low_margin", "rounding", "min_gap_rate", "bands", "income",
        "support", "property", "single_listed", "top_up", "expenditure", "rigid_family",
        "half_yearly", "recovery", "national", "unrecognised_answers",
    ):  # fmt: skip
        assert getattr(dated, name) == getattr(plain, name), name
