"""其他部门: SR01–SR15."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from caseworker_app.demo import departments
from caseworker_app.demo.dice import hit
from caseworker_app.demo.edits import add_rows, aged, drop_rows, person_of
from caseworker_app.demo.people import Registrar
from caseworker_app.demo.planting.planter import Planter
from caseworker_app.demo.registers import source
from caseworker_app.demo.values import Township, TownshipHousehold
from caseworker_app.model.ages import ADULT
from caseworker_app.model.codes import Category, EmploymentStatus, IncomeKind
from caseworker_app.model.departments import Attempt, Clue
from caseworker_app.model.household import Disability, Member, Obligor

_Unit = TownshipHousehold
_ABLE = (22, 58)
_PENSION_AGE = 60
_JOBLESS = frozenset({EmploymentStatus.IDLE, EmploymentStatus.UNABLE})
_LOWEST_LEVEL = 4
_WORDS = ("反映该户有人在外务工", "反映该户近期翻建房屋", "反映该户子女收入较高")


def _here(unit: _Unit) -> list[Member]:
    """Return the members no other planter has let die or go to prison."""
    buried = {row.id_number for row in unit.records.funerals}
    rows = [(m, person_of(unit, m)) for m in unit.household.members if m.id_number not in buried]
    return [m for m, row in rows if not (row.death or row.custody)]


def _jobless(unit: _Unit, day: date) -> list[Member]:
    grown = {m.id for m in aged(unit, day, *_ABLE)}
    return [m for m in _here(unit) if m.id in grown and m.status in _JOBLESS]


def _adults(unit: _Unit, day: date) -> list[Member]:
    grown = {m.id for m in aged(unit, day, ADULT)}
    return [m for m in _here(unit) if m.id in grown]


def _disabled(unit: _Unit, _day: date) -> list[Member]:
    return [m for m in _here(unit) if m.disability]


def _pupils(unit: _Unit, _day: date) -> list[Member]:
    return [m for m in _here(unit) if m.study]


def _any(found: Callable[[_Unit, date], list[Member]]) -> Callable[[_Unit, date], bool]:
    return lambda unit, day: bool(found(unit, day))


def _payer(unit: _Unit) -> Obligor | None:
    found = (o for o in unit.household.obligors if o.consented and not o.exempt)
    return next(found, None)


def _insured(unit: _Unit, registrar: Registrar, township: Township) -> _Unit:
    member = _jobless(unit, township.day)[0]
    employer = departments.firm(registrar, township)
    base = registrar.rng.randrange(4400, 6200, 100) * 100
    row = departments.employee_insurance(registrar, township, member, employer, base)
    if hit(registrar.rng, 50):
        return add_rows(unit, row)
    who = (member.id_number, member.name)
    return add_rows(unit, row, departments.tax(registrar, township, who, employer, base))


def _pensioned(unit: _Unit, registrar: Registrar, township: Township) -> _Unit:
    member = _adults(unit, township.day)[0]
    old = member in aged(unit, township.day, _PENSION_AGE)
    amount = registrar.rng.randrange(2600, 3900, 10) * 100
    kind = "企业职工基本养老金" if old else "失业保险金"
    return add_rows(unit, departments.allowance(registrar, township, member, kind, amount))


def _taxed(unit: _Unit, registrar: Registrar, township: Township) -> _Unit:
    member = _adults(unit, township.day)[0]
    told = sum(i.monthly for i in unit.declaration.incomes if i.who == member.id)
    monthly = max(told * 2, registrar.rng.randrange(3200, 5600, 50) * 100)
    employer = f"{departments.firm(registrar, township)}劳务部"
    row = departments.tax(registrar, township, (member.id_number, member.name), employer, monthly)
    return add_rows(unit, replace(row, item="劳务报酬"))


def _deposits(unit: _Unit, registrar: Registrar, township: Township) -> _Unit:
    member = _jobless(unit, township.day)[0]
    employer = departments.firm(registrar, township)
    return add_rows(unit, departments.fund(registrar, township, member, employer))


def _shopkeeper(unit: _Unit, registrar: Registrar, township: Township) -> _Unit:
    member = _adults(unit, township.day)[0]
    return add_rows(unit, departments.shop(registrar, township, member))


def _no_trader(unit: _Unit, day: date) -> bool:
    traders = {i.who for i in unit.declaration.incomes if i.kind is IncomeKind.BUSINESS}
    return bool(_adults(unit, day)) and not traders


def _rich(unit: _Unit, registrar: Registrar, township: Township) -> _Unit:
    member = _adults(unit, township.day)[0]
    yuan = registrar.rng.randrange(110_000, 190_000, 1000) * len(unit.household.members)
    return add_rows(unit, departments.account(registrar, township, member, yuan * 100))


def _insurer(unit: _Unit, registrar: Registrar, township: Township) -> _Unit:
    member = _adults(unit, township.day)[0]
    return add_rows(unit, departments.policy(registrar, township, member))


def _traveller(unit: _Unit, registrar: Registrar, township: Township) -> _Unit:
    member = _adults(unit, township.day)[0]
    earned = sum(i.monthly * 12 + i.annual for i in unit.declaration.incomes)
    floor = 16_000_00 * len(unit.household.members)
    spent = max(floor, earned) * registrar.rng.randint(75, 130) // 100
    return add_rows(unit, departments.consumption(registrar, township, member, "旅游", spent))


def _reassessed(unit: _Unit, registrar: Registrar, township: Township) -> _Unit:
    member = _disabled(unit, township.day)[0]
    held = member.disability or Disability(0, 0)
    (row,) = (r for r in unit.records.disabilities if r.id_number == member.id_number)
    unit = drop_rows(unit, row)
    if held.level == _LOWEST_LEVEL or hit(registrar.rng, 40):
        ended = township.day - timedelta(days=registrar.rng.randint(20, 200))
        return add_rows(unit, replace(row, valid_until=ended))
    return add_rows(unit, replace(row, level=held.level + 1))


def _graduated(unit: _Unit, registrar: Registrar, township: Township) -> _Unit:
    member = _pupils(unit, township.day)[0]
    (row,) = (r for r in unit.records.schoolings if r.id_number == member.id_number)
    left = row.source.as_of - timedelta(days=registrar.rng.randint(20, 300))
    return add_rows(drop_rows(unit, row), replace(row, state="毕业", graduates=left))


def _payer_earns(unit: _Unit, registrar: Registrar, township: Township) -> _Unit:
    obligor = _payer(unit) or unit.household.obligors[0]
    number = next(o.id_number for o in unit.declaration.obligors if o.id == obligor.id)
    monthly = obligor.income * 2 + registrar.rng.randrange(2000, 6000, 100) * 100
    employer = departments.firm(registrar, township)
    row = departments.tax(registrar, township, (number, obligor.name), employer, monthly)
    return add_rows(unit, row)


def _has_payer(unit: _Unit, _day: date) -> bool:
    return _payer(unit) is not None


def _twice_here(unit: _Unit, registrar: Registrar, township: Township) -> _Unit:
    member = _here(unit)[0]
    tekun = unit.declaration.category is Category.TEKUN
    kind = "最低生活保障金" if tekun else "特困人员基本生活费"
    amount = registrar.rng.randrange(800, 2000, 10) * 100
    return add_rows(unit, departments.allowance(registrar, township, member, kind, amount))


def _unsigned(unit: _Unit, registrar: Registrar, township: Township) -> _Unit:
    member = _here(unit)[-1]
    ended = township.day - timedelta(days=registrar.rng.randint(10, 120))
    given = unit.declaration.authorisations or ()
    kept = tuple(
        replace(a, until=ended) if a.member_id == member.id else a
        for a in given
        if a.member_id != member.id or hit(registrar.rng, 50)
    )
    return replace(unit, declaration=replace(unit.declaration, authorisations=kept))


def _has_anyone(unit: _Unit, _day: date) -> bool:
    return bool(_here(unit))


def _not_at_home(unit: _Unit, registrar: Registrar, township: Township) -> _Unit:
    days = sorted(registrar.rng.sample(range(3, 60), 2), reverse=True)
    outcome = registrar.rng.choice(("无人在家", "拒绝核查", "联系不上"))
    for ago in days:
        row = Attempt(
            id=registrar.id(),
            source=source(registrar, township, "RH"),
            id_number=unit.household.head.id_number,
            day=township.day - timedelta(days=ago),
            name=unit.household.head.name,
            outcome=outcome,
        )
        unit = add_rows(unit, row)
    return unit


def _reported(unit: _Unit, registrar: Registrar, township: Township) -> _Unit:
    rng = registrar.rng
    row = Clue(
        id=registrar.id(),
        source=source(registrar, township, "XS"),
        id_number=unit.household.head.id_number,
        received=township.day - timedelta(days=rng.randint(2, 40)),
        name=unit.household.head.name,
        text=rng.choice(_WORDS),
        signed=hit(rng, 60),
    )
    return add_rows(unit, row)


OTHER_PLANTERS = (
    Planter(("SR01",), _any(_jobless), _insured),
    Planter(("SR02",), _any(_adults), _pensioned),
    Planter(("SR03",), _any(_adults), _taxed),
    Planter(("SR04",), _any(_jobless), _deposits),
    Planter(("SR05",), _no_trader, _shopkeeper),
    Planter(("SR06",), _any(_adults), _rich),
    Planter(("SR07",), _any(_adults), _insurer),
    Planter(("SR08",), _any(_adults), _traveller),
    Planter(("SR09",), _any(_disabled), _reassessed),
    Planter(("SR10",), _any(_pupils), _graduated),
    Planter(("SR11",), _has_payer, _payer_earns),
    Planter(("SR12",), _has_anyone, _twice_here),
    Planter(("SR13",), _has_anyone, _unsigned),
    Planter(("SR14",), _has_anyone, _not_at_home),
    Planter(("SR15",), _has_anyone, _reported),
)
