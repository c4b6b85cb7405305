"""What an answer does to members, income and money: reckoned from the rows, nothing typed."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from caseworker_app.model.codes import DiscrepancyState, EmploymentStatus, IncomeKind
from caseworker_app.model.declaration import Declaration
from caseworker_app.model.discrepancy import Explanation
from caseworker_app.model.economy import Death, EconomicStatus, Income, Person
from caseworker_app.model.finding import Finding, FoundPerson
from caseworker_app.model.household import Disability
from caseworker_app.model.register import Custody, Marriage, RegisterSlice
from caseworker_app.model.visit import CheckedMember, Visit
from caseworker_app.rules.comparison.effects import findings
from caseworker_app.rules.determination import determine
from caseworker_app.rules.policy.pack import Pack
from caseworker_app.rules.status import economic_status
from caseworker_app.wire.units import flatten, restore
from tests.rules.comparison.conftest import DAY, SON, Compared, number
from tests.rules.comparison.judged import answered, begun, figures
from tests.rules.comparison.other_rows import (
    YUAN,
    allowance,
    asset,
    beside,
    business,
    certificate,
    consumption,
    fund,
    funeral,
    insurance,
    policy,
    said,
    school,
    tax,
)
from tests.rules.comparison.person_edits import mate, row

BRIDE = number("19820203", 8)
BABY = number("20251101", 4)
IDLE = EmploymentStatus.IDLE


def person(status: EconomicStatus, who: str = "m1") -> Person:
    return next(found for found in status.persons if found.id == who)


Home = tuple[Declaration, RegisterSlice, Pack]


@pytest.fixture
def home(declaration: Declaration, records: RegisterSlice, pack: Pack) -> Home:
    return declaration, records, pack


LEAVES = [
    ("HJ01", {"death": date(2026, 1, 20), "cancelled": "死亡"}, "dead", "dead"),
    ("HJ02", {"moved_to": "360199001201"}, "moved_out", "moved_out"),
    ("HJ03", {"hukou_number": "H777"}, "lives_apart", "moved_out"),
    ("HJ10", {"custody": Custody("prison", date(2025, 1, 1))}, "inside", "prison"),
    ("HJ10", {"custody": Custody("drug_isolation", date(2025, 1, 1))}, "inside", "drug_isolation"),
    ("HJ11", {"service": "conscript"}, "conscript", "conscript"),
    ("HJ11", {"service": "student"}, "postgraduate", "adult_independent"),
    ("HJ12", {"missing": "court"}, "declared_missing", "declared_missing"),
]


@pytest.mark.parametrize(("code", "changes", "answer", "reason"), LEAVES)
def test_that_a_confirmed_difference_takes_a_member_out(
    code: str,
    changes: dict[str, Any],
    answer: str,
    reason: str,
    home: Home,
) -> None:
    declaration, records, pack = home
    told, rows = row(0, **changes)((declaration, records))
    assert person(figures(told, rows, pack, {code: answer})).excluded == reason
    for other in ("registry_wrong", "unresolved"):
        assert not person(figures(told, rows, pack, {code: other})).excluded
    assert not person(figures(told, rows, pack, {})).excluded


def test_that_a_death_the_funeral_house_knows_of_has_its_day(
    declaration: Declaration, records: RegisterSlice, pack: Pack
) -> None:
    status = figures(declaration, beside(records, funeral()), pack, {"HJ01": "dead"})
    assert status.death == Death("m1", date(2026, 1, 20))
    assert determine(status, pack).finish_by == date(2026, 4, 20)


def test_that_a_death_without_a_day_takes_out_all_the_same(
    declaration: Declaration, records: RegisterSlice, pack: Pack
) -> None:
    told, rows = row(0, cancelled="死亡")((declaration, records))
    status = figures(told, rows, pack, {"HJ01": "dead"})
    assert (person(status).excluded, status.death) == ("dead", None)


def test_that_the_typed_reason_and_day_go_before_the_registered(
    declaration: Declaration, records: RegisterSlice, pack: Pack
) -> None:
    visit, found = begun(declaration, beside(records, funeral()), pack)
    visit = answered(visit, found, {"HJ01": "dead"})

    def typed(**changes: Any) -> EconomicStatus:
        first = replace(visit.members[0], **changes)
        return economic_status(replace(visit, members=(first, *visit.members[1:])), pack)

    assert typed(excluded="prison").death is None
    assert person(typed(excluded="prison")).excluded == "prison"
    assert typed(excluded="dead").death == Death("m1", date(2026, 1, 20))
    own = typed(excluded="dead", died=date(2026, 1, 18))
    assert own.death == Death("m1", date(2026, 1, 18))


def test_that_a_member_the_visit_has_not_touched_changes_too(
    declaration: Declaration, records: RegisterSlice, pack: Pack
) -> None:
    visit, found = begun(declaration, beside(records, funeral()), pack)
    visit = replace(answered(visit, found, {"HJ01": "dead"}), members=())
    assert person(economic_status(visit, pack)).excluded == "dead"


JOINS = [
    ("HJ04", mate(), "lives_together", 46, IDLE),
    ("HJ08", mate(id_number=BABY), "child_added", 0, EmploymentStatus.CHILD),
    ("HJ07", row(0, marriage=Marriage("20", BRIDE, "周某", date(2026, 1, 1))),
     "spouse_added", 44, IDLE),
    ("HJ06", row(1, marriage=Marriage("20", BRIDE, "周某", date(2020, 1, 1))),
     "status_changed", 44, IDLE),
    ("HJ04", mate(id_number=number("19500101", 2)), "lives_together", 76,
     EmploymentStatus.RETIRED),
    ("HJ04", mate(id_number=number("20150101", 2)), "lives_together", 11,
     EmploymentStatus.STUDENT),
]  # fmt: skip


@pytest.mark.parametrize(("code", "edit", "answer", "age", "status"), JOINS)
def test_that_somebody_found_becomes_a_member_of_the_age_of_the_number(
    code: str,
    edit: Any,
    answer: str,
    age: int,
    status: EmploymentStatus,
    home: Home,
) -> None:
    declaration, records, pack = home
    told, rows = edit((declaration, records))
    everybody = figures(told, rows, pack, {code: answer}).persons
    assert len(everybody) == 4
    assert (everybody[-1].age, everybody[-1].status) == (age, status)
    assert everybody[-1].id.startswith(f"{code}:")
    assert len(figures(told, rows, pack, {}).persons) == 3
    assert len(determine(figures(told, rows, pack, {code: answer}), pack).counted) == 4


def test_that_a_divorce_or_a_spouse_without_a_number_adds_nobody(
    declaration: Declaration, records: RegisterSlice, pack: Pack
) -> None:
    for marriage in (Marriage("40"), Marriage("20", "", "周某", date(2020, 1, 1))):
        told, rows = row(0, marriage=marriage)((said(declaration, marital="10"), records))
        assert len(figures(told, rows, pack, {"HJ06": "status_changed"}).persons) == 3


def added(status: EconomicStatus) -> list[tuple[str, str, int, int, int]]:
    return [(i.kind, i.type, i.monthly, i.annual, i.excluded_part) for i in status.incomes]


PAY = Income("i1", "m1", IncomeKind.WAGE, "工资", monthly=3000 * YUAN)
INCOMES: list[tuple[tuple[Any, ...], str, str, list[tuple[str, str, int, int, int]]]] = [
    ((insurance(),), "SR01", "works_there", [("wage", "", 4500_00, 0, 0)]),
    ((insurance(), tax()), "SR01", "works_there", [("wage", "", 4000_00, 0, 0)]),
    ((insurance(base=None),), "SR01", "works_there", [("wage", "", 0, 0, 0)]),
    ((allowance(),), "SR02", "in_payment", [("transfer", "失业保险金", 1600_00, 0, 0)]),
    ((allowance(kind="城乡居民养老金", excluded_part=143_00),), "SR02", "in_payment",
     [("transfer", "城乡居民养老金", 1600_00, 0, 143_00)]),
    ((tax(),), "SR03", "earned", [("wage", "", 4000_00, 0, 0)]),
    ((tax(item="财产租赁"),), "SR03", "earned", [("property", "", 0, 48_000_00, 0)]),
    ((business(), tax(withholder="陈记便利店", item="经营所得")), "SR05", "in_business",
     [("business", "", 0, 48_000_00, 0)]),
]  # fmt: skip


@pytest.mark.parametrize(("rows", "code", "answer", "lines"), INCOMES)
def test_that_a_confirmed_income_is_counted_and_a_refuted_one_is_not(
    rows: tuple[Any, ...],
    code: str,
    answer: str,
    lines: list[tuple[str, str, int, int, int]],
    home: Home,
) -> None:
    declaration, records, pack = home
    held = beside(records, *rows)
    assert added(figures(declaration, held, pack, {code: answer})) == lines
    assert added(figures(declaration, held, pack, {code: "unresolved"})) == lines
    assert added(figures(declaration, held, pack, {code: "registry_wrong"})) == []
    assert added(figures(declaration, held, pack, {})) == []


def test_that_for_who_is_found_to_work_nothing_is_imputed_besides(
    declaration: Declaration, records: RegisterSlice, pack: Pack
) -> None:
    status = figures(declaration, beside(records, insurance()), pack, {"SR01": "works_there"})
    assert person(status).status is EmploymentStatus.EMPLOYED
    rent = figures(declaration, beside(records, tax(item="财产租赁")), pack, {"SR03": "earned"})
    assert person(rent).status is IDLE


def test_that_only_what_goes_beyond_the_declared_is_added(
    declaration: Declaration, records: RegisterSlice, pack: Pack
) -> None:
    told = replace(declaration, incomes=(PAY,))
    held = beside(records, tax(income=60_000 * YUAN))
    status = figures(told, held, pack, {"SR03": "earned"})
    assert added(status) == [("wage", "工资", 3000_00, 0, 0), ("wage", "", 2000_00, 0, 0)]


def test_that_a_typed_amount_goes_before_the_registered_one(
    declaration: Declaration, records: RegisterSlice, pack: Pack
) -> None:
    told = replace(declaration, incomes=(PAY,), money=1000 * YUAN, capital=1)
    held = beside(
        records, tax(income=60_000 * YUAN), asset(), business(kind="公司", capital=90_000 * YUAN)
    )
    visit, found = begun(told, held, pack)
    by = {"SR03": "earned", "SR06": "own_money", "SR05": "in_business"}
    visit = answered(visit, found, by)
    before = economic_status(visit, pack)
    assert (before.property.money, before.property.capital) == (300_000 * YUAN, 90_000 * YUAN)
    typed = replace(
        visit,
        incomes=(replace(PAY, monthly=3500 * YUAN),),
        property=replace(visit.property, money=5, capital=7),
    )
    after = economic_status(typed, pack)
    assert [line for line in added(after) if line[0] == "wage"] == [("wage", "工资", 3500_00, 0, 0)]
    assert (after.property.money, after.property.capital) == (5, 7)


OWNED: list[tuple[Any, str, str, int]] = [
    (asset(), "SR06", "own_money", 300_000),
    (asset(average=290_000 * YUAN), "SR06", "own_money", 290_000),
    (fund(), "SR04", "fund_balance", 9000),
    (policy(), "SR07", "cash_value", 80_000),
    (consumption(), "SR08", "unexplained", 0),
]


@pytest.mark.parametrize(("row_", "code", "answer", "yuan"), OWNED)
def test_that_confirmed_money_is_counted(
    row_: Any,
    code: str,
    answer: str,
    yuan: int,
    home: Home,
) -> None:
    declaration, records, pack = home
    held = beside(records, row_)
    assert figures(declaration, held, pack, {code: answer}).property.money == yuan * YUAN
    assert figures(declaration, held, pack, {}).property.money == 0


def test_that_consumption_alone_never_changes_a_determination(
    declaration: Declaration, records: RegisterSlice, pack: Pack
) -> None:
    plain = determine(figures(declaration, records, pack, {}), pack)
    held = beside(records, consumption())
    for answer in ("unexplained", "unresolved", "shared_meter"):
        assert determine(figures(declaration, held, pack, {"SR08": answer}), pack) == plain


def test_that_a_certificate_is_taken_as_registered(
    declaration: Declaration, records: RegisterSlice, pack: Pack
) -> None:
    told = said(declaration, disability=Disability(4, 1))
    milder, ended = beside(records, certificate()), beside(records, certificate(state="注销"))
    by = {"SR09": "reassessed"}
    visit, found = begun(told, milder, pack)
    assert person(figures(told, milder, pack, by)).disability == Disability(4, 2)
    assert person(figures(told, ended, pack, by)).disability is None
    first = replace(visit.members[0], disability=Disability(6, 2))
    typed = replace(answered(visit, found, by), members=(first, *visit.members[1:]))
    assert person(economic_status(typed, pack)).disability == Disability(6, 2)


def test_that_who_left_school_is_no_student(
    declaration: Declaration, records: RegisterSlice, pack: Pack
) -> None:
    told = said(declaration, 2, study="senior_secondary")
    gone = beside(records, school(state="毕业", graduates=date(2025, 7, 1)))
    left = person(figures(told, gone, pack, {"SR10": "left_school"}), "m3")
    assert (left.status, left.study) == (IDLE, "")
    master = beside(records, school(stage="硕士"))
    on = person(figures(told, master, pack, {"SR10": "left_school"}), "m3")
    assert (on.status, on.study) == (EmploymentStatus.STUDENT, "master_full_time")
    evening = beside(records, school(full_time=False))
    assert person(figures(told, evening, pack, {"SR10": "left_school"}), "m3").study == ""


def test_that_a_typed_state_stands(
    declaration: Declaration, records: RegisterSlice, pack: Pack
) -> None:
    told = said(declaration, 2, study="senior_secondary")
    gone = beside(records, school(state="毕业", graduates=date(2025, 7, 1)))
    visit, found = begun(told, gone, pack)
    own = CheckedMember("m3", EmploymentStatus.UNSTABLE, study="college_full_time")
    typed = replace(
        answered(visit, found, {"SR10": "left_school"}), members=(*visit.members[:2], own)
    )
    son = person(economic_status(typed, pack), "m3")
    assert (son.status, son.study) == (EmploymentStatus.UNSTABLE, "college_full_time")


def test_that_an_answer_the_place_does_not_accept_leaves_the_money_in(
    declaration: Declaration, records: RegisterSlice, pack: Pack
) -> None:
    strict = replace(pack, unrecognised_answers=frozenset({"passing_through"}), changes=())
    held = beside(records, asset())
    by = {"SR06": "passing_through"}
    assert figures(declaration, held, strict, by).property.money == 300_000 * YUAN
    assert figures(declaration, held, pack, by).property.money == 0


def test_that_rows_no_longer_carried_change_nothing(
    declaration: Declaration, records: RegisterSlice, compared: Compared
) -> None:
    held = beside(
        records, insurance(), tax(withholder="乙"), allowance(), business(title="丙"), asset()
    )
    custody = row(2, custody=Custody("prison", date(2025, 1, 1)))
    told, held = mate()(custody((declaration, held)))
    found = compared(told, held)
    assert {d.code for d in found} >= {"SR01", "SR02", "SR03", "SR05", "HJ04", "HJ10"}
    kept = findings(told, RegisterSlice(), found, DAY)
    assert {finding.id[:4] for finding in kept} == {"SR01", "SR06"}
    assert all(f.property is None or not f.property.money for f in kept)


def test_that_a_mate_whose_number_has_no_birthday_joins_nobody(
    declaration: Declaration, records: RegisterSlice, pack: Pack
) -> None:
    told, rows = mate(id_number="330199198013010090")((declaration, records))
    assert len(figures(told, rows, pack, {"HJ04": "lives_together"}).persons) == 3


def test_that_a_visit_with_findings_survives_the_wire_and_one_without_is_as_before(
    declaration: Declaration, records: RegisterSlice, pack: Pack
) -> None:
    quiet, _ = begun(declaration, records, pack)
    assert quiet.findings is None
    assert not any(path.startswith("/findings") for path in flatten(quiet))
    rows = beside(records, funeral(id_number=SON), insurance(), certificate(), asset())
    told, held = mate()((declaration, rows))
    visit, found = begun(told, held, pack)
    by = {"HJ01": "dead", "SR01": "works_there", "HJ04": "lives_together", "SR06": "own_money"}
    visit = answered(visit, found, by)
    again = restore(flatten(visit), Visit)
    assert again.findings == visit.findings
    assert determine(economic_status(again, pack), pack) == determine(
        economic_status(visit, pack), pack
    )


def test_that_a_finding_without_an_explanation_or_a_conclusion_changes_nothing(
    declaration: Declaration, records: RegisterSlice, pack: Pack
) -> None:
    visit, _ = begun(declaration, records, pack)
    gone = Finding("HJ01:p1", "m1", person=FoundPerson(excluded="dead", died=date(2026, 1, 1)))
    silent = Explanation("HJ01:p1", DiscrepancyState.CONFIRMED)
    for told in ((), (silent,)):
        status = economic_status(replace(visit, findings=(gone,), explanations=told), pack)
        assert not person(status).excluded
