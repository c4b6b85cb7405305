"""A figure far from the visit before asks for one reason; the answer is one key."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from caseworker_app.desktop.checks.page import ChecksPage
from caseworker_app.desktop.checks.presenter import ChecksPresenter, Part
from caseworker_app.desktop.step.case import Case
from caseworker_app.model.visit import ChangeReason
from caseworker_app.wire.units import flatten
from tests.desktop.screen import show
from tests.desktop.table import Memory, dossier, visit_of


@pytest.fixture
def case(memory: Memory) -> Case:
    """Return the case of a household visited before, with spending and a home written down."""
    file = dossier()
    before = visit_of(file)
    before = replace(
        before,
        id="v0",
        day=date(2026, 3, 2),
        expenses=tuple(replace(e, monthly=20000) for e in before.expenses),
        living=replace(before.living, kitchen="own_stove", impression="hard", note="旧的"),
    )
    return memory.case(replace(file, before=before))


@pytest.fixture
def page(qtbot: QtBot, case: Case) -> ChecksPage:
    page = ChecksPage(ChecksPresenter(case))
    case.watch(page.refresh)
    page.resize(860, 620)
    show(qtbot, page)
    page.begin()
    return page


def asked(case: Case) -> list[str]:
    return [m.text for m in case.live.missing if m.code == "change_unexplained"]


def test_that_income_far_below_the_last_visit_asks_for_one_reason(
    qtbot: QtBot, page: ChecksPage, case: Case, memory: Memory
) -> None:
    assert asked(case) == []
    assert not page.income.reason.isVisible()
    case.put({"/incomes/#i1/monthly": 8000})
    assert asked(case) == ["家庭年收入比 2026年3月2日减少 60%（5,520 元 → 2,160 元），请选一个原因"]
    assert page.income.reason.isVisible()
    page.jump("/reasons/#income")
    QTest.keyClick(page.window().focusWidget(), Qt.Key.Key_Space)
    assert case.visit.reasons == (ChangeReason("income", "lost_job", 552000, date(2026, 3, 2)),)
    assert memory.last["/reasons/#income/code"] == "lost_job"
    assert asked(case) == []


def test_that_the_other_way_asks_anew(page: ChecksPage, case: Case) -> None:
    case.put({"/incomes/#i1/monthly": 8000})
    page.income.reason._presenter.give("ill")
    assert asked(case) == []
    case.put({"/incomes/#i1/monthly": 99000})
    assert len(asked(case)) == 1
    case.put({"/incomes/#i1/monthly": 36000})
    assert asked(case) == []


def test_that_a_jump_in_money_leads_to_property(page: ChecksPage, case: Case) -> None:
    case.put({"/property/money": 5000000})
    page.jump("/reasons/#money")
    assert page._presenter.part is Part.PROPERTY
    assert page.assets.reason.isAncestorOf(page.window().focusWidget())


def test_that_unchanged_is_one_key_for_a_part(
    qtbot: QtBot, page: ChecksPage, case: Case, memory: Memory
) -> None:
    page.show_part(Part.SPENDING)
    with qtbot.waitSignal(page.told) as told:
        QTest.keyClick(page, Qt.Key.Key_F6)
    assert told.args == ["支出没有变化，已照申报、档案和上次核查记下。"]
    assert {e.monthly for e in case.visit.expenses} == {20000}
    assert len(memory.saved) == 1
    page.show_part(Part.LIVING)
    QTest.keyClick(page, Qt.Key.Key_F6)
    living = case.visit.living
    assert (living.kitchen, living.impression, living.note) == ("own_stove", "as_declared", "")


def test_that_unchanged_is_one_key_for_all_parts_and_one_step(
    page: ChecksPage, case: Case, memory: Memory
) -> None:
    case.put({"/incomes/#i1/monthly": 1, "/support/#o1/income": 2, "/property/money": 3})
    QTest.keyClick(page.window().focusWidget(), Qt.Key.Key_F6, Qt.KeyboardModifier.ControlModifier)
    assert len(memory.saved) == 2
    assert case.visit.incomes[0].monthly == 36000
    assert case.visit.support[0].income == 960000
    assert case.visit.property.money == 1850000
    assert case.visit.living.impression == "as_declared"
    assert asked(case) == []


def test_that_a_visit_without_reasons_has_the_bytes_it_had(memory: Memory) -> None:
    assert not [path for path in flatten(memory.case().visit) if path.startswith("/reasons")]
