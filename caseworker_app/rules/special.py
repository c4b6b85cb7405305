"""特困, 单列户 and persons who apply alone: what is given to a person, not to a household."""

from dataclasses import replace
from typing import assert_never

from caseworker_app.model.codes import Category
from caseworker_app.model.economy import EconomicStatus, Person
from caseworker_app.model.values import Fen
from caseworker_app.rules.amount import top_ups
from caseworker_app.rules.assessment import Assessment, assess
from caseworker_app.rules.entitlement import Entitlement
from caseworker_app.rules.figures import YEAR, Exact, benefit, share
from caseworker_app.rules.membership import is_severe, may_apply_alone
from caseworker_app.rules.policy.pack import Pack, SingleBenefit, SingleForm

ALONE = "adult_jobless_severe"


def alone(status: EconomicStatus, pack: Pack, members: tuple[Person, ...]) -> Entitlement | None:
    """Return what the first person by id gets who may apply as a household of one (N22-1.1)."""
    if status.apply_alone != ALONE or not pack.single_listed.alone:
        return None
    able = sorted((p for p in members if may_apply_alone(p, pack)), key=lambda p: p.id)
    found = (singly(status, pack, person, len(members)) for person in able)
    return next(filter(None, found), None)


def singly(status: EconomicStatus, pack: Pack, person: Person, sharing: int) -> Entitlement | None:
    """Return what one member gets alone, by the own income and a share of the property."""
    facts = assess(status, pack, (person,), sharing=sharing)
    if not facts.below(facts.annual, pack.standards.dibao, pack.dibao_test):
        return None
    if not facts.owns_within(Category.DIBAO):
        return None
    return Entitlement(
        category=Category.SINGLE_LISTED,
        assessment=facts,
        single_listed=((person.id, _single_amount(facts, person)),),
        top_ups=top_ups(Category.SINGLE_LISTED, (person,), pack),
    )


def tekun(facts: Assessment) -> Entitlement | None:
    """Return 特困 for one person without labour ability, means and able obligor (TKM-4)."""
    if facts.heads != 1 or not facts.members[0].no_able_obligor:
        return None
    person, pack = facts.members[0], facts.pack
    facts = means_of_tekun(facts)
    without_means = facts.below(facts.annual, pack.standards.dibao, pack.dibao_test)
    if not (without_labour(person, facts) and without_means):
        return None
    if not facts.owns_within(Category.DIBAO):
        return None
    need = care_need(person, pack)
    return Entitlement(
        category=Category.TEKUN,
        assessment=facts,
        paid=pack.standards.tekun_basic + pack.standards.tekun_care[need],
        top_ups=top_ups(Category.TEKUN, facts.members, pack),
        care=need,
    )


def means_of_tekun(facts: Assessment) -> Assessment:
    """Return the figures by which 特困 are judged: the central pension never counts (TKM-6)."""
    pack, rules = facts.pack, facts.pack.income
    own = replace(
        rules,
        excluded_types=rules.excluded_types | pack.national.tekun.excluded_types,
        exclude_central_pension=True,
        exclude_central_pension_until=None,
    )
    return assess(facts.status, replace(pack, income=own), facts.members)


def without_labour(person: Person, facts: Assessment) -> bool:
    """Say whether a person is 无劳动能力 in the sense of TKM-5."""
    rules = facts.pack.national.tekun
    if person.age >= rules.old_from or person.age < rules.young_below:
        return True
    in_school = person.age < rules.until or person.study in rules.schooling
    if facts.status.current is Category.TEKUN and in_school:
        return True
    disability = person.disability
    if disability is None:
        return False
    return disability.level <= rules.no_labour.get(disability.category, 0)


def care_need(person: Person, pack: Pack) -> str:
    """Return able, partial or full by the activities of daily living failed (TKM-22)."""
    return care_after(person.adl_failed, pack)


def care_after(failed: int, pack: Pack) -> str:
    """Return able, partial or full by how many of the six activities are failed (TKM-22)."""
    rules = pack.national.tekun
    if failed >= rules.full_from:
        return "full"
    return "partial" if failed >= rules.partial_from else "able"


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
    if not facts.below(facts.after, share(standards.dibao, rules.multiple), rules.test):
        return False
    return not rules.capped or facts.below(facts.after, standards.min_wage, rules.cap_test)


def is_listed(person: Person, pack: Pack) -> bool:
    """Say whether a member of a 低边 household is taken into 低保 singly (SAL-21, DBM-8)."""
    return person.illness or is_severe(person, pack)


def _single_amount(facts: Assessment, person: Person) -> Fen:
    """Return the highest a person is due by illness and by disability."""
    rules = facts.pack.single_listed
    grounds = [rules.illness] if person.illness else []
    if is_severe(person, facts.pack):
        grounds.append(rules.severe)
    exact = max(_due_singly(facts, person, ground) for ground in grounds)
    return benefit(exact, facts.pack.rounding)


def _due_singly(facts: Assessment, person: Person, ground: SingleBenefit) -> Exact:
    standard = facts.pack.standards.dibao
    match ground.form:
        case SingleForm.FULL:
            return standard
        case SingleForm.FLAT:
            return ground.amount
        case SingleForm.OWN_GAP:
            gap = standard - facts.own(person.id) / YEAR
            return max(gap, share(standard, ground.floor_ratio))
        case _:
            assert_never(ground.form)
