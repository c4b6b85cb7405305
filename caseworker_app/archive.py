"""One file of several, each hashed: what a backup lies in.

A tar file anybody can look into; first its manifest, then what the manifest names, in its order.
Nothing else is taken out of it, and nothing that is not what the manifest says.
"""

import hashlib
import io
import json
import os
import re
import secrets
import shutil
import tarfile
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import BinaryIO, NamedTuple

from caseworker_app.errors import OutsideError, UserError, cause

FORMAT = "caseworker-backup/1"
_MANIFEST = "manifest.json"
_NAME = re.compile(r"[a-z0-9]+(?:[./_-][a-z0-9]+)*")
_MOST = 512 << 20
"""Bytes of a manifest that are read."""
_PIECE = 1 << 20
_MEGABYTE = 1 << 20
_PRIVATE = 0o600
_DAMAGED = "备份文件 {} 不完整或被改动过，没有使用它。请换一份备份。"

Fact = str | int


class Source(NamedTuple):
    """A file to be put in; without a hash its own at this moment is taken."""

    name: str
    path: Path
    sha: str = ""
    """SHA-256 in hex."""


@dataclass(frozen=True, slots=True)
class Part:
    name: str
    size: int
    sha: str


@dataclass(frozen=True, slots=True)
class Manifest:
    """What is in an archive, and what was true of it when it was made."""

    kind: str
    made_at: str
    facts: Mapping[str, Fact]
    parts: tuple[Part, ...]
    format: str = FORMAT

    @property
    def digest(self) -> str:
        """Return the hash of all of it: it names every part by hash."""
        return hashlib.sha256(self.text()).hexdigest()

    @property
    def size(self) -> int:
        """Return the bytes of all parts."""
        return sum(part.size for part in self.parts)

    def text(self) -> bytes:
        return json.dumps(asdict(self), ensure_ascii=False, sort_keys=True).encode()


class _Damaged(Exception):  # noqa: N818  # never leaves this module
    """It is not what its manifest says."""


def write(
    target: Path, kind: str, made_at: str, facts: Mapping[str, Fact], *sources: Source
) -> Manifest:
    """Write a new archive, whole and on the disk before it has its name.

    Raises UserError where the name is taken, OutsideError where a source is not what it should be
    or nothing can be written.
    """
    if target.exists():
        raise UserError(f"{target} 已存在，不会覆盖。请换一个文件名。")
    fresh = target.with_name(f".{target.name}.{secrets.token_hex(4)}.new")
    try:
        manifest = Manifest(kind, made_at, dict(facts), tuple(map(_part, sources)))
        handle = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, _PRIVATE)
        with os.fdopen(handle, "wb") as file:
            _fill(file, manifest, sources)
            file.flush()
            os.fsync(file.fileno())
        fresh.rename(target)
    except OSError as error:
        raise OutsideError(
            f"备份没有写成（{cause(error)}）。请检查磁盘空间和文件夹权限后重试。"
        ) from error
    finally:
        fresh.unlink(missing_ok=True)
    return manifest


def manifest_of(file: Path) -> Manifest:
    """Return what an archive says it holds; raises OutsideError where it is none."""
    with _opened(file) as archive:
        return _manifest(archive)


def unpack(file: Path, folder: Path) -> Manifest:
    """Write every part into a folder and return the manifest.

    Raises OutsideError, with nothing to be relied on in the folder, where a part is missing, is
    too much or is not what it was.
    """
    with _opened(file) as archive:
        manifest = _manifest(archive)
        for part in manifest.parts:
            _take(archive, part, folder)
        if archive.next() is not None:
            raise _Damaged
    return manifest


@contextmanager
def scratch(room: int, *places: Path) -> Iterator[Path]:
    """Yield a private folder in the first place that takes one of so many bytes, then remove it.

    A stick may be read-only or full. Raises OutsideError where no place is left.
    """
    with ExitStack() as undo:
        yield Path(undo.enter_context(_first_of(room, places)))


def _first_of(room: int, places: Sequence[Path]) -> tempfile.TemporaryDirectory[str]:
    for place in places:
        with suppress(OSError):
            if shutil.disk_usage(place).free >= room:
                return tempfile.TemporaryDirectory(
                    prefix=".backup-", dir=place, ignore_cleanup_errors=True
                )
    raise OutsideError(
        f"没有地方备份或核对：{'、'.join(map(str, places))} 写不了，"
        f"或空余不到 {room // _MEGABYTE + 1} MB。请腾出磁盘空间后重试。"
    )


def require_empty(folder: Path) -> None:
    """Raise UserError where something lies in a folder: restoring never writes over anything."""
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise UserError(f"{folder} 里已有内容，恢复不会覆盖。请换一个空文件夹。")


@contextmanager
def becoming(folder: Path) -> Iterator[Path]:
    """Yield a new folder beside one, which takes its place at the end, whole or not at all."""
    require_empty(folder)
    fresh = folder.with_name(f".{folder.name}.{secrets.token_hex(4)}.new")
    try:
        fresh.mkdir(mode=0o700, parents=True)
        yield fresh
        if folder.exists():
            folder.rmdir()
        fresh.rename(folder)
    except OSError as error:
        raise OutsideError(
            f"没有恢复到 {folder}（{cause(error)}）。请检查磁盘空间和文件夹权限后重试。"
        ) from error
    finally:
        remove(fresh)


def remove(folder: Path) -> None:
    """Remove a folder and what is in it, as far as it is there."""
    shutil.rmtree(folder, ignore_errors=True)


def sha_of(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _part(source: Source) -> Part:
    return Part(source.name, source.path.stat().st_size, source.sha or sha_of(source.path))


def _fill(file: BinaryIO, manifest: Manifest, sources: Sequence[Source]) -> None:
    text = manifest.text()
    with tarfile.open(fileobj=file, mode="w", format=tarfile.PAX_FORMAT) as archive:
        archive.addfile(_entry(_MANIFEST, len(text)), io.BytesIO(text))
        for part, source in zip(manifest.parts, sources, strict=True):
            with source.path.open("rb") as raw:
                read = _Hashing(raw)
                archive.addfile(_entry(part.name, part.size), read)
            if read.sha != part.sha:
                raise OutsideError(f"文件 {part.name} 与收下时不一样，没有备份成。请联系管理员。")


def _entry(name: str, size: int) -> tarfile.TarInfo:
    entry = tarfile.TarInfo(name)
    entry.size, entry.mode = size, _PRIVATE
    return entry


class _Hashing(io.RawIOBase):
    """What is read, hashed on the way."""

    def __init__(self, raw: BinaryIO) -> None:
        self._raw = raw
        self._hash = hashlib.sha256()

    @property
    def sha(self) -> str:
        return self._hash.hexdigest()

    def read(self, size: int = -1, /) -> bytes:
        data = self._raw.read(size)
        self._hash.update(data)
        return data


@contextmanager
def _opened(file: Path) -> Iterator[tarfile.TarFile]:
    try:
        with tarfile.open(file, "r:") as archive:
            yield archive
    except (tarfile.TarError, _Damaged, ValueError, EOFError) as error:
        raise OutsideError(_DAMAGED.format(file)) from error
    except OSError as error:
        raise OutsideError(
            f"备份文件 {file} 读不了（{cause(error)}），或恢复的地方写不了。请检查后重试。"
        ) from error


def _manifest(archive: tarfile.TarFile) -> Manifest:
    entry = archive.next()
    if entry is None or entry.name != _MANIFEST or not entry.isreg() or entry.size > _MOST:
        raise _Damaged
    raw = archive.extractfile(entry)
    text = raw.read() if raw else b""
    said = json.loads(text)
    if not isinstance(said, dict) or said.get("format") != FORMAT:
        raise _Damaged
    try:
        parts = tuple(Part(**part) for part in said.pop("parts"))
        manifest = Manifest(parts=parts, **said)
    except (TypeError, KeyError) as error:
        raise _Damaged from error
    if manifest.text() != text or not all(_NAME.fullmatch(part.name) for part in parts):
        raise _Damaged
    return manifest


def _take(archive: tarfile.TarFile, part: Part, folder: Path) -> None:
    entry = archive.next()
    if entry is None or (entry.name, entry.size) != (part.name, part.size) or not entry.isreg():
        raise _Damaged
    raw = archive.extractfile(entry)
    path = folder / part.name
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, _PRIVATE)
    read = hashlib.sha256()
    with os.fdopen(handle, "wb") as file:
        while raw and (data := raw.read(_PIECE)):
            read.update(data)
            file.write(data)
        file.flush()
        os.fsync(file.fileno())
    if read.hexdigest() != part.sha:
        raise _Damaged
