"""Proof for both sides: what the server holds, hashed again from its disk."""

from typing import NamedTuple

from sqlalchemy import select

from caseworker_app.server.central import Central
from caseworker_app.server.tables import need, oplog
from caseworker_app.wire.compress import decompress
from caseworker_app.wire.operation import document, hash_of

_LIMIT = 64 << 20


class Agreed(NamedTuple):
    """One operation as it lies on the server: every hash computed from the bytes found."""

    op: str
    hash: str
    status: str
    files: tuple[str, ...]
    """Content addresses in the operation's order; empty text where a file is missing."""


def agreement(central: Central, device: str) -> tuple[Agreed, ...]:
    """Return everything one laptop delivered, in the order of the log."""
    with central.database.read() as connection:
        rows = connection.execute(
            select(oplog.c.op, oplog.c.doc, oplog.c.status)
            .where(oplog.c.device == device)
            .order_by(oplog.c.seq)
        ).all()
        needs = connection.execute(select(need).order_by(need.c.op, need.c.place)).all()
    files: dict[str, list[str]] = {}
    for row in needs:
        files.setdefault(row.op, []).append(row.sha)
    return tuple(
        Agreed(
            row.op,
            hash_of(document(decompress(row.doc, _LIMIT))),
            row.status,
            tuple(central.files.digest(sha) for sha in files.get(row.op, ())),
        )
        for row in rows
    )
