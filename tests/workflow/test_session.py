from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import pytest

from caseworker_app.demo.clock import DemoClock
from caseworker_app.errors import RefusedError, UserError
from caseworker_app.paths import is_set_up
from caseworker_app.store import audit, ballast
from caseworker_app.store.ballast import State
from caseworker_app.store.database import DiskFullError
from caseworker_app.workflow import session, trail
from caseworker_app.workflow.workspace import Workspace
from tests.workflow.conftest import PASSPHRASE, QUICK


def test_that_an_installation_is_known_by_its_key_file(tmp_path: Path) -> None:
    assert not is_set_up(tmp_path)
    assert not session.exists(tmp_path)

    session.create(tmp_path, PASSPHRASE, QUICK)

    assert is_set_up(tmp_path)
    assert session.exists(tmp_path)


def test_that_who_works_here_and_the_device_are_remembered(ws: Workspace) -> None:
    session.lock(ws)

    again = session.unlock(ws.folder, PASSPHRASE, DemoClock())

    assert again.person == ws.person
    assert again.device == ws.device
    session.lock(again)


def test_that_a_wrong_passphrase_opens_nothing_and_soon_waits(tmp_path: Path) -> None:
    session.create(tmp_path, PASSPHRASE, QUICK)

    for _ in range(3):
        with pytest.raises(UserError, match="口令"):
            session.unlock(tmp_path, "错误的口令")

    assert session.waiting(tmp_path) > 0
    with pytest.raises(RefusedError):
        session.unlock(tmp_path, PASSPHRASE)


def test_that_a_laptop_without_an_office_says_so_when_it_shall_deliver(ws: Workspace) -> None:
    with pytest.raises(UserError, match="尚未在服务器登记"):
        ws.enrolled()


def test_that_opening_and_locking_stand_in_the_trail(ws: Workspace) -> None:
    acts = [entry.act for entry in trail.entries(ws, "")]

    assert "store.unlocked" in acts
    assert trail.verify(ws).broken_at is None


def _full(monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
    """Let the trail have no room until the space set aside is let go."""
    append = audit.append

    def write(*said: object) -> None:
        if ballast.state(folder) is not State.SPENT:
            raise DiskFullError("磁盘空间不足")
        append(*said)  # type: ignore[arg-type]  # passed on as it came

    monkeypatch.setattr(audit, "append", write)


@contextmanager
def _opened(folder: Path) -> Iterator[Workspace]:
    ws = session.unlock(folder, PASSPHRASE, DemoClock())
    yield ws
    session.lock(ws)


def _to_deliver(folder: Path) -> AbstractContextManager[Workspace]:
    return session.to_deliver(folder, PASSPHRASE, DemoClock())


@pytest.mark.parametrize("way", [_opened, _to_deliver])
def test_that_a_full_disk_keeps_nobody_from_delivering(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    way: Callable[[Path], AbstractContextManager[Workspace]],
) -> None:
    session.create(tmp_path, PASSPHRASE, QUICK)
    assert ballast.take(tmp_path)
    _full(monkeypatch, tmp_path)

    with way(tmp_path) as ws:
        assert trail.entries(ws, "")[0].act == "store.unlocked"
    assert ballast.state(tmp_path) is State.SPENT


@pytest.mark.parametrize("way", [_opened, _to_deliver])
def test_that_where_no_space_was_set_aside_a_full_disk_is_told(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    way: Callable[[Path], AbstractContextManager[Workspace]],
) -> None:
    session.create(tmp_path, PASSPHRASE, QUICK)
    _full(monkeypatch, tmp_path)

    with pytest.raises(DiskFullError), way(tmp_path):
        pass


def test_that_locking_on_a_full_disk_is_written_down_too(
    ws: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert ballast.take(ws.folder)
    _full(monkeypatch, ws.folder)

    session.lock(ws)

    again = session.unlock(ws.folder, PASSPHRASE, DemoClock())
    assert [entry.act for entry in trail.entries(again, "")[:2]] == [
        "store.unlocked",
        "store.locked",
    ]
    session.lock(again)
