"""A department's list on the laptop: whole or not at all, and back again."""

from dataclasses import replace
from datetime import timedelta

import pytest

from caseworker_app.demo.clock import DAY
from caseworker_app.demo.values import Township, TownshipHousehold
from caseworker_app.demo.visiting import carry_out
from caseworker_app.errors import RefusedError, UserError
from caseworker_app.model.codes import Dataset
from caseworker_app.model.declaration import Authorisation
from caseworker_app.model.register import PersonRecord
from caseworker_app.store import freshness, household as households, imports
from caseworker_app.store.household import AssignedHousehold
from caseworker_app.workflow import matching, register_import, session, trail
from caseworker_app.workflow.dossier import open_household
from caseworker_app.workflow.register_import import Counts, State
from caseworker_app.workflow.sorting import RefusedRow, TakenRow
from caseworker_app.workflow.workspace import Workspace
from tests.workflow.conftest import PASSPHRASE, QUICK
from tests.workflow.lists import (
    NOVEMBER,
    OCTOBER,
    STRANGER,
    car,
    mistyped,
    of,
    origin,
    plates,
    portions,
    slice_of,
)


@pytest.fixture
def unit(township: Township) -> TownshipHousehold:
    """A household in which nothing differs and no vehicle is on record."""
    return next(u for u in township.households if not u.planted and not u.records.vehicles)


@pytest.fixture
def other(township: Township) -> TownshipHousehold:
    clean = (u for u in township.households if not u.planted and not u.records.vehicles)
    next(clean)
    return next(clean)


def codes(ws: Workspace, household_id: str) -> list[str]:
    return [found.code for found in open_household(ws, household_id).discrepancies]


def with_authorisations(
    ws: Workspace, unit: TownshipHousehold, *authorisations: Authorisation
) -> None:
    declared = replace(unit.declaration, authorisations=authorisations)
    with ws.database.write() as connection:
        households.save(connection, AssignedHousehold(unit.household, declared, None))


def test_that_rows_of_a_household_join_it_and_are_compared(
    ws: Workspace, unit: TownshipHousehold
) -> None:
    home, head = unit.household.id, unit.household.head
    rows = [of(head, 2), car(3, STRANGER, head.name), mistyped(head, 4), of(head, 5)]
    heard: list[Counts] = []

    done = register_import.take(
        ws, origin(), portions(rows, RefusedRow(6, "车架号不是17位")), heard.append
    )

    assert not done.repeated
    assert done.batch.state is State.DONE
    assert done.batch.counts == Counts(kept=2, queued=1, elsewhere=1, closed=0, refused=1)
    assert done.batch.counts.taken == len(rows)
    assert heard[-1] == done.batch.counts
    assert plates(ws, home) == ["浙A00002", "浙A00005"]
    assert codes(ws, home) == ["CL01", "CL01"]
    assert register_import.refusals(ws, done.batch.n) == ((6, "车架号不是17位"),)
    assert register_import.batches(ws) == (done.batch,)


def test_that_what_was_done_stands_in_the_trail_with_its_numbers(
    ws: Workspace, unit: TownshipHousehold
) -> None:
    done = register_import.take(ws, origin(), portions([of(unit.household.head, 2)]))
    register_import.undo(ws, done.batch.n)

    undone, taken = trail.entries(ws, done.batch.id)
    assert (taken.act, undone.act) == ("import.done", "import.undone")
    assert taken.detail == (
        f"公安 交管，机动车登记，截至 {NOVEMBER}，机动车.xlsx，摘要 {'ab' * 8}，"
        "收 1（归户 1，待判 0，非本机户 0，已封存户 0），退回 0"
    )
    assert trail.verify(ws).broken_at is None


def test_that_nothing_of_strangers_is_kept(ws: Workspace) -> None:
    register_import.take(ws, origin(), portions([car(2, STRANGER, "欧阳无关")]))

    with ws.database.read() as connection:
        for table in ("imported_record", "match_question", "import_refusal", "import_household"):
            assert not connection.exec_driver_sql(f"SELECT * FROM {table}").all()  # noqa: S608  # names from above


def test_that_the_same_file_again_changes_nothing(ws: Workspace, unit: TownshipHousehold) -> None:
    rows = [of(unit.household.head, 2)]
    first = register_import.take(ws, origin(), portions(rows))

    again = register_import.take(ws, origin(as_of=DAY), portions(rows))

    assert again.repeated
    assert again.batch == first.batch
    assert plates(ws, unit.household.id) == ["浙A00002"]
    assert len(register_import.batches(ws)) == 1


def test_that_a_file_read_another_way_is_another_import(
    ws: Workspace, unit: TownshipHousehold
) -> None:
    rows = [of(unit.household.head, 2)]
    register_import.take(ws, origin(), portions(rows))

    assert not register_import.take(ws, origin(mapping="甲 = 乙"), portions(rows)).repeated
    assert plates(ws, unit.household.id) == ["浙A00002"]


def test_that_the_same_file_taken_in_anew_reaches_households_that_came_since(
    ws: Workspace, unit: TownshipHousehold
) -> None:
    newcomer = replace(unit.household, id="new", number="330122-new")
    rows = [of(unit.household.head, 2)]
    register_import.take(ws, origin(), portions(rows))
    with ws.database.write() as connection:
        declared = replace(unit.declaration, household_id="new")
        households.save(connection, AssignedHousehold(newcomer, declared))

    done = register_import.take(ws, origin(), portions(rows), anew=True)

    assert not done.repeated
    assert plates(ws, "new") == plates(ws, unit.household.id) == ["浙A00002"]
    register_import.undo(ws, done.batch.n)
    assert plates(ws, "new") == []
    assert plates(ws, unit.household.id) == ["浙A00002"]


def test_that_a_newer_answer_replaces_the_older_one_until_it_is_undone(
    ws: Workspace, unit: TownshipHousehold, other: TownshipHousehold
) -> None:
    home, head = unit.household.id, unit.household.head
    register_import.take(
        ws,
        origin("01", OCTOBER),
        portions(
            [of(head, 2, OCTOBER), of(head, 3, OCTOBER), of(other.household.head, 4, OCTOBER)]
        ),
    )
    newer = register_import.take(ws, origin("02"), portions([of(head, 9)]))

    assert plates(ws, home) == ["浙A00009"]
    assert plates(ws, other.household.id) == ["浙A00004"]
    register_import.undo(ws, newer.batch.n)
    assert plates(ws, home) == ["浙A00002", "浙A00003"]
    assert codes(ws, home) == ["CL01", "CL01"]


def test_that_an_older_answer_taken_in_later_does_not_replace_the_newer_one(
    ws: Workspace, unit: TownshipHousehold
) -> None:
    home, head = unit.household.id, unit.household.head
    newer = register_import.take(ws, origin("02"), portions([of(head, 9)]))
    register_import.take(ws, origin("01", OCTOBER), portions([of(head, 2, OCTOBER)]))

    assert plates(ws, home) == ["浙A00009"]
    register_import.undo(ws, newer.batch.n)
    assert plates(ws, home) == ["浙A00002"]


def test_that_a_list_replaces_what_the_office_handed_out_of_the_same_department(
    ws: Workspace, township: Township
) -> None:
    unit = next(u for u in township.households if len(u.records.vehicles) == 1)
    (handed,) = unit.records.vehicles
    member = next(m for m in unit.household.members if m.id_number == handed.owner_id_number)
    newer = max(NOVEMBER, handed.source.as_of + timedelta(days=1))

    done = register_import.take(ws, origin(as_of=newer), portions([of(member, 2, newer)]))

    found = [row.plate for row in slice_of(ws, unit.household.id).vehicles]
    assert found == ["浙A00002"]
    register_import.undo(ws, done.batch.n)
    assert slice_of(ws, unit.household.id) == unit.records


def test_that_undoing_leaves_everything_as_it_was(
    ws: Workspace, unit: TownshipHousehold, other: TownshipHousehold
) -> None:
    homes = unit.household.id, other.household.id
    before = [(slice_of(ws, home), open_household(ws, home).discrepancies) for home in homes]
    rows = [
        of(unit.household.head, 2),
        of(other.household.head, 3),
        mistyped(unit.household.head, 4),
    ]
    done = register_import.take(ws, origin(), portions(rows))
    assert [codes(ws, home) for home in homes] == [["CL01"], ["CL01"]]

    register_import.undo(ws, done.batch.n)
    register_import.undo(ws, done.batch.n)

    assert [(slice_of(ws, h), open_household(ws, h).discrepancies) for h in homes] == before
    assert matching.waiting(ws) == ()
    (batch,) = register_import.batches(ws)
    assert (batch.state, batch.undone_by) == (State.UNDONE, ws.person.id)
    again = register_import.take(ws, origin(), portions(rows))
    assert not again.repeated
    assert codes(ws, homes[0]) == ["CL01"]


def test_that_an_import_a_sealed_visit_rests_on_is_not_undone(
    ws: Workspace, township: Township, unit: TownshipHousehold
) -> None:
    rows = [of(unit.household.head, 2)]
    done = register_import.take(ws, origin(), portions(rows))
    _seal(ws, township, unit)
    before = plates(ws, unit.household.id)

    with pytest.raises(RefusedError, match=f"{unit.household.head.name} 1 户的核查已封存"):
        register_import.undo(ws, done.batch.n)

    assert plates(ws, unit.household.id) == before == ["浙A00002"]
    assert register_import.batches(ws)[0].state is State.DONE
    with ws.database.write() as connection:
        freshness.erase_slice(connection, unit.household.id)
    with pytest.raises(RefusedError, match="已封存"):
        register_import.undo(ws, done.batch.n)


def test_that_a_visit_sealed_before_rests_on_nothing_of_it(
    ws: Workspace, township: Township, unit: TownshipHousehold, other: TownshipHousehold
) -> None:
    _seal(ws, township, unit)
    rows = [of(unit.household.head, 2), of(other.household.head, 3)]

    done = register_import.take(ws, origin(), portions(rows))

    assert done.batch.counts == Counts(kept=1, closed=1)
    assert plates(ws, unit.household.id) == []
    register_import.undo(ws, done.batch.n)
    assert plates(ws, other.household.id) == []


@pytest.mark.parametrize(
    ("authorisations", "reason"),
    [
        ((), "没有核对授权书"),
        (("2025-01-01", "2026-11-22"), "核对授权书已于2026-11-22到期"),
    ],
)
def test_that_a_row_without_a_valid_authorisation_is_refused(
    ws: Workspace, unit: TownshipHousehold, authorisations: tuple[str, ...], reason: str
) -> None:
    head = unit.household.head
    given = [
        Authorisation(head.id, DAY.replace(year=2025), DAY - timedelta(days=1))
        for _ in authorisations[:1]
    ]
    with_authorisations(ws, unit, *given)

    done = register_import.take(ws, origin(), portions([of(head, 2), mistyped(head, 3)]))

    assert done.batch.counts == Counts(refused=2)
    (first, second) = register_import.refusals(ws, done.batch.n)
    assert first == (2, f"{head.name}{reason}，不得收入其数据。请先补签核对授权书")
    assert second[0] == 3
    assert plates(ws, unit.household.id) == []
    assert matching.waiting(ws) == ()


def test_that_a_row_with_a_valid_authorisation_is_kept(
    ws: Workspace, unit: TownshipHousehold
) -> None:
    head = unit.household.head
    with_authorisations(ws, unit, Authorisation(head.id, DAY, DAY))

    assert register_import.take(ws, origin(), portions([of(head, 2)])).batch.counts.kept == 1


def test_that_a_person_in_two_households_is_taken_in_where_it_is_authorised(
    ws: Workspace, unit: TownshipHousehold
) -> None:
    twin = replace(unit.household, id="new", number="330122-new")
    barred = replace(unit.declaration, household_id="new", authorisations=())
    with ws.database.write() as connection:
        households.save(connection, AssignedHousehold(twin, barred))

    done = register_import.take(ws, origin(), portions([of(unit.household.head, 2)]))

    assert done.batch.counts == Counts(kept=1)
    assert (plates(ws, unit.household.id), plates(ws, "new")) == (["浙A00002"], [])


def test_that_an_undeclared_person_of_the_booklet_joins_the_household(
    ws: Workspace, unit: TownshipHousehold
) -> None:
    source = of(unit.household.head, 2).record.source
    mate = PersonRecord("p9", source, STRANGER, "外来人", unit.declaration.hukou_number)
    persons = replace(origin(), dataset=Dataset.PERSON)

    done = register_import.take(ws, persons, portions([TakenRow(2, mate)]))

    assert done.batch.counts.kept == 1
    assert mate in slice_of(ws, unit.household.id).persons
    assert "HJ04" in codes(ws, unit.household.id)


def test_that_an_empty_laptop_takes_nothing_in(tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = tmp_path_factory.mktemp("empty")
    session.create(folder, PASSPHRASE, QUICK)
    empty = session.unlock(folder, PASSPHRASE)

    with pytest.raises(UserError, match="请先下载任务"):
        register_import.take(empty, origin(), portions([]))

    assert register_import.batches(empty) == ()
    empty.database.close()


def test_that_an_unknown_batch_is_told(ws: Workspace) -> None:
    with pytest.raises(UserError, match="没有这次导入"):
        register_import.undo(ws, 7)


def test_that_news_of_the_office_leaves_imported_rows(
    ws: Workspace, unit: TownshipHousehold
) -> None:
    register_import.take(ws, origin(), portions([of(unit.household.head, 2)]))
    with ws.database.write() as connection:
        households.save(
            connection, AssignedHousehold(unit.household, unit.declaration, unit.records)
        )

    assert plates(ws, unit.household.id) == ["浙A00002"]


def test_that_headings_are_learned_once_for_a_department(ws: Workspace) -> None:
    asked = ("公安 交管", Dataset.VEHICLE)
    assert register_import.headings(ws, *asked) == ""

    register_import.learn(ws, *asked, "号牌 = 号牌号码")
    register_import.learn(ws, *asked, "号牌 = 号牌号码")
    register_import.learn(ws, "公安 户籍", Dataset.PERSON, "x")

    assert register_import.headings(ws, *asked) == "号牌 = 号牌号码"
    register_import.learn(ws, *asked, "新")
    assert register_import.headings(ws, *asked) == "新"
    acts = [entry.act for entry in trail.entries(ws, "")]
    assert acts.count("mapping.kept") == 3


def test_that_only_the_latest_of_many_batches_with_one_file_is_known(
    ws: Workspace, unit: TownshipHousehold
) -> None:
    rows = [of(unit.household.head, 2)]
    register_import.take(ws, origin(), portions(rows))
    second = register_import.take(ws, origin(), portions(rows), anew=True)

    with ws.database.read() as connection:
        assert imports.of(connection, origin()) == second.batch


def _seal(ws: Workspace, township: Township, unit: TownshipHousehold) -> None:
    visited = carry_out(ws, unit.household.id, township.staff[1], lambda *_: None)
    assert visited.sealed, visited.refused
