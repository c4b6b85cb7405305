"""A table written as a workbook of text cells, in which nothing executes; in constant memory."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import xlsxwriter
from xlsxwriter.exceptions import XlsxWriterException

from caseworker_app.errors import OutsideError, UserError
from caseworker_app.intake.lists.returned import harmless

_MOST_ROWS = 1_048_576
_WIDTH = 18


@contextmanager
def opened(
    path: Path, title: str, head: Sequence[str]
) -> Iterator[Callable[[Sequence[str]], None]]:
    """Yield what adds a row to the one sheet; the book is whole when the block ends.

    Raises UserError where a sheet has no room for more rows.
    """
    options = {"constant_memory": True, "tmpdir": str(path.parent), "strings_to_urls": False}
    book = xlsxwriter.Workbook(path, options)
    sheet = book.add_worksheet(title)
    text = book.add_format({"num_format": "@"})
    sheet.set_column(0, len(head) - 1, _WIDTH, text)
    sheet.freeze_panes(1, 0)
    rows = 0

    def add(cells: Sequence[str]) -> None:
        nonlocal rows
        if rows == _MOST_ROWS:
            raise UserError("结果超过一张工作表的行数，请改写成 .csv 或 .parquet。")
        for column, cell in enumerate(cells):
            sheet.write_string(rows, column, harmless(cell), text)
        rows += 1

    add(head)
    try:
        yield add
    finally:
        try:
            book.close()
        except XlsxWriterException as error:
            raise OutsideError("写表格时出错。请检查磁盘空间后重试。") from error
