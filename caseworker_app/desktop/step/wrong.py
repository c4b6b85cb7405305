"""Texts a sheet could not take, as things still to do before the visit is sealed."""

from collections.abc import Mapping

from caseworker_app.rules.stages import Missing


def missing(wrong: Mapping[tuple[str, str], str], section: str) -> tuple[Missing, ...]:
    """Return a thing to do for each sentence by row and column; ``section`` is the list's unit."""
    return tuple(
        Missing("text_not_taken", sentence, "", f"{section}/#{row}/{column}")
        for (row, column), sentence in wrong.items()
    )
