"""How far this laptop has read the server's log."""

from sqlalchemy import Connection

from caseworker_app.store import meta
from caseworker_app.wire.message import Cursor


def load(connection: Connection) -> Cursor:
    """Return epoch, place and head of the last page taken; all empty at first."""
    return Cursor(
        meta.text(connection, "cursor.epoch"),
        meta.integer(connection, "cursor.seq"),
        meta.text(connection, "cursor.head"),
    )


def put(connection: Connection, at: Cursor) -> None:
    """Move on, in the transaction that takes the page."""
    meta.put(connection, "cursor.epoch", at.epoch)
    meta.put(connection, "cursor.seq", at.seq)
    meta.put(connection, "cursor.head", at.head)
