"""The door past the lease: only delivering is left, and it opens the desk again."""

from datetime import datetime
from pathlib import Path

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from caseworker_app.desktop.tasks import Tasks
from caseworker_app.desktop.unlock import binding
from caseworker_app.desktop.unlock.over import OverPart
from caseworker_app.desktop.unlock.page import UnlockPage
from caseworker_app.desktop.unlock.presenter import UnlockActions
from caseworker_app.desktop.workbench import Workbench
from caseworker_app.server import enrolment, stick
from caseworker_app.workflow import session
from caseworker_app.workflow.workspace import Workspace
from tests.desktop.screen import show
from tests.desktop.truncation import cut_texts
from tests.workflow.conftest import PASSPHRASE
from tests.workflow.test_lease import Bureau, bureau

__all__ = ["bureau"]


def _refused(
    qtbot: QtBot, tasks: Tasks, bureau: Bureau
) -> tuple[UnlockPage, OverPart, list[object]]:
    """Try to open a laptop thirty days after it was heard of."""
    ws = bureau.open()
    bureau.seal(ws, "v1")
    session.lock(ws)
    bureau.deliver()  # brought the key for what is carried on a stick
    bureau.times.later(30)
    page = UnlockPage(tasks, binding.actions(bureau.folder, bureau.times))
    opened: list[object] = []
    page.opened.connect(opened.append)
    show(qtbot, page)
    page.passphrase.setText(PASSPHRASE)
    page.enter.click()
    qtbot.waitUntil(lambda: page.over is not None)
    over = page.over
    assert over is not None
    return page, over, opened


def _close(opened: list[object]) -> None:
    (ws,) = opened
    assert isinstance(ws, Workspace)
    session.lock(ws)


def test_that_the_door_says_why_and_a_delivery_opens_the_desk(
    qtbot: QtBot, tasks: Tasks, bureau: Bureau
) -> None:
    page, over, opened = _refused(qtbot, tasks, bureau)
    assert "到期，资料已锁定，没有丢失" in page.field.error()
    assert not opened
    qtbot.waitUntil(lambda: not cut_texts(page))  # once what is new there is laid out

    over.deliver_button.click()

    qtbot.waitUntil(lambda: bool(opened), timeout=20_000)
    _close(opened)


def test_that_a_stick_there_and_back_opens_it_too(
    qtbot: QtBot, tasks: Tasks, bureau: Bureau, tmp_path: Path
) -> None:
    _page, over, opened = _refused(qtbot, tasks, bureau)
    out, back = tmp_path / "out.csb", tmp_path / "back.csb"

    over.stick.export(out)
    qtbot.waitUntil(lambda: "请带到办公室导入" in over.said.text(), timeout=20_000)
    stick.absorb(bureau.server.central, out, back)
    over.stick.take(back)

    qtbot.waitUntil(lambda: bool(opened), timeout=20_000)
    _close(opened)


def test_that_what_the_office_refuses_is_said_and_it_stays_locked(
    qtbot: QtBot, tasks: Tasks, bureau: Bureau
) -> None:
    page, over, opened = _refused(qtbot, tasks, bureau)
    enrolment.revoke(bureau.server.central, bureau.laptop, "admin")

    over.deliver_button.click()

    qtbot.waitUntil(lambda: "管理员已停用这台电脑" in over.said.text(), timeout=20_000)
    assert over.isEnabled()
    assert not opened
    assert "到期" in page.field.error()


def test_that_no_name_of_a_household_is_on_the_locked_door(
    qtbot: QtBot, tasks: Tasks, bureau: Bureau
) -> None:
    page, _over, _opened = _refused(qtbot, tasks, bureau)
    actions = binding.actions(bureau.folder, bureau.times).to_deliver
    assert actions is not None

    locked = actions(PASSPHRASE)

    assert locked.parcels() == ()
    assert locked.status().is_over
    assert isinstance(locked.now(), datetime)
    assert all("胡龙" not in label.text() for label in page.findChildren(QLabel))


def test_that_another_refusal_offers_nothing(qtbot: QtBot, tasks: Tasks, tmp_path: Path) -> None:
    actions: UnlockActions = binding.actions(tmp_path)
    page = UnlockPage(tasks, actions)
    show(qtbot, page)
    page.passphrase.setText("错的口令2026")
    page.enter.click()

    qtbot.waitUntil(lambda: bool(page.field.error()))
    assert page.over is None


def test_that_a_desk_left_open_past_the_end_is_locked_with_all_that_was_typed(
    qtbot: QtBot, tasks: Tasks, bureau: Bureau
) -> None:
    bench = Workbench(bureau.open(), tasks)
    show(qtbot, bench.window())
    locked: list[bool] = []
    bench.locked.connect(lambda: locked.append(True))
    bureau.times.later(15)

    bench.window()  # as a change of look, it sees what stands at the foot

    qtbot.waitUntil(lambda: bool(locked), timeout=20_000)
    assert not bureau.is_open()
