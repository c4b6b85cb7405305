"""An import that is broken off shows nothing; it goes on, or it is cancelled."""

from collections.abc import Iterator

import pytest

from caseworker_app.demo.values import Township, TownshipHousehold
from caseworker_app.errors import OutsideError, RefusedError, UserError
from caseworker_app.workflow import comparison, matching, register_import, session
from caseworker_app.workflow.dossier import open_household
from caseworker_app.workflow.register_import import Counts, State
from caseworker_app.workflow.sorting import Portion, TakenRow
from caseworker_app.workflow.workspace import Workspace
from tests.workflow.conftest import PASSPHRASE
from tests.workflow.lists import (
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
    return next(u for u in township.households if not u.planted and not u.records.vehicles)


def codes(ws: Workspace, household_id: str) -> list[str]:
    return [found.code for found in open_household(ws, household_id).discrepancies]


def _broken(rows: list[TakenRow], error: Exception) -> Iterator[Portion]:
    """Yield the first two portions and fail."""
    whole = portions(rows)
    yield next(whole)
    yield next(whole)
    raise error


def _six(unit: TownshipHousehold) -> list[TakenRow]:
    head = unit.household.head
    return [of(head, 2), of(head, 3), mistyped(head, 4), car(5, STRANGER, "无关"), of(head, 6)]


def test_that_a_crash_in_the_middle_shows_nothing_and_the_rest_is_taken_later(
    ws: Workspace, unit: TownshipHousehold
) -> None:
    home = unit.household.id
    before = slice_of(ws, home)
    with pytest.raises(OSError, match="电源"):
        register_import.take(ws, origin(), _broken(_six(unit), OSError("电源")))
    session.lock(ws)
    again = session.unlock(ws.folder, PASSPHRASE, ws.clock)

    assert slice_of(again, home) == before
    assert matching.waiting(again) == ()
    assert codes(again, home) == []
    (batch,) = register_import.batches(again)
    assert (batch.state, batch.portions, batch.counts.kept) == (State.READING, 2, 2)
    done = register_import.take(again, origin(), portions(_six(unit)))
    assert done.batch.n == batch.n
    assert done.batch.counts == Counts(kept=3, queued=1, elsewhere=1)
    assert plates(again, home) == ["浙A00002", "浙A00003", "浙A00006"]
    assert len(matching.waiting(again)) == 1
    again.database.close()


def test_that_an_import_broken_off_on_another_day_is_begun_again(
    ws: Workspace, unit: TownshipHousehold
) -> None:
    head = unit.household.head
    with pytest.raises(OSError, match="电源"):
        register_import.take(ws, origin(as_of=OCTOBER), _broken(_six(unit), OSError("电源")))

    done = register_import.take(ws, origin(), portions([of(head, 2), of(head, 3)]))

    assert done.batch.counts == Counts(kept=2)
    assert plates(ws, unit.household.id) == ["浙A00002", "浙A00003"]
    states = [batch.state for batch in register_import.batches(ws)]
    assert states == [State.DONE, State.UNDONE]


def test_that_an_interrupted_import_can_be_cancelled(
    ws: Workspace, unit: TownshipHousehold
) -> None:
    with pytest.raises(OutsideError):
        register_import.take(ws, origin(), _broken(_six(unit), OutsideError("磁盘已满")))
    (batch,) = register_import.batches(ws)

    register_import.undo(ws, batch.n)

    with ws.database.read() as connection:
        assert not connection.exec_driver_sql("SELECT * FROM imported_record").all()
        assert not connection.exec_driver_sql("SELECT * FROM match_candidate").all()
    assert register_import.take(ws, origin(), portions(_six(unit))).batch.n != batch.n


def test_that_nothing_stays_of_a_file_that_turns_out_to_be_unreadable(
    ws: Workspace, unit: TownshipHousehold
) -> None:
    with pytest.raises(UserError, match="读不下去"):
        register_import.take(ws, origin(), _broken(_six(unit), UserError("读不下去")))

    assert [batch.state for batch in register_import.batches(ws)] == [State.UNDONE]


def test_that_an_import_cancelled_meanwhile_stops(ws: Workspace, unit: TownshipHousehold) -> None:
    def cancel(_counts: Counts) -> None:
        register_import.undo(ws, register_import.batches(ws)[0].n)

    with pytest.raises(RefusedError, match="已被取消"):
        register_import.take(ws, origin(), portions(_six(unit)), cancel)

    assert plates(ws, unit.household.id) == []


def test_that_a_crash_before_the_comparison_is_caught_up_at_the_next_unlock(
    ws: Workspace, unit: TownshipHousehold, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_ws: Workspace) -> int:
        raise OSError("电源")

    with monkeypatch.context() as broken:
        broken.setattr(comparison, "catch_up", fail)
        with pytest.raises(OSError, match="电源"):
            register_import.take(ws, origin(), portions([of(unit.household.head, 2)]))
    session.lock(ws)

    again = session.unlock(ws.folder, PASSPHRASE, ws.clock)

    assert codes(again, unit.household.id) == ["CL01"]
    again.database.close()
