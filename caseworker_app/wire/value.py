"""What a unit may hold when it comes from outside: JSON without floats, not too deep."""

from typing import TYPE_CHECKING

from caseworker_app.wire.problem import ProblemError, ProblemType

if TYPE_CHECKING:
    from caseworker_app.model.values import Json as Json  # re-exported to type checkers
else:
    # msgspec cannot follow the recursive alias: structs take any JSON, ``checked`` judges it.
    Json = object

_DEPTH = 32
_WHOLE = 2**63


def checked(value: "Json", depth: int = _DEPTH) -> "Json":
    """Return the value; raises ``ProblemError`` for a float, a huge integer or deep nesting."""
    if isinstance(value, float) or depth == 0:
        raise ProblemError(ProblemType.MALFORMED, "float or too deep")
    if isinstance(value, int) and not -_WHOLE <= value < _WHOLE:
        raise ProblemError(ProblemType.MALFORMED, "integer beyond 64 bits")
    if isinstance(value, list):
        for item in value:
            checked(item, depth - 1)
    elif isinstance(value, dict):
        for item in value.values():
            checked(item, depth - 1)
    return value
