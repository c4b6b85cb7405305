"""现场发现 on paper: beside the differences where something was found, nowhere else."""

from collections.abc import Callable
from dataclasses import replace

from caseworker_app.documents.visit_form import VisitForm, render
from caseworker_app.model import id_number
from caseworker_app.model.codes import AnswerState, Consent, FoundKind
from caseworker_app.model.found import Found, FoundAnswer

Read = Callable[[bytes], list[str]]
NUMBER = "33019919800101009" + id_number.check_digit("33019919800101009")
AT = "2026-11-20T02:08:00.000+00:00"
TOLD = FoundAnswer(AnswerState.NONE, "登记中没有（2026-11-20 查询）", AT)

FACTS = (
    Found(
        "f1",
        FoundKind.VEHICLE,
        "浙AF2832",
        "白色轿车",
        "院内",
        AT,
        "陈敏",
        Consent.HOUSEHOLD,
        "q",
        AT,
        TOLD,
    ),
    Found("f2", FoundKind.PERSON, f"钱七 {NUMBER}", "住东屋", "", AT, "陈敏", ask="q2", asked=AT),
    Found("f3", FoundKind.OTHER, "城东超市"),
)


def with_facts(form: VisitForm, facts: tuple[Found, ...] | None) -> bytes:
    return render(replace(form, visit=replace(form.visit, found=facts)))


def test_that_found_facts_stand_with_their_answers(full: VisitForm, read: Read) -> None:
    text = "".join("".join(read(with_facts(full, FACTS))).split())

    for words in (
        "浙AF2832",
        "院内，白色轿车",
        "登记中没有（2026-11-20查询）",
        "本户在场人同意，2026年11月20日10:08答复",
        "已提请查询，尚未答复",
        "已与申报、部门数据比对",
    ):
        assert words in text, words
    assert NUMBER not in text
    assert "钱七" + id_number.masked(NUMBER) in text


def test_that_a_form_without_differences_lists_them_too(plain: VisitForm, read: Read) -> None:
    text = "".join("".join(read(with_facts(plain, FACTS))).split())
    assert "城东超市" in text


def test_that_a_form_where_nothing_was_found_keeps_its_bytes(full: VisitForm) -> None:
    assert with_facts(full, ()) == with_facts(full, None) == render(full)
