from datetime import date

import pytest

from caseworker_app.rules.procedure import Gate, gate, words
from tests.rules.packs import PACK

BEFORE, SINCE = date(2026, 6, 30), date(2026, 7, 1)
VISITED = frozenset({"visit_two_investigators", "form_signed"})
HEARD = VISITED | {"advance_notice", "statement_heard_or_waived"}


@pytest.mark.parametrize(
    "action", ["REDU", "STOP", "CONV-LM", "CONV-RG", "SUSP", "PART", "CONV-SL"]
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


@pytest.mark.parametrize("action", ["INCR", "CONT", "CONV-TK", "GRACE"])
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
