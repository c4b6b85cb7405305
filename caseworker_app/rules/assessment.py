"""The figures of a household laid out once, for every category to be tried on."""

from dataclasses import dataclass
from fractions import Fraction

from caseworker_app.model.codes import Category
from caseworker_app.model.economy import EconomicStatus, Person
from caseworker_app.model.values import Fen
from caseworker_app.rules import income
from caseworker_app.rules.figures import YEAR, Exact, quotient
from caseworker_app.rules.income import Item
from caseworker_app.rules.policy.pack import Below, Pack
from caseworker_app.rules.property import Limits, holds


@dataclass(frozen=True, slots=True)
class Assessment:
    """Income is exact, in fen a year; ``after`` is what rigid expenditure leaves of it."""

    status: EconomicStatus
    pack: Pack
    members: tuple[Person, ...]
    heads: int
    items: tuple[Item, ...]
    annual: Exact
    rigid: Fen
    after: Exact
    limits: Limits

    def own(self, member_id: str) -> Fraction:
        """Return one member's own income, in fen a year."""
        return Fraction(sum(i.annual for i in self.items if i.who == member_id))

    def per_capita(self, annual: Exact) -> Exact:
        """Return fen a month a head; 0 where nobody is counted."""
        return quotient(annual, YEAR * self.heads) if self.heads else 0

    def below(self, annual: Exact, line: Exact, test: Below) -> bool:
        """Say whether a year's income is below a monthly line per head; products, no quotients."""
        return test.holds(annual, line * YEAR * self.heads)

    def owns_within(self, category: Category) -> bool:
        return holds(self.limits[category])


def assess(
    status: EconomicStatus, pack: Pack, members: tuple[Person, ...], sharing: int | None = None
) -> Assessment:
    """Return the figures of some members; the property is shared by ``sharing`` heads."""
    heads = len(members)
    sharers = heads if sharing is None else sharing
    items = income.items(status, members, pack)
    annual = income.total(items)
    rigid = sum(expense.annual for expense in status.rigid)
    return Assessment(
        status=status,
        pack=pack,
        members=members,
        heads=heads,
        items=items,
        annual=annual,
        rigid=rigid,
        after=max(annual - rigid, 0),
        limits=Limits(status.property, max(1, sharers), pack),
    )
