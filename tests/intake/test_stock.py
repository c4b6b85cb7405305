"""A stock comes from other offices' systems: whatever is in it is told, line by line."""

import io
import json
from collections.abc import Mapping

import pytest

from caseworker_app.errors import UserError
from caseworker_app.intake.cases import Household, read_cases
from caseworker_app.intake.stock import LONGEST_LINE, Stock, Stocked

GOOD = {
    "id": "H1",
    "as_of": "2026-06-10",
    "persons": [{"id": "p1", "age": 66, "status": "retired"}],
}


def line(**more: object) -> bytes:
    return json.dumps({**GOOD, **more}, ensure_ascii=False).encode() + b"\n"


def read(data: bytes) -> tuple[Stock, list[Stocked]]:
    stock = Stock("stock.jsonl")
    return stock, list(stock.lines(io.BytesIO(data)))


def refusal(data: bytes) -> list[str]:
    with pytest.raises(UserError) as caught:
        read(data)
    return str(caught.value).splitlines()


def test_that_each_line_is_a_household_and_every_byte_is_counted() -> None:
    data = line(title="甲") + b"\r\n\n" + line(id="H2").rstrip()

    stock, households = read(data)

    assert [(h.id, h.title) for h in households] == [("H1", "甲"), ("H2", "")]
    assert (stock.households, stock.bytes_read) == (2, len(data))


def test_that_lines_and_yaml_give_the_same_household() -> None:
    more: Mapping[str, object] = {
        "incomes": [{"who": "p1", "kind": "wage", "monthly": 0.29}],
        "property": {"dwellings": [{"area": 50.55, "share": "1/3"}]},
    }
    text = json.dumps({"cases": [{**GOOD, **more}]})

    [case] = read_cases(text, "a.yaml").cases
    [of_yaml] = Stock("a.yaml").cases(text)
    _, [of_line] = read(line(**more))

    assert isinstance(case.question, Household)
    assert of_line.status == of_yaml.status == case.question.status
    assert of_line.status.incomes[0].monthly == 29


def test_that_a_byte_order_mark_is_passed() -> None:
    assert read(b"\xef\xbb\xbf" + line())[0].households == 1


def test_that_what_is_left_out_is_counted() -> None:
    debt = (
        b'{"id": "D1", "kind": "instalment", "total": 5, "periods": 1, "first_month": "2026-01"}\n'
    )
    data = line(override={"dibao": 1}) + debt + line(id="H3", colour="red")

    stock, households = read(data)

    assert [h.id for h in households] == ["H1", "H3"]
    assert (stock.other_kinds, stock.overrides, stock.unused) == (1, 1, 1)
    assert stock.unused_examples == ["第 3 行 H3: colour 未使用。"]


def test_that_only_some_examples_of_unused_fields_are_kept() -> None:
    stock, _ = read(b"".join(line(id=f"H{n}", **{"x" * 500: 1}) for n in range(50)))

    assert stock.unused == 50
    assert len(stock.unused_examples) == 5
    assert all(len(example) < 200 for example in stock.unused_examples)


@pytest.mark.parametrize(
    ("bad", "told"),
    [
        (line(id="H2")[:40], "不是完整有效的 JSON（第 "),
        (b"\xc4\xe3\xba\xc3\n", "不是 UTF-8 编码（第 1 个字节起）"),
        (line().decode().encode("utf-16"), "不是 UTF-8 编码"),
        (b"[1, 2]\n", "应为一户的若干“字段：值”"),
        (b'"H2"\n', "应为一户的若干“字段：值”"),
        (b"null\n", "应为一户的若干“字段：值”"),
        (b"\x00\x00\n", "不是完整有效的 JSON"),
        (b"cases:\n", "不是完整有效的 JSON"),
        (b"[" * 100_000 + b"\n", "嵌套太深"),
        (b'{"id": "H2", "age": ' + b"9" * 5_000 + b"}\n", "有一个数太长"),
        (b'{"id": "H2", "age": 1e' + b"9" * 30 + b"}\n", "有一个数太长"),
        (b'{"id": "H2", "id": "H3"}\n', "同一字段写了两次"),
        (b"9" * 10**6 + b"\n", "有一个数太长"),
        (b'"' + b"x" * LONGEST_LINE + b'"\n', "超过 1048576 个字节"),
        (b" " * (3 * LONGEST_LINE) + b"1\n", "超过 1048576 个字节"),
    ],
)
def test_that_a_line_that_is_no_household_is_told_with_its_number(bad: bytes, told: str) -> None:
    lines = refusal(line() + bad)

    assert lines[0].startswith("stock.jsonl")
    assert lines[1].startswith("第 2 行: ")
    assert told in lines[1]
    assert len(lines[1]) < 200


def test_that_reading_goes_on_behind_a_line_that_is_too_long() -> None:
    lines = refusal(b"x" * (3 * LONGEST_LINE) + b"\n" + line() + b"{\n")

    assert [told[:5] for told in lines[1:]] == ["第 1 行", "第 3 行"]


@pytest.mark.parametrize(
    ("more", "told"),
    [
        ({"as_of": "2026-13-01"}, "第 1 行 H1: as_of = 2026-13-01: 应为日期 YYYY-MM-DD。"),
        ({"persons": 5}, "第 1 行 H1: persons = 5: 应为一个列表。"),
        ({"current": {"monthly": float("nan")}}, "第 1 行 H1: current.monthly = NaN: 应为元"),
        ({"current": {"monthly": 10**18}}, "第 1 行 H1: current.monthly = 1000000000000000000"),
        ({"current": {"monthly": -1}}, "第 1 行 H1: current.monthly = -1: 应为元"),
        ({"property": {"money": "x" * 10**6}}, "第 1 行 H1: property.money = xxxx"),
        ({"id": "x" * 65}, "id: 应为至多 64 个可显示的字符。"),
        ({"id": "H\x1b[2J"}, "第 1 行 H□[2J: id: 应为至多 64 个可显示的字符。"),
        ({"id": "H\ud800"}, "第 1 行 H□: id: 应为至多 64 个可显示的字符。"),
        ({"id": None}, "第 1 行: id = （未填）: 应为文字。"),
        ({"persons": [{"id": "p1", "age": 1, "status": "\x1b[31m"}]}, "status = □[31m: 应为"),
    ],
)
def test_that_a_bad_field_is_told_with_line_household_field_and_reason(
    more: dict[str, object], told: str
) -> None:
    data = json.dumps({**GOOD, **more}).encode()

    lines = refusal(data)

    assert any(told in text for text in lines), lines
    assert all(len(text) < 500 for text in lines)


def test_that_an_identity_twice_is_told_with_both_lines() -> None:
    data = line() + line(id="H2") + line() + line(id=2) + line(id="2")

    assert refusal(data)[1:] == [
        "第 3 行 H1: 编号与第 1 行重复。",
        "第 5 行 2: 编号与第 4 行重复。",
    ]


def test_that_all_faults_are_told_and_nothing_is_read_after_the_first() -> None:
    stock = Stock("stock.jsonl")
    seen: list[str] = []
    data = line() + b"{\n" + line(id="H3") + line(id="H4", as_of=1)

    with pytest.raises(UserError) as caught:
        seen.extend(household.id for household in stock.lines(io.BytesIO(data)))

    assert seen == ["H1"]
    assert [text[:5] for text in str(caught.value).splitlines()[1:]] == ["第 2 行", "第 4 行"]


def test_that_of_many_faults_the_first_are_told_and_the_rest_counted() -> None:
    lines = refusal(b"{\n" * 1_000)

    assert len(lines) == 1 + 200 + 1
    assert lines[-1] == "另有 800 处错误未列出。"


@pytest.mark.parametrize("data", [b"", b"\n\n", b'{"id": "P", "kind": "deadline"}\n'])
def test_that_a_file_without_a_household_is_refused(data: bytes) -> None:
    assert refusal(data) == ["stock.jsonl: 没有一户可以试算。请检查是否选对了文件。"]


def test_that_a_yaml_identity_that_cannot_be_shown_is_refused() -> None:
    text = 'cases: [{id: "H\\e[2J", as_of: 2026-06-10, persons: []}]'

    with pytest.raises(UserError, match="可显示的字符"):
        list(Stock("a.yaml").cases(text))
