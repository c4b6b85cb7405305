"""待人工: what came in and stands in no record, until somebody looks at it.

It is kept for ever and was receipted. Taken in, it waits like late work for whoever looks after
the household now; put away, it stays where it is and is not asked about again.
"""

from typing import NamedTuple

from sqlalchemy import Connection, Row, Select, func, select

from caseworker_app.errors import RefusedError, UserError
from caseworker_app.model.values import Json
from caseworker_app.server import audit, intake, merging, office, oplog, papers, records, rights
from caseworker_app.server.batch import Batch
from caseworker_app.server.central import Central
from caseworker_app.server.merging import Outcome
from caseworker_app.server.records import Record
from caseworker_app.server.rights import Caller
from caseworker_app.server.tables import audit as trail, device, oplog as log, person
from caseworker_app.wire import paper
from caseworker_app.wire.compress import decompress
from caseworker_app.wire.message import MAX_BODY
from caseworker_app.wire.operation import Operation, document, understood

PUT_AWAY, TAKEN_IN = "apart.put-away", "apart.taken-in"
_WHY = {
    "revoked": "笔记本已停用",
    "scope": "家庭不归本人",
    "fork": "笔记本曾退回旧的状态，序号重复",
    "another person": "署名的不是这台笔记本的工作人员",
    "not understood": "内容看不懂，可能来自更新的版本",
    papers.DIFFERS: "文书与它所依据的记录不一致",
}
_UNREADABLE = "{} 的内容本程序看不懂，不能入档。请升级服务器后再试；它会一直留着。"
_TOO_LATE = (
    "{} 是请办公室当时办的事（分户、提请查询），不能补办。请现在负责的人重新提交；它会一直留着。"
)
_UNSOUND = "{} 与已有的记录不合，不能入档。请与经手人核对；它会一直留着。"


class Apart(NamedTuple):
    """One operation that was set apart."""

    op: str
    rid: str
    form: str
    """``visit@1``; empty where it cannot be read."""
    device: str
    person: str
    name: str
    """Whose laptop it was."""
    why: str
    """In words."""
    arrived: int
    """Milliseconds UTC."""


def listed(central: Central) -> tuple[Apart, ...]:
    """Return everything that waits for somebody to look at it, in the order it came."""
    with central.database.read() as connection:
        return tuple(
            Apart(
                row.op,
                row.rid,
                str(_content(row.doc).get("form", "")),
                row.device,
                row.person,
                row.name,
                _WHY.get(row.why, row.why),
                row.at,
            )
            for row in connection.execute(_waiting().order_by(log.c.seq))
        )


def count(connection: Connection) -> int:
    """Return how many wait."""
    return connection.scalar(select(func.count()).select_from(_waiting().subquery())) or 0


def take_in(central: Central, op: str, by: str) -> int:
    """Let an operation count as late work; return how many units now wait for a decision.

    Raises UserError where nothing of this name waits, RefusedError for what cannot be read, does
    not fit, or asks the office to act, which it does only at the time.
    """
    with central.database.write() as connection:
        row = _one(connection, op)
        operation = understood(_content(row.doc))
        if operation is None:
            raise RefusedError(_UNREADABLE.format(op))
        post = rights.post_of(connection, row.person)
        if post is None:
            raise LookupError(row.person)
        caller = Caller(row.device, row.person, b"", active=True, post=post)
        outcome = _judged(Batch(connection, caller, []), operation)
        about, why = outcome.record, f"待人工入档 {op}"
        seq = office.note(connection, central, about, by, why)
        this = log.update().where(log.c.op == op)
        connection.execute(this.values(status=outcome.status, why="", rev=about.rev))
        records.put(connection, about, seq)
        merging.keep(connection, operation, outcome)
        intake.follow(connection, central, caller, outcome, operation)
        audit.record(connection, central.clock(), by, TAKEN_IN, row.rid, op)
    return len(outcome.conflicts)


def put_away(central: Central, op: str, by: str, why: str) -> None:
    """Ask about an operation no more; it is kept. Raises UserError without a reason."""
    if not why.strip():
        raise UserError("请写明为什么不入档。")
    with central.database.write() as connection:
        row = _one(connection, op)
        audit.record(connection, central.clock(), by, PUT_AWAY, op, f"{row.rid} {why.strip()}")


def _waiting() -> Select[tuple[str, str, str, str, str, str, int, bytes]]:
    settled = select(trail.c.subject).where(trail.c.act == PUT_AWAY)
    return (
        select(
            log.c.op,
            log.c.rid,
            log.c.device,
            device.c.person,
            person.c.name,
            log.c.why,
            log.c.at,
            log.c.doc,
        )
        .join(device, device.c.id == log.c.device)
        .join(person, person.c.id == device.c.person)
        .where(log.c.status == oplog.QUARANTINED, log.c.op.not_in(settled))
    )


def _one(connection: Connection, op: str) -> Row[tuple[str, str, str, str, str, str, int, bytes]]:
    row = connection.execute(_waiting().where(log.c.op == op)).first()
    if row is None:
        raise UserError(f"没有待人工的 {op}。请用 caseworker apart list 核对编号。")
    return row


def _judged(batch: Batch, operation: Operation) -> Outcome:
    """Return what it makes of its record as late work: it decides nothing."""
    if operation.form in intake.AT_ONCE:
        raise RefusedError(_TOO_LATE.format(operation.op))
    stored = batch.record(operation.rid)
    if not intake.reads(batch.connection, operation, stored) or _is_odd(batch, operation, stored):
        raise RefusedError(_UNSOUND.format(operation.op))
    current = stored or intake.begun(batch, operation)
    return merging.outcome(batch.connection, operation, current, late=True)


def _is_odd(batch: Batch, operation: Operation, stored: Record | None) -> bool:
    """Tell whether it is about no household, nothing of a laptop's, or a paper that differs."""
    about = stored or intake.begun(batch, operation)
    is_paper = operation.form == paper.FORM
    return (
        batch.home(about.household).gen is None
        or about.kind not in intake.DECIDED
        or (is_paper and papers.differs(batch.connection, operation))
    )


def _content(packed: bytes) -> dict[str, Json]:
    return document(decompress(packed, MAX_BODY))
