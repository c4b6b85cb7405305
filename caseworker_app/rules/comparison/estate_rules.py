"""房产, the triggers of FC01, FC03–FC11, FC13, FC14, FC16 and which of them speaks first."""

from collections.abc import Callable
from dataclasses import dataclass

from caseworker_app.model.codes import IncomeKind, Level
from caseworker_app.rules.comparison.houses import Estates, House


@dataclass(frozen=True, slots=True)
class HouseRule:
    """A kind and when a house is of it; ``level`` where it is not the catalogue's."""

    code: str
    holds: Callable[[House, Estates], bool]
    level: Level | None = None


def kind_of(house: House, held: Estates) -> HouseRule | None:
    """Return the one kind a house is of, or None where nothing is to be said."""
    rules = _HISTORIC if house.is_historic else _OWNED if house.is_owned else _RIGHTS
    return next((rule for rule in rules if rule.holds(house, held)), None)


def further(house: House, kind: HouseRule | None, held: Estates) -> tuple[HouseRule, ...]:
    """Return facts of their own weight; a mark on the only, undisputed home is mostly harmless."""
    if not house.is_owned:
        return ()
    only_home = kind is None and house.is_dwelling and not held.other_dwellings(house)
    rules = (
        HouseRule("FC09", _let_undeclared),
        HouseRule("FC14", _encumbered, Level.BLUE if only_home else None),
    )
    return tuple(rule for rule in rules if rule.holds(house, held))


def is_own_dwelling(house: House, kind: HouseRule | None) -> bool:
    """Tell whether a house is one of the household's dwellings whatever its explanation."""
    settled = kind is None or kind.code in ("FC01", "FC05")
    return house.is_owned and house.is_dwelling and settled


def _unaccounted(house: House, _: Estates) -> bool:
    sold = next((row for row in house.rows if house.facts.recent(row.sold)), None)
    if sold is None:
        return False
    return sold.price is None or house.facts.declaration.money < sold.price * house.share


def _entitled(house: House, _: Estates) -> bool:
    row = house.row
    worth = bool(row.area) or bool(row.price)
    return row.right == "拆迁权益" and house.declared is None and worth


def _off_plan(house: House, _: Estates) -> bool:
    noticed = house.row.right == "预告" or house.row.advance_notice
    return noticed and not house.is_public_rental and house.declared is None


def _nominal(house: House, _: Estates) -> bool:
    unsaid = house.row.nominal_share and house.declared is None
    shared = unsaid and (house.share < 1 or house.row.co_ownership != "0")
    return shared or house.claim == "nominal"


def _inherited(house: House, _: Estates) -> bool:
    unsaid = house.row.acquired == "继承" and house.share < 1 and house.declared is None
    return unsaid or house.claim == "inherited"


def _non_residential(house: House, _: Estates) -> bool:
    return house.row.use != "" and not house.is_dwelling


def _tied_parking(house: House, held: Estates) -> bool:
    return house.row.use[:1] == "8" and held.on_parcel_of(house)


def _undeclared_parking(house: House, held: Estates) -> bool:
    return _tied_parking(house, held) and house.declared is None


def _told_parking(house: House, held: Estates) -> bool:
    return _tied_parking(house, held) and house.declared is not None


def _converted_home(house: House, held: Estates) -> bool:
    converted = house.claim == "converted_home" and not held.other_dwellings(house)
    return converted and _non_residential(house, held)


def _loose_non_residential(house: House, held: Estates) -> bool:
    return _non_residential(house, held) and not _told_parking(house, held)


def _let_undeclared(house: House, _: Estates) -> bool:
    rents = (
        income
        for income in house.facts.declaration.incomes
        if income.kind is IncomeKind.PROPERTY and (not income.type or "租" in income.type)
    )
    return any(row.rented_out for row in house.rows) and not any(True for _ in rents)


def _encumbered(house: House, _: Estates) -> bool:
    return any(row.mortgaged or row.seized for row in house.rows)


_HISTORIC: tuple[HouseRule, ...] = (
    HouseRule("FC06", _unaccounted),
    HouseRule("FC11", lambda house, _: house.claim != "sold"),
)
_RIGHTS: tuple[HouseRule, ...] = (
    HouseRule("FC08", _entitled),
    HouseRule("FC10", _off_plan),
)
_OWNED: tuple[HouseRule, ...] = (
    HouseRule("FC04", lambda house, _: any(row.owner_died for row in house.rows)),
    HouseRule(
        "FC05",
        lambda house, _: house.claim == "sold" or any(row.contract_filed for row in house.rows),
    ),
    HouseRule("FC13", lambda house, _: house.row.divorce_division or house.claim == "divorced"),
    HouseRule("FC16", _nominal),
    HouseRule("FC07", _undeclared_parking, Level.BLUE),
    HouseRule("FC07", _converted_home, Level.YELLOW),
    HouseRule("FC07", _loose_non_residential),
    HouseRule("FC03", _inherited),
    HouseRule("FC01", lambda house, _: house.declared is None),
)
"""The first that holds is the kind: from what settles the question to what leaves it open."""
