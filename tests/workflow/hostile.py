"""PDFs and pictures made to hurt whoever opens them, small enough to be sent by anybody."""

import struct
import zlib
from collections.abc import Iterable

_PAGES = 2
"""Number of the object that lists the pages."""
_ADLER = 65521
"""Modulus of the sum at the end of what is packed."""


def pdf(objects: Iterable[bytes]) -> bytes:
    """Return a PDF of these objects, the first its catalogue."""
    out, places = bytearray(b"%PDF-1.7\n"), []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(places) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer\n<</Size %d/Root 1 0 R>>\n" % (len(places) + 1)
    return bytes(out + b"startxref\n%d\n%%%%EOF\n" % start)


def stream(data: bytes, entries: bytes = b"") -> bytes:
    return b"<</Length %d%s>>stream\n%s\nendstream" % (len(data), entries, data)


def of_pages(pages: list[bytes], others: Iterable[bytes] = ()) -> bytes:
    """Return a PDF; the objects of the pages begin at 3, the others come after them."""
    kids = b" ".join(b"%d 0 R" % (n + _PAGES + 1) for n in range(len(pages)))
    catalogue = b"<</Type/Catalog/Pages 2 0 R>>"
    listed = b"<</Type/Pages/Count %d/Kids[%s]>>" % (len(pages), kids)
    return pdf([catalogue, listed, *pages, *others])


def page(entries: bytes = b"", box: bytes = b"0 0 595 842") -> bytes:
    return b"<</Type/Page/Parent 2 0 R/MediaBox[%s]%s>>" % (box, entries)


def endless(before: int = 0) -> bytes:
    """Return a PDF whose last page draws a drawing that draws a drawing, ten times at each turn."""
    deep, first = 20, before + _PAGES + 2
    last = page(b"/Contents %d 0 R/Resources<</XObject<</X %d 0 R>>>>" % (first, first + 1))
    drawings = [
        stream(
            b"/X Do " * 10,
            b"/Type/XObject/Subtype/Form/BBox[0 0 595 842]"
            b"/Resources<</XObject<</X %d 0 R>>>>" % (first + 2 + n),
        )
        for n in range(deep)
    ]
    dot = stream(b"0 0 9 9 re f", b"/Type/XObject/Subtype/Form/BBox[0 0 595 842]")
    return of_pages([*[page()] * before, last], [stream(b"/X Do"), *drawings, dot])


def with_picture(data: bytes, entries: bytes) -> bytes:
    """Return a PDF of one page that is one picture."""
    drawn = stream(b"595 0 0 842 0 0 cm /I Do")
    only = page(b"/Contents 4 0 R/Resources<</XObject<</I 5 0 R>>>>")
    return of_pages([only], [drawn, stream(data, b"/Type/XObject/Subtype/Image" + entries)])


def zeros(size: int) -> bytes:
    """Return so many zeros, packed: a thousandth of them.

    What is packed after a full flush knows nothing of what came before, so that a mebibyte is
    packed once, however many there are.
    """
    packer = zlib.compressobj(9, wbits=-zlib.MAX_WBITS)
    mebibyte = packer.compress(bytes(1 << 20)) + packer.flush(zlib.Z_FULL_FLUSH)
    rest = packer.compress(bytes(size % (1 << 20))) + packer.flush()
    check = size % _ADLER << 16 | 1
    return b"\x78\xda" + mebibyte * (size >> 20) + rest + struct.pack(">I", check)


def png(wide: int, high: int) -> bytes:
    """Return a whole picture of one bit a pixel, all black."""
    head = struct.pack(">IIBBBBB", wide, high, 1, 0, 0, 0, 0)
    data = zeros((1 + (wide + 7) // 8) * high)
    pieces = ((b"IHDR", head), (b"IDAT", data), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
        for kind, body in pieces
    )


def jpeg2000(wide: int, high: int) -> bytes:
    """Return the head of a JPEG 2000 codestream of so many pixels, and then nothing it promised."""
    size = (
        struct.pack(">HIIIIIIIIH", 0, wide, high, 0, 0, wide, high, 0, 0, 3) + b"\x07\x01\x01" * 3
    )
    style = bytes((0, 0, 0, 1, 1, 5, 4, 4, 0, 1))
    steps = bytes((0x40, *range(0x40, 0x50)))
    marks = ((b"\xff\x51", size), (b"\xff\x52", style), (b"\xff\x5c", steps))
    body = b"".join(mark + struct.pack(">H", len(part) + 2) + part for mark, part in marks)
    tile = b"\xff\x90" + struct.pack(">HHIBB", 10, 0, 0, 0, 1) + b"\xff\x93"
    return b"\xff\x4f" + body + tile + b"\xde\xad\xbe\xef" * 400
