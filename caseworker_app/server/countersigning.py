"""收讫章: a paper a laptop sealed gets the office's seal beside it, once it is here whole.

What was delivered stays as it is; the countersigned paper begins with it and is kept as a file of
its own. A paper whose seal is not right is kept and receipted like any other, and noted.
"""

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from typing import NamedTuple

from sqlalchemy import exists, select

from caseworker_app.model.values import CHINA
from caseworker_app.rules.rights import Act
from caseworker_app.seals import seal as seals
from caseworker_app.seals.finding import State, Trusted
from caseworker_app.server import audit, blobs, rights
from caseworker_app.server.central import Central
from caseworker_app.server.oplog import QUARANTINED
from caseworker_app.server.rights import Caller
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


class _Delivered(NamedTuple):
    sha: str
    number: str
    """As the record says it; "" where it says none."""


def receive(central: Central, caller: Caller, ops: Sequence[str]) -> None:
    """Countersign the papers of a laptop's operations that are complete, each paper once.

    The office vouches for nothing it set apart.
    """
    if caller.active:
        for delivered in _waiting(central, caller, ops):
            _receive_one(central, caller, delivered)


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
    query = select(countersigned.c.version).where(countersigned.c.sha == sha)
    with central.database.read() as connection:
        version: str | None = connection.scalar(query)
    return None if version is None else central.files.read(version)


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


def _receive_one(central: Central, caller: Caller, delivered: _Delivered) -> None:
    sha, now = delivered.sha, central.clock()
    file = central.files.read(sha)
    if file is None:
        return
    why = _unfit(central, caller, file, delivered.number)
    made = [] if why else [_countersigned(central, file, now)]
    central.files.put(made)
    with central.database.write() as connection:
        row = countersigned.c.sha == sha
        known = connection.execute(select(countersigned).where(row)).first()
        if known and (why or known.version):
            return  # sent twice
        blobs.name(connection, [(version, len(data)) for version, data in made])
        values = {"version": made[0][0] if made else None, "at": now}
        if known:  # somebody else had sent it first, as theirs
            connection.execute(countersigned.update().where(row).values(**values))
        else:
            connection.execute(countersigned.insert().values(sha=sha, **values))
        act = "paper.refused" if why else "paper.countersigned"
        audit.record(connection, now, caller.person, act, sha, why or made[0][0])


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
