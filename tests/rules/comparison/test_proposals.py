"""事件提示: a death proposes the stop on the day it is known; a person decides, or rules it out."""

from dataclasses import replace
from datetime import date

import pytest

from caseworker_app.model.codes import Action, DiscrepancyState, Level, VisitKind
from caseworker_app.model.declaration import Declaration
from caseworker_app.model.discrepancy import Explanation
from caseworker_app.model.register import RegisterSlice
from caseworker_app.model.source import Source
from caseworker_app.model.values import Month
from caseworker_app.rules.comparison.proposals import Proof, Proposal, proposals
from tests.rules.comparison.conftest import DAY, POLICE, SON, WIFE, Compared
from tests.rules.comparison.other_rows import SOURCE, asset, beside, funeral, insurance, said, tax
from tests.rules.comparison.person_edits import row

DIED = date(2026, 1, 20)


def proposed(
    told: Declaration, rows: RegisterSlice, compared: Compared, *explained: Explanation
) -> tuple[Proposal, ...]:
    return proposals(told, rows, compared(told, rows), explained, DAY)


def alone(told: Declaration, records: RegisterSlice) -> tuple[Declaration, RegisterSlice]:
    persons = (replace(told.persons[0], marital="10"),)
    rows = replace(records, persons=(replace(records.persons[0], marriage=None),))
    return replace(told, persons=persons), rows


def test_that_the_funeral_list_raises_one_death_with_the_booklet(
    declaration: Declaration, records: RegisterSlice, compared: Compared
) -> None:
    told, rows = row(0, death=DIED, cancelled="死亡")((declaration, records))
    burnt = funeral(cremated=date(2026, 1, 22), place="县殡仪馆")
    (found,) = compared(told, beside(rows, burnt))
    assert (found.code, found.id, found.level) == ("HJ01", "HJ01:p1", Level.RED)
    assert found.record_ids == ("p1", "f9")
    assert found.registered == "2026-01-20 死亡；2026-01-20 死亡，2026-01-22 火化（县殡仪馆）"


def test_that_the_id_of_a_death_stays_when_the_booklet_follows_the_funeral(
    declaration: Declaration, records: RegisterSlice, compared: Compared
) -> None:
    (first,) = compared(declaration, beside(records, funeral()))
    assert (first.id, first.record_ids) == ("HJ01:p1", ("f9",))
    nameless = replace(records, persons=records.persons[1:])
    unknown = {d.code: d.id for d in compared(declaration, beside(nameless, funeral()))}
    assert unknown["HJ01"] == "HJ01:f9"


def test_that_a_fresh_funeral_row_makes_an_old_booklet_row_no_matter(
    declaration: Declaration, records: RegisterSlice, compared: Compared
) -> None:
    old = Source("公安 户籍", date(2025, 11, 1), "B0", date(2026, 6, 1))
    told, rows = row(0, death=DIED, source=old)((declaration, records))
    (late,) = compared(told, rows)
    (proved,) = compared(told, beside(rows, funeral()))
    assert (late.stale, proved.stale) == (True, False)


def test_that_a_funeral_is_told_as_far_as_the_funeral_house_knows_it(
    declaration: Declaration, records: RegisterSlice, compared: Compared
) -> None:
    (found,) = compared(declaration, beside(records, funeral()))
    assert found.registered == "2026-01-20 死亡"


def test_that_a_funeral_to_come_is_no_proof_of_a_death_the_booklet_knows(
    declaration: Declaration, records: RegisterSlice, compared: Compared
) -> None:
    told, rows = row(0, death=DIED)((declaration, records))
    (found,) = compared(told, beside(rows, funeral(died=date(2026, 3, 11))))
    assert (found.record_ids, found.registered) == (("p1",), "2026-01-20 死亡")


def test_that_a_funeral_to_come_and_one_declared_raise_nothing(
    declaration: Declaration, records: RegisterSlice, compared: Compared
) -> None:
    assert compared(declaration, beside(records, funeral(died=date(2026, 3, 11)))) == ()
    assert compared(said(declaration, whereabouts="死亡"), beside(records, funeral())) == ()


def test_that_the_death_of_the_only_member_proposes_the_stop(
    declaration: Declaration, records: RegisterSlice, compared: Compared
) -> None:
    told, rows = alone(declaration, records)
    (found,) = proposed(told, beside(rows, funeral()), compared)
    assert found == Proposal(
        difference="HJ01:p1",
        member_id="m1",
        subject="陈大山",
        articles=("N22-1.3", "SAL-47", "DBM-32"),
        proofs=(Proof("f9", SOURCE.department, SOURCE.as_of),),
        action=Action.STOP_DEAD,
        died=DIED,
        from_month=Month(2026, 2),
        to_ask=(Month(2026, 2), Month(2026, 3)),
    )


def test_that_a_household_in_which_others_live_goes_on_without_the_dead(
    declaration: Declaration, records: RegisterSlice, compared: Compared
) -> None:
    (found,) = proposed(declaration, beside(records, funeral()), compared)
    assert (found.action, found.visit) == (Action.PART, None)


def test_that_a_doubt_about_the_others_does_not_make_them_dead(
    declaration: Declaration, records: RegisterSlice, compared: Compared
) -> None:
    rows = beside(records, funeral(), insurance(id_number=WIFE), insurance(id="r2", id_number=SON))
    found = {p.difference.split(":")[0]: p for p in proposed(declaration, rows, compared)}
    assert found["HJ01"].action is Action.PART


def test_that_a_death_of_which_no_row_is_carried_any_more_is_proposed_without_proof(
    declaration: Declaration, records: RegisterSlice, compared: Compared
) -> None:
    differences = compared(declaration, beside(records, funeral()))
    (found,) = proposals(declaration, records, differences, (), DAY)
    assert (found.died, found.proofs) == (None, ())


def test_that_the_funeral_gives_the_day_the_booklet_lacks(
    declaration: Declaration, records: RegisterSlice, compared: Compared
) -> None:
    told, rows = row(0, cancelled="死亡")((declaration, records))
    (found,) = proposed(told, beside(rows, funeral()), compared)
    assert found.died == DIED


def test_that_several_deaths_may_leave_nobody(
    declaration: Declaration, records: RegisterSlice, compared: Compared
) -> None:
    told = said(declaration, 2, whereabouts="死亡")
    both = beside(records, funeral(), funeral(id="f8", id_number=WIFE))
    assert [p.action for p in proposed(told, both, compared)] == [Action.STOP_DEAD] * 2


def test_that_ruling_the_death_out_withdraws_the_proposal(
    declaration: Declaration, records: RegisterSlice, compared: Compared
) -> None:
    rows = beside(records, funeral())
    for state in DiscrepancyState:
        left = proposed(declaration, rows, compared, Explanation("HJ01:p1", state))
        assert bool(left) is (state is not DiscrepancyState.REFUTED)


def test_that_a_death_without_a_day_asks_for_it(
    declaration: Declaration, records: RegisterSlice, compared: Compared
) -> None:
    told, rows = row(0, cancelled="死亡")((declaration, records))
    (found,) = proposed(told, rows, compared)
    assert (found.died, found.from_month, found.to_ask) == (None, None, ())
    assert found.proofs == (Proof("p1", POLICE.department, POLICE.as_of),)


def test_that_the_earlier_day_of_two_departments_is_proposed(
    declaration: Declaration, records: RegisterSlice, compared: Compared
) -> None:
    told, rows = row(0, death=date(2025, 12, 30))((declaration, records))
    (found,) = proposed(told, beside(rows, funeral()), compared)
    assert (found.died, found.from_month) == (date(2025, 12, 30), Month(2026, 1))


def test_that_money_in_the_bank_proposes_nothing_by_itself(
    declaration: Declaration, records: RegisterSlice, compared: Compared
) -> None:
    rows = beside(records, asset())
    assert [d.code for d in compared(declaration, rows)] == ["SR06"]
    assert proposed(declaration, rows, compared) == ()


@pytest.mark.parametrize("died", [date(2026, 3, 1), date(2026, 3, 10)])
def test_that_in_the_month_of_the_death_nothing_was_paid_too_much(
    died: date, declaration: Declaration, records: RegisterSlice, compared: Compared
) -> None:
    (found,) = proposed(declaration, beside(records, funeral(died=died)), compared)
    assert (found.from_month, found.to_ask) == (Month(2026, 4), ())


def test_that_a_car_bought_and_a_job_found_propose_a_check(
    declaration: Declaration, records: RegisterSlice, compared: Compared
) -> None:
    new = date(2026, 1, 5)
    car = replace(records.vehicles[0], first_registered=new, registered=new)
    rows = beside(
        replace(records, vehicles=(car,)), insurance(), tax(withholder="乙", id_number=WIFE)
    )
    found = {p.difference.split(":")[0]: p for p in proposed(declaration, rows, compared)}
    assert set(found) == {"CL09", "SR01", "SR03"}
    assert {(p.action, p.visit) for p in found.values()} == {(None, VisitKind.CHANGE)}
    assert all(p.articles and p.proofs for p in found.values())
