"""Photos, forms and signatures as bytes under their hash; nothing of them lies outside."""

from sqlalchemy import Connection, select
from sqlalchemy.dialects.sqlite import insert

from caseworker_app.errors import UserError
from caseworker_app.store.tables import attachment as table
from caseworker_app.wire.canonical import sha256


def put(connection: Connection, sha: str, data: bytes, mime: str) -> None:
    """Keep bytes under their content address; a second time changes nothing."""
    if sha != sha256(data):
        raise ValueError("the bytes have another hash")
    row = {"sha": sha, "size": len(data), "mime": mime, "data": data}
    connection.execute(insert(table).values(row).on_conflict_do_nothing())


def get(connection: Connection, sha: str) -> bytes:
    """Return the bytes; raises UserError where this laptop does not hold them."""
    data: bytes | None = connection.scalar(select(table.c.data).where(table.c.sha == sha))
    if data is None:
        raise UserError("本机没有这个附件，可能已按保存期限清出。请联网从服务器查看。")
    return data


def exists(connection: Connection, sha: str) -> bool:
    return size(connection, sha) is not None


def size(connection: Connection, sha: str) -> int | None:
    """Return the number of bytes, or None where this laptop does not hold them."""
    found: int | None = connection.scalar(select(table.c.size).where(table.c.sha == sha))
    return found
