"""处理结果: which steps each outcome takes, what is made public, and which article asks for it."""

from dataclasses import replace
from datetime import date

import pytest

from caseworker_app.rules.procedure.outcomes import PLANS
from caseworker_app.rules.procedure.way import Facts, State, WayStep, way
from tests.rules.packs import PACK

BEFORE, SINCE = date(2026, 6, 30), date(2026, 7, 1)

STRICT = Facts(near_relative=True, complained=True, minors=True, objection=True, posts_locally=True)
"""Of a household and a place for which everything is asked that an outcome may take."""

VISIT = "visit_two_investigators member_signed differences_closed"
HEARING = "advance_notice statement_heard_or_waived"
POSTING = "minors_protected opinion_posted publicity_over objections_dealt"
COUNTY = "near_relative_filed county_visit county_opinion confirmed"

WAYS = {
    "CONT": f"{VISIT} township_opinion near_relative_filed county_visit",
    "INCR CONV-TK CONV-DB NEW NEW-LM NEW-SL NEW-ED NEW-RG NEW-TK": (
        f"{VISIT} township_opinion {POSTING} {COUNTY} written_with_reasons served published paid"
    ),
    "REDU PART CONV-LM CONV-RG CONV-SL CONV-ED": (
        f"{VISIT} {HEARING} township_opinion {POSTING} {COUNTY}"
        " written_with_reasons served published paid"
    ),
    "STOP": (
        f"{VISIT} {HEARING} township_opinion {POSTING} {COUNTY} written_with_reasons served paid"
    ),
    "STOPD": f"death_verified township_opinion {COUNTY} family_told paid",
    "REFUSE": f"{VISIT} township_opinion {COUNTY} written_with_reasons served",
    "GRACE": (
        f"{VISIT} township_opinion {COUNTY} grace_notice served paid {HEARING} written_with_reasons"
    ),
    "SUSP": (
        f"local_rule_named {VISIT} {HEARING} township_opinion {COUNTY}"
        " written_with_reasons served paid"
    ),
    "RECOV": (
        f"overpayment_reckoned {HEARING} township_opinion county_opinion confirmed"
        " written_with_reasons served repayment_agreed"
    ),
    "DEFER": "deferral_approved",
    "REFER": "referral_sent",
    "TERM-P": "refusal_recorded township_opinion written_with_reasons served",
    "APPT": "case_conference",
}


def needed(outcome: str, facts: Facts) -> list[str]:
    steps = way(outcome, SINCE, frozenset(), PACK, facts)
    return [step.code for step in steps if step.state in (State.NEXT, State.OPEN)]


def step(outcome: str, code: str, *, day: date = SINCE, tekun: bool = False) -> WayStep:
    steps = way(outcome, day, frozenset(), PACK, Facts(tekun=tekun))
    return next(each for each in steps if each.code == code)


@pytest.mark.parametrize(("outcomes", "steps"), WAYS.items())
def test_that_where_everything_is_asked_an_outcome_takes_every_step_of_its_way(
    outcomes: str, steps: str
) -> None:
    for outcome in outcomes.split():
        assert needed(outcome, STRICT) == steps.split(), outcome


@pytest.mark.parametrize("outcome", sorted(PLANS))
def test_that_only_who_newly_receives_is_posted_and_published_everywhere(outcome: str) -> None:
    """The law asks it of who is taken in; of other changes where the place does (DBM-19)."""
    new = outcome.startswith("NEW") or outcome in ("CONV-TK", "CONV-DB", "CONV-ED")
    public = {"opinion_posted", "publicity_over", "published"}
    assert set(needed(outcome, Facts(minors=True))) & public == (public if new else set())


TEKUN_ENDS = ("STOP", "CONV-LM", "CONV-RG", "CONV-SL", "CONV-DB", "CONV-ED")


@pytest.mark.parametrize("outcome", sorted(PLANS))
def test_that_only_the_end_of_tekun_is_posted_by_its_own_rule(outcome: str) -> None:
    ends = {
        each.code
        for each in way(outcome, SINCE, frozenset(), PACK, Facts(tekun=True))
        if each.article == "TKM-26"
    }
    posted = {"opinion_posted", "publicity_over", "paid"}
    assert ends == (posted if outcome in TEKUN_ENDS else set())
    assert outcome not in TEKUN_ENDS or "opinion_posted" in needed(outcome, Facts(tekun=True))


@pytest.mark.parametrize("outcome", TEKUN_ENDS)
def test_that_the_end_of_another_benefit_is_not_posted_as_that_of_tekun(outcome: str) -> None:
    steps = way(outcome, SINCE, frozenset(), PACK)
    assert "TKM-26" not in {each.article for each in steps}


@pytest.mark.parametrize(
    ("outcome", "code", "before", "since"),
    [
        ("REDU", "written_with_reasons", "DBM-32", "SAL-48"),
        ("INCR", "written_with_reasons", "DBM-32", "DBM-32"),
        ("REFUSE", "written_with_reasons", "DBM-21", "SAL-45"),
        ("RECOV", "written_with_reasons", "CC-985", "CC-985"),
        ("TERM-P", "written_with_reasons", "DBM-29", "DBM-29"),
        *((new, "written_with_reasons", "DBM-21", "DBM-21") for new in PLANS if "NEW" in new),
        *((tekun, "opinion_posted", "TKM-15", "TKM-15") for tekun in ("CONV-TK", "NEW-TK")),
        *((tekun, "publicity_over", "TKM-15", "TKM-15") for tekun in ("CONV-TK", "NEW-TK")),
        *((tekun, "paid", "TKM-17", "TKM-17") for tekun in ("CONV-TK", "NEW-TK")),
        ("NEW-RG", "county_opinion", "RGM-8", "RGM-8"),
        ("NEW", "county_opinion", "DBM-20", "SAL-44"),
        ("NEW", "opinion_posted", "DBM-19", "DBM-19"),
        ("NEW", "paid", "DBM-21", "DBM-21"),
    ],
)
def test_that_an_outcome_with_an_article_of_its_own_names_it_first(
    outcome: str, code: str, before: str, since: str
) -> None:
    articles = [step(outcome, code, day=day).article for day in (BEFORE, SINCE)]
    assert articles == [before, since]


@pytest.mark.parametrize(
    ("outcome", "code", "words"),
    [
        ("RECOV", "advance_notice", "拟追缴的事实和金额告知书送达"),
        ("GRACE", "advance_notice", "渐退期满前，拟停发事先告知书送达"),
        ("GRACE", "statement_heard_or_waived", "渐退期满前，听取陈述申辩"),
        ("GRACE", "written_with_reasons", "渐退期满，书面告知决定并说明理由"),
        ("GRACE", "paid", "渐退期内照发"),
        ("STOP", "paid", "自次月起停发"),
        ("STOPD", "paid", "自次月起停发"),
        ("REDU", "paid", "自次月起减发"),
        ("INCR", "paid", "自次月起增发"),
        ("CONV-LM", "paid", "自次月起按决定执行"),
        ("REDU", "advance_notice", "拟减发、停发事先告知书送达"),
    ],
)
def test_that_a_step_is_called_by_what_it_does_for_the_outcome(
    outcome: str, code: str, words: str
) -> None:
    assert step(outcome, code).zh == words


def test_that_what_is_unknown_goes_the_common_way() -> None:
    """Nothing of it is made public unless it is known that the law asks for it."""
    assert needed("", STRICT) == (
        f"{VISIT} township_opinion {COUNTY} written_with_reasons served paid".split()
    )
    assert needed("", replace(STRICT, lower=True))[3:5] == HEARING.split()
