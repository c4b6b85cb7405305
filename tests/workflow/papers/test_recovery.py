"""The order to return: its months and sums are the determination's, its words follow the fault."""

from dataclasses import replace
from datetime import date

import pytest

from caseworker_app.documents import form as forms, words
from caseworker_app.errors import UserError
from caseworker_app.model.codes import Action, Fault
from caseworker_app.model.values import Json, Month
from caseworker_app.rules.determination import determine
from caseworker_app.rules.policy.pack import Pack
from caseworker_app.rules.status import economic_status
from caseworker_app.workflow.papers.case import Case
from caseworker_app.workflow.papers.cautions import cautions
from caseworker_app.workflow.papers.known import known
from tests.workflow.papers.cases import cases
from tests.workflow.papers.letters import read

F07 = forms.read("F07")
MONTHS: list[Json] = [
    {"month": "2026-10", "due": 100000, "paid": 150050},
    {"month": "2026-09", "due": 100000, "paid": 182100},
]
WRITTEN: dict[str, Json] = {
    "fault": ["骗取"],
    "cause": "隐瞒成员就业。",
    "overpaid_months": MONTHS,
    "pay_by": "2026-12-31",
}


@pytest.fixture(scope="module")
def plain(pack: Pack) -> Case:
    return cases(pack)["plain"]


@pytest.fixture(scope="module")
def bereaved(plain: Case) -> Case:
    """Return the household after the wife died and three months were paid as before."""
    assert plain.visit is not None
    gone = tuple(
        replace(m, excluded="dead", died=date(2026, 7, 15)) if m.id == "m2" else m
        for m in plain.visit.members
    )
    paid = tuple(Month(2026, month) for month in (7, 8, 9, 10))
    home = replace(plain.household, monthly=400000)
    visit = replace(plain.visit, household=home, members=gone, paid_after_death=paid)
    decided = determine(economic_status(visit, plain.pack), plain.pack)
    return replace(plain, household=home, visit=visit, determination=decided)


def follows(case: Case, **more: Json) -> dict[str, Json]:
    return known(F07, case, WRITTEN | more)


def test_that_the_months_after_a_death_are_those_of_the_determination(bereaved: Case) -> None:
    decided = bereaved.determination
    assert decided is not None
    rows = known(F07, bereaved)["overpaid_months"]
    assert isinstance(rows, list)

    assert [row["month"] for row in rows if isinstance(row, dict)] == [
        "2026-08",
        "2026-09",
        "2026-10",
    ]
    asked: dict[str, Json] = {
        "overpaid_months": rows,
        "fault": [Fault.INNOCENT.zh],
        "pay_by": "2026-12-31",
    }
    found = known(F07, bereaved, asked)
    assert found["over_sum"] == found["to_return"] == decided.overpaid > 0
    text = read("F07", bereaved, asked)
    assert text.count(f"{words.amount(decided.overpaid // 3)}") >= 3
    assert f"（大写：{words.capitals(decided.overpaid)}）" in text


def test_that_an_amount_the_months_do_not_explain_is_not_spread_over_them(bereaved: Case) -> None:
    assert bereaved.determination is not None
    other = replace(bereaved.determination, overpaid=bereaved.determination.overpaid + 1)

    assert "overpaid_months" not in known(F07, replace(bereaved, determination=other))
    assert "overpaid_months" not in known(F07, replace(bereaved, visit=None))


def test_that_months_that_contradict_the_determination_are_refused(bereaved: Case) -> None:
    with pytest.raises(UserError, match=r"逐月差额合计1,321\.50元，认定的多发金额为.*两者不符"):
        follows(bereaved)


def test_that_the_paper_counts_what_was_written_and_nobody_types_a_sum(plain: Case) -> None:
    found = follows(plain)

    assert found["overpaid_lines"] == [
        {"month": "2026-09", "due": 100000, "paid": 182100, "over": 82100},
        {"month": "2026-10", "due": 100000, "paid": 150050, "over": 50050},
    ]
    assert (found["due_sum"], found["paid_sum"], found["over_sum"]) == (200000, 332150, 132150)
    assert found["to_return"] == 132150
    assert found["to_return_capitals"] == "人民币壹仟叁佰贰拾壹元伍角整"
    text = read("F07", plain, WRITTEN)
    assert "合计2,000元3,321.50元1,321.50元" in text
    assert "实发3,321.50元，应发2,000元，多发1,321.50元" in text


def test_that_what_was_set_off_is_taken_from_what_is_to_be_returned(plain: Case) -> None:
    assert follows(plain, deducted=32150)["to_return"] == 100000
    with pytest.raises(UserError, match=r"已扣抵1,321\.51元，多于应退的1,321\.50元"):
        follows(plain, deducted=132151)


@pytest.mark.parametrize(
    ("months", "why"),
    [
        ([{"month": "2026-09", "due": 100000, "paid": 100000}], "2026年9月实发1,000元，不多于应发"),
        ([*MONTHS, MONTHS[0]], "有的月份写了两次"),
    ],
)
def test_that_a_month_that_cannot_be_is_refused(plain: Case, months: Json, why: str) -> None:
    with pytest.raises(UserError, match=why):
        follows(plain, overpaid_months=months)


def test_that_half_a_row_is_no_month(plain: Case) -> None:
    found = follows(plain, overpaid_months=[*MONTHS, {"month": "2026-08", "due": 100000}])
    assert found["over_sum"] == 132150


@pytest.mark.parametrize("fault", Fault)
def test_that_the_ground_follows_the_fault_and_only_a_fraud_has_consequences(
    plain: Case, fault: Fault
) -> None:
    found = follows(plain, fault=[fault.zh])

    cheated = fault is Fault.FRAUD
    assert ("consequences" in found) is cheated
    assert ("社会救助法》第七十三条" in str(found["recovery_ground"])) is cheated
    if cheated:
        assert "2倍以下、最高2,643元" in str(found["consequences"])
        assert "《浙江省社会救助条例》第六十一条" in str(found["consequences"])


def test_that_a_fraud_dealt_with_before_the_law_is_told_the_old_fine(plain: Case) -> None:
    found = known(F07, replace(plain, day=date(2026, 6, 30)), WRITTEN)

    assert "1倍以上3倍以下、最高3,964.50元" in str(found["consequences"])
    assert "《社会救助暂行办法》第六十八条" in str(found["recovery_ground"])


def test_that_good_faith_and_an_estate_limit_what_is_asked_back(plain: Case) -> None:
    assert follows(plain, fault=[Fault.INNOCENT.zh], gone=32150)["to_return"] == 100000
    heirs = follows(plain, circumstances=["领取人死亡，由继承人退还"], estate=50000)
    assert heirs["to_return"] == 50000
    assert "继承人在遗产实际价值范围内退还" in str(heirs["recovery_ground"])
    ignored = follows(plain, circumstances=["收到减发、停发决定后拒不执行"])
    assert "第七十四条" in str(ignored["recovery_ground"])


def test_that_the_choices_of_the_form_are_the_words_the_law_is_asked_with() -> None:
    assert list(F07.entry("fault").choices) == [fault.zh for fault in Fault]


def test_that_before_anything_is_written_nothing_is_claimed(plain: Case) -> None:
    found = known(F07, plain)

    assert not {"to_return", "over_sum", "recovery_ground", "consequences"} & found.keys()
    assert "circumstances" not in found
    assert "recovery_ground" not in follows(plain, pay_by=None)


def test_that_nobody_is_warned_of_figures_that_agree(plain: Case, bereaved: Case) -> None:
    assert cautions(F07, plain, WRITTEN) == ()
    assert cautions(forms.read("F09"), plain, {}) == ()
    assert bereaved.determination is not None
    assert bereaved.determination.action is not Action.STOP_DEAD
