"""车辆, the triggers of CL01–CL12 and which of them speaks first."""

from collections.abc import Callable
from dataclasses import dataclass

from caseworker_app.model.codes import Level
from caseworker_app.rules.comparison.facts import number_of
from caseworker_app.rules.comparison.vehicle_view import VehicleView, has_plate, has_vin, is_gone

COMMERCIAL = frozenset("BCDEFGRT")
WORKING_PLATES = frozenset({"13", "14"})
_OTHER_PLATES = WORKING_PLATES | {"22"}
"""Farm and temporary plates follow patterns of their own."""
WORKING_TYPES = ("货", "拖拉机", "低速")
SMALL_PLATES = frozenset({"07", "08"})
SMALL_TYPES = ("摩托", "电动三轮", "轻便")
SMALL_DECLARED = frozenset({"ordinary_two_wheel_motorcycle", "electric_tricycle"})
DISABILITY_DECLARED = "disability_compensation_vehicle"
DISABILITY_TYPES = ("残疾", "轮椅")
NO_KIN = frozenset({"", "01", "02", "80", "98", "99"})
"""Codes of GB/T 4761 that name no relative."""


@dataclass(frozen=True, slots=True)
class VehicleRule:
    """A kind and when a vehicle is of it; ``level`` where it is not the catalogue's."""

    code: str
    holds: Callable[[VehicleView], bool]
    level: Level | None = None


def rules_for(view: VehicleView) -> tuple[VehicleRule, ...]:
    """Return the one kind a vehicle is of, then facts of their own weight."""
    if is_gone(view.row, view.facts.day):
        return tuple(rule for rule in _GONE if rule.holds(view))
    kind = next((rule for rule in _KINDS if rule.holds(view)), None)
    first = (kind,) if kind else ()
    if kind is not None and kind.code not in _WEIGHED:
        return first
    return first + tuple(rule for rule in _FACTS if rule.holds(view))


def _small(view: VehicleView) -> bool:
    """Tell an ordinary motorcycle or tricycle, which most places leave out."""
    row = view.row
    by_type = any(word in row.vehicle_type for word in SMALL_TYPES)
    limit = view.facts.limits.ordinary_displacement
    large = row.displacement is not None and row.displacement > limit
    return (row.plate_type in SMALL_PLATES or by_type) and not large and not view.over_limit


def _working(view: VehicleView) -> bool:
    row = view.row
    by_type = any(word in row.vehicle_type for word in WORKING_TYPES)
    return row.use in COMMERCIAL or row.plate_type in WORKING_PLATES or by_type


def _unidentified(view: VehicleView) -> bool:
    row = view.row
    ordinary = row.plate_type not in _OTHER_PLATES and not _small(view)
    return ordinary and not has_vin(row) and not has_plate(row)


def is_faulty_row(view: VehicleView) -> bool:
    """Tell whether plate or VIN of the row cannot be right."""
    row = view.row
    bad_plate = not has_plate(row) and bool(row.plate)
    bad_vin = not has_vin(row) and bool(row.vin)
    return row.plate_type not in _OTHER_PLATES and (bad_plate or bad_vin)


def _scrapped(view: VehicleView) -> bool:
    if view.claim == "scrapped":
        return view.has_status("PQC") or not view.in_use()
    lapsed = view.has_status("Q") and not view.in_use()
    return view.declared is None and (view.has_status("PC") or lapsed)


def _for_disabled(view: VehicleView) -> bool:
    by_type = any(word in view.row.vehicle_type for word in DISABILITY_TYPES)
    told = view.declared is not None and view.declared.kind == DISABILITY_DECLARED
    return by_type or told


def paid_outside(view: VehicleView) -> bool:
    """Tell whether somebody outside the household pays the insurance."""
    payer = number_of(view.row.insurance_payer)
    return bool(payer) and payer not in view.facts.members


def _name_lent(view: VehicleView) -> bool:
    return view.claim == "lent_name" or (view.declared is None and paid_outside(view))


def _livelihood(view: VehicleView) -> bool:
    unsaid = view.declared is None or not view.earns()
    return view.claim == "livelihood" or (_working(view) and unsaid)


def _car_declared_small(view: VehicleView) -> bool:
    told = view.declared is not None and view.declared.kind in SMALL_DECLARED
    return told and not _small(view)


def _new(view: VehicleView) -> bool:
    days = (view.row.first_registered, view.row.registered)
    after = any(day is not None and view.facts.since < day <= view.facts.day for day in days)
    return view.row.acquired == "购买" and after


def _gone_to_kin(view: VehicleView) -> bool:
    row = view.row
    outside = number_of(row.transferred_to) not in view.facts.members
    kin = row.transferred_to_relation not in NO_KIN
    return view.facts.recent(row.transferred) and outside and kin


_GONE: tuple[VehicleRule, ...] = (VehicleRule("CL10", _gone_to_kin),)

_KINDS: tuple[VehicleRule, ...] = (
    VehicleRule("CL12", _unidentified),
    VehicleRule("CL12", lambda view: view.claim == "not_mine", Level.YELLOW),
    VehicleRule("CL02", lambda view: view.claim == "sold"),
    VehicleRule("CL03", _scrapped),
    VehicleRule("CL05", _for_disabled),
    VehicleRule("CL04", _name_lent),
    VehicleRule("CL07", _livelihood),
    VehicleRule("CL06", lambda view: view.declared is None and _small(view)),
    VehicleRule("CL01", lambda view: view.declared is None and view.has_status("B"), Level.YELLOW),
    VehicleRule("CL01", lambda view: view.declared is None),
    VehicleRule("CL01", lambda view: _car_declared_small(view) or view.claim == "scrapped"),
)
"""The first that holds is the kind: from what settles the question to what leaves it open."""

_FACTS: tuple[VehicleRule, ...] = (
    VehicleRule("CL08", lambda view: view.over_limit),
    VehicleRule("CL09", _new),
    VehicleRule("CL11", lambda view: view.row.seized or view.row.mortgaged or view.has_status("K")),
    VehicleRule("CL12", is_faulty_row),
)

_WEIGHED = frozenset({"CL01", "CL04", "CL07"})
"""Kinds under which the vehicle may yet count, so that price and origin matter."""
