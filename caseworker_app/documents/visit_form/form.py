"""The values that form F01 prints."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from caseworker_app.documents import words
from caseworker_app.model.codes import IncomeKind
from caseworker_app.model.declaration import Declaration
from caseworker_app.model.determination import Determination
from caseworker_app.model.discrepancy import Discrepancy, Explanation
from caseworker_app.model.economy import Income
from caseworker_app.model.household import Household
from caseworker_app.model.values import Fen
from caseworker_app.model.visit import CheckedMember, Visit

MONTHLY = frozenset({IncomeKind.WAGE, IncomeKind.TRANSFER})
"""Kinds of income that are counted by the month; the others by the year."""


@dataclass(frozen=True)
class VisitForm:
    """A visit with its determination; ``digest`` is the hash of the record's values."""

    visit: Visit
    determination: Determination
    discrepancies: tuple[Discrepancy, ...]
    declaration: Declaration
    number: str
    issued: date
    pack_name: str
    digest: str
    photos: Mapping[str, bytes] = field(default_factory=dict)
    """JPEG by ``sha`` of the attachment; empty leaves the photos in the file."""
    is_practice: bool = False
    """Whether nobody real stands behind it."""
    data_version: str = ""
    """Of the registers on the laptop; otherwise the batches behind the differences are printed."""
    is_large: bool = False
    """Large letters on sheets laid across (长辈版)."""

    def name(self, member_id: str) -> str:
        """Return the name of anybody the form speaks of, or the id."""
        return self._names.get(member_id, member_id)

    @cached_property
    def _names(self) -> Mapping[str, str]:
        household = self.visit.household
        names = {p.member_id: p.name for p in self.declaration.persons}
        names |= {p.id: p.name for p in household.obligors}
        names |= {p.id: p.name for p in self.visit.investigators}
        names |= {p.id: p.name for p in household.members}
        names |= {f.id: f.newcomer.name for f in self.visit.findings or () if f.newcomer}
        return names

    def checked(self, member_id: str) -> CheckedMember | None:
        return next((m for m in self.visit.members if m.id == member_id), None)

    def explanation(self, discrepancy_id: str) -> Explanation:
        """Return what was found about a difference; open when nothing was."""
        found = (e for e in self.visit.explanations if e.id == discrepancy_id)
        return next(found, Explanation(discrepancy_id))


def annual(income: Income) -> Fen:
    """Return a year's amount of an income before anything is taken off."""
    return income.monthly * 12 if income.kind in MONTHLY else income.annual


def place(household: Household) -> str:
    """Return county and village as they stand in the running head."""
    return f"{words.county(household.region)} {household.village}（{household.region}）".strip()


def batches(discrepancies: tuple[Discrepancy, ...]) -> str:
    """Return the batches of the register data behind some differences."""
    return "、".join(sorted({found.source.batch for found in discrepancies if found.source}))
