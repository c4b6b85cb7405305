"""What a description can say beyond words and boxes, on forms made up for it."""

from collections.abc import Callable, Mapping
from datetime import date

import msgspec
import pytest

from caseworker_app.documents.form import Filled, Form, render
from caseworker_app.model.values import Json

_ENTRIES: list[Json] = [
    {"name": "head", "label": "户主"},
    {"name": "note", "label": "备注", "by_hand": True, "lines": 3},
    {"name": "act", "label": "事项", "kind": "choice", "choices": ["公示", "公布"]},
    {
        "name": "people",
        "label": "成员",
        "kind": "rows",
        "lines": 2,
        "columns": [
            {"name": "name", "label": "姓名", "width": 1},
            {"name": "sign", "label": "签名", "width": 1, "by_hand": True},
        ],
    },
]
_PEOPLE: list[Json] = [{"name": "沈䶮生"}, {"name": "沈小宝", "guardian": "韩㛃"}]

Read = Callable[[bytes], list[str]]


def _form(*parts: Json, **more: Json) -> Form:
    told: dict[str, Json] = {
        "code": "F99",
        "title": "试验表",
        "copies": 1,
        "entries": _ENTRIES,
        "parts": list(parts),
        "wordings": [{"name": "basis", "since": "2014-05-01", "text": "依据规定制作。"}],
    }
    return msgspec.convert(told | more, Form)


def _filled(form: Form, entries: Mapping[str, Json], *, is_blank: bool = False) -> Filled:
    return Filled(
        form,
        entries,
        "330106010007",
        "某某村",
        date(2026, 11, 20),
        household_number="ZJ330106202100317",
        number="" if is_blank else "330106-2026-F99-000001",
        digest="" if is_blank else "sha256:" + "0" * 64,
        pack_name="某规则包",
        pack_id="P-1",
        pack_hash="sha256:" + "1" * 64,
    )


def _prose(text: str, **more: Json) -> Json:
    return {"part": "prose", "text": text, **more}


def test_that_a_part_is_printed_for_the_word_that_is_ticked(read: Read) -> None:
    form = _form(_prose("予以公示。", when="act=公示"), _prose("予以公布。", when="act=公布"))

    one = "".join(read(render(_filled(form, {"act": ["公布"]}))))
    empty = "".join(read(render(_filled(form, {}, is_blank=True))))

    assert "予以公布。" in one
    assert "予以公示。" not in one
    assert "予以公布。" in empty
    assert "予以公示。" in empty


def test_that_numbers_close_up_over_a_part_left_out(read: Read) -> None:
    fields: list[Json] = [
        {"part": "fields", "number": number, "name": name, "rows": [["head"]], "when": when}
        for number, name, when in (("一", "甲甲", ""), ("二", "乙乙", "note"), ("三", "丙丙", ""))
    ]
    text = "".join(read(render(_filled(_form(*fields), {"head": "沈䶮生"}))))

    assert "二" in text
    assert "丙" in text
    assert "乙" not in text
    assert "三" not in text


def test_that_a_sheet_begins_on_a_new_page(read: Read) -> None:
    pages = read(render(_filled(_form(_prose("正文。"), _prose("附页。", sheet=True)), {})))

    assert ["正文。" in page for page in pages] == [True, False]
    assert ["附页。" in page for page in pages] == [False, True]


def test_that_what_is_written_by_hand_stays_open_on_a_filled_paper(read: Read) -> None:
    form = _form({"part": "fields", "rows": [["head"], ["note"]]})

    assert "".join(read(render(_filled(form, {"head": "沈䶮生"})))).count("—") == 0
    assert "".join(read(render(_filled(form, {})))).count("—") == 1


def test_that_a_column_by_hand_makes_rows_high_enough_to_sign_in(read: Read) -> None:
    parts: Json = {"part": "table", "rows": "people"}
    signed = _form(parts)
    narrow: list[Json] = [*_ENTRIES[:3], _without_signature(_ENTRIES[3])]
    rows: dict[str, Json] = {"people": _PEOPLE * 14}

    assert len(read(render(_filled(signed, rows)))) == 2
    assert len(read(render(_filled(_form(parts, entries=narrow), rows)))) == 1


def _without_signature(entry: Json) -> Json:
    assert isinstance(entry, dict)
    columns = entry["columns"]
    assert isinstance(columns, list)
    return {**entry, "columns": columns[:1]}


@pytest.mark.parametrize("is_blank", [False, True])
def test_that_a_guardian_signs_with_the_name_of_whom_it_is_for(
    read: Read, *, is_blank: bool
) -> None:
    signer: Json = {"role": "监护人", "entry": "guardian", "behalf": "name"}
    form = _form({"part": "signing", "each": "people", "signers": [signer]})
    entries: dict[str, Json] = {} if is_blank else {"people": _PEOPLE}

    text = "".join(read(render(_filled(form, entries, is_blank=is_blank))))

    assert text.count("被代签人：") == 2
    assert ("监护人：韩㛃" in text) is not is_blank
    assert ("被代签人：沈小宝" in text) is not is_blank


def test_that_a_paper_for_others_names_neither_number_nor_rules(read: Read) -> None:
    inward = "".join(read(render(_filled(_form(_prose("正文。")), {}))))
    outward = "".join(read(render(_filled(_form(_prose("正文。"), is_outward=True), {}))))

    for word in ("ZJ330106202100317", "P-1"):
        assert word in inward
        assert word not in outward


def test_that_no_heading_is_left_at_the_foot_of_a_page(read: Read) -> None:
    for lines in range(20, 32):
        body = "\n".join("正文一行。" for _ in range(lines))
        heading = _prose("告知事项", style="heading")
        pages = read(render(_filled(_form(_prose(body), heading, _prose("说明。\n说明。")), {})))
        assert all(("告知事项" in page) <= (page.count("说明。") == 2) for page in pages)


def test_that_signatures_stay_together_where_a_page_holds_them(read: Read) -> None:
    signers: list[Json] = [{"role": role, "seal": True} for role in ("甲方", "乙方", "丙方")]
    signing: Json = {"part": "signing", "signers": signers}
    for lines in range(1, 30, 4):
        body = "\n".join("正文一行。" for _ in range(lines))
        pages = read(render(_filled(_form(_prose(body), signing), {})))
        assert max(sum(f"{r}方" in page for r in "甲乙丙") for page in pages) == 3


def test_that_the_sentence_people_sign_counts_among_the_names_a_form_speaks_of() -> None:
    part: Json = {
        "part": "signing",
        "each": "people",
        "statement": "依照{basis}签名。",
        "signers": [{"role": "成员", "entry": "name"}, {"role": "经办人", "entry": "head"}],
    }
    assert set(_form(part).named()) == {"people", "basis", "head"}
