"""补差 and 分类施保: what a household on 低保 or 支出型低保 is paid (DBM-23)."""

from caseworker_app.model.codes import Category
from caseworker_app.model.economy import Person
from caseworker_app.model.values import Fen
from caseworker_app.rules.assessment import Assessment
from caseworker_app.rules.entitlement import Entitlement
from caseworker_app.rules.figures import YEAR, YUAN, Exact, benefit, half_up, quotient, share
from caseworker_app.rules.membership import is_severe, refuses_work
from caseworker_app.rules.policy.pack import Band, Below, Pack
from caseworker_app.rules.policy.reader import elder_age


def dibao(facts: Assessment) -> Entitlement | None:
    """Return 低保 where income is below the standard and property within its limits."""
    pack = facts.pack
    if not facts.below(facts.annual, pack.standards.dibao, pack.dibao_test):
        return None
    if not facts.owns_within(Category.DIBAO):
        return None
    return _paid(Category.DIBAO, facts, facts.annual)


def expenditure(facts: Assessment) -> Entitlement | None:
    """Return 支出型低保 where rigid expenditure takes income below the standard (ZJR-41)."""
    pack = facts.pack
    if not facts.rigid or not below_disposable(facts):
        return None
    if not facts.below(facts.after, pack.standards.dibao, pack.dibao_test):
        return None
    if not facts.owns_within(pack.expenditure.property):
        return None
    return _paid(Category.EXPENDITURE_DIBAO, facts, facts.after)


def below_disposable(facts: Assessment) -> bool:
    """Say whether income before rigid expenditure is under the cap of 支出型低保."""
    rules, standards = facts.pack.expenditure, facts.pack.standards
    cap = standards.disposable_per_capita if rules.income_cap is None else rules.income_cap
    return rules.cap_test.holds(facts.annual, cap * facts.heads)


def raw_gap(facts: Assessment, annual: Exact) -> Exact:
    """Return standard × members less a month's income, in fen, not rounded."""
    return quotient(facts.pack.standards.dibao * facts.heads * YEAR - annual, YEAR)


def least_gap(facts: Assessment) -> Exact:
    """Return the floor some places put under the gap, in fen."""
    return share(facts.pack.standards.dibao * facts.heads, facts.pack.min_gap_rate)


def refusing(facts: Assessment) -> tuple[Person, ...]:
    return tuple(person for person in facts.members if refuses_work(person, facts.pack))


def top_ups(
    category: Category, members: tuple[Person, ...], pack: Pack
) -> tuple[tuple[str, str, Fen], ...]:
    """Return member, group and amount of every top-up a category gives (SAL-20)."""
    if category not in pack.top_up.applies_to:
        return ()
    return tuple(
        (person.id, group, top_up(group, pack))
        for person in members
        for group in _groups(person, pack)
    )


def top_up(group: str, pack: Pack) -> Fen:
    """Return what a person of a group gets: a fixed amount, or a share of the standard."""
    if group in pack.top_up.amounts:
        return pack.top_up.amounts[group]
    return half_up(share(pack.standards.dibao, pack.top_up.rates[group]), YUAN)


def band(facts: Assessment, annual: Exact) -> Band | None:
    """Return the band of graded amounts an income falls in; None where the gap is paid."""
    bands, dibao = facts.pack.bands, facts.pack.standards.dibao
    if not bands:
        return None
    low = (band for band in bands if facts.below(annual, band.below * dibao, Below.STRICTLY))
    return next(low, bands[-1])


def _paid(category: Category, facts: Assessment, annual: Exact) -> Entitlement:
    pack = facts.pack
    gap = _gap(facts, annual)
    kept = facts.heads - len(refusing(facts))
    return Entitlement(
        category=category,
        assessment=facts,
        gap=gap,
        paid=benefit(quotient(gap * kept, facts.heads), pack.rounding),
        top_ups=top_ups(category, facts.members, pack),
        term_months=pack.expenditure.months if category is Category.EXPENDITURE_DIBAO else 0,
    )


def _gap(facts: Assessment, annual: Exact) -> Fen:
    graded = band(facts, annual)
    if graded:
        return benefit(graded.monthly * facts.heads, facts.pack.rounding)
    return benefit(max(raw_gap(facts, annual), least_gap(facts)), facts.pack.rounding)


def _groups(person: Person, pack: Pack) -> list[str]:
    """Return the groups a person belongs to; only the highest where the pack says so."""
    groups = (*pack.top_up.rates, *pack.top_up.amounts)
    found = [group for group in groups if _belongs(person, group, pack)]
    if pack.top_up.highest_only and found:
        return [max(found, key=lambda group: top_up(group, pack))]
    return found


def _belongs(person: Person, group: str, pack: Pack) -> bool:
    if group == "minor":
        return person.age < pack.national.majority
    if group == "severe_disabled":
        return is_severe(person, pack)
    if group == "seriously_ill":
        return person.illness
    return person.age >= elder_age(group)
