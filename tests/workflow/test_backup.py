"""A laptop's backup: told once it is made, and proved elsewhere where its stick is read-only."""

import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest

from caseworker_app.errors import OutsideError
from caseworker_app.workflow import backup, trail
from caseworker_app.workflow.workspace import Workspace
from tests.test_archive import read_only
from tests.workflow.conftest import PASSPHRASE

__all__ = ["read_only"]


@pytest.fixture
def stick(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("stick")


def test_that_the_trail_tells_of_a_backup_that_is_there(ws: Workspace, stick: Path) -> None:
    with pytest.raises(OutsideError, match="没有写成"):
        backup.make(ws, PASSPHRASE, stick / "no such folder" / "a.backup")
    assert "backup.made" not in {entry.act for entry in trail.entries(ws, "")}

    manifest = backup.make(ws, PASSPHRASE, stick / "a.backup")
    last = trail.entries(ws, "")[0]
    assert (last.act, last.detail) == ("backup.made", manifest.digest)


def test_that_a_backup_on_a_stick_nobody_writes_to_is_proved_elsewhere(
    ws: Workspace, stick: Path, read_only: Callable[[Path], None]
) -> None:
    file = stick / "a.backup"
    backup.make(ws, PASSPHRASE, file)
    for place in (stick, ws.folder):
        read_only(place)
        assert backup.verify(ws, PASSPHRASE, file).visits == 0
    read_only(Path(tempfile.gettempdir()))
    with pytest.raises(OutsideError, match="没有地方备份或核对"):
        backup.verify(ws, PASSPHRASE, file)
