"""发布密钥: who publishes an office's rule packs; a folder the administrator keeps off the server.

Its private half is 32 random bytes under a passphrase, kept as a laptop keeps its own
(``store.key``); beside it lie the words by which each key of the office vouched for the next.
"""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import msgspec

from caseworker_app.errors import OutsideError, UserError
from caseworker_app.store import key, safe_file
from caseworker_app.wire import manifest as lists, signing
from caseworker_app.wire.canonical import canonical
from caseworker_app.wire.manifest import MAX_SUCCESSORS, Successor

_FILE = "publisher.json"


class _Line(msgspec.Struct, frozen=True):
    """What lies open beside the key."""

    public: str
    successors: tuple[Successor, ...] = ()


@dataclass(frozen=True, slots=True)
class Publisher:
    """An opened key."""

    key: bytes
    """Private Ed25519 key, raw."""
    successors: tuple[Successor, ...]
    """Every change of the office's key up to this one."""

    @property
    def fingerprint(self) -> str:
        return signing.fingerprint(signing.public(self.key))


def create(folder: Path, passphrase: str, after: Publisher | None = None) -> Publisher:
    """Make a key in a folder where none is; ``after`` vouches for it as its successor.

    Raises UserError for a weak passphrase or where a key is, OutsideError where no file goes.
    """
    before = after.successors if after else ()
    if len(before) >= MAX_SUCCESSORS:
        raise UserError(
            f"发布密钥已换过 {MAX_SUCCESSORS} 次，不能再换，没有改动。请继续使用现在的密钥。"
        )
    private = key.create(folder, passphrase)
    public = signing.public(private)
    last = (lists.successor(public, after.key),) if after else ()
    line = _Line(public.hex(), (*before, *last))
    safe_file.write(folder / _FILE, canonical(line))
    return Publisher(private, line.successors)


def opened(folder: Path, passphrase: str, now: datetime) -> Publisher:
    """Return the key of a folder; raises as ``store.key.unlock``, OutsideError for another file."""
    private = key.unlock(folder, passphrase, now)
    damaged = f"发布密钥文件夹 {folder} 里的 {_FILE} 缺失或已损坏。请从备份恢复这个文件夹。"
    try:
        line = msgspec.json.decode((folder / _FILE).read_bytes(), type=_Line)
    except (OSError, msgspec.MsgspecError) as error:
        raise OutsideError(damaged) from error
    if line.public != signing.public(private).hex():
        raise OutsideError(damaged)
    return Publisher(private, line.successors)
