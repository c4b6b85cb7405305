"""Rule packs by hash: whatever was judged here can be judged again with the same rules."""

from functools import lru_cache

from sqlalchemy import Connection, select
from sqlalchemy.dialects.sqlite import insert

from caseworker_app.errors import OutsideError, UserError
from caseworker_app.rules.policy.pack import Pack
from caseworker_app.rules.policy.reading import pack_hash, read_pack
from caseworker_app.store.tables import pack as table

_SHORT = 16

_understood = lru_cache(maxsize=2)(read_pack)
"""A village's sealed visits rest on one pack or two, and reading one takes 50 ms."""


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
