"""Looking at a server: each fault is named, and nothing is changed by looking."""

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from caseworker_app.model.checkup import Finding
from caseworker_app.server import backup, checkup
from caseworker_app.server.central import Configuration
from tests.server.conftest import NOON, Office
from tests.server.test_backup import busy, in_database, lose_photo, made, tear

__all__ = ["busy"]
DAY = 86_400_000


class _Usage(NamedTuple):
    free: int


def found(folder: Path, now: int = NOON) -> dict[str, Finding]:
    return {one.key: one for one in checkup.examine(Configuration(folder / "office"), now)}


def unsound(folder: Path, now: int = NOON) -> list[str]:
    return [key for key, one in found(folder, now).items() if not one.sound]


def test_that_a_sound_server_is_told_in_plain_lines(busy: Office, tmp_path: Path) -> None:
    lines = found(tmp_path)

    assert unsound(tmp_path) == []
    assert lines["files"].said == "1 个都在"
    assert "还没有备份的 1 件" in lines["durable"].said
    told = "".join(f"{one.name}{one.said}" for one in lines.values())
    for dossier in busy.dossiers:
        assert all(m.name not in told for m in dossier.household.members)


def test_that_a_backup_is_asked_for_after_a_week(busy: Office, tmp_path: Path) -> None:
    assert unsound(tmp_path, NOON + 6 * DAY) == []
    assert unsound(tmp_path, NOON + 8 * DAY) == ["durable"]
    backup.verify(busy.central, made(busy, tmp_path))

    assert unsound(tmp_path, NOON + 8 * DAY) == []
    assert "2026-11-23" in found(tmp_path)["durable"].said


@pytest.mark.parametrize(
    ("spoil", "keys"),
    [
        (lose_photo, ["files"]),
        (in_database("UPDATE audit SET detail = 'other' WHERE n = 2"), ["trail"]),
        (in_database("UPDATE alembic_version SET version_num = '0001'"), ["migrations"]),
        (lambda folder: (folder / "server.db").unlink(), ["store"]),
    ],
    ids=["files", "trail", "migrations", "store"],
)
def test_that_each_fault_is_named(
    busy: Office, tmp_path: Path, spoil: Callable[[Path], None], keys: list[str]
) -> None:
    busy.central.close()
    spoil(tmp_path / "office")

    assert unsound(tmp_path) == keys


def test_that_a_torn_database_is_told(busy: Office, tmp_path: Path) -> None:
    busy.central.close()
    tear(tmp_path / "office")

    assert set(unsound(tmp_path)) & {"store", "integrity"}


def test_that_something_else_for_a_database_is_told(busy: Office, tmp_path: Path) -> None:
    busy.central.close()
    (tmp_path / "office/server.db").write_bytes(b"no database" * 1000)

    assert unsound(tmp_path) == ["store"]


def test_that_a_clock_that_went_back_is_told(busy: Office, tmp_path: Path) -> None:
    assert unsound(tmp_path, NOON - DAY) == ["clock"]


def test_that_little_room_is_told(
    busy: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda _: _Usage(100 << 20))

    assert unsound(tmp_path) == ["disk"]


def test_that_looking_changes_nothing(busy: Office, tmp_path: Path) -> None:
    busy.central.close()
    before = (tmp_path / "office/server.db").read_bytes()
    found(tmp_path)

    assert (tmp_path / "office/server.db").read_bytes() == before
