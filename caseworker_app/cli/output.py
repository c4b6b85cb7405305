"""How a command speaks: results to standard output, progress and sentences to standard error."""

import json
import sys
from collections.abc import Mapping


def say(sentence: str) -> None:
    """Print a line of the result."""
    print(sentence, flush=True)


def progress(sentence: str) -> None:
    """Print a line about what is going on."""
    print(sentence, file=sys.stderr, flush=True)


def document(value: Mapping[str, object]) -> None:
    """Print one JSON document."""
    print(json.dumps(value, ensure_ascii=False, indent=2, default=str), flush=True)
