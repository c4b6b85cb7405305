"""Work in forked processes: what they import and break, they keep to themselves."""

import os
import pickle
import resource
import sys
import traceback
from collections.abc import Callable
from typing import Generic, ParamSpec, TypeVar

_SECONDS = 60
"""Of processor time, after which work that does not come to an end counts as failed."""
_MEMORY = 4 << 30

_Said = TypeVar("_Said")
_Told = ParamSpec("_Told")


class Child(Generic[_Said]):
    """A process that does some work and returns what came of it; its output is not heard."""

    def __init__(self, work: Callable[[], _Said]) -> None:
        self._reader, writer = os.pipe()
        self._id = _fork()
        if not self._id:
            os.close(self._reader)
            _run(work, writer)
        os.close(writer)

    def answer(self) -> _Said:
        with os.fdopen(self._reader, "rb") as pipe:
            said = pipe.read()
        os.waitpid(self._id, 0)
        answer: _Said = pickle.loads(said)  # noqa: S301  # from our own process
        return answer


def fails(work: Callable[_Told, bool], *args: _Told.args, **more: _Told.kwargs) -> bool:
    """Say whether work returns false, crashes, eats the memory or never ends."""
    child = _fork()
    if not child:
        _hush(2)
        resource.setrlimit(resource.RLIMIT_CPU, (_SECONDS, _SECONDS))
        resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
        try:
            os._exit(0 if work(*args, **more) else 1)
        finally:
            os._exit(1)
    return os.waitpid(child, 0)[1] != 0


def _fork() -> int:
    sys.stdout.flush()
    child = os.fork()
    if not child:
        _hush(1)
    return child


def _hush(stream: int) -> None:
    os.dup2(os.open(os.devnull, os.O_WRONLY), stream)


def _run(work: Callable[[], _Said], writer: int) -> None:
    try:
        said = pickle.dumps(work())
        with os.fdopen(writer, "wb") as pipe:
            pipe.write(said)
        os._exit(0)
    finally:
        traceback.print_exc()
        os._exit(1)
