"""What is typed in a yard: read as far as it goes, doubted in a sentence, never refused."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, strategies as st

from caseworker_app.model import id_number
from caseworker_app.model.codes import AnswerState, Consent, FoundKind
from caseworker_app.model.found import Found, FoundAnswer, Key, doubt, key

NUMBER = "33019919580312002" + id_number.check_digit("33019919580312002")
UNIT = "330199001002GB00001F00010301"

READ = [
    (FoundKind.VEHICLE, " 浙a·7k21q ", Key(plate="浙A7K21Q")),
    (FoundKind.VEHICLE, "LSVAA49J132000001", Key(vin="LSVAA49J132000001")),
    (FoundKind.VEHICLE, "浙A7", Key(plate="浙A7")),
    (FoundKind.PERSON, f"王桂兰 {NUMBER}", Key(number=NUMBER, name="王桂兰")),
    (
        FoundKind.PERSON,
        "330199580312001",
        Key(number="33019919580312001" + id_number.check_digit("33019919580312001")),
    ),
    (FoundKind.PERSON, "赵玲，1988年2月2日生", Key(name="赵玲", born=date(1988, 2, 2))),
    (FoundKind.PERSON, "赵玲 1988-02-02", Key(name="赵玲", born=date(1988, 2, 2))),
    (FoundKind.PERSON, "赵玲 1988-02-31", Key(name="赵玲")),
    (FoundKind.PERSON, "买买提·艾力", Key(name="买买提·艾力")),
    (FoundKind.PERSON, "3301995803", Key()),
    (FoundKind.ESTATE, "330199 001002 GB00001 F00010301", Key(unit=UNIT)),
    (FoundKind.ESTATE, "河埠里3幢102室", Key(location="河埠里3幢102室")),
    (FoundKind.OTHER, " 某某物业公司 ", Key(text="某某物业公司")),
]


@pytest.mark.parametrize(("kind", "value", "read"), READ)
def test_that_a_value_is_read_as_registers_are_searched(
    kind: FoundKind, value: str, read: Key
) -> None:
    assert key(kind, value) == read


def test_that_a_name_alone_is_no_key() -> None:
    assert not key(FoundKind.PERSON, "赵玲 1988-02-02").can_be_asked
    assert key(FoundKind.PERSON, NUMBER).can_be_asked


@pytest.mark.parametrize(
    ("kind", "value", "sentence"),
    [
        (FoundKind.VEHICLE, "浙A7K21Q", ""),
        (FoundKind.VEHICLE, "LSVAA49J132000001", ""),
        (FoundKind.VEHICLE, "浙A7", "不像完整的号牌"),
        (FoundKind.PERSON, NUMBER, ""),
        (FoundKind.PERSON, NUMBER[:17] + ("0" if NUMBER[17] != "0" else "1"), "校验位不符"),
        (FoundKind.PERSON, "3301995803", "现为10位"),
        (FoundKind.PERSON, "赵玲", "补记身份号码"),
        (FoundKind.PERSON, "赵玲 1988-02-02", "问到身份号码后请补上"),
        (FoundKind.ESTATE, UNIT, ""),
        (FoundKind.ESTATE, UNIT[:20], "应为28位"),
        (FoundKind.ESTATE, "河埠里3幢102室", ""),
        (FoundKind.OTHER, "x", ""),
        (FoundKind.PERSON, "  ", ""),
    ],
)
def test_that_a_doubt_is_a_sentence(kind: FoundKind, value: str, sentence: str) -> None:
    said = doubt(kind, value)
    assert sentence in said
    assert bool(said) == bool(sentence)


@given(st.sampled_from(FoundKind), st.text(max_size=60))
def test_that_nothing_that_can_be_typed_is_refused(kind: FoundKind, value: str) -> None:
    assert isinstance(key(kind, value), Key)
    assert isinstance(doubt(kind, value), str)


def test_that_another_value_or_a_new_consent_after_a_refusal_outdates_what_was_asked() -> None:
    refused = FoundAnswer(AnswerState.REFUSED, "没有授权，不能查询", "")
    before = Found("f1", FoundKind.VEHICLE, "浙A7K21Q", ask="q", asked="x")
    agreed = replace(before, consent=Consent.HOUSEHOLD)

    assert replace(before, value="浙A7K21R").outdates(before)
    assert replace(before, kind=FoundKind.OTHER).outdates(before)
    assert not replace(before, note="白色").outdates(before)
    assert not agreed.outdates(before)
    assert agreed.outdates(replace(before, answer=refused))
    assert not before.outdates(replace(before, answer=refused))
    assert not agreed.outdates(replace(before, answer=replace(refused, state=AnswerState.NONE)))
