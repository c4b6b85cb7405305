"""调查组: who usually comes along, so that nobody's name is typed twice."""

import json

from caseworker_app.model.visit import Investigator
from caseworker_app.store import meta
from caseworker_app.wire.canonical import canonical
from caseworker_app.wire.units import from_json, to_json
from caseworker_app.workflow.workspace import Workspace

_KEY = "colleagues"


def colleagues(ws: Workspace) -> tuple[Investigator, ...]:
    """Return the colleagues known on this laptop, the one who came along last first."""
    with ws.database.read() as connection:
        return from_json(json.loads(meta.text(connection, _KEY, "[]")), tuple[Investigator, ...])


def remember(ws: Workspace, companions: tuple[Investigator, ...]) -> None:
    """Put colleagues at the head of the list."""
    new = {colleague.id for colleague in companions}
    others = tuple(known for known in colleagues(ws) if known.id not in new)
    text = canonical(to_json((*companions, *others))).decode()
    with ws.database.write() as connection:
        meta.put(connection, _KEY, text)
