"""What surrounds the body of every form: heading, running head, footer, page x of y."""

from dataclasses import dataclass
from datetime import date

from caseworker_app.documents import qr, words
from caseworker_app.documents.fonts import Role, runs, width
from caseworker_app.documents.lines import wrap
from caseworker_app.documents.page import (
    BODY,
    BOTTOM,
    GREY,
    LEFT,
    MM,
    RIGHT,
    THIN,
    WIDTH,
    Code,
    Glyphs,
    Page,
    Rule,
)

_TITLE, _LINE, _NOTE, _TINY = 18.0, 9.0, 8.0, 6.5
_CODE, _SMALL_CODE = 18 * MM, 12 * MM
_ABOVE = 10 * MM
"""Room above the QR code."""

_HASH = 12
_INK, _BELOW = "＿" * 9, 27.0
"""Line for the signature on every page, and how far below the page's number it is."""

_PRACTICE, _HUGE, _FAINT = "练习用　无效", 64.0, 0.9


@dataclass(frozen=True, slots=True)
class Furniture:
    """The common head and foot of a form (``forms.toml``, meta)."""

    title: str
    number: str
    household_number: str
    """Empty on a paper about no single household."""
    place: str
    """County and village."""
    issued: date
    basis: str
    privacy: str
    pack_name: str
    pack_id: str
    """Empty where no rule was applied."""
    pack_hash: str
    data_version: str
    digest: str
    code: str = ""
    """What the QR code says instead of number and hash, on a form that has neither yet."""
    is_practice: bool = False
    """The paper proves nothing, and every page says so."""
    each_page: str = ""
    """Who signs every page, in the margin at the right."""

    @property
    def depth(self) -> float:
        """Points of page one above the grid."""
        return 44.0 + len(self._basis()) * _NOTE * 1.4

    def dress(self, pages: list[Page]) -> None:
        """Put heading and footer on the pages, heading first in reading order."""
        for number, page in enumerate(pages):
            top = self._running_head(page) if number else self._heading(page)
            page.marks[:0] = [*self._void(page), *top]
            page.marks += self._foot(number + 1, len(pages))
            page.rules.append(Rule(LEFT, BOTTOM - 3.5 * MM, RIGHT, BOTTOM - 3.5 * MM, THIN))
            if number:
                y = page.format.top + 2 * MM
                page.rules.append(Rule(LEFT, y, RIGHT, y, THIN))

    def _void(self, page: Page) -> list[Glyphs]:
        """Return the words behind a page of practice, faint enough to read over."""
        if not self.is_practice:
            return []
        middle = (WIDTH - width(_PRACTICE, Role.HEADING, _HUGE)) / 2
        return [
            Glyphs(middle, page.format.height * part, _PRACTICE, Role.HEADING, _HUGE, _FAINT)
            for part in (0.25, 0.65)
        ]

    def _heading(self, page: Page) -> list[Glyphs | Code]:
        top = page.format.top
        middle = (WIDTH - width(self.title, Role.HEADING, _TITLE)) / 2
        issued = f"打印日期：{words.day(self.issued)}"
        lines = [
            Glyphs(middle, top + 2, self.title, Role.HEADING, _TITLE),
            _left(f"编号：{self.number}", top - 19, _LINE),
            Glyphs(LEFT + BODY * 0.42, top - 19, issued, Role.TEXT, _LINE),
            _left(f"所属：{self.place}", top - 33, _LINE),
        ]
        if self.household_number:
            lines.append(_right(f"救助证号：{self.household_number}", top - 33, _LINE))
        for at, line in enumerate(self._basis()):
            lines.append(_left(line, top - 33 - (at + 1) * _NOTE * 1.4 - 2.5, _NOTE))
        return [*lines, self._code(page, _CODE)]

    def _running_head(self, page: Page) -> list[Glyphs | Code]:
        right = RIGHT - _SMALL_CODE - 2 * MM
        y = page.format.top + 3.6 * MM
        return [
            Glyphs(LEFT, y, self.title, Role.HEADING, _LINE),
            _right(self._numbers(), y, _NOTE, right),
            self._code(page, _SMALL_CODE, MM),
        ]

    def _foot(self, number: int, total: int) -> list[Glyphs]:
        y = BOTTOM - 3.5 * MM - 10
        digest = f"记录摘要：{self.digest.removeprefix('sha256:')}"
        return [
            _left(self.privacy, y, _NOTE),
            _right(f"第 {number} 页　共 {total} 页", y, _NOTE),
            *(
                Glyphs(LEFT, y - 10 - at * 9, line, Role.TEXT, _TINY, GREY)
                for at, line in enumerate([*self._trace(), digest])
            ),
            *([_right(self.each_page + _INK, y - _BELOW, _LINE)] if self.each_page else ()),
        ]

    def _numbers(self) -> str:
        home = f"　救助证号：{self.household_number}" if self.household_number else ""
        return f"编号：{self.number}{home}"

    def _trace(self) -> tuple[str, ...]:
        """Return what the figures were reckoned with, in lines."""
        if not self.pack_id:
            return ()
        pack_hash = self.pack_hash.removeprefix("sha256:")[:_HASH]
        pack = f"{self.pack_name}（{self.pack_id}，{pack_hash}）"
        trace = f"规则包：{pack}" + f"　数据版本：{self.data_version}" * bool(self.data_version)
        return wrap(trace, Role.TEXT, _TINY, BODY)

    def _basis(self) -> tuple[str, ...]:
        return wrap(self.basis, Role.TEXT, _NOTE, BODY)

    def _code(self, page: Page, size: float, higher: float = 0) -> Code:
        y = page.format.height - _ABOVE - size + higher
        return Code(RIGHT - size, y, size, self.code or qr.content(self.number, self.digest))


def _left(text: str, y: float, size: float) -> Glyphs:
    runs(text, Role.TEXT)  # refused here, while the part of the form can be named
    return Glyphs(LEFT, y, text, Role.TEXT, size)


def _right(text: str, y: float, size: float, edge: float = RIGHT) -> Glyphs:
    return Glyphs(edge - width(text, Role.TEXT, size), y, text, Role.TEXT, size)
