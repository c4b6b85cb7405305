"""One cell as a department typed it: hidden characters gone, tricks of spreadsheets undone."""

import re
from decimal import Decimal, InvalidOperation

LONGEST = 32_767
"""Characters a cell of a spreadsheet can hold; more is cut where the file is read."""

_EXACT = 15
_BLANKS = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
_HIDDEN = (
    "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u00ad\u034f\u061c\u115f\u1160\u180b-\u180e\u200b-\u200f"
    "\u202a-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff9-\uffff"
)
_PRIVATE = "\ue000-\uf8ff\U000f0000-\U0010ffff"
_WIDE = "０-９Ａ-Ｚａ-ｚ"
_ODD = re.compile(f"[{_HIDDEN}{_BLANKS}{_PRIVATE}{_WIDE}]")
_BLANK = re.compile(f"[{_BLANKS}]")
_PLAIN = re.compile(r"[!#-&(-<>-~\u4e00-\u9fa5]*")
_GAP = re.compile(r"\s+")
_AS_FORMULA = re.compile(r'="(.*)"', re.DOTALL)
_EXPONENT = re.compile(r"[0-9](\.[0-9]+)?[Ee]\+?[0-9]{1,3}")

_NOTHING = frozenset(
    ("", "-", "--", "—", "——", "/", "\\", "\\N", "#N/A", "N/A", "无", "空", "NULL", "null", "None")
)

_RENEWED = {
    0xE7C7: "\u1e3f",
    0xE81E: "\u9fb4", 0xE826: "\u9fb5", 0xE82B: "\u9fb6", 0xE82C: "\u9fb7",
    0xE832: "\u9fb8", 0xE843: "\u9fb9", 0xE854: "\u9fba", 0xE864: "\u9fbb",
    0xE816: "\U00020087", 0xE817: "\U00020089", 0xE818: "\U000200cc",
    0xE831: "\U000215d7", 0xE83B: "\U0002298f", 0xE855: "\U000241fe",
} | dict(zip(range(0xE78D, 0xE797), "︐︒︑︓︔︕︖︗︘︙", strict=True))  # fmt: skip
"""Characters that GB 18030 kept at private code points until 2005 or 2022, and where they are."""


class Number(str):
    """The digits of a cell that was a number in the file, not a text."""

    __slots__ = ()

    @property
    def ruined(self) -> bool:
        """Whether a spreadsheet has cut digits off: it keeps the first fifteen only."""
        try:
            return Decimal(self).adjusted() >= _EXACT
        except InvalidOperation:
            return True


class CellError(ValueError):
    """Why a cell cannot be taken, in a few words of Chinese for the department."""


def clean(cell: str) -> tuple[str, int]:
    """Return the cell as meant, and how many characters nobody could see were put right.

    Full-width digits and letters become plain, characters that GB 18030 moved in 2022 go where
    they are now, other private ones go. Names are kept otherwise exactly as written.
    """
    if _PLAIN.fullmatch(cell):
        return cell, 0
    odd = 0
    if not cell.isascii() and _ODD.search(cell):
        cell, odd = _ODD.subn(_put_right, cell)
    elif _ODD.search(cell):
        cell, odd = _ODD.subn("", cell)
    text = cell.strip()
    if "\n" in text or "  " in text or "\r" in text or "\t" in text:
        text = _GAP.sub(" ", text)
    if text[:2] == '="' and (inner := _AS_FORMULA.fullmatch(text)):
        text = inner[1].strip()
    text = text.removeprefix("'").lstrip()
    return text, odd


def is_nothing(text: str) -> bool:
    """Tell whether a department means by this that there is nothing to say."""
    return text in _NOTHING


def cut_by_spreadsheet(text: str) -> bool:
    """Tell whether a long number was written the way a spreadsheet shows one it has ruined."""
    return _EXPONENT.fullmatch(text) is not None


def _put_right(found: re.Match[str]) -> str:
    character = found[0]
    if character in "０１２３４５６７８９" or "Ａ" <= character <= "ｚ":
        return chr(ord(character) - 0xFEE0)
    return _RENEWED.get(ord(character), " " if _BLANK.match(character) else "")
