"""``key.json``: how the wrapped keys, their suite and the wrong tries lie on the disk."""

import json
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path

from caseworker_app.errors import OutsideError, RefusedError
from caseworker_app.model.values import Json
from caseworker_app.store import safe_file
from caseworker_app.store.values import packed
from caseworker_app.wire.units import from_json

SUITE = "argon2id+x25519+aes256gcm/1"
"""Name and version of the methods; another suite gets another name, never another meaning."""

_VERSION = 1
_NAME = "key.json"
_FREE_TRIES = 3
_FIRST_DELAY = 5
_LONGEST_DELAY = 900
_MOST_MEMORY = 1024 * 1024
_MOST_TIME = 20
_MOST_LANES = 16
_SALT, _PUBLIC_KEY, _NONCE, _WRAPPED = 16, 32, 12, 48


@dataclass(frozen=True, slots=True)
class Cost:
    """What one guess costs: Argon2id passes, memory in KiB, lanes (RFC 9106)."""

    time_cost: int = 3
    memory_cost: int = 64 * 1024
    parallelism: int = 4


@dataclass(frozen=True, slots=True)
class Wrap:
    """A wrapped key. ``salt`` is Argon2's, or the sender's public key of a recovery."""

    salt: bytes
    nonce: bytes
    wrapped: bytes


@dataclass(frozen=True, slots=True)
class Tries:
    """Wrong passphrases since the last right one, and when the next may be tried (UTC)."""

    failed: int = 0
    not_before: datetime | None = None

    @property
    def delay(self) -> int:
        """Seconds to wait: none for the first tries, then doubling up to a quarter of an hour."""
        over = self.failed - _FREE_TRIES
        return min(_FIRST_DELAY << min(over, 16), _LONGEST_DELAY) if over >= 0 else 0

    def one_more(self, now: datetime) -> "Tries":
        return replace(self, failed=self.failed + 1).again(now)

    def again(self, now: datetime) -> "Tries":
        return replace(self, not_before=now + timedelta(seconds=self.delay))

    def seconds_left(self, now: datetime) -> int:
        if self.not_before is None or now >= self.not_before:
            return 0
        return -((now - self.not_before) // timedelta(seconds=1))


@dataclass(frozen=True, slots=True)
class KeyFile:
    """Everything in the file."""

    cost: Cost
    passphrase: Wrap
    recovery: Wrap | None
    tries: Tries
    check: str
    """Tells whether a data key is this file's."""


@dataclass(frozen=True, slots=True)
class _Header:
    format: str
    version: int
    suite: str


def path(folder: Path) -> Path:
    return folder / _NAME


def load(folder: Path) -> KeyFile:
    """Return the key file.

    Raises OutsideError where it is missing or damaged, RefusedError where a newer version
    of the application wrote it.
    """
    try:
        document: Json = json.loads(path(folder).read_bytes())
        header = from_json(document, _Header)
        if (header.version, header.suite) != (_VERSION, SUITE):
            raise RefusedError("密钥文件由更新版本的程序写成，本版本不会改动它。请先升级程序。")
        found = from_json(document, KeyFile)
    except OSError as error:
        raise OutsideError(
            f"找不到或读不了密钥文件 {path(folder)}。请检查数据文件夹，或用备份恢复。"
        ) from error
    except ValueError as error:
        raise OutsideError(_DAMAGED) from error
    _check_sizes(found)
    return found


def save(folder: Path, content: KeyFile, *, fresh: bool = False) -> None:
    """Write the key file whole; ``fresh`` refuses an existing one with FileExistsError."""
    header = json.loads(packed(_Header("caseworker-key", _VERSION, SUITE)))
    document = header | json.loads(packed(content))
    text = json.dumps(document, ensure_ascii=False, indent=1) + "\n"
    safe_file.write(path(folder), text.encode(), fresh=fresh)


_DAMAGED = "密钥文件已损坏，数据无法打开。请用备份中的密钥文件恢复，不要删除数据文件。"


def _check_sizes(content: KeyFile) -> None:
    """Refuse what would take the memory of the machine, or no method could have written."""
    cost = content.cost
    fits = (
        0 < cost.time_cost <= _MOST_TIME
        and 0 < cost.parallelism <= _MOST_LANES
        and 8 * cost.parallelism <= cost.memory_cost <= _MOST_MEMORY
        and _fits(content.passphrase, _SALT)
        and (content.recovery is None or _fits(content.recovery, _PUBLIC_KEY))
    )
    if not fits:
        raise OutsideError(_DAMAGED)


def _fits(wrap: Wrap, salt: int) -> bool:
    return (len(wrap.salt), len(wrap.nonce), len(wrap.wrapped)) == (salt, _NONCE, _WRAPPED)
