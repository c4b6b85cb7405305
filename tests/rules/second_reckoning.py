"""A second, small reckoning of what a household is entitled to, for comparing with the first.

Written from the format of the worked cases, in yuan and fractions, with the numbers of their pack
put in; it shares no code with the rules, so that one slip is not made twice.
"""

import math
from dataclasses import dataclass
from fractions import Fraction

from caseworker_app.model.codes import Category, EmploymentStatus, IncomeKind
from caseworker_app.model.economy import EconomicStatus, Income, Person, Support

STANDARD, MINIMUM_WAGE, DISPOSABLE = Fraction(1301), Fraction(2490), Fraction(76777)
YEAR = 12
EXEMPT_REASONS = {
    "full_time_student", "pregnant", "nursing_infant_under_12m", "sole_carer_of_severe",
    "carer_of_preschool_child_not_in_kindergarten", "within_6_months_of_graduation",
    "certified_temporarily_unfit",
}  # fmt: skip
EXEMPT_INCOME = {
    "优待抚恤金", "计划生育奖励扶助金", "奖学金助学金", "见义勇为奖励", "社会救助款物",
    "中央基础养老金", "高龄津贴", "困难残疾人生活补贴", "重度残疾人护理补贴",
    "孤儿困境儿童基本生活费", "住房租赁补贴", "工伤医疗护理一次性伤残补助", "丧葬费",
    "临时慰问款", "慈善定向医疗捐款",
}  # fmt: skip
TWO_WHEELS = {"ordinary_two_wheel_motorcycle", "disability_compensation_vehicle"}
CARE = {"able": 0, "partial": 830, "full": 1245}


@dataclass
class Reckoned:
    """Amounts in yuan, not yet rounded where the format rounds them only for showing."""

    counted: tuple[str, ...]
    income: Fraction
    category: Category = Category.NONE
    gap: int = 0
    top_up: int = 0
    single_listed: dict[str, int] | None = None
    care: str = ""
    monthly: int = 0


def reckon(status: EconomicStatus) -> Reckoned:
    """Return category and amounts of a first determination under the pack of the worked cases."""
    dead = status.death.who if status.death and status.death.day <= status.as_of else ""
    members = [p for p in status.persons if not p.excluded and p.id != dead]
    if status.apply_alone == "adult_jobless_severe":
        for person in sorted(members, key=lambda p: p.id):
            if adult_jobless_severe(person):
                alone = own_incomes(status, [person])[person.id]
                if alone < STANDARD * YEAR and owns_at_most(status, len(members), 4):
                    return single(status, person, alone)
    own = own_incomes(status, members)
    found = Reckoned(tuple(p.id for p in members), sum(own.values(), Fraction(0)))
    if members:
        judge(status, members, own, found)
    return found


def judge(
    status: EconomicStatus, members: list[Person], own: dict[str, Fraction], found: Reckoned
) -> None:
    heads, spent = len(members), Fraction(sum(r.annual for r in status.rigid), 100)
    after = max(Fraction(0), found.income - spent)
    line = STANDARD * YEAR * heads
    few, more = owns_at_most(status, heads, 4), owns_at_most(status, heads, 6)
    below_cap = found.income < DISPOSABLE * heads
    if found.income < line and few and is_tekun(status, members):
        found.category, found.care = Category.TEKUN, care(members[0])
        found.monthly = 2255 + CARE[found.care]
    elif found.income < line and few:
        found.category = Category.DIBAO
        pay(found, members, found.income)
    elif spent and below_cap and after < line and few:
        found.category = Category.EXPENDITURE_DIBAO
        pay(found, members, after)
    elif after < 2 * line and after <= MINIMUM_WAGE * YEAR * heads and more:
        found.category = Category.LOW_MARGIN
        listed = {p.id: listed_amount(p, own[p.id]) for p in members if p.illness or severe(p)}
        found.single_listed, found.monthly = listed, sum(listed.values())
    elif spent and below_cap and spent >= Fraction(6, 10) * found.income and more:
        found.category = Category.RIGID_FAMILY


def pay(found: Reckoned, members: list[Person], income: Fraction) -> None:
    heads, refused = len(members), sum(p.refused_jobs >= 3 for p in members)
    found.gap = max(0, math.ceil(heads * STANDARD - income / YEAR))
    share = math.ceil(Fraction(found.gap * (heads - refused), heads))
    if found.category is Category.DIBAO:
        found.top_up = sum(top_up(p) for p in members)
    found.monthly = share + found.top_up


def single(status: EconomicStatus, person: Person, alone: Fraction) -> Reckoned:
    amount = listed_amount(person, alone)
    return Reckoned(
        (person.id,), alone, Category.SINGLE_LISTED, single_listed={person.id: amount},
        monthly=amount,
    )  # fmt: skip


def own_incomes(status: EconomicStatus, members: list[Person]) -> dict[str, Fraction]:
    carers = sorted(
        p.id for p in members
        if p.status is EmploymentStatus.IDLE and p.idle_exempt in EXEMPT_REASONS
        and "carer" in p.idle_exempt
    )  # fmt: skip
    return {p.id: own_income(status, p, carers[:1]) for p in members}


def own_income(status: EconomicStatus, person: Person, carers: list[str]) -> Fraction:
    rows = [r for r in status.incomes if r.who == person.id and r.type not in EXEMPT_INCOME]
    total = wages([r for r in rows if r.kind is IncomeKind.WAGE], person)
    total += sum((other(r) for r in rows if r.kind is not IncomeKind.WAGE), Fraction(0))
    if person.status is EmploymentStatus.UNSTABLE:
        total += MINIMUM_WAGE * Fraction(7, 10) * YEAR
    if person.status is EmploymentStatus.IDLE:
        spared = person.idle_exempt in EXEMPT_REASONS
        if not spared or ("carer" in person.idle_exempt and person.id not in carers):
            total += MINIMUM_WAGE * YEAR
    support = (s for s in status.support if person.id in s.supports and not s.exempt)
    return total + sum((supported(s) * YEAR for s in support), Fraction(0))


def wages(rows: list[Income], person: Person) -> Fraction:
    """Return a year's wages less disregard and cost; both are of the person, not of a job."""
    gross = sum((yearly(r) for r in rows), Fraction(0))
    spared = sum((disregard(r) for r in rows), Fraction(0))
    rest = gross - min(spared, 3 * STANDARD * YEAR)
    cost = rest * Fraction(3, 10)
    if person.disability:
        cost = max(cost, MINIMUM_WAGE / 2 * YEAR)
    return max(Fraction(0), rest - cost)


def disregard(row: Income) -> Fraction:
    job = row.job_disregard
    if job is None or job.month > 6:
        return Fraction(0)
    return min(Fraction(job.increment * YEAR, 100), yearly(row))


def other(row: Income) -> Fraction:
    return max(Fraction(0), yearly(row) - Fraction(row.excluded_part * YEAR, 100))


def yearly(row: Income) -> Fraction:
    return Fraction(row.monthly * YEAR + row.annual, 100)


def supported(support: Support) -> Fraction:
    per_head = Fraction(support.income, 100) / (support.size or 1)
    rate = Fraction(2, 5) if support.children >= 3 else Fraction(1, 2)
    owed = (
        max(Fraction(0), per_head - STANDARD) * rate / (support.supported or len(support.supports))
    )
    return max(owed, Fraction(support.agreed, 100))


def owns_at_most(status: EconomicStatus, heads: int, years: int) -> bool:
    """Say whether property is within 低保 (4 years of the standard) or 低边 (6)."""
    owned, dibao = status.property, years == 4
    cars = [v for v in owned.vehicles if not v.resolved and v.kind not in TWO_WHEELS]
    homes = [d for d in owned.dwellings if not d.resolved and d.share > 0]
    area = sum((Fraction(d.area, 100) * d.share for d in homes), Fraction(0))
    shops = [n for n in owned.nonresidential if not n.resolved and not n.converted_sole_home]
    return (
        Fraction(owned.money, 100) < years * YEAR * STANDARD * heads
        and (not cars if dibao else len(cars) <= 1 and all(v.price < 15_000_000 for v in cars))
        and (len(homes) < 2 or (len(homes) == 2 and area / heads <= Fraction(402, 10)))
        and not shops
        and (owned.capital <= 10_000_000 if dibao else owned.capital < 20_000_000)
    )


def is_tekun(status: EconomicStatus, members: list[Person]) -> bool:
    person = members[0]
    return len(members) == 1 and person.no_able_obligor and without_labour(person, status)


def without_labour(person: Person, status: EconomicStatus) -> bool:
    if person.age >= 60 or person.age < 16:
        return True
    if status.current is Category.TEKUN and (
        person.age < 18 or person.study in {"compulsory", "senior_secondary"}
    ):
        return True
    mildest = {1: 1, 4: 2, 5: 3, 6: 3}
    disability = person.disability
    return disability is not None and disability.level <= mildest.get(disability.category, 0)


def care(person: Person) -> str:
    if person.adl_failed == 0:
        return "able"
    return "partial" if person.adl_failed <= 3 else "full"


def severe(person: Person) -> bool:
    disability = person.disability
    if disability is None:
        return False
    return disability.level <= 2 or (disability.level == 3 and disability.category in {5, 6})


def adult_jobless_severe(person: Person) -> bool:
    works = person.status in {EmploymentStatus.EMPLOYED, EmploymentStatus.UNSTABLE}
    return person.age >= 18 and not works and severe(person)


def listed_amount(person: Person, own: Fraction) -> int:
    amounts = [0]
    if person.illness:
        amounts += [math.ceil(STANDARD - own / YEAR), math.ceil(STANDARD * Fraction(3, 10))]
    if severe(person):
        amounts.append(int(STANDARD))
    return max(amounts)


def top_up(person: Person) -> int:
    rates = [Fraction(0)]
    rates += [Fraction(1, 10)] * (person.age >= 70 or person.age < 18)
    rates += [Fraction(2, 10)] * (severe(person) or person.illness)
    return math.floor(max(rates) * STANDARD + Fraction(1, 2))
