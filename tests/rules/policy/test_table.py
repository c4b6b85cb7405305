"""One table of a pack, read key by key: what is taken, what is refused and told."""

from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime
from decimal import Decimal
from fractions import Fraction

import pytest

from caseworker_app.rules.policy.table import Faults, Table

Reader = Callable[[Table], object]
NAMES = {"min_wage": None, "none": 0}
EVERY = ((0, Fraction(1)),)

READERS: Mapping[str, Reader] = {
    "count": lambda t: t.count("k"),
    "count from 1": lambda t: t.count("k", 1),
    "number": lambda t: t.number("k"),
    "rate": lambda t: t.rate("k"),
    "money": lambda t: t.money("k"),
    "area": lambda t: t.area("k"),
    "levels": lambda t: t.levels("k"),
    "codes": lambda t: t.codes("k"),
    "text": lambda t: t.text("k"),
    "flag": lambda t: t.flag("k"),
    "day": lambda t: t.day("k"),
    "day or none": lambda t: t.day_or_none("k"),
    "choice": lambda t: t.choice("k", NAMES),
    "money or name": lambda t: t.money_or("k", NAMES),
    "steps": lambda t: t.share_steps("k", ()),
    "steps or every": lambda t: t.share_steps("k", EVERY),
    "is number": lambda t: t.is_number("k"),
    "is text": lambda t: t.is_text("k"),
    "how many tables": lambda t: len(t.tables("k")),
    "text of a table": lambda t: t.table("k").text("a"),
    "count or 0": lambda t: t.count("k", default=0),
    "number or 2": lambda t: t.number("k", Fraction(2)),
    "rate or 1": lambda t: t.rate("k", Fraction(1)),
    "codes or a": lambda t: t.codes("k", ("a",)),
    "codes or none": lambda t: t.codes("k", ()),
    "text or empty": lambda t: t.text("k", ""),
    "flag or true": lambda t: t.flag("k", default=True),
    "flag or false": lambda t: t.flag("k", default=False),
    "choice or none": lambda t: t.choice("k", NAMES, "none"),
    "money or minimum wage": lambda t: t.money_or("k", NAMES, "min_wage"),
    "tables": lambda t: t.tables("k"),
    "keys or none": lambda t: t.table("k", optional=True).every_key(),
    "has": lambda t: t.has("k"),
    "table": lambda t: t.table("k"),
    "keys": lambda t: t.table("k").every_key(),
}


def read(values: Mapping[str, object], reader: Reader) -> tuple[object, list[str]]:
    faults = Faults("p.toml")
    return reader(Table(values, "t", faults)), faults.lines


@pytest.mark.parametrize(
    ("reader", "written", "value"),
    [
        ("count", 0, 0),
        ("count from 1", 1, 1),
        ("number", 0, 0),
        ("number", Decimal("0.5"), Fraction(1, 2)),
        ("number", Decimal("1E+11"), 10**11),
        ("number", Decimal("1E-11"), Fraction(1, 10**11)),
        ("rate", 0, 0),
        ("rate", 1, 1),
        ("rate", Decimal("0.3"), Fraction(3, 10)),
        ("money", 0, 0),
        ("money", Decimal("0.01"), 1),
        ("money", Decimal("1301.5"), 130_150),
        ("area", Decimal("40.2"), 4020),
        ("levels", [1, 4], {1, 4}),
        ("codes", [], ()),
        ("codes", ["a", "b"], ("a", "b")),
        ("text", "a", "a"),
        ("flag", False, False),
        ("flag", True, True),
        ("day", date(2025, 1, 23), date(2025, 1, 23)),
        ("day or none", date(2025, 1, 23), date(2025, 1, 23)),
        ("choice", "none", 0),
        ("money or name", "none", 0),
        ("money or name", 7, 700),
        ("steps", {"3+": 1, "1": 0}, ((1, 0), (3, 1))),
        ("steps or every", {"16": 1}, ((16, 1),)),
        ("is number", 3, True),
        ("is number", "3", False),
        ("is text", "3", True),
        ("is text", 3, False),
        ("how many tables", [{}, {}], 2),
        ("text of a table", {"a": "b"}, "b"),
    ],
)
def test_that_what_is_allowed_is_read_exactly(reader: str, written: object, value: object) -> None:
    assert read({"k": written}, READERS[reader]) == (value, [])


@pytest.mark.parametrize(
    ("reader", "value"),
    [
        ("count or 0", 0),
        ("number or 2", 2),
        ("rate or 1", 1),
        ("codes or a", ("a",)),
        ("codes or none", ()),
        ("text or empty", ""),
        ("flag or true", True),
        ("flag or false", False),
        ("day or none", None),
        ("choice or none", 0),
        ("money or minimum wage", None),
        ("steps or every", EVERY),
        ("tables", ()),
        ("keys or none", ()),
        ("has", False),
        ("is text", False),
        ("is number", False),
    ],
)
def test_that_what_may_be_left_out_has_its_usual_value(reader: str, value: object) -> None:
    assert read({}, READERS[reader]) == (value, [])


@pytest.mark.parametrize(
    "reader",
    [
        "count",
        "number",
        "rate",
        "money",
        "levels",
        "codes",
        "text",
        "flag",
        "day",
        "choice",
        "money or name",
        "table",
    ],
)
def test_that_what_must_not_be_left_out_is_asked_for(reader: str) -> None:
    _, lines = read({}, READERS[reader])
    assert [line.partition(": 应为")[0] for line in lines] == ["p.toml: 缺少 t.k"]


@pytest.mark.parametrize(
    ("reader", "written", "harmless"),
    [
        ("count", -1, 0),
        ("count from 1", 0, 1),
        ("count", True, 0),
        ("count", Decimal("1.5"), 0),
        ("number", Decimal("-0.01"), 0),
        ("number", "x", 0),
        ("number", True, 0),
        ("number", Decimal("1E+12"), 0),
        ("number", Decimal("1E-12"), 0),
        ("rate", Decimal("1.01"), 0),
        ("rate", Decimal("-0.01"), 0),
        ("rate", "x", 0),
        ("money", Decimal("-0.01"), 0),
        ("money", Decimal("0.005"), 0),
        ("money", "x", 0),
        ("levels", [1, 5], frozenset()),
        ("levels", [0], frozenset()),
        ("levels", [True], frozenset()),
        ("levels", [Decimal(2)], frozenset()),
        ("levels", 2, frozenset()),
        ("codes", ["a", 1], ()),
        ("codes", "ab", ()),
        ("text", 3, ""),
        ("flag", 1, False),
        ("day", "soon", date.max),
        ("day", datetime(2025, 1, 23, tzinfo=UTC), date.max),
        ("choice", "all", None),
        ("choice", [], None),
        ("money or name", -1, 0),
        ("steps", {}, ((0, 0),)),
        ("steps", {"1": 1, "many": 1}, ((0, 0),)),
        ("tables", {}, ()),
        ("keys", 3, ()),
    ],
)
def test_that_what_is_not_allowed_is_told_once_and_reading_goes_on(
    reader: str, written: object, harmless: object
) -> None:
    again = READERS[reader]
    value, lines = read({"k": written}, lambda t: (again(t), again(t))[0])
    assert value == harmless
    assert len(lines) == 1
    assert lines[0].startswith("p.toml: t.k = ")


@pytest.mark.parametrize(
    ("written", "told"),
    [
        (7, "t.k = 7: "),
        ("七", 't.k = "七": '),
        ("长" * 60, f't.k = "{"长" * 60}": '),
        ("长" * 61, f't.k = "{"长" * 60}…": '),
    ],
)
def test_that_a_refused_value_is_shown_and_a_long_one_cut(written: object, told: str) -> None:
    assert told in read({"k": written}, lambda t: t.day("k"))[1][0]


def test_that_an_unknown_key_is_told_with_every_key_that_may_stand_there() -> None:
    def reader(table: Table) -> None:
        table.count("a", default=0)
        table.count("a", default=0)
        table.day_or_none("b")
        table.share_steps("c", EVERY)
        table.end()

    _, lines = read({"a": 1, "slip": 1, "slip_note": "备注"}, reader)

    assert lines == ["p.toml: 不认识的键 t.slip，此处可用：a、b、c。"]


def test_that_missing_steps_are_told_once() -> None:
    _, lines = read({}, READERS["steps"])
    assert len(lines) == 1


def test_that_keys_that_are_data_are_all_known() -> None:
    def reader(table: Table) -> object:
        keys = table.every_key()
        table.end()
        return keys

    assert read({"a": 1, "b": 2}, reader) == (("a", "b"), [])


def test_that_a_fault_of_the_whole_text_is_told_without_a_table() -> None:
    faults = Faults("p.toml")
    Table({"k": 1}, "", faults).text("k")
    assert faults.lines[0].startswith("p.toml: k = 1: ")
