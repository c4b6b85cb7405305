"""What a comparison found as a file: CSV or XLSX for people, Parquet for other programs."""

import csv
import os
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import NamedTuple, TypeAlias

from caseworker_app.cli.spreadsheet import harmless
from caseworker_app.errors import OutsideError, UserError, cause
from caseworker_app.model.codes import Level
from caseworker_app.model.discrepancy import Discrepancy
from caseworker_app.server.matching.spool import TextTable

_HEAD = (
    "家庭", "差异代码", "级别", "对象", "申报情况", "登记情况", "登记记录", "数据部门", "数据日期",
    "已过时效",
)  # fmt: skip


class Row(NamedTuple):
    """One difference; ``as_of`` is an ISO day or empty, ``records`` ids with blanks between."""

    household: str
    code: str
    level: Level
    subject: str
    declared: str
    registered: str
    records: str
    department: str
    as_of: str
    stale: bool


def row_of(household: str, item: Discrepancy) -> Row:
    """Return a difference of a household as a row."""
    source = item.source
    return Row(
        household=household,
        code=item.code,
        level=item.level,
        subject=item.subject,
        declared=item.declared,
        registered=item.registered,
        records=" ".join(item.record_ids),
        department=source.department if source else "",
        as_of=source.as_of.isoformat() if source else "",
        stale=item.stale,
    )


Write: TypeAlias = Callable[[Row], None]


def check_ending(path: Path) -> None:
    """Raise UserError where the ending names no format we write."""
    if path.suffix.lower() not in _FORMATS:
        raise UserError(f"不能写成 {path.name}：结果文件应以 {'、'.join(_FORMATS)} 结尾。")


@contextmanager
def opened(path: Path) -> Iterator[Write]:
    """Yield what takes the differences one by one; the file appears whole at the end.

    The draft lies in a private folder beside the file. Raises OutsideError where the disk refuses.
    """
    try:
        with tempfile.TemporaryDirectory(prefix=".", dir=path.parent) as folder:
            draft = Path(folder) / f"draft{path.suffix.lower()}"
            with _FORMATS[path.suffix.lower()](draft) as write:
                yield write
            with draft.open("r+b") as file:
                os.fsync(file.fileno())
            draft.replace(path)
    except OSError as error:
        raise OutsideError(
            f"结果写不到 {path}（{cause(error)}）。请检查磁盘空间、文件夹权限，"
            "或这个文件是否正在别处打开，然后重试。"
        ) from error


@contextmanager
def _csv(draft: Path) -> Iterator[Write]:
    with draft.open("w", encoding="utf-8-sig", errors="replace", newline="") as file:
        table = csv.writer(file)
        table.writerow(_HEAD)
        yield lambda row: table.writerow(map(harmless, _for_people(row)))


@contextmanager
def _xlsx(draft: Path) -> Iterator[Write]:
    from caseworker_app.intake import workbook  # noqa: PLC0415  # start-up no other format needs

    with workbook.opened(draft, "差异", _HEAD) as add:
        yield lambda row: add(_for_people(row))


@contextmanager
def _parquet(draft: Path) -> Iterator[Write]:
    with TextTable(draft, Row._fields) as table:
        yield lambda row: table.add((*row[:-1], "true" if row.stale else "false"))


def _for_people(row: Row) -> Sequence[str]:
    return (*row[:2], row.level.zh, *row[3:-1], "是" if row.stale else "否")


_FORMATS: Mapping[str, Callable[[Path], AbstractContextManager[Write]]] = {
    ".csv": _csv,
    ".xlsx": _xlsx,
    ".parquet": _parquet,
}
