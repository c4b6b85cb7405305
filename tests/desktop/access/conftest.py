"""The real store of a small township, and the whole desktop on it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from caseworker_app.desktop.tasks import Tasks
from caseworker_app.desktop.theme import style
from caseworker_app.desktop.theme.look import Look
from caseworker_app.workflow.workspace import Workspace
from tests.desktop.access.desk import Desk
from tests.workflow.conftest import compared, township, ws

__all__ = ["compared", "township", "ws"]


@pytest.fixture(autouse=True)
def look(lettered: QApplication, request: pytest.FixtureRequest) -> Look:
    """Plain light, or the look a test asks for; it has to be there before the desk is."""
    asked = getattr(request, "param", Look())
    assert isinstance(asked, Look)
    style.apply(lettered, asked)
    return asked


@pytest.fixture
def desk(qtbot: QtBot, tasks: Tasks, ws: Workspace, tmp_path: Path, look: Look) -> Iterator[Desk]:
    made = Desk(qtbot, tasks, ws, tmp_path)
    yield made
    made.end()
