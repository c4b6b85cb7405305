"""办理流程: the whole way of an outcome, step by step, as it stands on the day of the act."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import NamedTuple

from caseworker_app.rules.law import applicable, in_force
from caseworker_app.rules.policy.national import Limit
from caseworker_app.rules.policy.pack import Pack
from caseworker_app.rules.procedure import outcomes
from caseworker_app.rules.procedure.outcomes import HEARING, LOWERS, MAY_LOWER, POSTING, Ask, Plan
from caseworker_app.rules.procedure.steps import (
    STEPS,
    TOWNSHIP_CONFIRMS,
    WRITTEN_WITH_REASONS,
    Step,
    article_on,
)


class State(Enum):
    """Where a step stands."""

    DONE = "已办"
    NEXT = "下一步"
    OPEN = "待办"
    NOT_NEEDED = "不需要"


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known of the household and the office; what is not known is not so."""

    outcome: str = ""
    """Code of the outcome the office's later acts belong to."""
    delegated: bool = False
    """The township confirms (SAL-44, N22-4.1)."""
    near_relative: bool = False
    """Filed as near relative of staff (DBM-11)."""
    complained: bool = False
    minors: bool = False
    tekun: bool = False
    """Receives 特困 support today."""
    objection: bool = False
    """Somebody objected while the opinion was posted."""
    lower: bool = False
    """The amount falls, whatever the outcome is called."""
    posts_locally: bool = False
    """The place posts and publishes adjustments too."""


UNKNOWN = Facts()


class WayStep(NamedTuple):
    """One step of the way: what, who, by which article, where it stands."""

    code: str
    zh: str
    who: str
    article: str
    """Code of ``legal_basis.csv`` in force on the day."""
    state: State
    why: str
    """It is asked for, or it is not needed."""
    todo: str
    term: Limit | None
    """Within which it is done, from the step before; None where no limit is set."""
    term_article: str
    """Code of the article that sets the limit, or ""."""


@dataclass(frozen=True, slots=True)
class _At:
    """An outcome on its day."""

    plan: Plan
    outcome: str
    pack: Pack
    facts: Facts
    lowers: bool
    since_law: bool

    def posted(self) -> bool:
        local = self.plan.posted is Ask.LOCAL and self.facts.posts_locally
        ends = outcomes.ends_tekun(self.outcome, tekun=self.facts.tekun)
        return self.plan.posted is Ask.YES or local or ends

    def published(self) -> bool:
        local = self.plan.published is Ask.LOCAL and self.facts.posts_locally
        return self.plan.published is Ask.YES or local

    def made_public(self) -> bool:
        return self.posted() or self.published()


def way(
    outcome: str, day: date, done: frozenset[str], pack: Pack, facts: Facts = UNKNOWN
) -> tuple[WayStep, ...]:
    """Return every step of an outcome in its order; the first that is open comes next.

    ``outcome`` is a code of ``resources/codes/outcomes.csv`` or of ``Action``. A step that is
    done counts as done also where it was not needed.
    """
    at = _at(outcome, day, done, pack, facts)
    told: list[WayStep] = []
    for code in at.plan.path:
        step, spared = STEPS[code], _spared(code, at)
        state = State.OPEN
        if step.is_done(done):
            state = State.DONE
        elif spared:
            state = State.NOT_NEEDED
        elif not any(before.state is State.NEXT for before in told):
            state = State.NEXT
        term, term_article = _term(code, at, day)
        told.append(
            WayStep(
                code=code,
                zh=outcomes.NAMES.get((outcome, code), step.zh),
                who=_who(step, facts),
                article=_article(step, at, day),
                state=state,
                why=spared if state is State.NOT_NEEDED else step.why,
                todo=step.todo,
                term=term,
                term_article=term_article,
            )
        )
    return tuple(told)


def lowers(outcome: str, done: frozenset[str]) -> bool:
    """Say whether an outcome lowers what the household gets."""
    return outcome in LOWERS or (outcome in MAY_LOWER and "total_not_lower" not in done)


def _at(outcome: str, day: date, done: frozenset[str], pack: Pack, facts: Facts) -> _At:
    return _At(
        plan=outcomes.plan(outcome),
        outcome=outcome,
        pack=pack,
        facts=facts,
        lowers=lowers(outcome, done) or facts.lower or outcome == "GRACE",
        since_law=in_force("SAL-48", day, pack.on(day)),
    )


def _article(step: Step, at: _At, day: date) -> str:
    first = outcomes.first_articles(at.outcome, step.code, tekun=at.facts.tekun, lowers=at.lowers)
    return article_on((*first, *step.articles), day, at.pack)


_TERMS: Mapping[str, tuple[tuple[str, str], ...]] = {
    "statement_heard_or_waived": (("statement", "SAL-48"),),
    "publicity_over": (("publicity", "DBM-19"),),
    "county_opinion": (("county_regional", "ZJR-11"), ("county", "DBM-20")),
    "refused": (("refusal_notice", "DBM-21"),),
}
"""Step → its time limits and who sets them; the place's own goes first."""


def _term(code: str, at: _At, day: date) -> tuple[Limit | None, str]:
    limits = at.pack.on(day).time_limits.limits
    refused = at.outcome == "REFUSE" and code == WRITTEN_WITH_REASONS
    known = _TERMS.get("refused" if refused else code, ())
    return next(((limits[key], by) for key, by in known if key in limits), (None, ""))


def _who(step: Step, facts: Facts) -> str:
    return TOWNSHIP_CONFIRMS if step.code == "confirmed" and facts.delegated else step.who


def _spared(code: str, at: _At) -> str:
    """Return why a step is not needed, or "" where it is."""
    if code in at.plan.without:
        return "保障不变，可以不办；本地另有规定的从其规定"
    return next((reason for codes, reason, spares in _SPARED if code in codes and spares(at)), "")


_SPARED: tuple[tuple[tuple[str, ...], str, Callable[[_At], bool]], ...] = (
    (HEARING, "不降低保障，不需事先听取意见", lambda at: not at.lowers),
    (HEARING, "社会救助法施行前的处理，书面告知并说明理由即可", lambda at: not at.since_law),
    (POSTING, "这一处理结果不需公示；本地另有要求的除外", lambda at: not at.posted()),
    (("objections_dealt",), "公示期间没有异议", lambda at: not at.facts.objection),
    (("published",), "这一处理结果不需公布；本地另有要求的除外", lambda at: not at.published()),
    (("minors_protected",), "没有要公示、公布的内容", lambda at: not at.made_public()),
    (("minors_protected",), "家中没有未成年人", lambda at: not at.facts.minors),
    (("minors_protected",), "本地没有这项规定", lambda at: not applicable(("ZJR-55",), at.pack)),
    (
        ("near_relative_filed",),
        "不是经办人员、村（社区）干部的近亲属",
        lambda at: not at.facts.near_relative,
    ),
    (
        ("county_visit",),
        "没有近亲属备案，也没有举报",
        lambda at: not (at.facts.near_relative or at.facts.complained),
    ),
    (("county_opinion",), "审核确认权限已下放到镇街", lambda at: at.facts.delegated),
)
"""Steps, why they fall away, when."""
