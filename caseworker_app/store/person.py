"""Who works on this laptop."""

from sqlalchemy import Connection

from caseworker_app.model.visit import Investigator
from caseworker_app.store import meta


def put(connection: Connection, worker: Investigator) -> None:
    """Write down who works here, in place of whoever did."""
    meta.put(connection, "person.id", worker.id)
    meta.put(connection, "person.name", worker.name)
    meta.put(connection, "person.unit", worker.unit)
    meta.put(connection, "person.township", int(worker.township))


def get(connection: Connection) -> Investigator:
    """Return who works here; all empty before anybody was introduced."""
    return Investigator(
        meta.text(connection, "person.id"),
        meta.text(connection, "person.name"),
        meta.text(connection, "person.unit"),
        bool(meta.integer(connection, "person.township", 1)),
    )
