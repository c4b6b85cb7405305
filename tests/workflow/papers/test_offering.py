"""What a paper may speak of, and what is known of before."""

from dataclasses import replace

from caseworker_app.demo.values import Township
from caseworker_app.store import visit as visits
from caseworker_app.workflow import papers
from caseworker_app.workflow.papers import opening
from tests.workflow.papers.conftest import Sealed


def _of(sealed: Sealed, form: str) -> tuple[tuple[str, str], ...]:
    offered = papers.offered(sealed.ws, sealed.household, sealed.visit)
    return next(one.of for one in (*offered.others, *offered.asked) if one.form == form)


def test_that_a_form_of_one_person_may_speak_of_each_member(
    stopped: Sealed, township: Township
) -> None:
    home = next(u.household for u in township.households if u.household.id == stopped.household)
    people = tuple((member.id, member.name) for member in home.members)

    assert _of(stopped, "F12") == _of(stopped, "F21") == people
    assert _of(stopped, "F02") == ()


def test_that_a_talk_is_with_any_neighbour_of_the_visit_or_with_another(stopped: Sealed) -> None:
    with stopped.ws.database.read() as connection:
        talks = visits.load(connection, stopped.visit).neighbours

    assert len(_of(stopped, "F11")) == (len(talks) + 1 if talks else 0)
    if talks:
        assert _of(stopped, "F11")[-1] == ("stranger", "")
    other = stopped.begin("F11", "stranger")
    assert "informant" not in other.entries
    written = papers.write(stopped.ws, other.id, "informant", "赵大妈")
    assert written.entries["informant"] == "赵大妈"


def test_that_the_figures_before_are_the_last_visits_where_it_decided_what_is_paid(
    stopped: Sealed,
) -> None:
    ws = stopped.ws
    sealed = papers.case_of(ws, stopped.household, stopped.visit)
    now = papers.case_of(ws, stopped.household)
    assert sealed.determination is not None
    paid = replace(now.household, monthly=sealed.determination.monthly)
    otherwise = replace(now.household, monthly=sealed.determination.monthly + 100)

    with ws.database.read() as connection:
        known = opening.before(connection, ws, replace(now, household=paid))
        assert known == sealed.determination
        assert opening.before(connection, ws, replace(now, household=otherwise)) is None
        assert opening.before(connection, ws, sealed) is None  # the first one
