"""现场发现 on the screen, without Qt: the list, the fact being written, what it will do."""

from dataclasses import replace

import pytest

from caseworker_app.desktop.comparison.found import FoundPresenter
from caseworker_app.desktop.comparison.presenter import ComparisonPresenter
from caseworker_app.desktop.step.case import Case
from caseworker_app.model.codes import AnswerState, Consent, FoundKind, Stage
from caseworker_app.model.found import Found, FoundAnswer
from caseworker_app.model.visit import Signature
from tests.desktop.table import CLEAN, NOW, Memory, dossier, number

STRANGER = number("19800101", "005")
CAR = "CL01:r-car"


@pytest.fixture
def case(memory: Memory) -> Case:
    return memory.case()


@pytest.fixture
def presenter(case: Case) -> FoundPresenter:
    return FoundPresenter(case)


def write(presenter: FoundPresenter, kind: FoundKind, value: str) -> None:
    presenter.begin()
    presenter.kind(kind)
    presenter.value(value)


@pytest.mark.parametrize(
    ("kind", "value", "chip", "onward"),
    [
        (FoundKind.VEHICLE, "浙A7K21Q", "未申报", "记下"),
        (FoundKind.VEHICLE, "浙A8Y8Y8", "本机没有数据", "记下并提请查询"),
        (FoundKind.PERSON, STRANGER, "未申报的人", "记下并提请查询"),
        (FoundKind.PERSON, "钱七", "未申报的人", "记下"),
        (FoundKind.PERSON, "王桂兰", "已申报", "记下"),
        (FoundKind.ESTATE, "小营巷12号2单元301室", "与登记一致", "记下"),
        (FoundKind.OTHER, "城东超市", "本机没有数据", "记下并提请查询"),
        (FoundKind.VEHICLE, "", "还不能比对", "记下"),
    ],
)
def test_that_what_is_typed_is_compared_at_once(
    presenter: FoundPresenter, kind: FoundKind, value: str, chip: str, onward: str
) -> None:
    write(presenter, kind, value)
    draft = presenter.draft()
    assert (draft.match.text, draft.onward) == (chip, onward)
    assert draft.is_new
    assert draft.text


def test_that_a_doubt_does_not_keep_from_writing(presenter: FoundPresenter) -> None:
    write(presenter, FoundKind.VEHICLE, "浙A8")
    assert "不像完整的号牌" in presenter.draft().doubt
    assert presenter.ready()


def test_that_the_value_beside_the_register_carries_its_age_and_end(
    presenter: FoundPresenter,
) -> None:
    write(presenter, FoundKind.VEHICLE, "浙A7K21Q")
    assert presenter.draft().source == "公安交管 2026-10-31，22 天前，2027-01-31 到期"


def test_that_nothing_is_kept_of_an_empty_sheet(presenter: FoundPresenter) -> None:
    write(presenter, FoundKind.VEHICLE, "  ")
    assert presenter.ready() is None


def test_that_consent_is_named_or_nothing_is_asked(presenter: FoundPresenter) -> None:
    write(presenter, FoundKind.VEHICLE, "浙A8Y8Y8")
    told = []
    for code in ("signed", "household", "person", "keep"):
        presenter.asking(code)
        fact = presenter.ready()
        assert fact
        told.append((presenter.draft().asking, presenter.ask, fact.consent))
    assert told == [
        ("signed", True, Consent.NONE),
        ("household", True, Consent.HOUSEHOLD),
        ("person", True, Consent.PERSON),
        ("keep", False, Consent.PERSON),
    ]


def answered(state: AnswerState | None) -> Found:
    told = FoundAnswer(state, "公安 交管：……", NOW.isoformat()) if state else None
    return Found(
        "f1", FoundKind.VEHICLE, "浙A8Y8Y8", "停着", "院内", NOW.isoformat(), "陈敏",
        ask="q1", asked=NOW.isoformat(), answer=told,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("state", "chip", "offers"),
    [
        (None, "已提请查询", False),
        (AnswerState.HELD, "已答复：登记中有", False),
        (AnswerState.NONE, "已答复：登记中没有", False),
        (AnswerState.REFUSED, "已答复：没有查询", True),
    ],
)
def test_that_the_list_says_where_each_stands(
    memory: Memory,
    case: Case,
    state: AnswerState | None,
    chip: str,
    offers: bool,  # noqa: FBT001  # a case
) -> None:
    memory.found = (answered(state),)
    case.found(memory._findings())
    presenter = FoundPresenter(case)
    (row,) = presenter.rows()
    presenter.begin("f1")

    assert row.state.text == chip
    assert row.seen == "院内 · 停着 · 陈敏 · 11月22日 10:32"
    assert case.waits_for_answers is (state is None)
    assert presenter.draft().offers is offers
    assert presenter.ready() is None
    presenter.asking("household")
    assert presenter.draft().onward == ("记下并提请查询" if offers else "记下")


def test_that_another_value_can_be_asked_again(memory: Memory, case: Case) -> None:
    memory.found = (answered(AnswerState.NONE),)
    case.found(memory._findings())
    presenter = FoundPresenter(case)
    presenter.begin("f1")
    presenter.value("浙A8Y8Y9")
    assert presenter.draft().onward == "记下并提请查询"


def test_that_a_signed_or_sealed_visit_is_read_only(case: Case, presenter: FoundPresenter) -> None:
    assert presenter.can_write
    signature = Signature("member", "王桂兰", (), 1, 1, NOW.isoformat(), "")
    case.take(replace(case.visit, signatures=(signature,)))
    assert (presenter.can_write, "撤回签字" in presenter.draft().locked) == (False, True)
    case.take(replace(case.visit, signatures=(), stage=Stage.SEALED))
    assert (presenter.can_write, "封存" in presenter.draft().locked) == (False, True)


def test_that_what_was_seen_stands_in_the_column_of_the_difference(
    memory: Memory, case: Case
) -> None:
    memory.found = (
        Found("f1", FoundKind.VEHICLE, "浙A7K21Q", "停着", "院内"),
        Found("f2", FoundKind.PERSON, "钱七", "住东屋"),
    )
    case.found(memory._findings())
    view = ComparisonPresenter(case).view()
    seen = {row.id: row.found for group in view.groups for row in group.rows}

    assert seen[CAR] == "现场发现 浙A7K21Q，院内，停着"
    assert seen["HJ04:found-f2"] == "现场发现 钱七，住东屋"
    assert [row.value for row in view.found] == ["浙A7K21Q", "钱七"]


def test_that_a_difference_that_is_gone_is_no_longer_open(memory: Memory) -> None:
    case = memory.case(dossier(CLEAN))
    memory.found = (Found("f2", FoundKind.PERSON, "钱七"),)
    case.found(memory._findings())
    presenter = ComparisonPresenter(case)
    assert presenter.current == "HJ04:found-f2"
    memory.found = ()
    case.found(memory._findings())
    assert presenter.view().detail is None
    assert case.visit.found is None


def test_that_what_is_typed_elsewhere_stays_when_an_answer_comes(
    memory: Memory, case: Case
) -> None:
    case.type({"/opinion": "还在写"})
    memory.found = (answered(AnswerState.NONE),)
    case.found(memory._findings())
    assert case.visit.opinion == "还在写"
    assert case.has_unsaved
