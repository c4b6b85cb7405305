"""Households to try the law on: what is left out is nothing."""

from dataclasses import replace
from datetime import date
from typing import TypedDict

from caseworker_app.model.codes import Category, EmploymentStatus, IncomeKind
from caseworker_app.model.determination import Reason
from caseworker_app.model.economy import EconomicStatus, Income, JobDisregard, Person, Support
from caseworker_app.model.household import Disability
from caseworker_app.model.values import Fen

DAY = date(2025, 6, 10)

STANDARD = 130_100


def person(name: str = "p1", age: int = 50, status: str = "unable", **more: object) -> Person:
    return replace(Person(name, "02", age, EmploymentStatus(status)), **more)  # type: ignore[arg-type]  # fields by name


def wage(who: str, yuan: int, job: JobDisregard | None = None) -> Income:
    return Income("i1", who, IncomeKind.WAGE, monthly=yuan * 100, job_disregard=job)


def pension(who: str, yuan: int, kind: str = "职工养老金") -> Income:
    return Income("i2", who, IncomeKind.TRANSFER, kind, monthly=yuan * 100)


def home(*persons: Person, **more: object) -> EconomicStatus:
    return replace(EconomicStatus(DAY, persons), **more)  # type: ignore[arg-type]  # fields by name


class Received(TypedDict):
    current: Category
    current_monthly: Fen


def receiving(yuan: int, category: Category = Category.DIBAO) -> Received:
    return {"current": category, "current_monthly": yuan * 100}


def flat(reason: Reason) -> list[Reason]:
    return [reason, *(inner for part in reason.parts for inner in flat(part))]


def obligor(**more: object) -> Support:
    base = Support(("p1",), "长子", 500_000, 2, children=1, supported=1)
    return replace(base, **more)  # type: ignore[arg-type]  # fields by name


ALONE = {"apply_alone": "adult_jobless_severe"}
SEVERE = person("p2", age=30, disability=Disability(6, 3))


WORKER = person(status="employed")


def by_work(yuan: int, **more: object) -> EconomicStatus:
    return home(WORKER, incomes=(wage("p1", yuan),), cause="employment", **receiving(800), **more)
