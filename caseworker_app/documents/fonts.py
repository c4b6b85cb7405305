"""The shipped typefaces: which one has a character, and how wide it is."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum
from functools import lru_cache
from itertools import groupby
from threading import Lock
from typing import NamedTuple

from caseworker_app.documents.typeface import Typeface
from caseworker_app.errors import UserError
from caseworker_app.paths import resource


class Face(StrEnum):
    """A typeface file."""

    SERIF = "CaseworkSerif"
    SANS = "CaseworkSans"
    RARE = "CaseworkRare"


_FILES = {
    Face.SERIF: ("noto-serif-sc", "NotoSerifSC-Regular.ttf"),
    Face.SANS: ("noto-sans-sc", "NotoSansSC-SemiBold.ttf"),
    Face.RARE: ("hana-min", "HanaMinB.ttf"),
}


class Role(StrEnum):
    """What a piece of text is for: 宋体 for what is filled in, 黑体 for titles and labels."""

    TEXT = "text"
    HEADING = "heading"


_LADDER = {
    Role.TEXT: (Face.SERIF, Face.RARE),
    Role.HEADING: (Face.SANS, Face.SERIF, Face.RARE),
}

_SHAPELESS = re.compile("[\u200b-\u200d\u2060\ufe00-\ufe0f\ufeff\U000e0100-\U000e01ef]")
_BLANKS = re.compile("[\t\u00a0\u2028\u2029]")
_loading = Lock()


class Run(NamedTuple):
    """Characters that one typeface has; ``width`` is in thousandths of the size."""

    face: Face
    text: str
    width: float


class MissingGlyphError(UserError):
    """A character is in none of the typefaces; it would print as an empty box."""

    def __init__(self, character: str, text: str, fields: tuple[str, ...] = ()) -> None:
        place = f"所在栏目：“{'·'.join(fields)}”，" if fields else ""
        super().__init__(
            f"字符“{character}”(U+{ord(character):04X})在随附字库中没有字形，不能打印。"
            f"{place}所在文字：“{text}”。请改用规范汉字或说明文字后再生成文书。"
        )
        self.character = character
        self._text, self._fields = text, fields

    def below(self, field: str) -> "MissingGlyphError":
        """Return the error with the field, or the part of the form, it was met in."""
        return MissingGlyphError(self.character, self._text, (field, *self._fields))


@contextmanager
def within(field: str) -> Iterator[None]:
    """Name the part of the form in which a character is missing."""
    try:
        yield
    except MissingGlyphError as error:
        raise error.below(field) from error


def runs(text: str, role: Role) -> tuple[Run, ...]:
    """Return the text as runs of one typeface each; raises ``MissingGlyphError``."""
    return _runs(text, role)


def width(text: str, role: Role, size: float) -> float:
    """Return the width of one line in points; raises ``MissingGlyphError``."""
    return sum(run.width for run in _runs(text, role)) * size / 1000


def clean(text: str) -> str:
    """Return the text with marks that have no shape taken out and every blank a space."""
    return _BLANKS.sub(" ", _SHAPELESS.sub("", text))


def load(face: Face) -> Typeface:
    """Return the typeface, read from disk at its first use."""
    with _loading:
        if face not in _loaded:
            _loaded[face] = Typeface(resource("fonts", *_FILES[face]))
        return _loaded[face]


@lru_cache(maxsize=2048)
def _runs(text: str, role: Role) -> tuple[Run, ...]:
    base = load(_LADDER[role][0])
    glyphs, widths = base.glyphs, base.widths
    codes = [ord(character) for character in text]
    if all(code in glyphs for code in codes):
        return (Run(_LADDER[role][0], text, sum(widths[code] for code in codes)),)
    return tuple(_mixed(text, role))


def _mixed(text: str, role: Role) -> Iterator[Run]:
    for face, part in groupby(text, lambda character: _face_of(character, text, role)):
        piece = "".join(part)
        widths = load(face).widths
        yield Run(face, piece, sum(widths[ord(character)] for character in piece))


def _face_of(character: str, text: str, role: Role) -> Face:
    for face in _LADDER[role]:
        if ord(character) in load(face).glyphs:
            return face
    raise MissingGlyphError(character, text)


_loaded: dict[Face, Typeface] = {}
