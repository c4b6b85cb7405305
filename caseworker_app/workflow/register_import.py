"""导入部门名单: a department's list joins the data of the households on this laptop.

Only rows that concern one of them are kept. One import is one batch: nothing of it counts
before its end, it goes on after an interruption, and it is taken back as a whole.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from caseworker_app.errors import RefusedError, UserError
from caseworker_app.model.codes import Dataset
from caseworker_app.store import audit, freshness, imports, mapping
from caseworker_app.store.imports import (
    Counts as Counts,
    ImportBatch as ImportBatch,
    Origin as Origin,
    State as State,
)
from caseworker_app.workflow import comparison, proposal
from caseworker_app.workflow.sorting import Portion as Portion, Sorter
from caseworker_app.workflow.workspace import Workspace

_SHORT = 16
_NAMED = 3


@dataclass(frozen=True, slots=True)
class Imported:
    """The batch, and whether this very file had been imported before: then nothing was done."""

    batch: ImportBatch
    repeated: bool = False
    proposed: int = 0
    """Households of which data propose something since."""


def take(
    ws: Workspace,
    origin: Origin,
    portions: Iterable[Portion],
    progress: Callable[[Counts], None] | None = None,
    *,
    anew: bool = False,
) -> Imported:
    """Take a list in, portion by portion; goes on where the same file was interrupted.

    ``anew`` takes in again a file that is here already, for households that came since; its
    rows take the place of the earlier ones. Where the file turns out to be unreadable nothing
    of it stays. Raises UserError where no household is on this laptop, RefusedError where the
    import is cancelled meanwhile.
    """
    sorter = Sorter(ws)
    batch = _begin(ws, origin, anew=anew)
    if batch.state is State.DONE:
        return Imported(batch, repeated=True)
    try:
        for n, portion in enumerate(portions):
            if n >= batch.portions:
                found = sorter.sort_out(portion)
                with ws.database.write() as connection:
                    counts = imports.add(connection, batch, n, found)
                if progress:
                    progress(counts)
    except UserError:
        undo(ws, batch.n)
        raise
    known = proposal.households(ws)
    done = _finish(ws, batch)
    return Imported(done, proposed=len(proposal.households(ws) - known))


def undo(ws: Workspace, n: int) -> None:
    """Take an import back, finished or not: what its rows replaced stands again.

    Raises RefusedError where a sealed visit rests on it. A second time changes nothing.
    """
    with ws.database.write() as connection:
        batch = imports.load(connection, n)
        if batch.state is State.UNDONE:
            return
        _require_unused(batch, imports.resting_on(connection, batch))
        touched = imports.households_of(connection, batch)
        imports.undo(connection, batch, ws.at(), ws.person.id)
        freshness.no_longer_renewed(connection, n)
        if batch.state is State.DONE:
            freshness.compare_later(connection, touched)
        detail = f"{_named(batch)}，{len(touched)} 户"
        audit.append(connection, ws.at(), ws.person.id, "import.undone", batch.id, detail)
    comparison.catch_up(ws)


def batches(ws: Workspace) -> tuple[ImportBatch, ...]:
    """Return every import ever begun on this laptop, the latest first."""
    with ws.database.read() as connection:
        return imports.every(connection)


def refusals(ws: Workspace, n: int) -> tuple[tuple[int, str], ...]:
    """Return the rows of the file that an import refused, and why."""
    with ws.database.read() as connection:
        return imports.refusals(connection, imports.load(connection, n))


def headings(ws: Workspace, department: str, dataset: Dataset) -> str:
    """Return the mapping learned for a department's list, or the empty string."""
    with ws.database.read() as connection:
        return mapping.get(connection, department, dataset)


def learn(ws: Workspace, department: str, dataset: Dataset, text: str) -> None:
    """Keep how the headings of a department's list are read, for the next time."""
    with ws.database.write() as connection:
        if mapping.get(connection, department, dataset) == text:
            return
        mapping.put(connection, department, dataset, text)
        detail = f"{department}，{dataset.zh}"
        audit.append(connection, ws.at(), ws.person.id, "mapping.kept", "", detail)


def _begin(ws: Workspace, origin: Origin, *, anew: bool) -> ImportBatch:
    """Return the batch this file goes into: one interrupted, one finished, or a new one.

    What was interrupted on another day is begun again where the file's day is that of reading.
    """
    with ws.database.write() as connection:
        found = imports.of(connection, origin)
        if found and found.state is State.READING:
            if found.origin.as_of == origin.as_of:
                return found
            imports.undo(connection, found, ws.at(), ws.person.id)
        elif found and not anew:
            return found
        return imports.begin(connection, ws.ids.new(), origin, ws.at(), ws.person.id)


def _finish(ws: Workspace, batch: ImportBatch) -> ImportBatch:
    with ws.database.write() as connection:
        done = imports.finish(connection, batch, ws.at())
        touched = imports.households_of(connection, batch)
        freshness.renewed(connection, touched, batch.origin.dataset, batch.n)
        freshness.compare_later(connection, touched)
        detail = f"{_named(done)}，{_told(done.counts)}"
        audit.append(connection, ws.at(), ws.person.id, "import.done", done.id, detail)
    comparison.catch_up(ws)
    return done


def _require_unused(batch: ImportBatch, heads: tuple[str, ...]) -> None:
    if heads:
        named = "、".join(heads[:_NAMED]) + ("等" if len(heads) > _NAMED else "")
        raise RefusedError(
            f"{named} {len(heads)} 户的核查已封存，封存的记录以“{batch.origin.file}”的数据为据，"
            "不能撤销。数据有误的，请导入部门更正后的名单。"
        )


def _named(batch: ImportBatch) -> str:
    origin = batch.origin
    day, short = origin.as_of, origin.sha[:_SHORT]
    return f"{origin.department}，{origin.dataset.zh}，截至 {day}，{origin.file}，摘要 {short}"


def _told(counts: Counts) -> str:
    return (
        f"收 {counts.taken}（归户 {counts.kept}，待判 {counts.queued}，"
        f"非本机户 {counts.elsewhere}，已封存户 {counts.closed}），退回 {counts.refused}"
    )
