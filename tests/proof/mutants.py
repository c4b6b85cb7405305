"""The real code with one guard taken out of it, and what has to happen for it to be missed."""

from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager
from functools import partial
from typing import NamedTuple
from unittest import mock

from caseworker_app.errors import CaseworkError
from caseworker_app.model.values import Json
from caseworker_app.rules.merge import Merged
from caseworker_app.server import (
    arriving,
    blobs,
    changes,
    endpoints,
    merging,
    receipts,
    session,
)
from caseworker_app.server.batch import Batch
from caseworker_app.server.central import Central
from caseworker_app.server.merging import Outcome
from caseworker_app.server.records import Record
from caseworker_app.server.rights import Caller
from caseworker_app.store import cursor, outbox, tables
from caseworker_app.store.database import Connection
from caseworker_app.sync.client import Confirmed, Courier
from caseworker_app.wire.message import AskChanges, Changes, Cursor
from caseworker_app.wire.operation import Operation
from caseworker_app.workflow import exchange, sending
from caseworker_app.workflow.exchange import Exchange, Fetched
from tests.proof import scenes
from tests.proof.scenes import Play


class Mutant(NamedTuple):
    guard: str
    """What is taken out."""
    without: Callable[[], AbstractContextManager[object]]
    scene: Play
    """Where it is missed at once."""


def _last_wins(
    current: Mapping[str, Json],
    patch: Sequence[tuple[str, str, Json]],
    _digest: Callable[[Json], str],
    *,
    atomic: bool = False,
) -> Merged:
    units = {**current, **{path: wanted for path, _, wanted in patch}}
    return Merged(
        {path: value for path, value in units.items() if value is not None},
        tuple(path for path, _, _ in patch),
    )


_apply = merging.apply


def _unfenced(operation: Operation, current: Record, *, late: bool) -> Outcome:  # the guard itself
    return _apply(operation, current, late=False)


_take = Exchange._take


def _cursor_first(self: Exchange, page: Changes) -> Fetched:
    with self._ws.database.write() as connection:
        cursor.put(connection, Cursor(page.epoch, page.next, page.head))
    return _take(self, page)


def _any_page(
    self: Courier, since: int, *, head: str = "", limit: int = 500, by_hash: bool = True
) -> Changes:
    asked = AskChanges(since=since, head=head, limit=limit, hash=by_hash)
    return self._line.call("/v1/changes", asked, Changes)


def _forget(self: sending._Sending, operations: Sequence[str]) -> None:
    with self._ws.database.write() as connection:
        for rows in (tables.outbox_blob, tables.outbox):
            connection.execute(rows.delete().where(rows.c.op.in_(operations)))


_push = sending._Sending.push


def _forgetting(self: sending._Sending, batch: Sequence[outbox.OutboxEntry]) -> None:
    try:
        _push(self, batch)
    except CaseworkError:
        _forget(self, [entry.op for entry in batch])
        raise


def _named_first(central: Central, caller: Caller, files: arriving.Files) -> int:
    with central.database.read() as connection:
        asked = blobs.needed(connection, caller.device, [sha for sha, _ in files])
    wanted = [(sha, data) for sha, data in files if sha in asked]
    with central.database.write() as connection:
        blobs.name(connection, ((sha, len(data)) for sha, data in wanted))
    central.files.put(wanted)
    return len(wanted)


_confirm = Exchange._confirm


def _any_epoch(self: Exchange, answer: Confirmed) -> None:
    epochs = [proof.body.epoch for proof in answer.receipts.values()]
    if not epochs:
        return _confirm(self, answer)
    with mock.patch.object(cursor, "load", return_value=Cursor(epochs[0])):
        return _confirm(self, answer)


def _only_others(_connection: Connection, page: Changes) -> bool:
    return any(row.units is None and row.rev > 1 for row in page.rows)


def _none(*_: object) -> None:
    """Do nothing."""


def _zero(*_: object) -> int:
    return 0


def _no(*_: object) -> bool:
    return False


def _yes(*_: object) -> bool:
    return True


def _nothing(_connection: Connection, _op: str) -> tuple[int, ...]:
    return ()


def _out(owner: object, name: str, put: object) -> Callable[[], AbstractContextManager[object]]:
    return partial(mock.patch.object, owner, name, put)


MUTANTS: Sequence[Mutant] = (
    Mutant("a known id", _out(Batch, "hash_of", _none), scenes.an_answer_is_lost),
    Mutant("a comparison", _out(merging, "merge", _last_wins), scenes.two_change_the_same),
    Mutant(
        "every file", _out(receipts, "_missing", _nothing), scenes.a_visit_goes_before_its_files
    ),
    Mutant(
        "one transaction",
        _out(Exchange, "_take", _cursor_first),
        scenes.a_laptop_dies_while_it_fetches,
    ),
    Mutant("since is cursor", _out(Courier, "changes", _any_page), scenes.a_late_page_comes),
    Mutant("receipts go", _out(outbox, "reset_held", _zero), scenes.an_office_is_restored),
    Mutant(
        "hello looks back",
        _out(session, "regressed", _no),
        scenes.an_office_is_restored_and_nobody_says_so,
    ),
    Mutant(
        "a page looks back",
        _out(changes, "notice_regression", _none),
        scenes.an_office_goes_back_during_an_exchange,
    ),
    Mutant(
        "a look back",
        _out(sending._Sending, "look_back", _none),
        scenes.an_office_goes_back_between_two_batches,
    ),
    Mutant(
        "this epoch",
        _out(Exchange, "_confirm", _any_epoch),
        scenes.a_receipt_comes_from_before_a_restore,
    ),
    Mutant("the fence", _out(merging, "apply", _unfenced), scenes.a_change_comes_after_hand_overs),
    Mutant(
        "the fence for what is new",
        _out(merging, "apply", _unfenced),
        scenes.a_visit_comes_after_hand_overs,
    ),
    Mutant("the chain", _out(Batch, "takes_place", _yes), scenes.a_laptop_comes_back_from_an_image),
    Mutant("only a receipt", _out(sending._Sending, "push", _forgetting), scenes.an_answer_is_lost),
    Mutant(
        "disk before list",
        _out(endpoints, "store", _named_first),
        scenes.an_office_dies_while_files_come,
    ),
    Mutant(
        "what is not here",
        _out(exchange, "_hides_something", _only_others),
        scenes.a_laptop_comes_back_from_an_image,
    ),
)
