import pytest

from caseworker_app import codes
from caseworker_app.desktop.step import law


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (0, "零"),
        (5, "五"),
        (10, "十"),
        (17, "十七"),
        (20, "二十"),
        (48, "四十八"),
        (100, "一百"),
        (101, "一百零一"),
        (110, "一百一十"),
        (985, "九百八十五"),
        (1005, "一千零五"),
        (1062, "一千零六十二"),
    ],
)
def test_that_numbers_are_written_as_a_law_numbers_its_articles(number: int, words: str) -> None:
    assert law.numeral(number) == words


@pytest.mark.parametrize(
    ("code", "citation"),
    [
        ("SAL-48", "《社会救助法》第四十八条"),
        ("CC-224", "《民法典》第二百二十四条"),
        ("ARL-20", "《行政复议法》第二十条"),
        (
            "N22-1.3",
            "《关于进一步做好最低生活保障等社会救助兜底保障工作的通知》第一部分第（三）项",
        ),
        ("REF-7", "《关于改革完善社会救助制度的意见》第（七）项"),
        ("NONE-1", ""),
    ],
)
def test_that_an_article_is_cited_as_an_office_does(code: str, citation: str) -> None:
    assert law.article(code) == citation


def test_that_every_article_of_the_list_can_be_cited() -> None:
    assert all(
        law.article(row["code"]).endswith(("条", "项")) for row in codes.table("legal_basis")
    )


def test_that_several_articles_are_joined_and_each_named_once() -> None:
    assert law.articles(("DBM-7", "SAL-18", "DBM-7")) == (
        "《最低生活保障审核确认办法》第七条、《社会救助法》第十八条"
    )
