"""``caseworker verify``: whether PDFs are genuine and unchanged, by whom and when; offline."""

import argparse
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from caseworker_app.cli import output
from caseworker_app.cli.place import existing
from caseworker_app.cli.store import folder_of, opened
from caseworker_app.desktop.genuine.presenter import verdict
from caseworker_app.errors import CaseworkError
from caseworker_app.seals.finding import Seal, Trusted
from caseworker_app.server import countersigning
from caseworker_app.server.central import open_central
from caseworker_app.workflow import genuine, session
from caseworker_app.workflow.genuine import Judged

_GENUINE, _NOT, _UNUSABLE = range(3)
_Judge = Callable[[Path], Judged]


def run(wanted: argparse.Namespace) -> int:
    """Judge files; 0 all genuine, 1 one changed, unknown or unsealed, 2 one that cannot be read."""
    with _judge(wanted) as judge:
        found = [(file, _judged(judge, file)) for file in wanted.papers]
    if wanted.json:
        output.document({"files": [_document(*pair) for pair in found]})
    else:
        for pair in found:
            _tell(*pair)
    return max(_status(judged) for _, judged in found)


@contextmanager
def _judge(wanted: argparse.Namespace) -> Iterator[_Judge]:
    """Yield who judges: the office, this laptop, or somebody who trusts nobody yet."""
    if wanted.database or wanted.files:
        central = open_central(existing(wanted))
        try:
            delivered = partial(countersigning.received, central)
            yield partial(genuine.judge_for, Trusted(office=central.public), received=delivered)
        finally:
            central.close()
    elif session.exists(folder_of(wanted)):
        with opened(wanted) as ws:
            yield partial(genuine.judge, ws)
    else:
        yield partial(genuine.judge_for, Trusted())


def _judged(judge: _Judge, file: Path) -> Judged | str:
    try:
        return judge(file)
    except CaseworkError as error:
        return str(error)


def _status(found: Judged | str) -> int:
    if isinstance(found, str) or not found.is_usable:
        return _UNUSABLE
    return _GENUINE if found.is_genuine else _NOT


def _tell(file: Path, found: Judged | str) -> None:
    if isinstance(found, str):
        output.progress(found)
        return
    said = verdict(found)
    output.say(f"{file}  {said.title}")
    for line in said.lines:
        output.say(f"      {line}")


def _document(file: Path, found: Judged | str) -> dict[str, object]:
    if isinstance(found, str):
        return {"file": str(file), "genuine": False, "state": "unreadable", "problem": found}
    return {
        "file": str(file),
        "genuine": found.is_genuine,
        "state": found.state,
        "why": found.checked.why,
        "number": found.number,
        "record": found.kept.value,
        "seals": [_seal(seal) for seal in found.checked.seals],
    }


def _seal(seal: Seal) -> dict[str, object]:
    return {
        "name": seal.holder.name,
        "unit": seal.holder.unit,
        "device": seal.holder.device,
        "at": seal.at and seal.at.isoformat(),
        "vouched": seal.is_vouched,
        "office": seal.by_office,
    }
