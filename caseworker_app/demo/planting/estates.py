"""房产: FC01–FC16."""

from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction

from caseworker_app.demo import people, registers
from caseworker_app.demo.dice import hit
from caseworker_app.demo.edits import add_estate, aged, put_estate
from caseworker_app.demo.people import Registrar
from caseworker_app.demo.planting.planter import Planter, months_back
from caseworker_app.demo.values import Township, TownshipHousehold
from caseworker_app.model.ages import ADULT
from caseworker_app.model.declaration import DeclaredEstate
from caseworker_app.model.register import EstateRecord

_Unit = TownshipHousehold


def _anyone(_unit: _Unit, _day: date) -> bool:
    return True


def _homeless(unit: _Unit, _day: date) -> bool:
    return not unit.declaration.estates and not unit.records.estates


def _has_home(unit: _Unit, _day: date) -> bool:
    return bool(unit.declaration.estates)


def _divorced(unit: _Unit, _day: date) -> bool:
    return any(m.marital == "40" for m in unit.household.members)


def _flat(unit: _Unit, registrar: Registrar, township: Township) -> EstateRecord:
    owner = aged(unit, township.day, ADULT)[0]
    return registers.flat_row(registrar, township, owner)


def _home(unit: _Unit) -> EstateRecord:
    unit_number = unit.declaration.estates[0].unit_number
    return next(row for row in unit.records.estates if row.unit_number == unit_number)


def _hidden(unit: _Unit, registrar: Registrar, township: Township) -> _Unit:
    return add_estate(unit, _flat(unit, registrar, township))


def _second(unit: _Unit, registrar: Registrar, township: Township) -> _Unit:
    row, owner = _flat(unit, registrar, township), unit.household.head
    row = replace(row, owner_id_number=owner.id_number, owner_name=owner.name)
    return add_estate(unit, row, registers.declared_estate(registrar, row, owner))


def _inherited(unit: _Unit, registrar: Registrar, township: Township) -> _Unit:
    row = _flat(unit, registrar, township)
    share = registrar.rng.choice((Fraction(1, 4), Fraction(1, 3), Fraction(1, 2)))
    row = replace(
        row, acquired="继承", registration="转移", share=share, co_ownership="2", price=None
    )
    return add_estate(unit, row)


def _of_the_dead(unit: _Unit, registrar: Registrar, township: Township) -> _Unit:
    rng, row = registrar.rng, _flat(unit, registrar, township)
    born = registrar.born(rng.randint(92, 99), township.day)
    number = registrar.number(born, male=True)
    name = people.full_name(rng, unit.household.head.name[0], born, male=True)
    died = months_back(rng, row.source.as_of, 8, 60)
    return add_estate(
        unit, replace(row, owner_id_number=number, owner_name=name, owner_died=died, price=None)
    )


def _contract_filed(unit: _Unit, registrar: Registrar, township: Township) -> _Unit:
    row = _flat(unit, registrar, township)
    filed = months_back(registrar.rng, row.source.as_of, 1, 8)
    return add_estate(unit, replace(row, contract_filed=filed))


def _proceeds(unit: _Unit, registrar: Registrar, township: Township) -> _Unit:
    row = _flat(unit, registrar, township)
    sold = months_back(registrar.rng, row.source.as_of, 1, 18)
    return add_estate(unit, replace(row, state="2", registration="转移", sold=sold))


def _shop(unit: _Unit, registrar: Registrar, township: Township) -> _Unit:
    row = _flat(unit, registrar, township)
    area = registrar.rng.randrange(1600, 4200, 50)
    return add_estate(unit, replace(row, use="30", area=area))


def _resettlement(unit: _Unit, registrar: Registrar, township: Township) -> _Unit:
    row = _flat(unit, registrar, township)
    row = replace(row, right="拆迁权益", acquired="拆迁安置", nature="1", price=None)
    return add_estate(unit, row)


def _rented_out(unit: _Unit, _registrar: Registrar, _township: Township) -> _Unit:
    return put_estate(unit, replace(_home(unit), rented_out=True))


def _off_plan(unit: _Unit, registrar: Registrar, township: Township) -> _Unit:
    row = _flat(unit, registrar, township)
    return add_estate(
        unit, replace(row, right="预告", advance_notice=True, registration="预告", nature="0")
    )


def _historic(unit: _Unit, registrar: Registrar, township: Township) -> _Unit:
    row = _flat(unit, registrar, township)
    sold = row.source.as_of - timedelta(days=registrar.rng.randint(900, 3000))
    return add_estate(unit, replace(row, state="2", registration="转移", sold=sold))


def _unregistered(unit: _Unit, registrar: Registrar, _township: Township) -> _Unit:
    head = unit.household.head
    declared = DeclaredEstate(
        id=registrar.id(),
        location=unit.household.registered_address,
        area=registrar.rng.randrange(3600, 8000, 50),
        owner=head.id,
        kind="homestead",
        registered=False,
    )
    return add_estate(unit, None, declared)


def _divided(unit: _Unit, registrar: Registrar, township: Township) -> _Unit:
    owner = next(m for m in unit.household.members if m.marital == "40")
    row = registers.flat_row(registrar, township, owner)
    return add_estate(unit, replace(row, divorce_division=True))


def _bound(unit: _Unit, registrar: Registrar, _township: Township) -> _Unit:
    seized = hit(registrar.rng, 50)
    return put_estate(unit, replace(_home(unit), seized=seized, mortgaged=not seized))


def _public_rental(unit: _Unit, registrar: Registrar, township: Township) -> _Unit:
    row = _flat(unit, registrar, township)
    return add_estate(
        unit, replace(row, right="承租", nature="3", acquired="租赁", area=4500, price=None)
    )


def _nominal(unit: _Unit, registrar: Registrar, township: Township) -> _Unit:
    owner = unit.household.members[-1]
    row = registers.flat_row(registrar, township, owner)
    share = registrar.rng.choice((Fraction(1, 10), Fraction(1, 100), Fraction(1, 4)))
    return add_estate(unit, replace(row, nominal_share=True, share=share, co_ownership="2"))


ESTATE_PLANTERS = (
    Planter(("FC01",), _homeless, _hidden),
    Planter(("FC02",), _has_home, _second),
    Planter(("FC03",), _anyone, _inherited),
    Planter(("FC04",), _anyone, _of_the_dead),
    Planter(("FC05",), _homeless, _contract_filed),
    Planter(("FC06",), _anyone, _proceeds),
    Planter(("FC07",), _anyone, _shop),
    Planter(("FC08",), _anyone, _resettlement),
    Planter(("FC09",), _has_home, _rented_out),
    Planter(("FC10",), _anyone, _off_plan),
    Planter(("FC11",), _anyone, _historic),
    Planter(("FC12",), _homeless, _unregistered),
    Planter(("FC13",), _divorced, _divided),
    Planter(("FC14",), _has_home, _bound),
    Planter(("FC15",), _has_home, _public_rental),
    Planter(("FC16",), _anyone, _nominal),
)
