from datetime import date

import pytest
from hypothesis import given, strategies as st

from caseworker_app.rules.policy.reading import read_pack
from caseworker_app.rules.procedure.gate import Gate, gate, lacking, words
from caseworker_app.rules.procedure.outcomes import PLANS
from caseworker_app.rules.procedure.steps import STEPS
from caseworker_app.rules.procedure.way import Facts
from tests.rules.packs import NATIONAL, PACK, PLAIN, without

BEFORE, SINCE = date(2026, 6, 30), date(2026, 7, 1)
VISITED = frozenset({"visit_two_investigators", "form_signed"})
HEARD = VISITED | {"advance_notice", "statement_heard_or_waived"}


@pytest.mark.parametrize(
    "action", ["REDU", "STOP", "CONV-LM", "CONV-RG", "SUSP", "PART", "CONV-SL", "CONV-ED"]
)
def test_that_nothing_is_lowered_unheard_since_the_law(action: str) -> None:
    blocked = gate(action, SINCE, VISITED, PACK)
    assert (blocked.blocked_by, blocked.missing) == (
        "SAL-48",
        ("advance_notice", "statement_heard_or_waived"),
    )
    assert blocked.notice_after == "written_with_reasons"
    assert gate(action, SINCE, HEARD, PACK).blocked_by == ""
    assert gate(action, BEFORE, VISITED, PACK).blocked_by == ""


@pytest.mark.parametrize("step", ["statement_heard", "statement_waived"])
def test_that_a_statement_or_its_waiver_is_enough(step: str) -> None:
    assert gate("STOP", SINCE, VISITED | {"advance_notice", step}, PACK).missing == ()


@pytest.mark.parametrize("action", ["INCR", "CONT", "CONV-TK", "CONV-DB", "GRACE"])
def test_that_what_does_not_lower_needs_the_visit_only(action: str) -> None:
    assert gate(action, SINCE, VISITED, PACK) == Gate("", (), "")
    assert gate(action, SINCE, frozenset(), PACK).blocked_by == "DBM-16"


def test_that_a_conversion_that_does_not_lower_needs_no_hearing() -> None:
    assert gate("CONV-SL", SINCE, VISITED | {"total_not_lower"}, PACK).blocked_by == ""


def test_that_the_dead_are_not_heard() -> None:
    assert gate("STOPD", SINCE, frozenset(), PACK) == Gate("", (), "")


def test_that_recovery_is_told_first() -> None:
    assert gate("RECOV", SINCE, frozenset(), PACK).blocked_by == "SAL-48"
    assert gate("RECOV", BEFORE, frozenset(), PACK).blocked_by == ""


@pytest.mark.parametrize(
    ("done", "missing"),
    [
        ({"visit_one_investigator", "member_signed"}, ("second_investigator",)),
        ({"visit_two_investigators"}, ("member_signed",)),
        ({"visit_one_investigator", "second_investigator", "form_signed"}, ()),
        (set(), ("visit_two_investigators", "member_signed")),
    ],
)
def test_that_a_visit_closes_with_two_investigators_and_a_signature(
    done: set[str], missing: tuple[str, ...]
) -> None:
    found = gate("CLOSE_VISIT", BEFORE, frozenset(done), PACK)
    assert found.missing == missing
    assert found.blocked_by == ("DBM-16" if missing else "")


def test_that_an_obligor_is_checked_by_own_consent_since_the_law() -> None:
    household = frozenset({"household_authorisation"})
    assert gate("CHECK_OBLIGOR", SINCE, household, PACK).missing == (
        "obligor_consent",
        "necessity_reason",
    )
    assert gate("CHECK_OBLIGOR", SINCE, frozenset({"obligor_consent"}), PACK).missing == (
        "necessity_reason",
    )
    assert gate("CHECK_OBLIGOR", BEFORE, household, PACK).blocked_by == ""
    assert gate("CHECK_OBLIGOR", BEFORE, frozenset(), PACK).blocked_by == "DBM-9"


def test_that_steps_have_words() -> None:
    assert words("second_investigator") == "第二名调查人员"
    assert words("unheard_of") == "unheard_of"


OPINION = VISITED | {"differences_closed", "township_opinion"}
CONFIRMED = OPINION | {"county_opinion", "confirmed"}


def test_that_nobody_examines_what_he_looked_at_himself() -> None:
    done = VISITED | {"differences_closed"}
    assert gate("EXAMINE", SINCE, done, PACK) == Gate("SAL-44", ("examiner_not_visitor",))
    assert gate("EXAMINE", BEFORE, done, PACK).blocked_by == "DBM-19"
    assert gate("EXAMINE", SINCE, done | {"examiner_not_visitor"}, PACK) == Gate("", ())


def test_that_a_lowering_is_not_confirmed_unheard_since_the_law() -> None:
    facts = Facts(outcome="REDU")
    done = OPINION | {"county_opinion"}
    assert gate("CONFIRM", SINCE, done, PACK, facts).missing == (
        "advance_notice",
        "statement_heard_or_waived",
    )
    assert gate("CONFIRM", BEFORE, done, PACK, facts) == Gate("", ())
    assert gate("CONFIRM", SINCE, done | HEARD, PACK, facts) == Gate("", ())


@pytest.mark.parametrize("facts", [Facts(near_relative=True), Facts(complained=True)])
def test_that_the_county_itself_visits_relatives_of_staff_and_who_was_complained_of(
    facts: Facts,
) -> None:
    done = OPINION | {"county_opinion", "near_relative_filed"}
    assert gate("CONFIRM", SINCE, done, PACK, facts) == Gate("DBM-20", ("county_visit",))
    assert gate("CONFIRM", SINCE, done | {"county_visit"}, PACK, facts).missing == ()


def test_that_a_relative_of_staff_is_filed_before_confirming() -> None:
    done = OPINION | {"county_opinion", "county_visit"}
    facts = Facts(near_relative=True)
    assert gate("CONFIRM", SINCE, done, PACK, facts) == Gate("DBM-11", ("near_relative_filed",))


def test_that_where_the_township_confirms_the_county_gives_no_opinion() -> None:
    assert gate("CONFIRM", SINCE, OPINION, PACK).missing == ("county_opinion",)
    assert gate("CONFIRM", SINCE, OPINION, PACK, Facts(delegated=True)).missing == ()


def test_that_a_newcomer_is_confirmed_once_the_posting_is_over_and_objections_are_dealt_with() -> (
    None
):
    done, facts = OPINION | {"county_opinion"}, Facts(outcome="NEW", objection=True)
    assert gate("CONFIRM", SINCE, done, PACK, facts).missing == (
        "opinion_posted",
        "publicity_over",
        "objections_dealt",
    )
    over = done | {"publicity_over"}
    assert gate("CONFIRM", SINCE, over, PACK, facts).missing == ("objections_dealt",)
    assert gate("CONFIRM", SINCE, over, PACK, Facts(outcome="NEW")).missing == ()


@pytest.mark.parametrize("outcome", ["STOP", "CONV-LM"])
def test_that_the_end_of_tekun_is_posted_first(outcome: str) -> None:
    done = OPINION | HEARD | {"county_opinion"}
    facts = Facts(outcome=outcome, tekun=True)
    assert gate("CONFIRM", SINCE, done, PACK, facts) == Gate(
        "TKM-26", ("opinion_posted", "publicity_over")
    )
    assert gate("CONFIRM", SINCE, done, PACK, Facts(outcome=outcome)).missing == ()


def test_that_only_what_the_law_permits_is_made_public() -> None:
    facts = Facts(outcome="NEW", minors=True)
    assert gate("POST", SINCE, OPINION, PACK, facts) == Gate("DBM-24", ("only_permitted_fields",))
    fields = OPINION | {"only_permitted_fields"}
    assert gate("POST", SINCE, fields, PACK, facts) == Gate("ZJR-55", ("minors_protected",))
    elsewhere = without("ZJR")
    assert gate("POST", SINCE, fields, elsewhere, facts).missing == ()
    posted = CONFIRMED | {"publicity_over", "written_with_reasons", "served"}
    assert gate("PUBLISH", SINCE, posted, PACK, Facts(outcome="NEW")).blocked_by == "DBM-24"


def test_that_a_notice_names_the_remedies_and_follows_the_decision() -> None:
    facts = Facts(outcome="INCR")
    assert gate("NOTIFY", SINCE, OPINION, PACK, facts).missing == ("county_opinion", "confirmed")
    assert gate("NOTIFY", SINCE, CONFIRMED, PACK, facts) == Gate("SAL-76", ("remedies_told",))
    assert gate("NOTIFY", BEFORE, CONFIRMED, PACK, facts).blocked_by == "IM-65"


def test_that_pay_changes_from_the_month_after_a_decision_that_was_served() -> None:
    facts = Facts(outcome="INCR")
    told = CONFIRMED | {"written_with_reasons"}
    assert gate("PAY", SINCE, told | {"from_next_month"}, PACK, facts).missing == ("served",)
    assert gate("PAY", SINCE, told | {"served"}, PACK, facts).missing == ("from_next_month",)
    assert gate("SERVE", SINCE, CONFIRMED, PACK, facts).missing == ("written_with_reasons",)
    assert gate("SERVE", SINCE, told, PACK, facts) == Gate("", ())


@pytest.mark.parametrize(
    ("act", "outcome", "done"),
    [
        ("NOTIFY", "GRACE", CONFIRMED | {"remedies_told"}),
        ("NOTIFY", "STOPD", CONFIRMED | {"death_verified", "remedies_told"}),
        ("NOTIFY", "INCR", CONFIRMED | {"remedies_told"}),
        ("POST", "NEW", OPINION | {"only_permitted_fields"}),
        (
            "PUBLISH",
            "NEW",
            CONFIRMED
            | {"publicity_over", "written_with_reasons", "served", "only_permitted_fields"},
        ),
        ("PAY", "INCR", CONFIRMED | {"written_with_reasons", "served", "from_next_month"}),
    ],
)
def test_that_an_act_waits_for_nothing_that_comes_after_it(
    act: str, outcome: str, done: frozenset[str]
) -> None:
    assert gate(act, SINCE, done, PACK, Facts(outcome=outcome)) == Gate("", ())


@pytest.mark.parametrize(
    ("act", "outcome", "day", "done", "blocked_by"),
    [
        # a law goes before rules of a ministry
        ("PAY", "INCR", SINCE, CONFIRMED, "CPL-87"),
        ("PAY", "RECOV", SINCE, HEARD | CONFIRMED, "CC-985"),
        ("NOTIFY", "INCR", SINCE, OPINION | {"county_opinion"}, "SAL-44"),
        # laws are equal: the step that comes first blocks
        ("CONFIRM", "RECOV", SINCE, OPINION | {"county_opinion"}, "CC-985"),
        ("PAY", "REDU", SINCE, HEARD | CONFIRMED, "SAL-48"),
        (
            "PAY",
            "RECOV",
            SINCE,
            HEARD | CONFIRMED | {"overpayment_reckoned", "written_with_reasons"},
            "CPL-87",
        ),
        # a regulation goes before rules of a ministry, a law before a regulation
        ("NOTIFY", "INCR", BEFORE, OPINION, "IM-65"),
        ("PAY", "INCR", date(2021, 6, 30), CONFIRMED, "CPL-87"),
        # rules of a province come last
        ("POST", "NEW", SINCE, OPINION, "DBM-24"),
    ],
)
def test_that_the_article_of_highest_rank_blocks(
    act: str, outcome: str, day: date, done: frozenset[str], blocked_by: str
) -> None:
    facts = Facts(outcome=outcome, minors=True)
    assert gate(act, day, done, PACK, facts).blocked_by == blocked_by


def test_that_where_no_regulation_names_the_remedies_the_law_of_reconsideration_does() -> None:
    nation = NATIONAL.replace("IM = 2014-05-01\n", "")
    place = read_pack(PLAIN, "plain.toml", nation)
    assert gate("NOTIFY", BEFORE, OPINION, place, Facts(outcome="INCR")) == Gate(
        "ARL-20", ("remedies_told",)
    )


def test_that_an_act_the_outcome_does_not_have_waits_for_all_of_it() -> None:
    refused = gate("PAY", SINCE, CONFIRMED, PACK, Facts(outcome="REFUSE"))
    assert refused == Gate("SAL-45", ("written_with_reasons",))


def test_that_what_is_missing_is_told_in_sentences_with_what_to_do() -> None:
    first, *_ = lacking("REDU", SINCE, VISITED, PACK)
    assert (first.code, first.article) == ("advance_notice", "SAL-48")
    assert first.text == (
        "尚缺“拟减发、停发事先告知书送达”：减少或者终止救助前应当听取救助对象意见。"
        "请制发事先告知书，写明事实、依据、金额和陈述办法。"
    )
    assert [lack.code for lack in lacking("STOP", SINCE, frozenset(), PACK)] == [
        "advance_notice",
        "statement_heard_or_waived",
        "visit_two_investigators",
        "member_signed",
    ]


STEP_CODES = st.sampled_from([*STEPS, "total_not_lower", "statement_waived"])


@given(
    st.sampled_from([*PLANS, "CLOSE_VISIT", "CHECK_OBLIGOR", "CONFIRM", "PAY", "NOTIFY"]),
    st.dates(date(2021, 7, 1), date(2027, 1, 1)),
    st.frozensets(STEP_CODES),
    STEP_CODES,
)
def test_that_one_step_more_never_asks_for_more(
    action: str, day: date, done: frozenset[str], more: str
) -> None:
    facts = Facts(outcome="REDU", near_relative=True)
    before = {lack.code for lack in lacking(action, day, done, PACK, facts)}
    after = {lack.code for lack in lacking(action, day, done | {more}, PACK, facts)}
    assert after - before <= {"visit_two_investigators", "second_investigator"}
    assert (gate(action, day, done, PACK, facts).blocked_by == "") == (not before)
