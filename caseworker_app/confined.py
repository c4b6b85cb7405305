"""Work on a file of others in a process of its own: little memory, little time, nothing to lose.

What comes back is plain bytes, never unpickled. A file that kills the process kills nothing else:
whoever asked gets a sentence.
"""

import multiprocessing
import os
import signal
import sys
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from multiprocessing.connection import Connection
from types import TracebackType
from typing import ParamSpec, Self

from caseworker_app.errors import CaseworkError, OutsideError, UserError

P = ParamSpec("P")

_PIECE, _END, _REFUSED, _OUTSIDE = b"p", b"e", b"r", b"o"
_LARGEST = 256 << 20
"""Bytes of a piece that are taken from a process nobody trusts."""


@dataclass(frozen=True, slots=True)
class Limits:
    memory: int
    """Bytes of address space; Windows sets no limit."""
    cpu_seconds: int
    patience: int
    """Seconds to wait for the next piece."""
    late: str
    """What is said when it does not come, a sentence."""
    died: str
    """And when the process is no more."""


class Closing(ABC):
    """Ends with its ``with`` block."""

    @abstractmethod
    def close(self) -> None:
        """Let go of what it holds, at once."""

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()


class Confined(Closing):
    """A function's pieces, made in a process of its own; a context, since that must end."""

    def __init__(
        self,
        limits: Limits,
        work: Callable[P, Iterable[bytes]],
        *args: P.args,
        **named: P.kwargs,
    ) -> None:
        """Start the work; function and arguments go over by their names and values."""
        self._limits = limits
        context = multiprocessing.get_context("spawn")
        self._pipe, out = context.Pipe(duplex=False)
        self._process = context.Process(
            target=_main, args=(limits, out, work, args, named), daemon=True
        )
        self._process.start()
        out.close()

    def __iter__(self) -> Iterator[bytes]:
        """Yield the pieces as they come.

        Raises UserError or OutsideError as the work did, UserError where it came to no end.
        """
        while (found := self._next())[:1] == _PIECE:
            yield found[1:]
        if found[:1] != _END:
            kind = OutsideError if found[:1] == _OUTSIDE else UserError
            raise kind(found[1:].decode())

    def close(self) -> None:
        """End the process, at once where it has not ended by itself."""
        self._pipe.close()
        self._process.kill()
        self._process.join()
        self._process.close()

    def _next(self) -> bytes:
        try:
            if not self._pipe.poll(self._limits.patience):
                raise UserError(self._limits.late)
            return self._pipe.recv_bytes(_LARGEST)
        except (EOFError, OSError) as error:
            raise UserError(self._limits.died) from error


def _main(
    limits: Limits,
    out: Connection,
    work: Callable[..., Iterable[bytes]],
    args: tuple[object, ...],
    named: dict[str, object],
) -> None:
    """Send the pieces; the process ends with them."""
    _confine(limits)
    try:
        for piece in work(*args, **named):
            out.send_bytes(_PIECE + piece)
        out.send_bytes(_END)
    except BrokenPipeError:
        return  # whoever asked has gone
    except CaseworkError as error:
        kind = _OUTSIDE if isinstance(error, OutsideError) else _REFUSED
        out.send_bytes(kind + str(error).encode())


def _confine(limits: Limits) -> None:
    """Take memory and time from this process; whatever a library says on its way is noise."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # who asked decides when to stop
    silence = os.open(os.devnull, os.O_WRONLY)
    os.dup2(silence, 1)
    os.dup2(silence, 2)
    if sys.platform != "win32":
        import resource  # noqa: PLC0415  # there is none on Windows

        resource.setrlimit(resource.RLIMIT_AS, (limits.memory, limits.memory))
        resource.setrlimit(resource.RLIMIT_CPU, (limits.cpu_seconds, limits.cpu_seconds))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
