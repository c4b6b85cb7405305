"""The entry: reads the words, runs the command, turns a foreseen failure into a sentence."""

import os
import sys
import traceback
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from types import TracebackType

from caseworker_app import paths
from caseworker_app.cli.parser import parser
from caseworker_app.errors import CaseworkError


def main(words: Sequence[str] | None = None) -> int:
    """Run one command and return its exit status: 0 done, 1 a sentence was said, 2 wrong usage."""
    sys.excepthook = _report
    wanted = parser().parse_args(words)
    try:
        # Only the command asked for is imported: a window needs no server, a server no window.
        command = import_module(f"caseworker_app.cli.{wanted.command}")
        status: int = command.run(wanted)
    except CaseworkError as error:
        print(error, file=sys.stderr)
        return 1
    except BrokenPipeError:  # whoever read our output has enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except KeyboardInterrupt:
        print("已中断，已保存的内容都在。", file=sys.stderr)
        return 1
    return status


def _report(kind: type[BaseException], _error: BaseException, trace: TracebackType | None) -> None:
    """Tell of a bug in a sentence and keep where it happened: no message, no value, no name."""
    places = (
        f"{Path(frame.filename).name}:{frame.lineno} {frame.name}"
        for frame in traceback.extract_tb(trace)
    )
    folder = paths.data_folder() / "logs"
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / "command.log"
    with path.open("a", encoding="utf-8") as log:
        log.write("\n".join((kind.__name__, *places, "")))
    print(f"程序出错了，已保存的内容都在。出错位置已记入 {path}，请发给技术支持。", file=sys.stderr)
