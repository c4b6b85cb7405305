"""收讫章: a paper a laptop sealed gets the office's seal beside it, once it is here whole.

No laptop waits for it: ``afterwards`` goes through what is complete, and a paper that is asked for
before its turn has it then.

What was delivered stays as it is; the countersigned paper begins with it and is kept as a file of
its own. A paper whose seal is not right is kept and receipted like any other, and noted.
"""

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from typing import NamedTuple

from sqlalchemy import Connection, exists, select

from caseworker_app.model.values import CHINA
from caseworker_app.rules.rights import Act
from caseworker_app.seals import seal as seals
from caseworker_app.seals.finding import State, Trusted
from caseworker_app.server import audit, blobs, counters, rights
from caseworker_app.server.central import Central
from caseworker_app.server.oplog import QUARANTINED
from caseworker_app.server.rights import Caller
from caseworker_app.server.session import of_device
from caseworker_app.server.tables import countersigned, done, need, oplog, person, record
from caseworker_app.wire import paper
from caseworker_app.wire.canonical import sha256
from caseworker_app.wire.compress import decompress
from caseworker_app.wire.operation import document, understood
from caseworker_app.wire.replay import units_of

_PDF = "application/pdf"
_LIMIT = 64 << 20
_NUMBER, _FORMS_NUMBER = "/number", "/paper_number"
"""Units that name the number of a paper, and of the form of a visit."""


_AT_ONCE = 16
"""Operations looked at in a row; their papers lie in memory together."""


class _Delivered(NamedTuple):
    sha: str
    number: str
    """As the record says it; "" where it says none."""


class _Judged(NamedTuple):
    sha: str
    why: str
    """Why the office does not vouch for it, or an empty text."""
    made: tuple[str, bytes] | None
    """The countersigned paper under its content address."""


def catch_up(central: Central) -> bool:
    """Countersign the papers of the next complete operations; tell whether there were any."""
    with central.database.read() as connection:
        mark = counters.last(connection, counters.COUNTERSIGNED)
        rows = connection.execute(
            select(done.c.done, done.c.op, oplog.c.device)
            .join(oplog, oplog.c.op == done.c.op)
            .where(done.c.done > mark)
            .order_by(done.c.done)
            .limit(_AT_ONCE)
        ).all()
    if not rows:
        return False
    _receive_all(central, [(row.device, row.op) for row in rows])
    with central.database.write() as connection:
        counters.reach(connection, counters.COUNTERSIGNED, rows[-1].done)
    return True


def receive(central: Central, caller: Caller, ops: Sequence[str]) -> None:
    """Countersign the papers of a laptop's operations that are complete, each paper once.

    The office vouches for nothing it set apart.
    """
    if not caller.active:
        return
    now = central.clock()
    judged = [_judge(central, caller, one, now) for one in _waiting(central, caller, ops)]
    found = [one for one in judged if one is not None]
    central.files.put([one.made for one in found if one.made])
    if found:
        with central.database.write() as connection:
            for one in found:
                _note(connection, caller, one, now)


def find(central: Central, caller: Caller, sha: str) -> bytes | None:
    """Return the countersigned version of a paper of a household this person sees, or None."""
    rights.require(caller, Act.READ)
    homes = (
        select(record.c.household)
        .join(oplog, oplog.c.rid == record.c.rid)
        .join(need, need.c.op == oplog.c.op)
        .where(need.c.sha == sha, oplog.c.status != QUARANTINED)
        .distinct()
    )
    with central.database.read() as connection:
        found = connection.scalars(homes).all()
        is_theirs = any(rights.may(connection, caller, Act.READ, home) for home in found)
    return received(central, sha) if is_theirs else None


def received(central: Central, sha: str) -> bytes | None:
    """Return the countersigned version of a delivered paper, or None; at the office itself."""
    found = _looked_at(central, sha)
    if found is None:
        query = select(oplog.c.device, need.c.op).join(oplog, oplog.c.op == need.c.op)
        with central.database.read() as connection:
            rows = connection.execute(query.where(need.c.sha == sha)).all()
        _receive_all(central, [(row.device, row.op) for row in rows])
        found = _looked_at(central, sha)
    return central.files.read(found) if found else None


def _looked_at(central: Central, sha: str) -> str | None:
    """Return the address of the countersigned version, "" for none, None for not looked at yet."""
    query = select(countersigned.c.version).where(countersigned.c.sha == sha)
    with central.database.read() as connection:
        row = connection.execute(query).first()
    return None if row is None else row.version or ""


def _receive_all(central: Central, sent: Sequence[tuple[str, str]]) -> None:
    """Receive operations, each with the laptop it came from."""
    for device in dict.fromkeys(device for device, _ in sent):
        caller = of_device(central, device)
        receive(central, caller, [op for owner, op in sent if owner == device])


def _waiting(central: Central, caller: Caller, ops: Sequence[str]) -> tuple[_Delivered, ...]:
    query = (
        select(oplog.c.doc)
        .join(done, done.c.op == oplog.c.op)
        .where(oplog.c.device == caller.device, oplog.c.op.in_(ops))
        .where(oplog.c.status != QUARANTINED, exists().where(need.c.op == oplog.c.op))
    )
    with central.database.read() as connection:
        papers = dict.fromkeys(
            found for packed in connection.scalars(query) for found in _papers(packed)
        )
        right = countersigned.c.version.is_not(None)
        seen = select(countersigned.c.sha).where(
            right, countersigned.c.sha.in_([each.sha for each in papers])
        )
        known = set(connection.scalars(seen)) if papers else set()
    return tuple(each for each in papers if each.sha not in known)


def _papers(packed: bytes) -> Iterator[_Delivered]:
    operation = understood(document(decompress(packed, _LIMIT)))
    if operation is None:
        return
    number = units_of(operation).get(_NUMBER if operation.form == paper.FORM else _FORMS_NUMBER)
    for file in operation.blobs:
        if file.mime == _PDF:
            yield _Delivered(file.sha, number if isinstance(number, str) else "")


def _judge(central: Central, caller: Caller, delivered: _Delivered, now: int) -> _Judged | None:
    file = central.files.read(delivered.sha)
    if file is None:
        return None
    why = _unfit(central, caller, file, delivered.number)
    return _Judged(delivered.sha, why, None if why else _countersigned(central, file, now))


def _note(connection: Connection, caller: Caller, judged: _Judged, now: int) -> None:
    row = countersigned.c.sha == judged.sha
    known = connection.execute(select(countersigned).where(row)).first()
    if known and (judged.why or known.version):
        return  # sent twice
    if judged.made:
        blobs.name(connection, [(judged.made[0], len(judged.made[1]))])
    version = judged.made[0] if judged.made else None
    if known:  # somebody else had sent it first, as theirs
        connection.execute(countersigned.update().where(row).values(version=version, at=now))
    else:
        connection.execute(countersigned.insert().values(sha=judged.sha, version=version, at=now))
    act = "paper.countersigned" if version else "paper.refused"
    audit.record(connection, now, caller.person, act, judged.sha, version or judged.why)


def _countersigned(central: Central, file: bytes, now: int) -> tuple[str, bytes]:
    at = datetime.fromtimestamp(now / 1000, UTC).astimezone(CHINA)
    sealed = seals.countersign(file, central.signatory, at)
    return sha256(sealed), sealed


def _unfit(central: Central, caller: Caller, file: bytes, number: str) -> str:
    """Return why the office does not vouch for a paper, or an empty text."""
    checked = seals.verify(file, Trusted(device=caller.device, public=caller.public))
    if checked.state is not State.GENUINE:
        return checked.state
    if not number or checked.seals[0].number != number:
        return "another number"
    with central.database.read() as connection:
        name = connection.scalar(select(person.c.name).where(person.c.id == caller.person))
    return "" if checked.seals[0].holder.name == name else "another name"
