from dataclasses import replace
from datetime import date

import pytest

from caseworker_app.documents import form as forms
from caseworker_app.model.codes import Action, Category
from caseworker_app.model.determination import Reason
from caseworker_app.model.values import Json
from caseworker_app.model.visit import ChangeReason
from caseworker_app.rules.policy.pack import Pack
from caseworker_app.workflow.papers.case import Case
from caseworker_app.workflow.papers.known import ENTRIES, known
from tests.workflow.papers.cases import cases


@pytest.fixture
def plain(pack: Pack) -> Case:
    return cases(pack)["plain"]


@pytest.fixture
def full(pack: Pack) -> Case:
    return cases(pack)["full"]


def _rows(value: Json) -> list[dict[str, Json]]:
    assert isinstance(value, list)
    return [row for row in value if isinstance(row, dict)]


def test_that_the_calculation_stands_line_by_line_as_it_was_explained(plain: Case) -> None:
    steps = _rows(ENTRIES["steps"](plain))

    assert [row["number"] for row in steps] == ["1", "1.1", "1.2", "2", "3", "4", "5"]
    assert steps[0]["article"] == "《最低生活保障审核确认办法》第十三条"
    assert steps[3] == {
        "number": "2",
        "step": "月人均收入",
        "formula": "9,960 ÷ 12 ÷ 3",
        "result": "276.67元",
        "article": "同上",
    }


def test_that_ids_and_codes_of_the_calculation_are_named(plain: Case) -> None:
    assert plain.determination is not None
    reason = Reason("认定结论", "低保", parts=(Reason("m2 推算收入", "0元", "2026-11 起"),))
    case = replace(plain, determination=replace(plain.determination, reason=reason))

    (row,) = _rows(ENTRIES["steps"](case))
    assert row["step"] == "韩㛃 推算收入"
    assert row["formula"] == "2026年11月 起"


def test_that_lines_below_the_second_level_are_left_to_the_visit_form(plain: Case) -> None:
    assert plain.determination is not None
    deep = Reason("一", "1", parts=(Reason("二", "2", parts=(Reason("三", "3"),)),))
    case = replace(
        plain,
        determination=replace(plain.determination, reason=Reason("结论", "低保", parts=(deep,))),
    )
    assert [row["number"] for row in _rows(ENTRIES["steps"](case))] == ["1", "1.1"]


def test_that_the_standards_of_the_pack_stand_with_their_source(plain: Case) -> None:
    assert plain.determination is not None
    standard = Reason("低保标准", "1,301元", source="standards.dibao", basis="2025年1月23日起")
    rate = Reason("就业成本", "30%", source="income.employment_cost_rate", basis="同日起")
    reason = Reason("认定结论", "低保", parts=(standard, rate))
    case = replace(plain, determination=replace(plain.determination, reason=reason))

    assert ENTRIES["standards"](case) == [
        {"parameter": "低保标准", "value": "1,301元", "basis": "2025年1月23日起"}
    ]
    assert ENTRIES["steps"](case) == []


def test_that_the_version_of_the_rules_is_the_one_that_decided(plain: Case) -> None:
    rules = str(ENTRIES["rules"](plain))

    assert plain.determination is not None
    assert plain.determination.pack_id in rules
    assert plain.determination.pack_hash.removeprefix("sha256:")[:12] in rules
    assert plain.pack.hash.removeprefix("sha256:")[:12] not in rules


def test_that_only_a_household_that_loses_is_heard_and_never_the_dead(
    plain: Case, full: Case
) -> None:
    assert ENTRIES["must_hear"](plain) is None
    assert ENTRIES["must_hear"](full) == "是"
    assert full.determination is not None
    dead = replace(full, determination=replace(full.determination, action=Action.STOP_DEAD))
    assert ENTRIES["must_hear"](dead) is None
    assert ENTRIES["must_hear"](replace(full, day=date(2026, 6, 30))) is None


def test_that_before_and_after_are_filed_and_determined(full: Case) -> None:
    found = known(forms.read("F05"), full)

    assert (found["category"], found["category_after"]) == ("低保", "低保")
    assert (found["receiving"], found["people"]) == (3, 3)
    assert (found["monthly_before"], found["monthly"]) == (182100, 100000)
    assert found["income_monthly"] == 83000
    assert found["per_capita"] == 27667
    assert found["overpaid"] == 36000
    assert not {"income_before", "per_capita_before", "top_up_before"} & found.keys()


def test_that_a_household_that_does_not_fit_is_told_so(plain: Case) -> None:
    assert plain.determination is not None
    out = replace(plain, determination=replace(plain.determination, category=Category.NONE))

    assert ENTRIES["category_after"](out) == "不符合救助条件"


def test_that_why_figures_moved_is_told_as_the_visit_says(plain: Case) -> None:
    assert plain.visit is not None
    reason = ChangeReason("money", "job_lost", 1200000, date(2026, 3, 2))
    case = replace(plain, visit=replace(plain.visit, reasons=(reason,)))

    assert ENTRIES["moved"](plain) is None
    assert str(ENTRIES["moved"](case)).startswith(
        "货币财产由2026年3月2日的12,000元变为3,200元，原因："
    )


def test_that_nothing_is_said_where_nothing_was_determined(plain: Case) -> None:
    waiting = replace(plain, determination=None)
    names = ("steps", "standards", "rules", "grounds", "must_hear", "situation", "per_capita")

    assert [ENTRIES[name](waiting) for name in names] == [None] * 7


def test_that_the_situation_carries_the_figures_of_the_determination(plain: Case) -> None:
    told = str(ENTRIES["situation"](plain))

    for figure in ("1,821元", "3人", "9,960元", "276.67元", "1,301元", "认定结论：低保"):
        assert figure in told


def test_that_the_figures_before_are_those_of_the_determination_before(full: Case) -> None:
    decided = full.determination
    assert decided is not None
    before = replace(decided, income_annual=1200000, per_capita=33333, top_up=5000)
    found = known(forms.read("F05"), replace(full, before=before))

    assert (found["income_before"], found["per_capita_before"]) == (100000, 33333)
    assert (found["top_up_before"], found["top_up"]) == (5000, decided.top_up)
