"""Papers being written, entry by entry, until they are issued or dropped."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sqlalchemy import Connection, delete, insert, select, update
from sqlalchemy.dialects.sqlite import insert as upsert

from caseworker_app.errors import UserError
from caseworker_app.model.values import Json
from caseworker_app.store.tables import (
    draft_listed as listed,
    household,
    paper_draft as table,
    paper_entry,
)
from caseworker_app.store.values import AnyRow, json_of
from caseworker_app.wire.canonical import canonical


@dataclass(frozen=True, slots=True)
class DraftRow:
    """What a draft is of; its entries lie beside it."""

    id: str
    form: str
    household: str
    visit: str | None
    """The sealed visit it rests on."""
    about: str
    """Number of the paper it serves, or ""."""
    is_large: bool
    started_at: str
    started_by: str


def start(connection: Connection, draft: DraftRow) -> None:
    """Keep a new draft."""
    row = {column.name: getattr(draft, column.name) for column in table.c}
    connection.execute(insert(table).values(row))


def get(connection: Connection, draft_id: str) -> DraftRow:
    """Return a draft; raises UserError where it is issued, dropped or was never begun."""
    row = connection.execute(select(table).where(table.c.id == draft_id)).first()
    if row is None:
        raise UserError("没有这份草稿，可能已发出或已放弃。请返回文书清单查看。")
    return _draft(row)


def of_household(connection: Connection, household_id: str) -> tuple[DraftRow, ...]:
    """Return the drafts of a household, the latest first.

    That of a notice that lists it among others stands there as its own, by its own visit.
    """
    columns = [listed.c[c.name] if c.name in ("household", "visit") else c for c in table.c]
    own = select(table).where(table.c.household == household_id)
    shared = select(*columns).join(listed).where(listed.c.household == household_id)
    found = [_draft(row) for query in (own, shared) for row in connection.execute(query)]
    return tuple(sorted(found, key=lambda draft: (draft.started_at, draft.id), reverse=True))


def enlist(connection: Connection, draft_id: str, homes: Iterable[tuple[str, str]]) -> None:
    """List these further households on a notice and no others, each by its visit."""
    connection.execute(delete(listed).where(listed.c.draft == draft_id))
    rows = [{"draft": draft_id, "household": home, "visit": visit} for home, visit in homes]
    if rows:
        connection.execute(insert(listed), rows)


def enlisted(connection: Connection, draft_id: str) -> tuple[tuple[str, str], ...]:
    """Return the further households a notice lists with their visits, by 救助证号."""
    found = connection.execute(
        select(listed.c.household, listed.c.visit)
        .join(household, household.c.id == listed.c.household)
        .where(listed.c.draft == draft_id)
        .order_by(household.c.number, household.c.id)
    )
    return tuple((row.household, row.visit) for row in found)


def entries(connection: Connection, draft_id: str) -> dict[str, Json]:
    """Return what was written, by entry; None where a person emptied one."""
    found = connection.execute(select(paper_entry).where(paper_entry.c.draft == draft_id))
    return {row.name: json_of(row.value) for row in found}


def write(connection: Connection, draft_id: str, written: Mapping[str, Json]) -> None:
    """Keep entries as a person left them, None for one that was emptied."""
    rows = [
        {"draft": draft_id, "name": name, "value": canonical(value)}
        for name, value in written.items()
    ]
    if rows:
        statement = upsert(paper_entry)
        kept = statement.on_conflict_do_update(
            index_elements=[paper_entry.c.draft, paper_entry.c.name],
            set_={"value": statement.excluded.value},
        )
        connection.execute(kept, rows)


def enlarge(connection: Connection, draft_id: str, *, is_large: bool) -> None:
    """Choose the edition in large letters, or the usual one."""
    connection.execute(update(table).where(table.c.id == draft_id).values(is_large=is_large))


def drop(connection: Connection, draft_id: str) -> None:
    """Take a draft away with its entries: it was issued, or nobody wants it."""
    connection.execute(delete(table).where(table.c.id == draft_id))


def _draft(row: AnyRow) -> DraftRow:
    return DraftRow(**{**row._mapping, "is_large": bool(row.is_large)})  # noqa: SLF001  # its documented name
