"""待遇: pensions not declared and benefits that may not be drawn together (SR02, SR12)."""

from collections.abc import Iterator

from caseworker_app.model.codes import Category, IncomeKind, Level
from caseworker_app.model.declaration import DeclaredPerson
from caseworker_app.model.departments import Allowance
from caseworker_app.model.values import Fen, yuan
from caseworker_app.rules.comparison.facts import Draft, Facts
from caseworker_app.rules.comparison.ledger import benefit, is_here, is_paid, told
from caseworker_app.rules.comparison.rows import declared, exceeds, of_members
from caseworker_app.rules.comparison.words import NOT_DECLARED

_CLASSES = {
    "养老金": ("养老", "退休", "离休"),
    "失业保险金": ("失业",),
    "遗属待遇": ("遗属", "抚恤", "供养亲属"),
    "工伤待遇": ("工伤", "伤残津贴"),
}
"""What a benefit is called → by which words a body's or a household's name for it is known."""

_RECEIVES = {
    Category.TEKUN: "特困",
    Category.DIBAO: "低保",
    Category.EXPENDITURE_DIBAO: "低保",
    Category.SINGLE_LISTED: "低保",
    Category.LOW_MARGIN: "低边",
}
"""What the household draws today, in the ledger's short words."""


def differences(facts: Facts) -> tuple[Draft, ...]:
    """Return for each member SR02 by class of benefit, then SR12."""
    return tuple(
        draft
        for person, rows in of_members(facts, facts.others.allowances)
        for draft in (*_undeclared(facts, person, rows), *_exclusive(facts, person, rows))
    )


def class_of(kind: str) -> str:
    """Return what a benefit is called here, its own name where it is of no class."""
    known = (name for name, ways in _CLASSES.items() if any(way in kind for way in ways))
    return next(known, kind)


def countable(facts: Facts, rows: tuple[Allowance, ...]) -> Fen:
    """Return the monthly part of allowances that counts as income on the day (DBM-13)."""
    whole = sum(row.monthly for row in rows)
    if not facts.limits.law.pension_excluded(facts.day):
        return whole
    return whole - sum(row.excluded_part for row in rows)


def _undeclared(
    facts: Facts, person: DeclaredPerson, rows: tuple[Allowance, ...]
) -> Iterator[Draft]:
    classes: dict[str, tuple[Allowance, ...]] = {}
    for row in rows:
        if is_paid(facts, row) and not benefit(facts, row) and not _is_exempt(facts, row):
            name = class_of(row.kind)
            classes[name] = (*classes.get(name, ()), row)
    for name, found in classes.items():
        said = _said(facts, person, name)
        if exceeds(facts, sum(row.monthly for row in found), said):
            yield _pension_draft(facts, person, name, found)


def _is_exempt(facts: Facts, row: Allowance) -> bool:
    """Tell whether such money is never counted: then nothing hangs on its being declared."""
    whole = facts.limits.law.income.excluded_types - {"中央基础养老金"}
    return any(name in row.kind for name in whole)


def _said(facts: Facts, person: DeclaredPerson, name: str) -> Fen:
    incomes = declared(facts, person.member_id, IncomeKind.TRANSFER)
    return sum(income.monthly for income in incomes if class_of(income.type) in (name, ""))


def _pension_draft(
    facts: Facts, person: DeclaredPerson, name: str, rows: tuple[Allowance, ...]
) -> Draft:
    said, counts = _said(facts, person, name), countable(facts, rows)
    words = "；".join(told(row) for row in rows)
    return Draft(
        code="SR02",
        subject=person.name,
        declared=f"{person.name}，"
        + (f"申报{name}每月{yuan(said)}元" if said else f"{NOT_DECLARED}{name}"),
        registered=words if counts else f"{words}，均不计入收入",
        records=rows,
        member_id=person.member_id,
        level=None if counts else Level.BLUE,
    )


def _exclusive(
    facts: Facts, person: DeclaredPerson, rows: tuple[Allowance, ...]
) -> Iterator[Draft]:
    """Yield SR12 for what may not stand beside the household's or the member's other benefit."""
    paid = [
        (benefit(facts, row), row) for row in rows if is_here(facts, row) and is_paid(facts, row)
    ]
    ours = _RECEIVES.get(facts.declaration.category, "")
    drawn = {ours, *(word for word, _ in paid)}
    barred = tuple(
        row
        for word, row in paid
        if word != ours
        and any(frozenset({word, other}) in facts.limits.others.exclusive for other in drawn)
    )
    if barred:
        yield Draft(
            code="SR12",
            subject=person.name,
            declared=f"{person.name}，享受{ours or '救助'}",
            registered="；".join(told(row) for row in barred),
            records=barred,
            member_id=person.member_id,
            anchor=person.member_id,
        )
