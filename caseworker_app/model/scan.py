"""收回的扫描件: pages of a paper that came back written on or signed by hand."""

from dataclasses import dataclass

from caseworker_app.model.paper import Subject
from caseworker_app.model.visit import Investigator


@dataclass(frozen=True, slots=True)
class ScannedPage:
    """One page as it is kept, and the file it came in."""

    sha: str
    """Of the picture, ``sha256:…``."""
    source: str
    """Of the file it came in, ``sha256:…``."""
    page: int
    """In that file, from 1."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Scan:
    """The pages of one paper, filed together; they prove a hand, and change no data."""

    id: str
    household: Subject
    form: str
    paper: str = ""
    """Number of the issued paper, or "" of an empty form filled in by hand."""
    about: str = ""
    """Number of the paper an empty form went along with, or ""."""
    visit: str = ""
    """The visit it belongs to, or ""."""
    at: str
    """UTC instant at which it was filed, ISO 8601."""
    person: Investigator
    by_hand: bool = False
    """A person said what it is; else its code did."""
    pages: tuple[ScannedPage, ...]
