"""What may be otherwise about the declared home, in the register or in what is said of it."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from fractions import Fraction
from typing import Any

from caseworker_app.model.codes import IncomeKind
from caseworker_app.model.declaration import Declaration, DeclaredEstate
from caseworker_app.model.discrepancy import Discrepancy
from caseworker_app.model.economy import Income
from caseworker_app.model.register import Custody, RegisterSlice

Case = tuple[Declaration, RegisterSlice]
Edit = Callable[[Case], Case]
Compared = Callable[[Declaration, RegisterSlice], tuple[Discrepancy, ...]]

OTHER = "330199001002GB00999F00010001"
SAME_PARCEL = "330199001002GB00123F00020009"


def home(**changes: Any) -> Edit:
    """Change the register's row of the declared home."""

    def edit(case: Case) -> Case:
        first, *rest = case[1].estates
        return case[0], replace(case[1], estates=(replace(first, **changes), *rest))

    return edit


def claimed(claim: str = "", **changes: Any) -> Edit:
    """Let the household say something about its home."""

    def edit(case: Case) -> Case:
        first, *rest = case[0].estates
        told = replace(first, claim=claim, **changes)
        return replace(case[0], estates=(told, *rest)), case[1]

    return edit


def hidden(**changes: Any) -> Edit:
    """Leave the home out of the declaration."""
    return lambda case: home(**changes)((replace(case[0], estates=()), case[1]))


def also(**changes: Any) -> Edit:
    """Add a second, undeclared row, a house unless changed."""

    def edit(case: Case) -> Case:
        first = case[1].estates[0]
        blank: dict[str, Any] = {"id": "f2", "unit_number": OTHER, "location": "城南路3号"}
        row = replace(first, **{**blank, **changes})
        return case[0], replace(case[1], estates=(*case[1].estates, row))

    return edit


def told(**changes: Any) -> Edit:
    """Declare the second house."""

    def edit(case: Case) -> Case:
        blank: dict[str, Any] = {"unit_number": OTHER, **changes}
        estate = replace(DeclaredEstate("e2", "城南路3号", 60_00, "m1"), **blank)
        return replace(case[0], estates=(*case[0].estates, estate)), case[1]

    return edit


def household(**changes: Any) -> Edit:
    return lambda case: (replace(case[0], **changes), case[1])


def both(*edits: Edit) -> Edit:
    def edit(case: Case) -> Case:
        for each in edits:
            case = each(case)
        return case

    return edit


def rent(kind: str) -> Edit:
    return household(incomes=(Income("i1", "m1", IncomeKind.PROPERTY, kind, annual=9_600_00),))


def jailed(*members: int) -> Edit:
    def edit(case: Case) -> Case:
        rows = list(case[1].persons)
        for n in members:
            rows[n] = replace(rows[n], custody=Custody("prison", date(2025, 8, 1)))
        return case[0], replace(case[1], persons=tuple(rows))

    return edit


HALF = Fraction(1, 2)
INHERITED: dict[str, Any] = {"acquired": "继承", "share": HALF, "co_ownership": "2"}
TENANCY: dict[str, Any] = {"right": "承租", "nature": "3", "area": 45_00}
SOLD: dict[str, Any] = {"state": "2", "registration": "转移", "sold": date(2025, 9, 1)}
OFF_PLAN: dict[str, Any] = {"right": "预告", "advance_notice": True}


def said(found: tuple[Discrepancy, ...]) -> list[str]:
    return [f"{item.code} {item.level.zh}" for item in found]
