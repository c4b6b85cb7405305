"""Who is asking: the device key signs a nonce, a short token stands for it afterwards."""

import hashlib
import secrets

from sqlalchemy import Connection, delete, select

from caseworker_app.model.codes import OfficeRole
from caseworker_app.rules.rights import Post
from caseworker_app.server import audit, clocks, leases, oplog, publishing
from caseworker_app.server.central import DURABLE, EPOCH, Central, fact, new_epoch
from caseworker_app.server.enrolment import certificate
from caseworker_app.server.rights import Caller
from caseworker_app.server.tables import OK, device, done, nonce, oplog as log, person, token
from caseworker_app.wire import attest, signing
from caseworker_app.wire.bundle import vouched_box
from caseworker_app.wire.message import (
    AskNonce,
    AskSession,
    Hello,
    HelloAnswer,
    Nonce,
    Session,
)
from caseworker_app.wire.operation import SCHEMA
from caseworker_app.wire.problem import ProblemError, ProblemType

SESSION_SECONDS = 15 * 60
_NONCE_SECONDS = 120
_BYTES = 32
_BEARER = "Bearer "


def give_nonce(central: Central, asked: AskNonce) -> Nonce:
    """Return something fresh to sign; raises ``ProblemError`` for an unknown device."""
    value, now = secrets.token_hex(_BYTES), central.clock()
    with central.database.write() as connection:
        _device(connection, asked.device)
        connection.execute(delete(nonce).where(nonce.c.until < now))
        connection.execute(
            nonce.insert().values(
                nonce=value, device=asked.device, until=now + _NONCE_SECONDS * 1000
            )
        )
    return Nonce(value)


def open_session(central: Central, asked: AskSession) -> Session:
    """Return a token for a signed nonce; each nonce opens once."""
    value, now = secrets.token_urlsafe(_BYTES), central.clock()
    with central.database.write() as connection:
        caller = _device(connection, asked.device)
        used = connection.execute(
            delete(nonce)
            .where(nonce.c.nonce == asked.nonce, nonce.c.device == asked.device)
            .returning(nonce.c.until)
        ).first()
        proved = used is not None and used.until >= now and attest.genuine(asked, caller.public)
        if proved:
            connection.execute(delete(token).where(token.c.until < now))
            connection.execute(
                token.insert().values(
                    hash=_hash(value), device=asked.device, until=now + SESSION_SECONDS * 1000
                )
            )
        audit.record(
            connection,
            now,
            caller.person,
            "session.opened" if proved else "session.refused",
            asked.device,
        )
    if not proved:
        raise ProblemError(ProblemType.BAD_PROOF)
    answer = Session(token=value, seconds=SESSION_SECONDS, at=now, mine=asked.mine)
    return attest.sign(answer, central.key)


def caller_of(central: Central, authorization: str) -> Caller:
    """Return who holds this ``Authorization`` field's token; raises ``ProblemError``."""
    value = authorization.removeprefix(_BEARER)
    with central.database.read() as connection:
        row = connection.execute(select(token).where(token.c.hash == _hash(value))).first()
        if row is None or row.until < central.clock():
            raise ProblemError(ProblemType.SESSION_EXPIRED)
        return _device(connection, row.device)


def of_device(central: Central, device_id: str) -> Caller:
    """Return a laptop and its person; raises ``ProblemError`` for an unknown one."""
    with central.database.read() as connection:
        return _device(connection, device_id)


def hello(central: Central, caller: Caller, asked: Hello) -> HelloAnswer:
    """Say where the server stands; a server that went back in time begins a new epoch."""
    arrived = central.clock()
    with central.database.write() as connection:
        clocks.heard(connection, central, caller.device, asked.t1)
        went_back = regressed(connection, asked, fact(connection, EPOCH))
        if went_back:
            epoch = new_epoch(connection, central)
            audit.record(connection, arrived, caller.person, "server.regressed", epoch)
        return HelloAnswer(
            epoch=fact(connection, EPOCH),
            seq=oplog.last_seq(connection),
            durable=int(fact(connection, DURABLE)),
            t2=arrived,
            t3=central.clock(),
            regressed=went_back,
            schema=(1, SCHEMA),
            certificate=certificate(connection, central, caller.device),
            box=vouched_box(central.key),
            lease=leases.grant(connection, central, caller.device),
            publisher=publishing.vouched_publisher(connection, central),
            manifest_version=publishing.version(connection) if caller.active else 0,
        )


def regressed(connection: Connection, asked: Hello, epoch: str) -> bool:
    """Return whether the laptop holds something of this epoch that is not here."""
    last, finished, at = asked.last, asked.done, asked.at
    lost_receipt = (
        last is not None
        and last.epoch == epoch
        and connection.execute(
            select(log.c.seq).where(
                log.c.op == last.op, log.c.hash == last.hash, log.c.seq == last.seq
            )
        ).first()
        is None
    )
    lost_completion = (
        finished is not None
        and finished.epoch == epoch
        and connection.execute(
            select(done.c.done).where(done.c.done == finished.done, done.c.op == finished.op)
        ).first()
        is None
    )
    lost_log = at.epoch == epoch and oplog.head(connection, at.seq) != at.head
    return lost_receipt or lost_completion or lost_log


def _device(connection: Connection, name: str) -> Caller:
    found = select(device, person.c.role, person.c.area).join(person).where(device.c.id == name)
    row = connection.execute(found).first()
    if row is None:
        raise ProblemError(ProblemType.UNKNOWN_DEVICE)
    post = Post(OfficeRole(row.role), row.area)
    return Caller(row.id, row.person, signing.from_hex(row.public), row.state == OK, post)


def _hash(value: str) -> str:
    return hashlib.sha256(value.encode()).hexdigest()
