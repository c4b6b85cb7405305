"""重算 at the office: what laptops sealed, judged again with the pack that came with it."""

from collections.abc import Mapping

from sqlalchemy import select

from caseworker_app.errors import OutsideError, UserError
from caseworker_app.rules.policy.pack import Pack
from caseworker_app.rules.policy.reading import pack_hash, read_pack
from caseworker_app.server.central import Central
from caseworker_app.server.records import VISIT
from caseworker_app.server.tables import oplog, record
from caseworker_app.wire.compress import decompress
from caseworker_app.wire.operation import Operation, document, understood
from caseworker_app.wire.replay import BASE, PACK, Recorded, Replay, recorded, replay, units_of

_LIMIT = 64 << 20
_NUMBER = "/paper_number"


def visits(central: Central) -> Mapping[str, str]:
    """Return every sealed visit that was delivered: its record and the number of its paper."""
    with central.database.read() as connection:
        rids = connection.scalars(select(record.c.rid).where(record.c.kind == VISIT)).all()
    numbers = {rid: str(units_of(_submitted(central, rid)).get(_NUMBER, "")) for rid in rids}
    return dict(sorted(numbers.items(), key=lambda pair: pair[1]))


def replay_visit(central: Central, rid: str) -> Replay:
    """Return whether a delivered visit recomputes to the same bytes, with every difference.

    Raises UserError for a record that cannot be read or came without its pack, OutsideError
    where a text is not what was delivered.
    """
    operation = _submitted(central, rid)
    found = recorded(units_of(operation))
    return replay(found, _pack(central, operation, found))


def _submitted(central: Central, rid: str) -> Operation:
    """Return the operation that sealed a record, as the laptop signed it."""
    with central.database.read() as connection:
        sent = connection.scalars(
            select(oplog.c.doc).where(oplog.c.rid == rid).order_by(oplog.c.seq).limit(1)
        ).first()
    operation = understood(document(decompress(sent, _LIMIT))) if sent else None
    if operation is None:
        raise UserError(f"没有记录 {rid}，或由更新版本的程序写成，不能重算。请核对后重试。")
    return operation


def _pack(central: Central, operation: Operation, found: Recorded) -> Pack:
    shas = {blob.role: blob.sha for blob in operation.blobs if blob.role in (PACK, BASE)}
    if PACK not in shas:
        raise UserError(
            f"送达的记录没有附规则包 {found.pack_id}，不能在服务器上重算。请在原电脑上重算。"
        )
    texts = {role: central.files.read(sha) for role, sha in shas.items()}
    text, base = ((texts.get(role) or b"").decode() for role in (PACK, BASE))
    if pack_hash(text, base) != found.pack_hash:
        raise OutsideError(
            f"规则包 {found.pack_id} 的文件缺失或与封存时不同，没有重算。请用最近的备份核对。"
        )
    return read_pack(text, found.pack_id, base)
