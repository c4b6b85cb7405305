"""``caseworker replay``: what was sealed, judged again with its own pack as of its day."""

import argparse
from dataclasses import asdict

from caseworker_app.cli import output
from caseworker_app.cli.store import opened
from caseworker_app.errors import CaseworkError
from caseworker_app.wire.replay import Replay
from caseworker_app.workflow import replay
from caseworker_app.workflow.replay import SealedVisit
from caseworker_app.workflow.workspace import Workspace


def run(wanted: argparse.Namespace) -> int:
    """Replay one sealed visit or all; 1 where one differs or cannot be replayed."""
    with opened(wanted) as ws:
        visits = (
            (replay.sealed_visit(ws, wanted.visit),) if wanted.visit else replay.sealed_visits(ws)
        )
        rows = []
        for number, visit in enumerate(visits, 1):
            output.progress(f"正在重算 {number}/{len(visits)}")
            rows.append((visit, _replayed(ws, visit)))
    equal = all(isinstance(found, Replay) and found.equal for _, found in rows)
    if wanted.json:
        documents = [_document(visit, found) for visit, found in rows]
        output.document({"equal": equal, "visits": documents})
    else:
        for visit, found in rows:
            _tell(visit, found)
        if not rows:
            output.say("本机还没有封存的核查。")
    return 0 if equal else 1


def _replayed(ws: Workspace, visit: SealedVisit) -> Replay | str:
    """Return how a visit recomputes, or the sentence why it cannot be."""
    try:
        return replay.replay(ws, visit.id)
    except CaseworkError as error:
        return str(error)


def _document(visit: SealedVisit, found: Replay | str) -> dict[str, object]:
    if isinstance(found, str):
        return {"visit": visit.id, "number": visit.number, "equal": None, "problem": found}
    return {"visit": visit.id, "number": visit.number, **asdict(found)}


def _tell(visit: SealedVisit, found: Replay | str) -> None:
    if isinstance(found, str):
        output.say(f"{visit.number}  未能重算：{found}")
        return
    output.say(f"{visit.number}  {found.day}  {found.said}  {found.pack_id} {found.short_hash}")
    for different in found.differences:
        output.say(
            f"      {different.what}：封存时 {different.stored}，重算为 {different.recomputed}"
        )
