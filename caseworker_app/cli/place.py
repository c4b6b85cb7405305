"""Where a server of an office keeps its things."""

import argparse
from pathlib import Path

from caseworker_app import paths
from caseworker_app.server.central import Configuration


def configuration(wanted: argparse.Namespace) -> Configuration:
    """Return where the server keeps things: the platform's data folder when nothing is said."""
    folder: Path = wanted.files or paths.data_folder() / "server"
    return Configuration(folder, url=wanted.database or "")
