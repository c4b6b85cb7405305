"""Lists of departments taken in: one import is one batch, visible and undone as a whole."""

from collections.abc import Iterable
from dataclasses import dataclass, fields
from datetime import date
from enum import StrEnum

from sqlalchemy import Connection, delete, exists, insert, select, update
from sqlalchemy.dialects.sqlite import insert as upsert

from caseworker_app.errors import RefusedError, UserError
from caseworker_app.model.codes import Dataset
from caseworker_app.model.register import AnyRecord
from caseworker_app.store import question
from caseworker_app.store.question import Asked
from caseworker_app.store.tables import (
    household,
    import_batch as table,
    import_household,
    import_refusal,
    imported_record,
    match_question,
    visit,
)
from caseworker_app.store.values import AnyRow, packed


class State(StrEnum):
    """Being read, nothing of it visible; in use; taken back."""

    READING = "reading"
    DONE = "done"
    UNDONE = "undone"


@dataclass(frozen=True, slots=True)
class Origin:
    """What was read, by whose data of which day, and by which mapping of its headings."""

    file: str
    sha: str
    """SHA-256 of the original, in hex."""
    department: str
    dataset: Dataset
    as_of: date
    mapping: str = ""


@dataclass(frozen=True, slots=True)
class Counts:
    """What became of the rows: each was kept, asked about, dropped or refused."""

    kept: int = 0
    queued: int = 0
    elsewhere: int = 0
    """Of no household on this laptop; nothing of them was kept."""
    closed: int = 0
    """Of households whose visit is sealed; nothing of them was kept."""
    refused: int = 0

    @property
    def taken(self) -> int:
        """Rows that were right as they stand."""
        return self.kept + self.queued + self.elsewhere + self.closed


@dataclass(frozen=True, slots=True)
class ImportBatch:
    """One import."""

    n: int
    id: str
    origin: Origin
    state: State
    started_at: str
    person: str
    portions: int
    """How many portions of the file have been dealt with."""
    counts: Counts
    done_at: str
    undone_at: str
    undone_by: str


@dataclass(frozen=True, slots=True)
class KeptRow:
    """A row and a household it concerns."""

    position: int
    household: str
    record: AnyRecord


@dataclass(frozen=True, slots=True)
class Sorted:
    """What became of one portion of a file."""

    kept: tuple[KeptRow, ...]
    asked: tuple[Asked, ...]
    refused: tuple[tuple[int, str], ...]
    """Row of the file and why; nothing else of it is kept."""
    counts: Counts


def begin(
    connection: Connection, batch_id: str, origin: Origin, at: str, person: str
) -> ImportBatch:
    """Open a batch; nothing of it is visible before ``finish``."""
    row = {name: getattr(origin, name) for name in _ORIGIN} | {
        "id": batch_id,
        "as_of": origin.as_of.isoformat(),
        "state": State.READING,
        "started_at": at,
        "person": person,
    }
    return _batch(connection.execute(insert(table).values(row).returning(table)).one())


def of(connection: Connection, origin: Origin) -> ImportBatch | None:
    """Return the latest import of the same file read the same way that was not taken back.

    Name and day say nothing: of a file without a date each day makes another day of it.
    """
    same = [table.c[name] == getattr(origin, name) for name in _SAME]
    row = connection.execute(
        select(table)
        .where(*same, table.c.state != State.UNDONE)
        .order_by(table.c.n.desc())
        .limit(1)
    ).first()
    return None if row is None else _batch(row)


def load(connection: Connection, n: int) -> ImportBatch:
    """Return a batch; raises UserError where there is none of this number."""
    row = connection.execute(select(table).where(table.c.n == n)).first()
    if row is None:
        raise UserError("本机没有这次导入的记录。请刷新清单。")
    return _batch(row)


def every(connection: Connection) -> tuple[ImportBatch, ...]:
    """Return every import ever begun here, the latest first."""
    return tuple(map(_batch, connection.execute(select(table).order_by(table.c.n.desc()))))


def add(connection: Connection, batch: ImportBatch, portion: int, found: Sorted) -> Counts:
    """Keep what became of one portion, once, and return what became of all so far.

    Raises RefusedError where the batch was cancelled or somebody else goes on with it.
    """
    counts = {c.name: table.c[c.name] + getattr(found.counts, c.name) for c in fields(Counts)}
    turn = (table.c.n == batch.n, table.c.state == State.READING, table.c.portions == portion)
    done = update(table).where(*turn).values(portions=portion + 1, **counts).returning(table)
    row = connection.execute(done).first()
    if row is None:
        raise RefusedError("这次导入已被取消，或正在另一处进行，没有继续。请在导入清单中查看。")
    keep(connection, batch, found.kept, "")
    question.ask(connection, batch.n, found.asked)
    if found.refused:
        rows = [{"batch": batch.n, "position": at, "reason": why} for at, why in found.refused]
        connection.execute(upsert(import_refusal).on_conflict_do_nothing(), rows)
    return _counts(row)


def keep(connection: Connection, batch: ImportBatch, kept: Iterable[KeptRow], since: str) -> None:
    """Keep rows of a batch under their households; they count since an instant, empty for never."""
    rows = [
        {
            "batch": batch.n,
            "position": row.position,
            "household": row.household,
            "kind": batch.origin.dataset,
            "expires": row.record.source.expires.isoformat(),
            "body": packed(row.record),
        }
        for row in kept
    ]
    if rows:
        connection.execute(insert(imported_record), rows)
        homes = sorted({str(row["household"]) for row in rows})
        touched = [{"batch": batch.n, "household": home, "since": since} for home in homes]
        connection.execute(upsert(import_household).on_conflict_do_nothing(), touched)


def drop(connection: Connection, batch: ImportBatch, position: int) -> None:
    """Drop a row that was kept, and the household where it was the only one."""
    this = (imported_record.c.batch == batch.n, imported_record.c.position == position)
    connection.execute(delete(imported_record).where(*this))
    still = select(imported_record.c.household).where(imported_record.c.batch == batch.n)
    touched = import_household.c.household
    connection.execute(
        delete(import_household).where(import_household.c.batch == batch.n, touched.not_in(still))
    )


def finish(connection: Connection, batch: ImportBatch, at: str) -> ImportBatch:
    """Make a batch count, all of it at once; return it with its counts."""
    connection.execute(
        update(table).where(table.c.n == batch.n).values(state=State.DONE, done_at=at)
    )
    touched = import_household.c.batch == batch.n
    connection.execute(update(import_household).where(touched).values(since=at))
    return load(connection, batch.n)


def undo(connection: Connection, batch: ImportBatch, at: str, person: str) -> None:
    """Take a batch back: rows, questions and refusals go, what they replaced stands again."""
    for part in (imported_record, import_household, import_refusal, match_question):
        connection.execute(delete(part).where(part.c.batch == batch.n))
    undone = {"state": State.UNDONE, "undone_at": at, "undone_by": person}
    connection.execute(update(table).where(table.c.n == batch.n).values(undone))


def households_of(connection: Connection, batch: ImportBatch) -> tuple[str, ...]:
    """Return the households a batch concerns."""
    found = select(import_household.c.household).where(import_household.c.batch == batch.n)
    return tuple(connection.scalars(found))


def resting_on(connection: Connection, batch: ImportBatch) -> tuple[str, ...]:
    """Return the heads of the households whose visit was sealed since the batch counts there."""
    found = connection.scalars(
        select(household.c.head)
        .join(import_household, import_household.c.household == household.c.id)
        .join(visit, visit.c.household == household.c.id)
        .where(
            import_household.c.batch == batch.n,
            import_household.c.since != "",
            visit.c.sealed_at >= import_household.c.since,
        )
        .order_by(household.c.row)
        .distinct()
    )
    return tuple(found)


def sealed_since(connection: Connection, household_id: str, at: str) -> bool:
    """Tell whether a household's visit was sealed at an instant or after it."""
    sealed = exists().where(visit.c.household == household_id, visit.c.sealed_at >= at)
    return bool(connection.scalar(select(sealed)))


def refusals(connection: Connection, batch: ImportBatch) -> tuple[tuple[int, str], ...]:
    """Return the rows of the file that were refused, and why."""
    found = select(import_refusal.c.position, import_refusal.c.reason)
    found = found.where(import_refusal.c.batch == batch.n).order_by(import_refusal.c.position)
    return tuple((row.position, row.reason) for row in connection.execute(found))


_ORIGIN = tuple(field.name for field in fields(Origin))
_SAME = ("sha", "department", "dataset", "mapping")


def _batch(row: AnyRow) -> ImportBatch:
    as_of = date.fromisoformat(row.as_of)
    dataset = Dataset(row.dataset)
    return ImportBatch(
        n=row.n,
        id=row.id,
        origin=Origin(row.file, row.sha, row.department, dataset, as_of, row.mapping),
        state=State(row.state),
        started_at=row.started_at,
        person=row.person,
        portions=row.portions,
        counts=_counts(row),
        done_at=row.done_at,
        undone_at=row.undone_at,
        undone_by=row.undone_by,
    )


def _counts(row: AnyRow) -> Counts:
    return Counts(*(getattr(row, field.name) for field in fields(Counts)))
