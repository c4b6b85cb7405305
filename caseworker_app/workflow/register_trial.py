"""A department's list tried out: every row judged, nothing kept; and the rows to send back.

Whoever asks is told after each portion how far it is, and stops it by answering False.
"""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass, field
from datetime import date
from pathlib import Path
from typing import TypeAlias

from caseworker_app.errors import UserError
from caseworker_app.intake import lists
from caseworker_app.intake.lists import returned
from caseworker_app.intake.lists.layout import Column
from caseworker_app.intake.table.cell import clean
from caseworker_app.store.imports import Counts, Sorted
from caseworker_app.workflow import register_facts
from caseworker_app.workflow.list_file import portion
from caseworker_app.workflow.register_list import ListFile, Order
from caseworker_app.workflow.sorting import Sorter
from caseworker_app.workflow.workspace import Workspace

_SHOWN = 300
"""Refused rows that are kept to be looked at; all of them can be written to a file."""
_FIRST = 20
_REASONS = 8


@dataclass(frozen=True, slots=True)
class Reached:
    """Rows judged so far; ``total`` is 0 where nobody knows."""

    done: int
    total: int


Watch: TypeAlias = Callable[[Reached], bool]
"""Told after each portion; False stops the work."""


class StoppedError(UserError):
    """The person stopped the work; nothing of it was kept."""


@dataclass(frozen=True, slots=True)
class RefusedCell:
    """Why a row goes back: ``heading`` is empty where it is the row as a whole."""

    row: int
    heading: str
    value: str
    reason: str


@dataclass(frozen=True, slots=True)
class Tried:
    """What would become of a list."""

    given: int
    counts: Counts
    notes: tuple[str, ...]
    """What was put right or looks odd, in words."""
    headings: tuple[str, ...]
    first: tuple[tuple[str, ...], ...]
    """The first rows as understood, the row of the file before them."""
    cells: tuple[RefusedCell, ...]
    reasons: tuple[tuple[str, int], ...]
    """Reasons with the number of cells, the most frequent first."""
    as_of: date
    expires: date
    """Last day on which these data may be used."""


@dataclass(frozen=True, slots=True)
class Saved:
    """The rows to send back were written."""

    path: Path
    rows: int


@dataclass(slots=True)
class _Noted:
    first: list[lists.Taken] = field(default_factory=list)
    cells: list[RefusedCell] = field(default_factory=list)
    reasons: Counter[str] = field(default_factory=Counter)
    counts: Counter[str] = field(default_factory=Counter)

    def note(self, batch: lists.Batch, found: Sorted) -> None:
        self.first += batch.taken[: _FIRST - len(self.first)]
        self.counts.update(asdict(found.counts))
        faults = {one.row: one.faults for one in batch.refused}
        for row, reason in found.refused:
            for fault in faults.get(row) or (lists.Fault("", "", reason),):
                self.reasons[_reason(fault)] += 1
                if len(self.cells) < _SHOWN:
                    self.cells.append(RefusedCell(row, fault.heading, fault.value, fault.reason))


def try_out(ws: Workspace, file: ListFile, order: Order, watch: Watch) -> Tried:
    """Judge and sort every row and keep nothing.

    Raises UserError where the file cannot be read or no household is on this laptop.
    """
    noted, sorter = _Noted(), Sorter(ws)
    with reading(ws, order) as rows:
        for batch in watched(rows, watch):
            noted.note(batch, sorter.sort_out(portion(batch)))
        return _tried(rows.report, noted, dict(file.found.rows))


def save_refused(ws: Workspace, order: Order, path: Path, watch: Watch) -> Saved:
    """Write the rows the department has to put right to a workbook.

    Rows that may not be taken in for want of an authorisation are not the department's to mend.
    Raises UserError, OutsideError.
    """
    with reading(ws, order) as rows, returned.ReturnedRows(path, rows.layout.headings) as book:
        for batch in watched(rows, watch):
            for one in batch.refused:
                book.add(one)
    return Saved(book.path, book.rows)


def place_for(order: Order) -> Path:
    """Return where the rows to send back are put, unless the person says otherwise."""
    return returned.place_for(order.path)


def reading(ws: Workspace, order: Order) -> lists.Reading:
    """Begin to read the file of an order; raises UserError where it is another file by now.

    Numbers that fail their check come as they stand: whom they may mean is looked for here.
    """
    sender = lists.Sender(ws.clock.today(), order.department, order.as_of, keep_doubtful=True)
    begun = lists.Reading(order.path, order.kind, sender, lists.Mapping(order.columns, order.kind))
    if begun.report.sha256 != order.sha256:
        begun.close()
        raise UserError(f"{order.path.name} 打开以后又改动过。请重新选择这份名单。")
    return begun


def watched(rows: lists.Reading, watch: Watch) -> Iterator[lists.Batch]:
    """Yield the rows in portions and tell of each; raises StoppedError where that is the answer."""
    for batch in rows:
        yield batch
        if not watch(Reached(batch.done, batch.total)):
            raise StoppedError("已停止，什么都没有留下。")


def _reason(fault: lists.Fault) -> str:
    return f"{fault.heading}：{fault.reason}" if fault.heading else fault.reason


def _tried(report: lists.Report, noted: _Noted, raw: dict[int, tuple[str, ...]]) -> Tried:
    columns = report.layout.columns
    return Tried(
        given=report.given,
        counts=Counts(**noted.counts),
        notes=_notes(report),
        headings=tuple(column.field.heading for column in columns),
        first=tuple(_row(one, columns, raw) for one in noted.first),
        cells=tuple(noted.cells),
        reasons=tuple(noted.reasons.most_common(_REASONS)),
        as_of=report.as_of,
        expires=report.expires,
    )


def _row(
    one: lists.Taken, columns: tuple[Column, ...], raw: dict[int, tuple[str, ...]]
) -> tuple[str, ...]:
    number = one.rows[0]
    given = raw.get(number, ())
    texts = (
        register_facts.told(
            column.field,
            one.record,
            clean(given[column.index])[0] if column.index < len(given) else "",
        )
        for column in columns
    )
    return (str(number), *texts)


def _notes(report: lists.Report) -> tuple[str, ...]:
    counted = (
        (report.blank, "空行 {} 行，不算在内"),
        (report.upgraded, "15 位旧号码升为 18 位 {} 个"),
        (report.hidden, "看不见的字符、全角数字等改正 {} 处"),
        (report.doubted, "号牌、单元号等不合编码规则但仍收下 {} 处，请留意"),
    )
    told = [words.format(f"{count:,}") for count, words in counted if count]
    if report.also_fitting:
        named = "、".join(report.also_fitting)
        told.append(f"工作表“{named}”的表头也对得上，但没有读，请分别另存后再导入")
    return tuple(told)
