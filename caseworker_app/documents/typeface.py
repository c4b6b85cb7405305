"""A TrueType file: which characters it has, how wide they are, each glyph as it is embedded.

The font program of a paper holds its glyphs alone, in the order in which they were used, and
only the tables a CIDFont is read by (ISO 32000-1, 9.9).
"""

import sys
from array import array
from collections.abc import Mapping, Sequence
from itertools import accumulate
from pathlib import Path
from struct import pack, pack_into, unpack_from
from typing import NamedTuple

from reportlab.pdfbase.ttfonts import TTFontFile

_WORD = 4
_ALL = 0xFFFFFFFF
_WHOLE = 0xB1B0AFBA
"""What the words of a font program add up to (OpenType, head.checkSumAdjustment)."""
_ADJUSTMENT, _LONG_PLACES = 8, 50
_METRICS, _COUNT = 34, 4
_HINTS = ("cvt ", "fpgm", "prep")
_EM = 1000
_SYMBOLIC, _STANDARD = 4, 32
"""Whether its characters have codes of their own (ISO 32000-1, table 123)."""


class Glyph(NamedTuple):
    """A glyph as it goes into a font program."""

    outline: bytes
    """Filled up to whole words."""
    total: int
    """Of its words."""
    metric: bytes
    """Advance and left side bearing."""
    width: str
    """In thousandths of the size, rounded."""
    meaning: str
    """The character in UTF-16BE, in hex digits."""


class Typeface:
    """A typeface, read once: glyphs and widths by code point, figures of its font descriptor.

    Widths, box and figures are in thousandths of the size.
    """

    def __init__(self, file: Path) -> None:
        self._font = TTFontFile(str(file))
        self.glyphs: Mapping[int, int] = self._font.charToGlyph
        self.widths: Mapping[int, float] = self._font.charWidths
        self.name: str = self._font.name.decode("ascii")
        self.box: Sequence[float] = self._font.bbox
        self.figures: Mapping[str, float] = {
            "Ascent": self._font.ascent,
            "CapHeight": self._font.capHeight,
            "Descent": self._font.descent,
            "Flags": self._font.flags & ~_STANDARD | _SYMBOLIC,
            "ItalicAngle": self._font.italicAngle,
            "StemV": self._font.stemV,
        }
        self._data: bytes = self._font._ttf_data  # noqa: SLF001  # the way to the bytes
        self._outlines: int = self._font.get_table_pos("glyf")[0]
        self._made: dict[int, Glyph] = {}
        self._fixed = {tag: self._table(tag) for tag in _HINTS if tag in self._font.table}

    def glyph(self, code: int) -> Glyph:
        """Return the glyph of a code point; 0 is the box for what is missing."""
        if code not in self._made:
            self._made[code] = self._glyph(self.glyphs[code] if code else 0, chr(code))
        return self._made[code]

    def program(self, glyphs: Sequence[Glyph]) -> bytes:
        """Return a font program of these glyphs, the first of them for what is missing."""
        places = accumulate((len(glyph.outline) for glyph in glyphs), initial=0)
        tables = self._fixed | {
            "glyf": b"".join([glyph.outline for glyph in glyphs]),
            "head": self._changed("head", _LONG_PLACES, 1),
            "hhea": self._changed("hhea", _METRICS, len(glyphs)),
            "hmtx": b"".join([glyph.metric for glyph in glyphs]),
            "loca": pack(f">{len(glyphs) + 1}L", *places),
            "maxp": self._changed("maxp", _COUNT, len(glyphs)),
        }
        totals = {tag: _total(table) for tag, table in tables.items() if tag != "glyf"}
        totals["glyf"] = sum(glyph.total for glyph in glyphs) & _ALL
        return _bound(tables, totals)

    def _glyph(self, number: int, character: str) -> Glyph:
        start, end = self._font.glyphPos[number : number + 2]
        outline = _filled(self._data[self._outlines + start : self._outlines + end])
        advance, bearing = self._metric(number)
        metric, width = pack(">HH", advance, bearing), round(advance * _EM / self._font.unitsPerEm)
        meaning = character.encode("utf-16-be").hex().upper()
        return Glyph(outline, _total(outline), metric, str(width), meaning)

    def _metric(self, number: int) -> tuple[int, int]:
        """Return advance and left side bearing; the last advance holds for all that follow."""
        start = self._font.get_table_pos("hmtx")[0]
        advances: int = unpack_from(">H", self._table("hhea"), _METRICS)[0]
        (advance,) = unpack_from(">H", self._data, start + 4 * min(number, advances - 1))
        at = 4 * number + 2 if number < advances else 2 * (advances + number)
        return advance, unpack_from(">H", self._data, start + at)[0]

    def _table(self, tag: str) -> bytes:
        start, length = self._font.get_table_pos(tag)
        return self._data[start : start + length]

    def _changed(self, tag: str, place: int, number: int) -> bytes:
        table = bytearray(self._table(tag))
        pack_into(">H", table, place, number)
        if tag == "head":
            pack_into(">L", table, _ADJUSTMENT, 0)
        return bytes(table)


def _bound(tables: Mapping[str, bytes], totals: Mapping[str, int]) -> bytes:
    """Return the tables behind their directory."""
    power = len(tables).bit_length() - 1
    room = 16 << power
    head = pack(">LHHHH", 0x00010000, len(tables), room, power, 16 * len(tables) - room)
    at, entries, bodies = len(head) + 16 * len(tables), [], []
    for tag in sorted(tables):
        entries.append(pack(">4sLLL", tag.encode(), totals[tag], at, len(tables[tag])))
        bodies.append(_filled(tables[tag]))
        at += len(bodies[-1])
    directory = b"".join([head, *entries])
    whole = _WHOLE - _total(directory) - sum(totals.values())
    bodies[sorted(tables).index("head")] = _adjusted(tables["head"], whole & _ALL)
    return directory + b"".join(bodies)


def _adjusted(head: bytes, whole: int) -> bytes:
    table = bytearray(_filled(head))
    pack_into(">L", table, _ADJUSTMENT, whole)
    return bytes(table)


def _filled(data: bytes) -> bytes:
    return data + bytes(-len(data) % _WORD)


def _total(data: bytes) -> int:
    words = array("I", _filled(data))
    if sys.byteorder == "little":
        words.byteswap()
    return sum(words) & _ALL
