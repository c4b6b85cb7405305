from hypothesis import given, strategies as st

from caseworker_app.documents.fonts import Role, width
from caseworker_app.documents.lines import wrap

_SIZE = 9.0


def test_that_no_line_begins_with_a_closing_or_ends_with_an_opening_mark() -> None:
    lines = wrap("房屋系继承（四分之一），现由其弟居住。" * 12, Role.TEXT, _SIZE, 100)

    assert len(lines) > 10
    assert not any(line[0] in "，。）" for line in lines)
    assert not any(line.endswith("（") for line in lines)


def test_that_a_figure_stays_whole() -> None:
    lines = wrap("每月领取城乡居民养老金1,300.99元整", Role.TEXT, _SIZE, 60)

    assert any("1,300.99" in line for line in lines)


def test_that_a_word_longer_than_a_line_is_broken_and_nothing_is_lost() -> None:
    lines = wrap("ZJ330106202100317" * 4, Role.TEXT, _SIZE, 70)

    assert "".join(lines) == "ZJ330106202100317" * 4
    assert all(width(line, Role.TEXT, _SIZE) <= 70.01 for line in lines)


def test_that_line_breaks_of_the_text_stay_and_the_first_line_is_indented() -> None:
    assert wrap("关系\n婚姻", Role.HEADING, _SIZE, 100) == ("关系", "婚姻")
    assert wrap("一二三四五", Role.TEXT, 10, 40, 20) == ("一二", "三四五")


@given(st.text(alphabet="甲乙丙丁一，。（）、“”：0123456789abc,. ", max_size=80))
def test_that_every_line_fits_and_only_blanks_are_dropped(text: str) -> None:
    lines = wrap(text, Role.TEXT, _SIZE, 72)

    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    assert all(width(line, Role.TEXT, _SIZE) <= 72.01 for line in lines)
