"""Photos, forms and signatures as bytes under their hash; nothing of them lies outside."""

from sqlalchemy import Connection, bindparam, select
from sqlalchemy.dialects.sqlite import insert

from caseworker_app.errors import OutsideError, UserError
from caseworker_app.store.tables import attachment as table
from caseworker_app.wire.canonical import sha256

CLEARED = "已清出，办公室有备份"
"""What is said of anything that is no longer here since the office has it twice."""

_GET = select(table.c.data, table.c.cleared_at).where(table.c.sha == bindparam("wanted"))
_ALTERED = (
    "这个附件与收下时不一样，可能已损坏或被人改动，为避免误用不再显示。请保留原文件并联系管理员。"
)


def put(connection: Connection, sha: str, data: bytes, mime: str) -> None:
    """Keep bytes under their content address; a second time changes nothing.

    What was cleared out and comes again is here again.
    """
    if sha != sha256(data):
        raise ValueError("the bytes have another hash")
    row = {"sha": sha, "size": len(data), "mime": mime, "data": data}
    back = {"data": data, "cleared_at": ""}
    statement = insert(table).values(row)
    connection.execute(
        statement.on_conflict_do_update(
            index_elements=[table.c.sha], set_=back, where=table.c.cleared_at != ""
        )
    )


def get(connection: Connection, sha: str) -> bytes:
    """Return the bytes.

    Raises UserError where this laptop does not hold them, OutsideError where they are no longer
    what was kept.
    """
    found = connection.execute(_GET, {"wanted": sha}).first()
    if found is None:
        raise UserError("本机没有这个附件，可能已按保存期限清出。请联网从服务器查看。")
    if found.cleared_at:
        raise UserError(f"这个附件{CLEARED}。需要时请向办公室调阅。")
    data: bytes = found.data
    if sha256(data) != sha:
        raise OutsideError(_ALTERED)
    return data


def altered(connection: Connection) -> tuple[str, ...]:
    """Return the addresses under which something else lies than was kept; one file at a time."""
    here = select(table.c.sha).where(table.c.cleared_at == "")
    addresses = connection.scalars(here.order_by(table.c.sha)).all()
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
    here = select(table.c.size).where(table.c.sha == sha, table.c.cleared_at == "")
    found: int | None = connection.scalar(here)
    return found
