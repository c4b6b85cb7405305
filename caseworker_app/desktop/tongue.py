"""The language of the screens: Chinese as it stands in the code, or what a catalogue has for it.

It is put in force before the first screen is imported, for the words of tables are taken then.
"""

from collections.abc import Callable
from typing import Protocol


class Worded(Protocol):
    """A code with its Chinese word."""

    @property
    def zh(self) -> str:
        """Return the word."""


class _Spoken:
    """There is one language as there is one application."""

    language = "zh"
    look_up: Callable[[str], str] = str


def tr(text: str, /, **values: object) -> str:
    """Return a text of the screens in the language in force, its ``{names}`` filled in."""
    said = _Spoken.look_up(text)
    return said.format(**values) if values else said


def joined(*parts: str | None) -> str:
    """Return what was said of several parts, a comma between them; what is empty is left out."""
    return tr("，").join(filter(None, parts))


def spoken(of: Worded) -> str:
    """Return the word for a code of the trade in the language in force."""
    return _Spoken.look_up(of.zh)


def language() -> str:
    """Return the language in force as its code of ISO 639-1."""
    return _Spoken.language


def speak(language: str, look_up: Callable[[str], str]) -> None:
    """Put a language in force: take every text by ``look_up`` from now on."""
    _Spoken.language, _Spoken.look_up = language, look_up
