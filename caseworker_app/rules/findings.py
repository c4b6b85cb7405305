"""From the answers given at a visit to what they do to members, income and property.

What the caseworker typed goes before what a register would change: an amount or a state that is
no longer as it was declared or filed stays as typed.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from caseworker_app.model import id_number
from caseworker_app.model.ages import WORK_FROM
from caseworker_app.model.codes import DiscrepancyState, EmploymentStatus
from caseworker_app.model.economy import Income, Person
from caseworker_app.model.finding import Finding, FoundPerson, Newcomer
from caseworker_app.model.household import Member
from caseworker_app.model.values import Fen
from caseworker_app.model.visit import CheckedMember, Visit
from caseworker_app.rules.figures import YEAR
from caseworker_app.rules.membership import DEAD

_UNDECIDED = frozenset({DiscrepancyState.OPEN, DiscrepancyState.EXPLAINED})
_CHILD_UNTIL, _OLD_FROM = 6, 60


def of_visit(visit: Visit, left_out: Mapping[str, str]) -> tuple[Finding, ...]:
    """Return the findings that hold; ``left_out``: answers by which an item does not count.

    Who is a member changes only when that is confirmed; income and property count, as a car does,
    also while the question is open after the visit.
    """
    settled = {e.id for e in visit.explanations if _is_settled(e.state, e.conclusion)}
    confirmed = confirmed_by(visit)
    return tuple(
        found
        for found in visit.findings or ()
        if found.id in confirmed
        or (_is_means(found) and found.id in settled and found.id not in left_out)
    )


def confirmed_by(visit: Visit) -> frozenset[str]:
    """Return the differences found true and of effect."""
    return frozenset(
        e.id
        for e in visit.explanations
        if e.state is DiscrepancyState.CONFIRMED and e.conclusion == "effect"
    )


def exclusions(visit: Visit) -> Mapping[str, str]:
    """Return member → why not counted, by what was typed and what was confirmed."""
    confirmed = confirmed_by(visit)
    found = {
        f.who: f.person.excluded
        for f in visit.findings or ()
        if f.id in confirmed and f.person and f.person.excluded
    }
    typed = {member.id: member.excluded for member in visit.members if member.excluded}
    return {**found, **typed}


def deaths(found: tuple[Finding, ...]) -> Iterator[tuple[str, FoundPerson]]:
    """Yield member and death of whom a difference shows dead."""
    return ((f.who, f.person) for f in found if f.person and f.person.excluded == DEAD)


def changed(
    seen: CheckedMember | Member, filed: Member, found: tuple[Finding, ...]
) -> CheckedMember:
    """Return a member as filed or checked, with what the findings change of it."""
    checked = seen if isinstance(seen, CheckedMember) else CheckedMember.of(seen)
    for finding in found:
        if finding.who == filed.id and finding.person is not None:
            checked = _with(checked, filed, finding.person)
    return checked


def newcomers(visit: Visit, found: tuple[Finding, ...]) -> tuple[Person, ...]:
    """Return the persons added; what they do is taken by their age until it is checked.

    Who came by a change of the household stands among its members already.
    """
    known = {change.difference for change in visit.changes or ()}
    return tuple(
        _person(f.id, f.newcomer, visit)
        for f in found
        if f.newcomer is not None and f.id not in known
    )


def incomes(visit: Visit, found: tuple[Finding, ...]) -> tuple[Income, ...]:
    """Return the incomes written down and those found beyond the declaration."""
    added = [
        f.income.line
        for f in found
        if f.income is not None and f.income.declared == _year(visit, f.income.line)
    ]
    return (*visit.incomes, *added)


def money(visit: Visit, found: tuple[Finding, ...]) -> Fen:
    owned = visit.property.money
    parts = [f.property for f in found if f.property is not None]
    return owned + sum(part.money for part in parts if part.declared_money == owned)


def capital(visit: Visit, found: tuple[Finding, ...]) -> Fen:
    owned = visit.property.capital
    parts = [f.property for f in found if f.property is not None]
    return owned + sum(part.capital for part in parts if part.declared_capital == owned)


def _is_settled(state: DiscrepancyState, conclusion: str) -> bool:
    return state not in _UNDECIDED and bool(conclusion)


def _is_means(found: Finding) -> bool:
    return found.income is not None or found.property is not None


def _year(visit: Visit, line: Income) -> Fen:
    mine = (i for i in visit.incomes if i.who == line.who and i.kind is line.kind)
    return sum(income.monthly * YEAR + income.annual for income in mine)


def _with(seen: CheckedMember, filed: Member, found: FoundPerson) -> CheckedMember:
    """Change what still stands as it was filed."""
    if found.excluded and not seen.excluded:
        seen = replace(seen, excluded=found.excluded)
    if found.status is not None and seen.status is filed.status and _moves(seen.status):
        seen = replace(seen, status=found.status)
    if found.study is not None and seen.study == filed.study:
        seen = replace(seen, study=found.study)
    if (found.disability or found.lapsed) and seen.disability == filed.disability:
        seen = replace(seen, disability=found.disability)
    return seen


def _moves(status: EmploymentStatus) -> bool:
    """Tell whether a found job or school says more than the filed state does."""
    return status in {EmploymentStatus.IDLE, EmploymentStatus.UNSTABLE, EmploymentStatus.STUDENT}


def _person(found_id: str, newcomer: Newcomer, visit: Visit) -> Person:
    age = id_number.age(newcomer.id_number, visit.day)
    return Person(id=found_id, relation=newcomer.relation, age=age, status=status_by_age(age))


def status_by_age(age: int) -> EmploymentStatus:
    """Return what somebody of an age is taken to do until it is checked."""
    if age <= _CHILD_UNTIL:
        return EmploymentStatus.CHILD
    if age < WORK_FROM:
        return EmploymentStatus.STUDENT
    return EmploymentStatus.RETIRED if age >= _OLD_FROM else EmploymentStatus.IDLE
