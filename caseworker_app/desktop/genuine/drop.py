"""PDFs that are let go over the window are looked at."""

from pathlib import Path

from caseworker_app.desktop.tasks import Tasks
from caseworker_app.desktop.window import Window
from caseworker_app.workflow.workspace import Workspace


def judge_dropped(window: Window, tasks: Tasks, ws: Workspace) -> None:
    """Say over a window what PDFs let go on it are, as long as it stands."""

    def look(files: list[Path]) -> None:
        from caseworker_app.desktop.genuine import binding  # noqa: PLC0415  # seldom asked for

        binding.look(window, tasks, ws, files)

    window.papers_dropped.connect(look)
