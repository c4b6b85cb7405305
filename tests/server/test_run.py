"""The process: its lock, its key, its end."""

import contextlib
import os
import signal
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
import requests

from caseworker_app.errors import OutsideError
from caseworker_app.server.central import Configuration, open_central
from caseworker_app.server.lock import only_process
from caseworker_app.server.run import running

PROGRAM = """
import sys
from pathlib import Path
from caseworker_app.server.central import Configuration
from caseworker_app.server.run import serve
serve(Configuration(Path(sys.argv[1])), lambda url: print(url, flush=True),
      until_input_closes=True)
"""


def start(folder: Path) -> "subprocess.Popen[str]":
    return subprocess.Popen(
        [sys.executable, "-W", "error", "-c", PROGRAM, str(folder)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def address(process: "subprocess.Popen[str]") -> str:
    assert process.stdout is not None
    return process.stdout.readline().strip()


def answers(url: str) -> bool:
    with contextlib.suppress(requests.ConnectionError):
        return requests.post(f"{url}/v1/nothing", timeout=5).status_code == 404
    return False


def test_that_the_server_ends_cleanly_when_told_to(tmp_path: Path) -> None:
    process = start(tmp_path)
    url = address(process)
    assert answers(url)
    process.send_signal(signal.SIGTERM)
    _, errors = process.communicate(timeout=20)

    assert (process.returncode, errors) == (0, "")
    assert not answers(url)


def test_that_the_server_ends_when_its_parent_does(tmp_path: Path) -> None:
    process = start(tmp_path)
    assert answers(address(process))
    assert process.stdin is not None
    process.stdin.close()

    assert process.wait(timeout=20) == 0
    for pipe in (process.stdout, process.stderr):
        assert pipe is not None
        pipe.close()


def test_that_a_second_server_on_the_same_folder_says_why_it_does_not_start(
    tmp_path: Path,
) -> None:
    configuration = Configuration(tmp_path)
    with (
        running(configuration),
        pytest.raises(OutsideError, match="另一个服务器"),
        running(configuration),
    ):
        pass


def test_that_the_folder_is_free_again_afterwards(tmp_path: Path) -> None:
    with only_process(tmp_path):
        pass
    with only_process(tmp_path):
        pass


def test_that_a_port_in_use_is_explained(tmp_path: Path) -> None:
    with running(Configuration(tmp_path / "one")) as server:
        port = int(server.url.rsplit(":", 1)[1])
        second = Configuration(tmp_path / "two", port=port)
        with pytest.raises(OutsideError, match="换一个端口"), running(second):
            pass


def test_that_the_identity_stays_and_is_the_owners_alone(tmp_path: Path) -> None:
    first = open_central(Configuration(tmp_path))
    first.close()
    second = open_central(Configuration(tmp_path))
    second.close()

    assert first.public == second.public
    assert (tmp_path / "identity.key").stat().st_mode & 0o777 == 0o600


def test_that_a_damaged_identity_is_not_replaced(tmp_path: Path) -> None:
    open_central(Configuration(tmp_path)).close()
    (tmp_path / "identity.key").write_bytes(b"short")

    with pytest.raises(OutsideError, match="不要删除"):
        open_central(Configuration(tmp_path))


def test_that_a_server_whose_file_was_taken_away_stops_answering(tmp_path: Path) -> None:
    central = open_central(Configuration(tmp_path))
    (tmp_path / "server.db").rename(tmp_path / "moved.db")

    with pytest.raises(OutsideError, match="移走"), central.database.write():
        pass
    central.close()


def test_that_every_commit_is_flushed_to_the_disk(tmp_path: Path) -> None:
    central = open_central(Configuration(tmp_path))
    with central.database.read() as connection:
        assert connection.exec_driver_sql("PRAGMA synchronous").scalar() == 2
        assert connection.exec_driver_sql("PRAGMA journal_mode").scalar() == "wal"
    central.close()


def test_that_the_laptop_does_not_load_the_server() -> None:
    code = (
        "import sys, caseworker_app.sync.client;"
        "sys.exit(bool({'litestar', 'uvicorn'} & set(sys.modules)))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_that_the_database_is_plain_sqlite_and_whole(tmp_path: Path) -> None:
    open_central(Configuration(tmp_path)).close()
    with contextlib.closing(sqlite3.connect(tmp_path / "server.db")) as database:
        assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    assert os.access(tmp_path, os.W_OK)
