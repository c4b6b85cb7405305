from collections.abc import Callable
from threading import Event

from pytestqt.qtbot import QtBot

from caseworker_app.desktop.delivery.page import DeliveryPage
from caseworker_app.desktop.delivery.presenter import DeliveryActions, DeliveryPresenter
from caseworker_app.desktop.tasks import Tasks
from caseworker_app.desktop.widgets.label import Label
from caseworker_app.errors import OutsideError
from caseworker_app.workflow.delivery import Delivered, Progress
from caseworker_app.workflow.outgoing import DeliveryStatus, Parcel
from tests.desktop.table import NOW

STATUS = DeliveryStatus(1, NOW, 0, 2048, None, ())
PARCEL = Parcel("v1", "王桂兰", "HC-1", NOW, 2048, "sealed", "", 0, None, "")


def page_of(
    qtbot: QtBot, tasks: Tasks, deliver: Callable[[Callable[[Progress], None]], Delivered]
) -> DeliveryPage:
    actions = DeliveryActions(lambda: STATUS, lambda: (PARCEL,), deliver, lambda: NOW)
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
            raise OutsideError("连不上中心，记录好好地在这台电脑上。有网络时再送。")
        return Delivered(1, 1, 0, 0)

    page = page_of(qtbot, tasks, deliver)
    page.deliver_button.click()
    qtbot.waitUntil(lambda: "连不上中心" in page.banner.text())
    page.banner.action.click()
    qtbot.waitUntil(lambda: "送出 1 份" in page.banner.text())
    assert len(tried) == 2


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
