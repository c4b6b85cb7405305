"""市场主体: what members own or run against the business income declared (SR05)."""

from caseworker_app.model.codes import Category, IncomeKind, Level
from caseworker_app.model.declaration import DeclaredPerson
from caseworker_app.model.departments import Business
from caseworker_app.model.register import AnyRecord
from caseworker_app.model.values import Fen, yuan
from caseworker_app.rules.comparison.facts import Draft, Facts
from caseworker_app.rules.comparison.rows import (
    Employer,
    declared,
    employer,
    of_members,
    reported_by,
)
from caseworker_app.rules.comparison.words import NOT_DECLARED


def differences(facts: Facts) -> tuple[Draft, ...]:
    """Return one difference for each enterprise the household said nothing of."""
    return tuple(_draft(facts, person, row) for person, row in _undeclared(facts))


def own(facts: Facts) -> frozenset[Employer]:
    """Return the enterprises SR05 speaks of: what they report of their owner is theirs to tell."""
    return frozenset(employer(person, row.title) for person, row in _undeclared(facts))


def _undeclared(facts: Facts) -> tuple[tuple[DeclaredPerson, Business], ...]:
    return tuple(
        (person, row)
        for person, rows in of_members(facts, facts.others.businesses)
        for row in rows
        if row.state != "注销" and not _is_told(facts, person, row)
    )


def _is_told(facts: Facts, person: DeclaredPerson, row: Business) -> bool:
    """Tell whether business income and, of a company, the subscribed capital are declared."""
    earns = bool(declared(facts, person.member_id, IncomeKind.BUSINESS))
    return earns and (row.capital or 0) <= facts.declaration.capital


def _draft(facts: Facts, person: DeclaredPerson, row: Business) -> Draft:
    words = [
        f"{row.title or row.credit_code}（{row.kind}）",
        row.role,
        row.state,
        _capital(facts, row.capital or 0),
        "上年无应税收入" if row.zero_tax else "",
    ]
    found: tuple[AnyRecord, ...] = (row, *reported_by(facts, employer(person, row.title)))
    return Draft(
        code="SR05",
        subject=row.title or person.name,
        declared=f"{person.name}，{NOT_DECLARED}经营",
        registered="，".join(word for word in words if word),
        records=found,
        member_id=person.member_id,
        level=_level(facts, row),
    )


def _capital(facts: Facts, subscribed: Fen) -> str:
    if not subscribed:
        return ""
    rules = facts.limits.law.property[Category.DIBAO]
    within = rules.capital_test.holds(subscribed, rules.capital_max)
    over = "" if within else f"，超过{yuan(rules.capital_max)}元"
    return f"认缴{yuan(subscribed)}元{over}"


def _level(facts: Facts, row: Business) -> Level | None:
    """Return blue for a co-operative's member, less than orange for a shop that is dead."""
    if "合作社" in row.kind and row.role == "成员":
        return Level.BLUE
    revoked = row.state == "吊销"
    if revoked and row.zero_tax:
        return Level.BLUE
    silent = row.last_report is not None and row.last_report < _last_due(facts)
    return Level.YELLOW if revoked or row.zero_tax or silent else None


def _last_due(facts: Facts) -> int:
    """Return the last year whose annual report had to be in before the day."""
    by = facts.limits.others.reported_by
    return facts.day.year - (1 if facts.day.month > by else 2)
