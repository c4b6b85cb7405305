"""The entry: reads the words, runs the command, turns a foreseen failure into a sentence."""

import sys
from collections.abc import Sequence
from importlib import import_module

from caseworker_app.cli.parser import parser
from caseworker_app.errors import CaseworkError


def main(words: Sequence[str] | None = None) -> int:
    """Run one command and return its exit status: 0 done, 1 a sentence was said, 2 wrong usage."""
    wanted = parser().parse_args(words)
    # Only the command asked for is imported: a window needs no server, a server no window.
    command = import_module(f"caseworker_app.cli.{wanted.command}")
    try:
        status: int = command.run(wanted)
    except CaseworkError as error:
        print(error, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("已中断, 已保存的内容都在。", file=sys.stderr)
        return 1
    return status
