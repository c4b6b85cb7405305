"""The use cases a visit's screens call, bound to one workspace by who opens them."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TypeAlias

from caseworker_app.desktop.step.evidence import EvidenceActions
from caseworker_app.model.change import HouseholdChange
from caseworker_app.model.discrepancy import Discrepancy
from caseworker_app.model.found import Found
from caseworker_app.model.values import Json
from caseworker_app.model.visit import Investigator, Signature, Stroke, Visit
from caseworker_app.rules.procedure.countdown import Countdown
from caseworker_app.wire.replay import Replay
from caseworker_app.workflow.found import Findings
from caseworker_app.workflow.household_change import Elsewhere, OtherHome
from caseworker_app.workflow.seal import Sealed
from caseworker_app.workflow.undo import Reach, Undone
from caseworker_app.workflow.visit import Live

Changes: TypeAlias = Mapping[str, Json]
"""Unit path → new value; None removes."""

Ink: TypeAlias = tuple[tuple[Stroke, ...], int, int]
"""Strokes, and width and height of the pad they were drawn on."""


@dataclass(frozen=True, slots=True)
class HomeActions:
    """What a change of the household asks of the others on this laptop; all off the UI thread."""

    elsewhere: Callable[[str, str], tuple[Elsewhere, ...]]
    """``elsewhere(household_id, number)``: where else a number stands."""
    others: Callable[[str, str], tuple[OtherHome, ...]]
    """``others(household_id, text)``: households to merge with."""
    merge: Callable[[str, HouseholdChange], Visit]
    """``merge(visit_id, change)``."""
    unmerge: Callable[[str, str], Visit]
    """``unmerge(visit_id, change_id)``."""


@dataclass(frozen=True, slots=True)
class VisitActions:
    """``changed``, ``live`` and ``running`` are pure and called at each keystroke.

    ``new_id`` and ``now`` need no disk; all others go through ``Tasks.on_database``.
    """

    person: Investigator
    colleagues: tuple[Investigator, ...]
    """Who may come along."""
    changed: Callable[[Visit, Changes], Visit]
    live: Callable[[Visit, tuple[Discrepancy, ...]], Live]
    running: Callable[[Visit], tuple[Countdown, ...]]
    """The time limits that run today."""
    new_id: Callable[[], str]
    now: Callable[[], datetime]
    record: Callable[[str, Changes], None]
    """``record(visit_id, changes)``."""
    evidence: EvidenceActions
    photo: Callable[[str], bytes]
    """Bytes of a photo by its hash."""
    sign: Callable[[str, str, str, Ink], Signature]
    """``sign(visit_id, role, name, ink)``."""
    unsign: Callable[[str, str], None]
    """``unsign(visit_id, role)``."""
    seal: Callable[[str], Sealed]
    form: Callable[[str], bytes]
    """The sealed paper as PDF."""
    put_found: Callable[[str, Found, bool], Findings]
    """``put_found(visit_id, fact, ask)``."""
    remove_found: Callable[[str, str], Findings]
    """``remove_found(visit_id, found_id)``."""
    findings: Callable[[str], Findings]
    """How a visit stands in the store."""
    replay: Callable[[str], Replay]
    """Judges a sealed visit again with the pack of its day."""
    drafts: Callable[[str], Mapping[str, str]]
    """Texts kept at the start of the visit that no field could take; needs no disk."""
    keep_drafts: Callable[[str, Mapping[str, str]], None]
    undo: Callable[[str], Undone | None]
    """Takes back the last step; None where there is none."""
    redo: Callable[[str], Undone | None]
    reach: Callable[[str], Reach]
    """How far one can go back and forth."""
    homes: HomeActions
