"""派发: which person looks after which household, until when, why. Itself a record in the log."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime

import msgspec
from sqlalchemy import Connection, select

from caseworker_app.model.values import CHINA
from caseworker_app.rules.rights import Act, Tie, may
from caseworker_app.server import audit, office, records, rights
from caseworker_app.server.central import Central
from caseworker_app.server.rights import Caller
from caseworker_app.server.tables import assignment, record
from caseworker_app.wire.leading import AskAssign, Assigned
from caseworker_app.wire.message import Assignment
from caseworker_app.wire.problem import ProblemError, ProblemType
from caseworker_app.wire.units import flatten, restore


@dataclass(frozen=True, slots=True)
class Order:
    """What a supervisor decides."""

    person: str
    since: date
    until: date
    why: str
    by: str


def assign(central: Central, household: str, order: Order) -> None:
    """Hand a household to a person; see ``assign_all``."""
    assign_all(central, [household], order)


def assign_all(central: Central, households: Sequence[str], order: Order) -> None:
    """Hand households to a person, all or none; one already in those hands stays as it is.

    Whoever had a household before loses it, and what that person did without a network comes
    to the new one as a conflict: the generation of its records goes up. Raises
    ``ProblemError`` for an unknown household, and for who does no visits where it is.
    """
    with central.database.write() as connection:
        for household in households:
            holders = _active(connection, household).values()
            if order.person not in holders:
                _assign(connection, central, household, order)


def ask(central: Central, caller: Caller, asked: AskAssign) -> Assigned:
    """Hand a household to a person as a supervisor asks from a laptop.

    Raises ``ProblemError``: what lies outside the area is not there, and nobody is given what
    lies outside of theirs.
    """
    with central.database.read() as connection:
        if not rights.may(connection, caller, Act.ASSIGN, asked.household):
            raise ProblemError(ProblemType.NOT_FOUND)
    today = datetime.fromtimestamp(central.clock() / 1000, UTC).astimezone(CHINA).date()
    order = Order(asked.person, today, asked.until, asked.why, caller.person)
    assign(central, asked.household, order)
    return Assigned(asked.household, asked.person)


def end(central: Central, household: str, day: date, why: str, by: str) -> None:
    """Take a household back from the person who has it."""
    with central.database.write() as connection:
        _end(connection, central, household, day, why)
        audit.record(connection, central.clock(), by, "assignment.ended", household, why)


def follow(connection: Connection, central: Central, person: str, origin: str, new: str) -> None:
    """Hand a household split off from one to the person who has that one, for as long."""
    for name, holder in _active(connection, origin).items():
        stored = records.get(connection, name)
        if stored is not None and holder == person:
            old = restore(stored.units, Assignment)
            order = Order(person, old.since, old.until, f"分户：{old.why}", person)
            _assign(connection, central, new, order)


def _assign(connection: Connection, central: Central, household: str, order: Order) -> None:
    home = records.get(connection, household)
    if home is None:
        raise ProblemError(ProblemType.NOT_FOUND, "household")
    post = rights.post_of(connection, order.person)
    if post is None or not may(post, Act.WRITE, Tie(home.region, holds=True, held=True)):
        raise ProblemError(ProblemType.NOT_ALLOWED, "not a person who visits there")
    if _active(connection, household):
        _end(connection, central, household, order.since, f"改派：{order.why}")
        _fence(connection, household)
    new = Assignment(
        id=central.new_id(),
        household=household,
        person=order.person,
        since=order.since,
        until=order.until,
        why=order.why,
        by=order.by,
    )
    seq = _write(connection, central, new, home.region)
    row = {"id": new.id, "household": household, "person": order.person, "seq": seq}
    connection.execute(assignment.insert().values(**row))
    audit.record(connection, central.clock(), order.by, "visit.assigned", household, order.person)


def _active(connection: Connection, household: str) -> dict[str, str]:
    """Return the id of the assignment in force and its person; empty when there is none."""
    query = select(assignment.c.id, assignment.c.person).where(
        assignment.c.household == household, assignment.c.ended.is_(None)
    )
    return {row.id: row.person for row in connection.execute(query)}


def _end(connection: Connection, central: Central, household: str, day: date, why: str) -> None:
    for name in _active(connection, household):
        stored = records.get(connection, name)
        if stored is None:
            raise LookupError(name)
        ended = msgspec.structs.replace(restore(stored.units, Assignment), ended=day, ended_why=why)
        _write(connection, central, ended, stored.region)
        connection.execute(assignment.update().where(assignment.c.id == name).values(ended=day))


def _fence(connection: Connection, household: str) -> None:
    connection.execute(
        record.update().where(record.c.household == household).values(gen=record.c.gen + 1)
    )


def _write(connection: Connection, central: Central, new: Assignment, region: str) -> int:
    wish = office.Wish(new.id, region, records.ASSIGNMENT, new.household, flatten(new))
    return office.write(connection, central, wish, new.by)
