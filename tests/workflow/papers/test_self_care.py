from dataclasses import replace

import pytest

from caseworker_app.documents import form as forms
from caseworker_app.errors import UserError
from caseworker_app.model.codes import Category
from caseworker_app.model.values import Json
from caseworker_app.rules.policy.pack import Pack
from caseworker_app.workflow.papers.case import Case
from caseworker_app.workflow.papers.known import known
from caseworker_app.workflow.papers.self_care import ACTIVITIES, FAILS
from tests.workflow.papers.cases import cases

ABLE, PARTIAL, FULL = "具备生活自理能力", "部分丧失生活自理能力", "完全丧失生活自理能力"


@pytest.fixture
def case(pack: Pack) -> Case:
    return cases(pack)["plain"]


def _ticked(failed: int) -> dict[str, Json]:
    return {
        name: [FAILS if number < failed else "能自主完成"] for number, name in enumerate(ACTIVITIES)
    }


def _recorded(case: Case, failed: int) -> Case:
    assert case.visit is not None
    head, *others = case.visit.members
    seen = (replace(head, adl_failed=failed), *others)
    return replace(case, visit=replace(case.visit, members=seen))


@pytest.mark.parametrize(
    ("failed", "conclusion"),
    [(0, ABLE), (1, PARTIAL), (3, PARTIAL), (4, FULL), (6, FULL)],
)
def test_that_the_conclusion_follows_from_what_is_ticked(
    case: Case, failed: int, conclusion: str
) -> None:
    found = known(forms.read("F21"), case, _ticked(failed))

    assert found["adl_failed"] == failed
    assert found["care_conclusion"] == [conclusion]


def test_that_nothing_is_concluded_before_all_six_are_ticked(case: Case) -> None:
    ticked = _ticked(2)
    del ticked["bathing"]

    found = known(forms.read("F21"), case, ticked)
    assert not {"adl_failed", "care_conclusion", "care_monthly"} & found.keys()


def test_that_the_record_speaks_where_nobody_ticked(case: Case) -> None:
    found = known(forms.read("F21"), _recorded(case, 4))

    assert found["adl_failed"] == 4
    assert found["care_conclusion"] == [FULL]


def test_that_a_tekun_judged_able_is_said_to_fail_nothing(case: Case) -> None:
    assert case.determination is not None
    alone = replace(
        case,
        household=replace(case.household, category=Category.TEKUN),
        determination=replace(case.determination, care="able"),
    )
    assert known(forms.read("F21"), alone)["care_conclusion"] == [ABLE]


def test_that_a_paper_cannot_contradict_its_record(case: Case) -> None:
    with pytest.raises(UserError, match=r"勾选了2项.*记录的是3项"):
        known(forms.read("F21"), _recorded(case, 3), _ticked(2))


def test_that_the_amount_is_the_standard_of_the_need(case: Case) -> None:
    care = case.pack.on(case.day).standards.tekun_care
    amounts = [known(forms.read("F21"), case, _ticked(n)).get("care_monthly") for n in (0, 1, 4)]

    assert amounts == [care["able"], care["partial"], care["full"]]
    assert len(set(amounts)) == 3


def test_that_another_member_may_be_assessed(case: Case) -> None:
    found = known(forms.read("F21"), replace(_recorded(case, 4), about="m2"))

    assert found["assessed"] == "韩㛃"
    assert "adl_failed" not in found


def test_that_the_form_offers_what_is_counted_and_concluded() -> None:
    form = forms.read("F21")

    assert all(FAILS in form.entry(name).choices for name in ACTIVITIES)
    assert form.entry("care_conclusion").choices == (ABLE, PARTIAL, FULL)
