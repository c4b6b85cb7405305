"""What the office's newest list names: rule packs by place and day, and texts of forms."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from sqlalchemy import Connection, delete, func, select

from caseworker_app.rules.policy.choice import Offer
from caseworker_app.store.tables import pack, published as table


class Row(NamedTuple):
    """One file; ``offer`` where it is a pack, else ``text``."""

    path: str
    sha: str
    since: date
    offer: Offer | None
    text: str


def replace(connection: Connection, rows: Iterable[Row]) -> None:
    """Put all that is published in place of what was; packs are kept already."""
    connection.execute(delete(table))
    values = [
        {
            "path": row.path,
            "sha": row.sha,
            "effective_from": row.since.isoformat(),
            "pack": row.offer.pack if row.offer else None,
            "text": "" if row.offer else row.text,
            "region": row.offer.region if row.offer else "",
            "effective_to": row.offer.until.isoformat() if row.offer else "",
        }
        for row in rows
    ]
    if values:
        connection.execute(table.insert(), values)


def offers(connection: Connection) -> tuple[Offer, ...]:
    """Return the packs, the earliest first."""
    query = (
        select(table)
        .where(table.c.pack.is_not(None))
        .order_by(table.c.effective_from, table.c.path)
    )
    return tuple(
        Offer(
            row.pack,
            row.region,
            date.fromisoformat(row.effective_from),
            date.fromisoformat(row.effective_to),
        )
        for row in connection.execute(query)
    )


def text(connection: Connection, path: str) -> str:
    """Return the text of a file that is no pack; empty where none is published."""
    return connection.scalar(select(table.c.text).where(table.c.path == path)) or ""


def texts(connection: Connection) -> dict[str, str]:
    """Return content address → text of all that is published."""
    whole = func.coalesce(pack.c.text, table.c.text)
    query = select(table.c.sha, whole).outerjoin(pack, pack.c.hash == table.c.pack)
    return {row[0]: row[1] for row in connection.execute(query)}
