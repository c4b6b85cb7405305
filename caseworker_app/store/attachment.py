"""Photos, forms and signatures as bytes under their hash; nothing of them lies outside."""

from sqlalchemy import Connection, select
from sqlalchemy.dialects.sqlite import insert

from caseworker_app.errors import OutsideError, UserError
from caseworker_app.store.tables import attachment as table
from caseworker_app.wire.canonical import sha256

_ALTERED = (
    "这个附件与收下时不一样，可能已损坏或被人改动，为避免误用不再显示。请保留原文件并联系管理员。"
)


def put(connection: Connection, sha: str, data: bytes, mime: str) -> None:
    """Keep bytes under their content address; a second time changes nothing."""
    if sha != sha256(data):
        raise ValueError("the bytes have another hash")
    row = {"sha": sha, "size": len(data), "mime": mime, "data": data}
    connection.execute(insert(table).values(row).on_conflict_do_nothing())


def get(connection: Connection, sha: str) -> bytes:
    """Return the bytes.

    Raises UserError where this laptop does not hold them, OutsideError where they are no longer
    what was kept.
    """
    data: bytes | None = connection.scalar(select(table.c.data).where(table.c.sha == sha))
    if data is None:
        raise UserError("本机没有这个附件，可能已按保存期限清出。请联网从服务器查看。")
    if sha256(data) != sha:
        raise OutsideError(_ALTERED)
    return data


def altered(connection: Connection) -> tuple[str, ...]:
    """Return the addresses under which something else lies than was kept; one file at a time."""
    addresses = connection.scalars(select(table.c.sha).order_by(table.c.sha)).all()
    bytes_of = select(table.c.data)
    return tuple(
        sha
        for sha in addresses
        if sha256(connection.scalar(bytes_of.where(table.c.sha == sha)) or b"") != sha
    )


def exists(connection: Connection, sha: str) -> bool:
    return size(connection, sha) is not None


def size(connection: Connection, sha: str) -> int | None:
    """Return the number of bytes, or None where this laptop does not hold them."""
    found: int | None = connection.scalar(select(table.c.size).where(table.c.sha == sha))
    return found
