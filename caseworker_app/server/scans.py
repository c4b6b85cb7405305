"""扫描件 as they come in: pages of a paper that came back, which the server keeps for ever."""

from sqlalchemy import Connection, select

from caseworker_app.model.scan import Scan
from caseworker_app.server import papers, records
from caseworker_app.server.tables import record
from caseworker_app.wire.operation import Operation
from caseworker_app.wire.replay import units_of
from caseworker_app.wire.scan import ROLE, scan_of


def is_sound(connection: Connection, operation: Operation) -> bool:
    """Tell whether an operation is a whole scan: its pages come with it, its visit is its own's."""
    scan = scan_of(units_of(operation)) if operation.kind == "create" else None
    return (
        scan is not None
        and (scan.id, scan.person.id) == (operation.rid, operation.person)
        and records.get(connection, operation.rid) is None
        and {blob.role for blob in operation.blobs} == {ROLE}
        and [blob.sha for blob in operation.blobs] == [page.sha for page in scan.pages]
        and _belongs(connection, scan)
    )


def _belongs(connection: Connection, scan: Scan) -> bool:
    """Tell whether visit and papers are the household's; what is not here yet hinders nothing."""
    column, home = record.c, scan.household.id
    found = connection.scalar(
        select(column.household).where(column.rid == scan.visit, column.kind == records.VISIT)
    )
    named = filter(None, (scan.paper, scan.about))
    known = filter(None, (papers.homes(connection, number) for number in named))
    return found in (None, home) and all(home in homes for homes in known)
