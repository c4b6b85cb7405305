"""Sections of a form as HTML and as Typst: the same words in the same grid, laid out by others."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from html import escape
from itertools import groupby
from pathlib import Path

from caseworker_app.documents.cell import Cell
from caseworker_app.documents.fonts import Role
from caseworker_app.documents.page import BODY, Glyphs, Tick
from caseworker_app.documents.table import Row, Section
from caseworker_app.paths import resource

CSS = """
@font-face { font-family: Text; src: url(NotoSerifSC-Regular.ttf); }
@font-face { font-family: Head; src: url(NotoSansSC-SemiBold.ttf); }
@font-face { font-family: Rare; src: url(HanaMinB.ttf); }
@page { size: A4; margin: 25mm 20mm; }
body { font: 9pt/1.42 Text, Rare; margin: 0; }
h1 { font: 18pt Head; text-align: center; }
h2, b { font: 9pt Head; }
table { table-layout: fixed; width: 100%; border-collapse: collapse; }
td { border: 0.4pt solid black; padding: 3pt 4pt; }
"""
_TYPST = """
#set page(paper: "a4", margin: (x: 20mm, y: 25mm))
#set text(font: ("Noto Serif SC", "HanaMinB"), size: 9pt, lang: "zh")
#set table(stroke: 0.4pt, inset: (x: 4pt, y: 3pt))
#let b(it) = text(font: "Noto Sans SC", weight: 600, it)
"""
_FONTS = (
    "noto-serif-sc/NotoSerifSC-Regular.ttf",
    "noto-sans-sc/NotoSansSC-SemiBold.ttf",
    "hana-min/HanaMinB.ttf",
)


def write(folder: Path, title: str, sections: Sequence[Section]) -> None:
    """Write the form for both rivals into a folder, with the typefaces it is set in."""
    for font in _FONTS:
        (folder / Path(font).name).symlink_to(resource("fonts", font))
    (folder / "form.css").write_text(CSS, "utf-8")
    body = "".join(_html(section) for section in sections)
    head = f"<html lang=zh-CN><meta charset=utf-8><title>{title}</title><h1>{title}</h1>"
    (folder / "form.html").write_text(head + body, "utf-8")
    body = "".join(_typst(section) for section in sections)
    head = f"{_TYPST}#set document(title: {_quoted(title)})\n"
    head += f"= #b(text(size: 18pt, {_quoted(title)}))\n"
    (folder / "form.typ").write_text(head + body, "utf-8")


def characters(sections: Iterable[Section]) -> Counter[str]:
    """Return how often each character stands in the sections, blanks left out."""
    texts = (
        text
        for section in sections
        for row in _rows(section)
        for cell in row.cells
        for text, _ in _pieces(cell)
    )
    return Counter("".join("".join(texts).split()))


def _html(section: Section) -> str:
    parts = [f"<h2>{section.number} {section.name}</h2>"]
    for widths, rows in groupby(_rows(section), _widths):
        columns = "".join(f'<col style="width:{100 * wide / BODY:.2f}%">' for wide in widths)
        lines = "".join(f"<tr>{''.join(map(_td, row.cells))}</tr>" for row in rows)
        parts.append(f"<table><colgroup>{columns}</colgroup>{lines}</table>")
    return "\n".join(parts)


def _td(cell: Cell) -> str:
    pieces = (f"<b>{escape(t)}</b>" if bold else escape(t) for t, bold in _pieces(cell))
    return f"<td>{''.join(pieces)}</td>"


def _typst(section: Section) -> str:
    parts = [f"#b({_quoted(section.number + ' ' + section.name)})"]
    for widths, rows in groupby(_rows(section), _widths):
        columns = ", ".join(f"{wide:.2f}fr" for wide in widths)
        cells = "\n".join(", ".join(map(_cell, row.cells)) + "," for row in rows)
        parts.append(f"#table(columns: ({columns},),\n{cells})")
    return "\n".join([*parts, ""])


def _cell(cell: Cell) -> str:
    pieces = (f"#b({_quoted(t)})" if bold else f"#{_quoted(t)}" for t, bold in _pieces(cell))
    return f"[{''.join(pieces)}]"


def _quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _rows(section: Section) -> Iterator[Row]:
    for table in section.tables:
        yield from (*table.heads, *table.rows)


def _widths(row: Row) -> tuple[float, ...]:
    return tuple(cell.width for cell in row.cells)


def _pieces(cell: Cell) -> Iterator[tuple[str, bool]]:
    """Yield the texts of a cell in order, and whether each stands in 黑体."""
    for line in cell.body:
        for mark in line.marks:
            if isinstance(mark, Tick):
                yield ("■" if mark.on else "□"), False
            elif isinstance(mark, Glyphs):
                yield mark.text, mark.role is Role.HEADING
