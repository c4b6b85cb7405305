"""Lists as text: CSV in UTF-8 or GB18030, separated by comma, tab or semicolon."""

import codecs
import csv
import io
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from caseworker_app.errors import UserError
from caseworker_app.intake.table.cell import LONGEST
from caseworker_app.intake.table.headings import SEARCHED_ROWS, best_row

_PIECE = 1 << 20
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SEPARATORS = ",\t;，；|"
_LONGEST_FIELD = 4 * LONGEST
_LATIN_HEAD = 4096


def encoding(file: BinaryIO, name: str) -> str:
    """Return how a text is encoded: by its mark, else strict UTF-8, else GB18030.

    Raises UserError for what is no text at all.
    """
    start = file.read(4)
    file.seek(0)
    if marked := next((known for mark, known in _MARKS if start.startswith(mark)), None):
        _check(file, marked, name)
        return marked
    head = file.read(_LATIN_HEAD)
    file.seek(0)
    if b"\0" in head:
        raise UserError(f"{name} 不是表格也不是文本。请选 .xlsx、.xls、.ods 或 .csv 文件。")
    if _decodes(file, "utf-8"):
        return "utf-8"
    _check(file, "gb18030", name)
    return "gb18030"


def rows(path: Path, known_as: str, known: frozenset[str]) -> Iterator[tuple[int, list[str]]]:
    """Yield the rows with the number of each as a spreadsheet would count them.

    Raises UserError for an unclosed quotation mark or a field of impossible length.
    """
    with path.open(encoding=known_as, newline="") as text:
        separator = _separator(text, known)
        text.seek(0)
        reader = csv.reader(text, delimiter=separator)
        csv.field_size_limit(_LONGEST_FIELD)
        try:
            yield from enumerate(reader, 1)
        except csv.Error as error:
            raise UserError(
                f"{path.name} 第 {reader.line_num} 行附近的引号没有成对，或有一格长得不正常。"
                "请让部门重新导出，或改用 .xlsx。"
            ) from error


def _separator(text: io.TextIOBase, known: frozenset[str]) -> str:
    """Return the separator by which most headings are recognised, else the most frequent one."""
    lines = [text.readline(_PIECE) for _ in range(SEARCHED_ROWS)]

    def worth(separator: str) -> tuple[int, int]:
        csv.field_size_limit(_LONGEST_FIELD)
        try:
            split = list(csv.reader(lines, delimiter=separator))
        except csv.Error:
            return 0, 0
        return best_row(split, known)[1], sum(len(row) > 1 for row in split)

    return max(_SEPARATORS, key=worth)


def _check(file: BinaryIO, known_as: str, name: str) -> None:
    if not _decodes(file, known_as):
        raise UserError(
            f"{name} 的文字编码既不是 UTF-8 也不是 GB18030，读出来会是乱码。"
            "请让部门导出为 .xlsx，或 GB18030、UTF-8 编码的 .csv。"
        )


def _decodes(file: BinaryIO, known_as: str) -> bool:
    decoder = codecs.getincrementaldecoder(known_as)()
    try:
        while piece := file.read(_PIECE):
            decoder.decode(piece)
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return False
    finally:
        file.seek(0)
    return True
