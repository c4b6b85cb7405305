"""A backup counts once it was restored; the office that comes out of it knows it went back."""

import sqlite3
import tempfile
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from caseworker_app.errors import CaseworkError, OutsideError, RefusedError, UserError
from caseworker_app.server import audit, backup, enrolment, session, snapshot
from caseworker_app.server.central import DURABLE, EPOCH, Configuration, fact, open_central
from caseworker_app.wire.message import AskNumbers, Cursor, Hello, LastDone, NumberBlock, Spent
from tests.server.conftest import PHOTO, Office, deliver_photo
from tests.server.laptop import Laptop
from tests.test_archive import read_only

__all__ = ["read_only"]


@pytest.fixture
def busy(office: Office) -> Office:
    """Return an office that holds a visit with a photo, whole."""
    laptop = Laptop()
    deliver_photo(office, office.enrol(laptop), laptop)
    return office


def durable(office: Office) -> int:
    with office.central.database.read() as connection:
        return int(fact(connection, DURABLE))


def made(office: Office, folder: Path) -> Path:
    file = folder / "today.backup"
    backup.make(office.central, folder / "office", file)
    return file


def test_that_a_proved_backup_raises_what_may_be_cleared_out(busy: Office, tmp_path: Path) -> None:
    file = made(busy, tmp_path)
    assert durable(busy) == 0

    proved = backup.verify(busy.central, file)

    assert (proved.files, proved.durable, durable(busy)) == (1, 1, 1)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["office", "today.backup"]
    with busy.central.database.read() as connection:
        acts = [entry.act for entry in audit.entries(connection)][-2:]
    assert acts == ["backup.made", "backup.verified"]


def test_that_a_backup_on_a_stick_nobody_writes_to_is_proved_elsewhere(
    busy: Office, tmp_path: Path, read_only: Callable[[Path], None]
) -> None:
    (tmp_path / "stick").mkdir()
    file = made(busy, tmp_path).rename(tmp_path / "stick/today.backup")
    read_only(tmp_path / "stick")

    assert backup.verify(busy.central, file).durable == 1
    read_only(tmp_path / "office")
    assert backup.verify(busy.central, file).durable == 1
    read_only(Path(tempfile.gettempdir()))
    with pytest.raises(OutsideError, match="没有地方备份或核对"):
        backup.verify(busy.central, file)


def test_that_what_came_after_the_backup_does_not_count(busy: Office, tmp_path: Path) -> None:
    file = made(busy, tmp_path)
    laptop = Laptop("laptop-2", "p2")
    busy.push(busy.enrol(laptop), laptop.visit("v2", busy.homes[1]))

    assert backup.verify(busy.central, file).durable == 1


def test_that_what_waits_for_its_files_does_not_count(office: Office, tmp_path: Path) -> None:
    laptop = Laptop()
    office.push(office.enrol(laptop), laptop.visit("v1", office.homes[0], PHOTO))

    assert backup.verify(office.central, made(office, tmp_path)).durable == 0


def rot_photo(folder: Path) -> None:
    (photo,) = (path for path in (folder / "files").rglob("*") if path.is_file())
    photo.write_bytes(b"x" * len(PHOTO))


def lose_photo(folder: Path) -> None:
    (photo,) = (path for path in (folder / "files").rglob("*") if path.is_file())
    photo.unlink()


def in_database(*statements: str) -> Callable[[Path], None]:
    def spoil(folder: Path) -> None:
        with closing(sqlite3.connect(folder / "server.db")) as connection:
            for statement in statements:
                connection.execute(statement)
            connection.commit()

    return spoil


def tear(folder: Path) -> None:
    with (folder / "server.db").open("r+b") as file:
        file.seek(8192)
        file.write(b"\xff" * 12_000)


@pytest.mark.parametrize(
    "spoil",
    [
        rot_photo,
        lose_photo,
        tear,
        in_database("UPDATE audit SET detail = 'other' WHERE n = 2"),
        in_database("UPDATE oplog SET hash = 'other' WHERE seq = 1"),
        in_database("DELETE FROM version"),
        in_database("PRAGMA foreign_keys = OFF", "UPDATE version SET rid = rid || 'x'"),
        in_database("PRAGMA foreign_keys = OFF", "UPDATE need SET sha = 'sha256:0'"),
    ],
    ids=["rot", "loss", "torn", "trail", "log", "rows", "references", "needs"],
)
def test_that_nothing_unsound_is_taken_for_a_backup(
    busy: Office, tmp_path: Path, spoil: Callable[[Path], None]
) -> None:
    file = made(busy, tmp_path)
    manifest = backup._unpacked(file, tmp_path / "out")
    assert snapshot.prove(tmp_path / "out", dict(manifest.facts)) == 1
    spoil(tmp_path / "out")

    with pytest.raises(OutsideError, match="未通过核对"):
        snapshot.prove(tmp_path / "out", dict(manifest.facts))


def test_that_a_damaged_backup_raises_nothing(busy: Office, tmp_path: Path) -> None:
    file = made(busy, tmp_path)
    whole = bytearray(file.read_bytes())
    whole[whole.rindex(PHOTO)] ^= 1
    file.write_bytes(whole)

    with pytest.raises(OutsideError, match="不完整或被改动"):
        backup.verify(busy.central, file)
    assert durable(busy) == 0


def test_that_a_whole_backup_of_an_unsound_server_is_no_backup(
    busy: Office, tmp_path: Path
) -> None:
    in_database("UPDATE audit SET detail = 'other' WHERE n = 2")(tmp_path / "office")
    file = made(busy, tmp_path)

    with pytest.raises(OutsideError, match="未通过核对"):
        backup.verify(busy.central, file)
    assert durable(busy) == 0
    with pytest.raises(OutsideError, match="未通过核对"):
        backup.restore(file, Configuration(tmp_path / "again"))
    assert sorted(path.name for path in tmp_path.iterdir()) == ["office", "today.backup"]


def test_that_a_backup_of_a_server_that_went_back_since_does_not_count(
    busy: Office, tmp_path: Path
) -> None:
    file = made(busy, tmp_path)
    with busy.central.database.write() as connection:
        connection.exec_driver_sql("UPDATE done SET done = 7")

    with pytest.raises(RefusedError, match="曾回退"):
        backup.verify(busy.central, file)
    assert durable(busy) == 0


@pytest.mark.parametrize(
    "since", ["UPDATE meta SET value = 'other' WHERE name = 'epoch'", "UPDATE oplog SET head = 'x'"]
)
def test_that_another_epoch_or_log_is_another_server(
    busy: Office, tmp_path: Path, since: str
) -> None:
    file = made(busy, tmp_path)
    with busy.central.database.write() as connection:
        connection.exec_driver_sql(since)

    with pytest.raises(RefusedError, match="曾回退"):
        backup.verify(busy.central, file)


def test_that_an_altered_file_is_not_backed_up(busy: Office, tmp_path: Path) -> None:
    rot_photo(tmp_path / "office")

    with pytest.raises(OutsideError, match="与收下时不一样"):
        made(busy, tmp_path)
    assert not (tmp_path / "today.backup").exists()


def test_that_a_restored_server_is_the_same_and_knows_it_went_back(
    busy: Office, tmp_path: Path
) -> None:
    file = made(busy, tmp_path)
    backup.restore(file, Configuration(tmp_path / "again"))
    again = open_central(Configuration(tmp_path / "again"), busy.clock)
    with busy.central.database.read() as before, again.database.read() as after:
        assert again.public == busy.central.public
        assert fact(after, EPOCH) != fact(before, EPOCH)
        assert audit.checked(after).broken_at is None
    (sha,) = (f"sha256:{sha}" for sha, _ in snapshot.files(tmp_path / "again/server.db"))
    assert again.files.read(sha) == PHOTO
    assert (tmp_path / "again").stat().st_mode & 0o077 == 0
    again.close()


def test_that_a_laptop_finds_out_a_restored_server_by_its_epoch_alone(
    busy: Office, tmp_path: Path
) -> None:
    """Nothing came after the backup: neither log nor completions show that it went back."""
    with busy.central.database.read() as connection:
        epoch = fact(connection, EPOCH)
    caller = busy.enrol(Laptop("laptop-9", "p1"))
    backup.restore(made(busy, tmp_path), Configuration(tmp_path / "again"))
    again = open_central(Configuration(tmp_path / "again"), busy.clock)
    with again.database.read() as connection:
        op = connection.exec_driver_sql("SELECT op FROM done").scalar_one()
    asked = Hello(at=Cursor(epoch), done=LastDone(epoch, 1, op), t1=0, app="0", schema_max=1)
    answer = session.hello(again, caller, asked)

    assert answer.epoch != epoch
    again.close()


def test_that_numbers_given_after_the_backup_are_given_to_nobody_else(
    busy: Office, tmp_path: Path
) -> None:
    size = enrolment.NUMBERS
    file = made(busy, tmp_path)
    late = enrolment.more_numbers(
        busy.central, "laptop-1", AskNumbers((Spent("F06a", 2026, size),))
    ).numbers[-1]
    backup.restore(file, Configuration(tmp_path / "again"))
    again = replace(busy, central=open_central(Configuration(tmp_path / "again"), busy.clock))
    again.enrol(Laptop("laptop-2", "p2"))

    def more(device: str, last: int) -> tuple[NumberBlock, ...]:
        asked = AskNumbers((Spent("F06a", 2026, last),))
        return enrolment.more_numbers(again.central, device, asked).numbers

    (fresh,) = more("laptop-2", 0)
    assert fresh.first == size + enrolment.FORGOTTEN + 1
    own = more("laptop-1", late.last)
    assert more("laptop-1", late.last) == own
    assert [(b.first, b.last) for b in own] == [(1, size), (fresh.last + 1, fresh.last + size)]
    assert more("laptop-1", late.last + enrolment.FORGOTTEN) == own
    with again.central.database.read() as connection:
        known = [
            enrolment.may_be_forgotten(connection, "F06a", 2026, serial)
            for serial in (size, late.first, late.last, fresh.first)
        ]
    assert known == [False, True, True, False]
    again.central.close()


def test_that_nothing_is_restored_over_anything(busy: Office, tmp_path: Path) -> None:
    file = made(busy, tmp_path)

    with pytest.raises(UserError, match="不会覆盖"):
        backup.restore(file, Configuration(tmp_path / "office"))
    with pytest.raises(CaseworkError):
        backup.restore(tmp_path / "office/server.db", Configuration(tmp_path / "again"))
    assert not (tmp_path / "again").exists()


def test_that_nothing_else_raises_what_is_durable() -> None:
    folder = Path(backup.__file__).parent
    raising = [
        p.name
        for p in folder.rglob("*.py")
        if "remember(connection, DURABLE" in p.read_text("utf-8")
    ]

    assert raising == ["backup.py"]
