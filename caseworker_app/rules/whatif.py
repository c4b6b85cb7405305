"""试算: what another rule pack would change for a whole stock of households, and what it costs.

Compared is what a household is entitled to on the day of the act, as if it were determined for
the first time: category and monthly amount of ``determination.entitlement`` under each pack.
Grace (渐退, DBM-33) is left out. It pays the former amount for some months whatever the pack says,
and would hide what the pack changes.

A 低边 household counts as 低边 whether it is paid or not; what is paid to it goes to its
single-listed members, so the totals also tell how many households of a category are paid.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from caseworker_app.model.codes import Category
from caseworker_app.model.economy import EconomicStatus
from caseworker_app.model.values import Fen
from caseworker_app.rules.determination import entitlement
from caseworker_app.rules.policy.pack import Pack


class Given(NamedTuple):
    """What one pack gives a household; fen a month."""

    category: Category
    monthly: Fen


@dataclass(frozen=True, slots=True)
class Change:
    """One household under the pack compared with, and under the pack that is tried."""

    id: str
    before: Given
    after: Given

    @property
    def entered(self) -> bool:
        return self.before.category is Category.NONE is not self.after.category

    @property
    def left(self) -> bool:
        return self.after.category is Category.NONE is not self.before.category

    @property
    def turned(self) -> bool:
        """Say whether the category is another one, neither of them none."""
        same = self.before.category is self.after.category
        return not (same or self.entered or self.left)

    @property
    def difference(self) -> Fen:
        """Return how much more the tried pack gives; below zero where it gives less."""
        return self.after.monthly - self.before.monthly

    @property
    def differs(self) -> bool:
        return self.before != self.after


@dataclass(frozen=True, slots=True)
class Share:
    """What falls to a category under one pack: households, how many are paid, fen a month."""

    households: int = 0
    paid: int = 0
    monthly: Fen = 0

    def __add__(self, other: "Share") -> "Share":
        return Share(
            self.households + other.households,
            self.paid + other.paid,
            self.monthly + other.monthly,
        )


@dataclass(frozen=True, slots=True)
class Totals:
    """The sums over a stock.

    A household is counted by its category (entered, left, turned or none of them) and, apart
    from that, by its amount (raised, lowered, same): who enters 低边 unpaid is entered and same.
    """

    before: Mapping[Category, Share]
    after: Mapping[Category, Share]
    """Every category, also where nobody is in it."""
    entered: int
    left: int
    turned: int
    raised: int
    lowered: int
    same: int
    differing: int
    """Households of which category or amount, or both, are others."""

    @property
    def households(self) -> int:
        return self.raised + self.lowered + self.same

    @property
    def cost_before(self) -> Fen:
        return sum(share.monthly for share in self.before.values())

    @property
    def cost_after(self) -> Fen:
        return sum(share.monthly for share in self.after.values())

    @property
    def difference(self) -> Fen:
        return self.cost_after - self.cost_before


class Tally:
    """Judges households one after another under both packs and keeps the sums, nothing else."""

    def __init__(self, before: Pack, after: Pack) -> None:
        self._packs = before, after
        self._before = dict.fromkeys(Category, Share())
        self._after = dict.fromkeys(Category, Share())
        self._entered = self._left = self._turned = 0
        self._raised = self._lowered = self._same = 0
        self._differing = 0

    def judge(self, household_id: str, status: EconomicStatus) -> Change:
        """Return one household under both packs, and count it."""
        before, after = (_given(status, pack) for pack in self._packs)
        change = Change(household_id, before, after)
        self._before[before.category] += _share(before)
        self._after[after.category] += _share(after)
        self._entered += change.entered
        self._left += change.left
        self._turned += change.turned
        self._raised += change.difference > 0
        self._lowered += change.difference < 0
        self._same += change.difference == 0
        self._differing += change.differs
        return change

    def totals(self) -> Totals:
        """Return the sums over the households judged so far."""
        return Totals(
            before=dict(self._before),
            after=dict(self._after),
            entered=self._entered,
            left=self._left,
            turned=self._turned,
            raised=self._raised,
            lowered=self._lowered,
            same=self._same,
            differing=self._differing,
        )


def _given(status: EconomicStatus, pack: Pack) -> Given:
    found = entitlement(status, pack)
    return Given(found.category, found.monthly)


def _share(given: Given) -> Share:
    return Share(1, int(given.monthly > 0), given.monthly)
