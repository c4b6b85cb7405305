"""A block of cells as it travels through the clipboard, without Qt."""

import csv
import io
from collections.abc import Iterable

_QUOTE = '"'


def read(text: str) -> list[list[str]]:
    """Return the cells of a copied block, row by row.

    Takes what spreadsheets put there: tabs, LF or CRLF, cells in quotes that hold tabs, line
    ends and doubled quotes. A quote that is never closed is an ordinary sign.
    """
    text = text.removesuffix("\n").removesuffix("\r")
    if _QUOTE in text and text.count(_QUOTE) % 2 == 0:
        try:
            return list(csv.reader(io.StringIO(text, newline=""), delimiter="\t", strict=True))
        except csv.Error:
            pass  # A quote in the middle of a cell: it stands for itself, as below.
    return [line.split("\t") for line in text.replace("\r\n", "\n").split("\n")]


def write(rows: Iterable[Iterable[str]]) -> str:
    """Return a block as a spreadsheet takes it."""
    out = io.StringIO(newline="")
    csv.writer(out, delimiter="\t", lineterminator="\n").writerows(rows)
    return out.getvalue().removesuffix("\n")
