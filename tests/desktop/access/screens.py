"""Every screen and dialog of the desktop, each brought in sight and named.

A walk is a generator: what it yields is in sight at that moment, with what stands on it.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

from PySide6.QtWidgets import QWidget

from caseworker_app.desktop.checks.page import ChecksPage
from caseworker_app.desktop.checks.presenter import Part as Check
from caseworker_app.desktop.comparison.page import ComparisonPage
from caseworker_app.desktop.delivery.page import DeliveryPage
from caseworker_app.desktop.determination.page import DeterminationPage
from caseworker_app.desktop.evidence.recording import RecordingDialog
from caseworker_app.desktop.evidence.sheet import Sheet
from caseworker_app.desktop.help import presenter as helping
from caseworker_app.desktop.help.page import HelpWindow
from caseworker_app.desktop.household.page import HouseholdPage
from caseworker_app.desktop.lists.page import ListsPage
from caseworker_app.desktop.lists.presenter import Part
from caseworker_app.desktop.papers.desk import PRINTING
from caseworker_app.desktop.practice.band import Band, under_band
from caseworker_app.desktop.printing.page import PrintingPage
from caseworker_app.desktop.returns.sheet import ReturnsSheet
from caseworker_app.desktop.rounds import LIST, TODAY
from caseworker_app.desktop.settings.licence_dialog import LicenceDialog
from caseworker_app.desktop.settings.page import SettingsPage
from caseworker_app.desktop.signing.page import SigningPage
from caseworker_app.desktop.signing.presenter import MEMBER
from caseworker_app.desktop.step.places import Step
from caseworker_app.desktop.today.page import TodayPage
from caseworker_app.desktop.tour.page import TourPage
from caseworker_app.desktop.unlock.first_run import FirstRunPage
from caseworker_app.desktop.unlock.page import UnlockPage
from caseworker_app.desktop.widgets.banner import News
from caseworker_app.desktop.widgets.dialogs import QuestionDialog, tell
from caseworker_app.desktop.widgets.filter_chip import FilterPopup
from caseworker_app.desktop.workbench import LISTS
from caseworker_app.desktop.worklist.page import WorklistPage
from caseworker_app.errors import UserError
from caseworker_app.intake.photo import draw_sketch
from caseworker_app.model.codes import ChangeKind, Stage
from caseworker_app.workflow.household_change import OtherHome
from tests.desktop.access.delivery_screens import delivery
from tests.desktop.access.desk import FILE, Desk
from tests.desktop.access.paper_screens import papers
from tests.desktop.signing.test_page import draw
from tests.desktop.table import CLEAN, dossier, visit_of
from tests.desktop.unlock.test_page import Door

Seen = Iterator[tuple[str, QWidget]]
Walk = Callable[[Desk], Seen]
OTHER = OtherHome("h9", "示低保2020-0031", "赵大海", "小营社区", 2, 156000, "")


def day(desk: Desk) -> Seen:
    page = desk.go(TODAY, TodayPage)
    yield "today", desk.frame
    page._fail(UserError("清单没有读出来，请再试一次。"))
    yield "today/failed", desk.frame
    if page.more.isVisible():
        page.shown()
        desk.settle()
        page.more.click()
        yield "today/notes", desk.frame


def listing(desk: Desk) -> Seen:
    page = desk.go(LIST, WorklistPage)
    desk.qtbot.wait(200)
    desk.settle()
    yield "worklist", desk.frame
    facet, chip = next(iter(page.filters.chips.items()))
    chip.click()
    desk.settle()
    popup = desk.dialog(FilterPopup)
    yield "worklist/filter", popup
    popup.lines.item(0).setCheckState(popup.lines.item(1).checkState().Checked)
    popup.close()
    desk.settle()
    assert facet in page._wanted.chosen
    yield "worklist/narrowed", desk.frame
    page.filters.keep.click()
    question = desk.dialog(QuestionDialog)
    yield "worklist/keep", question
    question.reject()
    page.filters.clear.click()
    page.search_box.setText("没有这个人")
    desk.qtbot.wait(150)
    desk.settle()
    yield "worklist/nothing", desk.frame
    page.search_box.clear()


def departments(desk: Desk) -> Seen:
    page = desk.go(LISTS, ListsPage)
    wizard = page.wizard
    yield "lists", desk.frame
    wizard.open(desk.lists.file.found.path)
    desk.settle()
    yield "lists/file", desk.frame
    wizard.forward()
    yield "lists/columns", desk.frame
    wizard.columns.assigned.emit("牌子", "号牌号码")
    desk.lists.go_on.clear()
    wizard.forward()
    desk.qtbot.waitUntil(wizard.trial.running.isVisible)
    yield "lists/running", desk.frame
    desk.lists.go_on.set()
    desk.settle()
    yield "lists/trial", desk.frame
    wizard.forward()
    desk.settle()
    yield "lists/result", desk.frame
    page.go(Part.CLAIMS)
    desk.settle()
    yield "lists/claims", desk.frame
    page.claims.decide(1)
    desk.settle()
    yield "lists/claimed", desk.frame
    page.go(Part.HISTORY)
    desk.settle()
    yield "lists/history", desk.frame


def printing(desk: Desk) -> Seen:
    page = desk.go(PRINTING, PrintingPage)
    yield "printing", desk.frame
    page.range.village.set_code("河埠村")
    page.range.large.setChecked(True)
    desk.settle()
    yield "printing/village", desk.frame
    if page.look.isVisible():
        page.look.click()
        desk.settle()
        yield "printing/looking", desk.frame
    page.scans.click()
    sheet = desk.dialog(ReturnsSheet)
    yield "printing/returns", sheet
    sheet.take([Path("扫描0001.pdf")])
    desk.settle()
    yield "printing/returned", sheet
    sheet.reject()
    (desk.folder / "旧.pdf").write_bytes(b"text")
    desk.window.papers_brought.emit([desk.folder / "旧.pdf"])
    told = desk.dialog(QuestionDialog)
    yield "printing/genuine", told
    told.reject()


def settings(desk: Desk) -> Seen:
    page = desk.go("settings", SettingsPage)
    yield "settings", desk.frame
    page._read_licences()
    licences = desk.dialog(LicenceDialog)
    yield "settings/licences", licences
    licences.reject()
    desk.kept.seconds = 18
    page.show_trial(18)
    yield "settings/trial", desk.frame
    page.show_trial(0)


def household(desk: Desk) -> Seen:
    visit = desk.visit()
    page = desk.step(visit, Step.HOUSEHOLD, HouseholdPage)
    yield "household", desk.frame
    visit.banner.say(News.ERROR, "磁盘已满，刚才填的没有存下。", "再存一次", "F5")
    yield "household/not_saved", desk.frame
    visit.banner.hide()
    page.flow.open()
    desk.settle()
    yield "household/change", desk.frame
    assert page.flow.start
    page.flow.start.hint_picked.emit(0)
    desk.settle()
    page.flow.close()
    desk.settle()
    yield "household/changed", desk.frame
    for kind in ChangeKind:
        page = desk.step(desk.visit(), Step.HOUSEHOLD, HouseholdPage)
        page.flow.open()
        page.flow.begin(kind)
        desk.settle()
        form = page.flow.form
        assert form
        if kind is ChangeKind.HEAD:
            form.head.picked.emit("m2")
        elif kind is ChangeKind.MERGE:
            desk.memory.others = (OTHER,)
            form.search.asked.emit("zdh")
        desk.settle()
        yield f"household/change/{kind.value}", desk.frame


def comparison(desk: Desk) -> Seen:
    visit = desk.visit()
    page = desk.step(visit, Step.COMPARISON, ComparisonPage)
    yield "comparison", desk.frame
    page.open("CL01:r-car")
    desk.settle()
    yield "comparison/difference", desk.frame
    file = desk.folder / "car.jpg"
    file.write_bytes(draw_sketch("车", 4))
    visit.evidence.desk._taker.files([file], "CL01:r-car")
    desk.settle()
    yield "comparison/photo", desk.frame
    page.close_detail()
    page.open_found()
    assert page.editor
    page.editor.value_typed.emit("浙A8Y8")
    desk.settle()
    yield "comparison/found", desk.frame
    page.keep_found()
    desk.settle()
    yield "comparison/found_kept", desk.frame


def checks(desk: Desk) -> Seen:
    before = replace(visit_of(FILE), id="v0", day=date(2026, 3, 2))
    visit = desk.visit(replace(FILE, before=before))
    page = desk.step(visit, Step.CHECKS, ChecksPage)
    visit.case.put({"/incomes/#i1/monthly": 8000})
    page.living.neighbours.add_button.click()
    for part in Check:
        page.show_part(part)
        desk.settle()
        yield f"checks/{part.value}", desk.frame
    page.show_part(Check.INCOME)
    page.income.add_button.click()
    edit = page.income.grid.table.editor() or page.income.grid.table.begin()
    assert edit
    edit.open_offers()
    desk.settle()
    yield "checks/typing", desk.frame
    page.income.grid.table.finish()


def determination(desk: Desk) -> Seen:
    visit = desk.visit()
    page = desk.step(visit, Step.DETERMINATION, DeterminationPage)
    desk.qtbot.wait(150)
    yield "determination", desk.frame
    sealed = replace(visit.case.visit, stage=Stage.SEALED)
    visit = desk.visit(visit=sealed)
    page = desk.step(visit, Step.DETERMINATION, DeterminationPage)
    page.again.ask()
    desk.settle()
    yield "determination/again", desk.frame


def signing(desk: Desk) -> Seen:
    visit = desk.visit()
    desk.step(visit, Step.SIGNING, SigningPage)
    yield "signing/not_ready", desk.frame
    visit = desk.visit(dossier(CLEAN))
    visit.case.put({"/present": "m1", "/living/impression": "as_declared"})
    page = desk.step(visit, Step.SIGNING, SigningPage)
    yield "signing", desk.frame
    draw(desk.qtbot, page, MEMBER)
    page.cards[MEMBER].confirm.click()
    desk.settle()
    yield "signing/signed", desk.frame
    file = desk.folder / "print.jpg"
    file.write_bytes(draw_sketch("捺印", 1))
    desk.memory.begun = visit.case.visit
    page.press(MEMBER, [file])
    desk.settle()
    page.unsigned.typed.emit("不认同认定的金额")
    desk.settle()
    yield "signing/refused", desk.frame
    page.seal()
    question = desk.dialog(QuestionDialog)
    yield "signing/seal", question
    question.reject()
    page.unpress(MEMBER)
    question = desk.dialog(QuestionDialog)
    yield "signing/unpress", question
    question.reject()
    sealed = replace(visit.case.visit, stage=Stage.SEALED)
    visit = desk.visit(dossier(CLEAN), sealed)
    desk.step(visit, Step.SIGNING, SigningPage)
    yield "signing/sealed", desk.frame
    desk.step(visit, Step.DELIVERY, DeliveryPage)
    yield "visit/delivery", desk.frame


def evidence(desk: Desk) -> Seen:
    visit = desk.visit()
    folder = desk.folder / "phone"
    folder.mkdir(exist_ok=True)
    desk.step(visit, Step.HOUSEHOLD, HouseholdPage)
    visit.evidence.click()
    sheet = desk.dialog(Sheet)
    yield "evidence", sheet
    file = desk.folder / "a.jpg"
    file.write_bytes(draw_sketch("厨房", 2))
    sheet.taker.files([file], "/living/kitchen")
    desk.settle()
    yield "evidence/chosen", sheet
    sheet._open_tile(visit.case.visit.attachments[-1].id)
    desk.settle()
    yield "evidence/large", sheet
    sheet.withdraw()
    question = desk.dialog(QuestionDialog)
    yield "evidence/withdraw", question
    question.reject()
    sheet._leave()
    sheet.ask_recording()
    recording = desk.dialog(RecordingDialog)
    yield "evidence/recording", recording
    recording.reject()
    (folder / "b.jpg").write_bytes(draw_sketch("灶台", 3))
    sheet._means.phone.set_folder(str(folder))
    desk.settle()
    sheet._means.phone.look()
    desk.settle()
    yield "evidence/phone", sheet
    sheet.hide()


def around(desk: Desk) -> Seen:
    desk.go(TODAY, TodayPage)
    tour = TourPage(desk.window, desk.bench.part)
    desk.settle()
    yield "tour", tour
    tour.move_on(2)
    desk.settle()
    yield "tour/2", tour
    tour.end()
    told = tell(desk.frame, "没有完成", "中心没有回答。网络恢复后请再试一次，填好的内容都在本机。")
    desk.settle()
    yield "dialog/tell", told
    told.reject()
    window = HelpWindow(desk.frame)
    for name in helping.topics():
        window.open(name)
        desk.settle()
        yield f"help/{name}", window
    window.search_box.setText("签字")
    desk.settle()
    yield "help/found", window
    window.close()


def outside(desk: Desk) -> Seen:
    """The pages before the desk, and the band of practice; the desk is gone afterwards."""
    door = UnlockPage(desk.tasks, Door(3).actions(), "这是演示：云溪镇的人员均为虚构。")
    door.practise.show()
    desk.show(_taken(desk))
    desk.show(door)
    door.shown()
    desk.settle()
    yield "door", desk.frame
    door.passphrase.setText("错的口令")
    door._try()
    desk.settle()
    yield "door/refused", desk.frame
    door._offer_delivery("口令")
    desk.settle()
    yield "door/over", desk.frame
    first = FirstRunPage(desk.tasks, Door().actions())
    first.practise.show()
    desk.show(first)
    first.shown()
    desk.settle()
    yield "first_run", desk.frame
    first._create()
    first.way.set_code("alone")
    first._show_way("alone")
    desk.settle()
    yield "first_run/alone", desk.frame
    desk.show(under_band(Band(), desk.window))
    desk.go(TODAY, TodayPage)
    yield "practice", desk.frame


WALKS: tuple[Walk, ...] = (
    day, listing, departments, printing, settings, delivery,
    household, comparison, checks, determination, signing, evidence, papers, around, outside,
)  # fmt: skip


def every(desk: Desk) -> Seen:
    """Walk through everything."""
    for walk in WALKS:
        yield from walk(desk)


def _taken(desk: Desk) -> QWidget:
    """Take the window out of the frame, so that the frame does not destroy it."""
    taken = desk.frame.takeCentralWidget()
    assert taken is desk.window
    return QWidget()
