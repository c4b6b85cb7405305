from dataclasses import replace
from datetime import date

import pytest

from caseworker_app.desktop.step.case import Case
from caseworker_app.desktop.step.places import Step
from caseworker_app.desktop.visit.presenter import VisitPresenter
from caseworker_app.model.codes import Stage
from tests.desktop.table import CLEAN, Memory, dossier, visit_of


@pytest.fixture
def case() -> Case:
    return Memory().case()


@pytest.fixture
def presenter(case: Case) -> VisitPresenter:
    return VisitPresenter(case)


def test_that_the_steps_say_what_they_miss(presenter: VisitPresenter) -> None:
    steps = {view.step: view for view in presenter.view().steps}
    assert steps[Step.HOUSEHOLD].note == "1 处待补"
    assert steps[Step.COMPARISON].note == "3 处待补"
    assert steps[Step.DELIVERY].locked
    assert not steps[Step.DETERMINATION].done


def test_that_the_walk_ends_before_delivery_until_sealed(presenter: VisitPresenter) -> None:
    while presenter.forward():
        pass
    assert presenter.current is Step.SIGNING
    assert not presenter.forward()
    walked = [presenter.view().current]
    while presenter.back():
        walked.append(presenter.view().current)
    assert walked == list(reversed(Step))[1:]


def test_that_a_sealed_visit_opens_at_its_paper_and_goes_on_to_delivery() -> None:
    file = dossier()
    sealed = replace(visit_of(file), stage=Stage.SEALED)
    presenter = VisitPresenter(Memory().case(file, sealed))
    assert presenter.current is Step.SIGNING
    assert presenter.view().saved == "已封存"
    assert presenter.forward()
    assert presenter.view().next == "回到清单"


def test_that_going_saves_what_was_typed(case: Case, presenter: VisitPresenter) -> None:
    case.type({"/household/phone": "1"})
    presenter.go(Step.CHECKS)
    assert not case.has_unsaved


def test_that_a_missing_unit_leads_to_its_step(presenter: VisitPresenter) -> None:
    presenter.jump("/living/impression")
    assert presenter.current is Step.CHECKS


def test_that_the_state_of_saving_is_always_told(case: Case, presenter: VisitPresenter) -> None:
    assert presenter.view().saved == "随填随存"
    case.type({"/opinion": "甲"})
    assert presenter.view().saved == "正在保存…"
    case.commit()
    presenter.saving()
    assert presenter.view().saved == "正在保存…"
    presenter.saved()
    assert presenter.view().saved == "已保存 10:32"


def test_that_a_failed_save_is_told_and_kept(case: Case, presenter: VisitPresenter) -> None:
    presenter.saving()
    presenter.not_saved({"/opinion": "甲"}, "磁盘已满，请腾出空间。")
    view = presenter.view()
    assert (view.saved, view.saving_failed) == ("未保存", "磁盘已满，请腾出空间。")
    assert case.has_unsaved


def test_that_the_card_at_the_side_shows_figures_against_the_line(
    case: Case, presenter: VisitPresenter
) -> None:
    side = presenter.view().side
    assert side.per_capita == case.live.determination.per_capita
    assert side.standard == 130100
    assert [member.name for member in side.members] == ["王桂兰", "李建国", "李小宝"]
    case.type({"/incomes/#i1/monthly": 99_000_00})
    assert presenter.view().side.reading.startswith("高于标准")


def test_that_exactly_at_the_standard_is_said_not_to_be_below(
    case: Case, presenter: VisitPresenter
) -> None:
    answer = replace(case.live.determination, per_capita=130100)
    case.live = replace(case.live, determination=answer)
    assert presenter.view().side.reading == "正好等于标准，不低于标准"


def test_that_the_hint_names_the_first_thing_missing_and_its_place() -> None:
    presenter = VisitPresenter(Memory().case(dossier(CLEAN)))
    view = presenter.view()
    assert view.hint == "尚未选定在场并签字的家庭成员"
    assert view.hint_place == "/present"
    presenter.go(Step.COMPARISON)
    assert presenter.view().hint == ""


def test_that_the_time_limits_are_counted_down_until_the_visit_is_sealed() -> None:
    file = dossier(CLEAN)
    visit = visit_of(file)
    filed = replace(visit.household, due=date(2026, 12, 1), last_check=date(2025, 12, 1))
    visit = replace(visit, household=filed)
    view = VisitPresenter(Memory().case(file, visit)).view()
    assert [chip.text for chip in view.running] == ["定期复核 还剩7个工作日"]
    assert view.brief.endswith(" · 定期复核 还剩7个工作日")
    sealed = replace(visit, stage=Stage.SEALED)
    assert VisitPresenter(Memory().case(file, sealed)).view().running == ()
