"""The case on the table: the visit as it stands, what the law says of it, what is not saved yet."""

from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass, replace
from typing import Protocol, TypeAlias, TypeVar

from caseworker_app.desktop.step.actions import Changes, VisitActions
from caseworker_app.desktop.step.jumps import limits, unexplained
from caseworker_app.desktop.step.wrong import Place, WrongTexts
from caseworker_app.desktop.widgets.grid.face import Wrong
from caseworker_app.model.codes import Stage
from caseworker_app.model.discrepancy import Explanation
from caseworker_app.model.household import Member
from caseworker_app.model.values import Json
from caseworker_app.model.visit import (
    Attachment,
    CheckedMember,
    Signature,
    Visit,
)
from caseworker_app.rules import earlier
from caseworker_app.rules.earlier import Jump
from caseworker_app.workflow.dossier import Dossier
from caseworker_app.workflow.found import Findings
from caseworker_app.workflow.visit import OPEN, Live

Save: TypeAlias = Callable[[str, Changes], None]


class _Named(Protocol):
    @property
    def id(self) -> str: ...


Item = TypeVar("Item", bound=_Named)


class Case:
    """One visit while its steps are filled in; every step's presenter holds the same case.

    What is typed shows at once everywhere and is saved when the field is left.
    """

    def __init__(self, visit: Visit, dossier: Dossier, actions: VisitActions, save: Save) -> None:
        self.visit = visit
        self.dossier = dossier
        self.actions = actions
        self._save = save
        self._unsaved: dict[str, Json] = {}
        self.wrong = WrongTexts(actions.drafts(visit.id))
        self._listeners: list[Callable[[], None]] = []
        self.jumps: tuple[Jump, ...] = ()
        """Figures that moved further since the visit before than is usual."""
        self.live: Live
        self.take(visit)

    @property
    def is_open(self) -> bool:
        """Whether anything may still be written: from sealed on nothing changes."""
        return self.visit.stage in OPEN

    @property
    def has_unsaved(self) -> bool:
        return bool(self._unsaved)

    def watch(self, listener: Callable[[], None]) -> None:
        """Have ``listener`` called after every change."""
        self._listeners.append(listener)

    def type(self, changes: Changes) -> None:
        """Show what is being typed; nothing is saved before ``commit``."""
        if not self.is_open:
            return
        self._unsaved.update(changes)
        self.take(self.actions.changed(self.visit, changes))

    def commit(self) -> None:
        """Save what was typed since the last time."""
        if self._unsaved:
            changes, self._unsaved = self._unsaved, {}
            self._save(self.visit.id, changes)

    def put(self, changes: Changes) -> None:
        """Show and save at once: a choice, a mark, a row."""
        self.type(changes)
        self.commit()

    def turn(self, changes: Changes) -> None:
        """Take in what was undone in the store; what is being typed stays."""
        stored = {path: value for path, value in changes.items() if path not in self._unsaved}
        self.take(self.actions.changed(self.visit, stored))

    def stored(self, visit: Visit) -> None:
        """Take in the visit as the store holds it; what is being typed stays."""
        self.take(self.actions.changed(visit, self._unsaved))

    def not_saved(self, changes: Changes) -> None:
        """Keep what could not be saved for the next attempt; what came later wins."""
        self._unsaved = {**changes, **self._unsaved}

    def take(self, visit: Visit) -> None:
        """Hold another value of the same visit and judge it."""
        self.visit = visit
        live = self.actions.live(visit, self.dossier.discrepancies)
        self.jumps = earlier.jumps(visit, self.dossier.before, limits())
        asked = unexplained(visit, self.jumps) if self.is_open else ()
        self.live = replace(live, missing=(*live.missing, *asked, *self.wrong.missing()))
        for listener in self._listeners:
            listener()

    def hold_wrong(self, sheet: str, wrong: Mapping[Place, Wrong]) -> None:
        """Hold what a sheet could not take: until it is mended or cleared nothing is sealed."""
        if self.wrong.hold(sheet, wrong):
            self.take(self.visit)

    @property
    def waits_for_answers(self) -> bool:
        """Whether the office was asked about something and has not answered yet."""
        asked = (fact.asked and fact.answer is None for fact in self.visit.found or ())
        return self.is_open and any(asked)

    def found(self, fresh: Findings) -> None:
        """Take in found facts that are in the store already, and what they raised or brought.

        Everything else stays as it stands here, typed and not saved yet perhaps.
        """
        self.dossier = replace(
            self.dossier, discrepancies=fresh.discrepancies, records=fresh.records
        )
        stored, visit = fresh.visit, self.visit
        raised = {explanation.id for explanation in stored.explanations}
        kept = tuple(e for e in visit.explanations if e.id in raised)
        belongings = replace(
            visit.property,
            vehicles=_with(visit.property.vehicles, stored.property.vehicles),
            dwellings=_with(visit.property.dwellings, stored.property.dwellings),
        )
        self.take(
            replace(
                visit,
                found=stored.found,
                explanations=_with(kept, stored.explanations),
                property=belongings,
            )
        )

    def attached(self, attachment: Attachment) -> None:
        """Take in a photo that is already in the store."""
        self.take(replace(self.visit, attachments=(*self.visit.attachments, attachment)))

    def evidence(self, stored: Visit) -> None:
        """Take in evidence that was withdrawn, restored or pressed in the store."""
        leaned = {told.id: told.evidence for told in stored.explanations}
        told = tuple(
            replace(one, evidence=leaned.get(one.id, one.evidence))
            for one in self.visit.explanations
        )
        self.stored(replace(self.visit, attachments=stored.attachments, explanations=told))

    def signed(self, signature: Signature) -> None:
        """Take in a signature that is already in the store, in place of one of the same role."""
        others = tuple(s for s in self.visit.signatures if s.id != signature.id)
        self.take(replace(self.visit, signatures=(*others, signature)))

    def unsigned(self, role: str) -> None:
        kept = tuple(s for s in self.visit.signatures if s.id != role)
        self.take(replace(self.visit, signatures=kept))

    def sealed(self, number: str) -> None:
        self.take(replace(self.visit, stage=Stage.SEALED, paper_number=number))

    def member(self, member_id: str) -> Member:
        return self.visit.household.member(member_id)

    def checked(self, member_id: str) -> CheckedMember:
        return next(m for m in self.visit.members if m.id == member_id)

    def name(self, member_id: str) -> str:
        """Return a member's name, or "" for somebody who is none."""
        found = (m.name for m in self.visit.household.members if m.id == member_id)
        return next(found, "")

    def explanation(self, discrepancy_id: str) -> Explanation:
        found = (e for e in self.visit.explanations if e.id == discrepancy_id)
        return next(found, Explanation(discrepancy_id))


def _with(here: tuple[Item, ...], stored: tuple[Item, ...]) -> tuple[Item, ...]:
    """Return the items here with those of the store that are missing."""
    known = {item.id for item in here}
    return (*here, *(item for item in stored if item.id not in known))


def removal(path: str, item: object) -> dict[str, Json]:
    """Return the changes that take an item with all its units out of the list at ``path``."""
    gone: dict[str, Json] = {}
    if not is_dataclass(item):
        return {path: None}
    for field in fields(item):
        gone |= removal(f"{path}/{field.name}", getattr(item, field.name))
    return gone
