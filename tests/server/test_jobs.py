"""Long work of the office: one at a time, told how far it is, never half done."""

import threading
from collections.abc import Mapping

import pytest

from caseworker_app.errors import UserError
from caseworker_app.model.codes import JobKind, JobState
from caseworker_app.server import audit, jobs
from caseworker_app.server.central import Central
from caseworker_app.server.jobs import Job, Outcome, Tell, Work
from tests.server.conftest import Office

PLACES = ("embedded", "remote")
SAID = {"file": "名单.xlsx"}


def ask(office: Office) -> str:
    return jobs.ask(office.central, JobKind.IMPORT, SAID, "admin")


def do(office: Office, work: Work) -> bool:
    works: Mapping[JobKind, Work] = {JobKind.IMPORT: work}
    return jobs.do_next(office.central, works)


def done(_central: Central, job: Job, tell: Tell) -> Outcome:
    assert job.said == SAID
    tell(3, 7)
    return Outcome("收下 3 行。", "/there/退回.xlsx")


def test_that_a_job_is_done_once_and_what_came_of_it_is_told(office: Office) -> None:
    name = ask(office)
    assert jobs.get(office.central, name).state is JobState.QUEUED
    assert do(office, done)
    assert not do(office, done)

    (found,) = jobs.listed(office.central)
    assert (found.state, found.done, found.total) == (JobState.DONE, 3, 7)
    assert (found.outcome, found.refused) == ("收下 3 行。", "/there/退回.xlsx")
    assert found.asked < found.started < found.ended
    with office.central.database.read() as connection:
        acts = [(e.act, e.detail) for e in audit.entries(connection, name)]
    assert acts == [("job.asked", "导入名单"), ("job.ended", "已完成")]


def test_that_they_are_done_in_their_order_and_one_at_a_time(office: Office) -> None:
    first, second = ask(office), ask(office)
    seen: list[str] = []

    def work(_central: Central, job: Job, _tell: Tell) -> Outcome:
        seen.append(job.id)
        assert not do(office, done)  # another process finds nothing to do meanwhile
        return Outcome("")

    assert do(office, work)
    assert do(office, work)
    assert seen == [first, second]


def test_that_what_cannot_be_done_says_why(office: Office) -> None:
    def work(_central: Central, _job: Job, _tell: Tell) -> Outcome:
        raise UserError("读不了这份名单。请另存为 xlsx。")

    name = ask(office)
    do(office, work)
    found = jobs.get(office.central, name)
    assert (found.state, found.outcome) == (JobState.FAILED, "读不了这份名单。请另存为 xlsx。")


def test_that_one_that_waits_is_stopped_at_once_and_one_under_way_when_it_tells(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(jobs, "_BEAT_SECONDS", 0.01)
    first, second = ask(office), ask(office)
    assert jobs.stop(office.central, second, "admin").state is JobState.STOPPED

    def work(_central: Central, job: Job, tell: Tell) -> Outcome:
        jobs.stop(office.central, job.id, "admin")
        wait = threading.Event()
        for number in range(1000):
            tell(number, 1000)
            wait.wait(0.01)
        return Outcome("不该到这里")

    assert do(office, work)
    assert not do(office, work)
    told = [jobs.get(office.central, name) for name in (first, second)]
    assert [one.state for one in told] == [JobState.STOPPED] * 2
    assert jobs.stop(office.central, first, "admin") == told[0]


def test_that_one_whose_process_died_is_told_so_and_can_be_done_again(office: Office) -> None:
    name = ask(office)

    class Killed(BaseException):
        """What no process survives."""

    def work(_central: Central, _job: Job, _tell: Tell) -> Outcome:
        raise Killed

    with pytest.raises(Killed):
        do(office, work)
    with pytest.raises(UserError, match="进行中"):
        jobs.again(office.central, name, "admin")
    assert jobs.bury(office.central) == ()
    office.clock.now += jobs.SILENT_MS + 1_000
    found = jobs.get(office.central, name)
    assert found.state is JobState.INTERRUPTED
    assert "job again" in found.outcome
    assert jobs.bury(office.central) == (name,)

    again = jobs.again(office.central, name, "admin")
    assert do(office, done)
    assert jobs.get(office.central, again).state is JobState.DONE
    assert jobs.get(office.central, name).state is JobState.INTERRUPTED


def test_that_who_does_jobs_alone_knows_that_another_is_gone(office: Office) -> None:
    ask(office)
    with office.central.database.write() as connection:
        jobs._claim(connection, office.central)

    assert len(jobs.bury(office.central, even_if_lively=True)) == 1


def test_that_nobody_knows_a_job_there_is_not(office: Office) -> None:
    for act in (jobs.stop, jobs.again):
        with pytest.raises(UserError, match="job list"):
            act(office.central, "nothing", "admin")
