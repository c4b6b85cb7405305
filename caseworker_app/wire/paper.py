"""文书 as it travels: a record whose units say what stands on the paper, and the hash of them.

A paper is one operation that makes the record; making it void is a second one that adds to it.
"""

from collections.abc import Mapping
from dataclasses import replace

import msgspec

from caseworker_app.model.paper import FORMS, VISIT_FORM, Paper, Void
from caseworker_app.model.values import Json
from caseworker_app.wire.canonical import canonical, sha256
from caseworker_app.wire.units import flatten, restore

FORM = "paper@1"
RECORD = "paper"
ROLE = "paper"
"""Of the PDF among the files of the operation."""

DIGEST = "/digest"
_ENTRIES, _ENTRY, _VOID = "/entries", "/entries/", "/void"
_FOREVER = frozenset({"/void/at", "/void/person/id", "/void/reason"})


class _Voided(msgspec.Struct, frozen=True):
    void: Void


def units_of(paper: Paper) -> dict[str, Json]:
    """Return the units of a paper with their hash; an entry is one unit, rows and all."""
    told = _said(paper)
    return {**told, DIGEST: sha256(canonical(told))}


def digest_of(paper: Paper) -> str:
    """Return the hash of what a paper says, which stands on it; being void changes nothing."""
    return sha256(canonical(_said(paper)))


def void_units(void: Void) -> dict[str, Json]:
    """Return the units that are added where a paper is made void."""
    return {_VOID + path: value for path, value in flatten(void).items()}


def paper_of(units: Mapping[str, Json]) -> Paper | None:
    """Return the paper units hold; None for anything else, or where its hash does not fit."""
    entries = {
        path.removeprefix(_ENTRY): value for path, value in units.items() if path.startswith(_ENTRY)
    }
    rest = {p: v for p, v in units.items() if p != DIGEST and not p.startswith(_ENTRY)}
    try:
        paper = replace(restore(rest, Paper), entries=entries)
    except msgspec.ValidationError:
        return None
    known = paper.form in FORMS and paper.form != VISIT_FORM
    said = {path: value for path, value in units.items() if not path.startswith(f"{_VOID}/")}
    return paper if known and said == units_of(paper) else None


def void_of(units: Mapping[str, Json]) -> Void | None:
    """Return who made a paper void where that is all the units say."""
    if not units.keys() >= _FOREVER or not all(path.startswith(f"{_VOID}/") for path in units):
        return None
    try:
        return restore(units, _Voided).void
    except msgspec.ValidationError:
        return None


def _said(paper: Paper) -> dict[str, Json]:
    units = flatten(replace(paper, entries={}, void=None))
    units.pop(_ENTRIES, None)
    written = {name: value for name, value in paper.entries.items() if value is not None}
    return {**units, **{_ENTRY + name: value for name, value in written.items()}}
