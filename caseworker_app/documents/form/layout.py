"""The parts of a form as blocks that flow down its pages."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import chain, count

import msgspec

from caseworker_app.documents import words
from caseworker_app.documents.cell import (
    BLANK,
    SIZE,
    Cell,
    Line,
    Text,
    cell,
    label,
)
from caseworker_app.documents.flow import Block, NewPage, Prose as Paragraph
from caseworker_app.documents.fonts import Role, within
from caseworker_app.documents.form import entries
from caseworker_app.documents.form.description import (
    Column,
    Entry,
    Fields,
    Grid,
    Kind,
    Part,
    Prose,
    Signing,
    Style,
)
from caseworker_app.documents.form.filled import Filled
from caseworker_app.documents.form.signing import signing
from caseworker_app.documents.page import BODY
from caseworker_app.documents.table import CONTENT, LEAST, Row, Section, Table, head, shares
from caseworker_app.model.values import Json

_WRITTEN = 26.0
"""Height of a line that is written by hand."""

_SUM, _ANNEX = "合计", "附表"
_CELL, _FINE = 8.5, 7.0
_HEAD = 8.2 / _CELL
"""Of the letters of a table."""
_STYLES = {
    Style.BODY: Text("", size=12, indent=2, leading=1.75),
    Style.CLAUSE: Text("", size=10.5, indent=2, leading=1.65),
    Style.ADDRESS: Text("", size=12, leading=1.75),
    Style.HEADING: Text("", Role.HEADING, 12, leading=1.75),
    Style.CLOSING: Text("", size=12, align="r", leading=1.75),
    Style.FINE: Text("", size=SIZE, leading=1.5),
}
_ABOVE = {Style.HEADING: 4.0, Style.CLOSING: 36.0, Style.FINE: 6.0}
_BELOW = {Style.HEADING: 60.0}
"""Of what a heading is over, at least so much stands on the same page."""

_BELOW_DAY = 22.0
"""Where the lower edge of the seal is."""

_EDGE = 48.0
"""Right of a closing, where the seal reaches over the day."""


def blocks(filled: Filled) -> Iterator[Block]:
    """Yield the parts of a form in their order, headings and closings joined to their text."""
    held: Block | None = None
    for block, closes in _parts(filled):
        if closes and isinstance(held, Section) and isinstance(block, Paragraph):
            held = replace(held, below=block.room)
        together = _together(held, block, closes=closes)
        if held is not None and together is None:
            yield held
        held = together or block
    if held is not None:
        yield held


def _parts(filled: Filled) -> Iterator[tuple[Block, bool]]:
    """Yield what stands on the paper, and whether it closes what is above.

    Numbers close up over what is left out.
    """
    numbers = count(1)
    for part in filled.form.parts:
        if filled.is_blank or not part.when or filled.has(part.when):
            if part.sheet:
                yield NewPage(), False
            closes = isinstance(part, Prose) and part.style is Style.CLOSING
            with within("正文" if isinstance(part, Prose) else part.name or filled.form.title):
                made = tuple(_part(filled, _renumbered(part, numbers)))
            yield from ((block, closes) for block in made)


def _together(held: Block | None, block: Block, *, closes: bool) -> Paragraph | None:
    """Return a heading with its text, or a text with its closing; None where they may part."""
    if not (isinstance(held, Paragraph) and isinstance(block, Paragraph)):
        return None
    if closes:
        return held.followed(block)
    return held.leading(block) if held.whole else None


def _renumbered(part: Part, numbers: Iterator[int]) -> Part:
    if isinstance(part, Prose) or not part.number:
        return part
    return msgspec.structs.replace(part, number=words.numeral(next(numbers)))


def _part(filled: Filled, part: Part) -> Iterator[Block]:
    match part:
        case Prose():
            yield from _prose(filled, part)
        case Fields():
            rows = tuple(_fields(filled, part, names, _width(part)) for names in part.rows)
            yield Section(part.number, part.name, (Table(rows),))
        case Grid():
            yield _grid(filled, part)
        case Signing():
            yield signing(filled, part, _width(part))


def _width(part: Fields | Grid | Signing) -> float:
    """Return the room beside the name of a part."""
    return CONTENT if part.name else BODY


def _prose(filled: Filled, part: Prose) -> Iterator[Paragraph]:
    style, before = _STYLES[part.style], _ABOVE.get(part.style, 0.0)
    below = _BELOW.get(part.style, 0.0)
    room = BODY - (_EDGE if part.style is Style.CLOSING else 0)
    said = entries.sentence(filled, part.text).strip().splitlines()
    broken = [style._replace(text=line).lines(room) for line in said]
    if part.style is Style.CLOSING:
        broken = [(*chain.from_iterable(broken), Line(_BELOW_DAY))]
    for lines in broken:
        whole = part.style in (Style.CLOSING, Style.HEADING)
        yield Paragraph(lines, before, whole, below=below)
        before = 0.0


def _fields(filled: Filled, part: Fields, names: tuple[str, ...], wide: float) -> Row:
    known = [filled.form.entry(name) for name in names]
    weights = shares(*(one.weight for one in known), total=wide - part.label * len(known))
    cells: list[Cell] = []
    for entry, width in zip(known, weights, strict=True):
        cells.append(label(entry.label, part.label))
        with within(entry.label):
            cells.append(cell(width, entries.content(filled, entry)))
    lines = [entry.lines for entry in known if _is_open(filled, entry)]
    return Row(tuple(cells), max(_WRITTEN * max(lines, default=0), LEAST))


def _is_open(filled: Filled, entry: Entry) -> bool:
    """Say whether an entry is left to be written by hand."""
    return filled.is_blank or (entry.by_hand and not filled.has(entry.name))


def _grid(filled: Filled, part: Grid) -> Section:
    entry, wide = filled.form.entry(part.rows), _width(part)
    columns = entry.columns
    widths = shares(*(column.width for column in columns), total=wide)
    heads = [head(widths, *(column.label for column in columns), size=part.size * _HEAD)]
    if part.caption:
        heads.insert(0, Row((cell(wide, Text(part.caption, Role.HEADING)),)))
    least = _WRITTEN if filled.is_blank or any(c.by_hand for c in columns) else LEAST
    known = entries.rows(filled, part.rows)
    rows = [
        Row(
            tuple(
                _value(number if c.kind is Kind.ORDINAL else row.get(c.name), c, w, part.size)
                for c, w in zip(columns, widths, strict=True)
            ),
            least,
        )
        for number, row in enumerate(known, 1)
    ]
    nothing = "" if filled.is_blank else BLANK
    empty = max(entry.lines - len(known), 0) if filled.is_blank else int(not known)
    rows += [Row(tuple(cell(w, Text(nothing, align="c")) for w in widths), least)] * empty
    if part.totals:
        rows.append(_totals(filled, part, columns, widths))
    made = (Table(tuple(rows), tuple(heads)),)
    return Section(part.number, part.name, made, is_annex=part.caption.startswith(_ANNEX))


def _totals(
    filled: Filled, part: Grid, columns: tuple[Column, ...], widths: tuple[float, ...]
) -> Row:
    """Return the row of the sums; its first cell says so."""
    cells = [label(_SUM, widths[0], size=_CELL)]
    for column, width in list(zip(columns, widths, strict=True))[1:]:
        named = part.totals.get(column.name)
        text = entries.said(filled, named) if named else ""
        cells.append(cell(width, Text(text, Role.HEADING, _CELL, column.align)))
    return Row(tuple(cells))


def _value(value: Json, column: Column, width: float, size: float) -> Cell:
    text = entries.shown(value, column.kind)
    with within(column.label):
        return cell(width, Text(text, size=_FINE if column.fine else size, align=column.align))
