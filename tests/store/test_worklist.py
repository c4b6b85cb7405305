from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pytest

from caseworker_app.model.codes import Category, Level, Stage
from caseworker_app.model.discrepancy import Discrepancy
from caseworker_app.model.household import Household
from caseworker_app.model.visit import Visit
from caseworker_app.store import discrepancy, household as households, visit as visits, worklist
from caseworker_app.store.database import Database
from caseworker_app.store.household import AssignedHousehold
from caseworker_app.store.worklist import Due, Order, WorklistFilter

TODAY = date(2026, 11, 22)


@pytest.fixture
def township(
    database: Database, household: Household, discrepancies: tuple[Discrepancy, ...]
) -> Database:
    """a late, b today, c in a week, d in eight days, e without a day."""
    made = [
        _made(household, "d", date(2026, 11, 30), "12幢", Category.LOW_MARGIN),
        _made(household, "e", None, "3幢", Category.DIBAO),
        _made(household, "b", TODAY, "3幢", Category.DIBAO),
        _made(household, "c", date(2026, 11, 29), "12幢", Category.DIBAO),
        _made(household, "a", date(2026, 11, 21), "20幢", Category.LOW_MARGIN),
    ]
    with database.write() as connection:
        households.save_all(connection, made)
        discrepancy.replace(connection, "b", discrepancies[:1])
        discrepancy.replace(connection, "c", discrepancies[1:])
    return database


@pytest.mark.parametrize(
    ("wanted", "ids"),
    [
        (WorklistFilter(), "abcde"),
        (WorklistFilter(order=Order.PLACE), "ebdca"),
        (WorklistFilter(due=Due.OVERDUE), "a"),
        (WorklistFilter(due=Due.WEEK), "bc"),
        (WorklistFilter(categories=frozenset({Category.LOW_MARGIN})), "ad"),
        (WorklistFilter(stages=frozenset({Stage.VISITING})), ""),
        (WorklistFilter(level=Level.RED), "b"),
        (WorklistFilter(level=Level.ORANGE), "c"),
        (WorklistFilter(level=Level.BLUE), "abcde"),
        (WorklistFilter(village="香积社区"), "abcde"),
        (WorklistFilter(village="别处"), ""),
        (WorklistFilter(text="12幢", due=Due.WEEK), "c"),
        (WorklistFilter(text="·"), "abcde"),
    ],
)
def test_that_the_list_holds_what_is_wanted_in_its_order(
    township: Database, wanted: WorklistFilter, ids: str
) -> None:
    with township.read() as connection:
        rows = worklist.rows(connection, wanted, TODAY)
        assert "".join(row.id for row in worklist.page(connection, rows)) == ids


def test_that_each_count_is_the_length_of_its_list(township: Database) -> None:
    with township.read() as connection:
        counts = worklist.counts(connection, TODAY)

        def length(wanted: WorklistFilter) -> int:
            return len(worklist.rows(connection, wanted, TODAY))

        assert counts.total == length(WorklistFilter()) == 5
        assert counts.overdue == length(WorklistFilter(due=Due.OVERDUE)) == 1
        assert counts.due_within_7 == length(WorklistFilter(due=Due.WEEK)) == 2
        for level, n in counts.by_level.items():
            assert n == length(WorklistFilter(level=level))
        for category, n in counts.by_category.items():
            assert n == length(WorklistFilter(categories=frozenset({category})))
    assert counts.by_level == {Level.RED: 1, Level.ORANGE: 1, Level.YELLOW: 1}
    assert counts.by_category == {Category.DIBAO: 3, Category.LOW_MARGIN: 2}
    assert counts.by_stage == {Stage.ASSIGNED: 5}
    assert counts.by_village == {"香积社区": 5}


def test_that_a_sealed_visit_is_no_longer_overdue(township: Database, visit: Visit) -> None:
    seen = replace(visit, household=replace(visit.household, id="a"))
    with township.write() as connection:
        visits.start(connection, seen, "2026-11-22T00:00:00Z", "cw1")
        assert worklist.counts(connection, TODAY).overdue == 1
        visits.seal(connection, seen.id, "2026-11-22T01:00:00Z", "sha256:00")
        assert worklist.counts(connection, TODAY).overdue == 0
        visits.set_stage(connection, seen.id, Stage.RETURNED)
        assert worklist.counts(connection, TODAY).overdue == 1


def test_that_a_page_keeps_the_order_asked_and_leaves_out_what_is_gone(township: Database) -> None:
    with township.read() as connection:
        rows: Sequence[int] = worklist.rows(connection, WorklistFilter(), TODAY)
        asked = [rows[3], 999, rows[0]]
        assert [row.row for row in worklist.page(connection, asked)] == [rows[3], rows[0]]
        assert worklist.page(connection, []) == ()
        assert worklist.row_of(connection, "d") == rows[3]
        assert worklist.row_of(connection, "z") is None


def test_that_a_row_shows_the_household(township: Database) -> None:
    with township.read() as connection:
        (row,) = worklist.page(connection, worklist.first_page(connection, 1)[1])
    assert (row.id, row.head, row.id_tail, row.members) == ("a", "王桂兰", "0028", 2)
    assert (row.category, row.monthly, row.village) == (Category.LOW_MARGIN, 186_000, "香积社区")
    assert (row.due, row.last_check) == (date(2026, 11, 21), date(2025, 11, 30))
    assert (row.stage, row.visit_id) == (Stage.ASSIGNED, None)


def _made(
    base: Household, name: str, due: date | None, building: str, category: Category
) -> AssignedHousehold:
    return AssignedHousehold(
        replace(
            base,
            id=name,
            due=due,
            category=category,
            living_address=f"香积寺路{building}",
            registered_address="",
        )
    )
