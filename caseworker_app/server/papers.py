"""文书 as they come in: what the server can check of a paper before it keeps it for ever.

What does not fit is quarantined, so that a person sees that a paper and its record disagree.
"""

from sqlalchemy import Connection, select

from caseworker_app.model.paper import Paper
from caseworker_app.server import records
from caseworker_app.server.tables import number_block, record
from caseworker_app.wire.operation import Operation
from caseworker_app.wire.paper import RECORD, ROLE, paper_of, void_of
from caseworker_app.wire.replay import units_of

_OWN = 900_001
"""From here on a laptop numbered its papers before it knew an office."""


def is_sound(connection: Connection, operation: Operation) -> bool:
    """Tell whether an operation is a whole paper, or makes one void that is here.

    A paper's units fit the hash that stands on it, its PDF comes with it, its number is one this
    laptop was given, and the visit it rests on is the household's.
    """
    units = units_of(operation)
    stored = records.get(connection, operation.rid)
    if operation.kind == "create":
        paper = paper_of(units)
        return stored is None and paper is not None and _fits(connection, operation, paper)
    if stored is None or stored.kind != RECORD or operation.kind != "patch":
        return False
    paper = paper_of(stored.units)
    return paper is not None and paper.void is None and void_of(units) is not None


def _fits(connection: Connection, operation: Operation, paper: Paper) -> bool:
    return (
        paper.id == operation.rid
        and paper.person.id == operation.person
        and paper.void is None
        and [blob.role for blob in operation.blobs] == [ROLE]
        and _is_given(connection, operation.device, paper)
        and _rests(connection, paper)
    )


def _is_given(connection: Connection, device: str, paper: Paper) -> bool:
    """Tell whether a number is of the paper's own form and one its laptop may give."""
    head, _, last = paper.number.rpartition("-")
    region, _, rest = head.partition("-")
    if rest != f"{paper.day.year}-{paper.form}" or not last.isdecimal():
        return False
    if not paper.household.region.startswith(region):
        return False
    serial, block = int(last), number_block.c
    given = select(block.form).where(
        block.device == device,
        block.form == paper.form,
        block.year == paper.day.year,
        block.first <= serial,
        block.last >= serial,
    )
    return serial >= _OWN or connection.execute(given).first() is not None


def _rests(connection: Connection, paper: Paper) -> bool:
    """Tell whether the visit a paper rests on is here and of the same household."""
    if not paper.visit:
        return not paper.rests_on
    column = record.c
    found = connection.scalar(
        select(column.household).where(column.rid == paper.visit, column.kind == records.VISIT)
    )
    return bool(paper.rests_on) and found == paper.household.id
