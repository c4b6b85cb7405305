import re

import pytest

from caseworker_app.desktop.help import presenter
from caseworker_app.paths import resource


def test_that_the_contents_begin_where_a_day_begins() -> None:
    names = list(presenter.topics())

    assert names[:3] == ["start", "first_run", "door"]
    assert all(topic.title for topic in presenter.topics().values())


def test_that_a_screen_without_a_page_gets_the_first() -> None:
    assert presenter.topic("nowhere").name == presenter.FIRST


@pytest.mark.parametrize(
    ("words", "first"),
    [
        ("签字", "signing"),
        ("恢复密钥", "first_run"),
        ("CTRL+SHIFT+S", "signing"),
        ("停电", "questions"),
    ],
)
def test_that_words_find_their_page(words: str, first: str) -> None:
    found = presenter.find(words)

    assert found[0].name == first
    assert words.lower() in found[0].line.lower()


def test_that_all_words_have_to_be_there() -> None:
    assert presenter.find("签字 不存在的词") == ()
    assert {hit.name for hit in presenter.find("拒绝 见证")} >= {"signing"}


@pytest.mark.parametrize("name", presenter.topics())
def test_that_links_and_pictures_lead_somewhere(name: str) -> None:
    for target in re.findall(r"\]\(([^)]+)\)", presenter.topic(name).text):
        assert resource("help", target).exists(), target
