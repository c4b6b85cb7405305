"""Joining two households and parting them again: once, however often it is asked for."""

from dataclasses import replace
from datetime import date

import pytest
from pytestqt.qtbot import QtBot

from caseworker_app.desktop.household.change_flow import ChangeFlow
from caseworker_app.desktop.household.page import HouseholdPage
from caseworker_app.desktop.household.presenter import HouseholdPresenter
from caseworker_app.desktop.step.case import Case
from caseworker_app.desktop.tasks import Tasks
from caseworker_app.errors import RefusedError
from caseworker_app.model.change import HouseholdChange
from caseworker_app.model.codes import ChangeKind
from caseworker_app.model.visit import Visit
from caseworker_app.workflow.household_change import OtherHome
from tests.desktop.screen import show
from tests.desktop.table import Memory

OTHER = OtherHome("h9", "示低保2020-0031", "赵大海", "小营社区", 2, 156000, "")


@pytest.fixture
def memory() -> Memory:
    return Memory(others=(OTHER,))


@pytest.fixture
def case(memory: Memory) -> Case:
    return memory.case()


@pytest.fixture
def page(qtbot: QtBot, case: Case, tasks: Tasks) -> HouseholdPage:
    page = HouseholdPage(HouseholdPresenter(case), tasks)
    case.watch(page.refresh)
    show(qtbot, page)
    return page


@pytest.fixture
def flow(qtbot: QtBot, page: HouseholdPage) -> ChangeFlow:
    """Return the flow with a household chosen and the day of the merge given."""
    page.flow.begin(ChangeKind.MERGE)
    form = page.flow.form
    assert form is not None
    form.searched.emit("zdh")
    qtbot.waitUntil(lambda: OTHER.id in form.search.lines)
    form.search.chosen.emit(OTHER.id)
    form.day.picked.emit(date(2026, 11, 20))
    return page.flow


def test_that_a_merge_asked_for_twice_is_carried_out_and_taken_back_once(
    qtbot: QtBot, case: Case, memory: Memory, flow: ChangeFlow
) -> None:
    flow.forward()
    flow.forward()
    qtbot.waitUntil(lambda: not flow.is_open)
    assert len(memory.merged) == 1
    (change,) = case.visit.changes or ()
    asked: list[str] = []

    def unmerge(_visit: str, change_id: str) -> Visit:
        asked.append(change_id)
        return memory.begun

    flow._homes = replace(flow._homes, unmerge=unmerge)
    flow.open_change(change.id)
    assert flow.form is not None
    for _ in range(2):
        flow.form.taken_back.emit()
    qtbot.waitUntil(lambda: not flow.is_open)
    assert asked == [change.id]
    assert not case.visit.changes


def test_that_a_merge_that_was_refused_can_be_asked_for_again(
    qtbot: QtBot, case: Case, flow: ChangeFlow
) -> None:
    merge, form = flow._homes.merge, flow.form
    assert form is not None

    def refuse(_visit: str, _change: HouseholdChange) -> Visit:
        raise RefusedError("赵大海户的核查已有人签字，请先撤回签字，再办理并户。")

    flow._homes = replace(flow._homes, merge=refuse)
    with qtbot.waitSignal(flow.failed) as told:
        flow.forward()
        assert not form.isEnabled()
    assert "已有人签字" in told.args[0]
    assert form.isEnabled()
    flow._homes = replace(flow._homes, merge=merge)
    flow.forward()
    qtbot.waitUntil(lambda: not flow.is_open)
    assert case.visit.changes


def test_that_a_merge_done_late_leaves_the_questions_begun_since(
    qtbot: QtBot, case: Case, flow: ChangeFlow
) -> None:
    flow.forward()
    flow.begin(ChangeKind.SERVICE)
    qtbot.waitUntil(lambda: bool(case.visit.changes))
    assert flow.form is not None
    flow.form.who_one._buttons["m2"].click()
    kinds = [change.kind for change in case.visit.changes or ()]
    assert kinds == [ChangeKind.MERGE, ChangeKind.SERVICE]
