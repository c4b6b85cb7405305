"""What a page of news hands out: households, with the register data that came for them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from caseworker_app.model.codes import Stage
from caseworker_app.model.declaration import Declaration
from caseworker_app.model.household import Household
from caseworker_app.model.register import RegisterSlice
from caseworker_app.store import household as households, visit as visits
from caseworker_app.store.database import Connection
from caseworker_app.store.household import AssignedHousehold
from caseworker_app.wire.message import Row
from caseworker_app.wire.units import restore

_HOUSEHOLD, _SLICE = "household", "slice"


@dataclass(frozen=True, slots=True)
class _Handed:
    """A household record as it travels."""

    household: Household
    declaration: Declaration


def handed_out(connection: Connection, rows: Sequence[Row]) -> list[AssignedHousehold]:
    """Return the households rows are about; register data that did not come along is None.

    A household this laptop sent itself comes as a hash and stands here already.
    """
    assigned = []
    for home, by_kind in _by_household(row for row in rows if row.units is not None).items():
        if not by_kind.keys() & {_HOUSEHOLD, _SLICE}:
            continue
        if _HOUSEHOLD in by_kind:
            handed = restore(by_kind[_HOUSEHOLD].units or {}, _Handed)
        else:
            declared = households.declaration(connection, home)
            handed = _Handed(households.handed(connection, home), declared)
        records = None
        if _is_received(connection, handed.household):
            records = RegisterSlice()
        elif _SLICE in by_kind:
            records = restore(by_kind[_SLICE].units or {}, RegisterSlice)
        its_own = (row for kind, row in by_kind.items() if kind in {_HOUSEHOLD, _SLICE})
        newest = max(its_own, key=lambda row: row.seq)  # an order knows no generation
        assigned.append(_assigned(handed, records, newest))
    return assigned


def _is_received(connection: Connection, household: Household) -> bool:
    """Tell whether the office has the household's visit: then no register data comes back here.

    What it hands out once that visit is filed there is for the next one.
    """
    visit_id = visits.of_household(connection, household.id)
    if visit_id is None or visits.stage_of(connection, visit_id) is not Stage.RECEIVED:
        return False
    filed = household.last_check
    return filed is None or filed < visits.load(connection, visit_id).day


def _assigned(handed: _Handed, records: RegisterSlice | None, row: Row) -> AssignedHousehold:
    return AssignedHousehold(
        handed.household, handed.declaration, records, row.rev, row.seq, row.gen
    )


def _by_household(rows: Iterable[Row]) -> dict[str, dict[str, Row]]:
    grouped: dict[str, dict[str, Row]] = {}
    for row in rows:
        grouped.setdefault(row.household, {})[row.kind] = row
    return grouped
