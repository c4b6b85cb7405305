"""事件提示: what the day's data propose at once - a stop after a death, a check after a purchase.

A proposal decides nothing: a person does, and ruling the difference out withdraws it.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from caseworker_app.model.codes import Action, DiscrepancyState, VisitKind
from caseworker_app.model.declaration import Declaration
from caseworker_app.model.departments import Funeral
from caseworker_app.model.discrepancy import Discrepancy, Explanation
from caseworker_app.model.register import AnyRecord, PersonRecord, RegisterSlice
from caseworker_app.model.values import Month

_STOP = ("N22-1.3", "SAL-47", "DBM-32")
_CHECK: Mapping[str, tuple[str, ...]] = {
    "CL09": ("SAL-46", "DBM-14"),
    "SR01": ("SAL-46", "DBM-33"),
    "SR03": ("SAL-46", "DBM-13"),
}
"""Kinds that open a check of their own: a car bought, a job found → articles."""

PROPOSING = frozenset({"HJ01", *_CHECK})
"""Kinds of difference that propose something."""


@dataclass(frozen=True, slots=True)
class Proof:
    """One row a proposal rests on."""

    record: str
    department: str
    as_of: date


@dataclass(frozen=True, slots=True)
class Proposal:
    """One thing to decide; ``action`` and what follows are of a death, ``visit`` of the rest."""

    difference: str
    member_id: str
    subject: str
    articles: tuple[str, ...]
    proofs: tuple[Proof, ...]
    action: Action | None = None
    """STOPD where nobody else is left, else PART: what is then paid, the determination tells."""
    died: date | None = None
    """None where no row gives the day."""
    from_month: Month | None = None
    """First month that is not due: the one after the death."""
    to_ask: tuple[Month, ...] = ()
    """Months, to that of the day, of which is to be asked whether they were paid."""
    visit: VisitKind | None = None


def proposals(
    declaration: Declaration,
    records: RegisterSlice,
    differences: Sequence[Discrepancy],
    explanations: Sequence[Explanation],
    day: date,
) -> tuple[Proposal, ...]:
    """Return what the differences propose on a day, those ruled out left aside."""
    rows = {row.id: row for _, row in records}
    ruled_out = {e.id for e in explanations if e.state is DiscrepancyState.REFUTED}
    live = tuple(d for d in differences if d.id not in ruled_out)
    left = _left(declaration, live)
    return tuple(
        proposal
        for difference in live
        for proposal in _proposed(difference, rows, day, alone=not left)
    )


def _left(declaration: Declaration, live: Sequence[Discrepancy]) -> frozenset[str]:
    """Return the members nobody says are dead."""
    dead = {difference.member_id for difference in live if difference.code == "HJ01"}
    dead |= {p.member_id for p in declaration.persons if p.whereabouts == "死亡"}
    return frozenset(person.member_id for person in declaration.persons) - dead


def _proposed(
    difference: Discrepancy, rows: Mapping[str, AnyRecord], day: date, *, alone: bool
) -> Iterator[Proposal]:
    held = [rows[record] for record in difference.record_ids if record in rows]
    proofs = tuple(Proof(row.id, row.source.department, row.source.as_of) for row in held)
    about = (difference.id, difference.member_id, difference.subject)
    if difference.code == "HJ01":
        died = min(_days(held), default=None)
        first = Month.of(died).plus(1) if died else None
        yield Proposal(
            *about,
            _STOP,
            proofs,
            action=Action.STOP_DEAD if alone else Action.PART,
            died=died,
            from_month=first,
            to_ask=_months(first, Month.of(day)) if first else (),
        )
    elif difference.code in _CHECK:
        yield Proposal(*about, _CHECK[difference.code], proofs, visit=VisitKind.CHANGE)


def _days(rows: Sequence[AnyRecord]) -> Iterator[date]:
    for row in rows:
        if isinstance(row, Funeral):
            yield row.died
        elif isinstance(row, PersonRecord) and row.death is not None:
            yield row.death


def _months(first: Month, last: Month) -> tuple[Month, ...]:
    return tuple(first.plus(n) for n in range(first.months_until(last) + 1))
