"""文书与程序: the form each step asks for, and the steps papers have done once they are issued.

A paper does a step by being issued, except that a notice counts from its service: the advance
notice of SAL-48 is not given before a proof of service says when it was received or refused.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import NamedTuple

from caseworker_app.model.paper import Paper
from caseworker_app.model.values import Json
from caseworker_app.rules.policy.pack import Pack
from caseworker_app.rules.procedure.steps import STEPS, WRITTEN_WITH_REASONS, article_on
from caseworker_app.rules.procedure.way import State, WayStep

NOTICE, STATEMENT, DECISION, RECOVERY = "F06a", "F06b", "F06", "F07"
APPROVAL, SERVICE, POSTING, GRACE = "F05", "F10", "F13", "F17"

PAPER_NUMBER = "paper_number"
"""Entry of a proof of service: the paper that was served."""
RECEIVED = ("received", "refusal")
"""Entries of a proof of service either of which says that it came to its end."""
NAMES: Mapping[str, str] = {"notice_number": NOTICE, "order_number": RECOVERY}
"""Entry that names an earlier paper → the form of that paper."""
POSTED, POSTED_FROM, POSTED_UNTIL = "act", "publicity_from", "publicity_until"
"""Entries of a notice: which of both acts it is, from when until when it hangs."""
OPINION_POSTED, PUBLICITY_OVER, PUBLISHED = "opinion_posted", "publicity_over", "published"
"""Steps a notice does, the second once its time is over."""
_DEADLINE, _PUBLISHED = "deadline", "公布"
"""What is ticked on a list that posts the decision, not the opinion before it (公示)."""

OF_STEPS: Mapping[str, str] = {
    "advance_notice": NOTICE,
    "statement_heard_or_waived": STATEMENT,
    "township_opinion": APPROVAL,
    "county_opinion": APPROVAL,
    "confirmed": APPROVAL,
    OPINION_POSTED: POSTING,
    "objections_dealt": "F19",
    "near_relative_filed": "F15",
    WRITTEN_WITH_REASONS: DECISION,
    "grace_notice": GRACE,
    "family_told": DECISION,
    PUBLISHED: POSTING,
    "repayment_agreed": "F08",
    "household_authorisation": "F02",
    "refusal_recorded": "F18",
    "case_conference": "F20",
}
"""Step → the form by which it is done, or on which it is written down."""

_OF_OUTCOMES: Mapping[tuple[str, str], str] = {("RECOV", WRITTEN_WITH_REASONS): RECOVERY}

TO_SERVE = frozenset({"F04", NOTICE, DECISION, RECOVERY, "F09", GRACE})
"""Forms of which somebody has to be able to prove that they came to hand (CPL-87)."""

DECIDES = frozenset({APPROVAL, NOTICE, STATEMENT, DECISION, RECOVERY, "F08", POSTING, GRACE})
"""Forms that say what is decided: only a sealed visit carries them."""

_FINAL = frozenset({DECISION, RECOVERY, GRACE})
_BY_ISSUE: Mapping[str, tuple[str, ...]] = {
    STATEMENT: ("statement_heard",),
    DECISION: (WRITTEN_WITH_REASONS, "family_told"),
    RECOVERY: (WRITTEN_WITH_REASONS,),
    GRACE: ("grace_notice",),
    "F02": ("household_authorisation",),
    "F08": ("repayment_agreed",),
    "F15": ("near_relative_filed",),
    "F19": ("objections_dealt",),
    "F20": ("case_conference",),
}
_REFUSALS = 2
"""Records of no access or refusal before a procedure may be ended (DBM-29)."""


class Asked(NamedTuple):
    """A form the law asks for now, by which step."""

    form: str
    step: str
    zh: str
    article: str
    about: str = ""
    """Number of the paper that is to be served."""


def done_by(papers: Iterable[Paper], day: date) -> frozenset[str]:
    """Return the steps that are done on a day by the papers of a visit; void ones do nothing."""
    standing = [paper for paper in papers if paper.void is None]
    found = {step for paper in standing for step in _BY_ISSUE.get(paper.form, ())}
    for paper in standing:
        if paper.form == POSTING:
            found |= _posted(paper, day)
    return frozenset(found | _served(standing, day) | _refused(standing))


def asked(
    outcome: str, way: Iterable[WayStep], papers: Iterable[Paper], day: date, pack: Pack
) -> tuple[Asked, ...]:
    """Return the forms the open steps of a way ask for, each once, and the proofs of service.

    A form that is issued and not void is not asked for again.
    """
    standing = [paper for paper in papers if paper.void is None]
    have = {paper.form for paper in standing}
    found = {
        one.form: one
        for one in reversed(tuple(_by_steps(outcome, way)))
        if one.form not in have or one.step == PUBLISHED
    }
    return (*_unserved(standing, day, pack), *reversed(found.values()))


def posts(entries: Mapping[str, Json]) -> str:
    """Return the step a notice does: the decision is published, or the opinion before it posted."""
    return PUBLISHED if _names(entries.get(POSTED), _PUBLISHED) else OPINION_POSTED


def named_by(paper: Paper, number: str) -> bool:
    """Say whether a paper names another by its number."""
    return any(_names(value, number) for value in paper.entries.values())


def _by_steps(outcome: str, way: Iterable[WayStep]) -> Iterator[Asked]:
    for step in way:
        form = _OF_OUTCOMES.get((outcome, step.code)) or OF_STEPS.get(step.code)
        if form and step.state in (State.NEXT, State.OPEN):
            yield Asked(form, step.code, step.zh, step.article)


def _unserved(standing: Iterable[Paper], day: date, pack: Pack) -> Iterator[Asked]:
    """Yield a proof of service for each paper that needs one and has none yet."""
    papers = tuple(standing)
    proofs = [paper for paper in papers if paper.form == SERVICE]
    step = STEPS["served"]
    for paper in papers:
        if paper.form in TO_SERVE and not any(named_by(proof, paper.number) for proof in proofs):
            article = article_on(step.articles, day, pack)
            yield Asked(SERVICE, step.code, step.zh, article, paper.number)


def _served(standing: Iterable[Paper], day: date) -> set[str]:
    """Return what service did; silence counts only where the notice came before its deadline."""
    papers = tuple(standing)
    proofs = [p for p in papers if p.form == SERVICE and any(map(p.entries.get, RECEIVED))]
    proven = {proof.entries.get(PAPER_NUMBER): proof.day for proof in proofs}
    found = set()
    for notice in papers:
        if notice.form == NOTICE and notice.number in proven:
            found.add("advance_notice")
            if proven[notice.number] <= _day(notice.entries.get(_DEADLINE)) < day:
                found.add("statement_waived")
    final = [paper for paper in papers if paper.form in _FINAL]
    if final and all(paper.number in proven for paper in final):
        found.add("served")
    return found


def _posted(paper: Paper, day: date) -> set[str]:
    step = posts(paper.entries)
    over = step == OPINION_POSTED and _day(paper.entries.get(POSTED_UNTIL)) < day
    return {step, PUBLICITY_OVER} if over else {step}


def _refused(standing: Iterable[Paper]) -> set[str]:
    records = sum(paper.form == "F18" for paper in standing)
    return {"refusal_recorded"} if records >= _REFUSALS else set()


def _names(value: Json, text: str) -> bool:
    """Say whether a text stands in a value, or in any part of it."""
    match value:
        case str():
            return text in value
        case list():
            return any(_names(part, text) for part in value)
        case dict():
            return any(_names(part, text) for part in value.values())
    return False


def _day(value: Json) -> date:
    """Return the day an entry holds; where it holds none, one that never passes."""
    return date.fromisoformat(value) if isinstance(value, str) and value else date.max
