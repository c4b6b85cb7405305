"""档案: everything about one household in one file, with its catalogue, as it was issued."""

import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from hashlib import sha256
from typing import NamedTuple

from caseworker_app.documents import words
from caseworker_app.documents.album import Album, album as pictured, digest
from caseworker_app.documents.archival import About
from caseworker_app.documents.binding import bound
from caseworker_app.documents.cell import BLANK, Cell, Content, Text, cell
from caseworker_app.documents.flow import Block
from caseworker_app.documents.fonts import Role
from caseworker_app.documents.furniture import Furniture
from caseworker_app.documents.page import BODY, GREY
from caseworker_app.documents.table import Row, Section, Table, head, shares
from caseworker_app.documents.volume import Bound, Volume
from caseworker_app.documents.wording import SectionWords, Wording, read
from caseworker_app.paths import resource

_WIDTHS = shares(28, 226, 112, 76, 40, total=BODY)
_CELL, _TINY = 8.5, 5.8


@dataclass(frozen=True, slots=True)
class Piece:
    """件: one paper as it was issued, or pictures laid on pages."""

    form: str
    """Code of the form, ``photo`` or ``scan``: says in which part it lies."""
    title: str
    number: str
    day: date | None
    pdf: bytes

    @property
    def hash(self) -> str:
        """Return the hash that stands in the catalogue, in hex digits."""
        return sha256(self.pdf).hexdigest()


@dataclass(frozen=True, slots=True)
class Dossier:
    """The file of a household on a day."""

    head: str
    household_number: str
    place: str
    day: date
    pieces: tuple[Piece, ...]
    albums: tuple[Album, ...] = ()
    is_practice: bool = False


class _Part(NamedTuple):
    name: str
    forms: tuple[str, ...]


def bind(dossier: Dossier) -> bytes:
    """Return the file as PDF/A-2b; the same papers give the same bytes.

    Raises UserError naming a paper that cannot be read.
    """
    wording = read("dossier")
    w = wording.section("目录")
    about = About(f"{wording.title} {dossier.household_number} {dossier.head}", "", "", dossier.day)
    pieces = ordered((*dossier.pieces, *(_album(dossier, wording, a) for a in dossier.albums)))
    volume = Volume(about)
    placed = [volume.add(piece.pdf, _entry(piece), _part(piece, w)) for piece in pieces]
    first = volume.open_with(_catalogue(dossier, wording, pieces, placed), wording.title)
    volume.number(w["page"], first)
    volume.label(w["label"], first)
    return volume.data()


@cache
def title(form: str) -> str:
    """Return what a form is called."""
    with resource("forms", f"{form}.toml").open("rb") as file:
        return str(tomllib.load(file)["title"])


def ordered(pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    """Return papers in the order of the file: part by part, in a part by day, form and number."""
    places = {form: at for at, part in enumerate(_parts()) for form in part.forms}
    forms = [form for part in _parts() for form in part.forms]

    def place(piece: Piece) -> tuple[int, date, int, str]:
        known = piece.form in places
        rank = forms.index(piece.form) if known else len(forms)
        day = piece.day or date.max
        return places.get(piece.form, len(places)), day, rank, piece.number

    return tuple(sorted(pieces, key=place))


def _part(piece: Piece, w: SectionWords) -> str:
    return next((part.name for part in _parts() if piece.form in part.forms), w["other"])


def _entry(piece: Piece) -> str:
    return " ".join(filter(None, (piece.title, piece.number)))


def _album(dossier: Dossier, wording: Wording, album: Album) -> Piece:
    told = wording.section("照片")["title"]
    furniture = _furniture(dossier, wording, told, wording.note("album", dossier.day))
    shown = pictured(album.shots, replace(furniture, digest=digest(album.shots)))
    return Piece("photo", told, "", album.day, shown)


def _catalogue(
    dossier: Dossier, wording: Wording, pieces: Sequence[Piece], placed: Sequence[Bound]
) -> bytes:
    furniture = _furniture(dossier, wording, wording.title, wording.note("basis", dossier.day))
    whole = sha256("".join(piece.hash for piece in pieces).encode()).hexdigest()
    blocks = _blocks(wording.section("目录"), pieces, placed)
    return bound(replace(furniture, digest=whole), blocks, About(wording.title, "", ""))


def _furniture(dossier: Dossier, wording: Wording, title: str, basis: str) -> Furniture:
    return Furniture(
        title=title,
        number=f"{wording.code}-{dossier.household_number}",
        household_number=dossier.household_number,
        place=dossier.place,
        issued=dossier.day,
        basis=basis,
        privacy=wording.privacy,
        pack_name="",
        pack_id="",
        pack_hash="",
        data_version="",
        digest="",
        is_practice=dossier.is_practice,
    )


def _blocks(w: SectionWords, pieces: Sequence[Piece], placed: Sequence[Bound]) -> Iterator[Block]:
    rows: list[Row] = []
    part = ""
    for number, (piece, at) in enumerate(zip(pieces, placed, strict=True), 1):
        if at.part != part:
            part = at.part
            rows.append(Row((cell(BODY, Text(part, Role.HEADING)),)))
        rows.append(Row(tuple(_cells(number, piece, at.pages))))
    pages = sum(len(at.pages) for at in placed)
    rows.append(Row((cell(BODY, Text(w["total"] % (len(pieces), pages), align="r")),)))
    heads = head(_WIDTHS, *(w[key] for key in ("serial", "title", "number", "day", "pages")))
    yield Section("", "", (Table(tuple(rows), (heads,)),))


def _cells(number: int, piece: Piece, pages: range) -> Iterator[Cell]:
    last = pages.stop
    span = str(last) if len(pages) == 1 else f"{pages.start + 1}—{last}"
    digest = Text(piece.hash, size=_TINY, shade=GREY)
    contents: tuple[tuple[Content, ...], ...] = (
        (Text(str(number), size=_CELL, align="c"),),
        (Text(piece.title, size=_CELL), digest),
        (Text(piece.number or BLANK, size=_CELL, align="l" if piece.number else "c"),),
        (Text(words.day(piece.day) if piece.day else BLANK, size=_CELL, align="c"),),
        (Text(span, size=_CELL, align="c"),),
    )
    for wide, content in zip(_WIDTHS, contents, strict=True):
        yield cell(wide, *content)


@cache
def _parts() -> tuple[_Part, ...]:
    with resource("forms", "dossier.toml").open("rb") as file:
        return tuple(_Part(one["name"], tuple(one["forms"])) for one in tomllib.load(file)["part"])
