"""A workbook of vehicles as the traffic police would send it about a township."""

from collections.abc import Sequence
from pathlib import Path

from caseworker_app.demo.values import Township
from caseworker_app.model.household import Member
from tests.intake.lists.making import Cell, number, workbook

TITLE = "困难家庭成员机动车登记信息（数据截止2026-10-31）"
HEAD = ("序号", "车主", "证件号", "号牌", "车架号", "车辆类型", "初登日期", "发票价")
FIRST_ROW = 3
"""Row of the file in which the first vehicle stands."""


def vehicle(n: int, name: str, number: str, day: str = "2019-03-08") -> Sequence[Cell]:
    return (n, name, number, f"浙A{n:05}", f"LSVAA49J1320{n:05}", "小型轿车", day, "86,800")


def mistyped(member: Member) -> str:
    """Return a member's number with one wrong digit behind the birth date."""
    number = member.id_number
    return number[:15] + str((int(number[15]) + 1) % 10) + number[16:]


def clean_heads(township: Township) -> list[Member]:
    """Return the heads of households in which nothing differs and no vehicle is on record."""
    clean = (u for u in township.households if not u.planted and not u.records.vehicles)
    return [unit.household.head for unit in clean]


def vehicles(path: Path, township: Township, head: Sequence[str] = HEAD) -> Path:
    """Write a car of the first clean household, a mistyped one of the second, a stranger's, and
    one with a day that is none; return the file.
    """
    first, second, third, *_ = clean_heads(township)
    rows: list[Sequence[Cell]] = [
        (TITLE,),
        head,
        vehicle(1, first.name, first.id_number),
        vehicle(2, second.name, mistyped(second)),
        vehicle(3, "外地人", number(1)),
        vehicle(4, third.name, third.id_number, day="2019-13-45"),
    ]
    return workbook(path, 机动车=rows)
