"""Rows of the other departments about the household of the conftest, on their usual terms."""

from dataclasses import replace
from datetime import date
from typing import Any

from caseworker_app.model.declaration import Declaration
from caseworker_app.model.departments import (
    Allowance,
    Attempt,
    Business,
    Clue,
    Consumption,
    DepartmentRecord,
    DisabilityCertificate,
    FinancialAsset,
    Funeral,
    HousingFund,
    Insurance,
    Policy,
    Schooling,
    TaxIncome,
)
from caseworker_app.model.register import RegisterSlice
from caseworker_app.model.source import Source
from caseworker_app.model.values import Month
from tests.rules.comparison.conftest import HEAD, SON

AS_OF = date(2026, 3, 1)
SOURCE = Source("某部门", AS_OF, "B1", date(2026, 6, 1))
LAST = Month(2026, 2)
FIRM = "云溪五金厂"
YUAN = 100
FIELDS: dict[type, str] = {
    Insurance: "insurances",
    Allowance: "allowances",
    TaxIncome: "taxes",
    HousingFund: "funds",
    Business: "businesses",
    FinancialAsset: "assets",
    Policy: "policies",
    Consumption: "consumptions",
    DisabilityCertificate: "disabilities",
    Schooling: "schoolings",
    Funeral: "funerals",
    Clue: "clues",
    Attempt: "attempts",
}


def insurance(**more: Any) -> Insurance:
    row = Insurance("r1", SOURCE, HEAD, employer=FIRM, base=4500 * YUAN, last_paid=LAST)
    return replace(row, **more)


def allowance(**more: Any) -> Allowance:
    row = Allowance("r1", SOURCE, HEAD, kind="失业保险金", monthly=1600 * YUAN, last_paid=LAST)
    return replace(row, **more)


def tax(**more: Any) -> TaxIncome:
    row = TaxIncome("t1", SOURCE, HEAD, LAST.plus(-11), LAST, 48_000 * YUAN, withholder=FIRM)
    return replace(row, **more)


def fund(**more: Any) -> HousingFund:
    row = HousingFund("g1", SOURCE, HEAD, employer=FIRM, monthly=600 * YUAN, last_paid=LAST)
    return replace(row, **{"balance": 9000 * YUAN, **more})


def business(**more: Any) -> Business:
    return replace(Business("b1", SOURCE, HEAD, title="陈记便利店", last_report=2025), **more)


def asset(**more: Any) -> FinancialAsset:
    return replace(FinancialAsset("a1", SOURCE, HEAD, balance=300_000 * YUAN), **more)


def policy(**more: Any) -> Policy:
    row = Policy("k1", SOURCE, HEAD, insurer="某保险", cash_value=80_000 * YUAN)
    return replace(row, **more)


def consumption(**more: Any) -> Consumption:
    return replace(Consumption("e1", SOURCE, HEAD, kind="旅游", annual=40_000 * YUAN), **more)


def certificate(**more: Any) -> DisabilityCertificate:
    return replace(DisabilityCertificate("d1", SOURCE, HEAD, category=4, level=2), **more)


def school(**more: Any) -> Schooling:
    return replace(Schooling("s1", SOURCE, SON, school="云溪中学", stage="高中阶段"), **more)


def funeral(**more: Any) -> Funeral:
    return replace(Funeral("f9", SOURCE, HEAD, date(2026, 1, 20)), **more)


def clue(**more: Any) -> Clue:
    return replace(Clue("c9", SOURCE, HEAD, date(2026, 3, 1)), **more)


def attempt(day: date, **more: Any) -> Attempt:
    return replace(Attempt(f"w{day:%m%d}", SOURCE, HEAD, day), **more)


def beside(records: RegisterSlice, *rows: DepartmentRecord) -> RegisterSlice:
    """Return the slice with these rows too."""
    for row in rows:
        field = FIELDS[type(row)]
        records = replace(records, **{field: (*getattr(records, field), row)})
    return records


def said(declaration: Declaration, member: int = 0, **changes: Any) -> Declaration:
    """Return the declaration with something else said of a member."""
    persons = list(declaration.persons)
    persons[member] = replace(persons[member], **changes)
    return replace(declaration, persons=tuple(persons))
