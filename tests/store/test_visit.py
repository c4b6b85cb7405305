from collections.abc import Callable, Mapping
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings, strategies as st

from caseworker_app.errors import RefusedError, UserError
from caseworker_app.model.codes import EmploymentStatus, IncomeKind, Stage
from caseworker_app.model.economy import Income
from caseworker_app.model.evidence import Origin
from caseworker_app.model.values import Json
from caseworker_app.model.visit import Attachment, Expense, Visit
from caseworker_app.store import household as households, visit as visits
from caseworker_app.store.database import Connection, Database
from caseworker_app.store.household import AssignedHousehold
from caseworker_app.store.visit import Written
from caseworker_app.wire.canonical import digest
from caseworker_app.wire.units import flatten

AT, LATER = "2026-11-22T02:00:00.000+00:00", "2026-11-22T02:05:00.000+00:00"


@pytest.fixture
def started(database: Database, assigned: AssignedHousehold, visit: Visit) -> Database:
    with database.write() as connection:
        households.save(connection, assigned)
        visits.start(connection, visit, AT, "cw1")
    return database


def test_that_a_visit_comes_back_as_it_was(started: Database, visit: Visit) -> None:
    with started.read() as connection:
        assert visits.load(connection, "v1") == visit
        assert visits.units(connection, "v1") == flatten(visit)
        assert visits.of_household(connection, "h1") == "v1"


def test_that_a_field_is_kept_with_who_when_and_over_what(started: Database) -> None:
    with started.write() as connection:
        before = len(visits.history(connection, "v1"))
        visits.record(connection, "v1", {"/incomes/#i1/monthly": 34_000}, LATER, "cw2")
    with started.read() as connection:
        assert visits.load(connection, "v1").incomes[0].monthly == 34_000
        path = "/incomes/#i1/monthly"
        first, second = visits.history(connection, "v1", path)
        assert first == Written(first.n, path, "", 33_000, AT, "cw1")
        assert second == Written(before + 1, path, digest(33_000), 34_000, LATER, "cw2")
        assert len(visits.history(connection, "v1")) == before + 1


def test_that_the_same_value_again_is_no_change(started: Database) -> None:
    with started.write() as connection:
        before = visits.history(connection, "v1")
        visits.record(connection, "v1", {"/opinion": "情况属实"}, LATER, "cw2")
        assert visits.history(connection, "v1") == before


@pytest.mark.parametrize(
    ("changes", "incomes"),
    [
        ({"/incomes/#i1": None}, ["i2"]),
        ({"/incomes": None}, []),
        ({"/incomes": []}, []),
        ({"/incomes/#i3/who": "m2", "/incomes/#i3/kind": "wage"}, ["i1", "i2", "i3"]),
        ({"/incomes/#i3": {"id": "i3", "who": "m2", "kind": "wage"}}, ["i1", "i2", "i3"]),
        (
            {"/incomes": [{"id": "i9", "who": "m2", "kind": "wage"}], "/opinion": "改"},
            ["i9"],
        ),
    ],
)
def test_that_items_of_a_list_come_and_go(
    started: Database, changes: Mapping[str, Json], incomes: list[str]
) -> None:
    if "/incomes/#i3/who" in changes:
        changes = {**changes, "/incomes/#i3/id": "i3"}
    with started.write() as connection:
        visits.record(connection, "v1", changes, LATER, "cw1")
        loaded = visits.load(connection, "v1")
        assert [income.id for income in loaded.incomes] == incomes
        assert visits.units(connection, "v1") == flatten(loaded)


def test_that_an_item_can_be_put_into_an_empty_list(started: Database, visit: Visit) -> None:
    with started.write() as connection:
        visits.save(connection, replace(visit, incomes=()), LATER, "cw1")
        visits.record(
            connection,
            "v1",
            {f"/incomes/#i7/{k}": v for k, v in {"id": "i7", "who": "m1", "kind": "wage"}.items()},
            LATER,
            "cw1",
        )
        assert visits.load(connection, "v1").incomes == (Income("i7", "m1", IncomeKind.WAGE),)


def test_that_a_whole_visit_is_saved_by_its_differences(started: Database, visit: Visit) -> None:
    changed = replace(
        visit,
        opinion="需进一步核实",
        expenses=(Expense("food", 90_000),),
        members=(replace(visit.members[0], status=EmploymentStatus.EMPLOYED), visit.members[1]),
    )
    with started.write() as connection:
        before = len(visits.history(connection, "v1"))
        visits.save(connection, changed, LATER, "cw1")
        assert visits.load(connection, "v1") == changed
        written = visits.history(connection, "v1")[before:]
    assert {step.path: step.value for step in written} == {
        "/opinion": "需进一步核实",
        "/expenses/#food/monthly": 90_000,
        "/expenses/#power/id": None,
        "/expenses/#power/monthly": None,
        "/members/#m1/status": "employed",
    }


def test_that_what_could_not_be_read_again_is_not_written(started: Database, visit: Visit) -> None:
    for changes in ({"/incomes/#i1/monthly": "viel"}, {"/day": None}, {"/stage": "sealed"}):
        with pytest.raises(ValueError, match=r"\w"), started.write() as connection:
            visits.record(connection, "v1", changes, LATER, "cw1")
    with started.read() as connection:
        assert visits.load(connection, "v1") == visit


def test_that_the_stage_moves_on_and_the_household_with_it(started: Database) -> None:
    with started.write() as connection:
        visits.set_stage(connection, "v1", Stage.DETERMINED)
        visits.set_stage(connection, "v1", Stage.VISITING)
        assert visits.load(connection, "v1").stage is Stage.VISITING
        assert [line.id for line in visits.in_progress(connection)] == ["v1"]
        assert visits.in_stage(connection, Stage.VISITING)[0].head == "王桂兰"


@pytest.mark.parametrize("stage", [Stage.SEALED, Stage.DELIVERED, Stage.RECEIVED, Stage.RETURNED])
def test_that_nothing_changes_once_sealed(started: Database, visit: Visit, stage: Stage) -> None:
    with started.write() as connection:
        visits.seal(connection, "v1", LATER, "sha256:22")
        visits.set_stage(connection, "v1", stage)
        with pytest.raises(RefusedError, match="不能再改"):
            visits.record(connection, "v1", {"/opinion": "改"}, LATER, "cw1")
        with pytest.raises(RefusedError, match="不能再改"):
            visits.save(connection, replace(visit, opinion="改"), LATER, "cw1")
        with pytest.raises(RefusedError, match="不能再改"):
            visits.set_stage(connection, "v1", Stage.VISITING)
        with pytest.raises(RefusedError, match="不能再改"):
            visits.seal(connection, "v1", LATER, "sha256:33")
        assert visits.load(connection, "v1") == replace(visit, stage=stage)
        assert visits.record_hash(connection, "v1") == "sha256:22"
        assert visits.in_progress(connection) == ()
        assert visits.in_stage(connection, stage)[0].sealed_at == LATER


def test_that_a_new_visit_becomes_the_current_one(started: Database, visit: Visit) -> None:
    with started.write() as connection:
        visits.seal(connection, "v1", LATER, "sha256:22")
        visits.start(connection, replace(visit, id="v2"), LATER, "cw1")
        assert visits.of_household(connection, "h1") == "v2"
        visits.set_stage(connection, "v1", Stage.RECEIVED)
        assert visits.stage_of(connection, "v2") is Stage.PREPARING
        assert [line.id for line in visits.in_progress(connection)] == ["v2"]


def _steps(connection: Connection, ask: Callable[[Connection], object]) -> int:
    """Return how many steps of its machine SQLite takes for an answer."""
    taken: list[None] = []
    raw = connection.connection.driver_connection
    assert raw
    raw.set_progress_handler(lambda: taken.append(None), 1)
    ask(connection)
    raw.set_progress_handler(None, 1)
    return len(taken)


def test_that_what_lies_in_one_visit_is_found_without_reading_all(
    started: Database, visit: Visit
) -> None:
    photo = Attachment(
        "a1", "sha256:22", "photo", "image/jpeg", 9, origin=Origin("sha256:11", 9, "file")
    )

    def came(connection: Connection) -> tuple[str, ...]:
        return visits.with_original(connection, "sha256:11")

    def died(connection: Connection) -> tuple[str, ...]:
        return tuple(v.id for v in visits.in_progress(connection, "/members/#%/died"))

    with started.write() as connection:
        visits.record(connection, "v1", flatten({"attachments": (photo,)}), LATER, "cw1")
        visits.record(connection, "v1", {"/members/#m1/died": "2026-11-01"}, LATER, "cw1")
        few = sum(_steps(connection, ask) for ask in (came, died))
        for number in range(40):
            other = replace(photo, origin=Origin(f"sha256:{number:02}00", 9, "file"))
            more = replace(visit, id=f"w{number}", attachments=(other,))
            visits.start(connection, more, AT, "cw1")
            visits.seal(connection, more.id, LATER, "sha256:22")
        assert (came(connection), died(connection)) == (("v1",), ("v1",))
        assert sum(_steps(connection, ask) for ask in (came, died)) < few + 20


def test_that_an_unknown_visit_is_said(database: Database) -> None:
    with database.read() as connection:
        assert visits.of_household(connection, "h1") is None
        with pytest.raises(UserError, match="没有这次核查"):
            visits.load(connection, "v1")


_UNITS = st.dictionaries(
    st.sampled_from(
        ["/a", "/a/b", "/a/b/c", "/a/b2", "/ab", "/list/#1/x", "/list/#1", "/list", "/list/#10/x"]
    ),
    st.none() | st.integers() | st.text(max_size=3),
    max_size=5,
)


@given(before=_UNITS, changes=_UNITS)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_that_no_path_stands_beside_one_below_it(
    before: dict[str, Json], changes: dict[str, Json]
) -> None:
    state = visits._after({}, before)
    after = visits._after(state, changes)
    for path in after:
        assert not [other for other in after if other.startswith(f"{path}/")]
    for path, value in changes.items():
        below = [p for p, v in changes.items() if p.startswith(f"{path}/") and v is not None]
        if not below:
            assert after.get(path) == value
    untouched = {
        path: value
        for path, value in state.items()
        if not [p for p in changes if f"{path}/".startswith(f"{p}/") or p.startswith(f"{path}/")]
    }
    assert untouched.items() <= after.items()
