"""字段对应 of each department's list, learned once."""

from sqlalchemy import Connection, select
from sqlalchemy.dialects.sqlite import insert

from caseworker_app.model.codes import Dataset
from caseworker_app.store.tables import heading_mapping as table


def put(connection: Connection, department: str, dataset: Dataset, text: str) -> None:
    """Keep how a department's headings are read, in place of what was known."""
    statement = insert(table).values(department=department, dataset=dataset, text=text)
    connection.execute(
        statement.on_conflict_do_update(
            index_elements=[table.c.department, table.c.dataset],
            set_={"text": statement.excluded.text},
        )
    )


def get(connection: Connection, department: str, dataset: Dataset) -> str:
    """Return the mapping of a department's list, or the empty string."""
    known = (table.c.department == department, table.c.dataset == dataset)
    return connection.scalar(select(table.c.text).where(*known)) or ""
