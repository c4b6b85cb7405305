"""新立户: a household a laptop split off from one in its hands, as it travels."""

from collections.abc import Mapping

import msgspec

from caseworker_app.model.declaration import Declaration
from caseworker_app.model.household import Household
from caseworker_app.model.values import Json
from caseworker_app.wire.units import restore

FORM = "household@1"


class NewHome(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The household with its origin named, and what is declared of it."""

    household: Household
    declaration: Declaration


def new_home_of(units: Mapping[str, Json]) -> NewHome | None:
    """Return the household units hold; None for anything else, or where no origin is named."""
    try:
        found = restore(units, NewHome)
    except msgspec.ValidationError:
        return None
    home = found.household
    same = home.id == found.declaration.household_id and home.region == found.declaration.region
    return found if home.origin is not None and home.members and same else None
