"""Numbers without gaps, in the order of commit: taken under one row lock.

A database's own sequence commits out of order, and a reader's cursor would skip rows.
"""

from sqlalchemy import Connection

from caseworker_app.server.database import put_once
from caseworker_app.server.tables import counter

SEQ, DONE, AUDIT, OFFICE = "seq", "done", "audit", "office"
COUNTERSIGNED = "countersigned"
"""The last completion whose papers were looked at."""
NAMES = (SEQ, DONE, AUDIT, OFFICE, COUNTERSIGNED)


def begin(connection: Connection) -> None:
    """Put the counters where they are missing."""
    put_once(connection, counter, [{"name": name, "value": 0} for name in NAMES])


def take(connection: Connection, name: str, count: int = 1) -> int:
    """Return the next number, from 1; the first of as many as asked for."""
    step = counter.update().where(counter.c.name == name).values(value=counter.c.value + count)
    last = int(connection.execute(step.returning(counter.c.value)).scalar_one())
    return last - count + 1


def last(connection: Connection, name: str) -> int:
    """Return the last number taken; 0 before the first."""
    value = counter.select().with_only_columns(counter.c.value).where(counter.c.name == name)
    return int(connection.execute(value).scalar_one())


def reach(connection: Connection, name: str, value: int) -> None:
    """Move a counter on to a number; one that is further stays there."""
    behind = (counter.c.name == name, counter.c.value < value)
    connection.execute(counter.update().where(*behind).values(value=value))
