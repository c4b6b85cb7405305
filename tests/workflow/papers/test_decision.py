"""What the letters about a decision say, and that their figures are the determination's."""

import re
from dataclasses import replace
from datetime import date

import pytest

from caseworker_app.model.codes import Action, Category
from caseworker_app.model.determination import Determination, Reason
from caseworker_app.model.values import Json, Month, yuan
from caseworker_app.rules.determination import determine
from caseworker_app.rules.policy.pack import Pack
from caseworker_app.rules.status import economic_status
from caseworker_app.workflow.papers.case import Case
from caseworker_app.workflow.papers.known import ENTRIES
from tests.workflow.papers.cases import cases
from tests.workflow.papers.letters import read

_AMOUNT = re.compile(r"(?<![\d.])(\d[\d,]*(?:\.\d+)?)元")


@pytest.fixture(scope="module")
def homes(pack: Pack) -> dict[str, Case]:
    return cases(pack)


def _decided(
    case: Case,
    action: Action,
    *,
    monthly: int | None = None,
    grace_until: Month | None = None,
    after_grace: Action | None = None,
    reason: Reason | None = None,
) -> Case:
    decided = case.determination
    assert decided is not None
    other = replace(
        decided,
        action=action,
        monthly=decided.monthly if monthly is None else monthly,
        grace_until=grace_until,
        after_grace=after_grace,
        reason=reason or decided.reason,
    )
    return replace(case, determination=other)


def _receiving(case: Case, category: Category, monthly: int) -> Case:
    return replace(case, household=replace(case.household, category=category, monthly=monthly))


def _said(case: Case, name: str = "decision") -> str:
    return str(ENTRIES[name](case) or "")


def _figures(decided: Determination, case: Case) -> set[str]:
    fen = (
        decided.income_annual, decided.per_capita, decided.standard, decided.monthly,
        case.household.monthly,
    )  # fmt: skip
    return {yuan(one) for one in fen}


@pytest.mark.parametrize("home", ["plain", "full", "rare"])
@pytest.mark.parametrize("code", ["F06", "F06a", "F17"])
def test_that_every_amount_on_a_letter_is_the_determinations(
    homes: dict[str, Case], code: str, home: str
) -> None:
    case = homes[home]
    if code == "F17":
        case = _decided(
            case, Action.GRACE, grace_until=Month(2027, 5), after_grace=Action.TO_LOW_MARGIN
        )
    decided = case.determination
    assert decided is not None
    text = read(code, case).split("附表")[0]
    explained = " ".join(
        [
            decided.reason.formula,
            str(ENTRIES["work"](case)),
            *(d.registered for d in case.discrepancies),
        ]
    )

    printed = set(_AMOUNT.findall(text))
    assert yuan(decided.monthly) in printed
    assert printed <= _figures(decided, case) | set(_AMOUNT.findall(explained))


def test_that_another_amount_decided_is_another_amount_printed(homes: dict[str, Case]) -> None:
    case = _decided(homes["plain"], Action.INCREASE, monthly=400100)
    text = read("F06", case)

    assert "自2026年12月起，每月救助金由1,821元增发至4,001元" in text
    assert "3,464元" not in text


@pytest.mark.parametrize("action", Action)
def test_that_every_act_makes_a_sentence(homes: dict[str, Case], action: Action) -> None:
    case = homes["plain"]
    if action.name.startswith("NEW") or action is Action.REFUSE:
        case = _receiving(case, Category.NONE, 0)
    said = _said(_decided(case, action, grace_until=Month(2027, 5), after_grace=Action.STOP))

    assert not set(said) & set("{}。"), said
    assert not re.search(r"[a-z]", said), said
    lets = {Action.STOP, Action.STOP_DEAD, Action.REFUSE}
    assert ("3,464元" in said) is (action not in lets)


@pytest.mark.parametrize(
    ("action", "monthly", "said"),
    [
        (Action.CONTINUE, 182100, "继续给予最低生活保障，每月救助金1,821元，金额不变"),
        (Action.REDUCE, 100000, "自2026年12月起，每月救助金由1,821元减发至1,000元"),
        (Action.STOP, 0, "自2026年12月起停发救助金，终止最低生活保障"),
        (
            Action.TO_LOW_MARGIN,
            0,
            "自2026年12月起，由最低生活保障转为最低生活保障边缘家庭，不再发放每月救助金",
        ),
        (
            Action.TO_SINGLE_LISTED,
            130100,
            "自2026年12月起，由最低生活保障转为单列户最低生活保障，每月救助金由1,821元减发至1,301元",
        ),
        (
            Action.PART,
            200000,
            "部分家庭成员退出救助，自2026年12月起，每月救助金由1,821元增发至2,000元",
        ),
    ],
)
def test_that_a_decision_speaks_as_the_law_does(
    homes: dict[str, Case], action: Action, monthly: int, said: str
) -> None:
    assert _said(_decided(homes["plain"], action, monthly=monthly)) == said


def test_that_who_had_nothing_is_given_something_from_a_month_on(homes: dict[str, Case]) -> None:
    case = _receiving(homes["plain"], Category.NONE, 0)

    assert _said(case, "standing") == "未享受社会救助"
    assert (
        _said(_decided(case, Action.NEW, monthly=90000))
        == "自2026年12月起给予最低生活保障，每月发给救助金900元"
    )
    assert (
        _said(_decided(case, Action.NEW_LOW_MARGIN, monthly=0))
        == "自2026年12月起认定为最低生活保障边缘家庭"
    )


def test_that_a_family_at_the_margin_is_no_longer_recognised_instead_of_paid(
    homes: dict[str, Case],
) -> None:
    case = _receiving(homes["plain"], Category.LOW_MARGIN, 0)

    assert _said(_decided(case, Action.STOP, monthly=0)).endswith("不再认定为最低生活保障边缘家庭")
    assert _said(_receiving(case, Category.LOW_MARGIN, 90000), "standing").startswith(
        "单列户最低生活保障"
    )


def test_that_a_grace_names_its_months_and_its_end(homes: dict[str, Case]) -> None:
    case = _decided(
        homes["plain"],
        Action.GRACE,
        monthly=182100,
        grace_until=Month(2027, 5),
        after_grace=Action.TO_LOW_MARGIN,
    )
    assert _said(case) == (
        "自2026年12月起给予渐退期，至2027年5月止，期间每月发给救助金1,821元，"
        "期满转为最低生活保障边缘家庭"
    )
    assert _said(case, "after_grace") == "转为最低生活保障边缘家庭"
    stopped = _decided(case, Action.GRACE, after_grace=Action.STOP)
    assert _said(stopped, "after_grace") == "停发救助金，终止最低生活保障"


@pytest.mark.parametrize(
    ("action", "monthly", "told"),
    [
        (Action.REDUCE, 100000, "重新核定"),
        (Action.STOP, 0, "重新申请"),
        (Action.REFUSE, 0, "重新申请"),
        (Action.INCREASE, 200000, ""),
        (Action.STOP_DEAD, 0, ""),
    ],
)
def test_that_who_loses_is_told_the_way_back(
    homes: dict[str, Case], action: Action, monthly: int, told: str
) -> None:
    said = _said(_decided(homes["plain"], action, monthly=monthly), "way_back")
    assert told in said
    assert bool(said) is bool(told)


@pytest.fixture(scope="module")
def real(homes: dict[str, Case]) -> Case:
    """Return the full household as the law decides about it."""
    case = homes["full"]
    assert case.visit is not None
    decided = determine(economic_status(case.visit, case.pack), case.pack)
    return replace(case, determination=decided)


def test_that_the_facts_name_the_limit_that_was_not_kept(real: Case) -> None:
    facts = _said(real, "facts").splitlines()

    assert facts[0].startswith("1. 计入家庭成员3人（沈䶮生、韩㛃、沈𬭩𪚥），家庭年收入")
    assert "2. 低保财产条件：非居住类房屋数1，超过规定的0。" in facts
    assert len(facts) == len(set(facts))
    assert not any(one in "".join(facts) for one in ("m1", "{", " > ", "：。"))


def test_that_the_facts_name_who_died_and_the_letter_goes_to_the_family(
    homes: dict[str, Case],
) -> None:
    case = homes["plain"]
    assert case.visit is not None
    gone = tuple(
        replace(m, excluded="dead", died=date(2026, 10, 3)) if m.id == "m1" else m
        for m in case.visit.members
    )
    case = replace(case, visit=replace(case.visit, members=gone))

    assert _said(case, "facts").startswith("1. 沈䶮生于2026年10月3日死亡。")
    assert _said(case, "addressee") == "沈䶮生的家属"
    assert _said(homes["plain"], "addressee") == "沈䶮生"


def test_that_only_law_of_the_day_and_the_place_is_cited(real: Case) -> None:
    after = _said(real, "cited")
    before = _said(replace(real, day=date(2026, 6, 30)), "cited")

    assert "《中华人民共和国社会救助法》第十八条、" in after
    assert "社会救助法》" not in before
    assert "《社会救助暂行办法》" in before
    assert "；" not in after


def test_that_the_table_shows_the_steps_without_what_is_for_the_office_alone(real: Case) -> None:
    rows = ENTRIES["calculation"](real)
    assert isinstance(rows, list)
    told = [row for row in rows if isinstance(row, dict)]
    text = "".join(str(value) for row in told for value in row.values())

    assert [row["number"] for row in told][:3] == ["1", "1.1", "1.2"]
    assert (str(told[1]["step"])[-3:], _number(told, "非居住类房屋数")) == ("沈䶮生", "3.1.1")
    assert not any(word in text for word in ("需要留意", "请核对", "条在行为日施行", "2026-12"))


def _number(rows: list[dict[str, Json]], step: str) -> str:
    return str(next(row["number"] for row in rows if row["step"] == step))


def test_that_without_a_determination_nothing_is_decided(homes: dict[str, Case]) -> None:
    case = replace(homes["plain"], determination=None)

    names = ("decision", "cited", "facts", "way_back", "calculation", "grace_until", "after_grace")
    assert not any(ENTRIES[name](case) for name in names)


def test_that_an_old_record_without_named_steps_cites_all_it_rests_on(
    homes: dict[str, Case],
) -> None:
    bare = _decided(homes["plain"], Action.INCREASE, reason=Reason("认定结论", "低保"))

    assert _said(bare, "cited") == (
        "《中华人民共和国社会救助法》第十八条、第二十条，《最低生活保障审核确认办法》第十三条、第三十一条"
    )
