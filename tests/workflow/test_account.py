from dataclasses import replace
from pathlib import Path
from typing import NoReturn

import pytest

from caseworker_app.errors import OutsideError, RefusedError, UserError
from caseworker_app.workflow import account, delivery, enrolment, session
from caseworker_app.workflow.workspace import Office, SystemClock, Workspace
from tests.workflow.conftest import PASSPHRASE, QUICK

_NEW = "村口老樟树2026"


def test_that_only_the_new_passphrase_opens_and_the_trail_says_it_was_changed(
    ws: Workspace, tmp_path: Path
) -> None:
    account.change_passphrase(ws, PASSPHRASE, _NEW)

    with ws.database.read() as connection:
        acts = connection.exec_driver_sql("SELECT count(*) FROM audit WHERE act LIKE 'passphrase%'")
        assert acts.scalar_one() == 1
    with pytest.raises(UserError, match="口令不对"):
        session.unlock(tmp_path, PASSPHRASE)
    session.unlock(tmp_path, _NEW).database.close()


def test_that_a_wrong_old_or_a_weak_new_passphrase_changes_nothing(
    ws: Workspace, tmp_path: Path
) -> None:
    with pytest.raises(UserError, match="口令不对"):
        account.change_passphrase(ws, "不是这个2026", _NEW)
    with pytest.raises(UserError, match="至少8个字符"):
        account.change_passphrase(ws, PASSPHRASE, "短")

    session.unlock(tmp_path, PASSPHRASE).database.close()


class FullDisk(SystemClock):
    """Fails where the trail is about to be written."""

    def now(self) -> NoReturn:
        raise OutsideError("磁盘已满")


def practised(folder: Path) -> Workspace:
    session.create(folder, PASSPHRASE, QUICK)
    ws = session.work_alone(session.unlock(folder, PASSPHRASE), "胡龙", "云溪镇")
    return session.practise(ws)


def test_that_practice_stays_practice_and_delivers_and_enrols_nowhere(tmp_path: Path) -> None:
    session.lock(practised(tmp_path))
    ws = session.unlock(tmp_path, PASSPHRASE)

    assert ws.practice
    with pytest.raises(RefusedError, match="练习"):
        delivery.deliver(ws, lambda _progress: None)
    with pytest.raises(RefusedError, match="练习"):
        enrolment.enrol(ws, "http://127.0.0.1:9", "", PASSPHRASE)
    with pytest.raises(RefusedError, match="练习"):
        enrolment.moved(ws, "http://127.0.0.1:9")
    session.lock(ws)


def test_that_practice_with_an_office_cannot_even_be_made(ws: Workspace) -> None:
    with pytest.raises(RefusedError, match="练习"):
        Workspace(
            ws.folder, ws.database, ws.pack, ws.clock, ws.ids, ws.person, ws.device,
            Office("http://127.0.0.1:9", b"x" * 32), practice=True,
        )  # fmt: skip


def test_that_locking_closes_the_store_also_where_nothing_can_be_written(
    ws: Workspace,
) -> None:
    broken = replace(ws, clock=FullDisk())

    with pytest.raises(OutsideError, match="磁盘已满"):
        session.lock(broken)

    with pytest.raises(OutsideError, match="数据已锁定"), ws.database.read():
        pass
