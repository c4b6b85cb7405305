"""Operations come in: one transaction a batch, each logged once, merged unit by unit.

Nothing that bears a good signature is turned away. What cannot be applied is quarantined: kept,
receipted as such, and left to a person.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Annotated

import msgspec
from sqlalchemy import Connection, select

from caseworker_app.model.values import Json
from caseworker_app.rules.rights import Act
from caseworker_app.server import (
    assignments,
    disputes,
    doubts,
    inquiries,
    merging,
    oplog,
    papers,
    records,
    scans,
)
from caseworker_app.server.batch import Batch, Envelope, Sent, Taken
from caseworker_app.server.central import Central
from caseworker_app.server.merging import Outcome
from caseworker_app.server.records import Record
from caseworker_app.server.rights import Caller
from caseworker_app.server.tables import oplog as log
from caseworker_app.wire import ask, new_home, paper, scan
from caseworker_app.wire.canonical import canonical, digest
from caseworker_app.wire.operation import (
    ADDRESS,
    RESOLVE,
    Document,
    Operation,
    understood,
    verify_document,
)
from caseworker_app.wire.problem import ProblemError, ProblemType
from caseworker_app.wire.replay import units_of
from caseworker_app.wire.value import checked

Answered = tuple[str, ProblemType | None]
_OF_DEVICES = frozenset({records.HOUSEHOLD, records.VISIT, records.PAPER})
"""Kinds of record a laptop may change."""
DECIDED = _OF_DEVICES | {records.SCAN}
"""Kinds a laptop may decide a conflict about."""
_WHOLE = frozenset({records.PAPER, records.SCAN})
"""Those of which a decision takes all or nothing."""
AT_ONCE = frozenset({ask.FORM, new_home.FORM})
"""Forms that ask the office to act, which it does only for who looks after the household."""
_ZERO = "\0"
"""PostgreSQL keeps no such text."""
_KIND_OF = {
    ask.FORM: records.ASK,
    new_home.FORM: records.HOUSEHOLD,
    paper.FORM: records.PAPER,
    scan.FORM: records.SCAN,
}


def take(central: Central, caller: Caller, sent: Sequence[Document]) -> tuple[Answered, ...]:
    """Take a batch and return, for each operation, its id and why it was not taken."""
    read = [_read(caller, content) for content in sent]  # the dear part, while nobody waits for us
    good = [one for one in read if isinstance(one, Sent)]
    if not good:
        return tuple(one for one in read if not isinstance(one, Sent))
    with central.database.write() as connection:
        batch = Batch(connection, caller, good)
        answers = tuple(
            _take_one(batch, central, caller, one) if isinstance(one, Sent) else one for one in read
        )
        batch.settle()
        doubts.watch(connection, central, caller, batch.taken)
    return answers


def known(central: Central, caller: Caller, asked: Sequence[tuple[str, str]]) -> str:
    """Return ``1`` for each operation of this laptop that is logged under this hash."""
    ids = [op for op, _ in asked]
    query = select(log.c.op, log.c.hash).where(log.c.device == caller.device, log.c.op.in_(ids))
    with central.database.read() as connection:
        here = {(row.op, row.hash) for row in connection.execute(query)}
    return "".join("1" if pair in here else "0" for pair in asked)


def _read(caller: Caller, content: Document) -> Sent | Answered:
    """Return an operation that says whose it is and proves it, or why it does not."""
    try:
        checked(content)
        envelope = msgspec.convert(content, Envelope)
    except (ProblemError, msgspec.ValidationError):
        return "", ProblemType.MALFORMED
    if envelope.device != caller.device or not verify_document(content, caller.public):
        return envelope.op, ProblemType.BAD_SIGNATURE
    return Sent(envelope, content, understood(content))


def _take_one(batch: Batch, central: Central, caller: Caller, sent: Sent) -> Answered:
    known = batch.hash_of(sent.envelope.op)
    if known is not None:
        problem = None if known == sent.envelope.hash else ProblemType.OP_ID_REUSED
        return sent.envelope.op, problem
    looks_around = sent.operation is not None and _looks_around(sent.operation)
    if looks_around:
        batch.settle()  # before it looks
    merged = _log(batch, central, caller, sent)
    if looks_around:
        batch.settle()
        follow(batch.connection, central, caller, merged, sent.operation)
        batch.forget()
    return sent.envelope.op, None


def _log(batch: Batch, central: Central, caller: Caller, sent: Sent) -> Outcome | None:
    envelope, operation = sent.envelope, sent.operation
    stored = batch.record(envelope.rid)
    chained = batch.takes_place(envelope)
    why = "" if chained else "fork"
    why = why or _unfit(batch, caller, operation, stored)
    merged = None
    if operation is not None and not why:
        current = stored or begun(batch, operation)
        late = not _decides(batch, operation, current)
        merged = merging.outcome(batch.connection, operation, current, late=late)
    entry = oplog.Entry(
        op=envelope.op,
        device=caller.device,
        n=envelope.n if chained else None,
        prev=envelope.prev,
        hash=envelope.hash,
        rid=envelope.rid,
        rev=merged.record.rev if merged else stored.rev if stored else 0,
        status=merged.status if merged else oplog.QUARANTINED,
        why=why,
        applied=merged.applied if merged else (),
        document=sent.content,
        files=_files(sent.content),
    )
    batch.add(Taken(entry, central.clock(), operation, merged))
    return merged


def follow(
    connection: Connection,
    central: Central,
    caller: Caller,
    merged: Outcome | None,
    operation: Operation | None,
) -> None:
    """Do what the office does of itself once such an operation is on the books."""
    if merged is None or operation is None:
        return
    if operation.form == paper.FORM:
        papers.file(connection, operation)
    if merged.record.kind == records.ASK:
        inquiries.answer(connection, central, caller, merged.record)
    if operation.form == new_home.FORM:
        assignments.follow(connection, central, caller.person, _origin(operation), operation.rid)


def _unfit(batch: Batch, caller: Caller, operation: Operation | None, stored: Record | None) -> str:
    """Return why an operation may not touch its record, or an empty text."""
    if not caller.active:
        return "revoked"
    if operation is None or not reads(batch.connection, operation, stored):
        return "not understood"
    if operation.person != caller.person:
        return "another person"
    household = stored.household if stored else _household(operation)
    kinds = DECIDED if operation.kind == RESOLVE else _OF_DEVICES
    changeable = stored is None or stored.kind in kinds
    acts = {Act.DECIDE, Act.LEAVE} if operation.kind == RESOLVE else {Act.LEAVE}
    if operation.form == new_home.FORM:
        household, changeable = _origin(operation), stored is None
    if operation.form in AT_ONCE:
        acts = {Act.WRITE}
    is_paper = operation.form == paper.FORM
    others = papers.listed(operation) if is_paper else frozenset()
    theirs = all(batch.may(Act.WRITE, home) for home in others)
    if not (changeable and theirs and any(batch.may(act, household) for act in acts)):
        return "scope"
    return papers.DIFFERS if is_paper and papers.differs(batch.connection, operation) else ""


def _decides(batch: Batch, operation: Operation, current: Record) -> bool:
    """Tell whether what whoever did it wants of the household stands at once."""
    if operation.kind == RESOLVE:
        hands = disputes.hands(batch.connection, operation.rid, operation.resolves or "")
        return batch.decides(current.household, hands)
    home = _origin(operation) if operation.form == new_home.FORM else current.household
    return batch.may(Act.WRITE, home)


def _looks_around(operation: Operation) -> bool:
    """Tell whether more than its own record is asked before an operation is taken."""
    return operation.kind == RESOLVE or operation.form in _READABLE


def reads(connection: Connection, operation: Operation, stored: Record | None) -> bool:
    """Tell whether an operation says what its form says; a paper takes no other form's word."""
    if operation.resolves and _ZERO in operation.resolves:
        return False
    if operation.kind == RESOLVE:
        return stored is not None and (
            stored.kind not in _WHOLE or disputes.takes_or_leaves(connection, operation)
        )
    if stored and stored.kind == records.PAPER and operation.form != paper.FORM:
        return False
    is_sound = _READABLE.get(operation.form)
    if is_sound is None:
        return True
    return _only_adds(operation) and not _has_zero(operation) and is_sound(connection, operation)


def _has_zero(operation: Operation) -> bool:
    """Tell whether a text has a zero in it, which no name and number has."""
    return canonical(_ZERO)[1:-1] in canonical(operation)


def _only_adds(operation: Operation) -> bool:
    """Tell whether what is filed will be what was looked at: each unit once, none replaced."""
    paths = {change.path for change in operation.patch if change.old == digest(None)}
    return len(paths) == len(operation.patch)


def _is_question(_connection: Connection, operation: Operation) -> bool:
    return operation.kind == "create" and ask.ask_of(units_of(operation)) is not None


def _is_new_home(connection: Connection, operation: Operation) -> bool:
    """Tell whether it makes a household of its own out of one on the books, in its region."""
    new = new_home.new_home_of(units_of(operation)) if operation.kind == "create" else None
    if new is None or new.household.id != operation.rid:
        return False
    old = records.get(connection, _origin(operation))
    return old is not None and old.kind == records.HOUSEHOLD and old.region == new.household.region


_READABLE: Mapping[str, Callable[[Connection, Operation], bool]] = {
    ask.FORM: _is_question,
    new_home.FORM: _is_new_home,
    paper.FORM: papers.is_sound,
    scan.FORM: scans.is_sound,
}


def _origin(operation: Operation) -> str:
    """Return the household a new one was split off from; empty when it names none."""
    return _named(operation, "/household/origin/household")


def _household(operation: Operation) -> str:
    """Return the household a new record belongs to; empty when it names none."""
    return _named(operation, "/household/id")


def _named(operation: Operation, wanted: str) -> str:
    for path, _, new in operation.patch:
        if path == wanted and isinstance(new, str):
            return "" if _ZERO in new else new
    return ""


def begun(batch: Batch, operation: Operation) -> Record:
    """Return the record an operation begins, still empty."""
    home = _household(operation)
    filed = batch.home(_origin(operation) if operation.form == new_home.FORM else home)
    kind = _KIND_OF.get(operation.form, records.VISIT)
    gen = operation.gen if filed.gen is None or operation.form in AT_ONCE else filed.gen
    return Record(operation.rid, filed.region, kind, home, 0, gen, dead=False, units={})


def _files(content: Document) -> tuple[str, ...]:
    """Return the content addresses an operation of any version names."""
    listed: Json = content.get("blobs")
    found = []
    for item in listed if isinstance(listed, list) else []:
        sha = item.get("sha") if isinstance(item, dict) else None
        if isinstance(sha, str) and _is_address(sha):
            found.append(sha)
    return tuple(found)


def _is_address(sha: str) -> bool:
    try:
        msgspec.convert(sha, Annotated[str, msgspec.Meta(pattern=ADDRESS)])
    except msgspec.ValidationError:
        return False
    return True
