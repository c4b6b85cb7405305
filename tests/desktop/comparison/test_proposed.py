from dataclasses import replace
from datetime import date

import pytest

from caseworker_app.desktop.comparison.presenter import ComparisonPresenter
from caseworker_app.desktop.comparison.proposed import ProposalRow, rows
from caseworker_app.model.codes import Dataset, Stage
from caseworker_app.model.register import RegisterSlice
from tests.desktop.comparison.bereaved import DEATH, bereaved, lapsed
from tests.desktop.table import DIFFERING, Memory, visit_of


def said(died: date) -> ProposalRow:
    (row,) = rows(Memory().case(bereaved(died=died)))
    return row


def test_that_a_death_is_proposed_in_words_with_proof_and_months() -> None:
    row = said(date(2026, 9, 20))

    assert row.text == "民政 殡葬信息显示，王桂兰已于2026年9月20日去世"
    assert row.advice == "建议自2026年10月起其本人退出救助"
    assert row.proofs == ("民政 殡葬 截至 2026-11-21，1 天前",)
    assert row.changes == (
        "其余成员重新认定，金额以认定为准",
        "请查 2026年10月至11月有没有发过款",
    )
    assert "《社会救助法》第四十七条" in row.articles
    assert (row.id, row.state.text) == (DEATH, "待核实")


@pytest.mark.parametrize(
    ("died", "asked"),
    [
        (date(2026, 11, 20), "去世当月照发，至今没有多发的月份"),
        (date(2026, 10, 2), "请查 2026年11月有没有发过款"),
        (date(2025, 11, 2), "请查 2025年12月至2026年11月有没有发过款"),
    ],
)
def test_that_the_months_to_ask_about_follow_from_the_day(died: date, asked: str) -> None:
    assert said(died).changes[-1] == asked


def test_that_nobody_left_stops_the_whole_household() -> None:
    file = bereaved()
    alone = replace(file.declaration, persons=file.declaration.persons[:1])
    (row,) = rows(Memory().case(replace(file, declaration=alone)))

    assert row.advice == "建议自2026年10月起停发"
    assert row.changes[0] == "本户没有其他成员，全户停发"


def test_that_the_proposal_comes_first_and_its_difference_is_the_current_one() -> None:
    presenter = ComparisonPresenter(Memory().case(bereaved(DIFFERING)))

    assert [row.id for row in presenter.view().proposals] == [DEATH]
    assert presenter.current == DEATH


def test_that_ruling_out_withdraws_it_and_taking_back_proposes_again() -> None:
    case = Memory().case(bereaved())
    presenter = ComparisonPresenter(case)
    presenter.choose(DEATH)

    presenter.answer("alive")
    (gone,) = presenter.view().proposals
    assert (gone.state.text, gone.changes) == ("已撤回", ())
    assert "要改回" in gone.advice

    presenter.reopen()
    (back,) = presenter.view().proposals
    assert (back.state.text, back.advice) == ("待核实", "建议自2026年10月起其本人退出救助")

    presenter.answer("dead")
    assert [row.state.text for row in presenter.view().proposals] == ["已查实"]


def test_that_a_sealed_visit_proposes_nothing() -> None:
    file = bereaved()
    sealed = replace(visit_of(file), stage=Stage.SEALED)

    assert rows(Memory().case(file, sealed)) == ()


def test_that_a_proposal_whose_proof_ran_out_says_so() -> None:
    file = replace(bereaved(), records=RegisterSlice())
    (row,) = rows(Memory().case(file))

    assert row.proofs == ("数据已到期删除",)
    assert row.text == "王桂兰已去世，去世日期不明"
    assert row.changes[-1] == "先查明去世日期，再核对有没有多发"


def test_that_a_job_found_proposes_a_check_and_no_stop() -> None:
    file = bereaved()
    job = replace(file.discrepancies[0], id="SR01:x", code="SR01", record_ids=())
    (row,) = rows(Memory().case(replace(file, discrepancies=(job,))))

    assert row.advice == "建议因“有社保缴费但申报无业”作一次变更核查"
    assert row.changes == ("查清来源和收入后重新认定", "金额以认定为准")


def test_that_data_that_ran_out_confirm_nothing() -> None:
    gone = (Dataset.PERSON, Dataset.VEHICLE, Dataset.ESTATE)
    view = ComparisonPresenter(Memory().case(lapsed(*gone))).view()

    for group, name in zip(view.groups, ("户籍信息", "机动车登记", "不动产登记"), strict=False):
        assert group.agreed == ()
        assert group.lapsed == (
            f"{name}数据已于 2026-10-31 到期删除，本项不能下结论；联网后会重新取得，也可重新导入",
        )
    assert view.summary == "现有数据没有差异，到期删除的数据待重新取得"


def test_that_what_is_still_there_is_confirmed_beside_what_ran_out() -> None:
    view = ComparisonPresenter(Memory().case(lapsed(Dataset.VEHICLE))).view()

    person, vehicle, estate, _ = view.groups
    assert (vehicle.agreed, len(vehicle.lapsed)) == ((), 1)
    assert person.agreed
    assert estate.agreed
    assert person.lapsed == estate.lapsed == ()
