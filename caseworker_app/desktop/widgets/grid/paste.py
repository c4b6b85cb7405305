"""What a pasted block does to a sheet: good cells go in, the others are marked; without Qt."""

from collections.abc import Callable
from dataclasses import dataclass

from caseworker_app.desktop.tongue import tr
from caseworker_app.desktop.widgets.grid.face import Entry, GridColumn, GridRow, Wrong
from caseworker_app.desktop.widgets.grid.kinds import WrongTextError

Cells = list[list[str]]


@dataclass(frozen=True, slots=True)
class Pasted:
    """What was taken, what was not and where, and the sentence that says so."""

    entries: tuple[Entry, ...]
    wrong: dict[tuple[str, str], Wrong]
    skipped: int
    """Cells that may only be read."""


def without_heading(cells: Cells, columns: tuple[GridColumn, ...]) -> Cells:
    """Leave out a first row that repeats the headings of the sheet."""
    titles = {column.title for column in columns}
    if cells and cells[0] and all(text.strip() in titles for text in cells[0]):
        return cells[1:]
    return cells


def read(
    cells: Cells,
    rows: tuple[GridRow, ...],
    columns: tuple[GridColumn, ...],
    corner: tuple[int, int],
) -> Pasted:
    """Read a block cell by cell into the rows it falls on; what lies beyond them is left."""
    top, left = corner
    entries: list[Entry] = []
    wrong: dict[tuple[str, str], Wrong] = {}
    skipped = 0
    for row, line in zip(rows[top:], cells, strict=False):
        for column, cell, text in zip(columns[left:], row.cells[left:], line, strict=False):
            if cell.kind is None:
                skipped += bool(text.strip())
                continue
            try:
                entries.append(Entry(row.id, column.key, cell.kind.read(text)))
            except WrongTextError as error:
                wrong[row.id, column.key] = Wrong(text, str(error))
    return Pasted(tuple(entries), wrong, skipped)


def make_room(lines: int, held: int, room: int, add: Callable[[int], None]) -> int:
    """Add the rows a block needs, as many as there is room for; return how many are taken."""
    wanted = max(0, lines - held)
    added = min(wanted, room)
    if added:
        add(added)
    return min(lines, held + added)


def told(lines: int, taken: int, done: Pasted, why: str) -> str:
    """Return what became of a pasted block, for the person."""
    good, bad = len(done.entries), len(done.wrong)
    said = [
        tr("粘贴 {lines:,} 行，收下 {taken:,} 行 {good:,} 格", lines=lines, taken=taken, good=good)
    ]
    if taken < lines:
        said.append(tr("其余 {n:,} 行没有收下：{why}", n=lines - taken, why=why))
    if bad:
        said.append(tr("{bad:,} 格没有收下，已标红，原文还在格里", bad=bad))
    if done.skipped:
        said.append(tr("{skipped:,} 格只供查看，没有改动", skipped=done.skipped))
    return tr("；").join(said) + tr("。")
