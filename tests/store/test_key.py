import errno
import json
import os
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

from caseworker_app.errors import OutsideError, RefusedError, UserError
from caseworker_app.store import key
from caseworker_app.store.key import Cost

NOW = datetime(2026, 11, 22, 8, 0, tzinfo=UTC)
CHEAP = Cost(1, 64, 1)
RIGHT = "桂花香积寺路2026"


def test_that_the_passphrase_unlocks_the_key_that_was_made(tmp_path: Path) -> None:
    made = key.create(tmp_path, RIGHT, CHEAP)
    assert len(made) == 32
    assert key.unlock(tmp_path, RIGHT, NOW) == made
    assert key.exists(tmp_path)


def test_that_every_installation_has_another_key(tmp_path: Path) -> None:
    assert key.create(tmp_path / "a", RIGHT, CHEAP) != key.create(tmp_path / "b", RIGHT, CHEAP)


def test_that_the_cost_of_a_guess_is_that_of_the_stack_unless_told(tmp_path: Path) -> None:
    key.create(tmp_path, RIGHT)
    written = json.loads((tmp_path / "key.json").read_text("utf-8"))
    assert written["cost"] == {"time_cost": 3, "memory_cost": 65536, "parallelism": 4}
    assert (written["version"], written["suite"]) == (1, "argon2id+x25519+aes256gcm/1")


def test_that_an_existing_key_file_is_never_replaced(tmp_path: Path) -> None:
    made = key.create(tmp_path, RIGHT, CHEAP)
    with pytest.raises(UserError, match="已有密钥文件"):
        key.create(tmp_path, "another passphrase", CHEAP)
    assert key.unlock(tmp_path, RIGHT, NOW) == made
    assert [file.name for file in tmp_path.iterdir()] == ["key.json"]


def test_that_neither_key_nor_passphrase_is_in_the_file(tmp_path: Path) -> None:
    made = key.create(tmp_path, RIGHT, CHEAP)
    raw = (tmp_path / "key.json").read_bytes()
    assert made not in raw
    assert made.hex().encode() not in raw
    assert RIGHT.encode() not in raw
    assert (tmp_path / "key.json").stat().st_mode & 0o077 == 0


def test_that_a_short_passphrase_is_refused_before_anything_is_written(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="至少8个字符"):
        key.create(tmp_path, "1234567", CHEAP)
    assert not key.exists(tmp_path)


def test_that_full_width_letters_of_an_input_method_are_the_same_passphrase(
    tmp_path: Path,
) -> None:
    made = key.create(tmp_path, "Caseworker１２３", CHEAP)
    assert key.unlock(tmp_path, "Ｃaseworker123", NOW) == made


def test_that_wrong_passphrases_cost_growing_time_that_survives_a_restart(tmp_path: Path) -> None:
    made = key.create(tmp_path, RIGHT, CHEAP)
    now, waits = NOW, []
    for _ in range(12):
        with pytest.raises(UserError, match="口令不对"):
            key.unlock(tmp_path, "wrong passphrase", now)
        wait = _wait_on_disk(tmp_path, now)
        waits.append(wait)
        now += timedelta(seconds=wait)
    assert waits == [0, 0, 5, 10, 20, 40, 80, 160, 320, 640, 900, 900]
    assert key.unlock(tmp_path, RIGHT, now) == made
    with pytest.raises(UserError):
        key.unlock(tmp_path, "wrong passphrase", now)
    assert key.unlock(tmp_path, RIGHT, now) == made


def test_that_even_the_right_passphrase_waits(tmp_path: Path) -> None:
    key.create(tmp_path, RIGHT, CHEAP)
    for _ in range(3):
        with pytest.raises(UserError):
            key.unlock(tmp_path, "wrong passphrase", NOW)
    with pytest.raises(RefusedError, match="等待5秒"):
        key.unlock(tmp_path, RIGHT, NOW)


def test_that_a_clock_set_right_again_does_not_lock_for_a_year(tmp_path: Path) -> None:
    made = key.create(tmp_path, RIGHT, CHEAP)
    for _ in range(3):
        with pytest.raises(UserError):
            key.unlock(tmp_path, "wrong passphrase", NOW + timedelta(days=365))
    with pytest.raises(RefusedError, match="等待5秒"):
        key.unlock(tmp_path, RIGHT, NOW)
    assert key.unlock(tmp_path, RIGHT, NOW + timedelta(seconds=5)) == made


def test_that_a_new_passphrase_keeps_the_data_key_and_the_recovery(tmp_path: Path) -> None:
    made = key.create(tmp_path, RIGHT, CHEAP)
    office = X25519PrivateKey.generate()
    key.add_recovery(tmp_path, made, office.public_key().public_bytes_raw())
    key.change_passphrase(tmp_path, RIGHT, "another passphrase", NOW)
    assert key.unlock(tmp_path, "another passphrase", NOW) == made
    with pytest.raises(UserError):
        key.unlock(tmp_path, RIGHT, NOW)
    assert key.recover(tmp_path, office.private_bytes_raw()) == made


def test_that_the_office_recovers_and_sets_a_new_passphrase(tmp_path: Path) -> None:
    made = key.create(tmp_path, RIGHT, CHEAP)
    office = X25519PrivateKey.generate()
    key.add_recovery(tmp_path, made, office.public_key().public_bytes_raw())
    key.set_passphrase(
        tmp_path, key.recover(tmp_path, office.private_bytes_raw()), "new passphrase"
    )
    assert key.unlock(tmp_path, "new passphrase", NOW) == made


@pytest.mark.parametrize("private", [bytes(range(32)), b"short"])
def test_that_another_offices_key_recovers_nothing(tmp_path: Path, private: bytes) -> None:
    made = key.create(tmp_path, RIGHT, CHEAP)
    with pytest.raises(UserError, match="没有设置恢复密钥"):
        key.recover(tmp_path, private)
    office = X25519PrivateKey.generate()
    key.add_recovery(tmp_path, made, office.public_key().public_bytes_raw())
    with pytest.raises(UserError, match="恢复密钥不对"):
        key.recover(tmp_path, private)


def test_that_a_foreign_data_key_is_not_written_into_the_file(tmp_path: Path) -> None:
    made = key.create(tmp_path, RIGHT, CHEAP)
    with pytest.raises(OutsideError, match="不符"):
        key.set_passphrase(tmp_path, bytes(32), "another passphrase")
    assert key.unlock(tmp_path, RIGHT, NOW) == made


@pytest.mark.parametrize(
    "damage",
    [
        "",
        "{}",
        "[1]",
        '{"version": 1, "suite": "argon2id+x25519+aes256gcm/1", "cost": {}}',
        "\x00\x01",
    ],
)
def test_that_a_damaged_key_file_is_said_and_left_alone(tmp_path: Path, damage: str) -> None:
    (tmp_path / "key.json").write_text(damage, "utf-8")
    with pytest.raises(OutsideError, match="密钥文件已损坏"):
        key.unlock(tmp_path, RIGHT, NOW)
    assert (tmp_path / "key.json").read_text("utf-8") == damage


@pytest.mark.parametrize(
    ("part", "field", "value"),
    [
        ("cost", "memory_cost", 1 << 40),
        ("cost", "time_cost", 0),
        ("cost", "parallelism", 1000),
        ("passphrase", "nonce", "AAAA"),
        ("passphrase", "salt", ""),
    ],
)
def test_that_a_key_file_with_impossible_figures_is_damaged(
    tmp_path: Path, part: str, field: str, value: object
) -> None:
    key.create(tmp_path, RIGHT, CHEAP)
    file = tmp_path / "key.json"
    content = json.loads(file.read_text("utf-8"))
    content[part][field] = value
    file.write_text(json.dumps(content), "utf-8")
    with pytest.raises(OutsideError, match="密钥文件已损坏"):
        key.unlock(tmp_path, RIGHT, NOW)


def test_that_a_newer_key_file_is_refused(tmp_path: Path) -> None:
    key.create(tmp_path, RIGHT, CHEAP)
    file = tmp_path / "key.json"
    file.write_text(file.read_text("utf-8").replace('"version": 1', '"version": 2'), "utf-8")
    with pytest.raises(RefusedError, match="升级程序"):
        key.unlock(tmp_path, RIGHT, NOW)


def test_that_a_missing_key_file_is_said(tmp_path: Path) -> None:
    with pytest.raises(OutsideError, match="找不到"):
        key.unlock(tmp_path, RIGHT, NOW)


def test_that_a_key_file_that_cannot_be_read_is_said(tmp_path: Path) -> None:
    (tmp_path / "key.json").mkdir()
    with pytest.raises(OutsideError, match="找不到或读不了"):
        key.unlock(tmp_path, RIGHT, NOW)


def test_that_a_folder_that_cannot_be_made_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    for folder in (tmp_path / "file", tmp_path / "file" / "below"):
        with pytest.raises(OutsideError, match="无法建立文件夹"):
            key.create(folder, RIGHT, CHEAP)


def test_that_a_file_system_without_links_keeps_its_key_file_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError

    monkeypatch.setattr(Path, "hardlink_to", refuse)
    made = key.create(tmp_path, RIGHT, CHEAP)
    with pytest.raises(UserError, match="已有密钥文件"):
        key.create(tmp_path, RIGHT, CHEAP)
    assert key.unlock(tmp_path, RIGHT, NOW) == made
    assert [file.name for file in tmp_path.iterdir()] == ["key.json"]


def test_that_a_full_disk_locks_out_nobody_who_knows_the_passphrase(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = key.create(tmp_path, RIGHT, CHEAP)
    with pytest.raises(UserError):
        key.unlock(tmp_path, "wrong passphrase", NOW)
    before = (tmp_path / "key.json").read_bytes()

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", full)
    assert key.unlock(tmp_path, RIGHT, NOW) == made
    with pytest.raises(OutsideError, match="磁盘已满"):
        key.change_passphrase(tmp_path, RIGHT, "another passphrase", NOW)
    assert (tmp_path / "key.json").read_bytes() == before
    assert [file.name for file in tmp_path.iterdir()] == ["key.json"]


def _wait_on_disk(folder: Path, now: datetime) -> int:
    """Return how long the key file says to wait."""
    found = json.loads((folder / "key.json").read_text("utf-8"))["tries"]
    return int((datetime.fromisoformat(found["not_before"]) - now).total_seconds())
