"""Headings of a list: written in many ways, recognised by what is left when all is folded."""

import re
import unicodedata
from collections.abc import Collection, Iterable, Sequence

SEARCHED_ROWS = 20
"""Rows from the top among which the headings must stand."""

_BRACKETS = re.compile(r"[(\[【〔{].*?[)\]】〕}]")
_LEFT_OUT = re.compile(r"[^\w]|_")
_ENOUGH = 2


def fold(heading: str) -> str:
    """Return a heading without width, blanks, line breaks and punctuation; case is ignored."""
    return _LEFT_OUT.sub("", unicodedata.normalize("NFKC", heading)).upper()


def folded(heading: str) -> tuple[str, str]:
    """Return the forms by which a heading may be known: whole, and without its brackets."""
    whole = unicodedata.normalize("NFKC", heading)
    return fold(whole), fold(_BRACKETS.sub("", whole))


def recognised(row: Iterable[str], known: Collection[str]) -> int:
    """Return how many different known headings stand in a row."""
    forms = (folded(cell[:200]) for cell in row if cell)
    return len({whole if whole in known else bare for whole, bare in forms} & set(known))


def best_row(rows: Sequence[Sequence[str]], known: Collection[str]) -> tuple[int, int]:
    """Return the index of the row with most known headings, and how many; (-1, 0) for none.

    One known word alone is no heading row: it may stand in a title or in a cell. A list of a
    single column would need a mapping with a second one.
    """
    counts = [recognised(row, known) for row in rows[:SEARCHED_ROWS]]
    most = max(counts, default=0)
    return (counts.index(most), most) if most >= _ENOUGH else (-1, 0)
