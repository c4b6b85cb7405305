"""规则变动: which rules come, from when, and what they change for each visit under way.

A visit goes on by the rules it was begun with. Where others hold by now a person may let it change
over, once it was shown what changes; nothing waits for that.
"""

from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import NamedTuple

from caseworker_app.errors import RefusedError
from caseworker_app.model.determination import Determination
from caseworker_app.model.values import Json
from caseworker_app.model.visit import Visit
from caseworker_app.rules.policy.choice import Offer
from caseworker_app.rules.policy.difference import Difference, differences
from caseworker_app.rules.policy.pack import Pack
from caseworker_app.store import (
    audit,
    discrepancy as discrepancies,
    pack as packs,
    published,
    visit as visits,
)
from caseworker_app.store.database import Connection
from caseworker_app.store.visit import VisitLine
from caseworker_app.workflow import edition, found, rulebook
from caseworker_app.workflow.visit import live
from caseworker_app.workflow.workspace import Workspace

CHANGED_OVER = "visit.rules_changed"
"""Act of the audit trail."""
_SIGNED = (
    "这一户已有人签字，改用新规则会改变签过字的金额，没有改动，仍按原规则办理。"
    "确要改用，请先在签字一步撤回签字。"
)


@dataclass(frozen=True, slots=True)
class Coming:
    """A pack the office publishes."""

    name: str
    id: str
    region: str
    since: date
    until: date
    kept: str
    """Instant since when this laptop has it."""
    in_use: bool
    """It is the one of today."""
    is_ahead: bool
    """Its day has not come yet."""
    changes: tuple[Difference, ...]
    """What is different from the rules of today, of one that is ahead."""


@dataclass(frozen=True, slots=True)
class Affected:
    """An open visit for which other rules hold by now than those it was begun with."""

    visit: str
    household: str
    head: str
    day: date
    """The day of the visit once it changed over: today, where the new rules came after its own."""
    before: Pack
    after: Pack
    since: date
    """From which day the other rules hold."""
    was: Determination
    becomes: Determination
    changes: tuple[Difference, ...]
    is_signed: bool
    moves: bool
    """The day of the visit becomes another one."""

    @property
    def is_same(self) -> bool:
        """Whether category, action and amount stay."""
        was, becomes = self.was, self.becomes
        return (was.category, was.action, was.monthly) == (
            becomes.category,
            becomes.action,
            becomes.monthly,
        )


@dataclass(frozen=True, slots=True)
class RuleNews:
    """What there is to say about the office's rules."""

    version: str
    """Of the office's list, as people say it; empty where there is none."""
    came: datetime | None
    """When the list was published."""
    packs: tuple[Coming, ...]
    affected: tuple[Affected, ...]
    notices: tuple[str, ...]
    """That an update was refused or none came for long."""


NOTHING = RuleNews("", None, (), (), ())
"""What a laptop has to say that knows no office."""


def listed(ws: Workspace) -> tuple[Coming, ...]:
    """Return what the office publishes, the earliest first."""
    with ws.database.read() as connection:
        return tuple(_coming(connection, ws, one) for one in published.offers(connection))


def look(ws: Workspace) -> RuleNews:
    """Return what the office publishes and what it changes for visits under way."""
    with ws.database.read() as connection:
        offers = published.offers(connection)
        listed = edition.installed(connection)
        open_ = visits.in_progress(connection) if offers else ()
        affected = (_affected(connection, ws, line) for line in open_)
        return RuleNews(
            edition.name(listed.version) if listed else "",
            edition.instant(listed.at) if listed else None,
            tuple(_coming(connection, ws, one) for one in offers),
            tuple(one for one in affected if one),
            edition.notices(connection, ws.clock.now()),
        )


def change_over(ws: Workspace, visit_id: str) -> Pack:
    """Judge an open visit by the rules that hold by now, and compare it anew by them.

    Its day becomes today where the rules came after its own. Raises RefusedError where somebody
    signed it. Where no others hold nothing changes.
    """
    with ws.database.write() as connection:
        visit = visits.load(connection, visit_id)
        turn = _turn(connection, ws, visit)
        if turn.after == turn.before:
            return turn.before
        if visit.signatures:
            raise RefusedError(_SIGNED)
        packs.put(connection, turn.after, ws.at())
        packs.pin(connection, visit_id, turn.after.hash, ws.at())
        if turn.day != visit.day:
            day: dict[str, Json] = {"/day": turn.day.isoformat()}
            visits.record(connection, visit_id, day, ws.at(), ws.person.id)
        found.compare_again(connection, ws, visit.household.id)
        said = (visit_id, f"{turn.before.id} → {turn.after.id}")
        audit.append(connection, ws.at(), ws.person.id, CHANGED_OVER, *said)
    return turn.after


class _Turn(NamedTuple):
    """The rules an open visit is judged by, those that hold by now, since when, on which day."""

    before: Pack
    after: Pack
    since: date
    day: date


def _turn(connection: Connection, ws: Workspace, visit: Visit) -> _Turn:
    today = max(visit.day, ws.clock.today())
    after = rulebook.of_region(connection, ws, visit.household.region, today)
    begun = {one.pack: one.since for one in published.offers(connection)}
    since = begun.get(after.hash, after.effective_from)
    day = visit.day if since <= visit.day else today
    return _Turn(rulebook.of_visit(connection, ws, visit.id), after, since, day)


def _affected(connection: Connection, ws: Workspace, line: VisitLine) -> Affected | None:
    visit = visits.load(connection, line.id)
    before, after, since, day = _turn(connection, ws, visit)
    if before == after:
        return None
    differing = discrepancies.of(connection, line.household)
    return Affected(
        visit=line.id,
        household=line.household,
        head=line.head,
        day=day,
        before=before,
        after=after,
        since=since,
        was=live(visit, differing, before).determination,
        becomes=live(replace(visit, day=day), differing, after).determination,
        changes=tuple(one for one in differences(before, after) if one.since <= day),
        is_signed=bool(visit.signatures),
        moves=day != visit.day,
    )


def _coming(connection: Connection, ws: Workspace, one: Offer) -> Coming:
    pack = packs.load(connection, one.pack)
    is_ahead = one.since > ws.clock.today()
    return Coming(
        name=pack.name,
        id=pack.id,
        region=one.region,
        since=one.since,
        until=one.until,
        kept=packs.since(connection, one.pack),
        in_use=one.pack == ws.pack.hash,
        is_ahead=is_ahead,
        changes=differences(ws.pack, pack) if is_ahead else (),
    )
