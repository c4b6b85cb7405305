import re
from datetime import date

from caseworker_app.model.codes import Residence
from caseworker_app.rules.policy.changes import changes_after
from caseworker_app.rules.policy.pack import Pack
from caseworker_app.rules.policy.reading import read_pack
from tests.rules.packs import NATIONAL, PACK, PLAIN

NEXT_YEAR = date(2027, 1, 1)
TODAY = date(2026, 11, 22)


def _with(dibao: str, head: str = "") -> Pack:
    text = PLAIN.replace("dibao = 1301", f"dibao = {dibao}")
    assert text != PLAIN
    return read_pack(text.replace("[pack]", f"[pack]\n{head}"), "p.toml", NATIONAL)


def _dated(value: object, since: date) -> str:
    return f'{{ value = {value}, since = {since}, source = "市通知" }}'


def test_that_a_pack_without_later_values_changes_nothing() -> None:
    assert changes_after(PACK, TODAY) == ()


def test_that_what_changes_is_told_with_both_values_and_its_paper() -> None:
    pack = _with(f"[{_dated(1301, date(2025, 1, 1))}, {_dated(1400, NEXT_YEAR)}]")

    (change,) = changes_after(pack, TODAY)

    assert (change.day, change.residence, change.what) == (NEXT_YEAR, None, "低保标准")
    assert (change.before, change.after) == ("1,301元/月", "1,400元/月")
    assert change.basis == "自2027-01-01起，市通知"
    assert changes_after(pack, NEXT_YEAR) == ()


def test_that_a_change_for_the_country_only_says_so() -> None:
    rural = f"[{_dated(1301, date(2025, 1, 1))}, {_dated(1350, NEXT_YEAR)}]"
    pack = _with(f"{{ urban = 1301, rural = {rural} }}", 'residence_unless_said = "urban"')

    (change,) = changes_after(pack, TODAY)

    assert (change.residence, change.before, change.after) == (
        Residence.RURAL,
        "1,301元/月",
        "1,350元/月",
    )


def test_that_a_change_for_all_stands_once() -> None:
    history = f"[{_dated(1301, date(2025, 1, 1))}, {_dated(1400, NEXT_YEAR)}]"
    pack = _with(f"{{ urban = {history}, rural = {history} }}", 'residence_unless_said = "rural"')

    assert [(c.residence, c.after) for c in changes_after(pack, TODAY)] == [(None, "1,400元/月")]


def test_that_what_changes_otherwise_in_town_and_country_is_told_of_each() -> None:
    now = _dated(1301, date(2025, 1, 1))
    urban, rural = (f"[{now}, {_dated(value, NEXT_YEAR)}]" for value in (1400, 1350))
    pack = _with(f"{{ urban = {urban}, rural = {rural} }}", 'residence_unless_said = "urban"')

    assert [(c.residence, c.after) for c in changes_after(pack, TODAY)] == [
        (Residence.URBAN, "1,400元/月"),
        (Residence.RURAL, "1,350元/月"),
    ]


def test_that_a_change_is_told_against_the_day_before() -> None:
    days = (date(2025, 1, 1), NEXT_YEAR, date(2027, 1, 2))
    pack = _with(f"[{', '.join(map(_dated, (1301, 1400, 1500), days))}]")

    assert [(c.before, c.after) for c in changes_after(pack, TODAY)] == [
        ("1,301元/月", "1,400元/月"),
        ("1,400元/月", "1,500元/月"),
    ]


def test_that_what_ends_and_what_begins_is_told_with_an_empty_side() -> None:
    rates = (("elder_70 = 0.1", date(2025, 1, 1)), ("minor = 0.1", NEXT_YEAR))
    history = ", ".join(_dated(f"{{ {rate} }}", since) for rate, since in rates)
    text = re.sub(r"(?<=rate_of_standard = )\{.*\}", f"[{history}]", PLAIN)
    pack = read_pack(text, "p.toml", NATIONAL)

    assert [(c.what, c.before, c.after, c.basis) for c in changes_after(pack, TODAY)] == [
        ("分类施保，为标准的（70周岁以上老年人）", "10%", "", ""),
        ("分类施保，为标准的（未成年人）", "", "10%", "自2027-01-01起，市通知"),
    ]
