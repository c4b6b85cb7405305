from dataclasses import replace

import pytest

from caseworker_app.desktop.theme.tokens import Tone
from caseworker_app.desktop.worklist import presenter
from caseworker_app.desktop.worklist.nothing import nothing as nothing_for
from caseworker_app.desktop.worklist.presenter import STAGES, Facet, View, Wanted
from caseworker_app.model.codes import DiscrepancyState, Level, Register, Stage
from caseworker_app.model.discrepancy import Discrepancy
from caseworker_app.model.source import Source
from caseworker_app.workflow.worklist import Proposed
from tests.desktop.worklist.rows import TODAY, Memory, row, running


def test_that_the_views_of_progress_hold_every_stage_once() -> None:
    gathered = [stage for stages in STAGES.values() for stage in stages]

    assert sorted(gathered) == sorted(Stage)


def test_that_there_is_a_cell_for_each_column() -> None:
    cells = presenter.cells(row(1), running(row(1), TODAY))

    assert len(cells) == len(presenter.COLUMNS)
    assert [cell.text for cell in cells[:5]] == [
        "欧阳淑芬",
        "刚性支出困难家庭",
        "石桥街道华丰社区",
        "2 人",
        "633.70 元",
    ]
    assert [chip.text for cell in cells for chip in cell.chips] == [
        "比对中",
        "2",
        "12",
        "已逾期3个工作日",
    ]


def test_that_a_household_without_differences_says_so_in_a_word() -> None:
    assert presenter.cells(row(2), None)[7].name == "无"


def test_that_a_sealed_visit_is_no_longer_counted_down() -> None:
    late = replace(row(0), stage=Stage.RECEIVED)

    assert presenter.due(late, running(late, TODAY)).text == "2026-11-16"
    assert presenter.due(late, running(late, TODAY)).tone is Tone.GREY
    assert presenter.due(replace(late, due=None), None).text == "未定"


def test_that_headline_and_views_say_the_same_numbers() -> None:
    counts = Memory().counts()

    assert presenter.headline(counts) == "共 60 户 · 逾期 5 户 · 一周内到期 6 户"
    assert presenter.view_word(View.OVERDUE, counts) == "已逾期 5"


def test_that_a_view_without_households_is_not_offered() -> None:
    counts = dict.fromkeys(View, 0) | {View.LOCAL: 3}

    assert presenter.offered(counts) == (View.ALL, View.LOCAL)


@pytest.mark.parametrize(
    ("stage", "word"),
    [
        (Stage.ASSIGNED, "开始入户"),
        (Stage.VISITING, "继续入户"),
        (Stage.RETURNED, "按意见补正"),
        (Stage.SEALED, "查看记录"),
        (Stage.RECEIVED, "查看记录"),
    ],
)
def test_that_the_button_says_what_enter_does(stage: Stage, word: str) -> None:
    assert presenter.household(replace(row(0), stage=stage), None).start == word


def test_that_the_card_never_shows_a_whole_id_number() -> None:
    face = presenter.household(row(1), None)

    assert dict(face.facts)["户主身份证尾号"] == "0037"
    assert [chip.text for chip in face.differences] == ["红 2", "黄 12"]


@pytest.mark.parametrize(
    ("wanted", "title", "action"),
    [
        (Wanted("赵"), "没有找到", "清除搜索"),
        (Wanted(view=View.OVERDUE), "没有“已逾期”的户", "查看全部"),
        (Wanted(), "清单是空的", ""),
    ],
)
def test_that_nothing_found_says_why_and_the_way_out(
    wanted: Wanted, title: str, action: str
) -> None:
    nothing = nothing_for(wanted)

    assert (nothing.title, nothing.action) == (title, action)


def proposed(code: str, state: DiscrepancyState = DiscrepancyState.OPEN) -> Proposed:
    source = Source("民政 殡葬", TODAY, "B1", TODAY)
    said = "2026-11-20 死亡"
    found = Discrepancy(
        f"{code}:x", code, Register.PERSON, Level.RED, "王桂兰", "王桂兰", said, source=source
    )
    return Proposed(found, state)


@pytest.mark.parametrize(
    ("codes", "members", "word"),
    [
        ((), 1, ""),
        (("CL09",), 1, "核查"),
        (("CL09", "HJ01"), 1, "停发"),
        (("HJ01",), 3, "减员"),
    ],
)
def test_that_the_mark_says_what_is_proposed(
    codes: tuple[str, ...], members: int, word: str
) -> None:
    marked = replace(row(0), members=members, proposed=tuple(map(proposed, codes)))

    assert "".join(chip.text for chip in presenter.mark(marked)) == word
    assert len(presenter.told(marked)) == len(codes)


def test_that_the_card_tells_the_proposal_and_where_it_stands() -> None:
    dead = replace(row(0), members=1, proposed=(proposed("HJ01"),))
    known = replace(dead, proposed=(proposed("HJ01", DiscrepancyState.CONFIRMED),))

    assert presenter.household(dead, None).proposed == (
        "民政 殡葬信息显示，王桂兰：2026-11-20 死亡。建议停发，待核实。"
    )
    assert presenter.household(known, None).proposed.endswith("建议停发，已查实。")
    assert presenter.household(row(0), None).proposed == ""


def test_that_the_headline_counts_proposals_only_where_there_are_any() -> None:
    counts = dict.fromkeys(View, 0) | {View.ALL: 9, View.PROPOSED: 2}

    assert presenter.headline(counts).startswith("共 9 户 · 有提示 2 户 · 逾期")
    assert presenter.offered(counts) == (View.ALL, View.PROPOSED)


def test_that_a_view_survives_saving_and_forgets_what_it_does_not_know() -> None:
    wanted = Wanted("王", View.SOON, {Facet.LEVEL: frozenset({"S1", "S2"})})

    assert presenter.from_json(dict(presenter.to_json(wanted))) == wanted
    assert presenter.from_json({"view": "NEWER", "chosen": {"MOON": ["x"]}}) == Wanted()
    assert presenter.from_json(None) == Wanted()


def test_that_a_chip_names_two_choices_and_counts_more() -> None:
    def said(*codes: str) -> str:
        return presenter.chip_word(Facet.LEVEL, Wanted().choosing(Facet.LEVEL, codes))

    assert said() == "差异"
    assert said("S1", "S2") == "差异：红、橙"
    assert said("S1", "S2", "S3") == "差异 3 项"


def test_that_an_earlier_visit_that_left_the_laptop_says_where_it_is() -> None:
    (seen,) = Memory().past("h7")

    assert presenter.past_word(replace(seen, is_cleared=True)) == "2026-01-26 已清出，办公室有备份"
