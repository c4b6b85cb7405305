"""Small single facts of this installation: device, server key, cursor, epoch.

Keys in use by the store itself begin with ``store.``.
"""

from sqlalchemy import Connection, delete, select
from sqlalchemy.dialects.sqlite import insert

from caseworker_app.store.tables import meta

_INSERT = insert(meta)
_PUT = _INSERT.on_conflict_do_update(
    index_elements=[meta.c.key], set_={"value": _INSERT.excluded.value}
)


def text(connection: Connection, key: str, default: str = "") -> str:
    """Return a fact, or the default where it was never put."""
    found: str | None = connection.scalar(select(meta.c.value).where(meta.c.key == key))
    return default if found is None else found


def integer(connection: Connection, key: str, default: int = 0) -> int:
    """Return a number that was put; raises ValueError where it was put as another kind."""
    return int(text(connection, key, str(default)))


def raw(connection: Connection, key: str) -> bytes | None:
    """Return bytes that were put, such as a private key, or None."""
    found = text(connection, key)
    return bytes.fromhex(found) if found else None


def put(connection: Connection, key: str, value: str | int | bytes) -> None:
    """Remember a fact in place of what was known."""
    written = value.hex() if isinstance(value, bytes) else str(value)
    connection.execute(_PUT, {"key": key, "value": written})


def forget(connection: Connection, key: str) -> None:
    connection.execute(delete(meta).where(meta.c.key == key))
