"""The rows of a household that hides nothing: people, home, vehicle, each as declared."""

from dataclasses import replace
from datetime import timedelta

from caseworker_app.demo import registers
from caseworker_app.demo.dice import hit
from caseworker_app.demo.edits import add_estate, add_vehicle, aged
from caseworker_app.demo.people import Registrar
from caseworker_app.demo.values import Township, TownshipHousehold
from caseworker_app.model.codes import Category, EmploymentStatus
from caseworker_app.model.declaration import Declaration
from caseworker_app.model.household import Household
from caseworker_app.model.register import RegisterSlice

_OWN_HOME_SHARE = 68
_PUBLIC_RENTAL_SHARE = 25
_CAR_SHARE = 25
_MOTORCYCLE_SHARE = 7
_DRIVING_AGES = (18, 68)
_NO_DRIVERS = frozenset({EmploymentStatus.UNABLE, EmploymentStatus.STUDENT})
_LONGEST_PERIOD = timedelta(days=420)


def with_registers(
    registrar: Registrar, township: Township, household: Household, declaration: Declaration
) -> TownshipHousehold:
    """Return the household with its rows; each house and vehicle is declared as registered."""
    unit = TownshipHousehold(household, declaration, RegisterSlice())
    rows = tuple(registers.person_rows(registrar, township, household))
    unit = replace(unit, records=RegisterSlice(persons=rows))
    unit = _with_home(registrar, township, unit)
    return _with_vehicle(registrar, township, unit)


def _with_home(
    registrar: Registrar, township: Township, unit: TownshipHousehold
) -> TownshipHousehold:
    rng, head = registrar.rng, unit.household.head
    size = len(unit.household.members)
    area = rng.randrange(3000, 5200, 50) + 1400 * size
    address = unit.household.registered_address
    row = registers.house_row(registrar, township, head, address, area)
    if hit(rng, _OWN_HOME_SHARE):
        return add_estate(unit, row, registers.declared_estate(registrar, row, head, "homestead"))
    if hit(rng, _PUBLIC_RENTAL_SHARE):
        return add_estate(unit, replace(row, right="承租", nature="3", acquired="租赁", area=4500))
    return unit


def _with_vehicle(
    registrar: Registrar, township: Township, unit: TownshipHousehold
) -> TownshipHousehold:
    rng = registrar.rng
    drivers = [m for m in aged(unit, township.day, *_DRIVING_AGES) if m.status not in _NO_DRIVERS]
    before = township.day - _LONGEST_PERIOD
    if not drivers:
        return unit
    if unit.household.category is Category.LOW_MARGIN and hit(rng, _CAR_SHARE):
        row, kind = registers.car_row(registrar, township, drivers[0], before), "car"
    elif hit(rng, _MOTORCYCLE_SHARE):
        row = registers.motorcycle_row(registrar, township, drivers[0], before)
        kind = "ordinary_two_wheel_motorcycle"
    else:
        return unit
    return add_vehicle(unit, row, registers.declared_vehicle(registrar, row, drivers[0], kind))
