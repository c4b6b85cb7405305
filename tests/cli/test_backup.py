"""``caseworker backup``, ``restore`` and ``doctor`` of an office and of a laptop."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from caseworker_app.cli.main import main
from caseworker_app.demo.clock import DAY, DemoClock
from caseworker_app.demo.township import make_township
from caseworker_app.demo.visiting import carry_out
from caseworker_app.server.central import Configuration, open_central
from caseworker_app.store import audit
from caseworker_app.store.household import AssignedHousehold, save_all
from caseworker_app.workflow import outgoing, session
from tests.server.conftest import Clock, fill
from tests.workflow.conftest import PASSPHRASE, QUICK


@pytest.fixture
def office(tmp_path: Path) -> list[str]:
    central = open_central(Configuration(tmp_path / "office"), Clock())
    fill(central)
    central.close()
    return ["--files", str(tmp_path / "office")]


@pytest.fixture
def laptop(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return where a laptop with a sealed visit lies."""
    monkeypatch.setenv("CASEWORKER_PASSPHRASE", PASSPHRASE)
    folder = tmp_path / "laptop"
    session.create(folder, PASSPHRASE, QUICK)
    ws = session.work_alone(session.unlock(folder, PASSPHRASE, DemoClock()), "胡龙", "云溪镇")
    township = make_township(4, 1, today=DAY)
    unit = next(unit for unit in township.households if not unit.planted)
    with ws.database.write() as connection:
        save_all(connection, [AssignedHousehold(unit.household, unit.declaration, unit.records)])
    assert carry_out(ws, unit.household.id, township.staff[1], lambda *_: None).sealed
    session.lock(ws)
    return ["--folder", str(folder)]


Said = Callable[[], str]


@pytest.fixture
def said(capsys: pytest.CaptureFixture[str]) -> Said:
    return lambda: capsys.readouterr().out


def test_that_a_server_is_backed_up_proved_and_restored(
    office: list[str], tmp_path: Path, said: Said
) -> None:
    file = str(tmp_path / "today.backup")
    assert main(["backup", file, "--verify", *office]) == 0
    assert "核对无误" in said()
    assert main(["restore", file, "--folder", str(tmp_path / "again")]) == 0
    assert "自行补送" in said()

    assert main(["doctor", "--json", "--folder", str(tmp_path / "again")]) == 0
    found = json.loads(said())
    assert (found["kind"], found["sound"]) == ("server", True)
    assert main(["audit", "verify", "--files", str(tmp_path / "again")]) == 0


def test_that_without_proof_it_is_said(office: list[str], tmp_path: Path, said: Said) -> None:
    assert main(["backup", str(tmp_path / "f"), *office]) == 0
    assert "还没有核对" in said()
    assert main(["backup", str(tmp_path / "g"), "--json", *office]) == 0
    found = json.loads(said())
    assert (found["kind"], found["verified"], len(found["digest"])) == ("server", False, 64)


def test_that_nothing_is_written_over(
    office: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = str(tmp_path / "f")
    main(["backup", file, *office])
    capsys.readouterr()

    assert main(["backup", file, *office]) == 1
    assert "不会覆盖" in capsys.readouterr().err
    assert main(["restore", file, *office]) == 1
    assert "不会覆盖" in capsys.readouterr().err


def test_that_a_laptop_is_backed_up_encrypted_proved_and_restored(
    laptop: list[str], tmp_path: Path, said: Said
) -> None:
    file = tmp_path / "laptop.backup"
    assert main(["backup", str(file), "--verify", "--json", *laptop]) == 0
    found = json.loads(said())
    assert (found["visits"], found["waiting"]) == (1, 1)
    assert "胡龙".encode() not in file.read_bytes()
    assert [p.name for p in tmp_path.iterdir() if p.name.startswith(".")] == []

    assert main(["restore", str(file), "--folder", str(tmp_path / "again")]) == 0
    assert "备份时的口令" in said()
    ws = session.unlock(tmp_path / "again", PASSPHRASE, DemoClock())
    assert outgoing.status(ws).waiting == 1
    with ws.database.read() as connection:
        assert audit.verify(connection).broken_at is None
    session.lock(ws)
    assert main(["doctor", "--folder", str(tmp_path / "again")]) == 0
    assert "正常  留痕：完整" in said()


def test_that_a_damaged_backup_of_a_laptop_is_refused(
    laptop: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "laptop.backup"
    main(["backup", str(file), *laptop])
    whole = bytearray(file.read_bytes())
    whole[len(whole) // 2] ^= 1
    file.write_bytes(whole)

    assert main(["restore", str(file), "--folder", str(tmp_path / "again")]) == 1
    assert "不完整或被改动" in capsys.readouterr().err
    assert not (tmp_path / "again").exists()


def test_that_a_place_without_anything_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for words in (["doctor"], ["backup", str(tmp_path / "f")]):
        assert main([*words, "--folder", str(tmp_path)]) == 1
        assert "也没有服务器" in capsys.readouterr().err


def test_that_what_is_wrong_is_told_and_exits_with_1(
    office: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "office/server.db").unlink()

    assert main(["doctor", *office]) == 1
    told = capsys.readouterr()
    assert "注意  数据库：打不开" in told.out
    assert "打不开" in told.err
