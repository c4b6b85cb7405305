"""花名册: households the office puts on the books, with what the registers hold about them."""

from collections.abc import Iterable
from typing import NamedTuple

from caseworker_app.model.declaration import Declaration
from caseworker_app.model.household import Household
from caseworker_app.model.register import RegisterSlice
from caseworker_app.server import audit, office, records
from caseworker_app.server.central import Central
from caseworker_app.wire.units import flatten


class Dossier(NamedTuple):
    """One household as the office hands it out."""

    household: Household
    declaration: Declaration
    records: RegisterSlice


def slice_id(household: str) -> str:
    """Return the record id of a household's register slice."""
    return f"slice:{household}"


def load_township(central: Central, dossiers: Iterable[Dossier], by: str) -> int:
    """Put households with their slices on the books, in one transaction.

    Returns how many records are new or changed; loading the same again changes nothing.
    """
    with central.database.write() as connection:
        wishes = [wish for dossier in dossiers for wish in _wishes(dossier)]
        changed = [w for w in wishes if office.write(connection, central, w, by)]
        detail = f"{len(changed)} records"
        audit.record(connection, central.clock(), by, "households.loaded", "", detail)
    return len(changed)


def _wishes(dossier: Dossier) -> tuple[office.Wish, office.Wish]:
    home = dossier.household
    units = flatten({"household": home, "declaration": dossier.declaration})
    rows = flatten(dossier.records)
    return (
        office.Wish(home.id, home.region, records.HOUSEHOLD, home.id, units),
        office.Wish(slice_id(home.id), home.region, records.SLICE, home.id, rows),
    )
