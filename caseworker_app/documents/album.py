"""Photos as pages of the file: as large as half a page allows, each with its words and hash."""

from dataclasses import dataclass
from datetime import date
from hashlib import sha256

from caseworker_app.documents import pictures
from caseworker_app.documents.binding import bound
from caseworker_app.documents.canvas import About
from caseworker_app.documents.cell import Content, Figure, Text, cell, remark
from caseworker_app.documents.fonts import Role
from caseworker_app.documents.furniture import Furniture
from caseworker_app.documents.page import BODY, GREY
from caseworker_app.documents.table import Row, Section, Table
from caseworker_app.documents.wording import SectionWords, read

_HIGH, _TINY = 272.0, 6.5


@dataclass(frozen=True, slots=True)
class Shot:
    """A photo as it was kept."""

    jpeg: bytes
    caption: str
    told: str = ""
    """When it was taken, and what more is known of it."""
    turned: int = 0
    """Degrees clockwise, by quarters."""


@dataclass(frozen=True, slots=True)
class Album:
    """The photos of one visit."""

    day: date
    shots: tuple[Shot, ...]


def album(shots: tuple[Shot, ...], furniture: Furniture) -> bytes:
    """Return the photos in their order, two a page; raises ``UserError`` for a broken one."""
    w = read("dossier").section("照片")
    rows = tuple(_row(w, number, shot) for number, shot in enumerate(shots, 1))
    about = About(f"{furniture.title} {furniture.household_number}", "", furniture.digest)
    return bound(furniture, [Section("", "", (Table(rows),))], about)


def digest(shots: tuple[Shot, ...]) -> str:
    """Return the hash over the hashes of photos."""
    return sha256("".join(map(_hash, shots)).encode()).hexdigest()


def _row(w: SectionWords, number: int, shot: Shot) -> Row:
    pictures.size(shot.jpeg, shot.caption)
    contents: tuple[Content, ...] = (
        Figure(shot.jpeg, _HIGH, shot.turned),
        Text(f"{number}. {shot.caption or w['unnamed']}", Role.HEADING),
        *(remark(line) for line in filter(None, (shot.told,))),
        Text(f"{w['digest']}{_hash(shot)}", size=_TINY, shade=GREY),
    )
    return Row((cell(BODY, *contents),))


def _hash(shot: Shot) -> str:
    return sha256(shot.jpeg).hexdigest()
