"""留痕: what was done on this laptop, and whether the log and the evidence still say so."""

from dataclasses import dataclass

from caseworker_app.model.audit import AuditEntry
from caseworker_app.store import attachment as attachments, audit, purge, visit as visits
from caseworker_app.workflow.papers import filing
from caseworker_app.workflow.workspace import Workspace

_CAUGHT = ("photo.added", "audio.added", "fingerprint.added")


@dataclass(frozen=True, slots=True)
class Trail:
    """What checking found; ``broken_at`` is the first entry that is not what was written."""

    entries: int
    head: str
    """Hash of the last entry, for the server to remember."""
    broken_at: int | None
    altered: tuple[str, ...]
    """Addresses of files that are no longer what was kept, or of evidence that is gone; numbers of
    papers that are gone or do not say what was issued.
    """


def verify(ws: Workspace) -> Trail:
    """Check the whole chain, every file and paper, and that evidence is still in its visit."""
    with ws.database.read() as connection:
        found = audit.verify(connection)
        altered = (*attachments.altered(connection), *purge.unfounded(connection))
        kept = set(visits.attached(connection))
        caught = audit.told(connection, _CAUGHT)
        papers = filing.altered(connection)
    gone = tuple(
        detail.partition(" ")[0]
        for visit_id, detail in caught
        if (visit_id, detail.partition(" ")[0]) not in kept
    )
    return Trail(found.entries, found.head, found.broken_at, (*altered, *gone, *papers))


def entries(ws: Workspace, subject: str) -> tuple[AuditEntry, ...]:
    """Return what was done to one household, visit or paper, the latest first."""
    with ws.database.read() as connection:
        return audit.entries(connection, subject)
