"""后台任务: long work of the office, one at a time, beside what answers the laptops.

A job is a row: whoever does it writes down that it lives, and how far it is; one whose process
died is told as interrupted and can be begun again. What the work itself is, is handed in.
"""

import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import NamedTuple

import msgspec
from sqlalchemy import Connection, Row, Update, select

from caseworker_app.errors import CaseworkError, UserError
from caseworker_app.model.codes import JobKind, JobState
from caseworker_app.server import audit
from caseworker_app.server.central import Central
from caseworker_app.server.rights import Caller
from caseworker_app.server.tables import job as table
from caseworker_app.wire.canonical import canonical
from caseworker_app.wire.leading import AskJobs, Jobs, JobTold
from caseworker_app.wire.problem import ProblemError, ProblemType

SILENT_MS = 60_000
"""After so long without a sign of life whoever did a job is dead."""
_BEAT_SECONDS = 2.0
_SHOWN = 100
_STOPPED = "已按要求停止，没有留下半份资料。"
_LOST = "办理时服务器停止了，没有留下半份资料。请用 caseworker job again 再办一次。"
_OPEN = frozenset({JobState.QUEUED, JobState.RUNNING})


class StoppedError(CaseworkError):
    """Somebody stopped the job."""


class Outcome(NamedTuple):
    """What came of a job, in a sentence; and where the refused rows are, or ""."""

    sentence: str
    refused: str = ""


Tell = Callable[[int, int], None]
"""``tell(done, total)``; raises StoppedError where the job shall stop."""
Work = Callable[[Central, "Job", Tell], Outcome]


@dataclass(frozen=True, slots=True)
class Job:
    """A piece of long work; instants in milliseconds UTC, 0 for not yet."""

    id: str
    kind: JobKind
    said: Mapping[str, str]
    by: str
    asked: int
    started: int
    ended: int
    state: JobState
    done: int
    total: int
    outcome: str
    refused: str


def ask(central: Central, kind: JobKind, said: Mapping[str, str], by: str) -> str:
    """Put a job in the queue and return its id."""
    name, now = central.new_id(), central.clock()
    with central.database.write() as connection:
        row = {"id": name, "kind": kind, "said": canonical(dict(said)).decode(), "by": by}
        state = {"asked": now, "state": JobState.QUEUED, "stopping": False}
        connection.execute(table.insert().values(**row, **state))
        audit.record(connection, now, by, "job.asked", name, kind.zh)
    return name


def listed(central: Central) -> tuple[Job, ...]:
    """Return every job, the newest first; one whose process died is told as interrupted."""
    with central.database.read() as connection:
        rows = connection.execute(select(table).order_by(table.c.asked.desc(), table.c.id.desc()))
        return tuple(_job(row, central.clock()) for row in rows)


def follow(central: Central, caller: Caller, asked: AskJobs) -> Jobs:
    """Return how far all jobs are, as a laptop asks; stop one first where it names one."""
    if asked.stop:
        try:
            stop(central, asked.stop, caller.person)
        except UserError as error:
            raise ProblemError(ProblemType.NOT_FOUND) from error
    return Jobs(
        tuple(
            JobTold(
                id=one.id,
                kind=one.kind.value,
                state=one.state.value,
                asked=one.asked,
                done=one.done,
                total=one.total,
                outcome=one.outcome,
            )
            for one in listed(central)[:_SHOWN]
        )
    )


def get(central: Central, name: str) -> Job:
    """Return one job; raises UserError where there is none."""
    with central.database.read() as connection:
        return _get(connection, central, name)


def stop(central: Central, name: str, by: str) -> Job:
    """Let a job stop; one that ended already stays as it is. Raises UserError for no job."""
    with central.database.write() as connection:
        found = _get(connection, central, name)
        if found.state in _OPEN:
            waits = found.state is JobState.QUEUED
            values: dict[str, object] = {"stopping": True}
            if waits:
                values |= {"state": JobState.STOPPED, "ended": central.clock()}
                values |= {"outcome": _STOPPED}
            connection.execute(_this(name).values(**values))
            audit.record(connection, central.clock(), by, "job.stopped", name, found.kind.zh)
        return _get(connection, central, name)


def again(central: Central, name: str, by: str) -> str:
    """Ask for a job that ended or was interrupted once more and return the new one's id."""
    found = get(central, name)
    if found.state in _OPEN:
        raise UserError(f"任务 {name} {found.state.zh}，不必再办。请等它办完，或先停止它。")
    return ask(central, found.kind, found.said, by)


def do_next(central: Central, works: Mapping[JobKind, Work]) -> bool:
    """Do the oldest job that waits; return whether there was one and none is being done."""
    with central.database.write() as connection:
        found = _claim(connection, central)
    if found is None:
        return False
    with _living(central, found) as tell:
        state, outcome = _done(central, works, found, tell)
    with central.database.write() as connection:
        now = central.clock()
        values = {"state": state, "ended": now, "outcome": outcome.sentence}
        connection.execute(_this(found.id).values(**values, refused=outcome.refused))
        audit.record(connection, now, found.by, "job.ended", found.id, state.zh)
    return True


def bury(central: Central, *, even_if_lively: bool = False) -> tuple[str, ...]:
    """Write down as interrupted what nobody is at any more, and return which.

    ``even_if_lively``: whoever asks knows that nobody else does jobs here.
    """
    alive = central.clock() - SILENT_MS
    lost = [table.c.state == JobState.RUNNING]
    if not even_if_lively:
        lost.append(table.c.beat < alive)
    values = {"state": JobState.INTERRUPTED, "ended": central.clock(), "outcome": _LOST}
    with central.database.write() as connection:
        found = table.update().where(*lost).values(**values).returning(table.c.id)
        return tuple(connection.scalars(found))


def _done(
    central: Central, works: Mapping[JobKind, Work], found: Job, tell: Tell
) -> tuple[JobState, Outcome]:
    try:
        return JobState.DONE, works[found.kind](central, found, tell)
    except StoppedError:
        return JobState.STOPPED, Outcome(_STOPPED)
    except CaseworkError as error:
        return JobState.FAILED, Outcome(str(error))


def _claim(connection: Connection, central: Central) -> Job | None:
    """Return the next job, now this process's; None while another one is being done."""
    now = central.clock()
    rows = connection.execute(
        select(table).where(table.c.state.in_(_OPEN)).order_by(table.c.asked, table.c.id)
    ).all()
    told = [_job(row, now) for row in rows]
    waiting = [one for one in told if one.state is JobState.QUEUED]
    if not waiting or any(one.state is JobState.RUNNING for one in told):
        return None
    values = {"state": JobState.RUNNING, "started": now, "beat": now}
    connection.execute(_this(waiting[0].id).values(**values))
    return replace(waiting[0], state=JobState.RUNNING, started=now)


@contextmanager
def _living(central: Central, found: Job) -> Iterator[Tell]:
    """Give signs of life until the block ends, with how far the work is by what it tells."""
    at, over, stops = [0, 0], threading.Event(), threading.Event()

    def beat() -> None:
        while True:
            done, total = at
            with central.database.write() as connection:
                values = {"beat": central.clock(), "done": done, "total": total}
                connection.execute(_this(found.id).values(**values))
                if connection.scalar(select(table.c.stopping).where(table.c.id == found.id)):
                    stops.set()
            if over.wait(_BEAT_SECONDS):
                return

    def tell(done: int, total: int) -> None:
        at[:] = done, total
        if stops.is_set():
            raise StoppedError(_STOPPED)

    pulse = threading.Thread(target=beat, daemon=True)
    pulse.start()
    try:
        yield tell
    finally:
        over.set()
        pulse.join()
        with central.database.write() as connection:
            connection.execute(_this(found.id).values(done=at[0], total=at[1]))


def _get(connection: Connection, central: Central, name: str) -> Job:
    row = connection.execute(select(table).where(table.c.id == name)).first()
    if row is None:
        raise UserError(f"没有编号为 {name} 的任务。请用 caseworker job list 查看编号。")
    return _job(row, central.clock())


def _this(name: str) -> Update:
    return table.update().where(table.c.id == name)


def _job(row: Row[tuple[object, ...]], now: int) -> Job:
    state, outcome = JobState(row.state), row.outcome
    if state is JobState.RUNNING and now - row.beat > SILENT_MS:
        state, outcome = JobState.INTERRUPTED, _LOST
    return Job(
        id=row.id,
        kind=JobKind(row.kind),
        said=msgspec.json.decode(row.said, type=dict[str, str]),
        by=row.by,
        asked=row.asked,
        started=row.started,
        ended=row.ended,
        state=state,
        done=row.done,
        total=row.total,
        outcome=outcome,
        refused=row.refused,
    )
