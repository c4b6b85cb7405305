"""Rows of members gathered into declarations."""

from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest

from caseworker_app.intake import lists
from caseworker_app.intake.lists import words
from caseworker_app.model.declaration import Declaration
from caseworker_app.rules.comparison import words as printed
from tests.intake.lists.making import csv_file, judged, number

_HEAD = (
    "救助证号", "户号", "区划代码", "与户主关系", "申报日期", "上次复核日期", "姓名",
    "公民身份号码", "婚姻状况", "去向", "近亲属备案", "申报车辆", "申报房产", "成员户号",
)  # fmt: skip


def _row(household: str, n: int, relation: str, **more: str) -> tuple[str, ...]:
    cells = {
        "救助证号": household, "户号": "H1", "区划代码": "330113001001", "与户主关系": relation,
        "申报日期": "2026-06-01", "上次复核日期": "2025-06-01", "姓名": f"张{n}",
        "公民身份号码": number(n), "婚姻状况": "已婚",
    } | more  # fmt: skip
    return tuple(cells.get(heading, "") for heading in _HEAD)


def _judged(
    path: Path, *rows: tuple[str, ...]
) -> tuple[list[lists.Taken], list[lists.Refused], lists.Report]:
    return judged(csv_file(path / "a.csv", [_HEAD, *rows]), "households")


def test_that_members_apart_become_one_declaration(tmp_path: Path) -> None:
    taken, refused, report = _judged(
        tmp_path,
        _row("A", 1, "户主", 近亲属备案="是",
             申报车辆="浙A12345/小轿车/已出售；浙AD12345",
             申报房产="文三路1号/89.5//1/2/住房/继承份额"),
        _row("B", 3, "户主"),
        _row("A", 2, "配偶", 申报日期="", 去向="外出务工", 成员户号="H2"),
    )  # fmt: skip

    assert not refused
    assert [one.rows for one in taken] == [(2, 4), (3,)]
    assert (report.taken, report.records) == (3, 2)
    told = taken[0].record
    assert isinstance(told, Declaration)
    assert (told.household_id, told.signed, told.last_check) == (
        "A", date(2026, 6, 1), date(2025, 6, 1),
    )  # fmt: skip
    head, wife = told.persons
    assert told.head == head.member_id
    assert (head.hukou_number, head.whereabouts) == ("H1", "在家")
    assert (wife.hukou_number, wife.whereabouts, wife.marital) == ("H2", "外出务工", "20")
    assert told.near_relative_filed
    sold, other = told.vehicles
    assert (sold.plate, sold.kind, sold.claim, sold.owner) == (
        "浙A12345", "car", "sold", head.member_id,
    )  # fmt: skip
    assert other.claim == ""
    (house,) = told.estates
    assert (house.area, house.share, house.kind) == (8950, Fraction(1, 2), "dwelling")
    assert (house.claim, house.registered) == ("inherited", False)


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        ([("A", 1, "户主", {}), ("A", 2, "配偶", {"姓名": ""})], "同户第 3 行有误，整户退回"),
        ([("A", 1, "子", {}), ("A", 2, "配偶", {})], "没有写明谁是户主"),
        ([("A", 1, "户主", {}), ("A", 2, "户主", {})], "两个户主"),
        ([("A", 1, "户主", {}), ("A", 2, "妻", {"申报日期": "2026-07-01"})], "第 2、3 行"),
        (
            [("A", 1, "户主", {"申报日期": ""}), ("A", 2, "妻", {"申报日期": ""})],
            "没有填",
        ),
        ([("A", 1, "户主", {}), ("A", 1, "户主", {"姓名": "李"})], "同一个号码"),
        (
            [("A", 1, "户主", {"申报车辆": "浙A1/飞机"}), ("A", 2, "妻", {})],
            "浙A1/飞机”：不认得",
        ),
    ],
)
def test_that_a_household_with_a_fault_goes_back_whole(
    tmp_path: Path, rows: list[tuple[str, int, str, dict[str, str]]], told: str
) -> None:
    made = [_row(household, n, relation, **more) for household, n, relation, more in rows]

    taken, refused, _ = _judged(tmp_path, *made, _row("B", 9, "户主"))

    assert [one.rows for one in taken] == [(4,)]
    assert sorted(one.row for one in refused) == [2, 3]
    assert any(told in one.reasons() for one in refused)
    assert {one.row: one.cells[0] for one in refused} == {2: "A", 3: "A"}


def test_that_a_repeated_member_goes_back_alone(tmp_path: Path) -> None:
    taken, refused, _ = _judged(tmp_path, _row("A", 1, "户主"), _row("A", 1, "户主"))

    assert [one.rows for one in taken] == [(2,)]
    assert refused[0].reasons() == "与第 2 行重复，已收第 2 行"


def test_that_a_row_of_no_household_goes_back(tmp_path: Path) -> None:
    _, refused, _ = _judged(tmp_path, _row("", 1, "户主"), _row("A", 1, ""))

    assert [one.row for one in refused] == [2]


def test_that_every_printed_word_is_understood() -> None:
    for table, read in (
        (printed.VEHICLE_KIND, words.vehicle_kind),
        (printed.ESTATE_KIND, words.estate_kind),
        (printed.CLAIM, words.claim),
        (printed.CUSTODY, words.custody),
    ):
        for code, word in table.items():
            assert read()[word] == code
            assert read()[code.upper()] == code
