"""The two sides of a match, and its answer."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class KnownPerson:
    """A member or 义务人 of a household at hand, under one of the numbers on file."""

    household: str
    person: str
    """Member or obligor id."""
    name: str
    number: str
    addresses: tuple[str, ...] = ()
    booklet: str = ""
    """户号, of the head only: rows of the booklet concern the household."""
    barred: str = ""
    """Why this person's rows may not be taken in, or empty (``authorisation``)."""


@dataclass(frozen=True, slots=True)
class Stated:
    """What a row says about its person."""

    number: str
    name: str
    former_name: str = ""
    birth: date | None = None
    """From a column of its own, not from the number."""
    address: str = ""
    booklet: str = ""


@dataclass(frozen=True, slots=True)
class Candidate:
    """Whom a row may mean, and why, in words for the person who decides."""

    whom: KnownPerson
    reason: str


@dataclass(frozen=True, slots=True)
class Answer:
    """Whom a row belongs to by its number, or whom it may mean. All empty: nobody known."""

    known: tuple[KnownPerson, ...] = ()
    """One person may be known in several households."""
    candidates: tuple[Candidate, ...] = ()
    """The best founded first; never beside ``known``."""
    booklet: tuple[KnownPerson, ...] = ()
    """Heads in whose booklet the person stands, where the person is nobody known."""
