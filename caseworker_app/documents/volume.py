"""Finished papers bound into one file: not a mark of them is drawn anew. Only here is pikepdf used.

What a file says beside its pages stays behind: actions, fields, and with them a seal, which
speaks of the bytes of its own file alone.
"""

from io import BytesIO
from itertools import groupby
from typing import NamedTuple

import pikepdf
from pikepdf import Array, Dictionary, Name, ObjectStreamMode, OutlineItem, Pdf, String

from caseworker_app.documents import archival
from caseworker_app.documents.archival import About
from caseworker_app.documents.canvas import paint
from caseworker_app.documents.embedding import Fonts
from caseworker_app.documents.fonts import Role, runs, width
from caseworker_app.documents.page import MM, WIDTH, Glyphs, Page
from caseworker_app.documents.sheets import foot
from caseworker_app.errors import UserError

_EDGE, _ABOVE, _SIZE = 20 * MM, 7.5 * MM, 9.0
_KEPT = frozenset({"/Type", "/Parent", "/MediaBox", "/Resources", "/Contents", "/Rotate"})
_LEAF = "/Leaf"


class Bound(NamedTuple):
    """A paper in the volume: its title, the part it lies in, its pages counted from 0."""

    title: str
    part: str
    pages: range


class Volume:
    """A file under construction."""

    def __init__(self, about: About) -> None:
        self._about = about
        self._pdf = Pdf.new()
        self._fonts: dict[tuple[str, bytes], pikepdf.Object] = {}
        self.bound: list[Bound] = []

    def add(self, paper: bytes, title: str, part: str = "") -> Bound:
        """Put a paper at the end; raises UserError naming one that cannot be read."""
        first = len(self._pdf.pages)
        self._put(paper, title, first)
        self.bound.append(Bound(title, part, range(first, len(self._pdf.pages))))
        return self.bound[-1]

    def open_with(self, paper: bytes, title: str) -> int:
        """Put a paper before all others; return how many pages it has."""
        count = self._put(paper, title, 0)
        moved = (
            one._replace(pages=range(one.pages.start + count, one.pages.stop + count))
            for one in self.bound
        )
        self.bound = [Bound(title, "", range(count)), *moved]
        return count

    def _put(self, paper: bytes, title: str, place: int) -> int:
        try:
            with pikepdf.open(BytesIO(paper)) as source:
                for number, page in enumerate(source.pages, place):
                    self._pdf.pages.insert(number, page)
                count = len(source.pages)
        except pikepdf.PdfError as error:
            raise UserError(
                f"“{title}”的文件已损坏，不能装入档案。请重新生成这份文书后再装订。"
            ) from error
        for page in self._pdf.pages[place : place + count]:
            for key in set(page.obj.keys()) - _KEPT:
                del page.obj[key]
            self._share(page.obj.Resources.Font)
        return count

    def _share(self, fonts: pikepdf.Object) -> None:
        """Let a page lean on a subset that an earlier paper brought along."""
        for name in fonts.keys():  # noqa: SIM118  # no mapping
            same = (str(fonts[name].BaseFont), fonts[name].ToUnicode.read_raw_bytes())
            fonts[name] = self._fonts.setdefault(same, fonts[name])

    def number(self, text: str, first: int) -> None:
        """Write ``text`` with 1, 2, 3 … at the upper right of the pages from ``first`` on."""
        letters = "".join(sorted(set(text.replace("%d", "") + "0123456789")))
        fonts, face = Fonts(), runs(letters, Role.TEXT)[0].face
        fonts.coded(face, letters)
        font = self._font(letters, face.value)
        for number, page in enumerate(self._pdf.pages[first:], 1):
            page.obj.Resources.Font[_LEAF] = font
            told = text % number
            wide, high = (float(side) for side in page.mediabox[2:])
            scale = wide / WIDTH
            x = wide - (_EDGE + width(told, Role.TEXT, _SIZE)) * scale
            y = high - _ABOVE * scale
            page.contents_add(b"q\n", prepend=True)
            page.contents_add(
                f"\nQ BT {_LEAF} {_SIZE * scale:.2f} Tf 1 0 0 1 {x:.2f} {y:.2f} Tm "
                f"<{fonts.coded(face, told)}> Tj ET".encode("ascii")
            )

    def stamp(self, bound: Bound, text: str) -> None:
        """Write a line at the foot of a paper's pages, such as which copy it is."""
        with pikepdf.open(BytesIO(paint([foot(text)], About(text, "", "")))) as source:
            laid = self._pdf.copy_foreign(source.pages[0].as_form_xobject())
        for number in bound.pages:
            page = self._pdf.pages[number]
            name = page.add_resource(laid, Name.XObject, prefix="Copy")
            scale = float(page.mediabox[2]) / WIDTH
            page.contents_add(b"q\n", prepend=True)
            page.contents_add(
                f"\nQ q {scale:.4f} 0 0 {scale:.4f} 0 0 cm {name} Do Q".encode("ascii")
            )

    def label(self, prefix: str, first: int) -> None:
        """Let a reader call the pages from ``first`` on 1, 2, 3 …, those before by ``prefix``."""
        decimal = Dictionary(S=Name.D)
        before = Dictionary(S=Name.D, P=String(prefix))
        self._pdf.Root.PageLabels = Dictionary(Nums=Array([0, before, first, decimal]))

    def data(self) -> bytes:
        """Return the file, fit for the archive; the same papers give the same bytes."""
        self._bookmarks()
        self._describe()
        file = BytesIO()
        self._pdf.save(
            file,
            min_version="1.7",
            fix_metadata_version=False,
            object_stream_mode=ObjectStreamMode.disable,
            stream_decode_level=pikepdf.StreamDecodeLevel.none,
            deterministic_id=True,
        )
        return file.getvalue()

    def _font(self, letters: str, name: str) -> pikepdf.Object:
        """Return a typeface of this file that has these letters, coded in their order."""
        line = Glyphs(0, 0, letters, Role.TEXT, _SIZE)
        with pikepdf.open(BytesIO(paint([Page(marks=[line])], About("", "", "")))) as source:
            return self._pdf.copy_foreign(source.pages[0].obj.Resources.Font[f"/{name}"])

    def _bookmarks(self) -> None:
        with self._pdf.open_outline() as outline:
            for part, papers in groupby(self.bound, lambda bound: bound.part):
                entries = list(map(_entry, papers))
                if not part:
                    outline.root.extend(entries)
                    continue
                above = OutlineItem(part, entries[0].destination)
                above.children.extend(entries)
                outline.root.append(above)

    def _describe(self) -> None:
        root, about = self._pdf.Root, self._about
        profile = self._pdf.make_stream(archival.profile(), N=3)
        told = {f"/{key}": String(text) for key, text in archival.INTENT.items()}
        kind = {"/Type": Name.OutputIntent, "/S": Name.GTS_PDFA1, "/DestOutputProfile": profile}
        root.OutputIntents = Array([Dictionary({**kind, **told})])
        root.Metadata = self._pdf.make_stream(
            archival.packet(about), Type=Name.Metadata, Subtype=Name.XML
        )
        root.Lang = String(archival.LANGUAGE)
        root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
        root.PageMode = Name.UseOutlines
        for key, text in archival.information(about).items():
            self._pdf.docinfo[f"/{key}"] = String(text)


def _entry(bound: Bound) -> OutlineItem:
    return OutlineItem(bound.title, bound.pages.start)
