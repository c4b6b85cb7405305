"""What is found when a file is looked at."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from caseworker_app.seals.holder import Holder


class State(StrEnum):
    """How a file stands."""

    GENUINE = "genuine"
    CHANGED = "changed"
    UNKNOWN = "unknown"
    """Whole, but sealed by nobody this place knows."""
    FOREIGN = "foreign"
    """Sealed by another program in a way that cannot be read here, such as SM2."""
    PRACTICE = "practice"
    UNSEALED = "unsealed"
    DAMAGED = "damaged"
    NOT_PDF = "not-pdf"


class Why(StrEnum):
    """How a file was changed."""

    ALTERED = "altered"
    """Bytes under a seal are others."""
    APPENDED = "appended"
    """Something was added after the seal."""
    BROKEN = "broken"
    """There is a seal, and it cannot be read any more."""


@dataclass(frozen=True, slots=True)
class Trusted:
    """Raw Ed25519 keys this place trusts; empty where it has none."""

    office: bytes = b""
    device: str = ""
    """Id of the laptop whose own key is trusted."""
    public: bytes = b""


@dataclass(frozen=True, slots=True)
class Seal:
    """One seal: who put it on, in the word of whoever vouches for them, else in their own."""

    holder: Holder
    at: datetime | None
    """By the clock of whoever sealed."""
    number: str
    """Of the paper."""
    is_vouched: bool
    by_office: bool
    """The office's own: it received the paper as it was until here."""
    ends: int
    """Bytes of the file up to the end of what it covers."""


@dataclass(frozen=True, slots=True)
class Checked:
    """The outcome; seals in the order they were put on."""

    state: State
    seals: tuple[Seal, ...] = ()
    why: Why | None = None
