"""What a form is made of, as ``resources/forms/<code>.toml`` describes it.

Entries say what is filled in, parts how it stands on the paper. A text names entries in braces,
and may be dated and meant for one region: the wording in force on the day of the act is printed.
"""

import re
import tomllib
from collections.abc import Iterator, Mapping
from datetime import date
from enum import StrEnum
from functools import cache
from typing import TypeAlias

import msgspec

from caseworker_app.paths import resource

PLACE = re.compile(r"\{(\w+)\}")
"""The name of an entry, or of a dated text, within a text."""


class Kind(StrEnum):
    """What stands in an entry, and how its value is kept."""

    TEXT = "text"
    """Words of one line: a string."""
    PARA = "para"
    """Words of several lines: a string."""
    DAY = "day"
    """ISO 8601 date."""
    MONTH = "month"
    """``YYYY-MM``."""
    MONEY = "money"
    """Fen."""
    COUNT = "count"
    """A whole number."""
    CHOICE = "choice"
    """The words that are ticked, a list."""
    ROWS = "rows"
    """A list of mappings from column to value."""
    ORDINAL = "ordinal"
    """Of a column: counted from 1 by the paper, never kept."""


class Style(StrEnum):
    """How a paragraph stands."""

    BODY = "body"
    """Indented by two characters."""
    CLAUSE = "clause"
    """The same, smaller: the numbered sentences of a paper that is mostly tables."""
    ADDRESS = "address"
    """Whom it speaks to, at the left."""
    HEADING = "heading"
    CLOSING = "closing"
    """Authority and day, at the right; never parted."""
    FINE = "fine"
    """Smaller, for notes."""


class _Part(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    when: str = ""
    """Entry without which a filled paper leaves this out; an empty form has it.

    ``entry=word`` asks for that word among the ticked ones.
    """
    sheet: bool = False
    """Begins on a new page."""


class Column(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A column of a table; widths are shares of the whole."""

    name: str
    label: str
    width: float
    kind: Kind = Kind.TEXT
    align: str = "c"
    """l, c or r."""
    fine: bool = False
    """Smaller, for citations."""
    by_hand: bool = False
    """Written into the printed paper, such as a signature; nobody fills it in before."""


class Entry(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What is filled in. What is not asked for is known from the record and cannot be changed."""

    name: str
    label: str
    kind: Kind = Kind.TEXT
    asked: bool = False
    """A person fills it in, or changes what is proposed."""
    required: bool = False
    choices: tuple[str, ...] = ()
    """Of a choice: every word there is."""
    several: bool = False
    """Of a choice: more than one may be ticked."""
    columns: tuple[Column, ...] = ()
    """Of rows."""
    weight: float = 1.0
    """Width beside the other entries of its row."""
    lines: int = 1
    """Room on an empty form, in lines; of rows, how many of them."""
    by_hand: bool = False
    """Often written into the printed paper: its room stays open there, not only on an empty one."""
    hint: str = ""
    """What the person who fills it in should know."""
    shown_by: str = ""
    """Entry that stands on the paper in its place, such as its rows with what follows."""


class Prose(_Part, frozen=True, tag_field="part", tag="prose"):
    """A paragraph, or several on lines of their own."""

    text: str
    style: Style = Style.BODY


class Fields(_Part, frozen=True, tag_field="part", tag="fields"):
    """Entries with their labels in a frame; each row is a list of entries."""

    rows: tuple[tuple[str, ...], ...]
    number: str = ""
    name: str = ""
    label: float = 58.0
    """Width of a label in points."""


class Grid(_Part, frozen=True, tag_field="part", tag="table"):
    """Rows under their heads."""

    rows: str
    """Entry of kind rows."""
    caption: str = ""
    number: str = ""
    name: str = ""
    totals: Mapping[str, str] = msgspec.field(default_factory=dict)
    """Column → entry with its sum, in a last row of their own."""
    size: float = 8.5
    """Of its letters in points."""


class Signer(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Room for one signature, or for a seal."""

    role: str
    entry: str = ""
    """Entry with the name of who signs."""
    behalf: str = ""
    """Of each: the column with the person a guardian signs for."""
    thumb: bool = False
    """A thumbprint may stand for the signature or beside it."""
    seal: bool = False
    """Room for the seal of an authority."""
    opinion: bool = False
    """Room for a few words above the signature."""


class Signing(_Part, frozen=True, tag_field="part", tag="signing"):
    """Blocks of signatures, two side by side; ``each`` gives one block to each of some rows."""

    signers: tuple[Signer, ...]
    each: str = ""
    """Entry of kind rows: the first signer's block is repeated for each, by its column name."""
    statement: str = ""
    number: str = ""
    name: str = ""


Part: TypeAlias = Prose | Fields | Grid | Signing


class Wording(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A text under a name; of those that fit, the nearest region's newest counts."""

    name: str
    since: date
    text: str
    region: str = ""
    """First digits of the regions it is for; empty for the whole country."""


class Form(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A form as it is described."""

    code: str
    title: str
    copies: int
    """Printed unless somebody says otherwise."""
    entries: tuple[Entry, ...]
    parts: tuple[Part, ...]
    wordings: tuple[Wording, ...]
    privacy: str = "仅用于社会救助审核，依法保密。"
    each_page: str = ""
    """Who signs every page, beside the room for it."""
    is_outward: bool = False
    """Read by others than household and office: neither 救助证号 nor rules stand around it."""

    def entry(self, name: str) -> Entry:
        return next(entry for entry in self.entries if entry.name == name)

    def wording(self, name: str, day: date, region: str) -> str:
        """Return a text in force on a day in a region; raises LookupError where there is none."""
        fitting = [
            one
            for one in (*self.wordings, *common())
            if one.name == name and one.since <= day and region.startswith(one.region)
        ]
        if not fitting:
            raise LookupError(f"{self.code}: {name} on {day} in {region}")
        return max(fitting, key=lambda one: (len(one.region), one.since)).text

    def named(self) -> Iterator[str]:
        """Yield every name the parts speak of."""
        for part in self.parts:
            if part.when:
                yield part.when.partition("=")[0]
            yield from _named(part)
        for one in self.wordings:
            yield from PLACE.findall(one.text)
        yield from (entry.name for entry in self.entries if entry.shown_by)


def _named(part: Part) -> Iterator[str]:
    match part:
        case Prose():
            yield from PLACE.findall(part.text)
        case Fields():
            yield from (name for row in part.rows for name in row)
        case Grid():
            yield from (part.rows, *part.totals.values())
        case Signing():
            alone = part.signers[1:] if part.each else part.signers
            yield from filter(None, (part.each, *(signer.entry for signer in alone)))
            yield from PLACE.findall(part.statement)


class _Common(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    wordings: tuple[Wording, ...]


@cache
def common() -> tuple[Wording, ...]:
    """Return the texts all forms share."""
    with resource("forms", "common.toml").open("rb") as file:
        return msgspec.convert(tomllib.load(file), _Common).wordings


@cache
def read(code: str) -> Form:
    """Return the description of a form; raises ``msgspec.ValidationError`` naming the place."""
    with resource("forms", f"{code}.toml").open("rb") as file:
        return msgspec.convert(tomllib.load(file), Form)


@cache
def described() -> tuple[str, ...]:
    """Return the codes of all forms but the visit's own, in their order."""
    found = (file.stem for file in resource("forms").glob("F*.toml"))
    return tuple(sorted(code for code in found if code != "F01"))
