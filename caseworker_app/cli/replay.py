"""``caseworker replay``: what was sealed, judged again with its own pack as of its day."""

import argparse
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict
from functools import partial
from typing import NamedTuple

from caseworker_app.cli import output
from caseworker_app.cli.place import existing
from caseworker_app.cli.store import opened
from caseworker_app.errors import CaseworkError, UserError
from caseworker_app.server import replay as office
from caseworker_app.server.central import open_central
from caseworker_app.wire.replay import Replay
from caseworker_app.workflow import replay


class _Shelf(NamedTuple):
    """Sealed visits and how to replay one: on this laptop, or at the office."""

    numbers: Mapping[str, str]
    """Visit → number of its paper."""
    replay: Callable[[str], Replay]


def run(wanted: argparse.Namespace) -> int:
    """Replay one sealed visit or all; 1 where one differs or cannot be replayed."""
    with _shelf(wanted) as shelf:
        visits = _wanted(shelf.numbers, wanted.visit)
        rows = []
        for place, visit in enumerate(visits, 1):
            output.progress(f"正在重算 {place}/{len(visits)}")
            rows.append((visit, shelf.numbers[visit], _replayed(shelf, visit)))
    equal = all(isinstance(found, Replay) and found.equal for *_, found in rows)
    if wanted.json:
        output.document({"equal": equal, "visits": [_document(*row) for row in rows]})
    else:
        for _, number, found in rows:
            _tell(number, found)
        if not rows:
            output.say("还没有封存的核查。")
    return 0 if equal else 1


@contextmanager
def _shelf(wanted: argparse.Namespace) -> Iterator[_Shelf]:
    if wanted.database or wanted.files:
        central = open_central(existing(wanted))
        try:
            yield _Shelf(office.visits(central), partial(office.replay_visit, central))
        finally:
            central.close()
    else:
        with opened(wanted) as ws:
            numbers = {visit.id: visit.number for visit in replay.sealed_visits(ws)}
            yield _Shelf(numbers, partial(replay.replay, ws))


def _wanted(numbers: Mapping[str, str], name: str | None) -> tuple[str, ...]:
    """Return the visits asked for: all, or the one of an id or of a paper's number."""
    if name is None:
        return tuple(numbers)
    for visit, number in numbers.items():
        if name in (visit, number):
            return (visit,)
    raise UserError(f"没有编号为 {name} 的封存记录。请核对核查表上的编号后重试。")


def _replayed(shelf: _Shelf, visit: str) -> Replay | str:
    """Return how a visit recomputes, or the sentence why it cannot be."""
    try:
        return shelf.replay(visit)
    except CaseworkError as error:
        return str(error)


def _document(visit: str, number: str, found: Replay | str) -> dict[str, object]:
    if isinstance(found, str):
        return {"visit": visit, "number": number, "equal": None, "problem": found}
    return {"visit": visit, "number": number, **asdict(found)}


def _tell(number: str, found: Replay | str) -> None:
    if isinstance(found, str):
        output.say(f"{number}  未能重算：{found}")
        return
    output.say(f"{number}  {found.day}  {found.said}  {found.pack_id} {found.short_hash}")
    for different in found.differences:
        output.say(
            f"      {different.what}：封存时 {different.stored}，重算为 {different.recomputed}"
        )
