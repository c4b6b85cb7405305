"""名单: the further households of a notice, and what stands against any household on it."""

from collections.abc import Iterator, Mapping
from datetime import date

from caseworker_app.intake.workdays import workday_calendar
from caseworker_app.model.paper import Listed
from caseworker_app.model.values import Json
from caseworker_app.rules.procedure.deadline import last_day
from caseworker_app.rules.procedure.papers import (
    OPINION_POSTED,
    POSTED,
    POSTED_FROM,
    POSTED_UNTIL,
    POSTING,
    posts,
)
from caseworker_app.store import paper_draft as drafts, recheck
from caseworker_app.store.database import Connection
from caseworker_app.workflow.papers import filing, opening
from caseworker_app.workflow.papers.case import Case
from caseworker_app.workflow.papers.told import Fault
from caseworker_app.workflow.workspace import Workspace


def others(connection: Connection, ws: Workspace, draft_id: str) -> tuple[Case, ...]:
    """Return the further households of a notice that is being written."""
    return tuple(
        opening.opened(connection, ws, home, visit)
        for home, visit in drafts.enlisted(connection, draft_id)
    )


def listed(connection: Connection, case: Case) -> tuple[Listed, ...] | None:
    """Return them as a paper keeps them; None where it lists no further one."""
    found = ((one.household.id, one.visit.id) for one in case.others if one.visit)
    return tuple(Listed(h, v, opening.record_hash(connection, v)) for h, v in found) or None


def term(case: Case, first: date) -> date:
    """Return the last day an opinion has to hang that is posted on a day (DBM-19)."""
    limit = case.pack.on(case.day).time_limits.limits["publicity"]
    return last_day(first, limit, workday_calendar())


def wrong(connection: Connection, case: Case, entries: Mapping[str, Json]) -> Iterator[Fault]:
    """Yield what stands against a notice: a time too short, a household that is on another."""
    step = posts(entries)
    first, until = _day(entries.get(POSTED_FROM)), _day(entries.get(POSTED_UNTIL))
    if step == OPINION_POSTED and first and until and until < term(case, first):
        yield Fault(POSTED_UNTIL, "审核意见的公示期不得少于七日，请把截止日改晚。", "DBM-19")
    for one in (case, *case.others):
        yield from _not_again(connection, one, step)


def _not_again(connection: Connection, case: Case, step: str) -> Iterator[Fault]:
    """Yield why a household cannot stand on this notice."""
    home, visit = case.household, case.visit.id if case.visit else ""
    if (visit,) != recheck.sealed(connection, home.id, 1):
        yield Fault("", f"{home.head.name}户又封存了新的核查，请丢弃这份草稿，重新列名单。")
    for paper in filing.standing(connection, home.id, visit):
        if paper.form == POSTING and posts(paper.entries) == step:
            yield Fault(
                POSTED,
                f"{home.head.name}户已列入{paper.number}号公示（公布）单，"
                "请丢弃这份草稿，重新列名单；要重新公示的，先作废那一份。",
            )


def _day(value: Json) -> date | None:
    try:
        return date.fromisoformat(value) if isinstance(value, str) else None
    except ValueError:  # told as no day already
        return None
