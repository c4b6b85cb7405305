import subprocess
import sys
import weakref
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from caseworker_app.desktop.app import Desktop, input_module, look_of
from caseworker_app.desktop.crash import CrashHandler
from caseworker_app.desktop.theme.look import Look, current
from caseworker_app.errors import OutsideError
from caseworker_app.settings import Settings


@pytest.mark.parametrize(
    ("environment", "module"),
    [
        ({"QT_IM_MODULE": "fcitx"}, "ibus"),
        ({"QT_IM_MODULE": "fcitx5"}, "ibus"),
        ({"XMODIFIERS": "@im=fcitx"}, "ibus"),
        ({"XMODIFIERS": "@im=fcitx", "QT_IM_MODULE": "xim"}, None),
        ({"QT_IM_MODULE": "ibus"}, None),
        ({}, None),
    ],
)
def test_that_chinese_input_under_fcitx_goes_by_ibus(
    environment: dict[str, str], module: str | None
) -> None:
    assert input_module(environment) == module


@pytest.mark.parametrize(
    ("settings", "system_is_dark", "look"),
    [
        (Settings(), True, Look(dark=True)),
        (Settings(appearance="light"), True, Look()),
        (Settings(scale=125), False, Look(scale=1.25)),
        (Settings(scale=125, large_type=True), False, Look(scale=1.5, large=True)),
        (Settings(scale=200, large_type=True), False, Look(scale=2.0, large=True)),
    ],
)
def test_that_the_look_follows_the_settings(
    settings: Settings, look: Look, *, system_is_dark: bool
) -> None:
    assert look_of(settings, system_is_dark=system_is_dark) == look


def test_that_what_was_shown_before_is_let_go_of_though_somebody_looked_at_it(
    qtbot: QtBot, qapp: QApplication
) -> None:
    desktop = Desktop(qapp, Settings())
    qtbot.addWidget(desktop.frame)
    before: list[weakref.ref[QWidget]] = []

    def build() -> QWidget:
        page = QWidget()
        before.append(weakref.ref(page))
        return page

    desktop.show(build)
    desktop.show(build)
    assert desktop.frame.findChildren(QWidget)

    qtbot.waitUntil(lambda: before[0]() is None)
    assert before[1]() is not None


def test_that_what_is_replaced_at_once_never_shows_as_a_window_of_its_own(
    qtbot: QtBot, qapp: QApplication
) -> None:
    desktop = Desktop(qapp, Settings())
    qtbot.addWidget(desktop.frame)
    fleeting = QLabel("口令")

    desktop.show(lambda: QLabel("设置"))
    desktop.show(lambda: fleeting)
    desktop.show(lambda: QLabel("正在准备"))

    qapp.sendPostedEvents(fleeting, 0)
    assert not fleeting.isVisible()


def test_that_a_change_of_look_rebuilds_what_is_shown(qtbot: QtBot, qapp: QApplication) -> None:
    desktop = Desktop(qapp, Settings(appearance="light"))
    qtbot.addWidget(desktop.frame)
    scales: list[float] = []

    def build() -> QWidget:
        scales.append(current().scale)
        return QLabel("页")

    desktop.show(build)
    desktop.set_settings(Settings(appearance="dark", scale=150))

    assert scales == [1.0, 1.5]
    assert current() == Look(dark=True, scale=1.5)


def crashed(handler: CrashHandler, secret: str) -> None:
    def inner() -> None:
        raise KeyError(secret)

    try:
        inner()
    except KeyError as error:
        handler(type(error), error, error.__traceback__)


def test_that_a_crash_report_names_the_place_and_nobody(tmp_path: Path) -> None:
    told: list[tuple[str, str]] = []
    instant = datetime(2026, 11, 22, 8, 30, tzinfo=UTC)
    handler = CrashHandler(tmp_path, lambda: instant, "0.1.0", lambda *words: told.append(words))

    crashed(handler, "王桂兰 330102194003070042")

    (report,) = tmp_path.iterdir()
    text = report.read_text("utf-8")
    assert report.name == "report-20261122-083000.txt"
    assert "KeyError" in text
    assert "test_app.py" in text
    assert "inner" in text
    assert "王桂兰" not in text
    assert "3301" not in text
    assert str(Path(__file__).parent) not in text
    assert told[0][0] == "程序出错了"


def test_that_a_foreseen_failure_is_told_and_reports_nothing(tmp_path: Path) -> None:
    told: list[tuple[str, str]] = []
    handler = CrashHandler(
        tmp_path,
        lambda: datetime(2026, 1, 1, tzinfo=UTC),
        "0.1.0",
        lambda *words: told.append(words),
    )
    error = OutsideError("磁盘已满，请腾出空间后再试。")

    handler(type(error), error, None)

    assert told == [("操作没有完成", "磁盘已满，请腾出空间后再试。")]
    assert list(tmp_path.iterdir()) == []


def test_that_the_handler_takes_every_exception_from_then_on(
    tmp_path: Path, qapp: QApplication, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "excepthook", sys.__excepthook__)
    desktop = Desktop(qapp, Settings())
    qtbot.addWidget(desktop.frame)

    desktop.report_crashes(tmp_path, lambda: datetime(2026, 1, 1, tzinfo=UTC), "0.1.0")

    assert isinstance(sys.excepthook, CrashHandler)


def test_that_a_report_the_disk_refuses_is_told_too(tmp_path: Path) -> None:
    told: list[tuple[str, str]] = []
    taken = tmp_path / "file"
    taken.write_text("")
    now = datetime(2026, 1, 1, tzinfo=UTC)
    handler = CrashHandler(taken, lambda: now, "0.1.0", lambda *words: told.append(words))

    handler(ValueError, ValueError("王小明"), None)

    assert "出错报告没能写下（已有同名的文件）" in told[0][1]


def test_that_a_fault_in_the_running_desktop_is_reported_and_it_goes_on(tmp_path: Path) -> None:
    script = (
        "import sys\n"
        "from pathlib import Path\n"
        "from PySide6.QtCore import QTimer\n"
        "from caseworker_app.desktop.start import Installation, Session\n"
        "from caseworker_app.desktop.widgets.dialogs import QuestionDialog\n"
        "session = Session(Installation(Path(sys.argv[1])), ['caseworker'])\n"
        "def fail(): raise ValueError('王小明')\n"
        "def end():\n"
        "    told = session.desktop.frame.findChildren(QuestionDialog)\n"
        "    print(len(told), told[0].isVisible())\n"
        "    session.app.quit()\n"
        "QTimer.singleShot(200, fail)\n"
        "QTimer.singleShot(600, end)\n"
        "sys.exit(session.run())\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, str(tmp_path)], check=True, capture_output=True
    )

    assert done.stdout.split() == [b"1", b"True"]
    (report,) = (tmp_path / "reports").iterdir()
    assert "ValueError" in report.read_text("utf-8")
    assert "王小明" not in report.read_text("utf-8") + done.stderr.decode()


@pytest.mark.parametrize(("language", "word"), [("zh", "取消"), ("en", "Cancel")])
def test_that_qt_itself_speaks_the_language_in_force(language: str, word: str) -> None:
    script = (
        "import sys\n"
        "from caseworker_app.desktop import catalogue\n"
        "catalogue.speak(sys.argv[1])\n"
        "from caseworker_app.desktop.app import application\n"
        "from PySide6.QtWidgets import QDialogButtonBox as B\n"
        "app = application(['caseworker'])\n"
        "box = B(B.StandardButton.Cancel)\n"
        "sys.stdout.buffer.write(box.buttons()[0].text().encode())\n"
    )
    done = subprocess.run([sys.executable, "-c", script, language], check=True, capture_output=True)

    assert word in done.stdout.decode()
