from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from caseworker_app.desktop.household.page import HouseholdPage
from caseworker_app.desktop.household.presenter import HouseholdPresenter
from caseworker_app.desktop.step.case import Case
from caseworker_app.model.codes import Category
from caseworker_app.model.household import Disability
from caseworker_app.wire.units import flatten
from tests.desktop.screen import show
from tests.desktop.table import CLEAN, Memory, dossier


@pytest.fixture
def case(memory: Memory) -> Case:
    return memory.case()


@pytest.fixture
def page(qtbot: QtBot, case: Case) -> HouseholdPage:
    page = HouseholdPage(HouseholdPresenter(case))
    case.watch(page.refresh)
    page.resize(860, 700)
    show(qtbot, page)
    return page


def write(page: HouseholdPage, member: str, column: str, text: str) -> None:
    grid = page.condition.grid
    grid.focus(member, column)
    for sign in text:
        QTest.keyClicks(grid.table.editor() or grid.table, sign)
    QTest.keyClick(grid.window().focusWidget(), Qt.Key.Key_Return)


@pytest.mark.parametrize(
    ("column", "typed", "units"),
    [
        ("illness", "ndz", {"/members/#m2/illness": "尿毒症透析"}),
        ("disability", "61", {"/members/#m2/disability": [6, 1]}),
        ("disability", "zlyj", {"/members/#m2/disability": [5, 1]}),
        (
            "certificate",
            "33019919861105001642",
            {"/members/#m2/certificate": "33019919861105001642"},
        ),
        ("adl", "4", {"/members/#m2/adl_failed": 4}),
        ("obligor", "1", {"/members/#m2/no_able_obligor": True}),
        ("study", "bk", {"/members/#m2/study": "bachelor_full_time"}),
    ],
)
def test_that_a_condition_is_typed_and_saved(
    page: HouseholdPage, memory: Memory, column: str, typed: str, units: dict[str, object]
) -> None:
    write(page, "m2", column, typed)
    assert memory.last == units


def test_that_the_condition_decides_at_once(page: HouseholdPage, case: Case) -> None:
    before = case.live.determination
    write(page, "m2", "disability", "61")
    assert case.checked("m2").disability == Disability(6, 1)
    assert case.live.determination != before
    page.condition.alone.click()
    assert case.visit.apply_alone == "adult_jobless_severe"
    write(page, "m2", "illness", "exz")
    assert case.checked("m2").illness == "恶性肿瘤"


def test_that_somebody_alone_without_able_obligors_is_tekun(qtbot: QtBot, memory: Memory) -> None:
    case = memory.case(dossier(CLEAN))
    page = HouseholdPage(HouseholdPresenter(case))
    show(qtbot, page)
    case.put(
        {
            "/members/#m2/excluded": "prison",
            "/members/#m3/excluded": "moved_out",
            "/support/#o1/exempt": "imprisoned",
            "/incomes/#i2/annual": 0,
        }
    )
    assert case.live.determination.category.zh != Category.TEKUN.zh
    write(page, "m1", "obligor", "1")
    assert case.live.determination.category.zh == Category.TEKUN.zh
    able = case.live.determination.monthly
    write(page, "m1", "adl", "4")
    assert case.live.determination.monthly > able


def test_that_a_disability_is_taken_away_and_no_half_of_it_stays(
    page: HouseholdPage, case: Case, memory: Memory
) -> None:
    page.condition.grid.focus("m2", "disability")
    QTest.keyClick(page.condition.grid.table, Qt.Key.Key_Delete)
    assert memory.last == {"/members/#m2/disability": None}
    assert case.checked("m2").disability is None


def test_that_what_is_no_choice_waits_and_blocks_sealing(page: HouseholdPage, case: Case) -> None:
    write(page, "m2", "illness", "flu")
    assert case.checked("m2").illness == ""
    (waiting,) = (m for m in case.live.missing if m.code == "text_not_taken")
    assert "没有“flu”这一项" in waiting.text
    page.condition.grid.table.setFocus()
    page.met_all.setFocus()
    page.jump(waiting.place)
    assert page.condition.grid.table.hasFocus()
    QTest.keyClick(page.condition.grid.table, Qt.Key.Key_Delete)
    assert not [m for m in case.live.missing if m.code == "text_not_taken"]


def test_that_a_visit_without_certificates_has_the_bytes_it_had(memory: Memory) -> None:
    visit = memory.case().visit
    assert not [path for path in flatten(visit) if "certificate" in path]
    with_one = replace(visit, members=(replace(visit.members[0], certificate="33"),))
    assert flatten(with_one)["/members/#m1/certificate"] == "33"


def test_that_what_was_not_taken_is_there_again_and_blocks_until_mended(
    qtbot: QtBot, memory: Memory
) -> None:
    memory.drafts["members/m2/illness"] = "flu"
    case = memory.case()
    (waiting,) = (m for m in case.live.missing if m.code == "text_not_taken")
    assert waiting.place == "/members/#m2/illness"
    page = HouseholdPage(HouseholdPresenter(case))
    show(qtbot, page)
    grid = page.condition.grid
    assert grid.table.cells.text(1, 2) == "flu"
    assert "没有“flu”这一项" in grid.line.text()
    write(page, "m2", "illness", "xyb")
    assert case.checked("m2").illness == "血友病"
    assert case.wrong.texts() == {}
    assert not [m for m in case.live.missing if m.code == "text_not_taken"]
