"""What may be otherwise about the members, in the register or in what is said of them."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

from caseworker_app.model import id_number
from caseworker_app.model.declaration import Declaration
from caseworker_app.model.discrepancy import Discrepancy
from caseworker_app.model.register import Custody, Marriage, OtherBenefit, RegisterSlice
from caseworker_app.model.values import Month

Case = tuple[Declaration, RegisterSlice]
Edit = Callable[[Case], Case]
Compared = Callable[[Declaration, RegisterSlice], tuple[Discrepancy, ...]]


def number(born: str, sequence: int) -> str:
    first17 = f"330199{born}{sequence:03d}"
    return first17 + id_number.check_digit(first17)


STRANGER = number("19800101", 9)


def row(n: int, **changes: Any) -> Edit:
    """Change the register's row of the n-th member."""

    def edit(case: Case) -> Case:
        told, records = case
        rows = list(records.persons)
        rows[n] = replace(rows[n], **changes)
        return told, replace(records, persons=tuple(rows))

    return edit


def told(n: int, **changes: Any) -> Edit:
    """Change what was declared of the n-th member."""

    def edit(case: Case) -> Case:
        declaration, records = case
        persons = list(declaration.persons)
        persons[n] = replace(persons[n], **changes)
        return replace(declaration, persons=tuple(persons)), records

    return edit


def mate(**changes: Any) -> Edit:
    """Add a row of somebody nobody declared; in the same booklet unless changed."""

    def edit(case: Case) -> Case:
        declaration, records = case
        blank: dict[str, Any] = {
            "id": "p9",
            "id_number": STRANGER,
            "name": "周某",
            "marriage": None,
        }
        other = replace(records.persons[0], **{**blank, **changes})
        return declaration, replace(records, persons=(*records.persons, other))

    return edit


def household(**changes: Any) -> Edit:
    return lambda case: (replace(case[0], **changes), case[1])


def both(*edits: Edit) -> Edit:
    def edit(case: Case) -> Case:
        for each in edits:
            case = each(case)
        return case

    return edit


def again(n: int, **changes: Any) -> Edit:
    """Add a second row of the n-th member."""

    def edit(case: Case) -> Case:
        other = replace(case[1].persons[n], **{"id": "p8", **changes})
        return case[0], replace(case[1], persons=(*case[1].persons, other))

    return edit


def gone(n: int) -> Edit:
    """Take the n-th member out of the register."""

    def edit(case: Case) -> Case:
        rows = case[1].persons
        return case[0], replace(case[1], persons=(*rows[:n], *rows[n + 1 :]))

    return edit


def benefit(**changes: Any) -> OtherBenefit:
    known = OtherBenefit("江苏省盐城市", "低保", Month(2025, 1), Month(2026, 2), 80_000)
    return replace(known, **changes)


PERMIT = "81000019900101001" + id_number.check_digit("81000019900101001")
JAIL = Custody("prison", date(2025, 8, 1), date(2027, 8, 1))
SPLIT: dict[str, Any] = {"split_from": "H000", "split_on": date(2025, 6, 1)}
NEW_WIFE = Marriage("20", STRANGER, "周某", date(2025, 10, 1))
OLD_WIFE = Marriage("20", STRANGER, "周某", date(2003, 10, 1))
SLIP = STRANGER[:16] + str((int(STRANGER[16]) + 1) % 10) + STRANGER[17]


def said(found: tuple[Discrepancy, ...]) -> list[str]:
    return [f"{item.code} {item.level.zh}" for item in found]
