"""文书 as they come in: what the server can check of a paper before it keeps it for ever.

What does not fit is quarantined, so that a person sees that a paper and its record disagree.
"""

import re

from sqlalchemy import Connection, select

from caseworker_app.model.paper import OWN, Listed, Paper, number_of
from caseworker_app.rules.procedure.papers import POSTING
from caseworker_app.server import oplog, records
from caseworker_app.server.enrolment import may_be_forgotten
from caseworker_app.server.tables import number_block, paper_number, record
from caseworker_app.wire.operation import Operation
from caseworker_app.wire.paper import RECORD, ROLE, paper_of, void_of
from caseworker_app.wire.replay import digest_of, units_of

DIFFERS = "record differs"
"""Why a paper is set apart that rests on another record than the one that is here."""

_SERIAL = re.compile(r"-([0-9]{6})$")


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
    paper, void = paper_of(stored.units), void_of(units)
    is_first = paper is not None and paper.void is None
    return is_first and void is not None and void.person.id == operation.person


def differs(connection: Connection, operation: Operation) -> bool:
    """Tell whether a visit a sound paper rests on never said here what it says there.

    What a visit says that waits for a decision was said too.
    """
    paper = paper_of(units_of(operation)) if operation.kind == "create" else None
    if paper is None or not paper.visit:
        return False
    return any(one.rests_on not in _said(connection, one.visit) for one in _visits(paper))


def listed(operation: Operation) -> frozenset[str]:
    """Return the other households a paper is about, such as those of a notice."""
    paper = paper_of(units_of(operation)) if operation.kind == "create" else None
    return frozenset(one.id for one in (paper.others or ())) if paper else frozenset()


def file(connection: Connection, operation: Operation) -> None:
    """Write down the number of a paper that was kept: no second one is."""
    paper = paper_of(units_of(operation)) if operation.kind == "create" else None
    if paper is not None:
        row = {"device": operation.device, "number": paper.number, "rid": operation.rid}
        connection.execute(paper_number.insert().values(**row))


def homes(connection: Connection, number: str) -> frozenset[str]:
    """Return the households that have a paper of this number.

    More than one where laptops that knew no office yet gave the same.
    """
    query = select(record.c.household).join(paper_number, paper_number.c.rid == record.c.rid)
    return frozenset(connection.scalars(query.where(paper_number.c.number == number)))


def _said(connection: Connection, visit: str) -> frozenset[str]:
    """Return the hashes of what a visit ever said, and of what was wanted of it."""
    wanted = (units_of(one) for _, one in oplog.operations(connection, visit))
    return frozenset(map(digest_of, (*records.versions(connection, visit), *wanted)))


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
    """Tell whether a number is of the paper's own form, one its laptop may give, and still free.

    From ``OWN`` on a laptop numbered its papers before it knew an office.
    """
    found = _SERIAL.search(paper.number)
    serial, year = int(found[1]) if found else 0, paper.day.year
    if paper.number != number_of(paper.household.region, year, paper.form, serial):
        return False
    block, taken = number_block.c, paper_number.c
    given = select(block.form).where(
        block.device == device,
        block.form == paper.form,
        block.year == year,
        block.first <= serial,
        block.last >= serial,
    )
    before = select(taken.rid).where(taken.device == device, taken.number == paper.number)
    is_theirs = (
        serial >= OWN[0]
        or connection.execute(given).first() is not None
        or may_be_forgotten(connection, paper.form, year, serial)
    )
    return is_theirs and connection.execute(before).first() is None


def _rests(connection: Connection, paper: Paper) -> bool:
    """Tell whether the visits a paper rests on are here, each of its household.

    Only a notice rests on those of several.
    """
    if not paper.visit:
        return not paper.rests_on and not paper.others
    if paper.others and paper.form != POSTING:
        return False
    return all(_is_visited(connection, one) for one in _visits(paper))


def _visits(paper: Paper) -> tuple[Listed, ...]:
    """Return every visit a paper rests on, with its household."""
    return (Listed(paper.household.id, paper.visit, paper.rests_on), *(paper.others or ()))


def _is_visited(connection: Connection, one: Listed) -> bool:
    """Tell whether a visit is here and of the household it is said to be of."""
    column = record.c
    found = connection.scalar(
        select(column.household).where(column.rid == one.visit, column.kind == records.VISIT)
    )
    return bool(one.rests_on) and found == one.id
