"""What whoever leads asks of the office: to hand households over, how far its long work is."""

from datetime import date
from typing import Annotated

import msgspec


class AskAssign(msgspec.Struct, frozen=True, kw_only=True):
    """``/v1/assign``: a supervisor hands a household of their area to somebody, from today on."""

    household: str
    person: str
    until: date
    why: Annotated[str, msgspec.Meta(min_length=1, max_length=200)]


class Assigned(msgspec.Struct, frozen=True):
    """Who looks after it now."""

    household: str
    person: str


class AskJobs(msgspec.Struct, frozen=True):
    """``/v1/jobs``: how far the office's long work is; ``stop`` names what shall stop first."""

    stop: Annotated[str, msgspec.Meta(max_length=100, pattern="^[^\0]*$")] = ""


class JobTold(msgspec.Struct, frozen=True, kw_only=True):
    """A job as whoever follows it sees it; nothing in it is about anybody."""

    id: str
    kind: str
    state: str
    asked: int
    done: int
    total: int
    outcome: str


class Jobs(msgspec.Struct, frozen=True):
    """Every job, the newest first."""

    jobs: tuple[JobTold, ...]
