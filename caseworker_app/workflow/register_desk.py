"""A department's list taken in from the desk, what it changed, and what can be taken back."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from caseworker_app.intake import lists
from caseworker_app.model.discrepancy import Discrepancy
from caseworker_app.model.household import Household
from caseworker_app.store import discrepancy as discrepancies, household as households, imports
from caseworker_app.store.database import Connection
from caseworker_app.workflow import register_import, register_list, team
from caseworker_app.workflow.list_file import portion
from caseworker_app.workflow.register_import import ImportBatch, Origin
from caseworker_app.workflow.register_list import DATASET, ListFile, Order
from caseworker_app.workflow.register_trial import Watch, reading, watched
from caseworker_app.workflow.sorting import Portion
from caseworker_app.workflow.workspace import Workspace


@dataclass(frozen=True, slots=True)
class NewFound:
    """A household with differences it did not have before an import."""

    household: Household
    differences: tuple[Discrepancy, ...]


@dataclass(frozen=True, slots=True)
class TakenIn:
    """What an import did; ``repeated`` where the same file was here already: then nothing."""

    batch: ImportBatch
    repeated: bool
    households: int
    """Households of this laptop the list concerns."""
    new: tuple[NewFound, ...]
    proposed: int = 0
    """Households of which data propose something since: a stop, a check."""


@dataclass(frozen=True, slots=True)
class PastImport:
    """One line of the history."""

    batch: ImportBatch
    person: str
    """Name of who took it in."""
    undone_by: str


@dataclass(frozen=True, slots=True)
class Going:
    """What goes when an import is taken back."""

    households: int
    sealed: tuple[str, ...]
    """Heads of households whose sealed visit rests on it; with any of them it stays."""


def open_list(ws: Workspace, path: Path) -> ListFile:
    """Look into a file, knowing the headings of all earlier lists; raises UserError."""
    earlier = (batch.origin.mapping for batch in register_import.batches(ws))
    known = [lists.Mapping.from_text(text).columns for text in dict.fromkeys(earlier) if text]
    return register_list.open_list(ws, path, known)


def take_in(ws: Workspace, order: Order, watch: Watch, *, anew: bool = False) -> TakenIn:
    """Take a list in and keep what its columns mean for the department's next one.

    Raises StoppedError where it is stopped, UserError where the file cannot be read; nothing of
    it stays then. ``anew`` takes a file in that is here already.
    """
    mapping = lists.Mapping(order.columns, order.kind).to_text()
    with ws.database.read() as connection:
        before = discrepancies.ids_all(connection)
    with reading(ws, order) as rows:
        source = rows.report
        origin = Origin(
            order.path.name,
            source.sha256,
            source.department,
            DATASET[order.kind],
            source.as_of,
            mapping,
        )
        done = register_import.take(ws, origin, _portions(rows, watch), anew=anew)
    register_import.learn(ws, order.department, DATASET[order.kind], mapping)
    with ws.database.read() as connection:
        touched = imports.households_of(connection, done.batch)
        new = () if done.repeated else tuple(_new(connection, touched, before))
    return TakenIn(done.batch, done.repeated, len(touched), new, done.proposed)


def learned(ws: Workspace, department: str, kind: str) -> Mapping[str, str]:
    """Return what the columns of a department's earlier list meant, or nothing."""
    text = register_import.headings(ws, department, DATASET[kind])
    return lists.Mapping.from_text(text).columns if text else {}


def history(ws: Workspace) -> tuple[PastImport, ...]:
    """Return every import ever begun here, the latest first."""
    names = {one.id: one.name for one in (ws.person, *team.colleagues(ws))}
    return tuple(
        PastImport(batch, names.get(batch.person, ""), names.get(batch.undone_by, ""))
        for batch in register_import.batches(ws)
    )


def going(ws: Workspace, n: int) -> Going:
    """Return what goes when an import is taken back, and what stands against it."""
    with ws.database.read() as connection:
        batch = imports.load(connection, n)
        return Going(
            len(imports.households_of(connection, batch)), imports.resting_on(connection, batch)
        )


def _portions(rows: lists.Reading, watch: Watch) -> Iterator[Portion]:
    return map(portion, watched(rows, watch))


def _new(
    connection: Connection, touched: tuple[str, ...], before: Mapping[str, set[str]]
) -> Iterator[NewFound]:
    for household_id in touched:
        known = before.get(household_id, set())
        found = discrepancies.of(connection, household_id)
        new = tuple(difference for difference in found if difference.id not in known)
        if new:
            yield NewFound(households.load(connection, household_id), new)
