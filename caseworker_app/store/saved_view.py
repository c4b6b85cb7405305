"""Ways of looking at the worklist a person gave a name."""

from collections.abc import Mapping

from sqlalchemy import Connection, delete, select
from sqlalchemy.dialects.sqlite import insert

from caseworker_app.model.values import Json
from caseworker_app.store.tables import saved_view as table
from caseworker_app.store.values import json_of
from caseworker_app.wire.canonical import canonical


def put(connection: Connection, name: str, body: Mapping[str, Json]) -> None:
    """Keep a view under its name, in place of one of the same name."""
    statement = insert(table).values(name=name, body=canonical(dict(body)))
    kept = {"body": statement.excluded.body}
    connection.execute(statement.on_conflict_do_update(index_elements=[table.c.name], set_=kept))


def every(connection: Connection) -> dict[str, Json]:
    """Return the views by name, in the order they were first named."""
    found = connection.execute(select(table.c.name, table.c.body).order_by(table.c.n))
    return {row.name: json_of(row.body) for row in found}


def remove(connection: Connection, name: str) -> None:
    connection.execute(delete(table).where(table.c.name == name))
