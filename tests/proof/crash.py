"""A process that dies at its k-th write: counts statements, commits and files, then raises."""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TypeVar

from sqlalchemy import Engine, event

from caseworker_app.server.blobs import BlobFolder

T = TypeVar("T")
R = TypeVar("R")


class Crash(BaseException):
    """The process ended here."""


class Fuse:
    """Burns down by one at every write; 0 is a process that goes on."""

    def __init__(self) -> None:
        self.left = 0
        self.commits = 0

    def light(self, writes: int) -> None:
        self.left = writes

    def put_out(self) -> bool:
        """Stop counting; tell whether the process outlived it."""
        lived, self.left = self.left > 0, 0
        return lived

    def tick(self) -> None:
        """Count a write; raises Crash at the last one, before it is done."""
        if self.left:
            self.left -= 1
            if not self.left:
                raise Crash

    def commit(self) -> None:
        self.commits += 1
        self.tick()

    @property
    def is_last(self) -> bool:
        return self.left == 1


def watch(engine: Engine, fuse: Fuse) -> None:
    """Let every statement and every commit of a database burn the fuse."""
    event.listen(engine, "before_cursor_execute", lambda *_: fuse.tick())
    event.listen(engine, "commit", lambda _: fuse.commit())


class BrittleFolder(BlobFolder):
    """Files that are written while the process may die: before, in the middle, after."""

    def __init__(self, folder: Path, tick: Callable[[], None], fuse: Fuse) -> None:
        super().__init__(folder)
        self._tick = tick
        self._fuse = fuse

    def _together(self, act: Callable[[T], R], items: Iterable[T]) -> list[R]:
        """Do one after the other, so that a seed means the same every time."""
        return list(map(act, items))

    def _write(self, file: tuple[str, bytes]) -> Path:
        sha, data = file
        path = self.path(sha)
        self._tick()
        if self._fuse.is_last:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.with_name(f"{path.name}.torn.new").write_bytes(data[: len(data) // 2])
        self._tick()
        written = super()._write(file)
        self._tick()
        return written
