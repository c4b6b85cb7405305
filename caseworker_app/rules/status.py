"""From what a visit wrote down to the figures the law is applied to."""

from collections.abc import Mapping

from caseworker_app.model import id_number
from caseworker_app.model.codes import DiscrepancyState
from caseworker_app.model.discrepancy import Explanation
from caseworker_app.model.economy import (
    Death,
    Dwelling,
    EconomicStatus,
    NonResidential,
    Person,
    Property,
    RigidExpense,
    Support,
    Vehicle,
)
from caseworker_app.model.finding import Finding
from caseworker_app.model.household import Member
from caseworker_app.model.visit import CheckedMember, Visit
from caseworker_app.rules import findings
from caseworker_app.rules.membership import DEAD
from caseworker_app.rules.policy.pack import Pack

DOES_NOT_COUNT = frozenset({"no_effect", "exempt", "registry_wrong"})
"""Conclusions by which an item of property is left out."""

_UNDECIDED = frozenset({DiscrepancyState.OPEN, DiscrepancyState.UNRESOLVED})


def economic_status(visit: Visit, pack: Pack) -> EconomicStatus:
    """Return the verified figures of a visit, as of its day.

    A member the visit has not yet touched is taken as the file has it. An item whose difference
    was explained away carries the code of that answer, unless the pack does not accept it; what
    an answer does to members, income and money is in the visit's findings.
    """
    household = visit.household
    pack = pack.on(visit.day, household.residence)
    checked = {member.id: member for member in visit.members}
    answers = _answers(visit.explanations, pack)
    found = findings.of_visit(visit, answers) if visit.findings else ()
    return EconomicStatus(
        as_of=visit.day,
        persons=(
            *(_person(m, checked.get(m.id) or m, visit, found) for m in household.members),
            *findings.newcomers(visit, found),
        ),
        incomes=findings.incomes(visit, found),
        support=_support(visit),
        property=_property(visit, answers, found),
        rigid=tuple(RigidExpense(r.id, r.annual) for r in visit.rigid if r.annual),
        current=household.category,
        current_monthly=household.monthly,
        cause=visit.cause,
        apply_alone=visit.apply_alone,
        death=_death(visit, found),
        residence=household.residence,
    )


def _answers(explanations: tuple[Explanation, ...], pack: Pack) -> Mapping[str, str]:
    """Return difference → code of the answer by which its item does not count."""
    return {
        e.id: e.resolved or e.conclusion
        for e in explanations
        if e.state not in _UNDECIDED
        and e.conclusion in DOES_NOT_COUNT
        and e.resolved not in pack.unrecognised_answers
    }


def _person(
    member: Member, checked: CheckedMember | Member, visit: Visit, found: tuple[Finding, ...]
) -> Person:
    seen = findings.changed(checked, member, found) if found else checked
    return Person(
        id=member.id,
        relation=member.relation,
        age=id_number.age(member.id_number, visit.day),
        status=seen.status,
        idle_exempt=seen.idle_exempt,
        excluded=seen.excluded,
        study=seen.study,
        disability=seen.disability,
        illness=bool(seen.illness),
        refused_jobs=seen.refused_jobs,
        adl_failed=seen.adl_failed,
        no_able_obligor=seen.no_able_obligor,
    )


def _support(visit: Visit) -> tuple[Support, ...]:
    obligors = {obligor.id: obligor for obligor in visit.household.obligors}
    return tuple(
        Support(
            supports=obligors[found.id].supports,
            obligor=obligors[found.id].name,
            income=found.income,
            size=found.size,
            children=found.children,
            supported=found.supported,
            agreed=found.agreed,
            exempt=found.exempt,
        )
        for found in visit.support
        if found.id in obligors
    )


def _property(visit: Visit, answers: Mapping[str, str], found: tuple[Finding, ...]) -> Property:
    owned = visit.property
    return Property(
        money=findings.money(visit, found),
        capital=findings.capital(visit, found),
        dwellings=tuple(
            Dwelling(d.area, d.share, answers.get(d.discrepancy, ""))
            for d in owned.dwellings
            if not d.nonresidential
        ),
        vehicles=tuple(
            Vehicle(v.kind, v.price, answers.get(v.discrepancy, "")) for v in owned.vehicles
        ),
        nonresidential=tuple(
            NonResidential(d.converted_sole_home, answers.get(d.discrepancy, ""))
            for d in owned.dwellings
            if d.nonresidential
        ),
    )


def _death(visit: Visit, found: tuple[Finding, ...]) -> Death | None:
    """Return the death of a member not counted for it, its day as typed, else as registered."""
    for member in visit.members:
        if member.excluded == DEAD and member.died is not None:
            return Death(member.id, member.died, visit.paid_after_death)
    typed = {member.id for member in visit.members if member.excluded}
    for who, death in findings.deaths(found):
        if death.died is not None and (who not in typed or _is_dead(visit, who)):
            return Death(who, death.died, visit.paid_after_death)
    return None


def _is_dead(visit: Visit, who: str) -> bool:
    return any(member.id == who and member.excluded == DEAD for member in visit.members)
