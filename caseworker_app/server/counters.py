"""Numbers without gaps, in the order of commit: taken under one row lock.

A database's own sequence commits out of order, and a reader's cursor would skip rows.
"""

from sqlalchemy import Connection

from caseworker_app.server.tables import counter

SEQ, DONE, AUDIT, OFFICE = "seq", "done", "audit", "office"
NAMES = (SEQ, DONE, AUDIT, OFFICE)


def begin(connection: Connection) -> None:
    """Put the counters where they are missing."""
    known = set(connection.scalars(counter.select().with_only_columns(counter.c.name)))
    missing = [{"name": name, "value": 0} for name in NAMES if name not in known]
    if missing:
        connection.execute(counter.insert(), missing)


def hold(connection: Connection, name: str) -> None:
    """Wait for the row lock of a counter and keep it until the transaction ends."""
    connection.execute(counter.update().where(counter.c.name == name).values(value=counter.c.value))


def take(connection: Connection, name: str) -> int:
    """Return the next number, from 1."""
    step = counter.update().where(counter.c.name == name).values(value=counter.c.value + 1)
    return int(connection.execute(step.returning(counter.c.value)).scalar_one())


def last(connection: Connection, name: str) -> int:
    """Return the last number taken; 0 before the first."""
    value = counter.select().with_only_columns(counter.c.value).where(counter.c.name == name)
    return int(connection.execute(value).scalar_one())
