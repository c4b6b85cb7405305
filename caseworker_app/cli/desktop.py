"""``caseworker`` without a command: the desktop."""

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from caseworker_app import paths, settings
from caseworker_app.cli import display
from caseworker_app.desktop import catalogue
from caseworker_app.errors import UserError

if TYPE_CHECKING:
    from caseworker_app.workflow.workspace import Workspace


def run(wanted: argparse.Namespace) -> int:
    """Open the desktop on a person's data and return when its window is closed."""
    if not display.is_there():
        raise UserError(
            "这里没有图形界面，打不开窗口。请在桌面环境中运行，"
            "或用 caseworker sync、caseworker demo --headless 等不开窗口的命令。"
        )
    folder = wanted.folder or paths.data_folder()
    folder.mkdir(parents=True, exist_ok=True)
    catalogue.speak(settings.load(folder).language)
    return _desktop(folder)


def _desktop(folder: Path) -> int:
    from caseworker_app.desktop.start import (  # noqa: PLC0415  # takes its words when imported
        Installation,
        Practice,
        Session,
    )

    place = folder / "practice"

    def practised() -> "Workspace":
        from caseworker_app.demo import practice  # noqa: PLC0415  # loaded when asked for

        return practice.open_practice(place)

    def reset() -> None:
        from caseworker_app.demo import practice  # noqa: PLC0415  # ditto

        practice.reset(place)

    return Session(Installation(folder, practice=Practice(practised, reset)), sys.argv[:1]).run()
