"""家庭变化: what concerns more than one household, on disk; one visit's own goes by ``record``."""

from dataclasses import dataclass, replace

from caseworker_app.errors import RefusedError
from caseworker_app.model.change import HouseholdChange, LinkedFile
from caseworker_app.model.codes import ChangeKind, Stage
from caseworker_app.model.household import Household, Member
from caseworker_app.model.values import Json
from caseworker_app.model.visit import Investigator, Visit
from caseworker_app.rules.changes.apply import Arrival, apply, undo
from caseworker_app.rules.changes.relations import HEAD, OTHER
from caseworker_app.rules.changes.split import new_declaration, new_household, own_rows, splits
from caseworker_app.rules.comparison.facts import number_of
from caseworker_app.store import (
    audit,
    household as households,
    visit as visits,
    worklist,
)
from caseworker_app.store.database import Connection
from caseworker_app.store.household import AssignedHousehold
from caseworker_app.store.worklist import WorklistFilter
from caseworker_app.wire import new_home
from caseworker_app.wire.new_home import NewHome
from caseworker_app.wire.operation import diff
from caseworker_app.wire.units import flatten
from caseworker_app.workflow.comparison import compare_one
from caseworker_app.workflow.outgoing import HOMES, NewRecord, send
from caseworker_app.workflow.visit import OPEN, begin
from caseworker_app.workflow.workspace import Workspace

_MOST = 20
"""Households offered to merge with."""


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """Somebody with this number on another household's list."""

    household: str
    head: str
    number: str
    """救助证号."""
    name: str
    """As that household has it."""


@dataclass(frozen=True, slots=True)
class OtherHome:
    """A household of this laptop that could be joined to the one on the table."""

    id: str
    number: str
    head: str
    village: str
    members: int
    monthly: int
    refused: str
    """Why it can't be, or ""."""


def written(before: Visit, after: Visit) -> dict[str, Json]:
    """Return the units by which a visit becomes another; None takes one away."""
    return {change.path: change.new for change in diff(flatten(before), flatten(after))}


def elsewhere(ws: Workspace, household_id: str, id_number: str) -> tuple[Elsewhere, ...]:
    """Return the other households of this laptop that have this number on their list."""
    number = number_of(id_number)
    if not number:
        return ()
    with ws.database.read() as connection:
        return tuple(
            Elsewhere(line.id, line.head, line.number, member.name)
            for line in _found(connection, ws, number)
            if line.id != household_id
            for member in _members(connection, line.id)
            if number_of(member.id_number) == number
        )


def others(ws: Workspace, household_id: str, text: str) -> tuple[OtherHome, ...]:
    """Return the households a text finds, for a merge; none for an empty text."""
    if not text.strip():
        return ()
    with ws.database.read() as connection:
        return tuple(
            OtherHome(
                line.id,
                line.number,
                line.head,
                line.village,
                line.members,
                line.monthly,
                "" if line.visit_id is None or line.stage in OPEN else f"该户核查{line.stage.zh}",
            )
            for line in _found(connection, ws, text)
            if line.id != household_id
        )


def merge(
    ws: Workspace, visit_id: str, change: HouseholdChange, companions: tuple[Investigator, ...]
) -> Visit:
    """Join another household to the one of a visit; its own visit is begun to end it there.

    Both say so in one transaction. Returns the visit; raises RefusedError where either of the
    two is signed or sealed.
    """
    if change.other is None:
        raise ValueError(change.id)
    with ws.database.write() as connection:
        visit = _writable(connection, visit_id)
        ended = begin(connection, ws, change.other.id, companions)
        _refuse_signed(ended)
        _refuse_ended(ended)
        linked, arrival = _linked(ended.household), _coming(visit, ended)
        joined = replace(
            change,
            who=tuple(member.id for member in arrival.members),
            other=linked,
            money=ended.property.money,
        )
        visit = apply(visit, joined, arrival)
        leaving = tuple(m.id for m in ended.members if not m.excluded)
        gone = replace(
            change,
            id=f"{change.id}-e",
            kind=ChangeKind.MERGED,
            who=leaving,
            money=0,
            other=_linked(visit.household),
        )
        at, person = ws.at(), ws.person.id
        visits.save(connection, visit, at, person)
        visits.save(connection, apply(ended, gone), at, person)
        for one, act, detail in (
            (visit_id, "household.merged", linked.number),
            (ended.id, "household.ended", visit.household.number),
        ):
            audit.append(connection, at, person, act, one, detail)
        return visits.load(connection, visit_id)


def unmerge(ws: Workspace, visit_id: str, change_id: str) -> Visit:
    """Take a merge back in both visits; raises RefusedError where either is signed or sealed."""
    with ws.database.write() as connection:
        visit = _writable(connection, visit_id)
        change = next(c for c in visit.changes or () if c.id == change_id)
        at, person = ws.at(), ws.person.id
        ended_id = visits.of_household(connection, change.other.id) if change.other else None
        if ended_id:
            ended = _writable(connection, ended_id)
            if any(c.id == f"{change_id}-e" for c in ended.changes or ()):
                visits.save(connection, undo(ended, f"{change_id}-e"), at, person)
        visits.save(connection, undo(visit, change_id), at, person)
        audit.append(connection, at, person, "household.merge_undone", visit_id, "")
        return visits.load(connection, visit_id)


def split_off(connection: Connection, ws: Workspace, visit: Visit) -> None:
    """Open the files of households split off in a visit that is being sealed, and queue them.

    Part of the transaction that seals; the new visit of each is begun at once.
    """
    for change in splits(visit):
        home = new_household(visit, change)
        declared = households.declaration(connection, visit.household.id)
        told = new_declaration(declared, visit, change)
        version = households.version(connection, visit.household.id)
        rows = households.records(connection, visit.household.id)
        handed = AssignedHousehold(home, told, own_rows(home, rows), 0, version.seq, version.gen)
        households.save(connection, handed)
        compare_one(connection, home.id, ws.pack, ws.clock.today())
        begin(connection, ws, home.id, tuple(i for i in visit.investigators if i != ws.person))
        new = NewRecord(home.id, new_home.FORM, flatten(NewHome(home, told)), version.gen)
        send(connection, ws, new, HOMES)  # it goes before its own visit does
        at, person = ws.at(), ws.person.id
        audit.append(connection, at, person, "household.split", home.id, visit.household.number)


def _found(connection: Connection, ws: Workspace, text: str) -> tuple[worklist.WorklistRow, ...]:
    rows = worklist.rows(connection, WorklistFilter(text=text), ws.clock.today())
    return worklist.page(connection, rows[:_MOST])


def _members(connection: Connection, household_id: str) -> tuple[Member, ...]:
    """Return everybody on a household's list, those of its open visit included."""
    visit_id = visits.of_household(connection, household_id)
    if visit_id is not None:
        return visits.load(connection, visit_id).household.members
    return households.load(connection, household_id).members


def _coming(visit: Visit, ended: Visit) -> Arrival:
    """Return who and what comes from a household that ends into the one of a visit."""
    here = {number_of(m.id_number) for m in visit.household.members} - {""}
    away = {m.id for m in ended.members if m.excluded}
    members = tuple(
        replace(m, relation=OTHER if m.relation == HEAD else m.relation, excluded="")
        for m in ended.household.members
        if number_of(m.id_number) not in here and m.id not in away
    )
    who = {member.id for member in members}
    arrival = Arrival(
        members=members,
        incomes=tuple(i for i in ended.incomes if i.who in who),
        dwellings=ended.property.dwellings,
        vehicles=ended.property.vehicles,
        obligors=tuple(o for o in ended.household.obligors if who.intersection(o.supports)),
    )
    return _without_clashes(visit, arrival)


def _without_clashes(visit: Visit, arrival: Arrival) -> Arrival:
    """Leave out what stands in the visit already under the same id, such as a shared house."""
    homes = {d.id for d in visit.property.dwellings}
    cars = {v.id for v in visit.property.vehicles}
    kin = {o.id for o in visit.household.obligors}
    lines = {i.id for i in visit.incomes}
    return replace(
        arrival,
        incomes=tuple(i for i in arrival.incomes if i.id not in lines),
        dwellings=tuple(d for d in arrival.dwellings if d.id not in homes),
        vehicles=tuple(v for v in arrival.vehicles if v.id not in cars),
        obligors=tuple(o for o in arrival.obligors if o.id not in kin),
    )


def _linked(home: Household) -> LinkedFile:
    return LinkedFile(
        home.id, home.number, home.head.name, home.monthly, home.living_address, home.phone
    )


def _writable(connection: Connection, visit_id: str) -> Visit:
    visit = visits.load(connection, visit_id)
    _refuse_signed(visit)
    return visit


def _refuse_ended(visit: Visit) -> None:
    if any(change.kind is ChangeKind.MERGED for change in visit.changes or ()):
        raise RefusedError(f"{visit.household.head.name}户已并入他户，不能再并。请核对后重选。")


def _refuse_signed(visit: Visit) -> None:
    if visit.stage not in OPEN:
        raise RefusedError(
            f"{visit.household.head.name}户的核查{visit.stage.zh}，不能再并户。"
            "请等该户下一次核查时办理。"
        )
    if visit.signatures or visit.stage is Stage.SIGNED:
        raise RefusedError(
            f"{visit.household.head.name}户的核查已有人签字，请先撤回签字，再办理并户。"
        )
