"""What reads a file of others in the confined process: nothing but plain rows.

It answers in JSON pieces: first a ``head`` (what was found above the rows), then ``rows``, then
``end``.
"""

import json
from collections.abc import Iterable, Iterator
from itertools import chain, islice
from pathlib import Path
from typing import BinaryIO, TypeAlias

from caseworker_app.errors import UserError
from caseworker_app.intake.table import archive, sheet_table, text_table
from caseworker_app.intake.table.cell import LONGEST
from caseworker_app.intake.table.headings import SEARCHED_ROWS, best_row
from caseworker_app.intake.table.sheet_table import Raw

MOST_ROWS = 1_000_000
MOST_COLUMNS = archive.MOST_COLUMNS

_BATCH_ROWS, _BATCH_CHARACTERS = 500, 1 << 20
_ZIP, _OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_MARKUP = (b"<html", b"<!doctype", b"<table", b"<?xml", b"<head", b"<meta", b"mime-version")

Row: TypeAlias = "tuple[int, list[Raw]]"


def pieces(path: Path, known: frozenset[str]) -> Iterator[bytes]:
    """Yield what is in a file; raises UserError where it is refused."""
    found, rows = _opened(path, known)
    top = list(islice(rows, SEARCHED_ROWS))
    at, _ = best_row([[str(cell) for cell in row] for _, row in top], known)
    head = top[at] if at >= 0 else next((row for row in top if any(row[1])), (0, []))
    found["above"] = [str(cell)[:200] for _, row in top[: max(at, 0)] for cell in row if cell != ""]
    found["recognised"] = at >= 0
    found["row"], found["head"] = head[0], head[1][:MOST_COLUMNS]
    yield json.dumps({"head": found}).encode()
    below = chain(top[at + 1 :], rows) if at >= 0 else iter(())
    given = blank = 0
    for batch, empty in _batches(below, path.name):
        given += len(batch)
        blank += empty
        if given > MOST_ROWS:
            raise UserError(f"{path.name} 超过 {MOST_ROWS:,} 行。请按乡镇（街道）拆成几份后重试。")
        yield json.dumps({"rows": batch}).encode()
    yield json.dumps({"end": {"given": given, "blank": blank}}).encode()


def _opened(path: Path, known: frozenset[str]) -> tuple[dict[str, object], Iterator[Row]]:
    """Return what is known of the file and its rows."""
    with path.open("rb") as file:
        start = file.read(512)
        if not start:
            raise UserError(f"{path.name} 是空文件。请检查是否选对了文件。")
        file.seek(0)
        if not start.startswith((_ZIP, _OLE)):
            return _text(path, file, start, known)
        if start.startswith(_ZIP):
            _check_workbook(archive.weigh(file, path.name), path.name)
    choice = sheet_table.choose(path, known)
    found: dict[str, object] = {
        "sheet": choice.sheet.name,
        "also_fitting": choice.also_fitting,
        "others": choice.others,
        "encoding": "",
        "total": choice.sheet.total_height,
    }
    if choice.sheet.width > MOST_COLUMNS or (
        choice.sheet.width * choice.sheet.total_height > archive.MOST_CELLS
    ):
        raise UserError(
            f"{path.name} 的工作表“{choice.sheet.name}”有 {choice.sheet.width:,} 列、"
            f"{choice.sheet.total_height:,} 行，超出能读的范围。请删去多余的内容，或拆成几份。"
        )
    return found, sheet_table.rows(choice)


def _text(
    path: Path, file: BinaryIO, start: bytes, known: frozenset[str]
) -> tuple[dict[str, object], Iterator[Row]]:
    if start.lstrip(b"\xef\xbb\xbf \t\r\n").lower().startswith(_MARKUP):
        raise UserError(
            f"{path.name} 虽然叫作表格，其实是网页或 XML。"
            "请用 WPS 或 Excel 打开，另存为 .xlsx 后重试。"
        )
    encoding = text_table.encoding(file, path.name)
    found: dict[str, object] = {
        "sheet": "", "also_fitting": [], "others": [], "encoding": encoding, "total": 0,
    }  # fmt: skip
    return found, ((number, list(row)) for number, row in text_table.rows(path, encoding, known))


def _check_workbook(book: archive.Workbook, name: str) -> None:
    if book.is_binary:
        raise UserError(f"{name} 是二进制工作簿（.xlsb）。请打开后另存为 .xlsx 再导入。")
    if not (book.is_xlsx or book.is_ods):
        raise UserError(
            f"{name} 是压缩包或其他文件，不是表格。请先解压，再选其中的 .xlsx、.xls、.ods 或 .csv。"
        )


def _batches(rows: Iterable[Row], name: str) -> Iterator[tuple[list[Row], int]]:
    """Yield the rows that hold something, in pieces of bounded size, and how many were blank."""
    batch: list[Row] = []
    size = blank = 0
    for number, row in rows:
        while row and (row[-1] == "" or str(row[-1]).isspace()):
            row.pop()
        if not row or not any(str(cell).strip() for cell in row):
            blank += 1
            continue
        if len(row) > MOST_COLUMNS:
            raise UserError(f"{name} 第 {number} 行超过 {MOST_COLUMNS} 列，不是正常的名单。")
        cells = [cell[:LONGEST] if isinstance(cell, str) else cell for cell in row]
        batch.append((number, cells))
        size += sum(len(cell) for cell in cells if isinstance(cell, str))
        if len(batch) >= _BATCH_ROWS or size > _BATCH_CHARACTERS:
            yield batch, blank
            batch, size, blank = [], 0, 0
    yield batch, blank
