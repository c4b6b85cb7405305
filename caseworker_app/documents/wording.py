"""The printed words of a form, from ``resources/forms/<code>.toml``."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache

from caseworker_app.paths import resource


@dataclass(frozen=True, slots=True)
class SectionWords:
    """Number, name and labels of one section."""

    number: str
    name: str
    labels: Mapping[str, str]

    def __getitem__(self, key: str) -> str:
        return self.labels[key]


@dataclass(frozen=True, slots=True)
class Note:
    """A legal note and the first day it is right."""

    name: str
    since: date
    text: str


@dataclass(frozen=True, slots=True)
class Wording:
    code: str
    title: str
    privacy: str
    sections: tuple[SectionWords, ...]
    notes: tuple[Note, ...]

    def section(self, name: str) -> SectionWords:
        return next(section for section in self.sections if section.name == name)

    def note(self, name: str, day: date) -> str:
        """Return the note in force on the day of the act."""
        fitting = [note for note in self.notes if note.name == name and note.since <= day]
        return max(fitting, key=lambda note: note.since).text


@cache
def read(code: str) -> Wording:
    """Return the words of a form."""
    with resource("forms", f"{code}.toml").open("rb") as file:
        data = tomllib.load(file)
    return Wording(
        data["code"],
        data["title"],
        data["privacy"],
        tuple(SectionWords(s["number"], s["name"], s["labels"]) for s in data["section"]),
        tuple(Note(n["name"], n["from"], n["text"]) for n in data["note"]),
    )
