"""事件提示: that one came, and what a person made of it, stand in the log."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager

from caseworker_app.model.codes import DiscrepancyState
from caseworker_app.model.visit import Visit
from caseworker_app.rules.comparison.proposals import PROPOSING
from caseworker_app.store import audit, discrepancy as discrepancies, proposal
from caseworker_app.store.database import Connection
from caseworker_app.workflow.workspace import Workspace

_REOPENED = "proposal.reopened"
_ACTS = {
    DiscrepancyState.OPEN: _REOPENED,
    DiscrepancyState.EXPLAINED: _REOPENED,
    DiscrepancyState.CONFIRMED: "proposal.confirmed",
    DiscrepancyState.REFUTED: "proposal.withdrawn",
    DiscrepancyState.UNRESOLVED: "proposal.unresolved",
}


def households(ws: Workspace) -> frozenset[str]:
    """Return the households of which data propose something and nothing is sealed."""
    with ws.database.read() as connection:
        return proposal.households(connection)


@contextmanager
def noting(connection: Connection, ws: Workspace, household_ids: Sequence[str]) -> Iterator[None]:
    """Write down each proposal that comes while some households are compared."""
    before = proposal.among(connection, household_ids)
    yield
    for home, difference in sorted(proposal.among(connection, household_ids) - before):
        audit.append(connection, ws.at(), ws.person.id, "proposal.raised", home, difference)


def write_down(
    connection: Connection, ws: Workspace, visit: Visit, before: Mapping[str, DiscrepancyState]
) -> None:
    """Write down which proposals of a visit were decided, or decided no longer."""
    kinds = {d.id: d.code for d in discrepancies.of(connection, visit.household.id)}
    for said in visit.explanations:
        act, old = _ACTS[said.state], before.get(said.id, DiscrepancyState.OPEN)
        if kinds.get(said.id) in PROPOSING and act != _ACTS[old]:
            audit.append(connection, ws.at(), ws.person.id, act, visit.id, said.id)
