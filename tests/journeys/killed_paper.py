"""Issuing and voiding a paper, killed before the nth statement that changes the store.

Before one that only reads, the store stands as after the change before it.

Reads a line ``folder act subject n`` for each, forks, answers with how the child ended: -9 where
it was killed, 0 where it was done before so many statements.
"""

import os
import signal
import sys
from pathlib import Path

from sqlalchemy import event

from caseworker_app.demo.clock import DemoClock
from caseworker_app.demo.laptop import PASSPHRASE
from caseworker_app.workflow import papers, session

_CHANGES = ("INSERT", "UPDATE", "DELETE")


def _carry_out(folder: Path, act: str, subject: str, at: int) -> None:
    ws = session.unlock(folder, PASSPHRASE, DemoClock())
    left = at

    def count() -> None:
        nonlocal left
        left -= 1
        if not left:
            os.kill(os.getpid(), signal.SIGKILL)

    def look(_connection: object, _cursor: object, statement: str, *_: object) -> None:
        if statement.lstrip().upper().startswith(_CHANGES):
            count()

    event.listen(ws.database._engine, "before_cursor_execute", look)
    event.listen(ws.database._engine, "commit", lambda _connection: count())
    if act == "issue":
        papers.issue(ws, subject)
    else:
        papers.void(ws, subject, "送达地点写错")


def _main() -> None:
    session.prepare()
    for line in sys.stdin:
        folder, act, subject, at = line.split()
        child = os.fork()
        if child == 0:
            _carry_out(Path(folder), act, subject, int(at))
            os._exit(0)
        _, status = os.waitpid(child, 0)
        sys.stdout.write(f"{os.waitstatus_to_exitcode(status)}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    _main()
