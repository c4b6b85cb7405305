"""三比对 of the households on this laptop."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from caseworker_app.model.codes import Register
from caseworker_app.model.declaration import Declaration
from caseworker_app.model.discrepancy import Discrepancy
from caseworker_app.model.found import Found
from caseworker_app.model.register import RegisterSlice
from caseworker_app.rules.comparison import compare
from caseworker_app.rules.policy.pack import Pack
from caseworker_app.store import (
    audit,
    discrepancy as discrepancies,
    freshness,
    household as households,
    pack as packs,
    visit,
)
from caseworker_app.store.database import Connection
from caseworker_app.workflow import proposal
from caseworker_app.workflow.workspace import Workspace

_BATCH = 500


@dataclass(frozen=True, slots=True)
class Basis:
    """What a household is compared by."""

    declaration: Declaration
    records: RegisterSlice
    found: tuple[Found, ...] = ()


def compare_all(ws: Workspace, progress: Callable[[int, int], None] | None = None) -> Counter[str]:
    """Compare every household anew; return how many differences of each kind there are."""
    with ws.database.read() as connection:
        ids = households.ids_all(connection)
    found: Counter[str] = Counter()
    for start in range(0, len(ids), _BATCH):
        found += _compare(ws, ids[start : start + _BATCH])
        if progress:
            progress(min(start + _BATCH, len(ids)), len(ids))
    return found


def catch_up(ws: Workspace) -> int:
    """Compare anew the households whose data changed since; return how many there were."""
    count = 0
    while True:
        with ws.database.read() as connection:
            ids = freshness.waiting(connection, _BATCH)
        if not ids:
            return count
        _compare(ws, ids)
        count += len(ids)


def compare_one(
    connection: Connection, household_id: str, pack: Pack, day: date
) -> tuple[Discrepancy, ...]:
    """Compare a household in the caller's transaction and return its differences.

    What a sealed visit was based on stays as it was: its register slice may be erased already.
    An open one is compared by the pack it was begun with, whatever ``pack`` is.
    """
    freshness.compared(connection, household_id)
    visit_id = visit.of_household(connection, household_id)
    if visit_id and visit.stage_of(connection, visit_id) in freshness.CLOSED:
        return discrepancies.of(connection, household_id)
    own = packs.pinned(connection, visit_id) if visit_id else None
    if own and own.pack != pack.hash:
        pack = packs.load(connection, own.pack)
    found = visit.load(connection, visit_id).found if visit_id else None
    known = Basis(
        households.declaration(connection, household_id),
        households.records(connection, household_id),
        found or (),
    )
    return compare_known(connection, household_id, known, pack, day)


def compare_known(
    connection: Connection, household_id: str, known: Basis, pack: Pack, day: date
) -> tuple[Discrepancy, ...]:
    """Compare what the caller has read already, keep the differences and return them."""
    raised = compare(known.declaration, known.records, pack, day, known.found)
    gone = {lapse.dataset.register for lapse in freshness.lapses(connection, household_id)}
    if gone:
        before = _begun_with(connection, household_id)
        raised = _without(raised, gone, before)
    discrepancies.replace(connection, household_id, raised)
    return raised


def _begun_with(connection: Connection, household_id: str) -> tuple[Discrepancy, ...]:
    begun = visit.of_household(connection, household_id)
    return discrepancies.of(connection, household_id) if begun else ()


def _without(
    raised: tuple[Discrepancy, ...], gone: set[Register], before: tuple[Discrepancy, ...]
) -> tuple[Discrepancy, ...]:
    """Return the differences where data of some registers are gone with their term.

    What a visit under way was begun with stays in question, however long it takes. That a
    register holds nothing cannot be said of one that is gone.
    """
    new = tuple(d for d in raised if d.register not in gone or d.record_ids)
    known = {difference.id for difference in new}
    kept = (d for d in before if d.register in gone and d.id not in known)
    return tuple(sorted((*new, *kept), key=lambda difference: difference.level.value))


def _compare(ws: Workspace, ids: tuple[str, ...]) -> Counter[str]:
    found: Counter[str] = Counter()
    day = ws.clock.today()
    with ws.database.write() as connection, proposal.noting(connection, ws, ids):
        for household_id in ids:
            raised = compare_one(connection, household_id, ws.pack, day)
            found.update(difference.code for difference in raised)
        detail = f"{len(ids)} 户，{found.total()} 处差异"
        audit.append(connection, ws.at(), ws.person.id, "comparison.done", ids[0], detail)
    return found
