"""The notice of differences: what was found, what may prove otherwise, what came of it."""

from dataclasses import replace

import pytest

from caseworker_app.model.values import Json
from caseworker_app.rules.policy.pack import Pack
from caseworker_app.workflow.papers.case import Case
from caseworker_app.workflow.papers.known import ENTRIES
from tests.workflow.papers.cases import cases
from tests.workflow.papers.letters import read


@pytest.fixture(scope="module")
def full(pack: Pack) -> Case:
    return cases(pack)["full"]


def _rows(case: Case, name: str) -> list[dict[str, Json]]:
    rows = ENTRIES[name](case)
    assert isinstance(rows, list)
    return [row for row in rows if isinstance(row, dict)]


def test_that_a_household_is_told_what_differs_and_whose_data_say_so(full: Case) -> None:
    second = _rows(full, "difference_list")[1]

    assert second == {
        "kind": "已出售未过户\n浙A·8K21Q　CL02",
        "declared": "已于2024年5月出售",
        "registered": "小型轿车，所有人沈䶮生，状态正常",
        "source": "杭州市公安局车辆管理所\n截至2026年11月3日",
    }
    assert ENTRIES["batches"](full) == "CL2026110301、FC2026102801、HK2026110101"


def test_that_a_difference_without_a_source_names_its_register(full: Case) -> None:
    bare = replace(full, discrepancies=(replace(full.discrepancies[0], source=None),))

    assert _rows(bare, "difference_list")[0]["source"] == "户籍"
    assert not ENTRIES["batches"](bare)


def test_that_answers_and_conclusions_are_the_visits(full: Case) -> None:
    answers, conclusions = _rows(full, "answers"), _rows(full, "conclusions")

    assert answers[1]["answer"] == "车已卖给邻村王某并交付，因对方原因未过户。"
    assert str(answers[1]["evidence"]).startswith("买卖协议、付款凭证")
    assert conclusions[1]["conclusion"] == "已查实：依法不计入"
    assert "《民法典》第二百二十四条" in str(conclusions[1]["ground"])
    assert (conclusions[2]["conclusion"], conclusions[2]["ground"]) == (
        "待进一步核实：暂未查清",
        "",
    )


def test_that_before_a_visit_there_is_room_instead_of_answers(full: Case) -> None:
    early = replace(full, visit=None, determination=None)

    assert [row["answer"] for row in _rows(early, "answers")] == ["", "", ""]
    assert [row["conclusion"] for row in _rows(early, "conclusions")] == ["", "", ""]
    text = read("F04", early)
    assert "一、" not in text.split("差异事项")[0]
    assert text.count("□部分采纳") == 3


def test_that_the_paper_shows_every_difference_once(full: Case) -> None:
    text = read("F04", full)

    for one in full.discrepancies:
        assert text.count("".join(one.subject.split())) >= 1
        assert text.count(one.registered.replace(" ", "").replace(",", "，")) == 1


def test_that_what_was_believed_is_ticked_and_nothing_is_refused_for_the_office(full: Case) -> None:
    rows = [str(row["adopted"]) for row in _rows(full, "conclusions")]
    assert rows[1] == "√采纳\n□部分采纳\n□不采纳"  # sold, and not counted by law
    assert "√" not in rows[2]  # not cleared up yet
    assert full.visit is not None
    told = [replace(one, conclusion="effect") for one in full.visit.explanations]
    counted = replace(full, visit=replace(full.visit, explanations=tuple(told)))
    silent = replace(
        full,
        visit=replace(
            full.visit, explanations=tuple(replace(one, text="") for one in full.visit.explanations)
        ),
    )

    for case in (counted, silent):
        assert not [row for row in _rows(case, "conclusions") if "√" in str(row["adopted"])]
