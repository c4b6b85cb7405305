"""文书编号: which numbers this laptop may give out without a network, and when it needs more."""

from collections.abc import Iterable

from caseworker_app.model.paper import FORMS, OWN
from caseworker_app.store import paper
from caseworker_app.store.database import Connection
from caseworker_app.wire.message import NumberBlock, Spent
from caseworker_app.workflow.workspace import Workspace

_FEW = 50
"""So many left, and more are asked for."""


def running_out(ws: Workspace) -> tuple[Spent, ...]:
    """Return the forms and years, this one and the next, of which an office gave few or none."""
    with ws.database.read() as connection:
        known = [(f, y, *paper.from_office(connection, f, y)) for f, y in _due(ws)]
    return tuple(Spent(form, year, last) for form, year, left, last in known if left <= _FEW)


def take(connection: Connection, blocks: Iterable[NumberBlock]) -> None:
    """Take the blocks an office allotted; the same block twice is one."""
    for block in blocks:
        paper.allot(connection, block.form, block.year, block.first, block.last)


def take_own(ws: Workspace, connection: Connection) -> None:
    """Take numbers of this laptop's own, where no office is there to allot any."""
    for form, year in _due(ws):
        paper.allot(connection, form, year, *OWN)


def lacks_own(ws: Workspace) -> bool:
    """Tell whether somebody works here alone who could not number every form this year or next."""
    if ws.office is not None or not ws.person.id:
        return False
    with ws.database.read() as connection:
        return not all(paper.remaining(connection, form, year) for form, year in _due(ws))


def _due(ws: Workspace) -> tuple[tuple[str, int], ...]:
    year = ws.clock.today().year
    return tuple((form, wanted) for form in FORMS for wanted in (year, year + 1))
