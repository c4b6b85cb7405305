"""现场发现 against declaration and register slice: what is known already, what must be asked.

People are matched by identity number; a name with a birthday only hints at a declared member.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TypeVar

from caseworker_app.model import estate_unit, id_number, plate
from caseworker_app.model.codes import FoundKind
from caseworker_app.model.declaration import Declaration, DeclaredPerson
from caseworker_app.model.departments import DepartmentRecord
from caseworker_app.model.found import Found, Key, key
from caseworker_app.model.register import (
    AnyRecord,
    EstateRecord,
    PersonRecord,
    RegisterSlice,
    VehicleRecord,
)
from caseworker_app.rules.comparison.facts import number_of
from caseworker_app.rules.comparison.houses import declared_of, is_historic
from caseworker_app.rules.comparison.names import fold_name, fold_place
from caseworker_app.rules.comparison.vehicle_view import is_gone
from caseworker_app.rules.comparison.words import (
    declared_estate,
    declared_vehicle,
    registered_estate,
    registered_vehicle,
)

_SHORTEST_PLACE = 5
_SHORTEST_TEXT = 2
_TOLD = ("employer", "withholder", "title", "institution", "insurer", "account", "school")
"""Fields of the departments' rows that name an employer, an enterprise or an account."""

_Row = TypeVar("_Row", VehicleRecord, EstateRecord)


class Match(StrEnum):
    """How a found fact stands to what is known."""

    AGREED = "agreed"
    """Declared, and the register says the same; for other facts: the departments know it."""
    DECLARED = "declared"
    """Declared, and the slice holds nothing of it."""
    UNDECLARED = "undeclared"
    """In the slice as the household's, not declared."""
    OTHERS = "others"
    """In the slice as somebody else's."""
    UNKNOWN = "unknown"
    """Neither declared nor in the slice."""
    BARE = "bare"
    """Too little was written down to compare it."""


ASKABLE = frozenset({Match.DECLARED, Match.UNKNOWN})
"""What the slice cannot answer."""


@dataclass(frozen=True, slots=True)
class Matched:
    """The result of a comparison, in one sentence, with the rows it rests on."""

    match: Match
    text: str
    rows: tuple[AnyRecord, ...] = ()

    @property
    def record_ids(self) -> tuple[str, ...]:
        return tuple(row.id for row in self.rows)


def match(found: Found, declaration: Declaration, records: RegisterSlice, day: date) -> Matched:
    """Compare one found fact with declaration and slice on a day."""
    return _WAYS[found.kind](key(found.kind, found.value), declaration, records, day)


def may_be_asked(found: Found, matched: Matched) -> bool:
    """Tell whether the office's registers can say more than the slice did."""
    return matched.match in ASKABLE and key(found.kind, found.value).can_be_asked


def place_fits(one: str, other: str) -> bool:
    """Tell whether two addresses name one place: equal, or one the end of the other."""
    left, right = fold_place(one), fold_place(other)
    shorter = min(len(left), len(right))
    ends = left.endswith(right) or right.endswith(left)
    return bool(shorter) and (left == right or (shorter >= _SHORTEST_PLACE and ends))


def text_fits(text: str, row: AnyRecord) -> bool:
    """Tell whether a department's row names the employer, enterprise or account of a text."""
    sought = fold_place(text)
    told = map(fold_place, _names(row))
    return len(sought) >= _SHORTEST_TEXT and any(
        len(name) >= _SHORTEST_TEXT and (sought in name or name in sought) for name in told
    )


def named(row: AnyRecord) -> str:
    """Return the employer, enterprise or account a department's row names, or ""."""
    return "、".join(_names(row))


def _names(row: AnyRecord) -> tuple[str, ...]:
    return tuple(filter(None, (str(getattr(row, field, "")) for field in _TOLD)))


def _vehicle(read: Key, declaration: Declaration, records: RegisterSlice, day: date) -> Matched:
    if not read.can_be_asked:
        return Matched(Match.BARE, "还没有写号牌")
    rows = tuple(
        row
        for row in records.vehicles
        if (read.plate and plate.normalise(row.plate) == read.plate)
        or (read.vin and plate.normalise(row.vin) == read.vin)
    )
    plates = {read.plate, *(plate.normalise(row.plate) for row in rows)} - {""}
    told = next((v for v in declaration.vehicles if plate.normalise(v.plate) in plates), None)
    held = _held(rows, declaration, lambda row: is_gone(row, day))
    return _judged(
        (rows, held),
        declared_vehicle(told) if told else "",
        registered_vehicle(held[0] if held else rows[0]) if rows else "",
    )


def _estate(read: Key, declaration: Declaration, records: RegisterSlice, _day: date) -> Matched:
    if not read.can_be_asked:
        return Matched(Match.BARE, "还没有写坐落或不动产单元号")
    rows = tuple(row for row in records.estates if _is_there(read, row.unit_number, row.location))
    named = (e for e in declaration.estates if _is_there(read, e.unit_number, e.location))
    told = next(named, None) or declared_of(rows, declaration.estates)
    held = _held(rows, declaration, is_historic)
    return _judged(
        (rows, held),
        declared_estate(told) if told else "",
        registered_estate(held[0] if held else rows[0]) if rows else "",
    )


def _is_there(read: Key, unit: str, location: str) -> bool:
    if read.unit:
        return estate_unit.normalise(unit) == read.unit
    return place_fits(read.location, location)


def _held(
    rows: tuple[_Row, ...], declaration: Declaration, is_over: Callable[[_Row], bool]
) -> tuple[_Row, ...]:
    """Return the rows by which somebody of the household holds the thing today."""
    ours = {number_of(person.id_number) for person in declaration.persons} - {""}
    return tuple(r for r in rows if number_of(r.owner_id_number) in ours and not is_over(r))


def _judged(
    found: tuple[tuple[AnyRecord, ...], tuple[AnyRecord, ...]], told: str, registered: str
) -> Matched:
    rows, held = found
    if held and told:
        return Matched(Match.AGREED, f"申报{told}；登记{registered}", held)
    if held:
        return Matched(Match.UNDECLARED, f"登记在本户名下：{registered}", held)
    if rows:
        said = f"，但申报了{told}" if told else ""
        return Matched(Match.OTHERS, f"登记不在本户名下：{registered}{said}", rows)
    if told:
        return Matched(Match.DECLARED, f"申报{told}；本机登记数据中没有")
    return Matched(Match.UNKNOWN, "申报和本机登记数据中都没有")


def _person(read: Key, declaration: Declaration, records: RegisterSlice, _day: date) -> Matched:
    if not read.number:
        return _by_name(read, declaration)
    rows = tuple(r for r in records.persons if number_of(r.id_number) == read.number)
    told = next((p for p in declaration.persons if number_of(p.id_number) == read.number), None)
    if told and rows:
        return Matched(Match.AGREED, f"是申报的成员{told.name}，户籍登记中有", rows)
    if told:
        return Matched(Match.DECLARED, f"是申报的成员{told.name}；本机户籍数据中没有")
    if rows:
        same = rows[0].hukou_number == declaration.hukou_number
        known = Match.UNDECLARED if same else Match.OTHERS
        return Matched(known, f"{registration(rows[0], declaration)}，未申报", rows)
    return Matched(Match.UNKNOWN, "没有申报这个人，本机户籍数据中也没有")


def registration(row: PersonRecord, declaration: Declaration) -> str:
    """Return in whose booklet a person stands, and where."""
    where = "本户户口簿" if row.hukou_number == declaration.hukou_number else "别的户口簿"
    address = f"（{row.address}）" if row.address else ""
    return f"{row.name}登记在{where}{address}"


def _by_name(read: Key, declaration: Declaration) -> Matched:
    alike = next((p for p in declaration.persons if _is_alike(read, p)), None)
    if alike:
        what = "姓名、出生日期" if read.born else "姓名"
        return Matched(Match.DECLARED, f"与申报的成员{alike.name}{what}相同，请核对身份号码")
    if not read.name:
        return Matched(Match.BARE, "没有完整的身份号码，不能比对")
    return Matched(Match.BARE, "没有身份号码，不能和登记比对；申报的成员中没有同名的")


def _is_alike(read: Key, person: DeclaredPerson) -> bool:
    born = id_number.birth(number_of(person.id_number))
    same = bool(read.name) and fold_name(read.name) == fold_name(person.name)
    return same and (read.born is None or read.born == born)


def _other(read: Key, _declared: Declaration, records: RegisterSlice, _day: date) -> Matched:
    if not read.text:
        return Matched(Match.BARE, "还没有写账户、单位或其他内容")
    rows = tuple(row for row in _departments(records) if text_fits(read.text, row))
    if rows:
        named = "；".join(dict.fromkeys(f"{r.source.department}（{r.name}）" for r in rows))
        return Matched(Match.AGREED, f"本机登记数据中有：{named}", rows)
    return Matched(Match.UNKNOWN, "本机登记数据中没有")


def _departments(records: RegisterSlice) -> Iterator[DepartmentRecord]:
    for _, row in records:
        if not isinstance(row, PersonRecord | VehicleRecord | EstateRecord):
            yield row


_WAYS: dict[FoundKind, Callable[[Key, Declaration, RegisterSlice, date], Matched]] = {
    FoundKind.VEHICLE: _vehicle,
    FoundKind.PERSON: _person,
    FoundKind.ESTATE: _estate,
    FoundKind.OTHER: _other,
}
