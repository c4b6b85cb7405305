from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest

from caseworker_app.errors import UserError
from caseworker_app.intake.answers import answer_case
from caseworker_app.intake.cases import Case, Household, read_cases
from caseworker_app.intake.pack_file import shipped
from caseworker_app.intake.yaml_text import Plain, read_yaml
from caseworker_app.model.household import Disability
from caseworker_app.rules.policy.pack import Pack
from caseworker_app.rules.policy.reading import with_override

WORKED = Path(__file__).parents[1] / "rules" / "cases" / "worked.yaml"
CASES = read_cases(WORKED.read_text(encoding="utf-8"), WORKED.name).cases
NORTH = read_cases(WORKED.with_name("north.yaml").read_text(encoding="utf-8"), "north.yaml").cases
PACK = shipped()

MINIMAL = """
schema: 1
cases:
- id: A1
  as_of: 2025-06-10
  persons: [{id: p1, age: 66, status: retired}]
"""


def one(text: str) -> Case:
    return read_cases(text, "a.yaml").cases[0]


def refusal(text: str) -> str:
    with pytest.raises(UserError) as caught:
        read_cases(text, "a.yaml")
    return str(caught.value)


@pytest.mark.parametrize("case", NORTH, ids=lambda case: case.id)
def test_that_quite_another_place_is_answered_by_the_same_rules(case: Case) -> None:
    answered = answer_case(case, shipped("bf_demo"))
    assert [check for check in answered.checks if not check.agrees] == []
    assert answered.checks


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.id)
def test_that_every_worked_case_is_answered_as_expected(case: Case) -> None:
    answered = answer_case(case, PACK)
    assert answered.checks
    assert [c for c in answered.checks if not c.agrees] == []


def test_that_a_wrong_expectation_is_told_field_by_field() -> None:
    case = next(case for case in CASES if case.id == "W07")
    wrong: dict[str, Plain] = {
        "gap": 2,
        "counted": ["p9"],
        "single_listed": {"p1": 5},
        "decided_by": ["SAL-99"],
        "grace_until": "2026-01",
        "category": "none",
        "unheard_of": 1,
        "income_annual": "x",
    }
    answered = answer_case(replace(case, expected=wrong), PACK)
    assert not answered.agrees
    assert {c.field for c in answered.checks if not c.agrees} == set(wrong)


def test_that_a_fen_more_is_no_agreement_and_less_than_a_fen_is() -> None:
    case = next(case for case in CASES if case.id == "W07")
    near = {"per_capita": Decimal("1300.994")}
    off = {"per_capita": Decimal("1301.00")}
    assert answer_case(replace(case, expected=near), PACK).agrees
    assert not answer_case(replace(case, expected=off), PACK).agrees


def test_that_empty_expectations_agree_with_nothing_found() -> None:
    case = next(case for case in CASES if case.id == "W07")
    empty = {"single_listed": None, "care": None, "grace_until": None, "overpaid": None}
    assert answer_case(replace(case, expected=empty), PACK).agrees
    assert answer_case(replace(case, expected=None), PACK).checks == ()
    assert not answer_case(replace(case, expected={"counted": None}), PACK).agrees


def test_that_the_shipped_file_leaves_no_field_unused() -> None:
    assert read_cases(WORKED.read_text(encoding="utf-8"), "w").unused == ()


def test_that_a_field_left_out_is_false_zero_or_empty() -> None:
    question = one(MINIMAL).question
    assert isinstance(question, Household)
    status = question.status
    assert status.incomes == ()
    assert status.property.money == 0
    assert status.current_monthly == 0
    assert answer_case(one(MINIMAL), PACK).values["category"] == "dibao"


def test_that_yuan_become_fen_exactly() -> None:
    text = MINIMAL + "  incomes: [{who: p1, kind: wage, monthly: 0.29}]\n"
    question = one(text).question
    assert isinstance(question, Household)
    assert question.status.incomes[0].monthly == 29


def test_that_shares_and_disabilities_are_read_exactly() -> None:
    text = """
cases:
- id: A1
  as_of: 2025-06-10
  persons: [{id: p1, age: 66, status: retired, illness: 尿毒症, disability: {cat: 6, level: 3}}]
  property: {dwellings: [{area: 50.55, share: 1/3}, {area: 1, share: 0.1}]}
"""
    question = one(text).question
    assert isinstance(question, Household)
    person = question.status.persons[0]
    assert (person.illness, person.disability) == (True, Disability(6, 3))
    first, second = question.status.property.dwellings
    assert (first.area, first.share, second.share) == (5055, Fraction(1, 3), Fraction(1, 10))


def test_that_all_faults_are_told_together_with_case_field_and_reason() -> None:
    text = """
cases:
- id: A1
  as_of: 2025-13-01
  current: {category: rich, monthly: 1.005}
  persons:
    - {id: p1, age: -1, status: busy, illness: [1], disability: {cat: 9}}
    - {id: p1, age: 3, status: child, refused_jobs: many}
  incomes: [{who: p7, kind: wage, monthly: abc, job_disregard: {increment: 1}}]
  support: [{for: [p8], size: 1}, {for: 7}]
  property: {dwellings: [{area: -3, share: 2}], vehicles: [{price: 3}], nonresidential: 4}
  rigid: [{kind: gambling, annual: 1}]
  events: {paid_after: ["2025-9x"]}
- {id: A1, as_of: 2025-06-10, persons: [{id: p1, age: 3, status: child}]}
- {id: B, kind: riddle}
- just words
"""
    told = refusal(text)
    for part in (
        "A1: as_of = 2025-13-01: 应为日期",
        "A1: current.category = rich",
        "A1: current.monthly = 1.005: 应为元",
        "A1: persons[0].age = -1",
        "A1: persons[0].status = busy",
        "A1: persons[0].illness",
        "A1: persons[0].disability.cat = 9",
        "A1: persons[0].disability.level = （未填）",
        "A1: persons = p1: 应为互不相同的 id",
        "A1: persons[1].refused_jobs = many",
        "A1: incomes[0].who = p7: 应为成员 id 之一",
        "A1: incomes[0].monthly = abc",
        "A1: incomes[0].job_disregard.month = （未填）",
        "A1: support[0].for = p8",
        "A1: support[1].for = 7",
        "A1: property.dwellings[0].area = -3",
        "A1: property.dwellings[0].share = 2",
        "A1: property.vehicles[0].kind = （未填）",
        "A1: property.nonresidential = 4",
        "A1: rigid[0].kind = gambling",
        "A1: events.paid_after",
        "A1: 案例编号重复",
        "B: kind = riddle",
        "第4例",
    ):
        assert part in told, part


def test_that_a_death_is_read_with_the_months_paid_after(pack_of_yesterday: Pack) -> None:
    text = MINIMAL + (
        '  events: {death: {who: p1, date: 2025-03-02}, paid_after: ["2025-04", "2025-05"]}\n'
        "  current: {category: dibao, monthly: 900}\n"
    )
    answered = answer_case(one(text), pack_of_yesterday)
    assert answered.values["overpaid"] == 1800
    assert answered.values["action"] == "STOPD"
    assert answered.values["finish_by"] == "2025-06-02"


def test_that_a_number_may_stand_where_a_word_is_asked() -> None:
    assert read_cases(MINIMAL.replace("id: A1", "id: 7"), "a.yaml").cases[0].id == "7"


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("title: [x]", "A1: title = ['x']: 应为文字"),
        ("override: 3", "A1: override = 3: 应为若干"),
        ("kind: procedure\n  action_requested: STOP\n  steps_done: [1]", "A1: steps_done"),
        ("property: {dwellings: [{area: 1, share: 1/0}]}", "A1: property.dwellings[0].share"),
        ("rigid: [{kind: medical, annual: true}]", "A1: rigid[0].annual = True"),
        ("current: {monthly: 1.0e+999999999}", "A1: current.monthly"),
        ("current: {monthly: '1e999999999'}", "A1: current.monthly"),
        (f"current: {{monthly: {'9' * 5000}}}", "A1: current.monthly"),
        (
            "property: {nonresidential: [{converted_sole_home: 3}]}",
            "A1: property.nonresidential[0].converted_sole_home",
        ),
        ("kind: instalment\n  first_month: 5", "A1: first_month = 5: 应为月份"),
    ],
)
def test_that_a_value_of_the_wrong_kind_is_told(line: str, told: str) -> None:
    assert told in refusal(f"{MINIMAL}  {line}\n")


def test_that_months_paid_need_a_death() -> None:
    assert "A1: events.death" in refusal(MINIMAL + '  events: {paid_after: ["2025-09"]}\n')


def test_that_an_unused_field_is_told_and_refuses_nothing() -> None:
    file = read_cases(MINIMAL + "  colour: red\n", "a.yaml")
    assert file.unused == ("A1: colour 未使用。",)


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("- 1", "缺少 cases"),
        ("cases: {a: 1}", "缺少 cases"),
        ("schema: 2\ncases: []", "格式 1"),
        ("cases: [", "第"),
        ("cases: []\ncases: []", "出现了两次"),
        ("a: \x00", "不是有效的 YAML"),
        ("cases: !!python/object:os.system []", "不是有效的 YAML"),
        ("[" * 1500, "不是有效的 YAML"),
    ],
)
def test_that_a_text_that_is_no_case_file_is_refused_in_words(text: str, part: str) -> None:
    told = refusal(text)
    assert part in told
    assert told.startswith("a.yaml")


def test_that_numbers_are_read_as_written() -> None:
    read = read_yaml("[010, 0x1F, 1_000, -5, 0.1, .inf, 2025-07, 2025-07-01, 12:30, 0]", "n")
    assert read == [
        "010", "0x1F", 1000, -5, Decimal("0.1"), ".inf", "2025-07", "2025-07-01", "12:30", 0,
    ]  # fmt: skip


def test_that_a_bad_override_names_the_case() -> None:
    case = one(MINIMAL + "  override: {dibao: -1, colour: red, top_up: {elders: 1}}\n")
    with pytest.raises(UserError) as caught:
        answer_case(case, PACK)
    told = str(caught.value)
    assert told.startswith("A1:")
    assert all(part in told for part in ("dibao = -1", "colour", "top_up.elders"))


def test_that_instalments_are_whole_yuan_with_the_rest_in_the_last() -> None:
    case = one(
        "cases: [{id: H1, kind: instalment, total: 10000, periods: 3, first_month: 2026-11,"
        " expected: {each: 3333, last: 3334, sum: 10000, last_month: 2027-01}}]"
    )
    assert answer_case(case, PACK).agrees


def test_that_deadlines_count_make_up_days_and_move_off_holidays() -> None:
    case = one(
        "cases: [{id: H4, kind: deadline, accepted: 2025-09-24,"
        " township_request_received: 2025-09-28, publicity_posted: 2025-09-29,"
        " county_received: 2025-10-10,"
        " expected: {start_investigation_by: 2025-09-28, start_check_by: 2025-10-09,"
        " publicity_last_day: 2025-10-09, county_by_10wd: 2025-10-23,"
        " county_by_5wd_zhejiang: 2025-10-16, whole_30wd: 2025-11-11, whole_45wd: 2025-12-02}}]"
    )
    assert [c for c in answer_case(case, PACK).checks if not c.agrees] == []


def test_that_an_overlap_is_counted_in_months_both_paid() -> None:
    case = one(
        "cases: [{id: H2, kind: overlap, as_of: 2026-03-20,"
        " ours: {from: 2024-01, monthly: 900, last_paid: 2026-03},"
        " theirs: {from: 2025-11-01, monthly: 700, last_paid: 2026-02},"
        " expected: {overlap_months: 4, recover: 3600, stop_from: 2026-04}}]"
    )
    assert answer_case(case, PACK).agrees


def test_that_a_procedure_not_blocked_expects_nothing() -> None:
    text = (
        "cases: [{id: P1, kind: procedure, as_of: 2026-08-05, action_requested: REDU,"
        " steps_done: [visit_two_investigators, form_signed%s], expected: {missing: []}}]"
    )
    assert not answer_case(one(text % ""), PACK).agrees
    assert answer_case(one(text % ", advance_notice, statement_heard_or_waived"), PACK).agrees


def test_that_another_pack_gives_another_answer(pack_of_yesterday: Pack) -> None:
    case = next(case for case in CASES if case.id == "W07")
    assert answer_case(case, pack_of_yesterday).values["category"] == "low_margin"


@pytest.fixture
def pack_of_yesterday() -> Pack:
    return with_override(PACK, {"dibao": 1259})
