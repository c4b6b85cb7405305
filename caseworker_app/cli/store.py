"""How a command without a window opens the store of an installation."""

import argparse
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from caseworker_app import paths
from caseworker_app.cli import passphrase
from caseworker_app.errors import UserError
from caseworker_app.rules.policy.pack import Pack
from caseworker_app.workflow import session
from caseworker_app.workflow.workspace import Workspace


def folder_of(wanted: argparse.Namespace) -> Path:
    """Return the installation's folder: the one named, else the platform's."""
    folder: Path = wanted.folder or paths.data_folder()
    return folder


@contextmanager
def opened(wanted: argparse.Namespace, pack: Pack | None = None) -> Iterator[Workspace]:
    """Yield the unlocked store, with another pack if given; raises UserError if there is none."""
    ws = session.unlock(_existing(wanted), passphrase.ask(), pack=pack)
    try:
        yield ws
    finally:
        session.lock(ws)


@contextmanager
def opened_to_deliver(wanted: argparse.Namespace) -> Iterator[Workspace]:
    """Yield the unlocked store for one delivery, also past the laptop's lease."""
    with session.to_deliver(_existing(wanted), passphrase.ask()) as ws:
        yield ws


def _existing(wanted: argparse.Namespace) -> Path:
    folder = folder_of(wanted)
    if not session.exists(folder):
        raise UserError(f"文件夹 {folder} 里还没有数据。请先运行 caseworker 设置口令。")
    return folder
