"""The language of the screens: Chinese as it stands in the code, or what a catalogue has for it.

It is put in force before the first screen is imported, for the words of tables are taken then.
"""

from collections.abc import Callable


class _Spoken:
    """There is one language as there is one application."""

    look_up: Callable[[str], str] = str


def tr(text: str, /, **values: object) -> str:
    """Return a text of the screens in the language in force, its ``{names}`` filled in."""
    said = _Spoken.look_up(text)
    return said.format(**values) if values else said


def speak(look_up: Callable[[str], str]) -> None:
    """Take every text by ``look_up`` from now on."""
    _Spoken.look_up = look_up
