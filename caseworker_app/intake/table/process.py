"""The other end of the reading process: starts it, understands its rows, ends it."""

import hashlib
import json
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TypedDict

from caseworker_app.confined import Closing, Confined, Limits
from caseworker_app.errors import UserError, cause
from caseworker_app.intake.table import reader
from caseworker_app.intake.table.cell import Number

_MEMORY = 2 << 30
_CPU_SECONDS = 300
PATIENCE = 120
"""Seconds to wait for the next rows."""
MOST_BYTES = 400 << 20


@dataclass(frozen=True, slots=True)
class Head:
    """What the reader found before the first row."""

    sheet: str
    also_fitting: tuple[str, ...]
    """Other sheets whose headings fit as well; they are not read."""
    others: tuple[str, ...]
    encoding: str
    total: int
    """Rows of the sheet with everything above and between; 0 for text."""
    above: tuple[str, ...]
    recognised: bool
    row: int
    head: tuple[str, ...]


class _HeadPiece(TypedDict):
    sheet: str
    also_fitting: list[str]
    others: list[str]
    encoding: str
    total: str
    above: list[str]
    recognised: bool
    row: str
    head: list[str]


class _EndPiece(TypedDict):
    given: str
    blank: str


class _Piece(TypedDict, total=False):
    """One of them; numbers arrive as the text they were written in."""

    head: _HeadPiece
    rows: list[tuple[str, list[str]]]
    end: _EndPiece


class Reader(Closing):
    """A file being read in a process of its own; a context, since that process must end."""

    def __init__(self, path: Path, known: frozenset[str]) -> None:
        """Start reading; raises UserError for what is no file or cannot be opened."""
        self.sha256 = _digest(path)
        self.given = self.blank = 0
        self._reading = Confined(_limits(path.name), reader.pieces, path, known)
        self._pieces = iter(self._reading)

    def head(self) -> Head:
        """Return what stands above the rows; raises UserError where the file is refused."""
        found = self._next()["head"]
        return Head(
            sheet=found["sheet"],
            also_fitting=tuple(found["also_fitting"]),
            others=tuple(found["others"]),
            encoding=found["encoding"],
            total=int(found["total"]),
            above=tuple(found["above"]),
            recognised=found["recognised"],
            row=int(found["row"]),
            head=tuple(found["head"]),
        )

    def batches(self) -> Iterator[list[tuple[int, list[str]]]]:
        """Yield the rows that are not blank, with their numbers; numeric cells are ``Number``."""
        while "rows" in (piece := self._next()):
            yield [(int(number), cells) for number, cells in piece["rows"]]
        self.given, self.blank = int(piece["end"]["given"]), int(piece["end"]["blank"])

    def close(self) -> None:
        """End the reading process, at once where it has not ended by itself."""
        self._reading.close()

    def _next(self) -> "_Piece":
        piece: _Piece = json.loads(next(self._pieces), parse_int=Number, parse_float=Number)
        return piece


def _limits(name: str) -> Limits:
    return Limits(
        memory=_MEMORY,
        cpu_seconds=_CPU_SECONDS,
        patience=PATIENCE,
        late=f"{name} 读了 {PATIENCE} 秒还没有读完，已停止。"
        "请用 WPS 或 Excel 打开，删去多余内容或拆成几份，另存为 .xlsx 后重试。",
        died=f"{name} 读不下去：内容已损坏，或大得超出内存限度。没有读入任何一行。"
        "请用 WPS 或 Excel 打开，另存为 .xlsx 或拆成几份后重试。",
    )


def _digest(path: Path) -> str:
    """Return the SHA-256 of a file in hex; raises UserError for what is no readable file."""
    try:
        found = path.stat()
        if not stat.S_ISREG(found.st_mode):
            raise UserError(f"{path} 不是普通文件。请选 .xlsx、.xls、.ods 或 .csv 文件。")
        if found.st_size > MOST_BYTES:
            raise UserError(
                f"{path.name} 有 {found.st_size >> 20} MB，超过 {MOST_BYTES >> 20} MB，没有读入。"
                "请按乡镇（街道）拆成几份。"
            )
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        raise UserError(f"文件 {path} 读不了：{cause(error)}。请检查文件名和权限。") from error
    except ValueError as error:
        raise UserError("文件名里有不能用的字符。请改名后重试。") from error
