"""Which of several answers of one department stands."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple


class Sent(NamedTuple):
    """One row as it was sent: about whom, in which batch; later batches have larger numbers."""

    dataset: str
    department: str
    number: str
    as_of: date
    batch: int


def standing(rows: Sequence[Sent]) -> tuple[bool, ...]:
    """Return for each row whether it stands.

    A department's newest answer about a person takes the place of all it said before in the
    same dataset: by as-of date, on the same date the later batch. Nothing is lost: without
    the newer batch the older answer stands again.
    """
    newest: dict[tuple[str, str, str], tuple[date, int]] = {}
    for row in rows:
        answer = row.as_of, row.batch
        newest[row[:3]] = max(newest.get(row[:3], answer), answer)
    return tuple(newest[row[:3]][1] == row.batch for row in rows)
