"""What a category gives a month."""

from dataclasses import dataclass

from caseworker_app.model.codes import Category
from caseworker_app.model.values import Fen
from caseworker_app.rules.assessment import Assessment


@dataclass(frozen=True, slots=True)
class Entitlement:
    """Category and amounts in fen; ``paid`` is what of gap and top-up is paid out."""

    category: Category
    assessment: Assessment
    gap: Fen = 0
    paid: Fen = 0
    top_ups: tuple[tuple[str, str, Fen], ...] = ()
    """Member, group, amount."""
    single_listed: tuple[tuple[str, Fen], ...] = ()
    care: str = ""
    term_months: int = 0

    @property
    def top_up(self) -> Fen:
        return sum(amount for _, _, amount in self.top_ups)

    @property
    def monthly(self) -> Fen:
        return self.paid + self.top_up + sum(amount for _, amount in self.single_listed)
