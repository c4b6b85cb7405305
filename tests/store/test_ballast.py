"""Space set aside for receipts; the disk that is full is a real one."""

import shutil
from pathlib import Path
from typing import NamedTuple

import pytest

from caseworker_app.store import attachment, ballast
from caseworker_app.store.ballast import SIZE, State
from caseworker_app.store.database import Database, DiskFullError
from caseworker_app.wire.canonical import sha256


class _Usage(NamedTuple):
    free: int


def test_that_space_is_set_aside_let_go_and_set_aside_again(tmp_path: Path) -> None:
    assert ballast.state(tmp_path) is State.NONE
    assert not ballast.release(tmp_path)
    assert ballast.take(tmp_path)
    assert ballast.take(tmp_path)
    file = tmp_path / "ballast"
    assert (file.stat().st_size, file.stat().st_blocks * 512) == (SIZE, SIZE)

    assert ballast.release(tmp_path)
    assert (ballast.state(tmp_path), file.stat().st_blocks) == (State.SPENT, 0)
    assert not ballast.release(tmp_path)
    assert ballast.take(tmp_path)


def test_that_nothing_is_set_aside_where_there_is_little_room(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda _: _Usage(3 * SIZE))

    assert not ballast.take(tmp_path)
    assert ballast.state(tmp_path) is State.NONE


def test_that_space_the_disk_does_not_give_back_is_none(tmp_path: Path) -> None:
    (tmp_path / "ballast").mkdir()

    assert not ballast.release(tmp_path)


@pytest.mark.parametrize(
    ("state", "sentence"),
    [
        (State.NONE, r"腾出空间后重试。$"),
        (State.KEPT, "预留的空间没有动用，已封存的现在仍可送达"),
        (State.SPENT, "预留的空间已经用上"),
    ],
)
def test_that_the_sentence_of_a_full_disk_says_what_became_of_it(
    database: Database, state: State, sentence: str
) -> None:
    folder = database.path.parent
    if state is not State.NONE:
        ballast.take(folder)
    if state is State.SPENT:
        ballast.release(folder)

    with database.write() as connection:
        connection.exec_driver_sql("PRAGMA max_page_count = 1")
    with pytest.raises(DiskFullError, match=sentence), database.write() as connection:
        attachment.put(connection, sha256(bytes(900_000)), bytes(900_000), "image/jpeg")
