"""Workbooks read cell by cell: values only, no formula is calculated and no macro runs."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import islice
from pathlib import Path
from typing import TypeAlias

from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook, PasswordError

from caseworker_app.errors import UserError
from caseworker_app.intake.table.cell import LONGEST
from caseworker_app.intake.table.headings import SEARCHED_ROWS, best_row

MOST_SHEETS = 60
"""Sheets that are looked at for headings."""

_EXACT = 1e15

Raw: TypeAlias = "str | int | float"
"""A cell on its way out of the reading process."""


@dataclass(frozen=True, slots=True)
class Choice:
    """The sheet whose headings fit best, and the other sheets with something in them."""

    sheet: CalamineSheet
    also_fitting: tuple[str, ...]
    others: tuple[str, ...]


def choose(path: Path, known: frozenset[str]) -> Choice:
    """Return the sheet to read; raises UserError where the workbook cannot be read or is empty."""
    try:
        book = CalamineWorkbook.from_path(path)
        names = book.sheet_names
        if len(names) > MOST_SHEETS:
            raise UserError(
                f"{path.name} 有 {len(names)} 个工作表，超过 {MOST_SHEETS} 个。"
                "请把要导入的那个工作表另存为一个文件。"
            )
        best: CalamineSheet | None = None
        worth: dict[str, int] = {}
        for name in names:  # only the best so far is kept: a sheet in memory is large
            sheet = book.get_sheet_by_name(name)
            if sheet.height:
                worth[name] = _worth(sheet, known)
                if best is None or worth[name] > worth[best.name]:
                    best = sheet
    except PasswordError as error:
        raise UserError(
            f"{path.name} 加了密码，打不开。请用 WPS 或 Excel 打开，取消密码后另存，再重试。"
        ) from error
    except (CalamineError, OSError, ValueError) as error:
        raise UserError(
            f"{path.name} 已损坏或不是通常的表格，读不了。"
            "请用 WPS 或 Excel 打开，另存为 .xlsx 后重试。"
        ) from error

    if best is None:
        raise UserError(f"{path.name} 是空的，没有一行内容。请检查是否选对了文件。")
    most = worth.pop(best.name)
    fitting = tuple(name for name, known_there in worth.items() if most and known_there == most)
    return Choice(best, fitting, tuple(name for name in worth if name not in fitting))


def rows(choice: Choice) -> Iterator[tuple[int, list[Raw]]]:
    """Yield the rows of the sheet numbered; a cell merged downwards fills all its rows."""
    sheet = choice.sheet
    left = sheet.start[1] if sheet.start else 0
    width = sheet.width
    tall = sorted(
        (top, bottom, column - left)
        for (top, column), (bottom, _) in sheet.merged_cell_ranges or []
        if bottom > top and 0 <= column - left < width
    )
    open_: list[tuple[int, int, Raw]] = []
    waiting = iter(tall)
    merged = next(waiting, None)
    for index, cells in enumerate(sheet.iter_rows()):
        row = [plain(cell) for cell in cells]
        if open_:
            open_ = [one for one in open_ if one[0] >= index]
            for _, column, value in open_:
                row[column] = value
        while merged and merged[0] <= index:
            if merged[0] == index:
                open_.append((merged[1], merged[2], row[merged[2]]))
            merged = next(waiting, None)
        yield index + 1, row


def plain(cell: object) -> Raw:
    """Return a cell as text or number; dates in ISO form, whole numbers without a fraction."""
    if isinstance(cell, str):
        return cell if len(cell) <= LONGEST else cell[:LONGEST]
    if isinstance(cell, bool):
        return "是" if cell else "否"
    if isinstance(cell, float) and abs(cell) < _EXACT and cell == int(cell):
        return int(cell)
    return cell if isinstance(cell, int | float) else _moment(cell)


def _moment(cell: object) -> str:
    if isinstance(cell, datetime):
        return cell.isoformat(" ", "seconds")
    if isinstance(cell, date | time):
        return cell.isoformat()
    return str(cell) if isinstance(cell, timedelta) else ""


def _worth(sheet: CalamineSheet, known: frozenset[str]) -> int:
    """Return how many headings are recognised in a sheet."""
    top = [[str(plain(cell)) for cell in row] for row in islice(sheet.iter_rows(), SEARCHED_ROWS)]
    return best_row(top, known)[1]
