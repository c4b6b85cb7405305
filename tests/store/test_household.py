from dataclasses import replace
from datetime import date

import pytest

from caseworker_app.errors import UserError
from caseworker_app.model.codes import Stage
from caseworker_app.model.discrepancy import Discrepancy
from caseworker_app.model.register import RegisterSlice
from caseworker_app.model.visit import Visit
from caseworker_app.store import discrepancy, freshness, household, visit as visits, worklist
from caseworker_app.store.database import Database
from caseworker_app.store.household import AssignedHousehold, Version
from caseworker_app.store.worklist import WorklistFilter

TODAY = date(2026, 11, 22)


def test_that_everything_handed_out_comes_back_as_it_was(
    database: Database, assigned: AssignedHousehold
) -> None:
    with database.write() as connection:
        household.save(connection, assigned)
    with database.read() as connection:
        assert household.load(connection, "h1") == assigned.household
        assert household.declaration(connection, "h1") == assigned.declaration
        assert household.records(connection, "h1") == assigned.records
        assert household.version(connection, "h1") == Version(3, 41, 1)
        assert household.ids_all(connection) == ("h1",)


def test_that_a_new_copy_replaces_data_but_not_the_work_on_it(
    database: Database,
    assigned: AssignedHousehold,
    visit: Visit,
    discrepancies: tuple[Discrepancy, ...],
) -> None:
    assert assigned.records
    newer = replace(
        assigned,
        household=replace(assigned.household, monthly=90_000, due=None),
        records=RegisterSlice(persons=assigned.records.persons[:1]),
        rev=4,
    )
    with database.write() as connection:
        household.save(connection, assigned)
        visits.start(connection, visit, "2026-11-22T00:00:00Z", "cw1")
        discrepancy.replace(connection, "h1", discrepancies)
        household.save(connection, newer)
    with database.read() as connection:
        assert household.load(connection, "h1") == newer.household
        assert household.records(connection, "h1") == newer.records
        assert household.version(connection, "h1").rev == 4
        (row,) = worklist.page(connection, worklist.first_page(connection, 9)[1])
    assert (row.monthly, row.due, row.stage, row.visit_id) == (
        90_000,
        None,
        Stage.PREPARING,
        visit.id,
    )
    assert (row.red, row.orange, row.yellow) == (1, 1, 1)


def test_that_register_data_are_erased_with_their_term_or_on_demand(
    database: Database, assigned: AssignedHousehold
) -> None:
    assert assigned.records
    with database.write() as connection:
        household.save(connection, assigned)
        assert freshness.erase_expired(connection, date(2026, 10, 31)) == 0
        assert freshness.erase_expired(connection, date(2026, 11, 1)) == 1
        assert household.records(connection, "h1") == replace(assigned.records, estates=())
        assert freshness.erase_slice(connection, "h1") == 3
        assert household.records(connection, "h1") == RegisterSlice()
        assert household.load(connection, "h1") == assigned.household


def test_that_news_without_a_slice_leave_the_slice(
    database: Database, assigned: AssignedHousehold
) -> None:
    with database.write() as connection:
        household.save(connection, assigned)
        household.save(connection, replace(assigned, records=None, rev=4))
        assert household.records(connection, "h1") == assigned.records
        assert household.version(connection, "h1").rev == 4


def test_that_every_dossier_is_gone_through_with_its_stage(
    database: Database, assigned: AssignedHousehold, visit: Visit
) -> None:
    with database.write() as connection:
        household.save(connection, assigned)
        undeclared = replace(assigned.household, id="h2")
        household.save(connection, AssignedHousehold(undeclared))
        visits.start(connection, visit, "2026-11-22T00:00:00Z", "cw1")
        assert list(household.dossiers(connection)) == [
            (assigned.household, assigned.declaration, Stage.PREPARING),
            (undeclared, None, Stage.ASSIGNED),
        ]


def test_that_what_this_laptop_does_not_carry_is_said(
    database: Database, assigned: AssignedHousehold
) -> None:
    with database.write() as connection:
        household.save(connection, replace(assigned, declaration=None))
    with database.read() as connection:
        with pytest.raises(UserError, match="本机没有这一户"):
            household.load(connection, "h2")
        with pytest.raises(UserError, match="申报书"):
            household.declaration(connection, "h1")


def test_that_a_township_of_twenty_thousand_is_saved_and_listed(
    database: Database, assigned: AssignedHousehold
) -> None:
    """Counts only; a slow way of saving runs into the time limit of a test."""
    base = assigned.household
    many = (
        AssignedHousehold(
            replace(base, id=f"h{n:05}", due=date(2026, 1 + n % 12, 1), living_address=f"{n}号")
        )
        for n in range(20_000)
    )
    with database.write() as connection:
        assert household.save_all(connection, many) == 20_000
    with database.read() as connection:
        count, first = worklist.first_page(connection, 128)
        rows = worklist.rows(connection, WorklistFilter(), TODAY)
        shown = worklist.page(connection, rows[:128])
    assert (count, len(first), len(rows), len(set(rows))) == (20_000, 128, 20_000, 20_000)
    assert first == rows[:128]
    assert [row.id for row in shown[:3]] == ["h00000", "h00012", "h00024"]
