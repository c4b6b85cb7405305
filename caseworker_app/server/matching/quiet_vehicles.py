"""车辆: rows that cannot raise anything, condition for condition beside ``rules.comparison``.

Which declared vehicle a row meets is settled only where all of them are harmless: a household
that claims anything about a vehicle is looked at as soon as it has a row.
"""

from sqlalchemy import CTE, Select, and_, case, false, func, or_, select

from caseworker_app.model.plate import OFFICE, PROVINCE, SERIAL
from caseworker_app.rules.comparison.vehicle_rules import (
    COMMERCIAL,
    DISABILITY_DECLARED,
    DISABILITY_TYPES,
    NO_KIN,
    SMALL_DECLARED,
    SMALL_PLATES,
    SMALL_TYPES,
    WORKING_PLATES,
    WORKING_TYPES,
)
from caseworker_app.rules.comparison.vehicle_view import DEREGISTERED
from caseworker_app.server.matching.quiet_persons import Measure
from caseworker_app.server.matching.sql import (
    Truth,
    all_of,
    clean,
    contains,
    held,
    once,
    only,
    part,
    place_of,
    size,
    unless,
)
from caseworker_app.server.matching.tables import household, member, told_vehicle, vehicle

_ENERGY = "ABCDEFGHJK"
_DIGITS = "0123456789"
_VIN = "ABCDEFGHJKLMNPRSTUVWXYZ0123456789"
_VIN_LENGTH = 17
_PLATE, _ENERGY_PLATE = 7, 8
"""Characters of an everyday plate, and of a new-energy one."""


def garage() -> CTE:
    """Return the rows of the members' vehicles, household beside row."""
    owner = member.join(vehicle, vehicle.c.owner_id_number == member.c.id_number)
    rows = select(member.c.household_id, *clean(vehicle.c)).distinct().select_from(owner)
    return once(rows.where(member.c.id_number != ""), "garage")


def loud(rows: CTE, measure: Measure) -> Select[tuple[str]]:
    """Return the households with a vehicle that may raise something."""
    told = _told(measure)
    same = told_vehicle.alias("same")
    joined = (
        rows.join(household, household.c.household_id == rows.c.household_id)
        .outerjoin(told, told.c.household_id == rows.c.household_id)
        .outerjoin(
            same,
            (same.c.household_id == rows.c.household_id) & (same.c.plate == rows.c.plate),
        )
    )
    harmless = all_of(
        same.c.id.is_not(None), told.c.loud == 0, or_(told.c.small == 0, _small(rows, measure))
    )
    quiet = or_(
        all_of(_gone(rows, measure), _not_to_kin(rows, measure)),
        all_of(harmless, _plain(rows), _known(rows), _unburdened(rows, measure)),
    )
    return select(rows.c.household_id).select_from(joined).where(unless(quiet))


def _told(measure: Measure) -> CTE:
    """Return how many declared vehicles of a household are loud, and how many small."""
    kind, price = held(told_vehicle.c.kind), told_vehicle.c.price
    limit = measure.limits.low_margin_vehicle_price
    dear = price >= limit if limit is not None else false()
    is_loud = or_(held(told_vehicle.c.claim) != "", kind == DISABILITY_DECLARED, dear)
    return (
        select(
            told_vehicle.c.household_id,
            func.sum(case((is_loud, 1), else_=0)).label("loud"),
            func.sum(case((kind.in_(sorted(SMALL_DECLARED)), 1), else_=0)).label("small"),
        )
        .group_by(told_vehicle.c.household_id)
        .cte("told")
    )


def _gone(row: CTE, measure: Measure) -> Truth:
    return or_(row.c.transferred <= measure.today, contains(row.c.status, sorted(DEREGISTERED)))


def _not_to_kin(row: CTE, measure: Measure) -> Truth:
    """CL10."""
    return or_(
        row.c.transferred.is_(None),
        row.c.transferred < measure.back,
        row.c.transferred > measure.today,
        row.c.transferred_to_relation.in_(sorted(NO_KIN)),
    )


def _small(row: CTE, measure: Measure) -> Truth:
    by_type = contains(row.c.vehicle_type, SMALL_TYPES)
    limit = measure.limits.ordinary_displacement
    return all_of(
        or_(row.c.plate_type.in_(sorted(SMALL_PLATES)), by_type),
        or_(row.c.displacement.is_(None), row.c.displacement <= limit),
        _cheap(row, measure),
    )


def _cheap(row: CTE, measure: Measure) -> Truth:
    limit = measure.limits.low_margin_vehicle_price
    return or_(row.c.price.is_(None), row.c.price < limit) if limit is not None else ~false()


def _plain(row: CTE) -> Truth:
    """CL05, CL07: neither for the disabled nor for work."""
    return all_of(
        ~contains(row.c.vehicle_type, (*DISABILITY_TYPES, *WORKING_TYPES)),
        row.c.use.not_in(sorted(COMMERCIAL)),
        row.c.plate_type.not_in(sorted(WORKING_PLATES)),
    )


def _known(row: CTE) -> Truth:
    """CL12: an everyday plate, and a VIN that is right or missing."""
    plate, vin = row.c.plate, row.c.vin
    serial = _spelled(SERIAL)
    energy = or_(
        and_(place_of(part(plate, 3, 1), _ENERGY) > 0, only(part(plate, 5, 4), _DIGITS)),
        and_(only(part(plate, 3, 5), _DIGITS), place_of(part(plate, 8, 1), _ENERGY) > 0),
    )
    return all_of(
        place_of(part(plate, 1, 1), PROVINCE) > 0,
        place_of(part(plate, 2, 1), _spelled(OFFICE)) > 0,
        only(part(plate, 3, 6), serial),
        or_(size(plate) == _PLATE, and_(size(plate) == _ENERGY_PLATE, energy)),
        or_(vin == "", and_(size(vin) == _VIN_LENGTH, only(vin, _VIN))),
    )


def _unburdened(row: CTE, measure: Measure) -> Truth:
    """CL08, CL09, CL11: below the price, not newly bought, without a mark."""
    since = func.coalesce(household.c.last_check, household.c.signed)
    days = (row.c.first_registered, row.c.registered)
    old = (or_(day.is_(None), day <= since, day > measure.today) for day in days)
    return all_of(
        _cheap(row, measure),
        or_(row.c.acquired != "购买", all_of(*old)),
        ~row.c.seized,
        ~row.c.mortgaged,
        ~contains(row.c.status, "K"),
    )


def _spelled(ranges: str) -> str:
    """Return the characters of ranges such as ``A-HJ-N``."""
    spelled = ""
    for place, character in enumerate(ranges):
        if character == "-":
            first, last = ord(ranges[place - 1]) + 1, ord(ranges[place + 1])
            spelled += "".join(map(chr, range(first, last)))
        else:
            spelled += character
    return spelled
