from datetime import date

import pytest

from caseworker_app.documents.form import Column, Entry, Form, Kind
from caseworker_app.model.values import Json
from caseworker_app.workflow.papers.faults import faults

DAY = date(2026, 11, 23)
_ROWS = (Column("name", "姓名", 1.0), Column("sum", "金额", 1.0, kind=Kind.MONEY))


def form(*entries: Entry) -> Form:
    return Form("F98", "试表", 1, entries, (), ())


def told(entry: Entry, value: Json) -> list[str]:
    return [fault.text for fault in faults(form(entry), {entry.name: value}, DAY)]


def an_entry(kind: Kind, name: str = "one", **more: object) -> Entry:
    return Entry(name=name, label="某\n项", kind=kind, asked=True, **more)  # type: ignore[arg-type]  # any field


@pytest.mark.parametrize(
    ("kind", "good", "wrong"),
    [
        (Kind.TEXT, ["胡龙"], [3, ["胡龙"], "长" * 20_001]),
        (Kind.PARA, ["两行\n字"], [3]),
        (Kind.DAY, ["2026-11-23", "1999-01-01"], ["2026-02-30", "今天", 20261123]),
        (Kind.MONTH, ["2026-12"], ["2026-13", "2026-1", "2026", 202612, "2026-12-01"]),
        (Kind.MONEY, [0, 36000], [-1, "360", 10**13 + 1, True]),
        (Kind.COUNT, [0, 3], [-1, "3", 10**6 + 1, True]),
    ],
)
def test_that_a_value_fits_its_kind(kind: Kind, good: list[Json], wrong: list[Json]) -> None:
    for value in good:
        assert told(an_entry(kind), value) == [], value
    for value in wrong:
        assert len(told(an_entry(kind), value)) == 1, value
        assert told(an_entry(kind), value)[0].startswith("“某项”应")


def test_that_a_choice_is_one_of_those_there_are() -> None:
    one = an_entry(Kind.CHOICE, choices=("直接送达", "留置送达"))
    many = an_entry(Kind.CHOICE, choices=("直接送达", "留置送达"), several=True)

    assert told(one, ["直接送达"]) == told(many, ["直接送达", "留置送达"]) == []
    assert told(one, ["直接送达", "留置送达"])
    assert told(one, ["飞鸽传书"])
    assert told(one, "直接送达")


def test_that_every_cell_of_every_row_fits_its_column() -> None:
    rows = an_entry(Kind.ROWS, columns=_ROWS)

    assert told(rows, [{"name": "王芳", "sum": 100}, {"name": "李四", "sum": None}, {}]) == []
    assert told(rows, [{"name": "王芳", "sum": -1}])
    assert told(rows, [{"name": "王芳", "more": 1}])
    assert told(rows, ["王芳"])


def test_that_what_is_required_and_missing_is_named() -> None:
    asked = an_entry(Kind.TEXT, required=True)
    known = Entry(name="one", label="户主", required=True)

    empty: tuple[Json, ...] = (None, "", [])
    for nothing in empty:
        assert told(asked, nothing) == ["“某项”还没有填，请填写。"]
    assert told(known, None) == ["本户资料中没有“户主”，请先补全。"]
    assert told(an_entry(Kind.TEXT), None) == []


@pytest.mark.parametrize("name", ["deadline", "statement_deadline", "pay_by", "answer_by"])
def test_that_a_term_does_not_end_before_the_paper(name: str) -> None:
    term = an_entry(Kind.DAY, name)

    assert told(term, "2026-11-23") == []
    assert told(term, "2026-11-22") == [
        "“某项”早于文书日期2026年11月23日，请改为当日或以后的日期。"
    ]
    assert told(an_entry(Kind.DAY, "publicity_until"), "2026-11-22") == []


def test_that_a_time_does_not_end_before_it_begins() -> None:
    first = Entry(name="grace_from", label="起", kind=Kind.MONTH, asked=True)
    last = Entry(name="grace_until", label="止", kind=Kind.MONTH, asked=True)

    def both(start: str, end: str) -> list[str]:
        found = faults(form(first, last), {"grace_from": start, "grace_until": end}, DAY)
        return [fault.text for fault in found]

    assert both("2026-12", "2027-05") == both("2026-12", "2026-12") == []
    assert both("2027-05", "2026-12") == ["“止”早于“起”，请改正其中一个。"]
