"""The grounds of a determination as sentences and numbered lines of a paper."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache

from caseworker_app.documents import words
from caseworker_app.model.determination import Reason
from caseworker_app.model.values import Month
from caseworker_app.rules.comparison.answers import answers
from caseworker_app.rules.comparison.catalogue import KINDS

_MONTH = re.compile(r"(?<![\d-])\d{4}-\d{2}(?![\d-])")
_CODE = re.compile(r"(?<![A-Za-z0-9_])[a-z]+(?:_[a-z0-9]+)*(?![A-Za-z0-9_])")
_LISTED_BELOW = "legal_basis"
"""Source of the step that repeats the articles named under 主要依据."""


def said(text: str, name: Callable[[str], str]) -> str:
    """Return a sentence of the calculation with names for ids and words for codes."""
    named = " ".join(name(part) for part in text.split(" "))
    worded = _CODE.sub(lambda code: _code_words().get(code[0], code[0]), named)
    return words.formal(_MONTH.sub(lambda at: words.month(Month.parse(at[0])), worded))


def numbered(root: Reason) -> Iterator[tuple[str, Reason]]:
    """Yield the lines of the calculation as it is built, numbered 1, 1.1, 1.2, 2 and so on."""
    steps = [part for part in root.steps() if part.source != _LISTED_BELOW]
    return _numbered(steps, "")


def _numbered(steps: Sequence[Reason], prefix: str) -> Iterator[tuple[str, Reason]]:
    for number, reason in enumerate(steps, 1):
        yield f"{prefix}{number}", reason
        yield from _numbered(reason.steps(), f"{prefix}{number}.")


@cache
def _code_words() -> Mapping[str, str]:
    closed = {one.code: one.zh for kind in KINDS for one in answers(kind)}
    return {**closed, **words.words_of("obligor_exempt")}
