"""Who looks after a household: who leads sees the whole area, and visits what is in their hands."""

from caseworker_app.errors import UserError
from caseworker_app.model.codes import OfficeRole
from caseworker_app.store import copy, lease
from caseworker_app.store.database import Connection
from caseworker_app.workflow.purge import ASSIGNMENT
from caseworker_app.workflow.workspace import Workspace


def require(connection: Connection, ws: Workspace, household: str) -> None:
    """Raise UserError where a household is here only to be read.

    The office would set apart what is written about it; a laptop that works alone has no office.
    """
    kept = lease.load(connection)
    scope = kept.lease.scope if kept else None
    if scope is None or scope.role == OfficeRole.CASEWORKER:
        return
    orders = [one.units for one in copy.of_household(connection, ASSIGNMENT, household)]
    mine = (o for o in orders if o.get("/person") == ws.person.id and not o.get("/ended"))
    if next(mine, None) is None:
        raise UserError(
            "这户在您的辖区，但没有派给您，只能查看，不能入户核查或出具文书。"
            "需要您办理的，请先把这户派给您，再送达一次。"
        )
