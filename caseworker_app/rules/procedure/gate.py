"""程序: which steps must be done before an act, by the law in force on the day of the act."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import NamedTuple

from caseworker_app.rules.law import in_force
from caseworker_app.rules.policy.pack import Pack
from caseworker_app.rules.procedure.outcomes import AFTER_VISIT, HEARING
from caseworker_app.rules.procedure.steps import (
    STEPS,
    WRITTEN_WITH_REASONS,
    article_on,
    words as words,
)
from caseworker_app.rules.procedure.way import UNKNOWN, Facts, State, lowers, way


class Gate(NamedTuple):
    """What the law says to an act: the article that blocks it or empty, and what is missing."""

    blocked_by: str
    missing: tuple[str, ...]
    notice_after: str = ""
    """What must be done after the act."""


class Lack(NamedTuple):
    """A step still open before an act, in words."""

    code: str
    text: str
    """What is missing, why, what to do."""
    article: str


class _Act(NamedTuple):
    """A later act of the office: the steps that are its doing, and what it must itself observe."""

    does: tuple[str, ...]
    observes: tuple[str, ...] = ()


_ACTS: Mapping[str, _Act] = {
    "EXAMINE": _Act(("township_opinion",), ("examiner_not_visitor",)),
    "POST": _Act(("opinion_posted",), ("only_permitted_fields",)),
    "CONFIRM": _Act(("confirmed",)),
    "NOTIFY": _Act((WRITTEN_WITH_REASONS, "grace_notice", "family_told"), ("remedies_told",)),
    "SERVE": _Act(("served",)),
    "PUBLISH": _Act(("published",), ("only_permitted_fields",)),
    "PAY": _Act(("paid",), ("from_next_month",)),
}
"""审核、公示、审核确认、告知、送达、公布、发放."""

_LAWS = frozenset({"SAL", "CC", "CPL", "ARL"})


def gate(action: str, day: date, done: frozenset[str], pack: Pack, facts: Facts = UNKNOWN) -> Gate:
    """Return whether an act may be done on a day with these steps behind it.

    ``action`` is a code of ``resources/codes/outcomes.csv``, CLOSE_VISIT, CHECK_OBLIGOR or a
    later act of the office (EXAMINE, POST, CONFIRM, NOTIFY, SERVE, PUBLISH, PAY), for which
    ``facts`` say what the household is and which outcome is on its way. The article of highest
    rank that is not met blocks; what it still asks for is missing.
    """
    open_steps = sorted(_open(action, day, done, pack, facts), key=_rank)
    blocked_by = open_steps[0].article if open_steps else ""
    return Gate(
        blocked_by=blocked_by,
        missing=tuple(step.code for step in open_steps if step.article == blocked_by),
        notice_after=WRITTEN_WITH_REASONS if lowers(action, done) else "",
    )


def lacking(
    action: str, day: date, done: frozenset[str], pack: Pack, facts: Facts = UNKNOWN
) -> tuple[Lack, ...]:
    """Return everything that stands before an act, in the order it is done, as sentences."""
    return tuple(_open(action, day, done, pack, facts))


def unheard(
    outcome: str, day: date, done: frozenset[str], pack: Pack, facts: Facts = UNKNOWN
) -> tuple[Lack, ...]:
    """Return what the hearing still lacks before the decision on an outcome is told (SAL-48)."""
    return tuple(
        Lack(step.code, _sentence(step.code), step.article)
        for step in way(outcome, day, done, pack, facts)
        if step.code in HEARING and step.state in (State.NEXT, State.OPEN)
    )


def _open(action: str, day: date, done: frozenset[str], pack: Pack, facts: Facts) -> Iterator[Lack]:
    if action in _ACTS:
        yield from _before(_ACTS[action], day, done, pack, facts)
        return
    since_law = in_force("SAL-48", day, pack.on(day))
    for code in _asked(action, done, since_law=since_law):
        if not STEPS[code].is_done(done):
            yield _lack(code, day, pack)


def _asked(action: str, done: frozenset[str], *, since_law: bool) -> Iterator[str]:
    if lowers(action, done) and since_law:
        yield from HEARING
    if action == "CHECK_OBLIGOR":
        yield from (
            ("obligor_consent", "necessity_reason") if since_law else ("household_authorisation",)
        )
    elif action == "CLOSE_VISIT" or action in AFTER_VISIT:
        one = "visit_one_investigator" in done
        yield "second_investigator" if one else "visit_two_investigators"
        yield "member_signed"


def _before(act: _Act, day: date, done: frozenset[str], pack: Pack, facts: Facts) -> Iterator[Lack]:
    """Yield the open steps of the outcome's way up to the act, and what the act must observe."""
    for step in way(facts.outcome, day, done, pack, facts):
        if step.code in act.does:
            break
        if step.state in (State.NEXT, State.OPEN):
            yield Lack(step.code, _sentence(step.code), step.article)
    for code in act.observes:
        if not STEPS[code].is_done(done):
            yield _lack(code, day, pack)


def _lack(code: str, day: date, pack: Pack) -> Lack:
    return Lack(code, _sentence(code), article_on(STEPS[code].articles, day, pack))


def _sentence(code: str) -> str:
    step = STEPS[code]
    return f"尚缺“{step.zh}”：{step.why}。请{step.todo}。"


def _rank(lack: Lack) -> tuple[bool, bool, bool]:
    """Return what puts a law first, then a regulation, rules of ministries, of a province."""
    instrument = lack.article.partition("-")[0]
    return instrument not in _LAWS, instrument != "IM", instrument == "ZJR"
