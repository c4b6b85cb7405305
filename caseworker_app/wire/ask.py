"""提请查询: what a laptop asks the office's registers about a fact found in the field.

A question is an operation like any other and becomes a record of kind ``ask``; the office
writes its answer into the same record, which comes back with the changes.
"""

from collections.abc import Mapping
from typing import Annotated

import msgspec

from caseworker_app.model.codes import Consent, FoundKind
from caseworker_app.model.found import FoundAnswer
from caseworker_app.model.values import Json
from caseworker_app.wire.units import restore

FORM = "ask@1"
RECORD = "ask"
MAX_VALUE, MAX_WHY = 200, 500
"""Characters."""

_Name = Annotated[str, msgspec.Meta(min_length=1, max_length=100)]
_ANSWER = "/answer"


class AskedHome(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The household it is about, with the region the laptop holds it in."""

    id: _Name
    region: Annotated[str, msgspec.Meta(max_length=12)]


class Ask(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One question."""

    household: AskedHome
    visit: _Name
    kind: FoundKind
    value: Annotated[str, msgspec.Meta(min_length=1, max_length=MAX_VALUE)]
    consent: Consent
    why: Annotated[str, msgspec.Meta(max_length=MAX_WHY)]


class _Answered(msgspec.Struct, frozen=True):
    answer: FoundAnswer


def ask_of(units: Mapping[str, Json]) -> Ask | None:
    """Return the question units hold, or None where they hold anything else."""
    try:
        return restore(units, Ask)
    except msgspec.ValidationError:
        return None


def answer_of(units: Mapping[str, Json]) -> FoundAnswer | None:
    """Return the office's answer in a record, or None while there is none."""
    told = {path: value for path, value in units.items() if path.startswith(f"{_ANSWER}/")}
    return restore(told, _Answered).answer if told else None
