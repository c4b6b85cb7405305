"""The parts of the three checks, and what each still asks for."""

from dataclasses import dataclass
from enum import StrEnum

from caseworker_app.desktop.checks.income import IncomePresenter
from caseworker_app.desktop.checks.living import LivingPresenter
from caseworker_app.desktop.checks.neighbours import NeighboursPresenter
from caseworker_app.desktop.checks.property import PropertyPresenter
from caseworker_app.desktop.checks.spending import SpendingPresenter
from caseworker_app.desktop.checks.support import SupportPresenter
from caseworker_app.desktop.step.case import Case
from caseworker_app.desktop.step.places import section_of


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
    Part.INCOME: "收入",
    Part.SUPPORT: "赡养抚养扶养费",
    Part.SPENDING: "支出",
    Part.LIVING: "实际生活状况",
    Part.PROPERTY: "财产",
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
    return _SECTIONS.get(section_of(place))
