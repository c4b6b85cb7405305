"""What every use case leans on, and the four things a test replaces: time, ids, network, keys."""

import os
import sys
import time
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Protocol

from caseworker_app.errors import RefusedError, UserError
from caseworker_app.model.values import CHINA, uuid7
from caseworker_app.model.visit import Investigator
from caseworker_app.rules.policy.pack import Pack
from caseworker_app.store.database import Database

_BOOT = Path("/proc/sys/kernel/random/boot_id")


PRACTICE = "这是练习，数据均为虚构，不会送达，也不能登记。离开练习后再操作。"
"""What is said to whoever wants to reach a server from practice."""


class Clock(Protocol):
    """Where the time comes from."""

    def now(self) -> datetime:
        """Return the instant in UTC."""

    def today(self) -> date:
        """Return the civil day."""

    def uptime(self) -> tuple[str, int]:
        """Return which start of the machine this is, and milliseconds since then."""


class Ids(Protocol):
    """Where identities come from."""

    def new(self) -> str:
        """Return a UUIDv7."""


class SystemClock:
    """The computer's clock."""

    def now(self) -> datetime:
        return datetime.fromtimestamp(time.time(), UTC)  # noqa: TID251  # this is the clock

    def today(self) -> date:
        return self.now().astimezone(CHINA).date()

    def uptime(self) -> tuple[str, int]:
        boot = _BOOT.read_text("ascii").strip() if _BOOT.exists() else ""
        linux = sys.platform == "linux"  # where the usual clock stands still in a closed laptop
        ticks = time.clock_gettime_ns(time.CLOCK_BOOTTIME) if linux else time.monotonic_ns()
        return boot, ticks // 1_000_000


@dataclass(frozen=True, slots=True)
class RandomIds:
    """UUIDv7 of a clock and the system's randomness."""

    clock: Clock

    def new(self) -> str:
        return uuid7(int(self.clock.now().timestamp() * 1000), os.urandom(10))


@dataclass(frozen=True, slots=True)
class Device:
    """This laptop: its identity and the key that signs what is done on it."""

    id: str
    key: bytes
    """Private Ed25519 key, raw; it never leaves the encrypted store."""


@dataclass(frozen=True, slots=True)
class Office:
    """The central server this laptop is enrolled with."""

    address: str
    public: bytes
    """The server's Ed25519 key, raw; trusted by the fingerprint on the enrolment slip."""


@dataclass(frozen=True, slots=True)
class Workspace:
    """An unlocked store with what belongs to it."""

    folder: Path
    database: Database
    pack: Pack
    clock: Clock
    ids: Ids
    person: Investigator
    """Who works here: the one whose passphrase opened the store; empty before an introduction."""
    device: Device
    office: Office | None = None
    practice: bool = False
    """Of invented people: such a workspace has no office, and none can be given to it."""

    def __post_init__(self) -> None:
        if self.practice and self.office is not None:
            raise RefusedError(PRACTICE)

    def enrolled(self) -> Office:
        """Return the server; raises UserError while this laptop works alone.

        Raises RefusedError in practice.
        """
        self.require_real()
        if self.office is None:
            raise UserError(
                "本机尚未在服务器登记，记录已妥善保存在本机。请先用登记单登记后再送达。"
            )
        return self.office

    def require_real(self) -> None:
        """Raise RefusedError in practice: nothing of it may reach a server."""
        if self.practice:
            raise RefusedError(PRACTICE)

    def now_ms(self) -> int:
        """Return the instant in milliseconds UTC, as it travels."""
        return int(self.clock.now().timestamp() * 1000)

    def at(self) -> str:
        """Return the instant as the audit trail writes it."""
        return self.clock.now().isoformat(timespec="milliseconds")
