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
from caseworker_app.model.household import Member
from caseworker_app.model.visit import CheckedMember, Visit
from caseworker_app.rules.membership import DEAD
from caseworker_app.rules.policy.pack import Pack

_DOES_NOT_COUNT = frozenset({"no_effect", "exempt", "registry_wrong"})
"""Conclusions by which an item of property is left out."""

_UNDECIDED = frozenset({DiscrepancyState.OPEN, DiscrepancyState.UNRESOLVED})


def economic_status(visit: Visit, pack: Pack) -> EconomicStatus:
    """Return the verified figures of a visit, as of its day.

    A member the visit has not yet touched is taken as the file has it. An item whose difference
    was explained away carries the code of that answer, unless the pack does not accept it.
    """
    household = visit.household
    pack = pack.on(visit.day, household.residence)
    checked = {member.id: member for member in visit.members}
    answers = _answers(visit.explanations, pack)
    return EconomicStatus(
        as_of=visit.day,
        persons=tuple(_person(m, checked.get(m.id), visit) for m in household.members),
        incomes=visit.incomes,
        support=_support(visit),
        property=_property(visit, answers),
        rigid=tuple(RigidExpense(r.id, r.annual) for r in visit.rigid if r.annual),
        current=household.category,
        current_monthly=household.monthly,
        cause=visit.cause,
        apply_alone=visit.apply_alone,
        death=_death(visit),
        residence=household.residence,
    )


def _answers(explanations: tuple[Explanation, ...], pack: Pack) -> Mapping[str, str]:
    """Return difference → code of the answer by which its item does not count."""
    return {
        e.id: e.resolved or e.conclusion
        for e in explanations
        if e.state not in _UNDECIDED
        and e.conclusion in _DOES_NOT_COUNT
        and e.resolved not in pack.unrecognised_answers
    }


def _person(member: Member, checked: CheckedMember | None, visit: Visit) -> Person:
    seen = checked or member
    return Person(
        id=member.id,
        relation=member.relation,
        age=id_number.age(id_number.upgrade(member.id_number), visit.day),
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


def _property(visit: Visit, answers: Mapping[str, str]) -> Property:
    found = visit.property
    return Property(
        money=found.money,
        capital=found.capital,
        dwellings=tuple(
            Dwelling(d.area, d.share, answers.get(d.discrepancy, ""))
            for d in found.dwellings
            if not d.nonresidential
        ),
        vehicles=tuple(
            Vehicle(v.kind, v.price, answers.get(v.discrepancy, "")) for v in found.vehicles
        ),
        nonresidential=tuple(
            NonResidential(d.converted_sole_home, answers.get(d.discrepancy, ""))
            for d in found.dwellings
            if d.nonresidential
        ),
    )


def _death(visit: Visit) -> Death | None:
    for member in visit.members:
        if member.excluded == DEAD and member.died is not None:
            return Death(member.id, member.died, visit.paid_after_death)
    return None
