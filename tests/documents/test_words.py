from datetime import date

import pytest

from caseworker_app.codes import table
from caseworker_app.documents import words
from caseworker_app.documents.wording import read
from caseworker_app.model.household import Disability


@pytest.mark.parametrize(
    ("fen", "text"),
    [
        (0, "人民币零元整"),
        (5, "人民币伍分"),
        (50, "人民币伍角整"),
        (130100, "人民币壹仟叁佰零壹元整"),
        (130009, "人民币壹仟叁佰元零玖分"),
        (100500000, "人民币壹佰万零伍仟元整"),
        (1000010005, "人民币壹仟万零壹佰元零伍分"),
        (12345678900, "人民币壹亿贰仟叁佰肆拾伍万陆仟柒佰捌拾玖元整"),
    ],
)
def test_that_an_amount_is_written_in_capitals(fen: int, text: str) -> None:
    assert words.capitals(fen) == text


def test_that_articles_are_cited_as_a_law_cites_them() -> None:
    assert words.article("SAL-48") == "《社会救助法》第四十八条"
    assert words.article("ALL-46") == "《行政诉讼法》第四十五条、第四十六条"
    assert words.article("CPL-87") == "《民事诉讼法》第八十七条至第九十五条"
    assert words.article("N22-1.3").endswith("》第一部分第（三）项")
    assert words.articles(("SAL-18", "DBM-13", "SAL-20")) == (
        "《社会救助法》第十八条、第二十条；《最低生活保障审核确认办法》第十三条"
    )


def test_that_a_sentence_cites_laws_by_their_full_names_and_articles_by_number() -> None:
    codes = ("SAL-47", "DBM-32", "SAL-18", "N22-1.4", "N22-1.3", "SAL-18", "CC-985")
    assert words.cited(codes) == (
        "《中华人民共和国社会救助法》第十八条、第四十七条，《最低生活保障审核确认办法》第三十二条，"
        "《关于进一步做好最低生活保障等社会救助兜底保障工作的通知》第一部分第（三）项、第一部分第（四）项，"
        "《中华人民共和国民法典》第一百二十二条、第九百八十五条至第九百八十八条"
    )


def test_that_every_article_of_the_table_can_be_cited() -> None:
    for row in table("legal_basis"):
        cited = words.article(row["code"])
        assert cited.startswith("《"), row["code"]
        assert not set(cited) & set("()abcdefghijklmnopqrstuvwxyz/"), cited


def test_that_an_instant_is_printed_in_chinese_time() -> None:
    assert words.moment("2026-11-20T17:05:00Z") == "2026年11月21日 01:05"
    assert words.moment("2026-11-20T17:05:00") == "2026年11月21日 01:05"
    assert words.moment("") == ""


def test_that_a_program_sentence_gets_full_width_marks_and_figures_keep_theirs() -> None:
    assert words.formal("重度残疾：1,301 × 20% = 261；未成年人（1名）, 10%") == (
        "重度残疾：1,301 × 20% = 261；未成年人（1名），10%"
    )
    assert words.formal("1 > 0, (3 + 4)") == "1 > 0, (3 + 4)"


def test_that_codes_become_words_and_unknown_codes_stay() -> None:
    assert words.disability(Disability(4, 2)) == "肢体残疾二级"
    assert words.county("330106010007") == "杭州市西湖区"
    assert words.county("110101001001") == ""
    assert words.word("obligor_exempt", "dibao") == "低保对象"
    assert words.word("obligor_exempt", "new_code") == "new_code"


def test_that_a_twelfth_is_rounded_half_up() -> None:
    assert [words.monthly_of(fen) for fen in (0, 6, 5, 18, 120000)] == [0, 1, 0, 2, 10000]


def test_that_the_legal_note_is_the_one_in_force_on_the_day() -> None:
    form = read("F01")

    assert "社会救助暂行办法" in form.note("basis", date(2026, 6, 30))
    assert "中华人民共和国社会救助法" in form.note("basis", date(2026, 7, 1))
    assert "听取" not in form.note("hearing", date(2026, 6, 30))
    assert "听取" in form.note("hearing", date(2026, 7, 1))
