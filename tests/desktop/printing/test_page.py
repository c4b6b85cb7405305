"""Papers are chosen, looked at, written down and handed to the printer, by keys alone."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel
from pytestqt.qtbot import QtBot

from caseworker_app.desktop.printing.machine import Sides
from caseworker_app.desktop.printing.page import PrintingPage
from caseworker_app.desktop.tasks import Tasks
from caseworker_app.desktop.theme import style
from caseworker_app.desktop.theme.look import Look
from caseworker_app.errors import OutsideError
from caseworker_app.workflow.printing import FORMS, Printable, Range
from tests.desktop.printing.making import AGAIN, DUE, LATE, NOTICE, SEALED, Printer, Shelf, page_of
from tests.desktop.returns.making import Tray
from tests.desktop.screen import assert_saves, show, slow_files
from tests.desktop.truncation import cut_texts

Made = Callable[[Shelf, Printer], PrintingPage]


@pytest.fixture
def made(qtbot: QtBot, tasks: Tasks) -> Made:
    for paper in Shelf.papers:
        page_of(paper.head)  # typefaces load slowly beside an event loop

    def make(shelf: Shelf, printer: Printer) -> PrintingPage:
        page = PrintingPage(tasks, shelf.actions(), printer, Tray().actions())
        page.resize(1180, 720)
        show(qtbot, page)
        page.shown()
        qtbot.waitUntil(lambda: bool(page.preview.key))
        qtbot.waitUntil(lambda: "查找" not in page.printer.hint())
        return page

    return make


def test_that_what_is_still_being_read_is_told(qtbot: QtBot, tasks: Tasks) -> None:
    ready = Event()
    shelf = Shelf()

    def papers(_what: Range) -> tuple[Printable, ...]:
        ready.wait(5)
        return shelf.papers

    page = PrintingPage(tasks, replace(shelf.actions(), papers=papers), Printer(), Tray().actions())
    show(qtbot, page)

    page.shown()
    page.save_pdf()
    assert page.preview.title() == "正在查看今天的表"
    assert "勾选" not in page.printer.hint()
    assert page.banner.text() == "正在查看今天的表，请稍候再另存。"
    ready.set()
    qtbot.waitUntil(lambda: bool(page.preview.key))
    assert page.preview.title() in {"正在打开", ""}


def test_that_papers_that_could_not_be_read_are_not_waited_for(qtbot: QtBot, tasks: Tasks) -> None:
    page = PrintingPage(
        tasks, replace(Shelf().actions(), papers=_busy), Printer(), Tray().actions()
    )
    show(qtbot, page)

    page.shown()
    qtbot.waitUntil(lambda: "磁盘正忙" in page.banner.text())

    assert page.preview.title() == "还没选表"
    said = [label.text() for label in page.findChildren(QLabel)]
    assert "没能读出今天的表。回到这一页时会再读一次。" in said


def _busy(_what: Range) -> tuple[Printable, ...]:
    raise OutsideError("磁盘正忙，请稍候重试。")


def test_that_new_papers_and_forms_due_today_are_ticked(made: Made) -> None:
    page = made(Shelf(), Printer())

    ticked = [
        shelf.item(n).text().split("　")[0]
        for shelf in (page.sealed, page.blank)
        for n in range(shelf.count())
        if shelf.item(n).checkState() is Qt.CheckState.Checked
    ]
    assert ticked == [SEALED.head, DUE.head]
    assert page.printer.print.text() == "打印 2 件"


def test_that_what_is_ticked_is_printed_in_turn(qtbot: QtBot, made: Made) -> None:
    shelf, printer = Shelf(), Printer()
    page = made(shelf, printer)

    page.printer.copies.selectAll()
    QTest.keyClicks(page.printer.copies, "2")
    QTest.keyClick(page, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: "2 件" in page.banner.text())

    assert shelf.issued == [(SEALED.key, 2, ""), (DUE.key, 2, "")]
    assert [job.title for job, _ in printer.got] == [SEALED.key] * 2 + ["入户核查表"] * 2
    assert {job.printer for job, _ in printer.got} == {"HP-LaserJet-办公室"}
    assert not page.printer.print.isEnabled()


def test_that_a_paper_printed_before_asks_why(qtbot: QtBot, made: Made) -> None:
    shelf, printer = Shelf((AGAIN,)), Printer()
    page = made(shelf, printer)
    page.sealed.setFocus()

    QTest.keyClick(page.sealed, Qt.Key.Key_Space)
    QTest.keyClick(page, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    assert not shelf.issued
    assert "重印的原因" in page.printer.reason.accessibleDescription()
    page.printer.reason.insert("原件受潮")
    QTest.keyClick(page, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: bool(printer.got))

    assert shelf.issued == [(AGAIN.key, 1, "原件受潮")]


def test_that_a_printer_that_refuses_is_told_and_written_down(qtbot: QtBot, made: Made) -> None:
    shelf, printer = Shelf((SEALED, DUE)), Printer(broken=True)
    page = made(shelf, printer)

    page.print_chosen()
    qtbot.waitUntil(lambda: "缺纸" in page.banner.text())

    assert [key for key, _ in shelf.refused] == [SEALED.key]
    assert [key for key, _, _ in shelf.issued] == [SEALED.key]
    assert page.printer.print.isEnabled()


def test_that_without_a_printer_the_paper_can_still_be_saved(
    qtbot: QtBot, made: Made, tasks: Tasks, tmp_path: Path
) -> None:
    page = made(Shelf(), Printer(names=()))
    qtbot.waitUntil(lambda: page.preview.key == SEALED.key)

    assert not page.printer.print.isEnabled()
    with slow_files(tasks):
        page.write_pdf(SEALED, tmp_path / "表.pdf")
        assert_saves(qtbot, tasks)
        assert not (tmp_path / "表.pdf").exists()
    qtbot.waitUntil(lambda: "已存到" in page.banner.text())
    assert (tmp_path / "表.pdf").read_bytes() == page_of(SEALED.head)


def test_that_a_full_disk_is_told(qtbot: QtBot, made: Made, tmp_path: Path) -> None:
    page = made(Shelf(), Printer())

    page.write_pdf(SEALED, tmp_path / "没有" / "表.pdf")

    qtbot.waitUntil(lambda: "存不到" in page.banner.text())
    assert "没有这个文件或文件夹" in page.banner.text()


def test_that_the_paper_asked_for_is_the_only_one_ticked(qtbot: QtBot, made: Made) -> None:
    page = made(Shelf(), Printer())

    page.open(AGAIN.key)

    qtbot.waitUntil(lambda: page.preview.key == AGAIN.key)
    assert page.printer.print.text() == "打印 1 件"
    assert page.printer.reason.isVisible()


def test_that_a_paper_of_another_day_comes_with_the_copies_of_its_form(
    qtbot: QtBot, made: Made
) -> None:
    shelf, printer = Shelf(), Printer()
    page = made(shelf, printer)

    page.open(NOTICE.key)
    qtbot.waitUntil(lambda: page.preview.key == NOTICE.key)

    assert page.printer.copies.count() == 3
    assert "拟调减（终止）社会救助事先告知书　还没打印" in page.sealed.item(0).text()
    page.print_chosen()
    qtbot.waitUntil(lambda: "1 件" in page.banner.text())
    assert shelf.issued == [(NOTICE.key, 3, "")]


def test_that_a_paper_brought_again_is_shown_as_it_is_by_now(qtbot: QtBot, made: Made) -> None:
    shelf = Shelf()
    page = made(shelf, Printer())
    page.open(NOTICE.key)
    qtbot.waitUntil(lambda: page.preview.key == NOTICE.key)

    shelf.papers = ()  # it is looked for no second time
    shelf.older = (replace(NOTICE, copies=2),)
    page.open(NOTICE.key)

    qtbot.waitUntil(lambda: "已打印 2 份" in page.sealed.item(0).text())
    assert page.sealed.count() == 3
    assert page.printer.copies.count() == 1
    assert page.printer.reason.isVisible()


def test_that_an_empty_form_of_any_code_is_printed_beside_the_visit_form(
    qtbot: QtBot, made: Made
) -> None:
    shelf, printer = Shelf(), Printer()
    page = made(shelf, printer)

    page.open_blank(DUE.key, "F10", SEALED.key)
    qtbot.waitUntil(lambda: page.preview.key == f"{DUE.key}/F10/{SEALED.key}")
    page.print_chosen()
    qtbot.waitUntil(lambda: "1 件" in page.banner.text())

    assert [job.title for job, _ in printer.got] == ["送达回证"]
    assert page.blank.count() == 3


def test_that_who_brought_a_paper_can_go_back(qtbot: QtBot, made: Made) -> None:
    page = made(Shelf(), Printer())
    assert not page.leave.isVisible()
    page.open(NOTICE.key)
    with qtbot.waitSignal(page.closed):
        QTest.keyClick(page, Qt.Key.Key_W, Qt.KeyboardModifier.ControlModifier)

    page.shown()

    assert not page.leave.isVisible()


def test_that_one_may_ask_whether_a_paper_is_genuine(qtbot: QtBot, made: Made) -> None:
    page = made(Shelf(), Printer())

    with qtbot.waitSignal(page.genuine_asked):
        page.genuine.click()

    assert page.genuine.toolTip() == "验真… (Ctrl+Shift+Y)"
    assert page.genuine.accessibleDescription() == "快捷键 Ctrl+Shift+Y"


def test_that_both_pages_are_in_sight(qtbot: QtBot, made: Made) -> None:
    page = made(Shelf(), Printer())

    qtbot.waitUntil(lambda: len(page.preview.pages) == 2)
    qtbot.waitUntil(lambda: all(not label.pixmap().isNull() for label in page.preview.pages))


def test_that_one_key_ticks_every_empty_form(qtbot: QtBot, made: Made) -> None:
    page = made(Shelf((LATE, DUE)), Printer())
    keys = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier

    QTest.keyClick(page, Qt.Key.Key_A, keys)
    assert page.printer.print.text() == "打印 2 件"
    QTest.keyClick(page, Qt.Key.Key_A, keys)

    assert page.printer.print.text() == "打印"


def test_that_a_shelf_of_more_forms_than_it_offers_says_so(made: Made) -> None:
    many = tuple(replace(DUE, key=f"h{number}") for number in range(FORMS))

    assert "只列最急的 200 户" in made(Shelf(many), Printer())._nothing.text()
    assert made(Shelf((DUE,)), Printer())._nothing.text() == ""


def test_that_the_choice_of_the_system_is_taken_over(made: Made) -> None:
    page = made(Shelf(), Printer())

    page.printer.choose("Canon-便民服务中心", Sides.TWO)

    assert (page.printer.printer(), page.printer.sides()) == ("Canon-便民服务中心", Sides.TWO)


@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_that_nothing_is_cut(
    qtbot: QtBot, made: Made, lettered: QApplication, scale: float
) -> None:
    style.apply(lettered, Look(scale=scale))
    page = made(Shelf(), Printer())
    qtbot.waitUntil(lambda: len(page.preview.pages) == 2)

    assert cut_texts(page) == []


def test_that_a_village_is_looked_at_with_another_form(qtbot: QtBot, made: Made) -> None:
    page = made(Shelf(), Printer())
    qtbot.waitUntil(lambda: page.range.village.count() == 3)
    assert [page.range.form.itemData(n) for n in range(2)] == ["F01", "F02"]

    page.range.village.set_code("河埠村")
    page.range.form.set_code("F02")
    page.range.large.setChecked(True)

    qtbot.waitUntil(lambda: _keys(page) == [SEALED.key, AGAIN.key, NOTICE.key, "h1/F02//large"])
    chosen = [paper.key for paper in page._presenter.chosen()]
    assert chosen == [SEALED.key, NOTICE.key, DUE.key]  # due today
    assert cut_texts(page) == []


def _keys(page: PrintingPage) -> list[str]:
    return list(page._presenter._papers)


def test_that_all_of_a_village_is_saved_as_one_file_with_the_copies_each_form_asks_for(
    qtbot: QtBot, made: Made, tmp_path: Path
) -> None:
    shelf = Shelf()
    page = made(shelf, Printer())
    qtbot.waitUntil(lambda: page.range.village.count() == 3)
    page.range.village.set_code("河埠村")
    page.range.changed.emit()
    qtbot.waitUntil(lambda: NOTICE.key in _keys(page))
    page.printer.by_form.setChecked(True)
    assert not page.printer.copies.isEnabled()
    file = tmp_path / "河埠村.pdf"

    QTest.keyClick(
        page, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    )
    dialog = page.findChild(QFileDialog)
    assert dialog
    assert dialog.selectedFiles()[0].endswith("河埠村-成批打印.pdf")
    dialog.fileSelected.emit(str(file))
    dialog.reject()

    qtbot.waitUntil(lambda: "已记为打印" in page.banner.text())
    assert shelf.issued == [(SEALED.key, 1, ""), (NOTICE.key, 3, ""), (DUE.key, 3, "")]
    assert file.read_bytes() == page_of("王芳") * 2 + page_of("赵阿毛")


def test_that_a_batch_that_cannot_be_saved_is_written_down_as_such(
    qtbot: QtBot, made: Made, tmp_path: Path
) -> None:
    shelf = Shelf()
    page = made(shelf, Printer())

    page.batch.write(tmp_path / "gone" / "a.pdf")

    qtbot.waitUntil(lambda: "存不到" in page.banner.text())
    assert [key for key, _ in shelf.refused] == [key for key, *_ in shelf.issued]
    qtbot.waitUntil(page.printer.save_all.isEnabled)


def test_that_reprints_in_a_batch_ask_why(qtbot: QtBot, made: Made) -> None:
    shelf = Shelf()
    page = made(shelf, Printer())
    page._choose(AGAIN.key, on=True)

    page.save_all()

    assert page.findChild(QFileDialog) is None
    qtbot.waitUntil(page.printer.reason.hasFocus)
    assert shelf.issued == []
