"""Pages of marks become PDF bytes, fit for the archive."""

from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha256
from typing import NamedTuple

from reportlab.pdfbase.pdfdoc import (
    PDFArray,
    PDFDocument,
    PDFObjectReference,
    PDFString,
)

from caseworker_app.documents import archival, content, pictures
from caseworker_app.documents.archival import About as About
from caseworker_app.documents.embedding import Fonts
from caseworker_app.documents.objects import Dictionary, Literal, Stream
from caseworker_app.documents.page import (
    Code,
    Glyphs,
    Ink,
    Page,
    Picture,
    Tick,
)

_PDF_1_7 = (1, 7)


class _Place(NamedTuple):
    """Where something named in the outline begins."""

    title: str
    page: PDFObjectReference
    y: float


def paint(pages: Sequence[Page], about: About) -> bytes:
    """Return the PDF; the same pages give the same bytes, on any thread."""
    document = PDFDocument(invariant=1, pdfVersion=_PDF_1_7, lang=archival.LANGUAGE)
    archival.describe(document, about)
    fonts, shown, places = Fonts(), dict[str, PDFObjectReference](), list[_Place]()
    resources = Dictionary()
    common = document.Reference(resources)
    for page in pages:
        code = "\n".join(_code(page, fonts, _pictures(document, page, shown)))
        made = _page(document, page, code, common)
        places += [_Place(title, made, y * page.format.scale) for title, y in page.outline]
    resources["Font"] = fonts.objects(document)
    resources["XObject"] = Dictionary(shown)
    _outline(document, places)
    file: bytes = document.format()
    return file


def _page(
    document: PDFDocument, page: Page, code: str, resources: PDFObjectReference
) -> PDFObjectReference:
    content = code.encode("ascii")
    document.updateSignature(sha256(content).digest())
    wide, high = page.format.paper
    made = document.Reference(
        Dictionary(
            {
                "Type": "/Page",
                "Parent": document.Reference(document.Pages),
                "MediaBox": Literal(f"[0 0 {wide:.4f} {high:.4f}]"),
                "Resources": resources,
                "Contents": Stream(content),
            }
        )
    )
    document.Pages.addPage(made)
    return made


def _code(page: Page, fonts: Fonts, shown: Iterable[str]) -> Iterator[str]:
    """Yield the operators that draw a page, text in reading order at the end."""
    if page.format.scale != 1:
        yield f"{page.format.scale:.6f} 0 0 {page.format.scale:.6f} 0 0 cm"
    marks = page.marks
    yield from shown
    yield from content.rules(page.rules)
    yield from content.codes(mark for mark in marks if isinstance(mark, Code))
    yield from content.ticks([mark for mark in marks if isinstance(mark, Tick)])
    yield from content.inks(mark for mark in marks if isinstance(mark, Ink))
    yield from content.texts((mark for mark in marks if isinstance(mark, Glyphs)), fonts)


def _pictures(
    document: PDFDocument, page: Page, shown: dict[str, PDFObjectReference]
) -> Iterator[str]:
    """Yield the operators of the pictures; one that is shown twice is in the file once."""
    for mark in page.marks:
        if isinstance(mark, Picture):
            name = f"P{sha256(mark.jpeg).hexdigest()[:32]}"
            if name not in shown:
                shown[name] = document.Reference(_image(mark.jpeg))
            yield content.picture(mark, name)


def _image(jpeg: bytes) -> Stream:
    """Return a JPEG whose bytes go into the file as they are."""
    head = pictures.head(jpeg)
    entries = {
        "Type": "/XObject",
        "Subtype": "/Image",
        "Width": head.wide,
        "Height": head.high,
        "BitsPerComponent": 8,
        "ColorSpace": "/DeviceRGB" if head.coloured else "/DeviceGray",
    }
    return Stream(jpeg, entries, coding="DCT")


def _outline(document: PDFDocument, places: Sequence[_Place]) -> None:
    """Write the bookmarks, one below the other."""
    if not places:
        document.Catalog.Outlines = None
        return
    root = Dictionary({"Type": "/Outlines", "Count": len(places)})
    parent = document.Reference(root)
    entries = [
        Dictionary(
            {
                "Title": PDFString(place.title),
                "Parent": parent,
                "Dest": PDFArray([place.page, "/XYZ", 0, Literal(f"{place.y:.2f}"), 0]),
            }
        )
        for place in places
    ]
    links = [document.Reference(entry) for entry in entries]
    for entry, link in zip(entries[1:], links, strict=False):
        entry["Prev"] = link
    for entry, link in zip(entries, links[1:], strict=False):
        entry["Next"] = link
    root["First"], root["Last"] = links[0], links[-1]
    document.Catalog.Outlines = root
