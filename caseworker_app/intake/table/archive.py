"""Workbooks weighed before they are read: what would explode is refused by size.

The zip directory may lie, so every part is unpacked as a stream, counted and dropped. In the
parts no document type may stand (entities multiply), and the cells that hold something may not
lie so far apart that a table between them would fill the memory.
"""

import re
import zipfile
import zlib
from collections.abc import Iterator
from typing import BinaryIO

from caseworker_app.errors import UserError

MOST_PARTS = 5_000
MOST_UNPACKED = 1 << 30
MOST_RATIO = 300
MOST_CELLS = 20_000_000
MOST_COLUMNS = 702
"""Columns A to ZZ."""

_PIECE = 1 << 20
_WORTH_WEIGHING = 4 << 20
_LONGEST_TAG = 1 << 16
_MOST_REPEATS = 1 << 21
_FULL_CELL = re.compile(
    rb"<(?:[\w.-]+:)?c\s[^<>]*?\br\s*=\s*[\"']\$?([A-Za-z]{1,8})\$?([0-9]{1,10})[^<>]*(?<!/)>"
)
_FAR = re.compile(rb'r="(?:\$|[A-Za-z]{3}|[C-Zc-z][A-Za-z]|[A-Za-z]{1,2}[0-9]{6})|[\s:]r(?:=\'|\s)')
_NEAR = re.compile(rb' r="([A-Z]{1,2})[0-9]')
_NEAR_ROWS = 99_999
"""Without a far cell a piece is seen to be harmless three times as fast."""
_ODS_TAG = re.compile(rb"<(?:[\w.-]+:)?(table-row|table-cell|covered-table-cell)\b([^<>]*)>")
_ODS_REPEATED = re.compile(rb"number-(?:columns|rows)-repeated\s*=\s*[\"']\s*([0-9]{1,12})")
_ENTITIES = re.compile(rb"<!\s*(?:DOCTYPE|ENTITY)", re.IGNORECASE)


class Workbook:
    """What was found in a zip archive that seems to be a workbook."""

    def __init__(self, names: frozenset[str]) -> None:
        self.is_xlsx = "xl/workbook.xml" in names
        self.is_ods = "content.xml" in names
        self.is_binary = "xl/workbook.bin" in names


def weigh(file: BinaryIO, name: str) -> Workbook:
    """Return what kind of workbook an archive is; raises UserError where it is unsafe to read."""
    try:
        with zipfile.ZipFile(file) as archive:
            parts = archive.infolist()
            _check_directory(parts, name)
            book = Workbook(frozenset(part.filename for part in parts))
            _check_parts(archive, parts, name)
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError) as error:
        raise UserError(
            f"{name} 已损坏或加了密码，打不开。"
            "请用 WPS 或 Excel 打开，取消密码，另存为 .xlsx 后重试。"
        ) from error
    except (ValueError, OverflowError, UnicodeError) as error:
        raise UserError(f"{name} 已损坏，打不开。请让部门重新导出。") from error
    return book


def _check_directory(parts: list[zipfile.ZipInfo], name: str) -> None:
    if len(parts) > MOST_PARTS:
        raise UserError(f"{name} 里有 {len(parts):,} 个部分，不是普通的表格，没有读入。")
    if len({part.filename for part in parts}) != len(parts):
        raise UserError(f"{name} 里有重名的部分，不是普通的表格，没有读入。请另存为 .xlsx 后重试。")
    if sum(part.file_size for part in parts) > MOST_UNPACKED:
        raise _too_large(name)


def _check_parts(archive: zipfile.ZipFile, parts: list[zipfile.ZipInfo], name: str) -> None:
    unpacked = 0
    for part in parts:
        part.file_size = MOST_UNPACKED + 1  # else what the directory says would end the reading
        size = 0
        extent = _Extent(name)
        for piece in _pieces(archive, part):
            size += len(piece)
            unpacked += len(piece)
            if unpacked > MOST_UNPACKED or (
                size > _WORTH_WEIGHING and size > MOST_RATIO * max(part.compress_size, 1)
            ):
                raise _too_large(name)
            extent.look(piece)


def _pieces(archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> Iterator[bytes]:
    with archive.open(part) as stream:
        while piece := stream.read(_PIECE):
            yield piece


class _Extent:
    """How far the full cells of one part reach, seen piece by piece."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._rest = b""
        self._columns: set[bytes] = set()
        self._row = 0
        self._repeats = 1
        self._cells = 0

    def look(self, piece: bytes) -> None:
        """Look at the next piece; raises UserError once the part is unsafe."""
        text = self._rest + piece
        if _ENTITIES.search(text):
            raise UserError(f"{self._name} 里有表格不会有的内容（实体定义），没有读入。")
        cut = text.rfind(b"<")
        self._rest = text[cut:] if 0 <= len(text) - cut < _LONGEST_TAG and cut >= 0 else b""
        whole = text[:cut] if self._rest else text
        self._look_at_sheet(whole)
        if b"table-row" in whole or b"table-cell" in whole:
            self._look_at_ods(whole)

    def _look_at_sheet(self, text: bytes) -> None:
        if _FAR.search(text):
            found = _FULL_CELL.findall(text)
            self._columns.update(column for column, _ in found)
            self._row = max(self._row, *(int(row) for _, row in found), 0)
        elif near := set(_NEAR.findall(text)):
            self._columns |= near
            self._row = max(self._row, _last_row(text))
        width = max(map(_column, self._columns), default=0)
        if width > MOST_COLUMNS or width * self._row > MOST_CELLS:
            raise _too_wide(self._name, width, self._row)

    def _look_at_ods(self, text: bytes) -> None:
        for kind, attributes in _ODS_TAG.findall(text):
            repeated = _ODS_REPEATED.search(attributes)
            times = int(repeated[1]) if repeated else 1
            if kind == b"table-row":
                self._repeats = min(times, _MOST_REPEATS)
            elif b"value-type" in attributes:
                self._cells += times * self._repeats
                if times > MOST_COLUMNS or self._cells > MOST_CELLS:
                    raise _too_wide(self._name, times, self._repeats)


def _last_row(text: bytes) -> int:
    """Return the row of the last cell: rows stand in order, and no near one is dangerous."""
    start = text.rfind(b' r="')
    digits = re.match(rb"[A-Z]*([0-9]{1,5})", text[start + 4 : start + 20])
    return int(digits[1]) if digits else _NEAR_ROWS


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters.upper():
        number = number * 26 + letter - 64
    return number


def _too_large(name: str) -> UserError:
    return UserError(
        f"{name} 解开后大得不正常，为安全起见没有读入。"
        "请让部门重新导出；确有这么多内容的，按乡镇（街道）拆成几份。"
    )


def _too_wide(name: str, columns: int, rows: int) -> UserError:
    return UserError(
        f"{name} 的表格有 {columns:,} 列、{rows:,} 行那么大，超出能读的范围"
        f"（{MOST_COLUMNS} 列、{MOST_CELLS // 10_000:,} 万格）。"
        "请打开检查远处是否有多余的内容，删去后另存；确有这么多行的，请拆成几份。"
    )
