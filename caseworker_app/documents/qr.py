"""The QR code of a paper (ISO/IEC 18004): its number and the hash of its values.

On an empty form stand its form, the household it was printed for, and the visit to it or the
paper it goes along with. Ids are written without hyphens and in upper case: the code gets a third
smaller, and a weak scan still shows it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from uuid import UUID

import segno

from caseworker_app.model.paper import FORMS

_HEX = 32
_DARK = re.compile(b"\x01+")
_FORM_OF = {form.upper(): form for form in FORMS}
_ISSUED = re.compile(r"(\d{6}-\d{4}-(F\d\d[AB]?)-\d{6}):([0-9A-F]{32})", re.IGNORECASE)
_EMPTY = re.compile(r"(F\d\d[AB]?):([^:\s]{1,64})(?::([^:\s]{1,64}))?", re.IGNORECASE)
_NUMBER = re.compile(r"(\d{6}-\d{4}-)(F\d\d[AB]?)(-\d{6})", re.IGNORECASE)
_ID = re.compile(r"[0-9a-f]{32}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Named:
    """What a code names: an issued paper by number and hash, or an empty form."""

    form: str
    number: str = ""
    """Of an issued paper."""
    digest: str = ""
    """The first hex digits of the hash of what it says."""
    subject: str = ""
    """Of an empty form: the household by its id, on those of before also by 救助证号."""
    about: str = ""
    """Number of the paper an empty form goes along with, or ""."""
    visit: str = ""
    """The visit an empty form was printed for, or ""."""


def content(number: str, digest: str) -> str:
    """Return ``number:HASH`` with the first 32 hex digits, upper case for a smaller code."""
    return f"{number}:{digest.removeprefix('sha256:')[:_HEX].upper()}"


def empty(form: str, subject: str, about: str = "") -> str:
    """Return what the code of an empty form says; ``about`` is the visit to it or a paper."""
    return ":".join(filter(None, (form.upper(), _short(subject), _short(about))))


def fits(named: Named, digest: str) -> bool:
    """Say whether an issued paper of this hash is the one a code names."""
    return named.digest == digest.removeprefix("sha256:")[:_HEX].upper()


def read(text: str) -> Named | None:
    """Return what a code names, as it stands on papers of today and of before; else None."""
    issued = _ISSUED.fullmatch(text)
    if issued is not None:
        known = _FORM_OF.get(issued[2].upper())
        return Named(known, _number(issued[1]), issued[3].upper()) if known else None
    empty_form = _EMPTY.fullmatch(text)
    form = _FORM_OF.get(empty_form[1].upper()) if empty_form else None
    if empty_form is None or form is None:
        return None
    about = empty_form[3] or ""
    if _NUMBER.fullmatch(about):
        return Named(form, subject=_long(empty_form[2]), about=_number(about))
    return Named(form, subject=_long(empty_form[2]), visit=_long(about))


def _short(name: str) -> str:
    if _ID.fullmatch(name):
        return UUID(name).hex.upper()
    return name.upper() if _NUMBER.fullmatch(name) else name


def _long(name: str) -> str:
    return str(UUID(name)) if _ID.fullmatch(name) else name


def _number(text: str) -> str:
    return _NUMBER.sub(lambda m: f"{m[1]}{_FORM_OF.get(m[2].upper(), m[2])}{m[3]}", text)


@lru_cache(maxsize=16)
def modules(text: str) -> tuple[bytes, ...]:
    """Return the modules row by row, 1 where dark, without the quiet zone; error correction M."""
    code = segno.make(text, error="m", micro=False, boost_error=False, mask=3)
    return tuple(map(bytes, code.matrix))


def bars(text: str) -> Iterator[tuple[int, int, int]]:
    """Yield the dark runs of the code: column, row, and how many modules long."""
    for number, row in enumerate(modules(text)):
        for run in _DARK.finditer(row):
            yield run.start(), number, len(run[0])
