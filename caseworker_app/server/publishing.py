"""规则发布: what was signed elsewhere is kept and handed out here; nothing of it is made here.

The files lie beside the lists, apart from those of the laptops: who may read them does not hang
on any household, only on being a laptop that was let in.
"""

from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime

import msgspec
from sqlalchemy import Connection, func, select

from caseworker_app.errors import RefusedError, UserError
from caseworker_app.model.values import CHINA
from caseworker_app.rules.rights import Act
from caseworker_app.server import audit, rights
from caseworker_app.server.central import PUBLISHER, Central, fact, remember
from caseworker_app.server.database import put_once
from caseworker_app.server.rights import Caller
from caseworker_app.server.tables import manifest as table, published
from caseworker_app.wire import manifest as lists, signing
from caseworker_app.wire.canonical import canonical
from caseworker_app.wire.frames import frame
from caseworker_app.wire.manifest import (
    AskManifest,
    AskPublished,
    Edition,
    Manifest,
    ManifestAnswer,
)
from caseworker_app.wire.problem import ProblemError, ProblemType

_FOREIGN = (
    "这不是本服务器一直使用的发布密钥，没有发布。请用原来的发布密钥；要换密钥，请用 "
    "caseworker pack key --after 由原密钥签出新密钥。"
)
_BROKEN = "要发布的目录与文件对不上，没有发布。请重新运行 caseworker pack publish。"


def current(connection: Connection) -> Manifest | None:
    """Return the newest list; None before the first."""
    newest = select(table.c.doc).order_by(table.c.version.desc()).limit(1)
    found = connection.scalar(newest)
    return None if found is None else msgspec.json.decode(found, type=Manifest)


def version(connection: Connection) -> int:
    """Return the version of the newest list; 0 before the first."""
    return int(connection.scalar(select(func.max(table.c.version))) or 0)


def needed(connection: Connection, now: int) -> int:
    """Return the version a laptop needs for what holds by now (ms UTC); 0 for none."""
    held = select(func.max(table.c.version)).where(table.c.needed_from <= _day(now))
    return int(connection.scalar(held) or 0)


def vouched_publisher(connection: Connection, central: Central) -> str:
    """Return the publisher's key as this server vouches for it; empty before the first list."""
    public = fact(connection, PUBLISHER)
    return lists.vouched(bytes.fromhex(public), central.key) if public else ""


def answer(connection: Connection, caller: Caller, asked: AskManifest) -> ManifestAnswer:
    """Return the newest list where the laptop has another one; raises ``ProblemError``."""
    rights.require(caller, Act.LEARN)
    newest = current(connection)
    return ManifestAnswer(
        manifest=None if newest is None or newest.version == asked.have else newest
    )


def files(connection: Connection, caller: Caller, asked: AskPublished) -> bytes:
    """Return files of the newest list as frames; raises ``ProblemError`` for any other."""
    rights.require(caller, Act.LEARN)
    newest = current(connection)
    named = {item.sha for item in newest.items} if newest else set[str]()
    if not named.issuperset(asked.shas):
        raise ProblemError(ProblemType.NOT_FOUND)
    bodies = _bodies(connection, asked.shas)
    return b"".join(frame(bodies[sha]) for sha in dict.fromkeys(asked.shas))


def edition(connection: Connection) -> Edition | None:
    """Return the newest list with its files, for a stick; None before the first."""
    newest = current(connection)
    if newest is None:
        return None
    bodies = _bodies(connection, [item.sha for item in newest.items])
    return Edition(newest, tuple(bodies[item.sha].decode() for item in newest.items))


def next_version(connection: Connection, now: int) -> int:
    """Return what the next list is called: its minute in China, and above every one before.

    A server that went back to a backup publishes above what it forgot.
    """
    minute = datetime.fromtimestamp(now / 1000, UTC).astimezone(CHINA)
    return max(int(f"{minute:%Y%m%d%H%M}"), version(connection) + 1)


def publish(central: Central, manifest: Manifest, bodies: Mapping[str, bytes], by: str) -> None:
    """Keep a signed list with the files it names that are not here yet, all or nothing.

    ``bodies`` by content address. The publisher of the first list is the office's from then on.
    Raises RefusedError for another publisher's, UserError for one that is not whole or not newer.
    """
    try:  # by the very limits a laptop reads it with
        msgspec.json.decode(canonical(manifest), type=Manifest)
    except msgspec.ValidationError as error:
        raise UserError(_BROKEN) from error
    with central.database.write() as connection:
        _require_publisher(connection, manifest)
        before = current(connection)
        here = _bodies(connection, [item.sha for item in before.items]) if before else {}
        known = {**here, **bodies}
        whole = all(lists.fits(item, known.get(item.sha, b"")) for item in manifest.items)
        if not whole or manifest.version <= version(connection):
            raise UserError(_BROKEN)
        rows = [{"sha": item.sha, "body": known[item.sha]} for item in manifest.items]
        put_once(connection, published, rows)
        row = {"version": manifest.version, "at": manifest.at, "doc": canonical(manifest)}
        needed_from = _needed_from(before, manifest)
        connection.execute(table.insert().values(**row, needed_from=needed_from))
        remember(connection, PUBLISHER, manifest.publisher)
        told = "、".join(item.path for item in manifest.items)
        said = (str(manifest.version), told)
        audit.record(connection, central.clock(), by, "manifest.published", *said)


def _require_publisher(connection: Connection, manifest: Manifest) -> None:
    known = fact(connection, PUBLISHER)
    pinned = bytes.fromhex(known or manifest.publisher)
    if not lists.genuine(manifest) or not lists.follows(manifest, pinned):
        raise RefusedError(_FOREIGN)


def _needed_from(before: Manifest | None, after: Manifest) -> date | None:
    """Return the first day on which something new holds, at once for what is withdrawn."""
    old = before.items if before else ()
    days = [item.effective_from for item in after.items if item not in old]
    if {item.path for item in old} - {item.path for item in after.items}:
        days.append(_day(after.at))
    return min(days, default=None)


def _bodies(connection: Connection, shas: Sequence[str]) -> dict[str, bytes]:
    found = select(published.c.sha, published.c.body).where(published.c.sha.in_(shas))
    return {row.sha: row.body for row in connection.execute(found)}


def _day(now: int) -> date:
    return datetime.fromtimestamp(now / 1000, UTC).astimezone(CHINA).date()


def fingerprint(central: Central) -> str:
    """Return the publisher's fingerprint for reading out; empty before the first list."""
    with central.database.read() as connection:
        public = fact(connection, PUBLISHER)
    return signing.fingerprint(bytes.fromhex(public)) if public else ""
