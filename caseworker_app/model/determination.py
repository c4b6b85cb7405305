"""认定: the answer of the law, with its grounds."""

from dataclasses import dataclass
from datetime import date

from caseworker_app.model.codes import Action, Category, Recheck
from caseworker_app.model.values import Fen, Month


@dataclass(frozen=True, slots=True)
class Reason:
    """One step of the explanation: what, how much, by which article, from which numbers.

    ``parts`` are the steps it was made of, down to single inputs.
    """

    label: str
    value: str
    formula: str = ""
    """The formula in words with the numbers put in, in Chinese."""
    articles: tuple[str, ...] = ()
    """Codes of ``resources/codes/legal_basis.csv``."""
    source: str = ""
    """Where the number comes from: a key of the pack, a field of the visit."""
    parts: tuple["Reason", ...] = ()
    basis: str = ""
    """Of a value of the pack: since when it holds and which paper says so, in Chinese."""

    @property
    def is_parameter(self) -> bool:
        """Say whether this is a value of the pack, not a step of the reckoning."""
        return bool(self.basis)

    def steps(self) -> tuple["Reason", ...]:
        """Return the parts that are steps of the reckoning."""
        return tuple(part for part in self.parts if not part.is_parameter)

    def parameters(self) -> dict[str, "Reason"]:
        """Return every value of the pack this rests on, by path, in the order of use."""
        found = {self.source: self} if self.is_parameter else {}
        for part in self.parts:
            found |= part.parameters()
        return found


@dataclass(frozen=True, slots=True)
class Remark:
    """提示: what the person who decides should look at; it changes nothing by itself."""

    text: str
    """In Chinese; members by their id."""
    articles: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Determination:
    """What the household is entitled to; all money in fen, rounded once by the pack's rule."""

    as_of: date
    counted: tuple[str, ...]
    income_annual: Fen
    per_capita: Fen
    """A month's income per counted member, half-up to the fen; for showing, not for testing."""
    category: Category
    gap: Fen
    top_up: Fen
    monthly: Fen
    action: Action
    from_month: Month
    recheck: Recheck
    decided_by: tuple[str, ...]
    pack_id: str
    pack_hash: str
    standard: Fen
    reason: Reason
    per_capita_after_rigid: Fen | None = None
    rigid_annual: Fen = 0
    single_listed: tuple[tuple[str, Fen], ...] = ()
    care: str = ""
    term_months: int = 0
    grace_until: Month | None = None
    after_grace: Action | None = None
    overpaid: Fen = 0
    finish_by: date | None = None
    remarks: tuple[Remark, ...] = ()
    """What to look at again, and paths that pay more."""
