"""Rule packs by hash: whatever was judged here can be judged again with the same rules."""

from functools import lru_cache
from typing import NamedTuple

from sqlalchemy import Connection, exists, select
from sqlalchemy.dialects.sqlite import insert

from caseworker_app.errors import OutsideError, UserError
from caseworker_app.rules.policy.pack import Pack
from caseworker_app.rules.policy.reading import pack_hash, read_pack
from caseworker_app.store.tables import pack as table, visit, visit_pack

_SHORT = 16

_understood = lru_cache(maxsize=8)(read_pack)
"""A village's visits rest on a few packs, and reading one takes 50 ms."""


class Pinned(NamedTuple):
    """The pack a visit is judged by."""

    pack: str
    """Hash."""
    since: str
    """Instant."""


def put(connection: Connection, pack: Pack, since: str) -> bool:
    """Keep a pack with the text it was completed from; return False where it was kept already."""
    row = {"hash": pack.hash, "id": pack.id, "text": pack.text, "base": pack.base, "since": since}
    return connection.execute(insert(table).values(row).on_conflict_do_nothing()).rowcount == 1


def load(connection: Connection, name: str) -> Pack:
    """Return the pack of a hash; raises UserError where this laptop does not hold it.

    Raises OutsideError where its text is no longer what was stored.
    """
    row = connection.execute(select(table).where(table.c.hash == name)).first()
    if row is None:
        raise UserError(
            f"本机没有摘要为 {name[:_SHORT]} 的规则包。请向制发单位索取该规则包的原文件，"
            "或在保存它的电脑上重算。"
        )
    if pack_hash(row.text, row.base) != name:
        raise OutsideError(
            f"本机保存的规则包 {row.id} 与当时存入的不同，没有采用。"
            "请用最近的备份恢复，并联系管理员。"
        )
    return _understood(row.text, row.id, row.base)


def since(connection: Connection, name: str) -> str:
    """Return since when this laptop has held a pack, or the empty string."""
    return connection.scalar(select(table.c.since).where(table.c.hash == name)) or ""


def pin(connection: Connection, visit_id: str, name: str, at: str) -> None:
    """Judge a visit by the pack of this hash from now on; it is kept here already."""
    row = insert(visit_pack).values(visit=visit_id, pack=name, since=at)
    new = {"pack": row.excluded.pack, "since": row.excluded.since}
    connection.execute(row.on_conflict_do_update(index_elements=[visit_pack.c.visit], set_=new))


def pinned(connection: Connection, visit_id: str) -> Pinned | None:
    """Return what a visit is judged by; None for one of before there was more than one pack."""
    query = select(visit_pack.c.pack, visit_pack.c.since).where(visit_pack.c.visit == visit_id)
    row = connection.execute(query).first()
    return Pinned(*row) if row else None


def pin_rest(connection: Connection, name: str) -> None:
    """Let every visit that is judged by no pack of its own stay with the one of this hash."""
    own = exists().where(visit_pack.c.visit == visit.c.id)
    open_ = select(visit.c.id, visit.c.started_at).where(visit.c.sealed_at.is_(None), ~own)
    for row in connection.execute(open_).all():
        pin(connection, row.id, name, row.started_at)
