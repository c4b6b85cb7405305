from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date

import pytest

from caseworker_app.model.codes import Category, Level, Recheck, Stage
from caseworker_app.model.discrepancy import Discrepancy
from caseworker_app.model.household import Household
from caseworker_app.model.visit import Visit
from caseworker_app.store import discrepancy, household as households, visit as visits, worklist
from caseworker_app.store.database import Database
from caseworker_app.store.household import AssignedHousehold
from caseworker_app.store.ranked import Ranked
from caseworker_app.store.worklist import Due, Facet, Order, WorklistFilter

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
        (WorklistFilter(levels=frozenset({Level.RED})), "b"),
        (WorklistFilter(levels=frozenset({Level.RED, Level.ORANGE})), "bc"),
        (WorklistFilter(levels=frozenset({Level.BLUE})), "abcde"),
        (WorklistFilter(villages=frozenset({"香积社区"})), "abcde"),
        (WorklistFilter(villages=frozenset({"别处"})), ""),
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


_NARROW: Mapping[Facet, Callable[[str], WorklistFilter]] = {
    Facet.CATEGORY: lambda code: WorklistFilter(categories=frozenset({Category(code)})),
    Facet.VILLAGE: lambda code: WorklistFilter(villages=frozenset({code})),
    Facet.CYCLE: lambda code: WorklistFilter(cycles=frozenset({Recheck(code)})),
    Facet.STAGE: lambda code: WorklistFilter(stages=frozenset({Stage(code)})),
    Facet.LEVEL: lambda code: WorklistFilter(levels=frozenset({Level(code)})),
}


@pytest.mark.parametrize("facet", list(Facet))
def test_that_each_count_is_the_length_of_its_list(township: Database, facet: Facet) -> None:
    with township.read() as connection:
        for due in Due:
            ground = WorklistFilter(due=due)
            length = len(worklist.rows(connection, ground, TODAY))
            assert worklist.count(connection, ground, TODAY) == length
            for code, count in worklist.grouped(connection, facet, ground, TODAY).items():
                wanted = replace(_NARROW[facet](code), due=due)
                assert count == len(worklist.rows(connection, wanted, TODAY))


def test_that_the_counts_are_those_of_the_township(township: Database) -> None:
    with township.read() as connection:
        found = {
            facet: worklist.grouped(connection, facet, WorklistFilter(), TODAY) for facet in Facet
        }
    assert found == {
        Facet.CATEGORY: {"dibao": 3, "low_margin": 2},
        Facet.VILLAGE: {"香积社区": 5},
        Facet.CYCLE: {"yearly": 5},
        Facet.STAGE: {"assigned": 5},
        Facet.LEVEL: {"S1": 1, "S2": 1, "S3": 1},
    }


@pytest.mark.parametrize(("text", "limit"), [("王", 2), ("王桂兰", 2), ("0028", 5), ("x", 1)])
def test_that_what_a_keystroke_finds_first_begins_the_whole(
    township: Database, text: str, limit: int
) -> None:
    with township.read() as connection:
        order = worklist.rows(connection, WorklistFilter(), TODAY)
        ranked = Ranked(order, everything=True)
        whole = worklist.rows(connection, WorklistFilter(text=text), TODAY)

        assert ranked.all_of(connection, text) == whole
        for few in (0, 4000):
            hits = ranked.first_of(connection, text, limit, few)
            assert hits.rows[:limit] == whole[:limit]
            assert not hits.whole or hits.rows == whole
        late = Ranked(
            worklist.rows(connection, WorklistFilter(due=Due.OVERDUE), TODAY), everything=False
        )
        assert late.all_of(connection, text) == worklist.rows(
            connection, WorklistFilter(text=text, due=Due.OVERDUE), TODAY
        )


def test_that_one_walks_on_to_the_next_house_and_from_the_last_to_the_first(
    township: Database,
) -> None:
    with township.read() as connection:

        def after(home: str, wanted: WorklistFilter) -> str | None:
            row = worklist.next_after(connection, wanted, TODAY, home)
            return worklist.page(connection, [row])[0].id if row else None

        walk = WorklistFilter(order=Order.PLACE)
        assert [after(home, walk) for home in "ebdca"] == ["b", "d", "c", "a", "e"]
        assert after("b", WorklistFilter(due=Due.OVERDUE)) == "a"
        assert after("a", WorklistFilter(due=Due.OVERDUE)) is None
        assert after("gone", walk) == "e"


def test_that_a_sealed_visit_is_no_longer_overdue(township: Database, visit: Visit) -> None:
    seen = replace(visit, household=replace(visit.household, id="a"))
    with township.write() as connection:
        visits.start(connection, seen, "2026-11-22T00:00:00Z", "cw1")
        overdue = WorklistFilter(due=Due.OVERDUE)
        assert worklist.count(connection, overdue, TODAY) == 1
        visits.seal(connection, seen.id, "2026-11-22T01:00:00Z", "sha256:00")
        assert worklist.count(connection, overdue, TODAY) == 0
        visits.set_stage(connection, seen.id, Stage.RETURNED)
        assert worklist.count(connection, overdue, TODAY) == 1


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
