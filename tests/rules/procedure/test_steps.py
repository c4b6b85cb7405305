"""程序步骤: what does a step, which article asks for it on a day, what it is called."""

from datetime import date

import pytest

from caseworker_app.rules.procedure.steps import STEPS, article_on, words
from tests.rules.packs import PACK


@pytest.mark.parametrize(
    ("step", "done_by"),
    [
        ("visit_two_investigators", "second_investigator"),
        ("second_investigator", "visit_two_investigators"),
        ("member_signed", "form_signed"),
        ("statement_heard_or_waived", "statement_heard statement_waived"),
        ("opinion_posted", "publicity_over"),
        ("advance_notice", ""),
        ("publicity_over", ""),
        ("confirmed", ""),
    ],
)
def test_that_a_step_is_done_by_itself_or_by_what_stands_for_it(step: str, done_by: str) -> None:
    doing = {code for code in (*STEPS, *done_by.split()) if STEPS[step].is_done(frozenset({code}))}
    assert doing == {step, *done_by.split()}
    assert not STEPS[step].is_done(frozenset())


@pytest.mark.parametrize(
    ("articles", "day", "asks"),
    [
        ("SAL-48 DBM-32 IM-13", date(2026, 7, 1), "SAL-48"),
        ("SAL-48 DBM-32 IM-13", date(2026, 6, 30), "DBM-32"),
        ("SAL-48 DBM-32 IM-13", date(2021, 6, 30), "IM-13"),
        # none was law yet: the oldest
        ("SAL-48 DBM-32 IM-13", date(2010, 1, 1), "IM-13"),
        # not law in this place: named all the same, so that nothing goes without an article
        ("CQR-26", date(2026, 7, 1), "CQR-26"),
        ("CQR-25 CQR-26", date(2026, 7, 1), "CQR-26"),
        ("CQR-24 CQR-25 CQR-26", date(2026, 7, 1), "CQR-26"),
        ("CQR-26 DBM-20", date(2026, 7, 1), "DBM-20"),
    ],
)
def test_that_the_first_article_in_force_here_on_the_day_asks(
    articles: str, day: date, asks: str
) -> None:
    assert article_on(tuple(articles.split()), day, PACK) == asks


@pytest.mark.parametrize(
    ("code", "told"),
    [
        ("confirmed", "审核确认"),
        ("statement_waived", "书面放弃陈述申辩"),
        ("total_not_lower", "救助金总额不减少"),
        ("unheard_of", "unheard_of"),
    ],
)
def test_that_what_is_done_is_told_in_words(code: str, told: str) -> None:
    assert words(code) == told
