"""Tables for a spreadsheet: CSV in UTF-8 with a byte order mark, by which it knows the encoding."""

import csv
import io
import re
from collections.abc import Iterable, Sequence
from pathlib import Path

from caseworker_app.errors import UserError
from caseworker_app.store import safe_file

_TAKEN_WRONGLY = re.compile(r"[=+\-@\t\r\n＝＋－＠]|[0-9]{16,}$")
"""Texts a spreadsheet would calculate, and numbers it would cut to fifteen digits."""


def check_place(path: Path, inputs: Iterable[Path]) -> None:
    """Raise UserError where a table cannot be put, before hours of work are lost by it."""
    if path.is_dir() or not path.parent.is_dir():
        raise UserError(f"无法写入 {path}：没有这个文件夹，或它本身是文件夹。请另选位置。")
    if path.exists() and any(given.exists() and path.samefile(given) for given in inputs):
        raise UserError(f"无法写入 {path}：它是本次要读的文件。请另取文件名。")


def write(path: Path, rows: Iterable[Sequence[str]]) -> None:
    """Write a table, whole or not at all; raises OutsideError where the disk refuses."""
    table = io.StringIO()
    csv.writer(table).writerows(rows)
    safe_file.write(path, table.getvalue().encode("utf-8-sig", errors="replace"))


def harmless(text: str) -> str:
    """Return a text of others as a cell that is shown as it is and never calculated."""
    return f"'{text}" if _TAKEN_WRONGLY.match(text) else text
