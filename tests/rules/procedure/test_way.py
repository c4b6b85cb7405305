from datetime import date

import pytest
from hypothesis import given, strategies as st

from caseworker_app import codes
from caseworker_app.model.codes import Action
from caseworker_app.paths import resource
from caseworker_app.rules.policy.national import Limit, Unit
from caseworker_app.rules.policy.reading import read_pack
from caseworker_app.rules.procedure.outcomes import HEARING, NAMES, PLANS, Ask
from caseworker_app.rules.procedure.steps import STEPS, article_on
from caseworker_app.rules.procedure.way import Facts, State, WayStep, lowers, way
from tests.rules.packs import NATIONAL, PACK, without

BEFORE, SINCE = date(2026, 6, 30), date(2026, 7, 1)
SEALED = frozenset({"visit_two_investigators", "form_signed", "differences_closed"})
NOTHING: frozenset[str] = frozenset()


def needed(outcome: str, day: date, facts: Facts, done: frozenset[str] = SEALED) -> list[str]:
    steps = way(outcome, day, done, PACK, facts)
    return [s.code for s in steps if s.state in (State.NEXT, State.OPEN)]


def step(outcome: str, code: str, day: date = SINCE, facts: Facts | None = None) -> WayStep:
    found = way(outcome, day, SEALED, PACK, facts or Facts())
    return next(s for s in found if s.code == code)


def test_that_a_reduction_goes_from_the_notice_to_the_pay() -> None:
    assert needed("REDU", SINCE, Facts()) == [
        "advance_notice",
        "statement_heard_or_waived",
        "township_opinion",
        "county_opinion",
        "confirmed",
        "written_with_reasons",
        "served",
        "paid",
    ]
    states = [s.state for s in way("REDU", SINCE, SEALED, PACK)]
    assert states.count(State.NEXT) == 1
    assert states[:4] == [State.DONE, State.DONE, State.DONE, State.NEXT]


def test_that_before_the_law_a_reduction_was_told_and_not_heard() -> None:
    assert needed("REDU", BEFORE, Facts())[0] == "township_opinion"
    notice = step("REDU", "advance_notice", BEFORE)
    assert (notice.state, notice.article) == (State.NOT_NEEDED, "DBM-32")
    assert "施行前" in notice.why
    assert step("REDU", "written_with_reasons", BEFORE).article == "DBM-32"
    assert step("REDU", "written_with_reasons").article == "SAL-48"


def test_that_what_stays_as_it_is_needs_an_opinion_only() -> None:
    assert needed("CONT", SINCE, Facts()) == ["township_opinion"]


def test_that_the_family_of_the_dead_is_told_without_a_hearing() -> None:
    assert needed("STOPD", SINCE, Facts()) == [
        "death_verified",
        "township_opinion",
        "county_opinion",
        "confirmed",
        "family_told",
        "paid",
    ]


def test_that_the_end_of_tekun_is_posted_for_seven_days() -> None:
    facts = Facts(tekun=True)
    assert {"opinion_posted", "publicity_over"} <= set(needed("STOP", SINCE, facts))
    assert step("STOP", "opinion_posted", facts=facts).article == "TKM-26"
    assert step("STOP", "paid", facts=facts).article == "TKM-26"
    assert "opinion_posted" not in needed("STOP", SINCE, Facts())
    assert "opinion_posted" in needed("STOP", SINCE, Facts(posts_locally=True))
    assert "published" in needed("REDU", SINCE, Facts(posts_locally=True))


def test_that_grace_is_told_now_and_heard_at_its_end() -> None:
    codes_left = needed("GRACE", SINCE, Facts())
    assert codes_left.index("grace_notice") < codes_left.index("advance_notice")
    assert "渐退期满" in step("GRACE", "advance_notice").zh
    assert "advance_notice" not in needed("GRACE", BEFORE, Facts())


def test_that_a_part_of_the_household_is_heard_only_where_the_total_falls() -> None:
    assert needed("PART", SINCE, Facts())[0] == "advance_notice"
    assert needed("PART", SINCE, Facts(), SEALED | {"total_not_lower"})[0] == "township_opinion"


def test_that_the_township_confirms_where_it_may() -> None:
    assert step("INCR", "confirmed", facts=Facts(delegated=True)).who == "镇街（受委托确认）"
    assert "county_opinion" not in needed("INCR", SINCE, Facts(delegated=True))
    assert step("INCR", "confirmed").who == "县级民政部门"


def test_that_minors_are_left_out_of_what_is_made_public_where_the_province_says_so() -> None:
    facts = Facts(minors=True)
    assert "minors_protected" in needed("NEW", SINCE, facts)
    assert "minors_protected" not in needed("STOP", SINCE, facts)
    elsewhere = without("ZJR")
    found = way("NEW", SINCE, SEALED, elsewhere, facts)
    assert [s.state for s in found if s.code == "minors_protected"] == [State.NOT_NEEDED]


def test_that_a_step_done_though_not_needed_counts_as_done() -> None:
    found = way("INCR", SINCE, SEALED | {"opinion_posted"}, PACK)
    assert next(s.state for s in found if s.code == "opinion_posted") is State.DONE


def test_that_every_outcome_of_the_list_and_every_action_has_its_way() -> None:
    listed = {row["code"] for row in codes.table("outcomes")}
    assert listed | {action.value for action in Action} == set(PLANS)
    assert all(way(code, SINCE, NOTHING, PACK) for code in PLANS)


def test_that_hearing_and_posting_are_those_of_the_list() -> None:
    for row in codes.table("outcomes"):
        heard = row["needs_hearing_SAL48"].startswith("YES")
        assert lowers(row["code"], NOTHING) == heard, row["code"]
        plan = PLANS[row["code"]]
        if row["needs_publicity"].startswith("7"):
            assert plan.posted is Ask.YES
        if row["needs_publicity"] == "no":
            assert plan.posted is Ask.NO


def test_that_every_step_names_articles_that_exist() -> None:
    known = codes.names("legal_basis", value="instrument")
    for code, found in STEPS.items():
        assert set(found.articles) <= known.keys(), code
    for outcome in PLANS:
        for facts in (Facts(), Facts(tekun=True)):
            assert {s.article for s in way(outcome, SINCE, NOTHING, PACK, facts)} <= known.keys()


@pytest.mark.parametrize(
    ("outcome", "code", "days", "article"),
    [
        ("REDU", "statement_heard_or_waived", 5, "SAL-48"),
        ("NEW", "publicity_over", 7, "DBM-19"),
        ("REDU", "county_opinion", 10, "DBM-20"),
        ("REFUSE", "written_with_reasons", 3, "DBM-21"),
    ],
)
def test_that_a_step_with_a_limit_tells_it(
    outcome: str, code: str, days: int, article: str
) -> None:
    found = step(outcome, code)
    assert found.term is not None
    assert (found.term.length, found.term_article) == (days, article)
    assert step("REDU", "written_with_reasons").term is None


def test_that_the_limit_of_the_place_goes_before_that_of_the_nation() -> None:
    zhejiang = read_pack(
        resource("packs", "zj_demo.toml").read_text(encoding="utf-8"), "zj_demo.toml", NATIONAL
    )
    steps = {s.code: s for s in way("REFUSE", SINCE, SEALED, zhejiang)}
    county = steps["county_opinion"]
    assert (county.term, county.term_article) == (Limit(5, Unit.WORKING_DAYS), "ZJR-11")
    assert {code for code, s in steps.items() if s.term} == {
        "publicity_over",
        "county_opinion",
        "written_with_reasons",
    }
    assert {s.term_article for s in steps.values() if not s.term} == {""}


@pytest.mark.parametrize(
    ("outcome", "code", "day", "facts", "why"),
    [
        ("CONT", "served", SINCE, Facts(), "保障不变"),
        ("CONT", "confirmed", SINCE, Facts(), "保障不变"),
        ("INCR", "advance_notice", SINCE, Facts(), "不降低保障"),
        ("INCR", "statement_heard_or_waived", BEFORE, Facts(), "不降低保障"),
        ("REDU", "statement_heard_or_waived", BEFORE, Facts(), "施行前"),
        ("STOP", "opinion_posted", SINCE, Facts(), "不需公示"),
        ("STOP", "publicity_over", SINCE, Facts(), "不需公示"),
        ("STOP", "objections_dealt", SINCE, Facts(objection=True), "不需公示"),
        ("NEW", "objections_dealt", SINCE, Facts(), "没有异议"),
        ("STOP", "published", SINCE, Facts(posts_locally=True), "不需公布"),
        ("REDU", "published", SINCE, Facts(), "不需公布"),
        ("STOP", "minors_protected", SINCE, Facts(minors=True), "没有要公示、公布的内容"),
        ("NEW", "minors_protected", SINCE, Facts(), "没有未成年人"),
        ("NEW", "near_relative_filed", SINCE, Facts(complained=True), "近亲属"),
        ("NEW", "county_visit", SINCE, Facts(), "没有举报"),
        ("NEW", "county_opinion", SINCE, Facts(delegated=True), "已下放"),
    ],
)
def test_that_a_step_that_falls_away_says_why(
    outcome: str, code: str, day: date, facts: Facts, why: str
) -> None:
    found = step(outcome, code, day, facts)
    assert found.state is State.NOT_NEEDED
    assert why in found.why


def test_that_minors_are_protected_also_where_only_the_opinion_is_posted() -> None:
    """At the end of 特困 support the opinion is posted, though nothing is published."""
    assert "minors_protected" in needed("STOP", SINCE, Facts(tekun=True, minors=True))
    assert "published" not in needed("STOP", SINCE, Facts(tekun=True, minors=True))


def test_that_only_the_confirming_passes_to_the_township() -> None:
    county, township = (
        {s.code: s.who for s in way("NEW", SINCE, SEALED, PACK, Facts(delegated=given))}
        for given in (False, True)
    )
    assert {code for code in county if county[code] != township[code]} == {"confirmed"}


def test_that_a_lower_amount_is_heard_whatever_the_outcome_is_called() -> None:
    assert needed("CONV-TK", SINCE, Facts(lower=True))[0] == "advance_notice"
    assert needed("CONV-TK", SINCE, Facts())[0] == "township_opinion"


def test_that_every_special_name_belongs_to_a_step_of_its_outcome() -> None:
    assert all(code in PLANS[outcome].path for outcome, code in NAMES)


def test_that_the_article_in_force_on_the_day_asks() -> None:
    assert article_on(("SAL-44", "DBM-19"), BEFORE, PACK) == "DBM-19"
    assert article_on(("SAL-44", "DBM-19"), SINCE, PACK) == "SAL-44"
    assert article_on(("SAL-44", "DBM-19"), date(2020, 1, 1), PACK) == "DBM-19"
    assert article_on(("CQR-26",), SINCE, PACK) == "CQR-26"


FACTS = st.builds(
    Facts,
    delegated=st.booleans(),
    near_relative=st.booleans(),
    complained=st.booleans(),
    minors=st.booleans(),
    tekun=st.booleans(),
    objection=st.booleans(),
    posts_locally=st.booleans(),
)


@given(
    st.sampled_from([*PLANS]),
    st.dates(date(2021, 7, 1), date(2027, 12, 31)),
    st.frozensets(st.sampled_from([*STEPS])),
    FACTS,
)
def test_that_a_way_has_one_next_step_until_all_is_done(
    outcome: str, day: date, done: frozenset[str], facts: Facts
) -> None:
    found = way(outcome, day, done, PACK, facts)
    states = [s.state for s in found]
    open_ones = [s for s in states if s in (State.NEXT, State.OPEN)]
    assert open_ones.count(State.NEXT) == bool(open_ones)
    assert open_ones[:1] in ([], [State.NEXT])
    assert all(s.why and s.todo and s.zh for s in found)
    heard = {s.code for s in found if s.code in HEARING and s.state is not State.NOT_NEEDED}
    assert day >= SINCE or not heard - done - {"statement_heard_or_waived"}


@pytest.mark.parametrize("outcome", sorted(PLANS))
def test_that_a_way_ends(outcome: str) -> None:
    path, facts = PLANS[outcome].path, Facts(objection=True)
    done: set[str] = set()
    for _ in path:
        steps = way(outcome, SINCE, frozenset(done), PACK, facts)
        done |= {s.code for s in steps if s.state is State.NEXT}
    assert needed(outcome, SINCE, facts, frozenset(done)) == []
    assert done <= set(path)
