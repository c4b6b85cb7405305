"""登记提示: changes the registers on the laptop show and nobody has written down yet."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from caseworker_app.model import id_number
from caseworker_app.model.codes import ChangeKind, EmploymentStatus
from caseworker_app.model.household import Member
from caseworker_app.model.register import AnyRecord, PersonRecord, RegisterSlice
from caseworker_app.model.source import Source
from caseworker_app.model.visit import CheckedMember, Visit
from caseworker_app.rules.changes.relations import SONS, of_spouse
from caseworker_app.rules.comparison.facts import is_dead, is_inside, number_of, service_of
from caseworker_app.rules.comparison.standing import STAGES, enrolled

_MARRIED, _DIVORCED = "2", "4"
_REASONS: Mapping[str, ChangeKind] = {"出生": ChangeKind.BIRTH, "收养": ChangeKind.ADOPTION}
_INFANT = 1


@dataclass(frozen=True, slots=True)
class Hint:
    """A change as a register has it, with all it says of it."""

    kind: ChangeKind
    who: str = ""
    """Member id; empty where somebody would come."""
    name: str = ""
    number: str = ""
    relation: str = ""
    day: date | None = None
    how: str = ""
    source: str = ""
    record: str = ""
    """Id of the row."""


def hints(visit: Visit, records: RegisterSlice) -> tuple[Hint, ...]:
    """Return the changes registers show that don't stand in the visit, one of a kind a person."""
    found: dict[tuple[ChangeKind, str], Hint] = {}
    for hint in (*_of_members(visit, records), *_of_others(visit, records)):
        found.setdefault((hint.kind, hint.who or hint.number), hint)
    return tuple(found.values())


def _of_members(visit: Visit, records: RegisterSlice) -> Iterator[Hint]:
    checked = {member.id: member for member in visit.members}
    for member in visit.household.members:
        seen = checked.get(member.id)
        number = number_of(member.id_number)
        if seen is None or not number or _is_told(visit, member.id):
            continue
        rows = [row for row in records.persons if number_of(row.id_number) == number]
        if not seen.excluded:
            yield from _gone(visit, member, rows, records)
        yield from _study(visit, member, seen, records)


def _gone(
    visit: Visit, member: Member, rows: list[PersonRecord], records: RegisterSlice
) -> Iterator[Hint]:
    number, day = number_of(member.id_number), visit.day
    for funeral in records.funerals:
        if number_of(funeral.id_number) == number and funeral.died <= day:
            yield _hint(ChangeKind.DEATH, member, funeral, funeral.died)
    for row in rows:
        hint = _away(member, row, day)
        if hint is not None:
            yield hint
        yield from _divorced(visit, row)


def _away(member: Member, row: PersonRecord, day: date) -> Hint | None:
    """Return what a row of the booklet says of a member who is no longer at home."""
    held = row.custody
    if is_dead(row, day):
        return _hint(ChangeKind.DEATH, member, row, row.death)
    if held is not None and is_inside(row, day):
        return _hint(ChangeKind.PRISON, member, row, held.since, held.kind)
    if row.missing == "court":
        return _hint(ChangeKind.MISSING, member, row, None, "court")
    if service_of(row) == "conscript":
        return _hint(ChangeKind.SERVICE, member, row, row.moved_out)
    moved = row.moved_out is not None and row.moved_out <= day
    return _hint(ChangeKind.MOVE_OUT, member, row, row.moved_out) if moved else None


def _divorced(visit: Visit, row: PersonRecord) -> Iterator[Hint]:
    """Yield the divorced spouse who still stands on the list."""
    marriage = row.marriage
    if marriage is None or not marriage.state.startswith(_DIVORCED):
        return
    spouse = number_of(marriage.spouse_id_number)
    for member in visit.household.members:
        is_head = member.id == visit.household.head_id
        if spouse and number_of(member.id_number) == spouse and not is_head:
            yield _hint(ChangeKind.DIVORCE, member, row, marriage.day)


def _study(
    visit: Visit, member: Member, seen: CheckedMember, records: RegisterSlice
) -> Iterator[Hint]:
    number = number_of(member.id_number)
    rows = tuple(row for row in records.schoolings if number_of(row.id_number) == number)
    now = enrolled(rows, visit.day)
    if now is None or not now.full_time or seen.excluded:
        return
    stage = STAGES.get(now.stage, "")
    if stage and (seen.status is not EmploymentStatus.STUDENT or seen.study not in ("", stage)):
        yield _hint(ChangeKind.STUDY, member, now, now.enrolled, stage)


def _of_others(visit: Visit, records: RegisterSlice) -> Iterator[Hint]:
    home, day = visit.household, visit.day
    here = {number_of(member.id_number): member for member in home.members}
    for row in records.persons:
        number = number_of(row.id_number)
        if number in here:
            yield from _spouse(here, here[number], row, visit)
        elif _is_mate(visit, row) and not is_dead(row, day) and not _has_left(row, day):
            yield _newcomer(row, number, day)


def _spouse(
    here: Mapping[str, Member], member: Member, row: PersonRecord, visit: Visit
) -> Iterator[Hint]:
    marriage = row.marriage
    if marriage is None or not marriage.state.startswith(_MARRIED):
        return
    number = number_of(marriage.spouse_id_number)
    if number and number not in here and id_number.birth(number):
        counts = {m.id for m in visit.members if not m.excluded}
        if member.id in counts:
            yield Hint(
                ChangeKind.MARRIAGE,
                name=marriage.spouse_name,
                number=number,
                relation=of_spouse(member.relation),
                day=marriage.day,
                source=_source(row.source),
                record=row.id,
            )


def _newcomer(row: PersonRecord, number: str, day: date) -> Hint:
    kind = _REASONS.get(row.moved_in_reason)
    if kind is None:
        infant = id_number.age(number, day) < _INFANT
        kind = ChangeKind.BIRTH if infant else ChangeKind.MOVE_IN
    born = id_number.birth(number)
    child = kind in {ChangeKind.BIRTH, ChangeKind.ADOPTION} and born is not None
    relation = row.relation if row.relation.isdigit() else ""
    return Hint(
        kind,
        name=row.name,
        number=number,
        relation=relation or (SONS[id_number.is_male(number)] if child else ""),
        day=born if kind is ChangeKind.BIRTH else row.moved_in,
        source=_source(row.source),
        record=row.id,
    )


def _hint(
    kind: ChangeKind, member: Member, row: AnyRecord, day: date | None, how: str = ""
) -> Hint:
    return Hint(
        kind,
        who=member.id,
        name=member.name,
        day=day,
        how=how,
        source=_source(row.source),
        record=row.id,
    )


def _source(source: Source) -> str:
    return f"{source.department} {source.as_of}"


def _is_mate(visit: Visit, row: PersonRecord) -> bool:
    ours = visit.household.hukou_number
    return bool(ours) and row.hukou_number == ours and row.hukou_kind != "集体户"


def _has_left(row: PersonRecord, day: date) -> bool:
    moved = bool(row.moved_to) or (row.moved_out is not None and row.moved_out <= day)
    return moved or bool(row.cancelled)


def _is_told(visit: Visit, who: str) -> bool:
    return any(who in change.who for change in visit.changes or ())
