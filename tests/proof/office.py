"""The real server on a folder of its own: it may die at any write, be backed up and restored."""

import asyncio
import shutil
import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

from caseworker_app.server.app import create_app
from caseworker_app.server.central import Central, Configuration, new_epoch, open_central
from tests.proof.clocks import Clock
from tests.proof.crash import BrittleFolder, Crash, Fuse, watch
from tests.proof.line import Letter, Reply, ask

_FILE = "server.db"


class Office:
    def __init__(self, folder: Path, clock: Clock, loop: asyncio.AbstractEventLoop) -> None:
        self.folder = folder
        self.clock = clock
        self.fuse = Fuse()
        self.crashes = 0
        self.restores = 0
        """How often the office went back in time."""
        self._loop = loop
        self._backup = folder.with_name("backup")
        self.central = self._open()

    def _open(self) -> Central:
        central = open_central(Configuration(self.folder), self.clock)
        files = BrittleFolder(self.folder / "files", self.fuse.tick, self.fuse)
        self.app = create_app(opened := replace(central, files=files))
        watch(opened.database._engine, self.fuse)
        return opened

    def serve(self, letter: Letter, cut: int | None) -> Reply:
        """Answer; raises Crash where the office died, after it stands again."""
        try:
            return ask(self._loop, self.app, letter, cut)
        except* Crash:  # may come in a group of the threads that ended
            self._died()
        raise Crash

    def _died(self) -> None:
        self.crashes += 1
        self.fuse.put_out()
        self.close()
        self.central = self._open()

    def close(self) -> None:
        self.central.close()

    @property
    def has_backup(self) -> bool:
        return self._backup.exists()

    def back_up(self) -> None:
        """Take the database first, then the files it may name."""
        shutil.rmtree(self._backup, ignore_errors=True)
        shutil.copytree(self.folder, self._backup, ignore=shutil.ignore_patterns(f"{_FILE}*"))
        source, target = sqlite3.connect(self.folder / _FILE), sqlite3.connect(self._backup / _FILE)
        with closing(source), closing(target):
            source.backup(target)

    def restore(self, *, told: bool) -> None:
        """Go back to the backup; ``told``: with a new epoch, as whoever restores should do."""
        self.close()
        shutil.rmtree(self.folder)
        shutil.copytree(self._backup, self.folder)
        self.central = self._open()
        self.restores += 1
        if told:
            with self.central.database.write() as connection:
                new_epoch(connection, self.central)
