"""``caseworker`` without a command: the desktop."""

import argparse
import sys

from caseworker_app import paths
from caseworker_app.desktop.start import Installation, Session


def run(wanted: argparse.Namespace) -> int:
    """Open the desktop on a person's data and return when its window is closed."""
    folder = wanted.folder or paths.data_folder()
    folder.mkdir(parents=True, exist_ok=True)
    return Session(Installation(folder), sys.argv[:1]).run()
