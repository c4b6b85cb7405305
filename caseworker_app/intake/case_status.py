"""The household of a worked case as the figures the law is applied to."""

from caseworker_app.intake.case_fields import Fields
from caseworker_app.model.codes import Category, EmploymentStatus, IncomeKind, Residence, RigidKind
from caseworker_app.model.economy import (
    Death,
    Dwelling,
    EconomicStatus,
    Income,
    JobDisregard,
    NonResidential,
    Person,
    Property,
    RigidExpense,
    Support,
    Vehicle,
)
from caseworker_app.model.household import Disability

_OLDEST = 150
_ACTIVITIES = 6
_CATEGORIES, _LEVELS = 7, 4


def economic_status(case: Fields) -> EconomicStatus:
    """Return the household of a case; faults are noted in its fields."""
    persons = tuple(_person(fields) for fields in case.parts("persons"))
    ids = [person.id for person in persons]
    for member in ids:
        if ids.count(member) > 1:
            case.fault("persons", member, "互不相同的 id")
    current = case.part("current")
    day = case.day("as_of")
    status = EconomicStatus(
        as_of=day,
        persons=persons,
        incomes=tuple(
            _income(fields, f"i{n}", ids) for n, fields in enumerate(case.parts("incomes"), 1)
        ),
        support=tuple(_support(fields, ids) for fields in case.parts("support")),
        property=_property(case.part("property")),
        rigid=tuple(_rigid(fields) for fields in case.parts("rigid")),
        current=current.one_of("category", Category, Category.NONE),
        current_monthly=current.money("monthly"),
        cause=case.text("cause"),
        apply_alone=case.text("apply_alone"),
        death=_death(case, ids),
        residence=case.one_of("residence", Residence) if case.has("residence") else None,
    )
    current.end()
    if status.death and status.death.day > day:
        events = case.part("events").part("death")
        events.fault("date", status.death.day.isoformat(), f"不晚于 as_of {day} 的日期")
    return status


def _person(fields: Fields) -> Person:
    person = Person(
        id=fields.text("id", required=True),
        relation=fields.text("relation"),
        age=fields.count("age", _OLDEST, required=True),
        status=fields.one_of("status", EmploymentStatus),
        idle_exempt=fields.text("idle_exempt"),
        excluded=fields.text("excluded"),
        study=fields.text("study"),
        disability=_disability(fields),
        illness=fields.flag("illness"),
        refused_jobs=fields.count("refused_jobs"),
        adl_failed=fields.count("adl_failed", _ACTIVITIES),
        no_able_obligor=fields.flag("no_able_obligor"),
    )
    fields.end()
    return person


def _disability(fields: Fields) -> Disability | None:
    if not fields.has("disability"):
        return None
    found = fields.part("disability")
    disability = Disability(
        found.count("cat", _CATEGORIES, required=True), found.count("level", _LEVELS, required=True)
    )
    if not all(disability):
        found.fault("", None, "cat 1 至 7, level 1 至 4")
    found.end()
    return disability


def _income(fields: Fields, income_id: str, ids: list[str]) -> Income:
    income = Income(
        id=income_id,
        who=_known(fields, "who", ids),
        kind=fields.one_of("kind", IncomeKind),
        type=fields.text("type"),
        monthly=fields.money("monthly"),
        annual=fields.money("annual"),
        excluded_part=fields.money("excluded_part"),
        job_disregard=_job(fields),
    )
    fields.end()
    return income


def _job(fields: Fields) -> JobDisregard | None:
    if not fields.has("job_disregard"):
        return None
    job = fields.part("job_disregard")
    found = JobDisregard(job.money("increment"), job.count("month", required=True))
    job.end()
    return found


def _support(fields: Fields, ids: list[str]) -> Support:
    supports = fields.texts("for")
    for member in supports:
        if member not in ids:
            fields.fault("for", member, f"成员 id 之一：{'、'.join(ids)}")
    support = Support(
        supports=supports,
        obligor=fields.text("obligor"),
        income=fields.money("income"),
        size=fields.count("size"),
        children=fields.count("children"),
        supported=fields.count("supported"),
        agreed=fields.money("agreed"),
        exempt=fields.text("exempt"),
    )
    fields.end()
    return support


def _property(fields: Fields) -> Property:
    owned = Property(
        money=fields.money("money"),
        dwellings=tuple(_dwelling(item) for item in fields.parts("dwellings")),
        vehicles=tuple(_vehicle(item) for item in fields.parts("vehicles")),
        nonresidential=tuple(_nonresidential(item) for item in fields.parts("nonresidential")),
        capital=fields.money("capital"),
    )
    fields.end()
    return owned


def _dwelling(fields: Fields) -> Dwelling:
    fields.text("kind")
    dwelling = Dwelling(fields.area("area"), fields.share("share"), fields.text("resolved"))
    fields.end()
    return dwelling


def _vehicle(fields: Fields) -> Vehicle:
    kind = fields.text("kind", required=True)
    vehicle = Vehicle(kind, fields.money("price"), fields.text("resolved"))
    fields.end()
    return vehicle


def _nonresidential(fields: Fields) -> NonResidential:
    found = NonResidential(fields.flag("converted_sole_home"), fields.text("resolved"))
    fields.end()
    return found


def _rigid(fields: Fields) -> RigidExpense:
    expense = RigidExpense(fields.one_of("kind", RigidKind), fields.money("annual"))
    fields.end()
    return expense


def _death(case: Fields, ids: list[str]) -> Death | None:
    events = case.part("events")
    months = events.months("paid_after")
    death: Death | None = None
    if events.has("death"):
        found = events.part("death")
        death = Death(_known(found, "who", ids), found.day("date"), months)
        found.end()
    elif months:
        events.fault("death", None, "死亡的成员和日期，因为填了 paid_after")
    events.end()
    return death


def _known(fields: Fields, key: str, ids: list[str]) -> str:
    who = fields.text(key, required=True)
    if who and who not in ids:
        fields.fault(key, who, f"成员 id 之一：{'、'.join(ids)}")
    return who
