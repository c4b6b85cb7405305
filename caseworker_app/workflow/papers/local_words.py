"""A form with the texts the office publishes for it."""

from caseworker_app.documents.form import Form, local
from caseworker_app.store import published
from caseworker_app.store.database import Connection
from caseworker_app.wire.manifest import FORMS


def read(connection: Connection, code: str) -> Form:
    """Return a form; an office's text for it goes before one for all forms."""
    own = (
        wording
        for name in (code, local.COMMON)
        if (text := published.text(connection, f"{FORMS}{name}.toml"))
        for wording in local.read(text, name)
    )
    return local.form(code, tuple(own))
