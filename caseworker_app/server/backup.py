"""备份与恢复: a backup counts only once it was restored and found whole.

The database first, then the files it names: what came in between is for the next backup. Nothing
but ``verified`` raises ``durable``, up to which laptops may clear out what they delivered.
"""

import tempfile
from collections.abc import Iterator, Mapping
from contextlib import closing, suppress
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

from sqlalchemy import Connection, select

from caseworker_app import archive
from caseworker_app.archive import Fact, Manifest, Source
from caseworker_app.errors import RefusedError
from caseworker_app.server import audit, enrolment, oplog, snapshot
from caseworker_app.server.bucket import BlobBucket
from caseworker_app.server.central import (
    DURABLE,
    EPOCH,
    Central,
    Configuration,
    fact,
    new_epoch,
    open_central,
    remember,
)
from caseworker_app.server.database import Database, url_in
from caseworker_app.server.tables import done

KIND = "server"
_CHANGED = "备份核对期间服务器资料曾回退，这份备份没有计入。请重新备份。"
_OF_A_LAPTOP = "备份文件是一台笔记本的，不是服务器的。请换服务器的备份。"


class Proved(NamedTuple):
    """What a backup that was restored and checked covers."""

    operations: int
    files: int
    durable: int
    """Completions up to here lie in a verified backup."""


def make(central: Central, folder: Path, target: Path) -> Manifest:
    """Back a server up while it runs.

    Raises UserError where the name is taken, OutsideError where a file is not what was taken in.
    """
    made_at = _instant(central)
    with suppress(OSError):  # writing into it tells what is wrong with it
        target.parent.mkdir(parents=True, exist_ok=True)
    with archive.scratch(0, *_places(central, target)) as scratch:
        database = scratch / snapshot.DATABASE
        snapshot.take(central.database, database)
        facts = snapshot.facts(database)
        manifest = archive.write(target, KIND, made_at, facts, *_sources(central, folder, database))
    with central.database.write() as connection:
        audit.record(connection, central.clock(), "", "backup.made", manifest.digest)
    return manifest


def verify(central: Central, file: Path) -> Proved:
    """Restore a backup where there is room, check all of it, and only then count it.

    Raises OutsideError where it is not whole, RefusedError where the server went back meanwhile.
    """
    room = archive.manifest_of(file).size
    with archive.scratch(room, *_places(central, file)) as scratch:
        manifest = _unpacked(file, scratch)
        files = snapshot.prove(scratch, dict(manifest.facts))
    with central.database.write() as connection:
        number = _count(connection, manifest.facts)
        said = (manifest.digest, f"{number}")
        audit.record(connection, central.clock(), "", "backup.verified", *said)
    return Proved(int(manifest.facts[snapshot.SEQ]), files, number)


def restore(file: Path, place: Configuration) -> Proved:
    """Make a server out of a backup, in a place where nothing is, of the same kind or another.

    It begins a new epoch: laptops see that it went back and give it what it lacks. Raises
    UserError where something is there already, OutsideError where the backup is not whole.
    """
    with archive.becoming(place.folder) as fresh:
        manifest = _unpacked(file, fresh)
        files = snapshot.prove(fresh, dict(manifest.facts))
        _hand_out(fresh, place)
        central = open_central(replace(place, folder=fresh))
        try:
            with central.database.write() as connection:
                epoch = new_epoch(connection, central)
                enrolment.leave_out_numbers(connection, central)
                said = (epoch, manifest.digest)
                audit.record(connection, central.clock(), "", "server.restored", *said)
                number = int(fact(connection, DURABLE))
        finally:
            central.close()
    return Proved(int(manifest.facts[snapshot.SEQ]), files, number)


def _sources(central: Central, folder: Path, database: Path) -> Iterator[Source]:
    yield Source(snapshot.DATABASE, database)
    for name in snapshot.KEYS:
        yield Source(name, folder / name)
    for sha, _size in snapshot.files(database):
        path = central.files.lying(f"sha256:{sha}", database.parent)
        yield Source(snapshot.name_of(sha), path, sha)


def _hand_out(fresh: Path, place: Configuration) -> None:
    """Take to others what they keep: files first, rows last and all at once."""
    database = fresh / snapshot.DATABASE
    if place.files:
        store = BlobBucket(place.files)
        for sha, _size in snapshot.files(database):
            store.put([(f"sha256:{sha}", (fresh / snapshot.name_of(sha)).read_bytes())])
        archive.remove(fresh / snapshot.FILES)
    if place.url:
        with closing(Database(url_in(fresh))) as source:
            snapshot.copy(source, place.url)
        for left in fresh.glob(f"{snapshot.DATABASE}*"):
            left.unlink()


def _unpacked(file: Path, folder: Path) -> Manifest:
    if archive.manifest_of(file).kind != KIND:
        raise RefusedError(_OF_A_LAPTOP)
    return archive.unpack(file, folder)


def _count(connection: Connection, facts: Mapping[str, Fact]) -> int:
    """Raise ``durable`` to the last completion of a proved backup; return what it is now."""
    last = select(done.c.op).where(done.c.done == facts[snapshot.DONE])
    here = (
        fact(connection, EPOCH),
        oplog.head(connection, int(facts[snapshot.SEQ])),
        connection.scalar(last) or "",
    )
    if here != (facts[snapshot.EPOCH], facts[snapshot.HEAD], facts[snapshot.DONE_OP]):
        raise RefusedError(_CHANGED)
    number = max(int(fact(connection, DURABLE)), int(facts[snapshot.DONE]))
    remember(connection, DURABLE, str(number))
    return number


def _instant(central: Central) -> str:
    return datetime.fromtimestamp(central.clock() / 1000, UTC).isoformat(timespec="seconds")


def _places(central: Central, file: Path) -> tuple[Path, ...]:
    """Return where a backup may lie open: beside it there is room, else as private as the rest."""
    own = central.database.file
    beside = (file.parent, own.parent) if own else (file.parent,)
    return (*beside, Path(tempfile.gettempdir()))
