"""备份与恢复 of a laptop: its store as it lies there, encrypted, with its key file.

Whoever restores it needs the same passphrase. What is exported to ``papers/`` is the person's own.
"""

import tempfile
from pathlib import Path
from typing import NamedTuple

from caseworker_app import archive
from caseworker_app.archive import Manifest, Source
from caseworker_app.errors import OutsideError, RefusedError
from caseworker_app.store import audit, backup as stored, key
from caseworker_app.store.backup import Facts
from caseworker_app.workflow.workspace import Workspace

KIND = "laptop"
_SETTINGS = "settings.toml"
_OTHER = "备份文件是服务器的，不是笔记本的。请换这台笔记本的备份。"


class Kept(NamedTuple):
    """What a backup holds."""

    visits: int
    waiting: int
    """Operations nobody else has."""
    files: int


def make(ws: Workspace, passphrase: str, target: Path) -> Manifest:
    """Back this laptop up; raises UserError where the name is taken, OutsideError otherwise."""
    room = stored.files(ws.folder)[0].stat().st_size
    with archive.scratch(room, ws.folder, *_elsewhere()) as folder:
        store, key_file = stored.files(folder)
        stored.copy(ws.database, store)
        key_file.write_bytes(stored.files(ws.folder)[1].read_bytes())
        facts = stored.facts(folder, key.unlock(folder, passphrase, ws.clock.now()))
        sources = [Source(store.name, store), Source(key_file.name, key_file)]
        settings = ws.folder / _SETTINGS
        if settings.exists():
            sources.append(Source(_SETTINGS, settings))
        manifest = archive.write(target, KIND, ws.at(), facts._asdict(), *sources)
    with ws.database.write() as connection:
        audit.append(connection, ws.at(), ws.person.id, "backup.made", "", manifest.digest)
    return manifest


def verify(ws: Workspace, passphrase: str, file: Path) -> Kept:
    """Restore a backup where there is room, open it and check all of it; raises OutsideError."""
    room = archive.manifest_of(file).size
    with archive.scratch(room, file.parent, ws.folder, *_elsewhere()) as folder:
        manifest = _unpacked(file, folder)
        facts = _facts(manifest)
        stored.prove(folder, key.unlock(folder, passphrase, ws.clock.now()), facts)
    with ws.database.write() as connection:
        said = ("", manifest.digest)
        audit.append(connection, ws.at(), ws.person.id, "backup.verified", *said)
    return Kept(facts.visits, facts.waiting, facts.files)


def restore(file: Path, folder: Path) -> Kept:
    """Make an installation out of a backup, in a place where nothing is; needs no passphrase.

    Raises UserError where something is there already, OutsideError where it is not whole.
    """
    with archive.becoming(folder) as fresh:
        facts = _facts(_unpacked(file, fresh))
    return Kept(facts.visits, facts.waiting, facts.files)


def kind_of(file: Path) -> str:
    """Return whose backup a file is: ``laptop`` or ``server``; raises OutsideError for neither."""
    return archive.manifest_of(file).kind


def _elsewhere() -> tuple[Path, ...]:
    return (Path(tempfile.gettempdir()),)


def _unpacked(file: Path, folder: Path) -> Manifest:
    if kind_of(file) != KIND:
        raise RefusedError(_OTHER)
    return archive.unpack(file, folder)


def _facts(manifest: Manifest) -> Facts:
    try:
        return Facts(**manifest.facts)  # type: ignore[arg-type]  # compared with what is found
    except TypeError as error:
        raise OutsideError("备份文件由别的版本写成，本版本读不了。请安装新版本的程序。") from error
