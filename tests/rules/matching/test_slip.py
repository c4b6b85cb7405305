import pytest
from hypothesis import given, strategies as st

from caseworker_app.rules.comparison.identity import one_slip
from caseworker_app.rules.matching.slip import slip
from tests.rules.matching.people import slips

_SHORT = st.text("012", max_size=5)


@pytest.mark.parametrize(
    ("typed", "right", "words"),
    [
        ("1245", "1345", "第2位不同"),
        ("1345", "3145", "第1、2位颠倒"),
        ("145", "1345", "少一位"),
        ("134", "1345", "少一位"),
        ("13455", "1345", "多一位"),
        ("1345", "1345", ""),
        ("1543", "1345", ""),
        ("2346", "1345", ""),
        ("35", "1345", ""),
        ("545", "1345", ""),
        ("93459", "1345", ""),
        ("134599", "1345", ""),
    ],
)
def test_that_one_slip_is_told_in_words(typed: str, right: str, words: str) -> None:
    assert slip(typed, right) == words


@given(_SHORT, _SHORT)
def test_that_exactly_the_texts_one_slip_away_are_found(typed: str, right: str) -> None:
    assert bool(slip(typed, right)) == (typed in set(slips(right)) and typed != right)


@given(_SHORT, _SHORT)
def test_that_it_agrees_with_the_comparison_of_numbers_of_one_length(left: str, right: str) -> None:
    if len(left) == len(right):
        assert bool(slip(left, right)) == one_slip(left, right)
