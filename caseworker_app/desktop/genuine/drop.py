"""PDFs that are let go over the window, or chosen by key or button, are looked at."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog

from caseworker_app.desktop.tasks import Tasks
from caseworker_app.desktop.tongue import tr
from caseworker_app.desktop.widgets.dialogs import open_once
from caseworker_app.desktop.window import Window
from caseworker_app.workflow.workspace import Workspace


def judge_papers(window: Window, tasks: Tasks, ws: Workspace) -> None:
    """Say over a window what PDFs brought to it are, as long as it stands."""

    def look(files: list[Path]) -> None:
        from caseworker_app.desktop.genuine import binding  # noqa: PLC0415  # seldom asked for

        binding.look(window, tasks, ws, files)

    window.papers_brought.connect(look)
    window.papers_asked.connect(lambda: _choose(window))


def _choose(window: Window) -> None:
    """Let the person choose PDFs; nothing blocks meanwhile."""
    dialog = QFileDialog(window, tr("选择要验真的文书"))
    dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
    dialog.setNameFilter("PDF (*.pdf)")
    dialog.filesSelected.connect(
        lambda names: window.papers_brought.emit([Path(name) for name in names])
    )
    open_once(dialog)
