"""Files by content: ``ab/abcdef…``; whole, checked and on the disk before they are named.

The disk is a folder of this machine or a store that acknowledges what it has (``bucket``).
"""

import hashlib
import os
import re
import secrets
import sys
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Protocol, TypeVar

from sqlalchemy import Connection, select

from caseworker_app.errors import OutsideError, cause
from caseworker_app.server.database import put_once
from caseworker_app.server.tables import blob, need, oplog
from caseworker_app.wire.operation import ADDRESS
from caseworker_app.wire.problem import ProblemError, ProblemType

T = TypeVar("T")
R = TypeVar("R")

_ADDRESS = re.compile(ADDRESS)
_AT_ONCE = 16
"""Files on their way to the disk together."""


class Blobs(Protocol):
    """Files named by the SHA-256 of their bytes."""

    def put(self, files: Sequence[tuple[str, bytes]]) -> None:
        """Return once every file would survive a loss of power."""

    def adopt(self, sha: str, path: Path) -> None:
        """Take a file of this machine's disk as it lies there, and remove it from its place."""

    def read(self, sha: str) -> bytes | None:
        """Return the bytes of a file, or None where it is not here or not what it was."""

    def digest(self, sha: str) -> str:
        """Return the content address of what is here now; empty when nothing is."""

    def lying(self, sha: str, scratch: Path) -> Path:
        """Return where the bytes of a file lie; what others keep is copied into ``scratch``."""

    def check(self) -> None:
        """Raise OutsideError where nothing can be written."""


def named(sha: str) -> str:
    """Return the relative name of a file; raises ``ProblemError`` for no content address."""
    if not _ADDRESS.match(sha):
        raise ProblemError(ProblemType.MALFORMED, "not a content address")
    name = sha.removeprefix("sha256:")
    return f"{name[:2]}/{name}"


class BlobFolder:
    """A folder of this machine."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._threads = ThreadPoolExecutor(_AT_ONCE, "files")

    def path(self, sha: str) -> Path:
        """Return where a file lies; raises ``ProblemError`` for what is no content address."""
        return self._folder / named(sha)

    def put(self, files: Sequence[tuple[str, bytes]]) -> None:
        """Write files through to the disk; a crash leaves whole files or none.

        All at once: what is flushed together takes the disk about as long as one of it.
        """
        folders = self._together(self._write, files)
        self._together(_settle, set(folders))

    def adopt(self, sha: str, path: Path) -> None:
        """Move a file that was written through to the disk here, by its name alone."""
        target = self.path(sha)
        target.parent.mkdir(parents=True, exist_ok=True)
        path.replace(target)
        _settle(target.parent)

    def read(self, sha: str) -> bytes | None:
        """Return the bytes of a file, or None where it is not here or not what it was."""
        if self.digest(sha) != sha:
            return None
        return self.path(sha).read_bytes()

    def digest(self, sha: str) -> str:
        """Return the content address of what is on the disk now; empty when nothing is."""
        try:
            with self.path(sha).open("rb") as file:
                return f"sha256:{hashlib.file_digest(file, 'sha256').hexdigest()}"
        except FileNotFoundError:
            return ""

    def lying(self, sha: str, _scratch: Path) -> Path:
        """Return where a file lies, whether or not it does."""
        return self.path(sha)

    def check(self) -> None:
        """Raise OutsideError where nothing can be written."""
        probe = self._folder / f"probe.{secrets.token_hex(4)}"
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            probe.write_bytes(b"")
            probe.unlink()
        except OSError as error:
            raise OutsideError(
                f"附件文件夹 {self._folder} 不能写入：{cause(error)}。请检查权限和磁盘空间。"
            ) from error

    def _together(self, act: Callable[[T], R], items: Iterable[T]) -> list[R]:
        return list(self._threads.map(act, items))

    def _write(self, file: tuple[str, bytes]) -> Path:
        sha, data = file
        path = self.path(sha)
        path.parent.mkdir(parents=True, exist_ok=True)
        fresh = path.with_name(f"{path.name}.{secrets.token_hex(4)}.new")
        with fresh.open("xb") as draft:
            draft.write(data)
            draft.flush()
            os.fsync(draft.fileno())
        fresh.replace(path)
        return path.parent


def name(connection: Connection, files: Iterable[tuple[str, int]]) -> None:
    """Put files that are on the disk into the list, each with its size."""
    put_once(connection, blob, [{"sha": sha, "size": size} for sha, size in dict(files).items()])


def have(connection: Connection, device: str, shas: Sequence[str]) -> str:
    """Return ``1`` for each file that is here and named by an operation of this device.

    A device learns nothing of other people's files.
    """
    query = (
        select(blob.c.sha)
        .join(need, need.c.sha == blob.c.sha)
        .join(oplog, oplog.c.op == need.c.op)
        .where(oplog.c.device == device, blob.c.sha.in_(shas))
    )
    here = set(connection.scalars(query))
    return "".join("1" if sha in here else "0" for sha in shas)


def needed(connection: Connection, device: str, shas: Sequence[str]) -> set[str]:
    """Return which of these files an operation of this device names."""
    query = (
        select(need.c.sha)
        .join(oplog, oplog.c.op == need.c.op)
        .where(oplog.c.device == device, need.c.sha.in_(shas))
    )
    return set(connection.scalars(query))


def _settle(folder: Path) -> None:
    """Make the names of new files survive a loss of power, where folders can be flushed."""
    if sys.platform == "win32":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
