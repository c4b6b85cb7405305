"""How far an exchange with the server is, on standard error."""

import sys

from caseworker_app.cli import output
from caseworker_app.workflow.progress import Progress

_WIDTH = 30


class Bar:
    """Shows how far an exchange is: a bar on a terminal, else a line for each new step."""

    def __init__(self) -> None:
        self._step = ""
        self._live = sys.stderr.isatty()

    def show(self, told: Progress) -> None:
        if self._live:
            end = "\n" if told.step != self._step and self._step else ""
            print(f"{end}\r{told.step} {_share(told)}", end="", file=sys.stderr, flush=True)
        elif told.step != self._step:
            output.progress(told.step)
        self._step = told.step

    def end(self) -> None:
        """Leave the line of the bar."""
        if self._live and self._step:
            print(file=sys.stderr)


def _share(told: Progress) -> str:
    done, total = (
        (told.bytes_done, told.bytes_total) if told.bytes_total else (told.done, told.total)
    )
    if not total:
        return ""
    filled = done * _WIDTH // total
    return f"[{'█' * filled}{'·' * (_WIDTH - filled)}] {done * 100 // total}%"
