"""特困, 单列户 and persons who apply alone: what is given to a person, not to a household."""

from fractions import Fraction

from caseworker_app.model.codes import Category
from caseworker_app.model.economy import EconomicStatus, Person
from caseworker_app.model.values import Fen
from caseworker_app.rules.amount import top_ups
from caseworker_app.rules.assessment import Assessment, assess
from caseworker_app.rules.entitlement import Entitlement
from caseworker_app.rules.figures import YEAR, benefit
from caseworker_app.rules.membership import is_severe, may_apply_alone
from caseworker_app.rules.pack import Pack

ALONE = "adult_jobless_severe"

_OLD, _YOUNG, _MAJORITY = 60, 16, 18
"""无劳动能力 by age (TKM-5); one already supported stays to majority (TKM-24)."""

_NO_LABOUR = {1: 1, 4: 2, 5: 3, 6: 3}
"""Disability category (GB/T 26341) → mildest level that is 无劳动能力 (TKM-5)."""

_SCHOOLING = frozenset({"compulsory", "senior_secondary"})
"""Schooling during which support goes on after 18 (SAL-16)."""

_PARTIAL, _FULL = 1, 4
"""Activities of daily living failed, of six: from how many care is partial, full (TKM-22)."""


def alone(status: EconomicStatus, pack: Pack, members: tuple[Person, ...]) -> Entitlement | None:
    """Return what the first person by id gets who may apply as a household of one (N22-1.1)."""
    if status.apply_alone != ALONE or not pack.single_listed.alone:
        return None
    able = sorted((p for p in members if may_apply_alone(p, pack)), key=lambda p: p.id)
    for person in able:
        facts = assess(status, pack, (person,), sharing=len(members))
        if facts.below(facts.annual, pack.standards.dibao, pack.dibao_test) and facts.owns_within(
            Category.DIBAO
        ):
            return Entitlement(
                category=Category.SINGLE_LISTED,
                assessment=facts,
                single_listed=((person.id, _single_amount(facts, person)),),
                top_ups=top_ups(Category.SINGLE_LISTED, (person,), pack),
            )
    return None


def tekun(facts: Assessment) -> Entitlement | None:
    """Return 特困 for one person without labour ability, means and able obligor (TKM-4)."""
    pack = facts.pack
    if facts.heads != 1 or not facts.members[0].no_able_obligor:
        return None
    person = facts.members[0]
    without_means = facts.below(facts.annual, pack.standards.dibao, pack.dibao_test)
    if not (without_labour(person, facts.status) and without_means):
        return None
    if not facts.owns_within(Category.DIBAO):
        return None
    need = care_need(person)
    return Entitlement(
        category=Category.TEKUN,
        assessment=facts,
        paid=pack.standards.tekun_basic + pack.standards.tekun_care[need],
        top_ups=top_ups(Category.TEKUN, facts.members, pack),
        care=need,
    )


def without_labour(person: Person, status: EconomicStatus) -> bool:
    """Say whether a person is 无劳动能力 in the sense of TKM-5."""
    if person.age >= _OLD or person.age < _YOUNG:
        return True
    if status.current is Category.TEKUN and (person.age < _MAJORITY or person.study in _SCHOOLING):
        return True
    disability = person.disability
    return disability is not None and disability.level <= _NO_LABOUR.get(disability.category, 0)


def care_need(person: Person) -> str:
    """Return able, partial or full by the activities of daily living failed (TKM-22)."""
    if person.adl_failed >= _FULL:
        return "full"
    return "partial" if person.adl_failed >= _PARTIAL else "able"


def low_margin(facts: Assessment) -> Entitlement | None:
    """Return 低边, with what its severely disabled and seriously ill members get singly."""
    if not within_low_margin(facts) or not facts.owns_within(Category.LOW_MARGIN):
        return None
    listed = tuple(person for person in facts.members if is_listed(person, facts.pack))
    return Entitlement(
        category=Category.LOW_MARGIN,
        assessment=facts,
        single_listed=tuple((person.id, _single_amount(facts, person)) for person in listed),
        top_ups=top_ups(Category.SINGLE_LISTED, listed, facts.pack),
    )


def within_low_margin(facts: Assessment) -> bool:
    """Say whether income after rigid expenditure is below the 低边 line and its cap."""
    rules, standards = facts.pack.low_margin, facts.pack.standards
    if not facts.below(facts.after, rules.multiple * standards.dibao, rules.test):
        return False
    return not rules.capped or facts.below(facts.after, standards.min_wage, rules.cap_test)


def is_listed(person: Person, pack: Pack) -> bool:
    """Say whether a member of a 低边 household is taken into 低保 singly (SAL-21, DBM-8)."""
    return person.illness or is_severe(person, pack)


def _single_amount(facts: Assessment, person: Person) -> Fen:
    pack = facts.pack
    standard, rules = pack.standards.dibao, pack.single_listed
    own = benefit(standard - Fraction(facts.own(person.id)) / YEAR, pack.rounding)
    amounts = [own]
    if person.illness:
        amounts.append(benefit(rules.illness_floor_ratio * standard, pack.rounding))
    if rules.severe_full_standard and is_severe(person, pack):
        amounts.append(benefit(standard, pack.rounding))
    return max(amounts)
