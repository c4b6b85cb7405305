"""现场发现: what is known already, what must be asked, what makes a difference by itself."""

from dataclasses import replace
from datetime import date

import pytest

from caseworker_app.model.codes import Consent, FoundKind, Level
from caseworker_app.model.declaration import Declaration
from caseworker_app.model.departments import Insurance
from caseworker_app.model.discrepancy import Discrepancy
from caseworker_app.model.found import Found
from caseworker_app.model.register import RegisterSlice
from caseworker_app.rules.comparison import compare
from caseworker_app.rules.comparison.found import difference_of
from caseworker_app.rules.comparison.matching import Match, match, may_be_asked, named, place_fits
from caseworker_app.rules.policy.pack import Pack
from tests.rules.comparison.conftest import DAY, HEAD, POLICE, number

STRANGER = number("19800101", 9)
OTHER_PLATE, UNKNOWN_PLATE = "浙A9X9X9", "浙A8Y8Y8"


def found(kind: FoundKind, value: str, **other: str) -> Found:
    return replace(Found("f1", kind, value), **other)  # type: ignore[arg-type]  # text fields only


@pytest.fixture
def wide(records: RegisterSlice) -> RegisterSlice:
    """Return the slice with a stranger's car, an undeclared one, a stranger and an employer."""
    car, home, person = records.vehicles[0], records.estates[0], records.persons[0]
    return replace(
        records,
        persons=(
            *records.persons,
            replace(
                person, id="p9", id_number=STRANGER, name="钱七", hukou_number="H9", marriage=None
            ),
        ),
        vehicles=(
            car,
            replace(car, id="c2", plate="浙A2B2B2", vin="LSVAB2180F2000002"),
            replace(car, id="c3", plate=OTHER_PLATE, owner_id_number=STRANGER, vin=""),
            replace(car, id="c4", plate="浙A3C3C3", vin="", transferred=date(2026, 1, 5)),
        ),
        estates=(home, replace(home, id="f2", location="演示县湖滨街5号201室", unit_number="")),
        insurances=(Insurance("i1", POLICE, HEAD, "陈大山", employer="演示县惠民物业有限公司"),),
    )


@pytest.mark.parametrize(
    ("kind", "value", "expected", "rows"),
    [
        (FoundKind.VEHICLE, "浙a1b2c3", Match.AGREED, ("c1",)),
        (FoundKind.VEHICLE, "浙A2B2B2", Match.UNDECLARED, ("c2",)),
        (FoundKind.VEHICLE, "LSVAB2180F2000002", Match.UNDECLARED, ("c2",)),
        (FoundKind.VEHICLE, OTHER_PLATE, Match.OTHERS, ("c3",)),
        (FoundKind.VEHICLE, "浙A3C3C3", Match.OTHERS, ("c4",)),
        (FoundKind.VEHICLE, UNKNOWN_PLATE, Match.UNKNOWN, ()),
        (FoundKind.VEHICLE, " ", Match.BARE, ()),
        (FoundKind.PERSON, HEAD, Match.AGREED, ("p1",)),
        (FoundKind.PERSON, STRANGER, Match.OTHERS, ("p9",)),
        (FoundKind.PERSON, number("19810101", 1), Match.UNKNOWN, ()),
        (FoundKind.PERSON, "陈大山 1975-03-14", Match.DECLARED, ()),
        (FoundKind.PERSON, "陈大山 1975-03-15", Match.BARE, ()),
        (FoundKind.PERSON, "", Match.BARE, ()),
        (FoundKind.ESTATE, "330199001002GB00123F00010023", Match.AGREED, ("f1",)),
        (FoundKind.ESTATE, "湖滨街5号201室", Match.UNDECLARED, ("f2",)),
        (FoundKind.ESTATE, "湖滨街5号202室", Match.UNKNOWN, ()),
        (FoundKind.OTHER, "惠民物业", Match.AGREED, ("i1",)),
        (FoundKind.OTHER, "城东超市", Match.UNKNOWN, ()),
    ],
)
def test_that_a_found_fact_is_placed(
    kind: FoundKind,
    value: str,
    expected: Match,
    rows: tuple[str, ...],
    declaration: Declaration,
    wide: RegisterSlice,
) -> None:
    matched = match(found(kind, value), declaration, wide, DAY)

    assert (matched.match, matched.record_ids) == (expected, rows)
    assert matched.text


def test_that_only_what_a_register_can_be_searched_by_is_asked(declaration: Declaration) -> None:
    def asks(kind: FoundKind, value: str, records: RegisterSlice) -> bool:
        fact = found(kind, value)
        return may_be_asked(fact, match(fact, declaration, records, DAY))

    nothing = RegisterSlice()
    assert asks(FoundKind.VEHICLE, UNKNOWN_PLATE, nothing)
    assert asks(FoundKind.VEHICLE, "浙A1B2C3", nothing)
    assert not asks(FoundKind.VEHICLE, " ", nothing)
    assert not asks(FoundKind.PERSON, "陈大山", nothing)
    assert not asks(FoundKind.PERSON, "赵玲 1988-02-02", nothing)


def test_that_too_little_or_a_declared_person_without_a_row_is_said_so(
    declaration: Declaration,
) -> None:
    def placed(kind: FoundKind, value: str) -> Match:
        return match(found(kind, value), declaration, RegisterSlice(), DAY).match

    assert placed(FoundKind.ESTATE, " ") is Match.BARE
    assert placed(FoundKind.OTHER, "") is Match.BARE
    assert placed(FoundKind.PERSON, HEAD) is Match.DECLARED


def test_that_a_row_is_named_by_its_employer() -> None:
    assert named(Insurance("i1", POLICE, HEAD, employer="惠民物业")) == "惠民物业"
    assert named(Insurance("i1", POLICE, HEAD)) == ""


def test_that_a_declared_car_without_a_row_is_said_to_be_declared(declaration: Declaration) -> None:
    matched = match(found(FoundKind.VEHICLE, "浙A1B2C3"), declaration, RegisterSlice(), DAY)
    assert matched.match is Match.DECLARED
    assert "小轿车" in matched.text


@pytest.mark.parametrize(
    ("one", "other", "fits"),
    [
        ("河埠里3幢102室", "示范区河埠里3幢102室", True),
        ("河埠里 3 幢 102 室", "河埠里3幢102室", True),
        ("102室", "河埠里3幢102室", False),
        ("3-12", "31-2", False),
        ("", "河埠里3幢102室", False),
    ],
)
def test_that_an_address_is_known_by_its_end(one: str, other: str, fits: bool) -> None:  # noqa: FBT001  # a case
    assert place_fits(one, other) is fits


def _raised(
    declaration: Declaration, records: RegisterSlice, pack: Pack, *facts: Found
) -> tuple[Discrepancy, ...]:
    return compare(declaration, records, pack, DAY, facts)


def test_that_a_person_found_living_here_is_an_undeclared_mate(
    declaration: Declaration, records: RegisterSlice, pack: Pack
) -> None:
    fact = found(FoundKind.PERSON, f"钱七 {STRANGER}")
    (item,) = _raised(declaration, records, pack, fact)

    assert (item.code, item.level, item.subject) == ("HJ04", Level.ORANGE, "钱七")
    assert (item.id, item.declared) == (difference_of(fact), "未申报")
    assert item.registered == "本机户籍数据中没有"


def test_that_the_answer_of_the_register_keeps_the_difference_and_brings_its_source(
    declaration: Declaration, records: RegisterSlice, wide: RegisterSlice, pack: Pack
) -> None:
    fact = found(FoundKind.PERSON, STRANGER)
    answered = replace(records, persons=wide.persons)
    (item,) = _raised(declaration, answered, pack, fact)

    assert item.id == difference_of(fact)
    assert item.source == POLICE
    assert item.registered.startswith("钱七登记在别的户口簿")


@pytest.mark.parametrize(
    "value", [HEAD, "陈大山", "陈大山 1975-03-14", "", "3301"], ids=lambda v: v or "nothing"
)
def test_that_a_declared_person_or_nothing_at_all_raises_nothing(
    value: str, declaration: Declaration, records: RegisterSlice, pack: Pack
) -> None:
    expected = 1 if value == "3301" else 0  # something was written: somebody lives here
    raised = _raised(declaration, records, pack, found(FoundKind.PERSON, value))
    assert len(raised) == expected


def test_that_one_person_makes_one_difference(
    declaration: Declaration, records: RegisterSlice, pack: Pack
) -> None:
    """Somebody in the booklet whom the household kept silent about is HJ04 already."""
    mate = replace(records.persons[0], id="p9", id_number=STRANGER, name="钱七", marriage=None)
    more = replace(records, persons=(*records.persons, mate))
    before = _raised(declaration, more, pack)

    assert [item.code for item in before] == ["HJ04"]
    assert _raised(declaration, more, pack, found(FoundKind.PERSON, STRANGER)) == before


def test_that_somebody_found_by_number_alone_has_the_name_of_the_register(
    declaration: Declaration, wide: RegisterSlice, records: RegisterSlice, pack: Pack
) -> None:
    known = replace(records, persons=wide.persons)
    (item,) = _raised(declaration, known, pack, found(FoundKind.PERSON, STRANGER))
    assert item.subject == "钱七"
    (item,) = _raised(declaration, records, pack, found(FoundKind.PERSON, STRANGER))
    assert item.subject == STRANGER


def test_that_a_name_without_a_number_is_said_to_be_no_comparison(
    declaration: Declaration, records: RegisterSlice, pack: Pack
) -> None:
    (item,) = _raised(declaration, records, pack, found(FoundKind.PERSON, "钱七 1980-01-01"))
    assert (item.subject, item.registered) == ("钱七", "没有身份号码，未能比对")


def test_that_the_dead_do_not_live_here(
    declaration: Declaration, wide: RegisterSlice, records: RegisterSlice, pack: Pack
) -> None:
    dead = replace(wide.persons[-1], cancelled="死亡")
    more = replace(records, persons=(*records.persons, dead))
    assert _raised(declaration, more, pack, found(FoundKind.PERSON, STRANGER)) == ()


def test_that_cars_houses_and_other_facts_raise_nothing_by_themselves(
    declaration: Declaration, records: RegisterSlice, pack: Pack
) -> None:
    facts = (
        found(FoundKind.VEHICLE, UNKNOWN_PLATE),
        found(FoundKind.ESTATE, "湖滨街5号"),
        found(FoundKind.OTHER, "城东超市"),
    )
    assert _raised(declaration, records, pack, *facts) == ()


def test_that_consent_has_words() -> None:
    assert {consent.zh for consent in Consent} == {
        "没有另外同意",
        "本户在场人同意",
        "被查询人本人同意",
    }
