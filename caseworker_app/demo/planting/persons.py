"""户籍: HJ01–HJ14."""

from dataclasses import replace
from datetime import date, timedelta

from caseworker_app.demo import departments, people, stock
from caseworker_app.demo.dice import hit
from caseworker_app.demo.edits import add_person, add_rows, aged, person_of, put_person
from caseworker_app.demo.people import Registrar
from caseworker_app.demo.planting.planter import Planter, between_checks, months_back
from caseworker_app.demo.values import Township, TownshipHousehold
from caseworker_app.model import id_number
from caseworker_app.model.ages import ADULT, is_adult
from caseworker_app.model.codes import Category, EmploymentStatus
from caseworker_app.model.household import Member
from caseworker_app.model.register import Custody, Marriage, OtherBenefit, PersonRecord
from caseworker_app.model.values import Month

_Unit = TownshipHousehold
_PENSION_AGE = 60
_MOTHER = (20, 46)
_PRISONER = (20, 62)
_YOUNG = (16, 24)
_BRIDE = (25, 74)


def _anyone(_unit: _Unit, _day: date) -> bool:
    return True


def _several(unit: _Unit, _day: date) -> bool:
    return len(unit.household.members) > 1


def _last(unit: _Unit) -> Member:
    return unit.household.members[-1]


def _dead(unit: _Unit, registrar: Registrar, township: Township) -> _Unit:
    row = person_of(unit, aged(unit, township.day, _PENSION_AGE)[0])
    died = row.source.as_of - timedelta(days=registrar.rng.randint(5, 70))
    known = registrar.rng.choice(("booklet", "funeral house", "both"))
    if known != "booklet":
        member = next(m for m in unit.household.members if m.id_number == row.id_number)
        unit = add_rows(unit, departments.funeral(registrar, township, member, died))
    if known == "funeral house":
        return unit
    return put_person(unit, replace(row, death=died, cancelled="死亡"))


def _has_elder(unit: _Unit, day: date) -> bool:
    return bool(aged(unit, day, _PENSION_AGE))


def _moved_out(unit: _Unit, registrar: Registrar, _township: Township) -> _Unit:
    row = person_of(unit, _last(unit))
    gone = row.source.as_of - timedelta(days=registrar.rng.randint(20, 90))
    where = registrar.rng.choice(stock.places().provinces)
    return put_person(unit, replace(row, moved_out=gone, moved_to=where))


def _other_booklet(unit: _Unit, registrar: Registrar, _township: Township) -> _Unit:
    row = person_of(unit, _last(unit))
    booklet = registrar.booklet(unit.household.region)
    return put_person(unit, replace(row, hukou_number=booklet, relation="02", head_id_number=""))


def _hukou_mate(unit: _Unit, registrar: Registrar, born: date, relation: str) -> PersonRecord:
    """Return the row of somebody in the same booklet whom nobody declared."""
    male = hit(registrar.rng, 50)
    family = unit.household.head.name[0]
    return replace(
        person_of(unit, unit.household.head),
        id=registrar.id(),
        id_number=registrar.number(born, male=male),
        name=people.full_name(registrar.rng, family, born, male=male),
        relation=relation,
        moved_in=born + timedelta(days=30),
        marriage=None,
    )


def _undeclared(unit: _Unit, registrar: Registrar, township: Township) -> _Unit:
    born = registrar.born(registrar.rng.randint(30, 58), township.day)
    return add_person(unit, _hukou_mate(unit, registrar, born, "73"))


def _split(unit: _Unit, registrar: Registrar, _township: Township) -> _Unit:
    first = unit.records.persons[0]
    booklet = registrar.booklet(unit.household.region)
    on = months_back(registrar.rng, first.source.as_of, 2, 20)
    for row in unit.records.persons:
        unit = put_person(
            unit, replace(row, split_from=booklet, split_on=on, split_address=row.address)
        )
    return unit


def _unmarried(unit: _Unit, day: date) -> Member | None:
    found = (m for m in aged(unit, day, *_BRIDE) if not m.marital.startswith("2"))
    return next(found, None)


def _has_unmarried(unit: _Unit, day: date) -> bool:
    return _unmarried(unit, day) is not None


def _other_marital(unit: _Unit, registrar: Registrar, township: Township) -> _Unit:
    member = _unmarried(unit, township.day) or unit.household.head
    row = person_of(unit, member)
    before = months_back(registrar.rng, row.source.as_of, 30, 120)
    state = "30" if member.marital == "40" else "40"
    return put_person(unit, replace(row, marriage=Marriage(state, day=before)))


def _wed(unit: _Unit, registrar: Registrar, township: Township) -> _Unit:
    rng, member = registrar.rng, _unmarried(unit, township.day) or unit.household.head
    row = person_of(unit, member)
    male = not id_number.is_male(member.id_number)
    age = id_number.age(member.id_number, township.day)
    born = registrar.born(max(ADULT + 4, age + rng.randint(-6, 4)), township.day)
    name = people.full_name(rng, people.surname(rng), born, male=male)
    day = between_checks(unit, rng, row.source.as_of)
    marriage = Marriage("20", registrar.number(born, male=male), name, day)
    return put_person(unit, replace(row, marriage=marriage))


def _has_mother(unit: _Unit, day: date) -> bool:
    return any(not id_number.is_male(m.id_number) for m in aged(unit, day, *_MOTHER))


def _newborn(unit: _Unit, registrar: Registrar, _township: Township) -> _Unit:
    as_of = unit.records.persons[0].source.as_of
    born = between_checks(unit, registrar.rng, as_of - timedelta(days=10))
    row = _hukou_mate(unit, registrar, born, "80")
    relation = "23" if id_number.is_male(row.id_number) else "33"
    moved_in = born + timedelta(days=7)
    return add_person(unit, replace(row, relation=relation, moved_in=moved_in))


def _other_name(unit: _Unit, registrar: Registrar, _township: Township) -> _Unit:
    member = _last(unit)
    row = person_of(unit, member)
    born = id_number.birth(member.id_number) or row.source.as_of
    male = id_number.is_male(member.id_number)
    name = member.name
    while name == member.name:
        name = people.full_name(registrar.rng, member.name[0], born, male=male)
    former = member.name if hit(registrar.rng, 50) else ""
    return put_person(unit, replace(row, name=name, former_name=former))


def _prisoner(unit: _Unit, day: date) -> Member | None:
    found = (
        m
        for m in aged(unit, day, *_PRISONER)
        if id_number.is_male(m.id_number) and m.status is not EmploymentStatus.STUDENT
    )
    return next(found, None)


def _has_prisoner(unit: _Unit, day: date) -> bool:
    """Tell whether somebody may be in prison and another adult is left at home."""
    return len(aged(unit, day, ADULT)) > 1 and _prisoner(unit, day) is not None


def _imprisoned(unit: _Unit, registrar: Registrar, township: Township) -> _Unit:
    row = person_of(unit, _prisoner(unit, township.day) or unit.household.head)
    kind = registrar.rng.choice(("prison", "prison", "drug_isolation"))
    since = between_checks(unit, registrar.rng, row.source.as_of)
    until = since + timedelta(days=registrar.rng.randint(400, 1400))
    return put_person(unit, replace(row, custody=Custody(kind, since, until)))


def _youth(unit: _Unit, day: date) -> list[Member]:
    return [m for m in aged(unit, day, *_YOUNG) if m.status is EmploymentStatus.STUDENT]


def _has_youth(unit: _Unit, day: date) -> bool:
    return bool(_youth(unit, day))


def _away(unit: _Unit, registrar: Registrar, township: Township) -> _Unit:
    """Return a student in the school's booklet, or a conscript, declared as at home."""
    member = _youth(unit, township.day)[0]
    grown = is_adult(member.id_number, township.day)
    conscript = grown and id_number.is_male(member.id_number)
    words = tuple(
        replace(p, whereabouts="在家") if p.member_id == member.id else p
        for p in unit.declaration.persons
    )
    unit = replace(unit, declaration=replace(unit.declaration, persons=words))
    row = replace(
        person_of(unit, member),
        service="conscript" if conscript else "student",
        hukou_kind="集体户",
        hukou_number=registrar.booklet(unit.household.region),
    )
    return put_person(unit, row)


def _wanderer(unit: _Unit, day: date) -> list[Member]:
    return [m for m in aged(unit, day, 25, 62) if m.id != unit.household.head_id]


def _has_wanderer(unit: _Unit, day: date) -> bool:
    return bool(_wanderer(unit, day))


def _lost(unit: _Unit, registrar: Registrar, township: Township) -> _Unit:
    row = person_of(unit, _wanderer(unit, township.day)[0])
    return put_person(unit, replace(row, missing=registrar.rng.choice(("court", "untraceable"))))


def _twice(unit: _Unit, registrar: Registrar, township: Township) -> _Unit:
    rng, row = registrar.rng, person_of(unit, unit.household.head)
    if hit(rng, 40):
        head, amount = unit.household.head, rng.randrange(420, 800, 10) * 100
        there = departments.allowance(registrar, township, head, "最低生活保障金", amount)
        return add_rows(unit, replace(there, place=rng.choice(stock.places().provinces)))
    until = Month.of(row.source.as_of)
    benefit = OtherBenefit(
        place=rng.choice(stock.places().far),
        category=Category.DIBAO.zh,
        since=until.plus(-rng.randint(3, 20)),
        last_paid=until,
        monthly=rng.randrange(420, 800, 10) * 100,
    )
    return put_person(unit, replace(row, benefits=(benefit,)))


def _relative(unit: _Unit, registrar: Registrar, township: Township) -> _Unit:
    worker = registrar.rng.choice(township.staff)
    row = person_of(unit, unit.household.head)
    return put_person(unit, replace(row, staff_relative=f"{worker.name}({worker.unit})"))


PERSON_PLANTERS = (
    Planter(("HJ01",), _has_elder, _dead),
    Planter(("HJ02",), _several, _moved_out),
    Planter(("HJ03",), _several, _other_booklet),
    Planter(("HJ04",), _anyone, _undeclared),
    Planter(("HJ05",), _anyone, _split),
    Planter(("HJ06",), _has_unmarried, _other_marital),
    Planter(("HJ07",), _has_unmarried, _wed),
    Planter(("HJ08",), _has_mother, _newborn),
    Planter(("HJ09",), _anyone, _other_name),
    Planter(("HJ10",), _has_prisoner, _imprisoned),
    Planter(("HJ11",), _has_youth, _away),
    Planter(("HJ12",), _has_wanderer, _lost),
    Planter(("HJ13",), _anyone, _twice),
    Planter(("HJ14",), _anyone, _relative),
)
