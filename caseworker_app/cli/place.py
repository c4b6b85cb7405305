"""Where a server of an office keeps its things."""

import argparse
from pathlib import Path

from caseworker_app import paths
from caseworker_app.errors import UserError
from caseworker_app.server.central import Configuration, is_installed
from caseworker_app.workflow import session

NOBODY = "文件夹 {} 里没有本机的数据，也没有服务器。请用 --folder 或 --files 指明在哪里。"
ADMINISTRATOR = "administrator"
"""Who acts where a command does, in the office's trail."""


def configuration(wanted: argparse.Namespace) -> Configuration:
    """Return where the server keeps things: the platform's data folder when nothing is said.

    Its key stays on this machine also where the files go to a store of others.
    """
    files: str = wanted.files or ""
    away = "://" in files
    folder = Path(files) if files and not away else paths.data_folder() / "server"
    return Configuration(
        wanted.keys or folder, url=wanted.database or "", files=files if away else ""
    )


def existing(wanted: argparse.Namespace) -> Configuration:
    """Return where a server keeps things already; raises UserError where nothing is."""
    place = configuration(wanted)
    if not is_installed(place.folder):
        raise UserError(f"文件夹 {place.folder} 里没有服务器。请核对服务器存放附件与密钥的文件夹。")
    return place


def server_of(wanted: argparse.Namespace) -> Configuration | None:
    """Return the server a command is about, or None where it is about a laptop.

    What is named decides; of a folder what lies in it. Raises UserError where neither is there.
    """
    if wanted.database or wanted.files:
        return existing(wanted)
    folder: Path = wanted.folder or paths.data_folder()
    if session.exists(folder):
        return None
    for place in (folder, folder / "server"):
        if is_installed(place):
            return Configuration(place)
    raise UserError(NOBODY.format(folder))
