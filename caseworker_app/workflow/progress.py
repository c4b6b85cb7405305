"""How far long work is, in a module of its own: a command that shows a bar needs no exchange."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Progress:
    """How far something is, for a bar and a line of text."""

    step: str
    done: int = 0
    total: int = 0
    bytes_done: int = 0
    bytes_total: int = 0
