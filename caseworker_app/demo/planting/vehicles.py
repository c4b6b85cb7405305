"""车辆: CL01–CL12. Cheap, insured and bought long ago, but for the point to be made."""

from dataclasses import replace
from datetime import date, timedelta

from caseworker_app.demo import registers
from caseworker_app.demo.dice import hit
from caseworker_app.demo.edits import add_vehicle, aged
from caseworker_app.demo.people import Registrar
from caseworker_app.demo.planting.planter import Planter, between_checks, months_back
from caseworker_app.demo.values import Township, TownshipHousehold
from caseworker_app.model.codes import Category
from caseworker_app.model.household import Member
from caseworker_app.model.register import VehicleRecord

_Unit = TownshipHousehold
_OWNER = (22, 76)
_LIMBS = 4


def _has_owner(unit: _Unit, day: date) -> bool:
    return bool(aged(unit, day, *_OWNER))


def _has_carless_owner(unit: _Unit, day: date) -> bool:
    """Return whether a car could be declared here: a low-margin household may have one."""
    return (
        unit.household.category is Category.LOW_MARGIN
        and not unit.declaration.vehicles
        and _has_owner(unit, day)
    )


def _lame(unit: _Unit) -> Member | None:
    found = (m for m in unit.household.members if m.disability and m.disability.category == _LIMBS)
    return next(found, None)


def _has_lame(unit: _Unit, _day: date) -> bool:
    return _lame(unit) is not None


def _car(unit: _Unit, registrar: Registrar, township: Township) -> tuple[VehicleRecord, Member]:
    owner = aged(unit, township.day, *_OWNER)[0]
    since = unit.declaration.last_check or unit.declaration.signed
    return registers.car_row(registrar, township, owner, since), owner


def _hidden(unit: _Unit, registrar: Registrar, township: Township) -> _Unit:
    row, _ = _car(unit, registrar, township)
    price = row.price if hit(registrar.rng, 40) else None  # the register often has none
    return add_vehicle(unit, replace(row, price=price))


def _sold(unit: _Unit, registrar: Registrar, township: Township) -> _Unit:
    row, owner = _car(unit, registrar, township)
    return add_vehicle(unit, row, registers.declared_vehicle(registrar, row, owner, "car", "sold"))


def _scrapped(unit: _Unit, registrar: Registrar, township: Township) -> _Unit:
    row, owner = _car(unit, registrar, township)
    lapsed = months_back(registrar.rng, row.source.as_of, 20, 50)
    old = replace(
        row,
        status=registrar.rng.choice("PQ"),
        inspected_until=lapsed,
        insured_until=lapsed,
        scrap_by=township.day - timedelta(days=60),
    )
    return add_vehicle(
        unit, old, registers.declared_vehicle(registrar, old, owner, "car", "scrapped")
    )


def _lent_name(unit: _Unit, registrar: Registrar, township: Township) -> _Unit:
    row, _ = _car(unit, registrar, township)
    born = registrar.born(registrar.rng.randint(28, 50), township.day)
    return add_vehicle(unit, replace(row, insurance_payer=registrar.number(born, male=True)))


def _for_disabled(unit: _Unit, registrar: Registrar, township: Township) -> _Unit:
    owner = _lame(unit) or unit.household.head
    since = unit.declaration.last_check or unit.declaration.signed
    row = registers.car_row(registrar, township, owner, since)
    row = replace(row, vehicle_type="残疾人专用汽车", model="C5改装")
    kind = "disability_compensation_vehicle"
    return add_vehicle(unit, row, registers.declared_vehicle(registrar, row, owner, kind))


def _motorcycle(unit: _Unit, registrar: Registrar, township: Township) -> _Unit:
    _, owner = _car(unit, registrar, township)
    since = unit.declaration.last_check or unit.declaration.signed
    return add_vehicle(unit, registers.motorcycle_row(registrar, township, owner, since))


def _livelihood(unit: _Unit, registrar: Registrar, township: Township) -> _Unit:
    row, owner = _car(unit, registrar, township)
    van = replace(row, vehicle_type="轻型货车", model="跃进小福星", use="F")
    return add_vehicle(
        unit, van, registers.declared_vehicle(registrar, van, owner, "truck", "livelihood")
    )


def _dear(unit: _Unit, registrar: Registrar, township: Township) -> _Unit:
    row, owner = _car(unit, registrar, township)
    dear = replace(row, price=registrar.rng.randrange(158_000, 290_000, 1000) * 100)
    return add_vehicle(unit, dear, registers.declared_vehicle(registrar, dear, owner, "car"))


def _just_bought(unit: _Unit, registrar: Registrar, township: Township) -> _Unit:
    row, _ = _car(unit, registrar, township)
    bought = between_checks(unit, registrar.rng, row.source.as_of)
    return add_vehicle(unit, replace(row, first_registered=bought, registered=bought))


def _given_away(unit: _Unit, registrar: Registrar, township: Township) -> _Unit:
    row, _ = _car(unit, registrar, township)
    born = registrar.born(registrar.rng.randint(26, 50), township.day)
    gone = replace(
        row,
        transferred=months_back(registrar.rng, row.source.as_of, 1, 12),
        transferred_to=registrar.number(born, male=True),
        transferred_to_relation=registrar.rng.choice(("73", "93", "22")),
    )
    return add_vehicle(unit, gone)


def _bound(unit: _Unit, registrar: Registrar, township: Township) -> _Unit:
    row, owner = _car(unit, registrar, township)
    seized = hit(registrar.rng, 50)
    row = replace(row, seized=seized, mortgaged=not seized, status="K" if seized else "A")
    return add_vehicle(unit, row, registers.declared_vehicle(registrar, row, owner, "car"))


def _not_theirs(unit: _Unit, registrar: Registrar, township: Township) -> _Unit:
    row, owner = _car(unit, registrar, township)
    return add_vehicle(
        unit, row, registers.declared_vehicle(registrar, row, owner, "car", "not_mine")
    )


VEHICLE_PLANTERS = (
    Planter(("CL01",), _has_owner, _hidden),
    Planter(("CL02",), _has_owner, _sold),
    Planter(("CL03",), _has_owner, _scrapped),
    Planter(("CL04",), _has_owner, _lent_name),
    Planter(("CL05",), _has_lame, _for_disabled),
    Planter(("CL06",), _has_owner, _motorcycle),
    Planter(("CL07",), _has_owner, _livelihood),
    Planter(("CL08",), _has_carless_owner, _dear),
    Planter(("CL09", "CL01"), _has_owner, _just_bought),
    Planter(("CL10",), _has_owner, _given_away),
    Planter(("CL11",), _has_carless_owner, _bound),
    Planter(("CL12",), _has_owner, _not_theirs),
)
