"""How a command speaks: results to standard output, progress and sentences to standard error."""

import json
import sys
from collections.abc import Mapping
from decimal import Decimal


def say(sentence: str) -> None:
    """Print a line of the result."""
    print(sentence, flush=True)


def progress(sentence: str) -> None:
    """Print a line about what is going on."""
    print(sentence, file=sys.stderr, flush=True)


def document(value: Mapping[str, object]) -> None:
    """Print one JSON document."""
    print(json.dumps(value, ensure_ascii=False, indent=2, default=str), flush=True)


def plain(value: object) -> object:
    """Return a value as JSON has it; money in yuan with at most two decimals."""
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    if isinstance(value, Mapping):
        return {key: plain(inner) for key, inner in value.items()}
    if isinstance(value, tuple | list):
        return [plain(inner) for inner in value]
    return value
