"""Texts typed in a visit that no field could take yet: kept word for word until mended."""

import json
from collections.abc import Mapping
from typing import cast

from caseworker_app.store import meta
from caseworker_app.wire.canonical import canonical
from caseworker_app.workflow.workspace import Workspace


def keep(ws: Workspace, visit_id: str, texts: Mapping[str, str]) -> None:
    """Keep the texts of a visit by their place, in place of those kept before."""
    with ws.database.write() as connection:
        if texts:
            meta.put(connection, _key(visit_id), canonical(dict(texts)).decode())
        else:
            meta.forget(connection, _key(visit_id))


def kept(ws: Workspace, visit_id: str) -> Mapping[str, str]:
    """Return the texts kept of a visit, by their place."""
    with ws.database.read() as connection:
        return cast("dict[str, str]", json.loads(meta.text(connection, _key(visit_id), "{}")))


def _key(visit_id: str) -> str:
    return f"draft.{visit_id}"
