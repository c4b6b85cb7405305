"""The shipped typefaces: which one has a character, how wide it is, how it goes into a paper.

A ToUnicode map holds UTF-16BE (ISO 32000-1, 9.10.3), so that a name with characters above
U+FFFF is found and copied as what it is.
"""

import re
import zlib
from collections.abc import Iterator, Sequence
from enum import StrEnum
from functools import lru_cache, partial
from itertools import groupby
from threading import Lock
from typing import NamedTuple

from reportlab.pdfbase import pdfdoc, pdfmetrics
from reportlab.pdfbase.ttfonts import SUBSETN, TTFont, TTFontFace

from caseworker_app.errors import UserError
from caseworker_app.paths import resource


class Face(StrEnum):
    """A typeface file."""

    SERIF = "CaseworkSerif"
    SANS = "CaseworkSans"
    RARE = "CaseworkRare"


_FILES = {
    Face.SERIF: ("noto-serif-sc", "NotoSerifSC-Regular.ttf"),
    Face.SANS: ("noto-sans-sc", "NotoSansSC-SemiBold.ttf"),
    Face.RARE: ("hana-min", "HanaMinB.ttf"),
}


class Role(StrEnum):
    """What a piece of text is for: 宋体 for what is filled in, 黑体 for titles and labels."""

    TEXT = "text"
    HEADING = "heading"


_LADDER = {
    Role.TEXT: (Face.SERIF, Face.RARE),
    Role.HEADING: (Face.SANS, Face.SERIF, Face.RARE),
}

_SHAPELESS = re.compile("[\u200b-\u200d\u2060\ufe00-\ufe0f\ufeff\U000e0100-\U000e01ef]")
_BLANKS = re.compile("[\t\u00a0\u2028\u2029]")
_NAMELESS = b"\0\0\0\0\0\6"
_PER_BLOCK = 100
_loading = Lock()


class Run(NamedTuple):
    """Characters that one typeface has; ``width`` is in thousandths of the size."""

    face: Face
    text: str
    width: float


class MissingGlyphError(UserError):
    """A character is in none of the typefaces; it would print as an empty box."""

    def __init__(self, character: str, text: str) -> None:
        super().__init__(
            f"字符“{character}”(U+{ord(character):04X})在随附字库中没有字形，不能打印。"
            f"所在文字：“{text}”。请改用规范汉字或说明文字后再生成文书。"
        )
        self.character = character


def runs(text: str, role: Role) -> tuple[Run, ...]:
    """Return the text as runs of one typeface each; raises ``MissingGlyphError``."""
    return _runs(text, role)


def width(text: str, role: Role, size: float) -> float:
    """Return the width of one line in points; raises ``MissingGlyphError``."""
    return sum(run.width for run in _runs(text, role)) * size / 1000


def clean(text: str) -> str:
    """Return the text with marks that have no shape taken out and every blank a space."""
    return _BLANKS.sub(" ", _SHAPELESS.sub("", text))


def load(face: Face) -> "EmbeddedFont":
    """Return the typeface, read from disk at its first use and known to ReportLab by name."""
    with _loading:
        if face not in _loaded:
            _loaded[face] = EmbeddedFont(face.value, str(resource("fonts", *_FILES[face])))
            pdfmetrics.registerFont(_loaded[face])
        return _loaded[face]


@lru_cache(maxsize=8192)
def _runs(text: str, role: Role) -> tuple[Run, ...]:
    base = load(_LADDER[role][0])
    glyphs, widths = base.face.charToGlyph, base.face.charWidths
    codes = [ord(character) for character in text]
    if all(code in glyphs for code in codes):
        return (Run(_LADDER[role][0], text, sum(widths[code] for code in codes)),)
    return tuple(_mixed(text, role))


def _mixed(text: str, role: Role) -> Iterator[Run]:
    for face, part in groupby(text, lambda character: _face_of(character, text, role)):
        piece = "".join(part)
        widths = load(face).face.charWidths
        yield Run(face, piece, sum(widths[ord(character)] for character in piece))


def _face_of(character: str, text: str, role: Role) -> Face:
    for face in _LADDER[role]:
        if ord(character) in load(face).face.charToGlyph:
            return face
    raise MissingGlyphError(character, text)


class _Window:
    """A table of the font file, sliced where it lies instead of copied for each subset."""

    def __init__(self, data: bytes, start: int) -> None:
        self._data, self._start = data, start

    def __getitem__(self, part: slice) -> bytes:
        return self._data[self._start + part.start : self._start + part.stop]


class _QuickFlate(pdfdoc.PDFStreamFilterZCompress):  # type: ignore[misc]  # ReportLab is untyped
    """Flate at its first level: outlines hardly shrink further, in a third of the time."""

    def encode(self, text: bytes) -> bytes:
        return zlib.compress(text, 1)


_QUICK = _QuickFlate()


class _Literal(pdfdoc.PDFObject):  # type: ignore[misc]  # ReportLab is untyped
    """An array of numbers that is already written."""

    def __init__(self, numbers: str) -> None:
        self._numbers = numbers

    def format(self, document: pdfdoc.PDFDocument) -> bytes:  # noqa: ARG002  # ReportLab's form
        return f"[ {self._numbers} ]".encode("ascii")


class EmbeddedFont(TTFont):  # type: ignore[misc]  # ReportLab is untyped
    """A TrueType font that is embedded as subsets with a right ToUnicode map."""

    def __init__(self, name: str, file: str) -> None:
        super().__init__(name, file, shapable=False)
        self.face.get_table = partial(_table, self.face)

    def addObjects(self, doc: pdfdoc.PDFDocument) -> None:  # noqa: N802  # ReportLab's name
        subsets = self.state[doc].subsets
        names = [self.getSubsetInternalName(n, doc)[1:] for n in range(len(subsets))]
        super().addObjects(doc)
        for number, subset in enumerate(subsets):
            name = (SUBSETN(number) + b"+" + self.face.name).decode("ascii")
            doc.idToObject[f"toUnicodeCMap:{name}"].content = _to_unicode(name, subset)
            doc.idToObject["BasicFonts"].dict[names[number]].Widths = self._widths(subset)
            doc.idToObject[f"fontFile:{self.face.filename}({name})"].filters = [_QUICK]

    def _widths(self, subset: Sequence[int]) -> "_Literal":
        return _Literal(" ".join(f"{self.face.getCharWidth(code):g}" for code in subset))


def _table(face: TTFontFace, tag: str) -> bytes | _Window:
    """Return a table for a subset: no ``name`` table, and ``glyf`` without a copy."""
    if tag == "name":
        return _NAMELESS
    start, length = face.get_table_pos(tag)
    data: bytes = face._ttf_data  # noqa: SLF001  # ReportLab has no other way to the bytes
    return _Window(data, start) if tag == "glyf" else data[start : start + length]


def _to_unicode(name: str, subset: Sequence[int]) -> str:
    """Return the map code → characters of one subset, at most 100 entries a block."""
    entries = [
        f"<{code:02X}> <{chr(point).encode('utf-16-be').hex().upper()}>"
        for code, point in enumerate(subset)
    ]
    blocks = [entries[at : at + _PER_BLOCK] for at in range(0, len(entries), _PER_BLOCK)]
    body = "\n".join(
        f"{len(block)} beginbfchar\n" + "\n".join(block) + "\nendbfchar" for block in blocks
    )
    return (
        "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n"
        f"/CMapName /{name} def\n/CMapType 2 def\n"
        f"1 begincodespacerange\n<00> <FF>\nendcodespacerange\n{body}\n"
        "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend"
    )


_loaded: dict[Face, EmbeddedFont] = {}
