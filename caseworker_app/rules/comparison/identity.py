"""户籍, who is who: names and identity numbers that do not agree (HJ09)."""

from collections import Counter

from caseworker_app.model import id_number
from caseworker_app.model.declaration import DeclaredPerson
from caseworker_app.model.register import PersonRecord
from caseworker_app.rules.comparison.facts import Draft, Facts, number_of
from caseworker_app.rules.comparison.names import fold_name

_OUTSIDE_HUKOU = ("8", "9")
"""First digits of residence permits for 港澳台 residents and foreigners: no booklet holds them."""


def differences(facts: Facts) -> tuple[Draft, ...]:
    """Return one difference for each member whose name or number is in doubt."""
    times = Counter(number_of(person.id_number) for person in facts.declaration.persons)
    drafts: list[Draft] = []
    for person in facts.declaration.persons:
        number = number_of(person.id_number)
        rows = facts.persons.get(number, ())
        reasons = [*_own_fault(number, times[number]), *_against_register(facts, person, rows)]
        if reasons:
            meant = rows or mistyped(facts, number)
            drafts.append(_draft(person, number, tuple(dict.fromkeys(reasons)), meant))
    return tuple(drafts)


def mistyped(facts: Facts, number: str) -> tuple[PersonRecord, ...]:
    """Return rows of an undeclared hukou-mate whose number is one slip away from ``number``.

    Only where the register does not know ``number`` itself, and one such person exists.
    """
    if number in facts.persons:
        return ()
    near = {
        other: rows
        for other, rows in facts.persons.items()
        if other not in facts.members
        and any(row.hukou_number == facts.declaration.hukou_number for row in rows)
        and one_slip(number, other)
    }
    return next(iter(near.values())) if len(near) == 1 else ()


def one_slip(left: str, right: str) -> bool:
    """Tell whether two numbers differ by one wrong character or two swapped neighbours."""
    if len(left) != len(right):
        return False
    places = [i for i, (a, b) in enumerate(zip(left, right, strict=True)) if a != b]
    match places:
        case [_]:
            return True
        case [i, j]:
            return j == i + 1 and left[i] == right[j] and left[j] == right[i]
        case _:
            return False


def _own_fault(number: str, times: int) -> tuple[str, ...]:
    fault = id_number.fault(number)
    shared = bool(number) and times > 1
    return (*([fault.reason] if fault else []), *(["两名成员申报了同一号码"] if shared else []))


def _against_register(
    facts: Facts, person: DeclaredPerson, rows: tuple[PersonRecord, ...]
) -> tuple[str, ...]:
    if rows:
        return tuple(reason for row in rows for reason in _row_reasons(person, row))
    number = number_of(person.id_number)
    near = mistyped(facts, number)
    if near:
        return (f"户籍登记号码为 {id_number.masked(number_of(near[0].id_number))}，相差一处",)
    expected = person.whereabouts != "死亡" and not number.startswith(_OUTSIDE_HUKOU)
    return ("户籍库查无此号码",) if facts.persons and expected else ()


def _row_reasons(person: DeclaredPerson, row: PersonRecord) -> tuple[str, ...]:
    duplicate = ("户籍因重复注销",) if row.cancelled == "重复" else ()
    if fold_name(row.name) == fold_name(person.name):
        return duplicate
    if row.former_name and fold_name(row.former_name) == fold_name(person.name):
        return (f"登记姓名 {row.name}，申报的是曾用名", *duplicate)
    return (f"登记姓名 {row.name}", *duplicate)


def _draft(
    person: DeclaredPerson, number: str, reasons: tuple[str, ...], rows: tuple[PersonRecord, ...]
) -> Draft:
    return Draft(
        code="HJ09",
        subject=person.name,
        declared=f"{person.name}，{id_number.masked(number)}",
        registered="；".join(reasons),
        records=rows,
        member_id=person.member_id,
        anchor=person.member_id,
    )
