"""What may be otherwise about the declared car, in the register or in what is said of it."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

from caseworker_app.model.codes import IncomeKind
from caseworker_app.model.declaration import Declaration
from caseworker_app.model.discrepancy import Discrepancy
from caseworker_app.model.economy import Income
from caseworker_app.model.register import RegisterSlice

Case = tuple[Declaration, RegisterSlice]
Edit = Callable[[Case], Case]
Compared = Callable[[Declaration, RegisterSlice], tuple[Discrepancy, ...]]

OUTSIDER = "330199199001011230"


def row(**changes: Any) -> Edit:
    """Change the register's row of the declared car."""

    def edit(case: Case) -> Case:
        declaration, records = case
        changed = replace(records.vehicles[0], **changes)
        return declaration, replace(records, vehicles=(changed,))

    return edit


def claimed(claim: str, **changes: Any) -> Edit:
    """Let the household say something about its car."""

    def edit(case: Case) -> Case:
        vehicle = replace(case[0].vehicles[0], claim=claim, **changes)
        return replace(case[0], vehicles=(vehicle,)), case[1]

    return edit


def hidden(**changes: Any) -> Edit:
    """Leave the car out of the declaration."""
    return lambda case: row(**changes)((replace(case[0], vehicles=()), case[1]))


def both(*edits: Edit) -> Edit:
    def edit(case: Case) -> Case:
        for each in edits:
            case = each(case)
        return case

    return edit


def also(**changes: Any) -> Edit:
    """Add a second row."""

    def edit(case: Case) -> Case:
        declaration, records = case
        other = replace(records.vehicles[0], **{"id": "c2", **changes})
        return declaration, replace(records, vehicles=(*records.vehicles, other))

    return edit


def household(**changes: Any) -> Edit:
    return lambda case: (replace(case[0], **changes), case[1])


def earning(case: Case) -> Case:
    income = Income("i1", "m1", IncomeKind.BUSINESS, "运输", annual=6_000_00)
    return replace(case[0], incomes=(income,)), case[1]


MOTORCYCLE: dict[str, Any] = {
    "plate": "浙A1B23C",
    "plate_type": "07",
    "vehicle_type": "普通二轮摩托车",
    "displacement": 125,
}
TRUCK: dict[str, Any] = {"vehicle_type": "轻型货车", "use": "F"}
WRECK: dict[str, Any] = {"status": "Q", "insured_until": date(2021, 1, 1)}
GIVEN: dict[str, Any] = {
    "transferred": date(2025, 9, 1),
    "transferred_to": OUTSIDER,
    "transferred_to_relation": "73",
}


def said(found: tuple[Discrepancy, ...]) -> list[str]:
    return [f"{item.code} {item.level.zh}" for item in found]
