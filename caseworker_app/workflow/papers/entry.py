"""How an entry is known: from the case alone, as the value its form keeps."""

from collections.abc import Callable, Mapping
from typing import TypeAlias

from caseworker_app.model.determination import Determination
from caseworker_app.model.values import Json
from caseworker_app.workflow.papers.case import Case

Entries: TypeAlias = Mapping[str, Callable[[Case], Json]]
"""Name of an entry → its value; None where the case says nothing of it."""

Written: TypeAlias = Mapping[str, Json]
"""What a person wrote into the entries that are asked for, by name."""

Following: TypeAlias = Mapping[str, Callable[[Case, Written], Json]]
"""Name of an entry → its value where it follows from the case and from what a person wrote."""


def of_earlier(say: Callable[[Determination], Json]) -> Callable[[Case], Json]:
    """Return an entry that the determination before alone knows."""
    return lambda case: None if case.before is None else say(case.before)


def of_answer(say: Callable[[Determination], Json]) -> Callable[[Case], Json]:
    """Return an entry that the determination alone knows."""
    return lambda case: None if case.determination is None else say(case.determination)
