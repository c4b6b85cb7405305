from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from caseworker_app.desktop.conflicts.binding import open_over
from caseworker_app.desktop.conflicts.sheet import ConflictsSheet
from caseworker_app.desktop.delivery.page import DeliveryPage
from caseworker_app.desktop.delivery.presenter import DeliveryActions, DeliveryPresenter
from caseworker_app.desktop.tasks import Tasks
from caseworker_app.desktop.theme.tokens import Tone
from caseworker_app.desktop.widgets.chip import Chip
from caseworker_app.desktop.widgets.label import Label
from caseworker_app.errors import OfflineError, OutsideError, RefusedError
from caseworker_app.workflow.carrying import Carried
from caseworker_app.workflow.delivery import Delivered, Progress
from caseworker_app.workflow.outgoing import DeliveryStatus, Parcel
from tests.desktop.conflicts.making import TROUBLED, Quarrels
from tests.desktop.delivery.making import Tell, acts
from tests.desktop.table import NOW

STATUS = DeliveryStatus(1, NOW, 0, 2048, None, ())
PARCEL = Parcel("v1", "王桂兰", "HC-1", NOW, 2048, "sealed", "", 0, None, "")


def page_of(
    qtbot: QtBot, tasks: Tasks, deliver: Callable[[Callable[[Progress], None]], Delivered]
) -> DeliveryPage:
    return shown(qtbot, tasks, acts(STATUS, (PARCEL,), deliver))


def shown(qtbot: QtBot, tasks: Tasks, actions: DeliveryActions) -> DeliveryPage:
    page = DeliveryPage(DeliveryPresenter(actions), tasks)
    qtbot.addWidget(page)
    page.show()
    page.shown()
    qtbot.waitUntil(page.deliver_button.isEnabled)
    return page


def test_that_a_delivery_shows_its_progress_and_outcome(qtbot: QtBot, tasks: Tasks) -> None:
    go_on = Event()

    def deliver(progress: Callable[[Progress], None]) -> Delivered:
        progress(Progress("上传记录", 0, 1, 512, 2048))
        go_on.wait(5)
        return Delivered(1, 1, 0, 0)

    page = page_of(qtbot, tasks, deliver)
    page.deliver_button.click()
    assert not page.deliver_button.isEnabled()
    qtbot.waitUntil(lambda: "上传记录" in page.step.text())
    assert page.bar.isVisible()
    go_on.set()
    qtbot.waitUntil(lambda: "送出 1 份" in page.banner.text())
    assert page.deliver_button.isEnabled()
    assert not page.bar.isVisible()


def test_that_a_failure_is_a_sentence_and_can_be_repeated(qtbot: QtBot, tasks: Tasks) -> None:
    tried: list[int] = []

    def deliver(_progress: Callable[[Progress], None]) -> Delivered:
        tried.append(1)
        if len(tried) == 1:
            raise OfflineError("连不上中心，记录好好地在这台电脑上。有网络时再送。")
        return Delivered(1, 1, 0, 0)

    page = page_of(qtbot, tasks, deliver)
    page.deliver_button.click()
    qtbot.waitUntil(lambda: "连不上中心" in page.banner.text())
    assert page.banner._tone is Tone.GREY
    page.banner.action.click()
    qtbot.waitUntil(lambda: "送出 1 份" in page.banner.text())
    assert len(tried) == 2


@pytest.mark.parametrize(
    "error",
    [RefusedError("管理员已停用这台电脑。"), OutsideError("磁盘空间不足。")],
)
def test_that_what_is_no_fault_of_the_line_is_not_called_offline(
    qtbot: QtBot, tasks: Tasks, error: Exception
) -> None:
    def deliver(_progress: Callable[[Progress], None]) -> Delivered:
        raise error

    page = page_of(qtbot, tasks, deliver)
    page.deliver_button.click()
    qtbot.waitUntil(lambda: str(error) in page.banner.text())
    assert page.banner._tone is Tone.RED


def test_that_pressing_twice_delivers_once(qtbot: QtBot, tasks: Tasks) -> None:
    tried: list[int] = []

    def deliver(_progress: Callable[[Progress], None]) -> Delivered:
        tried.append(1)
        return Delivered(1, 1, 0, 0)

    page = page_of(qtbot, tasks, deliver)
    page.deliver()
    page.deliver()
    qtbot.waitUntil(lambda: "送出" in page.banner.text())
    assert tried == [1]


def test_that_what_waits_is_listed(qtbot: QtBot, tasks: Tasks) -> None:
    page = page_of(qtbot, tasks, lambda _p: Delivered(0, 0, 0, 0))
    words = [label.text() for label in page.findChildren(Label)]
    assert {"王桂兰", "HC-1", "1 份只在本机"} <= set(words)


def test_that_what_waits_goes_to_a_stick_and_is_said_to_wait_still(
    qtbot: QtBot, tasks: Tasks, tmp_path: Path
) -> None:
    written: list[Path] = []

    def export(file: Path, tell: Tell) -> Carried:
        tell(Progress("正在存送达包", 0, 1, 512, 2048))
        written.append(file)
        return Carried(3, 4096)

    page = shown(qtbot, tasks, acts(STATUS, export=export))
    page.stick.export_button.click()
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, QFileDialog)
    assert dialog.selectedFiles()[0].endswith("送达包-2026-11-22.csb")
    dialog.fileSelected.emit(str(tmp_path / "a.csb"))
    dialog.close()

    qtbot.waitUntil(lambda: "3 份已存入 a.csb" in page.banner.text())
    assert "仍只算在本机" in page.banner.text()
    assert written == [tmp_path / "a.csb"]
    assert page.stick.isEnabled()


def test_that_the_answer_from_the_office_is_taken_and_a_wrong_file_is_told(
    qtbot: QtBot, tasks: Tasks, tmp_path: Path
) -> None:
    def take(file: Path) -> Delivered:
        if file.name == "wrong.csb":
            raise RefusedError("这不是送达包，或者已经损坏。")
        return Delivered(0, 2, 5, 0) if file.name == "new.csb" else Delivered(0, 0, 0, 0)

    page = shown(qtbot, tasks, acts(STATUS, take=take))
    for name, said in (
        ("wrong.csb", "已经损坏"),
        ("new.csb", "办公室已确认收到 2 份"),
        ("old.csb", "可能以前已经收过"),
    ):
        page.stick.take(tmp_path / name)
        qtbot.waitUntil(partial(_says, page, said))
    assert page.stick.isEnabled()


def _says(page: DeliveryPage, words: str) -> bool:
    return words in page.banner.text()


def test_that_what_is_bad_has_a_button_that_helps(qtbot: QtBot, tasks: Tasks) -> None:
    tried: list[int] = []

    def deliver(_progress: Callable[[Progress], None]) -> Delivered:
        tried.append(1)
        return Delivered(1, 1, 0, 0)

    page = page_of(qtbot, tasks, deliver)
    page._presenter.seen(TROUBLED)
    page.refresh()
    again, open_ = page.tray.buttons
    with qtbot.waitSignal(page.opened) as asked:
        open_.click()
    assert asked.args == ["h2"]
    again.click()
    qtbot.waitUntil(lambda: "送出 1 份" in page.banner.text())
    assert tried == [1]


def test_that_decisions_are_a_key_away_where_they_can_be_made(qtbot: QtBot, tasks: Tasks) -> None:
    page = page_of(qtbot, tasks, lambda _progress: Delivered(0, 0, 0, 0))
    page._presenter.seen(TROUBLED)
    page.refresh()
    assert page.to_decide.isHidden()
    page._decides = True
    page.decide_asked.connect(partial(open_over, tasks=tasks, actions=Quarrels().actions()))
    page.refresh()
    assert page.to_decide.isVisible()
    qtbot.waitUntil(page.isActiveWindow)
    QTest.keyClick(page, Qt.Key.Key_J, Qt.KeyboardModifier.ControlModifier)
    sheets = page.findChildren(ConflictsSheet)
    assert len(sheets) == 1
    qtbot.waitUntil(lambda: bool(sheets[0].cards))
    sheets[0].reject()
    sheets.clear()
    qtbot.waitUntil(lambda: not page.findChildren(ConflictsSheet))


def test_that_a_backup_is_a_chip_beside_the_receipt(qtbot: QtBot, tasks: Tasks) -> None:
    held = replace(PARCEL, state="held", receipt="B7", seq=1, is_durable=True)
    page = shown(qtbot, tasks, acts(STATUS, (PARCEL, held)))
    qtbot.waitUntil(lambda: len(page.findChildren(Chip)) == 3)

    assert [chip.accessibleName() for chip in page.findChildren(Chip)] == [
        "只在本机",
        "已送达",
        "已备份",
    ]
