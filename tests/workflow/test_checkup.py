"""Looking at a laptop: each fault is named, and nothing is changed by looking."""

import shutil
from datetime import datetime, timedelta
from typing import NamedTuple

import pytest

from caseworker_app.demo.clock import DemoClock
from caseworker_app.demo.values import Township
from caseworker_app.demo.visiting import carry_out
from caseworker_app.errors import UserError
from caseworker_app.model.checkup import Finding
from caseworker_app.store import ballast, meta
from caseworker_app.workflow import checkup
from caseworker_app.workflow.exchange import OFFICE_TIME
from caseworker_app.workflow.office_clock import OFFSET
from caseworker_app.workflow.workspace import Workspace
from tests.workflow.conftest import PASSPHRASE


class _Usage(NamedTuple):
    free: int


class _Later(DemoClock):
    def __init__(self, days: int) -> None:
        self._days = days

    def now(self) -> datetime:
        return super().now() + timedelta(days=self._days)


def found(ws: Workspace, days: int = 0) -> dict[str, Finding]:
    findings = checkup.examine(ws.folder, PASSPHRASE, _Later(days))
    return {one.key: one for one in findings}


def unsound(ws: Workspace, days: int = 0) -> list[str]:
    return [key for key, one in found(ws, days).items() if not one.sound]


def sealed(ws: Workspace, township: Township) -> None:
    unit = next(unit for unit in township.households if not unit.planted)
    assert carry_out(ws, unit.household.id, township.staff[1], lambda *_: None).sealed


def enrolled(ws: Workspace, offset: int, ahead: timedelta = timedelta()) -> None:
    with ws.database.write() as connection:
        meta.put(connection, "office.address", "http://office")
        told = ws.clock.now() + ahead
        meta.put(connection, OFFICE_TIME, int(told.timestamp() * 1000))
        meta.put(connection, OFFSET, offset)


def test_that_a_sound_laptop_is_told_without_anybodys_name(
    ws: Workspace, township: Township
) -> None:
    sealed(ws, township)
    enrolled(ws, 1000)
    lines = found(ws)

    assert unsound(ws) == []
    assert lines["waiting"].said.startswith("1 件，最早的封存于")
    assert lines["durable"].said == "已送达 0 件，其中 0 件办公室有备份"
    told = "".join(f"{one.name}{one.said}" for one in lines.values())
    for unit in township.households:
        assert unit.household.head.name not in told
        assert unit.household.head.id_number not in told


def test_that_work_that_waits_for_long_is_told(ws: Workspace, township: Township) -> None:
    sealed(ws, township)

    assert (unsound(ws, 6), unsound(ws, 8)) == ([], ["waiting"])


@pytest.mark.parametrize(
    ("statement", "keys"),
    [
        ("UPDATE audit SET detail = 'other' WHERE n = 1", ["trail"]),
        ("UPDATE attachment SET data = x'00'", ["files"]),
        ("UPDATE attachment SET data = x'', cleared_at = 'then'", ["files"]),
        ("UPDATE outbox SET problem = '没有送成'", ["waiting"]),
        ("UPDATE alembic_version SET version_num = '9999'", ["migrations"]),
    ],
    ids=["trail", "altered", "cleared", "problem", "newer"],
)
def test_that_each_fault_is_named(
    ws: Workspace, township: Township, statement: str, keys: list[str]
) -> None:
    sealed(ws, township)
    with ws.database.write() as connection:
        connection.exec_driver_sql(statement)

    assert unsound(ws) == keys


def test_that_a_damaged_store_is_told(ws: Workspace) -> None:
    ws.database.close()
    store = ws.folder / "store.db"
    whole = bytearray(store.read_bytes())
    whole[9000:20000] = bytes(11000)
    store.write_bytes(whole)

    assert set(unsound(ws)) & {"store", "integrity"}


def test_that_an_older_store_is_left_as_it_is(ws: Workspace) -> None:
    with ws.database.write() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '0001'")

    assert unsound(ws) == []
    assert "0001" in found(ws)["migrations"].said
    assert "trail" not in found(ws)


@pytest.mark.parametrize(
    ("offset", "ahead"), [(-3_600_000, timedelta()), (0, timedelta(days=1))], ids=["off", "behind"]
)
def test_that_a_wrong_clock_is_told(ws: Workspace, offset: int, ahead: timedelta) -> None:
    enrolled(ws, offset, ahead)

    assert unsound(ws) == ["clock"]


def test_that_a_store_from_before_clocks_were_measured_is_looked_at_too(ws: Workspace) -> None:
    enrolled(ws, 0)
    with ws.database.write() as connection:
        connection.exec_driver_sql("DELETE FROM meta WHERE key = 'clock.offset'")

    assert unsound(ws) == []


def test_that_room_and_ballast_are_told(ws: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    ballast.take(ws.folder)
    assert found(ws)["ballast"].said == "已预留"
    ballast.release(ws.folder)
    monkeypatch.setattr(shutil, "disk_usage", lambda _: _Usage(100 << 20))

    assert unsound(ws) == ["ballast", "disk"]


def test_that_a_wrong_passphrase_opens_nothing(ws: Workspace) -> None:
    with pytest.raises(UserError, match="口令不对"):
        checkup.examine(ws.folder, "wrong passphrase")


def test_that_looking_changes_nothing(ws: Workspace) -> None:
    ws.database.close()
    before = (ws.folder / "store.db").read_bytes()
    found(ws)

    assert (ws.folder / "store.db").read_bytes() == before
