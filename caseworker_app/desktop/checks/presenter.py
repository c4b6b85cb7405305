"""The parts of the three checks, and what each still asks for."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from caseworker_app.desktop.checks.income import IncomePresenter
from caseworker_app.desktop.checks.living import LivingPresenter
from caseworker_app.desktop.checks.neighbours import NeighboursPresenter
from caseworker_app.desktop.checks.property import PropertyPresenter
from caseworker_app.desktop.checks.spending import SpendingPresenter
from caseworker_app.desktop.checks.support import SupportPresenter
from caseworker_app.desktop.step.case import Case
from caseworker_app.desktop.step.places import item_of, section_of
from caseworker_app.desktop.tongue import tr
from caseworker_app.model.values import Json


class Part(StrEnum):
    """The parts in the order they are walked."""

    INCOME = "income"
    SUPPORT = "support"
    SPENDING = "spending"
    LIVING = "living"
    PROPERTY = "property"

    @property
    def zh(self) -> str:
        return _WORDS[self]


_WORDS = {
    Part.INCOME: tr("收入"),
    Part.SUPPORT: tr("赡养抚养扶养费"),
    Part.SPENDING: tr("支出"),
    Part.LIVING: tr("实际生活状况"),
    Part.PROPERTY: tr("财产"),
}

_SECTIONS = {
    "incomes": Part.INCOME,
    "support": Part.SUPPORT,
    "expenses": Part.SPENDING,
    "rigid": Part.SPENDING,
    "living": Part.LIVING,
    "neighbours": Part.LIVING,
    "property": Part.PROPERTY,
}

_REASONS = {"income": Part.INCOME, "spending": Part.SPENDING, "money": Part.PROPERTY}


@dataclass(frozen=True, slots=True)
class PartTab:
    part: Part
    zh: str
    missing: int


class ChecksPresenter:
    def __init__(self, case: Case) -> None:
        self._case = case
        self.income = IncomePresenter(case)
        self.support = SupportPresenter(case)
        self.spending = SpendingPresenter(case)
        self.living = LivingPresenter(case)
        self.neighbours = NeighboursPresenter(case)
        self.property = PropertyPresenter(case)
        self.part = Part.INCOME

    def tabs(self) -> tuple[PartTab, ...]:
        """Return the parts with how much each still misses."""
        missing = [part_of(m.place) for m in self._case.live.missing]
        return tuple(PartTab(part, part.zh, missing.count(part)) for part in Part)

    def unchanged(self) -> str:
        """Take the part in sight as it was, by one key; return the sentence that says so."""
        self._case.put(self._as_it_was()[self.part])
        return tr("{word}没有变化，已照{known}记下。", word=self.part.zh, known=self._known())

    def all_unchanged(self) -> str:
        """Take all parts as they were, in one step; return the sentence that says so."""
        changes: dict[str, Json] = {}
        for units in self._as_it_was().values():
            changes |= units
        self._case.put(changes)
        return tr(
            "三核查都没有变化，已照{known}记下，实际生活状况记为与申报一致。", known=self._known()
        )

    def _as_it_was(self) -> Mapping[Part, dict[str, Json]]:
        return {
            Part.INCOME: self.income.unchanged(),
            Part.SUPPORT: self.support.unchanged(),
            Part.SPENDING: self.spending.unchanged(),
            Part.LIVING: self.living.unchanged(),
            Part.PROPERTY: self.property.unchanged(),
        }

    def _known(self) -> str:
        return tr("申报、档案和上次核查") if self._case.dossier.before else tr("申报和档案")

    def go(self, distance: int) -> bool:
        """Go to a neighbouring part; False at the ends, where the step itself changes."""
        parts = list(Part)
        place = parts.index(self.part) + distance
        if not 0 <= place < len(parts):
            return False
        self.part = parts[place]
        return True


def part_of(place: str) -> Part | None:
    """Return the part a unit path such as ``/living/kitchen`` belongs to."""
    if section_of(place) == "reasons":
        return _REASONS.get(item_of(place))
    return _SECTIONS.get(section_of(place))
