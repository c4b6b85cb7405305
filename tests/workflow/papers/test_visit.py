from dataclasses import replace

import pytest

from caseworker_app.documents import form as forms
from caseworker_app.rules.policy.pack import Pack
from caseworker_app.workflow.papers.case import Case
from caseworker_app.workflow.papers.known import ENTRIES, known
from caseworker_app.workflow.papers.visit import AGREES
from tests.workflow.papers.cases import cases


@pytest.fixture
def full(pack: Pack) -> Case:
    return cases(pack)["full"]


def test_that_a_neighbour_without_a_name_gets_a_number(full: Case) -> None:
    found = known(forms.read("F11"), full)

    assert found["informant"] == "邻居1"
    assert found["informant_relation"] == "楼下邻居"
    assert found["informant_said"] == "很少外出，靠养老金和钟点工生活。"
    assert found["informant_agrees"] == ["与申报一致"]


def test_that_another_neighbour_has_a_sheet_too(full: Case) -> None:
    found = known(forms.read("F11"), replace(full, about="2"))

    assert found["informant"] == "王阿姨"
    assert found["informant_agrees"] == ["说不清"]


def test_that_of_somebody_the_visit_does_not_know_nothing_is_said(full: Case) -> None:
    found = known(forms.read("F11"), replace(full, about="stranger"))

    assert not {"informant", "informant_said", "informant_agrees"} & found.keys()


def test_that_without_a_visit_nothing_is_said_of_it(full: Case) -> None:
    silent = replace(full, visit=None)
    names = ("investigator1", "informant", "informant_said", "compared", "visit_summary")

    assert [ENTRIES[name](silent) for name in names] == [None] * 5


def test_that_what_neighbours_may_be_to_the_declaration_is_offered() -> None:
    assert set(AGREES.values()) == set(forms.read("F11").entry("informant_agrees").choices)


def test_that_both_investigators_are_named(full: Case) -> None:
    assert ENTRIES["investigator1"](full) == "陈敏"
    assert ENTRIES["investigator2"](full) == "罗志强"


def test_that_the_three_comparisons_are_counted_by_register_and_state(full: Case) -> None:
    assert ENTRIES["compared"](full) == (
        "比对发现差异3项（户籍1项、车辆1项、房产1项），其中已排除1项、已查实1项、待进一步核实1项。"
    )
    assert ENTRIES["compared"](replace(full, discrepancies=())) == (
        "户籍、车辆、房产三项比对，家庭申报与部门数据一致，无差异。"
    )


def test_that_a_difference_nobody_explained_is_open(full: Case) -> None:
    assert full.visit is not None
    silent = replace(full, visit=replace(full.visit, explanations=()))

    assert str(ENTRIES["compared"](silent)).endswith("其中待说明3项。")


def test_that_differences_are_told_in_short(full: Case) -> None:
    told = ENTRIES["differences"](full)

    assert isinstance(told, list)
    assert told[1] == {
        "kind": "已出售未过户：浙A·8K21Q",
        "declared": "已于2024年5月出售",
        "registered": "小型轿车，所有人沈䶮生，状态正常",
        "conclusion": "已查实，依法不计入",
    }


def test_that_the_summary_says_who_went_whom_they_met_and_what_they_saw(full: Case) -> None:
    told = str(ENTRIES["visit_summary"](full))

    assert told.startswith("2026年11月20日，陈敏（文新街道公共服务办公室）、罗志强")
    assert "韩㛃在场" in told
    assert "实际生活状况：与申报一致。" in told
    assert told.endswith("建议按现行标准重新核定。")
