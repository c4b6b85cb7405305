"""规则更新 by either way, after everything else: whatever comes of it, what was delivered is.

What is refused is told in a sentence and remembered until an update is taken.
"""

from collections.abc import Callable
from typing import NamedTuple

from caseworker_app.errors import OutsideError, RefusedError, UserError
from caseworker_app.store.database import DiskFullError
from caseworker_app.sync.client import Courier
from caseworker_app.wire.parcel import Returned
from caseworker_app.workflow import edition
from caseworker_app.workflow.workspace import Workspace


class Renewal(NamedTuple):
    """What came of an update."""

    files: int = 0
    """Rule packs and files of texts for forms that are new here."""
    refused: str = ""
    """Why it was not taken, or the empty string."""


NOTHING = Renewal()


def fetch(ws: Workspace, courier: Courier, offered: int) -> Renewal:
    """Take the list of the version a server offers (0 for none), with the packs it names.

    Raises DiskFullError, so that room can be made.
    """
    return _tried(ws, lambda: _fetch(ws, courier, offered))


def carried(ws: Workspace, returned: Returned) -> Renewal:
    """Take what came by stick; raises as ``fetch``."""
    with ws.database.write() as connection:
        edition.trust(connection, ws.enrolled().public, returned.publisher)
    found = returned.edition
    return _tried(ws, lambda: edition.take_edition(ws, found) if found else 0)


def _fetch(ws: Workspace, courier: Courier, offered: int) -> int:
    with ws.database.read() as connection:
        here = edition.version(connection)
    manifest = courier.manifest(here) if offered not in {0, here} else None
    if manifest is None:
        edition.settle(ws)
        return 0
    with ws.database.read() as connection:
        edition.require_genuine(connection, ws, manifest)
        wanted = edition.missing(connection, manifest)
    return edition.take(ws, manifest, courier.published(wanted))


def _tried(ws: Workspace, take: Callable[[], int]) -> Renewal:
    try:
        return Renewal(files=take())
    except DiskFullError:
        raise
    except (OutsideError, RefusedError, UserError) as error:
        return Renewal(refused=edition.refuse(ws, error))
