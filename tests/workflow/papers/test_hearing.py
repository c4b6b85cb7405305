"""Being heard, and going out by degrees."""

from dataclasses import replace
from datetime import date

import pytest

from caseworker_app.documents import form as forms
from caseworker_app.model.codes import Action, IncomeKind
from caseworker_app.model.economy import Income
from caseworker_app.rules.policy.pack import Pack
from caseworker_app.workflow.papers.case import Case
from caseworker_app.workflow.papers.cautions import cautions
from caseworker_app.workflow.papers.known import ENTRIES, known
from tests.workflow.papers.cases import cases
from tests.workflow.papers.letters import read


@pytest.fixture(scope="module")
def full(pack: Pack) -> Case:
    return cases(pack)["full"]


def test_that_the_time_to_be_heard_is_the_places_in_working_days(full: Case) -> None:
    """Five of them from Friday 2026-11-20; across the National Day with its make-up Saturday."""
    assert known(forms.read("F06a"), full)["deadline"] == "2026-11-27"
    across = replace(full, day=date(2026, 9, 29))
    assert ENTRIES["deadline"](across) == "2026-10-12"


def test_that_a_household_is_told_facts_ground_act_and_how_to_be_heard(full: Case) -> None:
    text = read("F06a", full, {"telephone": "0571-8512 0000", "address": "文二西路"})

    for said in (
        "计入家庭成员3人",
        "根据《中华人民共和国社会救助法》",
        "自2026年12月起，每月救助金由1,821元减发至1,000元",
        "请于2026年11月27日前，向我单位当面、电话或者书面陈述意见",
        "可以委托他人代为陈述",
        "联系人：陈敏",
        "联系电话：0571-85120000",
        "杭州市西湖区民政局",
    ):
        assert said in text, said


def test_that_before_the_law_nobody_is_told_of_its_hearing(full: Case) -> None:
    text = read("F06a", replace(full, day=date(2026, 6, 30)))

    assert "社会救助法》第四十八条" not in text
    assert "当面、电话或者书面陈述" in text


def test_that_the_record_names_what_was_proposed_and_is_signed_on_every_page(full: Case) -> None:
    text = read("F06b", full)

    assert "拟作出的决定自2026年12月起，每月救助金由1,821元减发至1,000元" in text
    assert "当事人逐页签名、捺印：" in text


def test_that_what_is_earned_by_work_is_told_and_a_pension_is_not(full: Case) -> None:
    assert ENTRIES["work"](full) == "韩㛃：钟点工，每月1,120.50元"
    assert full.visit is not None
    stall = Income("i9", "m2", IncomeKind.BUSINESS, annual=1200000)
    case = replace(full, visit=replace(full.visit, incomes=(stall,)))
    assert ENTRIES["work"](case) == "韩㛃：经营净收入，每年12,000元"
    assert ENTRIES["work"](replace(full, visit=None)) is None


def test_that_organ_and_remedies_are_proposed_where_the_county_is_known(full: Case) -> None:
    found = known(forms.read("F06"), full)
    assert (found["organ"], found["review_organ"], found["court"]) == (
        "杭州市西湖区民政局",
        "杭州市西湖区人民政府",
        "杭州市西湖区人民法院",
    )
    elsewhere = replace(full, household=replace(full.household, region="239900000000"))
    assert not {"organ", "review_organ", "court"} & known(forms.read("F06"), elsewhere).keys()


def test_that_the_office_is_told_of_a_fall_nobody_was_heard_about(full: Case) -> None:
    form = forms.read("F06")

    (told,) = cautions(form, full, {})
    assert "听取意见情况还没有填写" in told
    assert not cautions(form, full, {"heard": "2026年11月25日当面听取意见。"})
    assert not cautions(form, replace(full, day=date(2026, 6, 30)), {})
    assert full.determination is not None
    for other in (
        replace(full.determination, monthly=full.household.monthly),
        replace(full.determination, action=Action.STOP_DEAD),
    ):
        assert not cautions(form, replace(full, determination=other), {})


def test_that_one_person_does_not_ask_and_write(full: Case) -> None:
    form = forms.read("F06b")

    assert cautions(form, full, {"asker": "陈敏", "recorder": "陈敏"})
    assert not cautions(form, full, {"asker": "陈敏", "recorder": "罗志强"})
    assert not cautions(form, full, {})
