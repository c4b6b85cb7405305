"""The contact sheet as a person uses it: real files, real decoding, use cases that remember."""

import os
import threading
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from caseworker_app.desktop.evidence.phone import PhoneFolder
from caseworker_app.desktop.evidence.recording import RecordingDialog
from caseworker_app.desktop.evidence.sheet import Means, Sheet
from caseworker_app.desktop.step.case import Case
from caseworker_app.desktop.tasks import Tasks
from caseworker_app.desktop.theme import style
from caseworker_app.desktop.theme.look import Look
from caseworker_app.desktop.widgets.dialogs import QuestionDialog
from caseworker_app.intake.photo import draw_sketch
from caseworker_app.wire.canonical import sha256
from tests.desktop.screen import assert_saves, show, slow_files
from tests.desktop.table import NOW, Memory
from tests.desktop.truncation import cut_texts

CAR = "CL01:r-car"
KITCHEN = "+/living/kitchen"
AMR = b"#!AMR\n" + bytes(range(200))


@pytest.fixture
def case(memory: Memory) -> Case:
    return memory.case()


@pytest.fixture
def sheet(qtbot: QtBot, memory: Memory, case: Case, tasks: Tasks) -> Sheet:
    return opened(qtbot, memory, case, tasks)


def opened(qtbot: QtBot, memory: Memory, case: Case, tasks: Tasks) -> Sheet:
    owner = QWidget()
    owner.resize(1366, 768)
    show(qtbot, owner)
    actions = memory.evidence()
    phone = PhoneFolder(owner, tasks, actions, NOW)
    sheet = Sheet(owner, case, Means(tasks, actions, memory.photos.__getitem__, phone))
    sheet.open_at("")
    qtbot.waitUntil(sheet.isVisible)
    return sheet


def picture(folder: Path, name: str = "a.jpg", seed: int = 1) -> Path:
    path = folder / name
    path.write_bytes(draw_sketch("厨房", seed))
    os.utime(path, (NOW.timestamp(), NOW.timestamp()))
    return path


def look_until_offered(qtbot: QtBot, sheet: Sheet, path: Path) -> None:
    def there() -> bool:
        sheet._means.phone.look()
        QTest.qWait(30)
        return path in sheet.strip.buttons

    qtbot.waitUntil(there, timeout=10_000)


def dropped(widget: QWidget, *files: Path) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
    event = QDropEvent(
        QPointF(5, 5),
        Qt.DropAction.CopyAction,
        mime,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    widget.dropEvent(event)


def test_that_a_photo_dropped_on_a_missing_one_fills_it(
    qtbot: QtBot, sheet: Sheet, case: Case, tmp_path: Path
) -> None:
    dropped(sheet.wall.tiles[KITCHEN], picture(tmp_path))
    qtbot.waitUntil(lambda: "a1" in sheet.wall.tiles)
    (kept,) = case.visit.attachments
    assert (kept.bound_to, kept.caption) == ("/living/kitchen", "厨房")
    assert KITCHEN not in sheet.wall.tiles
    assert sheet.presenter.current == "a1"
    qtbot.waitUntil(sheet.wall.tiles["a1"].has_picture)
    assert "已收下" in sheet.banner.text()


def test_that_a_photo_is_kept_in_its_turn_among_what_is_saved(
    qtbot: QtBot, sheet: Sheet, case: Case, memory: Memory, tasks: Tasks, tmp_path: Path
) -> None:
    busy, read = threading.Event(), list[None]()
    tasks.on_database(sheet, lambda: busy.wait(10), lambda _saved: None, sheet.banner.fail)
    sheet.taker.files([picture(tmp_path)], "")
    tasks.on_files(sheet, lambda: None, read.append, sheet.banner.fail)
    qtbot.waitUntil(lambda: bool(read))
    assert memory.begun.attachments == ()

    busy.set()
    qtbot.waitUntil(lambda: len(case.visit.attachments) == 1)


def test_that_a_picture_is_decoded_beside_what_is_saved(
    qtbot: QtBot, sheet: Sheet, memory: Memory, tasks: Tasks
) -> None:
    busy, saved = threading.Event(), list[None]()
    memory.photos["a"] = draw_sketch("厨房", 1)
    tasks.on_paper(sheet, lambda: busy.wait(10), lambda _drawn: None, sheet.banner.fail)
    assert sheet.pictures.small("a").isNull()
    tasks.on_database(sheet, lambda: None, saved.append, sheet.banner.fail)
    qtbot.waitUntil(lambda: bool(saved))
    qtbot.wait(50)
    assert sheet.pictures.small("a").isNull()

    busy.set()
    qtbot.waitUntil(lambda: sheet.pictures.small("a").width() == 280)


def test_that_a_photo_being_read_is_kept_although_the_visit_is_put_away(
    qtbot: QtBot, sheet: Sheet, memory: Memory, tasks: Tasks, tmp_path: Path
) -> None:
    slow = threading.Event()
    tasks.on_files(tasks, lambda: slow.wait(10), lambda _read: None, sheet.banner.fail)
    sheet.taker.files([picture(tmp_path)], "")
    delete(sheet)
    slow.set()

    qtbot.waitUntil(lambda: len(memory.begun.attachments) == 1)


def test_that_a_bad_file_is_told_and_hinders_no_other(
    qtbot: QtBot, sheet: Sheet, case: Case, tmp_path: Path
) -> None:
    text = tmp_path / "text.jpg"
    text.write_text("not a photo", "utf-8")
    said: list[str] = []
    sheet.taker.failed.connect(said.append)
    dropped(sheet, text, tmp_path / "gone.jpg", picture(tmp_path))
    qtbot.waitUntil(lambda: len(case.visit.attachments) == 1)
    assert "不是可以读取的照片" in said[0]
    assert "读不出“gone.jpg”" in said[1]


def test_that_a_picture_of_the_clipboard_is_pasted_where_one_stands(
    qtbot: QtBot, sheet: Sheet, case: Case
) -> None:
    sheet.wall.tiles[KITCHEN].setFocus()
    image = QImage(40, 30, QImage.Format.Format_RGB32)
    image.fill(0x3366CC)
    QGuiApplication.clipboard().setImage(image)
    sheet.paste.click()
    qtbot.waitUntil(lambda: len(case.visit.attachments) == 1)
    (kept,) = case.visit.attachments
    assert kept.bound_to == "/living/kitchen"
    assert kept.origin
    assert kept.origin.way == "clipboard"


def test_that_a_clipboard_without_a_picture_is_told(sheet: Sheet, case: Case) -> None:
    QGuiApplication.clipboard().setText("words")
    sheet.paste.click()
    assert "JPG、PNG" in sheet.banner.text()
    assert case.visit.attachments == ()


def test_that_the_same_photo_and_one_of_another_household_are_warned_of(
    qtbot: QtBot, sheet: Sheet, memory: Memory, case: Case, tmp_path: Path
) -> None:
    first, second = picture(tmp_path), picture(tmp_path, "b.jpg", 2)
    memory.twins[sha256(second.read_bytes())] = "示低保2019-0999"
    sheet.taker.files([first], "")
    qtbot.waitUntil(lambda: len(case.visit.attachments) == 1)
    sheet.taker.files([first], "")
    qtbot.waitUntil(lambda: "没有再收一份" in sheet.banner.text())
    sheet.taker.files([second], "")
    qtbot.waitUntil(lambda: "示低保2019-0999" in sheet.banner.text())
    assert len(case.visit.attachments) == 2


def test_that_arrows_walk_and_enter_looks_in_large_and_escape_returns(
    qtbot: QtBot, sheet: Sheet, case: Case, tmp_path: Path
) -> None:
    sheet.taker.files([picture(tmp_path)], "/living/structure")
    qtbot.waitUntil(lambda: "a1" in sheet.wall.tiles)
    order = list(sheet.wall.tiles)
    first, last = sheet.wall.tiles["a1"], sheet.wall.tiles[order[-1]]
    qtbot.waitUntil(lambda: last.y() > first.y())  # the rows are laid out
    first.setFocus()
    QTest.keyClick(first, Qt.Key.Key_Right)
    assert sheet.wall.tiles[order[1]].hasFocus()
    QTest.keyClick(sheet.wall.tiles[order[1]], Qt.Key.Key_Down)
    assert order.index(sheet.presenter.current) > 2
    QTest.keyClick(sheet.wall.tiles[sheet.presenter.current], Qt.Key.Key_Up)
    assert sheet.presenter.current == order[1]
    QTest.keyClick(sheet.wall.tiles[order[1]], Qt.Key.Key_Left)
    QTest.keyClick(sheet.wall.tiles["a1"], Qt.Key.Key_Return)
    assert not sheet.wall.isVisible()
    assert sheet.viewer.caption.hasFocus()
    QTest.keyClick(sheet, Qt.Key.Key_Escape)
    assert sheet.wall.tiles["a1"].hasFocus()
    QTest.keyClick(sheet, Qt.Key.Key_Escape)
    assert not sheet.isVisible()


def test_that_caption_place_and_turn_are_saved(
    qtbot: QtBot, sheet: Sheet, case: Case, memory: Memory, tmp_path: Path
) -> None:
    sheet.taker.files([picture(tmp_path)], "")
    qtbot.waitUntil(lambda: "a1" in sheet.wall.tiles)
    sheet.viewer.caption.setFocus()
    QTest.keyClicks(sheet.viewer.caption, "old house")
    sheet.wall.tiles[KITCHEN].setFocus()
    assert memory.everything["/attachments/#a1/caption"] == "old house"
    sheet.wall.tiles["a1"].setFocus()
    sheet.viewer.turn_right.click()
    assert memory.last == {"/attachments/#a1/turned": 90}
    sheet.viewer.bound.emit(CAR)
    assert case.explanation(CAR).evidence == ("a1",)


def test_that_evidence_is_withdrawn_with_a_reason_and_restored(
    qtbot: QtBot, sheet: Sheet, case: Case, tmp_path: Path
) -> None:
    sheet.taker.files([picture(tmp_path)], "/living/kitchen")
    qtbot.waitUntil(lambda: "a1" in sheet.wall.tiles)
    sheet.viewer.withdraw.click()
    dialog = sheet.findChild(QuestionDialog)
    assert dialog
    dialog.confirm.click()
    assert dialog.isVisible()
    dialog.reason.setPlainText("拍到别人家")
    dialog.confirm.click()
    qtbot.waitUntil(lambda: case.visit.attachments[0].withdrawn is not None)
    assert KITCHEN in sheet.wall.tiles
    sheet.wall.tiles["a1"].setFocus()
    assert "拍到别人家" in sheet.viewer.note.text()
    sheet.viewer.restore.click()
    qtbot.waitUntil(lambda: case.visit.attachments[0].withdrawn is None)


def test_that_export_says_where_and_a_full_disk_too(
    qtbot: QtBot, sheet: Sheet, memory: Memory, tasks: Tasks, tmp_path: Path
) -> None:
    out = tmp_path / "out.jpg"
    sheet.taker.files([picture(tmp_path)], "")
    qtbot.waitUntil(lambda: "a1" in sheet.wall.tiles)
    with slow_files(tasks):
        sheet.write("a1", out, "提交复核")
        assert_saves(qtbot, tasks)
        assert not out.exists()
    qtbot.waitUntil(lambda: "已导出" in sheet.banner.text())
    assert out.read_bytes() == memory.photos["sha256:a1"]
    assert memory.exported == [("a1", "提交复核")]
    sheet.write("a1", tmp_path / "gone" / "a.jpg", "提交复核")
    qtbot.waitUntil(lambda: "存不到" in sheet.banner.text())


def test_that_a_recording_needs_a_difference_a_name_and_a_spoken_yes(
    qtbot: QtBot, sheet: Sheet, case: Case, tmp_path: Path
) -> None:
    file = tmp_path / "a.amr"
    file.write_bytes(AMR)
    dropped(sheet, file)
    dialog = sheet.findChild(RecordingDialog)
    assert dialog
    assert not dialog.take.isEnabled()
    dialog.heard.click()
    assert dialog.take.isEnabled()
    dialog.who.clear()
    assert not dialog.take.isEnabled()
    dialog.who.setText("王桂兰")
    assert cut_texts(dialog) == []
    dialog.take.click()
    qtbot.waitUntil(lambda: len(case.visit.attachments) == 1)
    (kept,) = case.visit.attachments
    assert kept.agreed
    assert (kept.role, kept.agreed.name) == ("audio", "王桂兰")
    assert sheet.presenter.current == kept.id
    assert not sheet.viewer.caption.isVisible()
    assert sheet.viewer.export.isVisible()


def test_that_the_telephone_offers_whole_pictures_and_waits_for_half_ones(
    qtbot: QtBot, memory: Memory, case: Case, tasks: Tasks, tmp_path: Path
) -> None:
    memory.folder = str(tmp_path)
    old = picture(tmp_path, "old.jpg", 7)
    os.utime(old, (NOW.timestamp() - 1e6,) * 2)
    whole, half = picture(tmp_path, "whole.jpg"), picture(tmp_path, "half.jpg", 2)
    rest = half.read_bytes()
    half.write_bytes(rest[:9000])
    os.utime(half, (NOW.timestamp(),) * 2)
    sheet = opened(qtbot, memory, case, tasks)
    look_until_offered(qtbot, sheet, whole)
    assert set(sheet.strip.buttons) == {whole}
    assert "1 张还在传" in sheet.strip.title.text()
    half.write_bytes(rest)
    os.utime(half, (NOW.timestamp() + 5,) * 2)
    look_until_offered(qtbot, sheet, half)
    assert old not in sheet.strip.buttons
    assert cut_texts(sheet) == []

    sheet.wall.tiles[KITCHEN].setFocus()
    sheet.strip.buttons[whole].click()
    qtbot.waitUntil(lambda: len(case.visit.attachments) == 1)
    (kept,) = case.visit.attachments
    assert kept.bound_to == "/living/kitchen"
    assert kept.origin
    assert kept.origin.way == "folder"
    qtbot.waitUntil(lambda: set(sheet.strip.buttons) == {half})


def test_that_a_folder_that_goes_away_is_told(
    qtbot: QtBot, memory: Memory, case: Case, tasks: Tasks, tmp_path: Path
) -> None:
    memory.folder = str(tmp_path / "gone")
    sheet = opened(qtbot, memory, case, tasks)
    qtbot.waitUntil(lambda: sheet.strip.title.text() == "看不到手机照片")
    assert "请把手机接好" in sheet.strip.problem.text()
    sheet._means.phone.set_folder(str(tmp_path))
    assert memory.folder == str(tmp_path)
    qtbot.waitUntil(lambda: "还没有新照片" in sheet.strip.title.text())


def test_that_a_folder_away_at_first_offers_nothing_old_once_it_is_there(
    qtbot: QtBot, memory: Memory, case: Case, tasks: Tasks, tmp_path: Path
) -> None:
    folder = tmp_path / "phone"
    memory.folder = str(folder)
    sheet = opened(qtbot, memory, case, tasks)
    qtbot.waitUntil(lambda: sheet.strip.title.text() == "看不到手机照片")
    folder.mkdir()
    old, fresh = picture(folder, "old.jpg", 7), picture(folder, "fresh.jpg")
    os.utime(old, (NOW.timestamp() - 1e6,) * 2)

    look_until_offered(qtbot, sheet, fresh)

    assert set(sheet.strip.buttons) == {fresh}


def test_that_heic_is_named_with_the_way_out(
    qtbot: QtBot, memory: Memory, case: Case, tasks: Tasks, tmp_path: Path
) -> None:
    memory.folder = str(tmp_path)
    (tmp_path / "a.heic").write_bytes(bytes(50))
    sheet = opened(qtbot, memory, case, tasks)
    qtbot.waitUntil(lambda: "兼容性最佳" in sheet.strip.problem.text())


@pytest.mark.parametrize("look", [Look(), Look(dark=True), Look(scale=1.5), Look(scale=2.5)])
def test_that_no_text_is_cut(
    qtbot: QtBot, memory: Memory, lettered: QApplication, tasks: Tasks, look: Look, tmp_path: Path
) -> None:
    style.apply(lettered, look)
    case = memory.case()
    sheet = opened(qtbot, memory, case, tasks)
    assert cut_texts(sheet) == []
    sheet.taker.files([picture(tmp_path)], CAR)
    qtbot.waitUntil(lambda: "a1" in sheet.wall.tiles)
    sheet._open_tile("a1")
    QTest.qWait(20)
    assert cut_texts(sheet) == []
