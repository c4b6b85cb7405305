"""作废: a paper that must not count stays as it is, says so from now on, and is told everywhere."""

from caseworker_app.errors import RefusedError, UserError
from caseworker_app.model.paper import Void
from caseworker_app.store import audit, household as households, paper as table
from caseworker_app.store.values import packed
from caseworker_app.wire.paper import FORM, void_units
from caseworker_app.workflow.outgoing import PAPERS, NewRecord, send
from caseworker_app.workflow.papers import filing
from caseworker_app.workflow.papers.told import Voided
from caseworker_app.workflow.workspace import Workspace


def void(ws: Workspace, number: str, reason: str) -> Voided:
    """Make a paper void; return it with the papers that name it. A second time changes nothing.

    Raises UserError without a reason, RefusedError for the form of a sealed visit.
    """
    if not reason.strip():
        raise UserError("作废文书要写明原因。请填写原因后再办。")
    with ws.database.write() as connection:
        row = filing.known(connection, number)
        if row.record is None:
            raise RefusedError(
                "核查表随核查封存，不能单独作废。确有错误的，请对该户另起一次核查并写明理由。"
            )
        what = Void(ws.at(), ws.person, reason.strip())
        if table.void(connection, number, packed(what)):
            gen = households.version(connection, row.household).gen
            new = NewRecord(row.record, FORM, void_units(what), gen, kind="patch")
            send(connection, ws, new, PAPERS)
            audit.append(connection, ws.at(), ws.person.id, "paper.voided", number, what.reason)
            for other in filing.naming(connection, row):
                audit.append(
                    connection, ws.at(), ws.person.id, "paper.names_void", other.number, number
                )
        row = filing.known(connection, number)
        (line,) = filing.listed(connection, (row,))
        return Voided(line, filing.listed(connection, filing.naming(connection, row)))
