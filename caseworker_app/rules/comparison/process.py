"""程序: authorisations that lack, visits that failed, clues still open (SR13, SR14, SR15)."""

from collections.abc import Iterator
from datetime import timedelta

from caseworker_app.model.codes import Level
from caseworker_app.model.declaration import DeclaredPerson
from caseworker_app.model.departments import Attempt, Clue, DepartmentRecord
from caseworker_app.rules.comparison.facts import Draft, Facts, months_before, number_of
from caseworker_app.rules.comparison.words import on

_EXCUSES = ("住院", "外出务工", "务工")
_REFUSED = "拒绝核查"
_CLUE_STEP = "complaint"


def differences(facts: Facts) -> tuple[Draft, ...]:
    """Return what stands in the way of the check itself."""
    unsigned = tuple(_unauthorised(facts)) if facts.unauthorised else ()
    return (*unsigned, *_failed(facts), *_clues(facts)) if facts.has_others else unsigned


def _unauthorised(facts: Facts) -> Iterator[Draft]:
    """Yield SR13 for each counted member; says how many rows are left unused for it."""
    for number, person in facts.counted():
        if person.member_id in facts.unauthorised:
            yield Draft(
                code="SR13",
                subject=person.name,
                declared=_last(facts, person),
                registered=f"无有效的核对授权书{_unused(facts, number)}",
                member_id=person.member_id,
                anchor=person.member_id,
            )


def _last(facts: Facts, person: DeclaredPerson) -> str:
    given = facts.declaration.authorisations or ()
    ends = [a.until for a in given if a.member_id == person.member_id and a.until is not None]
    ended = max((end for end in ends if end < facts.day), default=None)
    return f"{person.name}，授权书已于 {on(ended)} 到期" if ended else f"{person.name}，未签授权书"


def _unused(facts: Facts, number: str) -> str:
    held = facts.others
    sets: tuple[tuple[DepartmentRecord, ...], ...] = (
        held.insurances, held.allowances, held.taxes, held.funds, held.businesses,
        held.assets, held.policies, held.consumptions, held.disabilities, held.schoolings,
    )  # fmt: skip
    unused = sum(number_of(row.id_number) == number for rows in sets for row in rows)
    return f"，其社保、个税、金融等{unused}条数据不予使用" if unused else ""


def _failed(facts: Facts) -> Iterator[Draft]:
    """Yield SR14; yellow where each time a reason was known that is nobody's fault."""
    rules = facts.limits.others
    since = max(facts.since, months_before(facts.day, rules.access_months))
    rows = tuple(
        row
        for row in facts.others.attempts
        if number_of(row.id_number) in facts.members and since <= row.day <= facts.day
    )
    if len({row.day for row in rows}) < rules.failed_visits:
        return
    rows = tuple(sorted(rows, key=lambda row: row.day))
    yield Draft(
        code="SR14",
        subject="入户核查",
        declared="应配合入户核查",
        registered="；".join(_attempt(row) for row in rows),
        records=rows,
        member_id=facts.declaration.head,
        level=Level.YELLOW if all(_is_excused(row) for row in rows) else None,
        anchor=facts.declaration.head,
    )


def _attempt(row: Attempt) -> str:
    return f"{on(row.day)} {row.outcome}{f'（{row.reason}）' if row.reason else ''}"


def _is_excused(row: Attempt) -> bool:
    return row.outcome != _REFUSED and any(word in row.reason for word in _EXCUSES)


def _clues(facts: Facts) -> Iterator[Draft]:
    """Yield SR15 for each clue received and not closed, with the day it is to be answered by."""
    for row in facts.others.clues:
        person = facts.member_of(row.id_number)
        closed = row.closed is not None and row.closed <= facts.day
        if person is not None and row.received <= facts.day and not closed:
            yield Draft(
                code="SR15",
                subject=person.name,
                declared="线索待核",
                registered=_clue(facts, row),
                records=(row,),
                member_id=person.member_id,
            )


def _clue(facts: Facts, row: Clue) -> str:
    due = row.received + timedelta(days=_term(facts))
    late = f"，已超期{(facts.day - due).days}天" if due < facts.day else ""
    signed = "实名" if row.signed else "匿名"
    text = f"：{row.text}" if row.text else ""
    return f"{on(row.received)} {row.channel}{signed}反映{text}，应于 {on(due)} 前核实{late}"


def _term(facts: Facts) -> int:
    local = facts.limits.law.time_limits.limits.get(_CLUE_STEP)
    return local.length if local else facts.limits.others.clue_days
