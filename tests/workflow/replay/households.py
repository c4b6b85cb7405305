"""Visits to invented households of every kind, from which golden determinations are made."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from fractions import Fraction
from typing import NamedTuple

from caseworker_app.intake.pack_file import shipped
from caseworker_app.model.codes import (
    Category,
    DiscrepancyState,
    EmploymentStatus,
    IncomeKind,
    Residence,
    RigidKind,
    Stage,
    VisitKind,
)
from caseworker_app.model.discrepancy import Explanation
from caseworker_app.model.economy import Income, JobDisregard
from caseworker_app.model.household import Disability, Household, Member, Obligor
from caseworker_app.model.id_number import check_digit
from caseworker_app.model.values import Month
from caseworker_app.model.visit import (
    CheckedDwelling,
    CheckedMember,
    CheckedProperty,
    CheckedRigid,
    CheckedSupport,
    CheckedVehicle,
    Investigator,
    Visit,
)
from caseworker_app.rules.policy.pack import Pack
from caseworker_app.rules.policy.reading import read_pack

DAY = date(2026, 11, 22)
_YUAN = 100
_DWELLING = CheckedDwelling("d1", "示范区小营巷12号", 6_500)


class Example(NamedTuple):
    """A visit and the pack it is judged by."""

    visit: Visit
    pack: Pack


def person(number: int, age: int, status: str = "unable", **more: object) -> Member:
    """Return the n-th member; the first is the head."""
    first17 = f"330199{DAY.year - age}0301{number:03d}"
    name, relation = f"示范人{'甲乙丙丁'[number - 1]}", "02" if number == 1 else "20"
    member = Member(
        f"m{number}",
        name,
        first17 + check_digit(first17),
        relation,
        EmploymentStatus(status),
    )
    return replace(member, **more)  # type: ignore[arg-type]  # fields by name


def home(
    *members: Member,
    receives: tuple[Category, int] = (Category.NONE, 0),
    residence: Residence | None = None,
    obligors: tuple[Obligor, ...] = (),
    **more: object,
) -> Visit:
    """Return a sealed visit; ``receives`` is the category today and its yuan a month."""
    category, yuan = receives
    household = Household(
        id="h1",
        number="示低保2019-0427",
        category=category,
        monthly=yuan * _YUAN,
        since=Month(2019, 4),
        head_id="m1",
        region="330199001002",
        village="小营社区",
        registered_address="示范区小营巷12号",
        living_address="示范区小营巷12号",
        phone="13800001234",
        hukou_number="H0427",
        members=members,
        obligors=obligors,
        residence=residence,
    )
    visit = Visit(
        id="v1",
        household=household,
        kind=VisitKind.YEARLY,
        day=DAY,
        stage=Stage.SEALED,
        investigators=(
            Investigator("w1", "陈敏", "示范街道"),
            Investigator("w2", "罗志强", "示范街道"),
        ),
        present="m1",
        property=CheckedProperty(money=18_000_00, dwellings=(_DWELLING,)),
    )
    return replace(visit, **more)  # type: ignore[arg-type]  # fields by name


def wage(who: str, yuan: int, job: JobDisregard | None = None) -> Income:
    return Income(f"w-{who}", who, IncomeKind.WAGE, monthly=yuan * _YUAN, job_disregard=job)


def pension(who: str, yuan: int, central: int = 143) -> Income:
    return Income(
        f"p-{who}",
        who,
        IncomeKind.TRANSFER,
        "城乡居民养老金",
        monthly=yuan * _YUAN,
        excluded_part=central * _YUAN,
    )


def business(who: str, yuan: int) -> Income:
    return Income(f"b-{who}", who, IncomeKind.BUSINESS, annual=yuan * _YUAN)


def rigid(kind: RigidKind, yuan: int) -> CheckedRigid:
    return CheckedRigid(kind, yuan * _YUAN, 3)


def graded() -> Pack:
    """Return the shipped pack with graded amounts in place of the gap."""
    text = shipped().text.replace(
        'form = { value = "gap"',
        "bands = [{ income_below_share_of_standard = 0.3, monthly = 1000 }, "
        "{ income_below_share_of_standard = 0.7, monthly = 700 }, "
        "{ income_below_share_of_standard = 1, monthly = 400 }]\n"
        'form = { value = "bands"',
    )
    return read_pack(text, "graded.toml", shipped("national").text)


def examples() -> Mapping[str, Example]:
    """Return every example by its name."""
    visits = {**_dibao_and_tekun(), **_other_categories(), **_works(), **_dies(), **_owns()}
    local = {name: Example(visit, shipped()) for name, visit in visits.items()}
    return {**local, **_elsewhere()}


def _dibao_and_tekun() -> dict[str, Visit]:
    old, wife = person(1, 76, "retired"), person(2, 71, "retired")
    return {
        "dibao-elderly-couple": home(
            old, wife, receives=(Category.DIBAO, 2398), incomes=(pension("m1", 320),)
        ),
        "dibao-support-of-three-children": home(
            old,
            receives=(Category.DIBAO, 977),
            incomes=(pension("m1", 380),),
            obligors=(
                Obligor("o1", "长子", "20", ("m1",), income=9_000_00, size=3, children=3),
                Obligor("o2", "次女", "30", ("m1",), income=4_000_00, size=2, children=3),
                Obligor("o3", "幼子", "20", ("m1",), exempt="imprisoned"),
            ),
            support=(
                CheckedSupport("o1", 9_000_00, 3, 3, 1, agreed=700_00),
                CheckedSupport("o2", 4_000_00, 2, 3, 1),
                CheckedSupport("o3", 0, 1, 3, 1, exempt="imprisoned"),
            ),
        ),
        "tekun-full-care": home(
            person(1, 81, no_able_obligor=True, adl_failed=5), receives=(Category.TEKUN, 3500)
        ),
        "tekun-pupil-of-17": home(
            person(1, 17, "student", no_able_obligor=True, study="senior_secondary"),
            receives=(Category.TEKUN, 2255),
        ),
    }


def _other_categories() -> dict[str, Visit]:
    """Return households of every other category, and one of none."""
    ill = person(2, 44, illness="尿毒症")
    worker, pupil = person(1, 46, "employed"), person(3, 13, "student", study="compulsory")
    severe = person(2, 30, disability=Disability(6, 3))
    return {
        "low-margin-with-singly-listed-ill-member": home(
            worker, ill, pupil, receives=(Category.LOW_MARGIN, 1301), incomes=(wage("m1", 9200),)
        ),
        "single-listed-alone": home(
            person(1, 58, "employed"),
            severe,
            incomes=(wage("m1", 16_000),),
            apply_alone="adult_jobless_severe",
        ),
        "expenditure-dibao": home(
            worker,
            ill,
            pupil,
            receives=(Category.LOW_MARGIN, 0),
            incomes=(wage("m1", 8000),),
            rigid=(rigid(RigidKind.MEDICAL, 36_000),),
        ),
        "rigid-family": home(
            person(1, 52, "employed"),
            person(2, 50, "employed"),
            person(3, 22, "student", study="bachelor_full_time"),
            person(4, 79, illness="恶性肿瘤"),
            incomes=(business("m1", 200_000), business("m2", 100_000)),
            rigid=(
                rigid(RigidKind.MEDICAL, 160_000),
                rigid(RigidKind.EDUCATION, 8000),
                rigid(RigidKind.REHABILITATION, 12_000),
            ),
        ),
        "none-refused": home(worker, pupil, incomes=(wage("m1", 14_000),)),
    }


def _works() -> dict[str, Visit]:
    """Return households in which somebody found work, refused it or is away."""
    worker, child = person(1, 38, "employed"), person(2, 9, "student", study="compulsory")
    return {
        "grace-after-finding-work": home(
            worker,
            child,
            receives=(Category.DIBAO, 1800),
            incomes=(wage("m1", 6200),),
            cause="employment",
        ),
        "disregard-of-a-new-job": home(
            worker,
            child,
            receives=(Category.DIBAO, 1800),
            incomes=(wage("m1", 3600, JobDisregard(3_600_00, 3)),),
            cause="employment",
        ),
        "refused-work-three-times": home(
            person(1, 45, "idle", refused_jobs=3), child, receives=(Category.DIBAO, 1800)
        ),
        "one-in-prison": home(
            person(1, 41, "idle", excluded="prison"),
            person(2, 39, "unstable", disability=Disability(4, 3)),
            receives=(Category.DIBAO, 1301),
            incomes=(wage("m2", 900),),
        ),
    }


def _dies() -> dict[str, Visit]:
    widow, dead = person(2, 69, "retired"), person(1, 74, "retired")
    died = CheckedMember("m1", EmploymentStatus.RETIRED, excluded="dead", died=date(2026, 9, 20))
    return {
        "death-of-the-head": home(
            dead,
            widow,
            receives=(Category.DIBAO, 2378),
            members=(died, CheckedMember("m2", EmploymentStatus.RETIRED)),
            incomes=(pension("m2", 320),),
            paid_after_death=(Month(2026, 10), Month(2026, 11)),
        ),
        "death-of-the-last": home(
            dead,
            receives=(Category.DIBAO, 1301),
            members=(died,),
            paid_after_death=(Month(2026, 10),),
        ),
    }


def _owns() -> dict[str, Visit]:
    """Return households with more than one house, with a car, with savings."""
    worker, child = person(1, 38, "employed"), person(2, 9, "student", study="compulsory")
    owner = CheckedProperty(
        money=62_000_00,
        capital=50_000_00,
        dwellings=(_DWELLING, CheckedDwelling("d2", "示范区河埠里3幢", 4_210, Fraction(1, 4))),
        vehicles=(
            CheckedVehicle("c1", "浙A7K21Q", "car", 86_800_00, "CL01:r-car"),
            CheckedVehicle("c2", "浙A00001", "ordinary_two_wheel_motorcycle"),
        ),
    )
    sold = Explanation(
        "CL01:r-car", DiscrepancyState.EXPLAINED, "no_effect", "sold_delivered", text="已卖出"
    )
    return {
        "stopped-for-property": home(
            worker,
            child,
            receives=(Category.DIBAO, 1800),
            property=replace(owner, money=640_000_00),
        ),
        "car-sold-and-shared-estate": home(
            worker,
            child,
            receives=(Category.DIBAO, 1800),
            property=owner,
            explanations=(sold,),
            incomes=(wage("m1", 2500),),
        ),
    }


def _elsewhere() -> dict[str, Example]:
    """Return households under other packs: town and country, graded amounts."""
    family = (person(1, 52), person(2, 15, "student", study="compulsory"))
    poor = home(*family, receives=(Category.DIBAO, 900), incomes=(business("m1", 3000),))
    filed = poor.household
    return {
        "urban": Example(
            replace(poor, household=replace(filed, residence=Residence.URBAN)), shipped("national")
        ),
        "rural": Example(
            replace(poor, household=replace(filed, residence=Residence.RURAL)), shipped("national")
        ),
        "lowest-band": Example(poor, graded()),
        "middle-band": Example(replace(poor, incomes=(business("m1", 16_000),)), graded()),
    }
