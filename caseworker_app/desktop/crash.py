"""What happens when the program itself is at fault: a report without personal data."""

import sys
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from types import TracebackType

from caseworker_app.desktop.tongue import tr
from caseworker_app.errors import CaseworkError, cause


@dataclass(frozen=True, slots=True)
class CrashHandler:
    """Stands in for ``sys.excepthook``: the only place that takes every exception.

    ``tell(title, text)`` shows a sentence. A ``CaseworkError`` that nobody caught is only told.
    """

    folder: Path
    now: Callable[[], datetime]
    version: str
    tell: Callable[[str, str], None]

    def __call__(
        self,
        kind: type[BaseException],
        error: BaseException,
        trace: TracebackType | None,
    ) -> None:
        if not isinstance(error, Exception):
            sys.__excepthook__(kind, error, trace)
            return
        if isinstance(error, CaseworkError):
            self.tell(tr("操作没有完成"), str(error))
            return
        self.tell(
            tr("程序出错了"),
            tr(
                "已确认的内容都已保存。{filed}可以继续使用；若再次出现，请重新打开程序。",
                filed=self._filed(report(kind, trace, self.version)),
            ),
        )

    def _filed(self, text: str) -> str:
        try:
            path = self._save(text)
        except OSError as refused:
            sys.stderr.write(text)
            return tr(
                "出错报告没能写下（{cause}），请把这一情况告诉技术支持。", cause=cause(refused)
            )
        return tr("出错报告在 {path}，不含任何住户信息，请发给技术支持。", path=path)

    def _save(self, text: str) -> Path:
        self.folder.mkdir(parents=True, exist_ok=True)
        path = self.folder / f"report-{self.now():%Y%m%d-%H%M%S}.txt"
        path.write_text(text, "utf-8")
        return path


def report(kind: type[BaseException], trace: TracebackType | None, version: str) -> str:
    """Return class of the error and places in the program; never a message or a value.

    A message may hold a name or a number of an ID card, a path the name of who works here.
    """
    places = (
        f"  {Path(frame.filename).name}:{frame.lineno} {frame.name}"
        for frame in traceback.extract_tb(trace)
    )
    import platform  # noqa: PLC0415  # seven milliseconds of start-up that only a crash needs

    machine = f"{platform.system()} {platform.machine()}, Python {platform.python_version()}"
    return "\n".join((f"caseworker {version}, {machine}", kind.__name__, *places, ""))
