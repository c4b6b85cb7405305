"""Clocks that go wrong, and ids and keys that are the same for the same seed."""

from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from random import Random

from caseworker_app.model.values import CHINA, uuid7

NOON = 1_795_406_400_000
_FIRST, _LAST = 86_400_000, 3_976_000_000_000
"""From 1970 to 2095."""


@dataclass
class Clock:
    """Milliseconds UTC of one machine; a wild one says anything at each call."""

    rng: Random
    now_ms: int = NOON
    wild: bool = False

    def __call__(self) -> int:
        self.now_ms += 1
        return self.rng.randrange(_FIRST, _LAST) if self.wild else self.now_ms

    def jump(self) -> None:
        self.now_ms = self.rng.randrange(_FIRST, _LAST)

    def mend(self) -> None:
        self.now_ms, self.wild = max(self.now_ms, NOON) if self.now_ms < _LAST else NOON, False

    def now(self) -> datetime:
        return datetime.fromtimestamp(self() / 1000, UTC)

    def today(self) -> date:
        return self.now().astimezone(CHINA).date()

    def uptime(self) -> tuple[str, int]:
        return "boot", self()


@dataclass(frozen=True)
class Ids:
    clock: Clock
    rng: Random = field(default_factory=Random)

    def new(self) -> str:
        return uuid7(self.clock(), self.rng.randbytes(10))
