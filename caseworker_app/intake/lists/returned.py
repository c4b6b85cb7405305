"""退回的行: the rows that go back to the department, as a workbook nothing in which executes."""

import os
import tempfile
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType
from typing import Self

import xlsxwriter
from xlsxwriter.exceptions import XlsxWriterException

from caseworker_app.errors import OutsideError, cause
from caseworker_app.intake.lists.layout import OWN_HEADINGS
from caseworker_app.intake.lists.outcome import Refused
from caseworker_app.intake.table.cell import LONGEST

_ENDING = "_退回.xlsx"
_DANGEROUS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
_WIDTH, _REASON_WIDTH = 18, 60


def place_for(path: Path) -> Path:
    """Return where the refused rows of a list are put: beside it."""
    return path.with_name(f"{path.stem}{_ENDING}")


class ReturnedRows:
    """Writes refused rows one by one; the file appears whole when the ``with`` ends well.

    Nothing is written without a row. The draft lies in a private folder beside the file, since
    it holds what the list holds. Raises OutsideError where the disk refuses.
    """

    def __init__(self, path: Path, headings: Sequence[str]) -> None:
        self.path = path
        self.rows = 0
        self._headings = headings
        self._folder: tempfile.TemporaryDirectory[str] | None = None
        self._book: xlsxwriter.Workbook | None = None

    def add(self, refused: Refused) -> None:
        """Write a row: its number, why it goes back, its cells as they were given."""
        if self._book is None:
            self._begin()
        self.rows += 1
        self._write((str(refused.row), refused.reasons(), *refused.cells))

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._book is None or self._folder is None:
            return
        try:
            self._book.close()
            if error is None:
                _publish(self._draft, self.path)
        except (OSError, XlsxWriterException) as refused:
            raise self._outside(refused) from refused
        finally:
            self._folder.cleanup()

    @property
    def _draft(self) -> Path:
        return Path(self._folder.name if self._folder else "") / "draft.xlsx"

    def _begin(self) -> None:
        try:
            self._folder = tempfile.TemporaryDirectory(prefix=".", dir=self.path.parent)
            self._book = xlsxwriter.Workbook(
                self._draft,
                {
                    "constant_memory": True,
                    "tmpdir": self._folder.name,
                    "strings_to_formulas": False,
                    "strings_to_urls": False,
                    "strings_to_numbers": False,
                },
            )
        except OSError as refused:
            raise self._outside(refused) from refused
        self._sheet = self._book.add_worksheet("退回")
        self._text = self._book.add_format({"num_format": "@"})
        self._sheet.set_column(0, len(self._headings) + 1, _WIDTH, self._text)
        self._sheet.set_column(1, 1, _REASON_WIDTH, self._text)
        self._sheet.freeze_panes(1, 0)
        self._write((*OWN_HEADINGS, *self._headings))

    def _write(self, cells: Sequence[str]) -> None:
        for column, cell in enumerate(cells):
            if cell:
                self._sheet.write_string(self.rows, column, harmless(cell), self._text)

    def _outside(self, refused: Exception) -> OutsideError:
        why = cause(refused) if isinstance(refused, OSError) else "写表格时出错"
        return OutsideError(
            f"退回的行写不到 {self.path}（{why}）。请检查磁盘空间、文件夹权限，"
            "或这个文件是否正在别处打开，然后重试。"
        )


def harmless(cell: str) -> str:
    """Return a cell of others as text that no spreadsheet calculates."""
    text = f"'{cell}" if cell.startswith(_DANGEROUS) else cell
    return text[:LONGEST]


def _publish(draft: Path, path: Path) -> None:
    draft.chmod(0o600)
    with draft.open("r+b") as file:
        os.fsync(file.fileno())
    draft.replace(path)
