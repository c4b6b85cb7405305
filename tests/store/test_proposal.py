from dataclasses import replace

from caseworker_app.model.codes import DiscrepancyState
from caseworker_app.model.discrepancy import Discrepancy
from caseworker_app.model.household import Household
from caseworker_app.model.visit import Visit
from caseworker_app.store import discrepancy, household as households, proposal, visit as visits
from caseworker_app.store.database import Database
from caseworker_app.store.household import AssignedHousehold
from caseworker_app.store.proposal import Proposed


def test_that_only_a_live_difference_of_a_proposing_kind_proposes(
    database: Database,
    household: Household,
    discrepancies: tuple[Discrepancy, ...],
    visit: Visit,
) -> None:
    home = household.id
    death = replace(discrepancies[0], id="HJ01:p1", code="HJ01")
    with database.write() as connection:
        households.save_all(connection, [AssignedHousehold(household)])
        discrepancy.replace(connection, home, discrepancies)
        assert proposal.households(connection) == frozenset()

        discrepancy.replace(connection, home, (*discrepancies, death))
        assert proposal.households(connection) == {home}
        assert proposal.among(connection, ["x"]) == frozenset()
        assert proposal.among(connection, [home]) == {(home, "HJ01:p1")}
        assert proposal.of_rows(connection, [1]) == {1: (Proposed(death, DiscrepancyState.OPEN),)}

        discrepancy.set_states(connection, home, {"HJ01:p1": DiscrepancyState.REFUTED})
        assert proposal.households(connection) == frozenset()
        assert proposal.of_rows(connection, [1]) == {}

        discrepancy.set_states(connection, home, {"HJ01:p1": DiscrepancyState.CONFIRMED})
        assert proposal.households(connection) == {home}
        visits.start(connection, visit, "2026-11-22T00:00:00Z", "cw1")
        visits.seal(connection, visit.id, "2026-11-22T01:00:00Z", "sha256:00")
        assert proposal.households(connection) == frozenset()
        assert proposal.of_rows(connection, [1]) == {}
