"""Saved views of the worklist: named, kept with everything else in the encrypted store."""

from collections.abc import Mapping

from caseworker_app.errors import UserError
from caseworker_app.model.values import Json
from caseworker_app.store import saved_view
from caseworker_app.workflow.workspace import Workspace

_LONGEST = 12
_MOST = 12


def save(ws: Workspace, name: str, view: Mapping[str, Json]) -> None:
    """Keep a view under a name; raises UserError for a name that cannot be shown."""
    name = name.strip()
    if not name or len(name) > _LONGEST:
        raise UserError(f"视图名称请用 1 至 {_LONGEST} 个字。筛选没有变动，改好名称再保存。")
    with ws.database.write() as connection:
        known = saved_view.every(connection)
        if name not in known and len(known) >= _MOST:
            raise UserError(f"最多保存 {_MOST} 个视图。请先删除不用的，再保存“{name}”。")
        saved_view.put(connection, name, view)


def every(ws: Workspace) -> Mapping[str, Json]:
    """Return the views by name, in the order they were first named."""
    with ws.database.read() as connection:
        return saved_view.every(connection)


def remove(ws: Workspace, name: str) -> None:
    with ws.database.write() as connection:
        saved_view.remove(connection, name)
