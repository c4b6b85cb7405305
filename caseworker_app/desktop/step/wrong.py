"""Texts the sheets of a visit could not take: kept as typed, to be mended before sealing."""

from collections.abc import Mapping

from caseworker_app.desktop.tongue import tr
from caseworker_app.desktop.widgets.grid.face import Wrong
from caseworker_app.rules.stages import Missing

Place = tuple[str, str]
"""Row and column."""

_SECTIONS = {"jobs": "incomes"}
"""Sheet → section of the visit where it is not its name."""


class WrongTexts:
    """By sheet, row and column; as text they are keyed ``incomes/i1/amount``."""

    def __init__(self, texts: Mapping[str, str]) -> None:
        self._held: dict[str, Mapping[Place, Wrong]] = {}
        for key, text in texts.items():
            sheet, row, column = key.split("/")
            kept = Wrong(text, tr("上次填的“{text}”还没有收下，请改好或清除", text=text))
            self._held[sheet] = {**self.of(sheet), (row, column): kept}

    def of(self, sheet: str) -> Mapping[Place, Wrong]:
        return self._held.get(sheet, {})

    def hold(self, sheet: str, wrong: Mapping[Place, Wrong]) -> bool:
        """Replace what a sheet holds; return whether that changed anything."""
        if wrong == self.of(sheet):
            return False
        self._held[sheet] = wrong
        return True

    def texts(self) -> dict[str, str]:
        """Return every text as it was typed."""
        return {
            f"{sheet}/{row}/{column}": wrong.text
            for sheet, held in self._held.items()
            for (row, column), wrong in held.items()
        }

    def missing(self) -> tuple[Missing, ...]:
        """Return a thing to do for each."""
        return tuple(
            Missing("text_not_taken", wrong.why, "", f"/{_section(sheet)}/#{row}/{column}")
            for sheet, held in self._held.items()
            for (row, column), wrong in held.items()
        )


def _section(sheet: str) -> str:
    return _SECTIONS.get(sheet, sheet)
