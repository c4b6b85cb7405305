"""Typefaces as one paper embeds them: the glyphs it uses, their widths, what they mean.

Composite fonts whose codes are the places of the glyphs (ISO 32000-1, 9.7). Nothing of a paper
is kept in a typeface, so that several are written at a time.
"""

from hashlib import sha256

from reportlab.pdfbase.pdfdoc import PDFArray, PDFDocument, PDFObjectReference

from caseworker_app.documents.fonts import Face, load
from caseworker_app.documents.objects import Dictionary, Literal, Stream
from caseworker_app.documents.typeface import Glyph, Typeface

_PER_BLOCK = 100
"""Entries of a ToUnicode map that stand together (ISO 32000-1, 9.10.3)."""
_TAG = 6
_CODING = "<< /Registry (Adobe) /Ordering (Identity) /Supplement 0 >>"
_NUMBER = "{:g}".format


class _Codes(dict[str, str]):
    """Character → code of four hex digits, given out in the order of use, from 1."""

    def __missing__(self, character: str) -> str:
        code = self[character] = f"{len(self) + 1:04X}"
        return code


class Fonts:
    """The typefaces of one paper."""

    def __init__(self) -> None:
        self._codes: dict[Face, _Codes] = {}

    def coded(self, face: Face, text: str) -> str:
        """Return a text as the codes of its glyphs in hex digits."""
        codes = self._codes.get(face)
        if codes is None:
            codes = self._codes[face] = _Codes()
        return "".join(map(codes.__getitem__, text))

    def objects(self, document: PDFDocument) -> Dictionary:
        """Return the fonts of the paper by the names of their faces."""
        return Dictionary(
            {face.value: _font(document, load(face), "".join(c)) for face, c in self._codes.items()}
        )


def _font(document: PDFDocument, typeface: Typeface, text: str) -> PDFObjectReference:
    glyphs = [typeface.glyph(0), *(typeface.glyph(ord(character)) for character in text)]
    name = f"/{_tag(text)}+{typeface.name}"
    described = {
        "Type": "/Font",
        "Subtype": "/CIDFontType2",
        "BaseFont": name,
        "CIDSystemInfo": Literal(_CODING),
        "CIDToGIDMap": "/Identity",
        "FontDescriptor": document.Reference(_descriptor(typeface, name, glyphs)),
        "DW": 1000,
        "W": Literal(f"[0 [{' '.join([glyph.width for glyph in glyphs])}]]"),
    }
    meaning = Stream(_to_unicode(glyphs).encode("ascii"))
    composed = {
        "Type": "/Font",
        "Subtype": "/Type0",
        "BaseFont": name,
        "Encoding": "/Identity-H",
        "DescendantFonts": PDFArray([document.Reference(Dictionary(described))]),
        "ToUnicode": document.Reference(meaning),
    }
    return document.Reference(Dictionary(composed))


def _descriptor(typeface: Typeface, name: str, glyphs: list[Glyph]) -> Dictionary:
    box, figures = typeface.box, typeface.figures
    program = typeface.program(glyphs)
    return Dictionary(
        {
            "Type": "/FontDescriptor",
            "FontName": name,
            "FontBBox": Literal(f"[{' '.join(map(_NUMBER, box))}]"),
            "FontFile2": Stream(program, {"Length1": len(program)}),
            **{figure: Literal(_NUMBER(size)) for figure, size in figures.items()},
        }
    )


def _tag(text: str) -> str:
    """Return six capitals that another subset of the typeface does not have."""
    digest = sha256(text.encode()).digest()
    return "".join(chr(ord("A") + byte % 26) for byte in digest[:_TAG])


def _to_unicode(glyphs: list[Glyph]) -> str:
    """Return the map code → character in UTF-16BE, at most 100 entries a block.

    ReportLab's own leaves characters above U+FFFF out of reach of searching and copying.
    """
    entries = [f"<{code:04X}> <{glyph.meaning}>" for code, glyph in enumerate(glyphs) if code]
    blocks = [entries[at : at + _PER_BLOCK] for at in range(0, len(entries), _PER_BLOCK)]
    body = "\n".join(
        f"{len(block)} beginbfchar\n" + "\n".join(block) + "\nendbfchar" for block in blocks
    )
    return (
        "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n"
        "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
        f"1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n{body}\n"
        "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend"
    )
