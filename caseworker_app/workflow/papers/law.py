"""What the law says to a paper: the way of the outcome with what papers did, and the hearing."""

from typing import NamedTuple

from caseworker_app.documents import words
from caseworker_app.model.determination import Determination
from caseworker_app.model.paper import Paper
from caseworker_app.model.visit import Visit
from caseworker_app.rules.procedure.gate import unheard
from caseworker_app.rules.procedure.papers import DECISION, RECOVERY, Asked, asked, done_by
from caseworker_app.rules.procedure.way import Facts, WayStep, way
from caseworker_app.store.database import Connection
from caseworker_app.workflow import procedure
from caseworker_app.workflow.papers import filing
from caseworker_app.workflow.papers.case import Case
from caseworker_app.workflow.papers.told import Fault
from caseworker_app.workflow.procedure import Since

_RECOVERED = "RECOV"
_RECKONED = "overpayment_reckoned"


class _Judged(NamedTuple):
    visit: Visit
    answer: Determination


def ahead(connection: Connection, case: Case) -> tuple[WayStep, ...]:
    """Return the way of a sealed visit's outcome as it stands today; empty without one."""
    judged = _judged(case)
    if judged is None:
        return ()
    papers = _papers(connection, case)
    since = Since(case.day, done_by(papers, case.day))
    return procedure.ahead(judged.visit, judged.answer, case.pack, since)


def wanted(connection: Connection, case: Case) -> tuple[Asked, ...]:
    """Return the forms the law asks for now: by the outcome's way, and by what was overpaid."""
    papers = _papers(connection, case)
    judged = _judged(case)
    if judged is None:
        return asked("", (), papers, case.day, case.pack)
    action = judged.answer.action.value
    first = asked(action, ahead(connection, case), papers, case.day, case.pack)
    if not judged.answer.overpaid:
        return first
    done = _recovering(papers, case)
    recovery = way(_RECOVERED, case.day, done, case.pack, Facts(outcome=_RECOVERED))
    more = asked(_RECOVERED, recovery, papers, case.day, case.pack)
    have = {(one.form, one.about) for one in first}
    return (*first, *(one for one in more if (one.form, one.about) not in have))


def refused(connection: Connection, case: Case, form: str) -> tuple[Fault, ...]:
    """Return what the hearing still lacks before a form may tell a decision (SAL-48)."""
    judged = _judged(case)
    if judged is None or form not in (DECISION, RECOVERY):
        return ()
    papers = _papers(connection, case)
    if form == RECOVERY:
        outcome, done, facts = _RECOVERED, _recovering(papers, case), Facts(outcome=_RECOVERED)
    else:
        visit, answer = judged
        outcome = answer.action.value
        done = procedure.behind(visit, answer) | done_by(papers, case.day)
        facts = procedure.facts_of(visit, answer, case.pack)
    return tuple(
        Fault("", f"{lack.text}（{words.article(lack.article)}）", lack.article)
        for lack in unheard(outcome, case.day, done, case.pack, facts)
    )


def _recovering(papers: tuple[Paper, ...], case: Case) -> frozenset[str]:
    return done_by(papers, case.day) | {_RECKONED}


def _judged(case: Case) -> _Judged | None:
    if case.visit is None or case.determination is None:
        return None
    return _Judged(case.visit, case.determination)


def _papers(connection: Connection, case: Case) -> tuple[Paper, ...]:
    visit_id = case.visit.id if case.visit else ""
    return filing.standing(connection, case.household.id, visit_id)
