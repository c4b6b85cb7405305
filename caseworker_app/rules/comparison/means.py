"""财产与消费: accounts, insurances and known spending against what the household lives on.

SR06, SR07, SR08.
"""

from collections.abc import Iterator
from fractions import Fraction

from caseworker_app.model.codes import Category, Level, RigidKind
from caseworker_app.model.declaration import DeclaredPerson
from caseworker_app.model.departments import Consumption, FinancialAsset, Policy
from caseworker_app.model.values import Fen, yuan
from caseworker_app.rules.comparison.facts import Draft, Facts, number_of
from caseworker_app.rules.comparison.rows import annual, of_members
from caseworker_app.rules.figures import YEAR, half_up

_ILLNESS = ("医疗", "重疾", "疾病", "防癌", "意外", "护理")
_POWER = "电"
_TREATED = frozenset({RigidKind.MEDICAL, RigidKind.REHABILITATION})
_AS_LOW_MARGIN = frozenset({Category.LOW_MARGIN, Category.SINGLE_LISTED, Category.RIGID_FAMILY})


def differences(facts: Facts) -> tuple[Draft, ...]:
    """Return what accounts, insurances and meters say."""
    return (*_money(facts), *_policies(facts), *_consumption(facts))


def money_limit(facts: Facts) -> Fraction:
    """Return the money the household must stay below: of 低保, for a 低边 household of 低边."""
    law = facts.limits.law
    wider = facts.declaration.category in _AS_LOW_MARGIN
    rules = law.property[Category.LOW_MARGIN if wider else Category.DIBAO]
    heads = max(1, len(facts.counted()))
    return rules.money_years * YEAR * law.standards.dibao * heads


def weighed(row: FinancialAsset) -> Fen:
    """Return the average of twelve months where the bank gives it, else the balance."""
    return row.balance if row.average is None else row.average


def _money(facts: Facts) -> Iterator[Draft]:
    """Yield SR06; yellow where only the balance of the day is over, not the average."""
    rows = tuple(row for _, rows in of_members(facts, facts.others.assets) for row in rows)
    balance, average = sum(row.balance for row in rows), sum(weighed(row) for row in rows)
    limit = money_limit(facts)
    if max(balance, average) < limit:
        return
    yield Draft(
        code="SR06",
        subject="货币财产合计",
        declared=f"申报{yuan(facts.declaration.money)}元",
        registered=f"{len(rows)}个账户余额{yuan(balance)}元，近12月日均{yuan(average)}元，"
        f"限额{yuan(half_up(limit))}元",
        records=rows,
        member_id=facts.declaration.head,
        level=Level.YELLOW if average < limit else None,
        anchor=facts.declaration.head,
    )


def _policies(facts: Facts) -> Iterator[Draft]:
    for person, rows in of_members(facts, facts.others.policies):
        for row in rows:
            cash = row.cash_value >= facts.limits.others.cash_value
            if cash or row.premium >= facts.limits.others.premium:
                yield _policy(facts, person, row, worth=cash)


def _policy(facts: Facts, person: DeclaredPerson, row: Policy, *, worth: bool) -> Draft:
    """Return SR07; blue for an illness insurance or another's premium: cash value alone counts."""
    payer = number_of(row.payer_id_number)
    outside = bool(payer) and payer not in facts.members
    ill = any(word in row.kind for word in _ILLNESS)
    paid = "，由户外人员缴费" if outside else ""
    return Draft(
        code="SR07",
        subject=person.name,
        declared=f"申报货币财产{yuan(facts.declaration.money)}元",
        registered=f"{row.insurer}{row.kind}，年保费{yuan(row.premium)}元，"
        f"现金价值{yuan(row.cash_value)}元{paid}",
        records=(row,),
        member_id=person.member_id,
        level=Level.BLUE if not worth and (ill or outside) else None,
    )


def _consumption(facts: Facts) -> Iterator[Draft]:
    """Yield SR08, never a ground by itself (DBM-17); a shared meter is at most information."""
    rows = tuple(row for _, rows in of_members(facts, facts.others.consumptions) for row in rows)
    means = _means(facts)
    limit = means * facts.limits.others.consumption
    if not rows or _spent(rows) <= limit:
        return
    yield Draft(
        code="SR08",
        subject="公用事业与消费合计",
        declared=f"每年收入（含救助标准）约{yuan(half_up(means))}元",
        registered="；".join(
            f"{row.kind}{'（合表）' if row.shared else ''}一年{yuan(row.annual)}元" for row in rows
        ),
        records=rows,
        member_id=facts.declaration.head,
        level=_consumption_level(facts, rows, limit),
        anchor=facts.declaration.head,
    )


def _means(facts: Facts) -> Fen:
    """Return a year's declared income, at least what the benefit brings it up to."""
    floor = facts.limits.law.standards.dibao * YEAR * len(facts.counted())
    return max(floor, annual(facts.declaration.incomes))


def _spent(rows: tuple[Consumption, ...]) -> Fen:
    return sum(row.annual for row in rows)


def _consumption_level(
    facts: Facts, rows: tuple[Consumption, ...], limit: Fraction
) -> Level | None:
    """Return blue where only a shared meter is over, yellow where machines of the ill may be."""
    own = tuple(row for row in rows if not row.shared)
    if _spent(own) <= limit:
        return Level.BLUE
    plain = tuple(row for row in own if row.kind != _POWER)
    treated = any(expense.kind in _TREATED for expense in facts.declaration.rigid)
    disabled = any(person.disability for person in facts.declaration.persons)
    return Level.YELLOW if _spent(plain) <= limit and (treated or disabled) else None
