"""The agreement: its instalments are those of the rules, its sum is the debt."""

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings, strategies as st

from caseworker_app.documents import form as forms, words
from caseworker_app.errors import UserError
from caseworker_app.model.values import Json, Month
from caseworker_app.rules.policy.pack import Pack
from caseworker_app.workflow.papers.case import Case
from caseworker_app.workflow.papers.cautions import cautions
from caseworker_app.workflow.papers.known import known
from tests.workflow.papers.cases import cases
from tests.workflow.papers.letters import read

F08 = forms.read("F08")
WRITTEN: dict[str, Json] = {"owed": 1000050, "periods": 3, "first_month": "2026-12"}


@pytest.fixture(scope="module")
def full(pack: Pack) -> Case:
    return cases(pack)["full"]


def test_that_the_paper_lists_every_instalment_and_their_sum(full: Case) -> None:
    text = read("F08", full, WRITTEN | {"pay_day": 10})

    assert "12026年12月3,333元" in text
    assert "32027年2月3,334.50元合计10,000.50元" in text
    assert "自2026年12月起至2027年2月止，分3期退还，每月一期，每期3,333元，末期3,334.50元" in text
    assert f"（大写：{words.capitals(1000050)}）" in text


@given(st.integers(10_000, 10**8), st.integers(1, 60))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_that_the_rows_are_the_debt_to_the_fen(full: Case, owed: int, periods: int) -> None:
    found = known(F08, full, {"owed": owed, "periods": periods, "first_month": "2026-12"})
    rows = found["schedule"]
    assert isinstance(rows, list)
    told = [row for row in rows if isinstance(row, dict)]

    assert sum(int(str(row["amount"])) for row in told) == owed == found["schedule_sum"]
    assert [row["month"] for row in told] == [str(Month(2026, 12).plus(n)) for n in range(periods)]


def test_that_equal_instalments_have_no_other_last_one(full: Case) -> None:
    assert "末期" not in str(known(F08, full, WRITTEN | {"owed": 900000})["terms"])
    once = known(F08, full, WRITTEN | {"periods": 1})["terms"]
    assert once == f"于2026年12月一次退还{words.amount(1000050)}"


def test_that_a_debt_that_cannot_be_split_is_refused(full: Case) -> None:
    with pytest.raises(UserError, match="每期不足一元"):
        known(F08, full, WRITTEN | {"owed": 250})


def test_that_what_was_found_overpaid_is_proposed_from_the_next_month_on(full: Case) -> None:
    found = known(F08, full)

    assert (found["owed"], found["first_month"], found["debtor"]) == (36000, "2026-12", "沈䶮生")
    assert not {"terms", "schedule", "owed_capitals"} & found.keys()


def test_that_no_dead_debtor_is_proposed(full: Case) -> None:
    home = full.household
    gone = tuple(replace(m, excluded="dead") if m.id == home.head_id else m for m in home.members)
    found = known(F08, replace(full, household=replace(home, members=gone)))

    assert not {"debtor", "debtor_number", "debtor_phone"} & found.keys()


def test_that_a_plan_beyond_the_rules_of_the_place_is_told_and_not_printed(full: Case) -> None:
    long = WRITTEN | {"periods": 40}

    (told,) = cautions(F08, full, long)
    assert "分期40个月，超过规则包规定的" in told
    assert "规则包规定" not in read("F08", full, long)
    assert cautions(F08, full, WRITTEN) == cautions(F08, full, {}) == ()
