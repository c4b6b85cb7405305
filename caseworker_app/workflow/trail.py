"""留痕: what was done on this laptop, and whether the log still says so."""

from caseworker_app.model.audit import AuditEntry
from caseworker_app.store import audit
from caseworker_app.store.audit import AuditState
from caseworker_app.workflow.workspace import Workspace


def verify(ws: Workspace) -> AuditState:
    """Check the whole chain; ``broken_at`` is the first entry that is not what was written."""
    with ws.database.read() as connection:
        return audit.verify(connection)


def entries(ws: Workspace, subject: str) -> tuple[AuditEntry, ...]:
    """Return what was done to one household, visit or paper, the latest first."""
    with ws.database.read() as connection:
        return audit.entries(connection, subject)
