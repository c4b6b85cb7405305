import pytest

from caseworker_app.cli.bar import Bar
from caseworker_app.workflow.progress import Progress

_STEPS = (
    Progress("正在送出记录", 0, 4),
    Progress("正在送出照片和文书", 0, 2, 50, 200),
    Progress("正在送出照片和文书", 0, 2, 200, 200),
)


def _show(bar: Bar) -> None:
    for step in _STEPS:
        bar.show(step)
    bar.end()


def test_that_a_log_gets_a_line_for_each_new_step(capsys: pytest.CaptureFixture[str]) -> None:
    _show(Bar())

    assert capsys.readouterr().err.splitlines() == ["正在送出记录", "正在送出照片和文书"]


def test_that_a_terminal_gets_a_bar(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stderr.isatty", lambda: True)

    _show(Bar())

    shown = capsys.readouterr().err
    assert "25%" in shown
    assert shown.rstrip("\n").endswith("100%")
