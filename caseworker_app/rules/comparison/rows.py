"""其他部门: the rows of each member that may be used, and what the member declared beside them."""

from collections.abc import Iterator
from typing import TypeVar

from caseworker_app.model.codes import EmploymentStatus, IncomeKind
from caseworker_app.model.declaration import DeclaredPerson
from caseworker_app.model.departments import DepartmentRecord, TaxIncome
from caseworker_app.model.economy import Income
from caseworker_app.model.source import Source
from caseworker_app.model.values import Fen, Month
from caseworker_app.rules.comparison.facts import Facts, number_of
from caseworker_app.rules.comparison.ledger import month_of
from caseworker_app.rules.comparison.names import fold_place
from caseworker_app.rules.figures import YEAR

_Row = TypeVar("_Row", bound=DepartmentRecord)

Employer = tuple[str, str]
"""Member id and name of an employer as names of places are compared."""


def of_members(
    facts: Facts, rows: tuple[_Row, ...]
) -> Iterator[tuple[DeclaredPerson, tuple[_Row, ...]]]:
    """Yield each member with rows; nobody dead, in prison or without authorisation (SAL-41)."""
    if not rows:
        return
    of: dict[str, list[_Row]] = {}
    for row in rows:
        of.setdefault(number_of(row.id_number), []).append(row)
    for number, person in facts.asked():
        if number in of:
            yield person, tuple(of[number])


def is_active(facts: Facts, last_paid: Month | None, source: Source) -> bool:
    """Tell whether a contribution is so recent that the job behind it still goes on."""
    since = month_of(facts, source).plus(-facts.limits.others.active_months)
    return last_paid is not None and last_paid >= since


def employer(person: DeclaredPerson, name: str) -> Employer:
    return person.member_id, fold_place(name)


def reported_by(facts: Facts, key: Employer) -> tuple[TaxIncome, ...]:
    """Return the tax rows by which one employer, or a member's own firm, reported that member."""
    return tuple(
        row
        for row in facts.others.taxes
        if row.withholder
        and (person := facts.member_of(row.id_number)) is not None
        and employer(person, row.withholder) == key
    )


def declared(facts: Facts, who: str, kind: IncomeKind) -> tuple[Income, ...]:
    """Return the incomes of a kind declared for a member."""
    return tuple(i for i in facts.declaration.incomes if i.who == who and i.kind is kind)


def annual(rows: tuple[Income, ...]) -> Fen:
    return sum(row.monthly * YEAR + row.annual for row in rows)


def works(facts: Facts, person: DeclaredPerson) -> bool:
    """Tell whether the household said that this person has a job."""
    wage = annual(declared(facts, person.member_id, IncomeKind.WAGE))
    return person.status is EmploymentStatus.EMPLOYED or wage > 0


def exceeds(facts: Facts, found: Fen, said: Fen) -> bool:
    """Tell whether a registered income is above the declared one by more than chance."""
    return found > said * (1 + facts.limits.others.tolerance)
