"""户籍, one person: what the register says of a declared member (HJ01–HJ03, HJ10–HJ13)."""

from collections.abc import Callable, Mapping

from caseworker_app.model.codes import Level
from caseworker_app.model.declaration import DeclaredPerson
from caseworker_app.model.departments import Funeral
from caseworker_app.model.register import AnyRecord, OtherBenefit, PersonRecord
from caseworker_app.model.values import Month, yuan
from caseworker_app.rules.comparison import ledger
from caseworker_app.rules.comparison.facts import Draft, Facts, is_dead, is_inside, service_of
from caseworker_app.rules.comparison.words import custody, on

_AWAY = {"conscript": "服兵役", "student": "在校"}
_SERVICE_ZH = {"conscript": "现役义务兵", "student": "入学集体户"}

_SILENCED: Mapping[str, frozenset[str]] = {
    "HJ01": frozenset({"HJ02", "HJ03", "HJ10", "HJ11", "HJ12"}),
    "HJ02": frozenset({"HJ03"}),
    "HJ10": frozenset({"HJ12"}),
}
"""Kind → what it leaves unsaid about the same person, being the same fact."""

_Rule = Callable[[Facts, DeclaredPerson, PersonRecord], Draft | None]


def differences(facts: Facts) -> tuple[Draft, ...]:
    """Return what is to be said of each declared member, one fact once."""
    return tuple(
        draft
        for number, person in facts.members.items()
        for draft in _of_person(facts, number, person, facts.persons.get(number, ()))
    )


def _of_person(
    facts: Facts, number: str, person: DeclaredPerson, rows: tuple[PersonRecord, ...]
) -> tuple[Draft, ...]:
    whole = (_dead(facts, number, person, rows), _elsewhere_on_benefit(facts, number, person, rows))
    first = {draft.code: draft for draft in whole if draft is not None}
    for rule in () if person.whereabouts == "死亡" else _RULES:
        for row in rows:
            draft = rule(facts, person, row)
            if draft is not None:
                first.setdefault(draft.code, draft)
    silent = {code for loud in first for code in _SILENCED.get(loud, ())}
    return tuple(draft for code, draft in first.items() if code not in silent)


def _dead(
    facts: Facts, number: str, person: DeclaredPerson, rows: tuple[PersonRecord, ...]
) -> Draft | None:
    """Return one HJ01 for what booklet and funeral house know, hung on the person's row."""
    if person.whereabouts == "死亡" or not facts.is_dead(number):
        return None
    booked = tuple(row for row in rows if is_dead(row, facts.day))
    buried = tuple(row for row in facts.funerals.get(number, ()) if row.died <= facts.day)
    words = [*(_death(row) for row in booked), *(_funeral(row) for row in buried)]
    found: tuple[AnyRecord, ...] = (*booked, *buried)
    return Draft(
        code="HJ01",
        subject=person.name,
        declared=_declared(person),
        registered="；".join(dict.fromkeys(words)),
        records=found,
        member_id=person.member_id,
        anchor=(booked or rows or buried)[0].id,
        each_proves=True,
    )


def _death(row: PersonRecord) -> str:
    return f"{on(row.death)} 死亡" if row.death else "户籍因死亡注销"


def _funeral(row: Funeral) -> str:
    burnt = f"，{on(row.cremated)} 火化" if row.cremated else ""
    place = f"（{row.place}）" if row.place else ""
    return f"{on(row.died)} 死亡{burnt}{place}"


def _moved_out(facts: Facts, person: DeclaredPerson, row: PersonRecord) -> Draft | None:
    if service_of(row):
        return None
    if row.cancelled == "出国":
        return _draft("HJ02", person, row, "户籍因出国注销")
    if _left_for_elsewhere(facts, row):
        return _draft("HJ02", person, row, f"{on(row.moved_out)} 迁往 {row.moved_to}".lstrip())
    if _registered_elsewhere(facts, person, row):
        return _draft("HJ02", person, row, f"户籍在 {row.region} {row.address}".rstrip())
    return None


def _left_for_elsewhere(facts: Facts, row: PersonRecord) -> bool:
    left = row.moved_out is None or row.moved_out <= facts.day
    return bool(row.moved_to) and row.moved_to[:6] != facts.jurisdiction and left


def _registered_elsewhere(facts: Facts, person: DeclaredPerson, row: PersonRecord) -> bool:
    """Tell whether the booklet lies in another county and the household did not say so."""
    county = row.region[:6]
    same = county in ("", facts.jurisdiction)
    renumbered = (county, facts.jurisdiction) in facts.limits.renumbered
    told = bool(row.hukou_number) and row.hukou_number == person.hukou_number
    return not (same or renumbered or told)


def _other_booklet(facts: Facts, person: DeclaredPerson, row: PersonRecord) -> Draft | None:
    known = {"", facts.declaration.hukou_number, person.hukou_number}
    if row.hukou_number in known or service_of(row):
        return None
    if row.split_from and facts.recent(row.split_on):
        return None
    return _draft("HJ03", person, row, f"登记在户号 {row.hukou_number}")


def _in_custody(facts: Facts, person: DeclaredPerson, row: PersonRecord) -> Draft | None:
    if person.whereabouts == "服刑" or row.custody is None or not is_inside(row, facts.day):
        return None
    return _draft("HJ10", person, row, custody(row.custody))


def _serving(_: Facts, person: DeclaredPerson, row: PersonRecord) -> Draft | None:
    service = service_of(row)
    if not service or person.whereabouts == _AWAY.get(service):
        return None
    return _draft("HJ11", person, row, _SERVICE_ZH.get(service, service))


def _missing(_: Facts, person: DeclaredPerson, row: PersonRecord) -> Draft | None:
    if row.missing == "court" and person.whereabouts != "失联":
        return _draft("HJ12", person, row, "法院宣告失踪")
    if row.missing == "untraceable" and person.whereabouts not in ("失联", "外出务工"):
        return _draft("HJ12", person, row, "登记为失联，未经法院宣告", Level.YELLOW)
    return None


def _elsewhere_on_benefit(
    facts: Facts, number: str, person: DeclaredPerson, rows: tuple[PersonRecord, ...]
) -> Draft | None:
    """Return one HJ13 for what the provinces' matching and the other place's ledger say."""
    active = [(row, b) for row in rows for b in row.benefits if _is_active(facts, row, b)]
    listed = tuple(ledger.assistance_elsewhere(facts, number)) if facts.others.allowances else ()
    if not active and not listed:
        return None
    matched = tuple(dict.fromkeys(row for row, _ in active))
    words = [
        f"{b.place} {b.category} 每月{yuan(b.monthly)}元，{b.since}起，最近发放 {b.last_paid}"
        for _, b in active
    ]
    words += [f"{row.place} {ledger.told(row)}" for row in listed]
    found: tuple[AnyRecord, ...] = (*matched, *listed)
    return Draft(
        code="HJ13",
        subject=person.name,
        declared=_declared(person),
        registered="；".join(words),
        records=found,
        member_id=person.member_id,
        anchor=(matched or rows or listed)[0].id,
        each_proves=True,
    )


def _is_active(facts: Facts, row: PersonRecord, benefit: OtherBenefit) -> bool:
    """Tell whether it was still paid when the list was made; a list lags by one month."""
    month = Month.of(min(facts.day, row.source.as_of))
    elsewhere = not benefit.place.startswith(facts.jurisdiction)
    running = benefit.since <= month and benefit.last_paid >= month.plus(-1)
    return elsewhere and running and benefit.monthly > 0


def _declared(person: DeclaredPerson) -> str:
    return f"{person.name}，{person.whereabouts}"


def _draft(
    code: str, person: DeclaredPerson, row: PersonRecord, told: str, level: Level | None = None
) -> Draft:
    return Draft(
        code=code,
        subject=person.name,
        declared=_declared(person),
        registered=told,
        records=(row,),
        member_id=person.member_id,
        level=level,
    )


_RULES: tuple[_Rule, ...] = (
    _moved_out,
    _other_booklet,
    _in_custody,
    _serving,
    _missing,
)
