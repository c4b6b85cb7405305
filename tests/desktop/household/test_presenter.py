from dataclasses import replace
from datetime import date

import pytest

from caseworker_app.desktop.household.presenter import HouseholdPresenter, team_fault
from caseworker_app.model.codes import EmploymentStatus, VisitKind
from tests.desktop.table import DAY, LUO, ME, ZHOU, Memory, dossier, visit_of


@pytest.fixture
def presenter(memory: Memory) -> HouseholdPresenter:
    return HouseholdPresenter(memory.case())


def test_that_everybody_is_shown_with_relation_age_and_why_counted(
    presenter: HouseholdPresenter,
) -> None:
    rows = presenter.view().members
    assert [(r.name, r.relation, r.age) for r in rows] == [
        ("王桂兰", "户主", 68),
        ("李建国", "子", 40),
        ("李小宝", "孙子", 9),
    ]
    assert [r.counted for r in rows] == [True, True, True]
    assert rows[1].health == "肢体残疾三级"
    assert rows[2].why == "未成年孙子"


def test_that_present_also_means_met(memory: Memory, presenter: HouseholdPresenter) -> None:
    presenter.present("m1")
    assert memory.last == {"/present": "m1", "/members/#m1/met": True}
    assert presenter.view().members[0].present


def test_that_who_is_not_met_is_no_longer_present(
    memory: Memory, presenter: HouseholdPresenter
) -> None:
    presenter.present("m1")
    presenter.meet("m1", met=False)
    assert memory.last == {"/members/#m1/met": False, "/present": ""}


def test_that_one_key_meets_all_who_count(memory: Memory, presenter: HouseholdPresenter) -> None:
    presenter.exclude("m2", "prison")
    presenter.meet_all()
    assert memory.last == {"/members/#m1/met": True, "/members/#m3/met": True}
    assert presenter.view().counted == "共同生活 2 人，见到 2 人"


def test_that_who_does_not_count_is_shown_with_the_reason(presenter: HouseholdPresenter) -> None:
    presenter.exclude("m2", "prison")
    row = presenter.view().members[1]
    assert (row.counted, row.why) == (False, "服刑")


def test_that_a_death_asks_for_the_day_and_taking_it_back_forgets_it(
    memory: Memory, presenter: HouseholdPresenter
) -> None:
    presenter.exclude("m1", "dead")
    assert presenter.view().members[0].asks_died
    presenter.died("m1", DAY)
    assert presenter.view().members[0].died == DAY
    presenter.exclude("m1", "")
    assert memory.last == {
        "/members/#m1/excluded": "",
        "/members/#m1/died": None,
        "/paid_after_death": [],
    }
    assert presenter.view().members[0].died is None


def test_that_the_reason_for_idleness_is_asked_only_of_who_could_work(
    memory: Memory, presenter: HouseholdPresenter
) -> None:
    presenter.status("m2", EmploymentStatus.IDLE)
    assert presenter.view().members[1].asks_idle
    presenter.idle_exempt("m2", "sole_carer_of_severe")
    presenter.status("m2", EmploymentStatus.EMPLOYED)
    assert memory.last == {"/members/#m2/status": "employed", "/members/#m2/idle_exempt": ""}
    assert not presenter.view().members[1].asks_idle


def test_that_a_colleague_joins_and_leaves_the_team(
    memory: Memory, presenter: HouseholdPresenter
) -> None:
    presenter.accompany("w3", comes=True)
    assert memory.last == {
        "/investigators/#w3/id": "w3",
        "/investigators/#w3/name": "周婷",
        "/investigators/#w3/unit": "小营社区",
        "/investigators/#w3/township": False,
    }
    presenter.accompany("w2", comes=False)
    presenter.accompany("w3", comes=False)
    assert (
        "至少 2 人，现在 1 人（《最低生活保障审核确认办法》第十六条）"
        in presenter.view().team_fault
    )


def test_that_oneself_cannot_leave_the_team(memory: Memory, presenter: HouseholdPresenter) -> None:
    presenter.accompany("w1", comes=False)
    assert memory.saved == []


def test_that_a_team_without_the_township_is_refused() -> None:
    assert "乡镇（街道）工作人员" in team_fault((ZHOU, replace(ZHOU, id="w9")))
    assert team_fault((ME, LUO)) == ""


def test_that_phone_and_address_are_saved_when_left(
    memory: Memory, presenter: HouseholdPresenter
) -> None:
    presenter.phone("13900000000")
    presenter.living_address("小营巷14号")
    assert memory.saved == []
    presenter.commit()
    assert memory.last == {
        "/household/phone": "13900000000",
        "/household/living_address": "小营巷14号",
    }


def test_that_the_kind_of_visit_can_be_changed(
    memory: Memory, presenter: HouseholdPresenter
) -> None:
    presenter.kind(VisitKind.CLUE)
    assert memory.last == {"/kind": "clue"}
    assert presenter.view().kind is VisitKind.CLUE


def test_that_who_was_not_met_is_named(presenter: HouseholdPresenter) -> None:
    presenter.meet("m1", met=True)
    assert "李建国、李小宝" in presenter.view().notes[0]


def test_that_a_near_relative_household_is_said_to_need_the_county(memory: Memory) -> None:
    file = dossier()
    visit = visit_of(file)
    visit = replace(visit, household=replace(visit.household, near_relative=True))
    notes = HouseholdPresenter(memory.case(file, visit)).view().notes
    assert "须由县级民政部门入户" in notes[0]


def test_that_a_wrong_identity_number_is_pointed_out(memory: Memory) -> None:
    file = dossier()
    visit = visit_of(file)
    first = replace(visit.household.members[0], id_number="330199195803120021")
    members = (first, *visit.household.members[1:])
    visit = replace(visit, household=replace(visit.household, members=members))
    row = HouseholdPresenter(memory.case(file, visit)).view().members[0]
    assert "校验位" in row.number_fault


def test_that_somebody_not_on_the_list_can_join(
    memory: Memory, presenter: HouseholdPresenter
) -> None:
    presenter.accompany("w2", comes=False)
    presenter.bring(" 孙慧 ", township=True)
    assert memory.last["/investigators/#new1/name"] == "孙慧"
    assert memory.last["/investigators/#new1/unit"] == "示范街道"
    assert presenter.view().team_fault == ""
    presenter.bring("  ", township=True)
    assert "/investigators/#new2/name" not in memory.everything


def test_that_a_colleague_on_the_list_is_not_written_down_twice(
    memory: Memory, presenter: HouseholdPresenter
) -> None:
    colleague = next(row for row in presenter.view().colleagues if row.id == "w2")
    presenter.accompany("w2", comes=False)

    presenter.bring(colleague.name, township=True)

    assert memory.last["/investigators/#w2/name"] == colleague.name
    assert "/investigators/#new1/name" not in memory.everything


def test_that_what_was_paid_after_death_becomes_months(
    memory: Memory, presenter: HouseholdPresenter
) -> None:
    presenter.exclude("m1", "dead")
    presenter.paid_after("m1", 2)
    assert "/paid_after_death" not in memory.everything
    presenter.died("m1", date(2026, 9, 30))
    presenter.paid_after("m1", 2)
    presenter.commit()
    assert memory.last == {"/paid_after_death": [[2026, 10], [2026, 11]]}
    assert presenter.view().members[0].paid_months == 2
    assert presenter._case.live.determination.overpaid > 0


def test_that_refusals_are_taken(memory: Memory, presenter: HouseholdPresenter) -> None:
    presenter.refused("m2", 3)
    presenter.commit()
    assert memory.everything == {"/members/#m2/refused_jobs": 3}
