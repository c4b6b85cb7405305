"""The command as a person runs it: a process, its words, its exit status."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

_WORD = "一二三四五六七八"


def _run(*words: str, folder: Path, **more: str) -> "subprocess.CompletedProcess[str]":
    environment = {**os.environ, "HOME": str(folder), "XDG_DATA_HOME": str(folder), **more}
    return subprocess.run(
        [sys.executable, "-m", "caseworker_app", *words],
        env=environment,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize("words", [["nonsense"], ["demo", "--households", "0"], ["cases"]])
def test_that_wrong_usage_exits_with_2(tmp_path: Path, words: list[str]) -> None:
    done = _run(*words, folder=tmp_path)

    assert done.returncode == 2
    assert "usage:" in done.stderr


def test_that_a_missing_store_is_a_sentence_and_exit_1(tmp_path: Path) -> None:
    done = _run("sync", "--folder", str(tmp_path), folder=tmp_path, CASEWORKER_PASSPHRASE=_WORD)

    assert done.returncode == 1
    assert "还没有数据" in done.stderr
    assert "Traceback" not in done.stderr


def test_that_a_missing_passphrase_is_asked_for(tmp_path: Path) -> None:
    done = _run("enrol", "http://127.0.0.1:9", "x", "--folder", str(tmp_path), folder=tmp_path)

    assert done.returncode == 1
    assert "CASEWORKER_PASSPHRASE" in done.stderr


def test_that_a_bug_is_told_without_a_traceback_and_kept_without_values(tmp_path: Path) -> None:
    code = (
        "import caseworker_app.cli.cases as c; from caseworker_app.cli.main import main\n"
        "def broken(wanted): raise KeyError('330199195803140012')\n"
        "c.run = broken\nmain(['cases', 'x'])\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        env={**os.environ, "XDG_DATA_HOME": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 1
    assert "程序出错了" in done.stderr
    assert "Traceback" not in done.stderr
    log = (tmp_path / "caseworker/logs/command.log").read_text("utf-8")
    assert "KeyError" in log
    assert "330199" not in log


@pytest.mark.journey
def test_that_the_demonstration_day_prints_one_document(tmp_path: Path) -> None:
    words = ["demo", "--headless", "--households", "12", "--seed", "5", "--json"]
    done = _run(*words, "--folder", str(tmp_path / "day"), folder=tmp_path)

    assert done.returncode == 0, done.stderr
    report = json.loads(done.stdout)
    assert report["households"] == report["compared"] == 12
    assert report["visited"] == 3
    assert report["sealed"] == report["delivered"] >= 1
    assert report["agree"] is True
    assert sorted(p.stem for p in Path(report["folder"]).glob("*.pdf")) == sorted(report["papers"])
    again = _run(*words, "--folder", str(tmp_path / "day"), folder=tmp_path)
    assert json.loads(again.stdout)["papers"] == report["papers"]
