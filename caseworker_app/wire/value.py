"""What a unit may hold when it comes from outside: JSON without floats, not too deep."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from caseworker_app.wire.problem import ProblemError, ProblemType

if TYPE_CHECKING:
    from caseworker_app.model.values import Json as Json  # re-exported to type checkers
else:
    # msgspec cannot follow the recursive alias: structs take any JSON, ``checked`` judges it.
    Json = object

_DEPTH = 32
_WHOLE = 2**63


def checked(value: "Json") -> "Json":
    """Return the value; raises ``ProblemError`` for a float, a huge integer or deep nesting."""
    level: Sequence[Json] = [value]
    for _ in range(_DEPTH):
        level = [inner for item in level if not isinstance(item, str) for inner in _inside(item)]
        if not level:
            return value
    raise ProblemError(ProblemType.MALFORMED, "too deep")


def _inside(item: "Json") -> "Iterable[Json]":
    if isinstance(item, dict):
        return item.values()
    if isinstance(item, list):
        return item
    if isinstance(item, float):
        raise ProblemError(ProblemType.MALFORMED, "float")
    if isinstance(item, int) and not -_WHOLE <= item < _WHOLE:
        raise ProblemError(ProblemType.MALFORMED, "integer beyond 64 bits")
    return ()
