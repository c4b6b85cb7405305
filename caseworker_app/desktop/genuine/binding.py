"""Looks at files that were let go over the window or chosen, and says what they are."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QWidget

from caseworker_app.desktop.failure import sentence
from caseworker_app.desktop.genuine.presenter import of_all
from caseworker_app.desktop.tasks import Tasks
from caseworker_app.desktop.tongue import tr
from caseworker_app.desktop.widgets.dialogs import tell
from caseworker_app.workflow import genuine, sealing
from caseworker_app.workflow.genuine import Judged
from caseworker_app.workflow.workspace import Workspace


def look(owner: QWidget, tasks: Tasks, ws: Workspace, files: Sequence[Path]) -> None:
    """Judge files off the UI thread and tell the outcome over a window."""
    trusted = sealing.trusted(ws)

    def judged(found: tuple[Judged, ...]) -> None:
        said = of_all(found)
        tell(owner, said.title, "\n".join(said.lines).rstrip())

    def failed(error: Exception) -> None:
        tell(owner, tr("没有查验"), sentence(error))

    tasks.into_store(
        owner,
        lambda: tuple(genuine.look(trusted, file) for file in files),
        lambda found: tuple(genuine.kept(ws, one) for one in found),
        judged,
        failed,
    )
