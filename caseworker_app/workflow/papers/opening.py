"""What a paper rests on, from the disk: a household as it is known, or one sealed visit."""

from caseworker_app.errors import CaseworkError, RefusedError
from caseworker_app.model.determination import Determination
from caseworker_app.model.discrepancy import Discrepancy
from caseworker_app.store import (
    discrepancy as discrepancies,
    household as households,
    outbox,
    pack as packs,
    recheck,
)
from caseworker_app.store.database import Connection
from caseworker_app.wire.replay import recorded
from caseworker_app.wire.units import from_json, restore
from caseworker_app.workflow import replay, rulebook
from caseworker_app.workflow.papers.case import Case
from caseworker_app.workflow.workspace import Workspace

_LOOKED_BACK = 50
"""Sealed visits of a household, of which one is the paper's."""


def case_of(ws: Workspace, household_id: str, visit_id: str = "") -> Case:
    """Return what a paper of today is taken from: the sealed record, or the household alone.

    Raises RefusedError where the visit is not sealed, as ``replay.replay`` where its record or
    its pack cannot be read.
    """
    with ws.database.read() as connection:
        return opened(connection, ws, household_id, visit_id)


def opened(connection: Connection, ws: Workspace, household_id: str, visit_id: str = "") -> Case:
    """Return the same as ``case_of`` on a connection of the caller's."""
    if visit_id:
        return _sealed(connection, ws, visit_id)
    return Case(
        household=households.load(connection, household_id),
        declaration=households.declaration(connection, household_id),
        discrepancies=discrepancies.of(connection, household_id),
        pack=rulebook.of_household(connection, ws, household_id),
        person=ws.person,
        day=ws.clock.today(),
    )


def before(connection: Connection, ws: Workspace, case: Case) -> Determination | None:
    """Return the determination of the sealed visit before a case's, where it decided what is paid.

    None where this laptop does not hold one, cannot read it, or the office decided otherwise since.
    """
    sealed = recheck.sealed(connection, case.household.id, _LOOKED_BACK)
    known = sealed.index(case.visit.id) + 1 if case.visit and case.visit.id in sealed else 0
    earlier = next(iter(sealed[known:]), None)
    if earlier is None:
        return None
    try:
        answer = recorded(replay.sealed_units(ws, connection, earlier)).answer
    except CaseworkError:  # what cannot be read is written by hand, as where nothing is held
        return None
    found = restore(answer, Determination)
    return found if found.monthly == case.household.monthly else None


def record_hash(connection: Connection, visit_id: str) -> str:
    """Return the hash of what a sealed visit says; raises RefusedError where it is not sealed."""
    found = outbox.sealed_visit(connection, visit_id)
    if found is None:
        raise RefusedError(
            "这次核查还没有封存，认定还可能变，不能据以出具文书。请先封存核查表，再办文书。"
        )
    return found[1]


def _sealed(connection: Connection, ws: Workspace, visit_id: str) -> Case:
    """Return a case of what was sealed and signed, whatever the household is like by now."""
    record_hash(connection, visit_id)
    units = replay.sealed_units(ws, connection, visit_id)
    record = recorded(units)
    return Case(
        household=record.visit.household,
        declaration=households.declaration(connection, record.visit.household.id),
        discrepancies=from_json(units.get("/differences", []), tuple[Discrepancy, ...]),
        pack=packs.load(connection, record.pack_hash),
        person=ws.person,
        day=ws.clock.today(),
        visit=record.visit,
        determination=restore(record.answer, Determination),
    )
