"""认定: which category a household is in, what it gets, what is done (SAL, DBM, the pack)."""

from datetime import date

from caseworker_app.model.codes import Category
from caseworker_app.model.determination import Determination, Reason, Remark
from caseworker_app.model.economy import EconomicStatus
from caseworker_app.model.values import Fen
from caseworker_app.rules.action import Outcome, outcome
from caseworker_app.rules.amount import dibao, expenditure
from caseworker_app.rules.assessment import assess
from caseworker_app.rules.entitlement import Entitlement
from caseworker_app.rules.explanation import answer as explanation
from caseworker_app.rules.figures import half_up
from caseworker_app.rules.frequency import recheck
from caseworker_app.rules.grounds import decided_by
from caseworker_app.rules.membership import counted
from caseworker_app.rules.period import months_after
from caseworker_app.rules.policy.pack import Pack
from caseworker_app.rules.recovery.overpaid import after_death
from caseworker_app.rules.rigid import rigid_family
from caseworker_app.rules.special import alone, low_margin, tekun

_ORDER = (tekun, dibao, expenditure, low_margin, rigid_family)
"""The law's order of preference; the first that fits decides."""


_UNTOLD = Reason("认定结论", "未作说明")


def determine(status: EconomicStatus, pack: Pack, *, explain: bool = True) -> Determination:
    """Return what a household is entitled to on the day of the act, with its grounds.

    Exact arithmetic, rounded once by the pack's rule. ``explain=False`` leaves out
    the explanation and the remarks, for whole stocks of households.
    """
    given = entitlement(status, pack)
    facts, pack = given.assessment, given.assessment.pack
    done = outcome(facts, given)
    overpaid = after_death(status, done.monthly)
    grounds = decided_by(given, done, overpaid)
    remarks = explanation.remarks(given) if explain else None
    return Determination(
        as_of=status.as_of,
        counted=tuple(person.id for person in facts.members),
        income_annual=half_up(facts.annual),
        per_capita=half_up(facts.per_capita(facts.annual)),
        category=given.category,
        gap=given.gap,
        top_up=given.top_up if done.grace_until is None else 0,
        monthly=done.monthly,
        action=done.action,
        from_month=done.from_month,
        recheck=recheck(given.category, facts.members, status.incomes, pack),
        decided_by=grounds,
        pack_id=pack.id,
        pack_hash=pack.hash,
        standard=pack.standards.dibao,
        reason=_reason(given, done, overpaid, grounds, remarks),
        remarks=remarks or (),
        per_capita_after_rigid=half_up(facts.per_capita(facts.after)) if facts.rigid else None,
        rigid_annual=facts.rigid,
        single_listed=given.single_listed,
        care=given.care,
        term_months=given.term_months,
        grace_until=done.grace_until,
        after_grace=done.after_grace,
        overpaid=overpaid,
        finish_by=_finish_by(status, pack),
    )


def entitlement(status: EconomicStatus, pack: Pack) -> Entitlement:
    """Return the first category in the law's order that fits, or none."""
    pack = pack.on(status.as_of, status.residence)
    members = counted(status)
    single = alone(status, pack, members)
    if single:
        return single
    facts = assess(status, pack, members)
    if members:
        for category in _ORDER:
            found = category(facts)
            if found:
                return found
    return Entitlement(Category.NONE, facts)


def _finish_by(status: EconomicStatus, pack: Pack) -> date | None:
    if status.death is None:
        return None
    return months_after(status.death.day, pack.national.death_months)


def _reason(
    given: Entitlement,
    done: Outcome,
    overpaid: Fen,
    grounds: tuple[str, ...],
    remarks: tuple[Remark, ...] | None,
) -> Reason:
    if remarks is None:
        return _UNTOLD
    return explanation.explain(given, done, overpaid, grounds, remarks)
