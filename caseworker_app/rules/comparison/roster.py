"""户籍, the booklet: who else is in it, whether it was split, who is kin of staff.

HJ04, HJ05, HJ08, HJ14.
"""

from collections.abc import Iterator

from caseworker_app.model import id_number
from caseworker_app.model.codes import Level
from caseworker_app.model.declaration import DeclaredPerson
from caseworker_app.model.register import PersonRecord
from caseworker_app.rules.comparison.facts import Draft, Facts, number_of
from caseworker_app.rules.comparison.identity import mistyped
from caseworker_app.rules.comparison.marriage import undeclared_spouses
from caseworker_app.rules.comparison.names import fold_place
from caseworker_app.rules.comparison.words import on

_JOINED = frozenset({"出生", "收养"})


def differences(facts: Facts) -> tuple[Draft, ...]:
    """Return what the booklet as a whole has to say."""
    return (*_undeclared(facts), *_split(facts), *_kin_of_staff(facts))


def spoken_of(facts: Facts) -> frozenset[str]:
    """Return the numbers somebody speaks of: the household, or a difference of the booklet."""
    return frozenset({*_told(facts), *(number for number, _ in _mates(facts))})


def _undeclared(facts: Facts) -> tuple[Draft, ...]:
    """Return HJ04, or HJ08 for a child who came after the last check."""
    return tuple(_mate(facts, number, mates) for number, mates in _mates(facts))


def _mates(facts: Facts) -> Iterator[tuple[str, tuple[PersonRecord, ...]]]:
    """Yield number and rows of everyone in the booklet of whom nothing was said."""
    others = [pair for pair in facts.persons.items() if pair[0] not in facts.members]
    told = _told(facts) if others else frozenset()
    for number, rows in others:
        mates = tuple(row for row in rows if _is_mate(facts, row))
        gone = facts.is_dead(number) or any(_has_left(facts, row) for row in rows)
        if number not in told and mates and not gone:
            yield number, mates


def _told(facts: Facts) -> frozenset[str]:
    return frozenset({*facts.members, *undeclared_spouses(facts), *_mistyped_numbers(facts)})


def _mistyped_numbers(facts: Facts) -> frozenset[str]:
    return frozenset(
        number_of(row.id_number) for number in facts.members for row in mistyped(facts, number)
    )


def _is_mate(facts: Facts, row: PersonRecord) -> bool:
    ours = facts.declaration.hukou_number
    return bool(ours) and row.hukou_number == ours and row.hukou_kind != "集体户"


def _has_left(facts: Facts, row: PersonRecord) -> bool:
    moved = bool(row.moved_to) or (row.moved_out is not None and row.moved_out <= facts.day)
    return moved or bool(row.cancelled)


def _mate(facts: Facts, number: str, rows: tuple[PersonRecord, ...]) -> Draft:
    row = rows[0]
    new = _came_after(facts, number, row)
    inside = facts.inside(number)
    relation = "" if row.relation.isdigit() else row.relation
    words = [row.name, relation, f"{row.moved_in_reason}入户" if row.moved_in_reason else ""]
    words.append("服刑或强制戒毒期间不计入" if inside else "")
    return Draft(
        code="HJ08" if new else "HJ04",
        subject=row.name,
        declared="未申报",
        registered="，".join(word for word in words if word),
        records=rows,
        level=Level.BLUE if inside else None,
    )


def _came_after(facts: Facts, number: str, row: PersonRecord) -> bool:
    born = id_number.birth(number)
    joined = row.moved_in_reason in _JOINED and row.moved_in is not None
    return (born is not None and born > facts.since) or (
        joined and row.moved_in is not None and row.moved_in > facts.since
    )


def _split(facts: Facts) -> tuple[Draft, ...]:
    """Return one HJ05 for each booklet ours was lately split from at the same address."""
    groups: dict[str, list[tuple[DeclaredPerson, PersonRecord]]] = {}
    for number, person in facts.living():
        for row in facts.persons.get(number, ()):
            if row.split_from and facts.recent(row.split_on) and _same_address(facts, row):
                groups.setdefault(row.split_from, []).append((person, row))
    return tuple(_split_draft(old, members) for old, members in sorted(groups.items()))


def _same_address(facts: Facts, row: PersonRecord) -> bool:
    """Tell whether the old booklet lies at the same address; where unknown, it is to be asked."""
    old = {row.split_address} | {
        other.address
        for rows in facts.persons.values()
        for other in rows
        if other.hukou_number == row.split_from
    }
    known = {fold_place(address) for address in old if address}
    return not known or fold_place(row.address) in known


def _split_draft(old: str, members: list[tuple[DeclaredPerson, PersonRecord]]) -> Draft:
    rows = tuple(sorted((row for _, row in members), key=lambda row: row.id))
    person, row = min(members, key=lambda pair: pair[0].member_id)
    return Draft(
        code="HJ05",
        subject=row.address or old,
        declared="独立一户",
        registered=f"{on(row.split_on)} 由户号 {old} 分出，地址 {row.address or '未登记'}",
        records=rows,
        member_id=person.member_id,
    )


def _kin_of_staff(facts: Facts) -> tuple[Draft, ...]:
    if facts.declaration.near_relative_filed:
        return ()
    groups: dict[str, list[tuple[DeclaredPerson, PersonRecord]]] = {}
    for number, person in facts.members.items():
        for row in facts.persons.get(number, ()):
            if row.staff_relative:
                groups.setdefault(row.staff_relative, []).append((person, row))
    return tuple(_kin_draft(staff, members) for staff, members in sorted(groups.items()))


def _kin_draft(staff: str, members: list[tuple[DeclaredPerson, PersonRecord]]) -> Draft:
    first = min((person for person, _ in members), key=lambda person: person.member_id)
    return Draft(
        code="HJ14",
        subject=first.name,
        declared="未备案近亲属关系",
        registered=f"与 {staff} 为近亲属",
        records=tuple(sorted((row for _, row in members), key=lambda row: row.id)),
        member_id=first.member_id,
    )
