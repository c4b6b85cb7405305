"""The person's own key to this laptop."""

from caseworker_app.store import audit, key
from caseworker_app.workflow.workspace import Workspace


def change_passphrase(ws: Workspace, old: str, new: str) -> None:
    """Let a new passphrase open the store instead of the old one; the office's key still does too.

    Raises UserError for a wrong old passphrase or a weak new one, RefusedError while the delay
    after several wrong ones runs; then the old one still opens.
    """
    key.change_passphrase(ws.folder, old, new, ws.clock.now())
    with ws.database.write() as connection:
        audit.append(connection, ws.at(), ws.person.id, "passphrase.changed", "", "")
