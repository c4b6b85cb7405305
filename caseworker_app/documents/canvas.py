"""Pages of marks become PDF bytes. Only here is ReportLab's canvas used."""

from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256
from io import BytesIO
from threading import Lock

from reportlab import rl_config
from reportlab.pdfbase.pdfdoc import PDFDocument, PDFImageXObject
from reportlab.pdfgen.canvas import Canvas

from caseworker_app.documents import content, pictures
from caseworker_app.documents.fonts import Face, load
from caseworker_app.documents.page import (
    Code,
    Glyphs,
    Ink,
    Page,
    Picture,
    Tick,
)

rl_config.useA85 = 0
_one_at_a_time = Lock()
"""A font holds the subset of the document being written."""


@dataclass(frozen=True, slots=True)
class About:
    """What the file says about itself."""

    title: str
    author: str
    subject: str


def paint(pages: Sequence[Page], about: About) -> bytes:
    """Return the PDF; the same pages give the same bytes, on any thread."""
    file = BytesIO()
    with _one_at_a_time:
        load(Face.SERIF)
        canvas = Canvas(
            file,
            pagesize=pages[0].format.paper,
            pageCompression=1,
            invariant=1,
            initialFontName=Face.SERIF,
            lang="zh-CN",
        )
        canvas.setTitle(about.title)
        canvas.setAuthor(about.author)
        canvas.setSubject(about.subject)
        canvas.setCreator("caseworker")
        canvas.setViewerPreference("DisplayDocTitle", "true")
        for number, page in enumerate(pages):
            _page(canvas, page, number)
            canvas.showPage()
        canvas.save()
    return file.getvalue()


def _page(canvas: Canvas, page: Page, number: int) -> None:
    scale = page.format.scale
    if scale != 1:
        canvas.scale(scale, scale)
    for order, (title, y) in enumerate(page.outline):
        key = f"{number}-{order}"
        canvas.bookmarkHorizontal(key, 0, y)
        canvas.addOutlineEntry(title, key)
    marks = page.marks
    for mark in marks:
        if isinstance(mark, Picture):
            _picture(canvas, mark)
    for operators in (
        content.rules(page.rules),
        content.codes(mark for mark in marks if isinstance(mark, Code)),
        content.ticks([mark for mark in marks if isinstance(mark, Tick)]),
        content.inks(mark for mark in marks if isinstance(mark, Ink)),
        content.texts((mark for mark in marks if isinstance(mark, Glyphs)), _document(canvas)),
    ):
        canvas.addLiteral("\n".join(operators))


def _picture(canvas: Canvas, picture: Picture) -> None:
    """Draw a JPEG whose bytes go into the file as they are."""
    name = sha256(picture.jpeg).hexdigest()
    if not canvas.hasForm(name):
        image = PDFImageXObject(name)
        image.loadImageFromJPEG(BytesIO(picture.jpeg))
        _document(canvas).addForm(name, image)  # drawImage would decode the JPEG
    wide, high = pictures.size(picture.jpeg)
    lies = picture.turned % 180 != 0
    scale = min(picture.w / (high if lies else wide), picture.h / (wide if lies else high))
    w, h = wide * scale, high * scale
    canvas.saveState()
    canvas.translate(picture.x + picture.w / 2, picture.y + picture.h / 2)
    if picture.turned:
        canvas.rotate(-picture.turned)
    canvas.translate(-w / 2, -h / 2)
    canvas.scale(w, h)
    canvas.doForm(name)
    canvas.restoreState()


def _document(canvas: Canvas) -> PDFDocument:
    return canvas._doc  # noqa: SLF001  # fonts and pictures belong to it; there is no other way
