"""One invented household with its declaration and its rows."""

from dataclasses import dataclass
from random import Random

from caseworker_app.demo.belongings import with_registers
from caseworker_app.demo.dice import hit
from caseworker_app.demo.means import declare, obligors
from caseworker_app.demo.members import draw_members
from caseworker_app.demo.people import Registrar
from caseworker_app.demo.stock import HouseholdKind
from caseworker_app.demo.values import Township, TownshipHousehold, Village
from caseworker_app.model.household import Household
from caseworker_app.model.values import Month

_COMMUNITY_SHARE = 18
_ELSEWHERE_SHARE = 12


@dataclass(frozen=True, slots=True)
class _Home:
    village: Village
    registered: str
    living: str


def draw(
    registrar: Registrar, township: Township, kind: HouseholdKind, index: int
) -> TownshipHousehold:
    """Return a household with nothing to find; its benefit and its dates are still to be set."""
    rng = registrar.rng
    home = _home(rng, township)
    booklet = registrar.booklet(home.village.code)
    drawn = draw_members(registrar, township, kind, home.village, booklet)
    members = tuple(d.member for d in drawn)
    payers = tuple(obligors(registrar, township, kind, drawn))
    household = Household(
        id=registrar.id(),
        number=f"{township.region[:9]}{index + 1:05d}",
        category=kind.category,
        monthly=0,
        since=Month(rng.randint(2014, township.day.year - 2), rng.randint(1, 12)),
        head_id=members[0].id,
        region=home.village.code,
        village=home.village.name,
        registered_address=home.registered,
        living_address=home.living,
        phone=f"1990000{rng.randrange(10_000):04d}",
        hukou_number=booklet,
        members=members,
        obligors=tuple(payer for payer, _ in payers),
        bank_tail=f"{rng.randrange(10_000):04d}",
    )
    declaration = declare(rng, kind, household, drawn, payers)
    return with_registers(registrar, township, household, declaration)


def _home(rng: Random, township: Township) -> _Home:
    community, *villages = township.villages
    village = community if hit(rng, _COMMUNITY_SHARE) else rng.choice(villages)
    registered = _address(rng, township, village)
    living = _address(rng, township, village) if hit(rng, _ELSEWHERE_SHARE) else registered
    return _Home(village, registered, living)


def _address(rng: Random, township: Township, village: Village) -> str:
    if village.streets:
        return f"{township.name}{rng.choice(village.streets)}{rng.randint(1, 180)}号"
    return f"{township.name}{village.name}{rng.randint(1, 12)}组{rng.randint(1, 96)}号"
