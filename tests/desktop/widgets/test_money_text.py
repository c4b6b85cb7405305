import pytest
from hypothesis import given, strategies as st

from caseworker_app.desktop.widgets import money_text

AMOUNTS = st.integers(0, money_text.LARGEST)


@given(AMOUNTS)
def test_that_what_is_shown_or_typed_reads_back_to_the_fen(fen: int) -> None:
    assert money_text.read(money_text.shown(fen)) == fen
    assert money_text.read(money_text.typed(fen)) == fen


@pytest.mark.parametrize(
    ("text", "fen"),
    [
        ("1,234.50", 123450),
        ("\uff11\uff0c\uff12\uff13\uff14\uff0e\uff15", 123450),
        ("¥1,234.5元", 123450),
        (" 12 ", 1200),
        ("12。5", 1250),
        (".5", 50),
        ("0", 0),
        ("007", 700),
        ("0.07", 7),
        ("", None),
    ],
)
def test_that_an_amount_is_read_as_people_write_it(text: str, fen: int | None) -> None:
    assert money_text.read(text) == fen


@pytest.mark.parametrize(
    "text", ["12.345", "1.2.3", "-5", "一百", "12a", ".", "1e5", "½", "99999999999999"]
)
def test_that_what_is_no_amount_is_refused_and_never_guessed(text: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        money_text.read(text)


@given(st.text())
def test_that_any_text_is_read_exactly_or_refused(text: str) -> None:
    try:
        fen = money_text.read(text)
    except ValueError:
        return
    assert fen is None or 0 <= fen <= money_text.LARGEST
