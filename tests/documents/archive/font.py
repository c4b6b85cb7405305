"""What ISO 19005-2, 6.2.11, asks of fonts: embedded, right widths, a glyph and a meaning each."""

import re
from collections.abc import Iterator
from struct import unpack_from

import pikepdf
from pikepdf import Object, Pdf


def fonts(pdf: Pdf) -> Iterator[str]:
    """Yield what is wrong with the fonts of a file."""
    shown = _shown(pdf)
    known: dict[str, tuple[int, int]] = {}
    for font, codes in shown.values():
        name = str(font.BaseFont)
        if known.setdefault(name, font.objgen) != font.objgen:
            yield f"9.6.4 two subsets called {name}"
        yield from (f"{fault} in {name}" for fault in _composed(font))
        yield from (f"{fault} in {name}" for fault in _coded(font, codes))


def _shown(pdf: Pdf) -> dict[tuple[int, int], tuple[Object, set[int]]]:
    """Return every font that draws something, with the codes it draws."""
    shown: dict[tuple[int, int], tuple[Object, set[int]]] = {}
    for page in pdf.pages:
        used: Object | None = None
        for instruction in pikepdf.parse_content_stream(page):
            operator = str(instruction.operator)
            if operator == "Tf":
                used = page.Resources.Font[str(instruction.operands[0])]
            elif operator == "Tj":
                assert used is not None
                text = bytes(instruction.operands[0])
                codes = shown.setdefault(used.objgen, (used, set()))[1]
                codes |= {text[at] << 8 | text[at + 1] for at in range(0, len(text), 2)}
    return shown


def _composed(font: Object) -> Iterator[str]:
    """6.2.11.3: the parts of a composite font agree."""
    if font.Subtype != "/Type0" or font.Encoding != "/Identity-H":
        yield "6.2.11.3 no composite font"
    below = font.DescendantFonts[0]
    if below.get("/CIDToGIDMap") != "/Identity":
        yield "6.2.11.3.2 CIDToGIDMap"
    if {str(font.BaseFont), str(below.BaseFont), str(below.FontDescriptor.FontName)} != {
        str(font.BaseFont)
    }:
        yield "6.2.11.2 names differ"
    if not re.match("/[A-Z]{6}\\+", str(font.BaseFont)):
        yield "6.2.11.4.2 subset without its tag"


def _coded(font: Object, codes: set[int]) -> Iterator[str]:
    """6.2.11.4 to 6.2.11.8: embedded, and each code has its width, a glyph and a meaning."""
    below = font.DescendantFonts[0]
    first, widths = int(below.W[0]), [float(str(width)) for width in below.W[1]]
    if "/FontFile2" not in below.FontDescriptor:
        yield "6.2.11.4 not embedded"
        return
    advances = _advances(below.FontDescriptor.FontFile2.read_bytes())
    meant = dict(re.findall(rb"<([0-9A-F]{4})> <([0-9A-F]+)>", font.ToUnicode.read_bytes()))
    if first != 0 or len(widths) != len(advances):
        yield "6.2.11.5 widths of other glyphs"
    for code in codes:
        if not 0 < code < len(advances):
            yield f"6.2.11.8 no glyph {code}"
        elif abs(widths[code] - advances[code]) > 1:
            yield f"6.2.11.5 width {widths[code]} of {code} is {advances[code]:.1f}"
        if meant.get(b"%04X" % code, b"0000") in (b"0000", b"FEFF", b"FFFE"):
            yield f"6.2.11.7 no meaning of {code}"


def _advances(program: bytes) -> list[float]:
    """Return the advances in a TrueType program in thousandths."""
    tables = {
        program[at : at + 4]: unpack_from(">L", program, at + 8)[0]
        for at in range(12, 12 + 16 * unpack_from(">H", program, 4)[0], 16)
    }
    em = unpack_from(">H", program, tables[b"head"] + 18)[0]
    count = unpack_from(">H", program, tables[b"maxp"] + 4)[0]
    metrics = unpack_from(f">{2 * count}H", program, tables[b"hmtx"])
    return [advance * 1000 / em for advance in metrics[::2]]
