"""Everything this laptop holds about one household, on one table."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from caseworker_app.model.declaration import Declaration
from caseworker_app.model.discrepancy import Discrepancy, Explanation
from caseworker_app.model.household import Household
from caseworker_app.model.register import RegisterSlice
from caseworker_app.model.visit import Visit
from caseworker_app.rules.comparison.proposals import Proposal, proposals
from caseworker_app.store import (
    audit,
    discrepancy as discrepancies,
    freshness,
    household as households,
    visit,
)
from caseworker_app.store.freshness import Lapse
from caseworker_app.workflow import recheck
from caseworker_app.workflow.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Dossier:
    household: Household
    declaration: Declaration
    records: RegisterSlice
    discrepancies: tuple[Discrepancy, ...]
    visit: Visit | None
    lapses: tuple[Lapse, ...] = ()
    """Data erased because their term was over: of them the differences say nothing."""
    before: Visit | None = None
    """The visit before this one, as it was sealed, where this laptop still holds it."""

    def proposals(
        self, day: date, explanations: Sequence[Explanation] | None = None
    ) -> tuple[Proposal, ...]:
        """Return what the data propose on a day, what the visit ruled out left aside.

        ``explanations`` are answers given meanwhile, in place of those of the visit.
        """
        if explanations is None:
            explanations = self.visit.explanations if self.visit else ()
        return proposals(self.declaration, self.records, self.discrepancies, explanations, day)


def open_household(ws: Workspace, household_id: str) -> Dossier:
    """Return the dossier; that it was opened is written down (product 64)."""
    with ws.database.write() as connection:
        visit_id = visit.of_household(connection, household_id)
        dossier = Dossier(
            household=households.load(connection, household_id),
            declaration=households.declaration(connection, household_id),
            records=households.records(connection, household_id),
            discrepancies=discrepancies.of(connection, household_id),
            visit=visit.load(connection, visit_id) if visit_id else None,
            lapses=freshness.lapses(connection, household_id),
            before=recheck.last(connection, household_id, but=visit_id),
        )
        audit.append(connection, ws.at(), ws.person.id, "household.opened", household_id, "")
    return dossier
