"""提请查询: the office's registers asked from the field, about people who are covered.

The answer is written in the transaction that takes the question: into the question's record,
its rows into the household's register slice, who asked what and why into the trail.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime

from sqlalchemy import Connection, func, select

from caseworker_app.model import id_number
from caseworker_app.model.codes import AnswerState, Consent, FoundKind
from caseworker_app.model.declaration import Authorisation, Declaration
from caseworker_app.model.found import FoundAnswer, Key, key
from caseworker_app.model.register import (
    AnyRecord,
    EstateRecord,
    PersonRecord,
    RegisterSlice,
    VehicleRecord,
)
from caseworker_app.model.values import CHINA
from caseworker_app.rules.comparison.facts import number_of
from caseworker_app.rules.comparison.matching import named, text_fits
from caseworker_app.rules.comparison.words import registered_estate, registered_vehicle
from caseworker_app.server import audit, office, records, registers
from caseworker_app.server.central import Central
from caseworker_app.server.households import Filed, slice_id, with_rows
from caseworker_app.server.records import Record
from caseworker_app.server.registers import Rows
from caseworker_app.server.rights import Caller
from caseworker_app.server.tables import record
from caseworker_app.wire.ask import Ask, ask_of
from caseworker_app.wire.units import flatten, restore

MOST_QUESTIONS = 100
"""About one household; more looks like searching, not like finding."""

NOT_COVERED = "没有授权，不能查询"
_SHOWN = 3


@dataclass(frozen=True, slots=True)
class _Question:
    ask: Ask
    read: Key
    day: date
    declaration: Declaration

    @property
    def covered(self) -> frozenset[str]:
        return covered(self.ask, self.read, self.declaration, self.day)


def answer(connection: Connection, central: Central, caller: Caller, asked: Record) -> None:
    """Answer a question that was just taken; its answer is an operation of the office."""
    ask, filed = ask_of(asked.units), records.get(connection, asked.household)
    if ask is None or filed is None:
        return
    at = central.clock()
    instant = datetime.fromtimestamp(at / 1000, UTC)
    declaration = restore(filed.units, Filed).declaration
    day = instant.astimezone(CHINA).date()
    question = _Question(ask, key(ask.kind, ask.value), day, declaration)
    rows, state, text = _judged(connection, question, filed)
    told = FoundAnswer(
        state, text, instant.isoformat(timespec="milliseconds"), tuple(r.id for _, r in rows)
    )
    if rows:  # before the answer: whoever reads the answer has the rows
        _hand_out(connection, central, filed, rows, caller.person)
    units = {**asked.units, **flatten({"answer": told})}
    wish = office.Wish(asked.rid, filed.region, records.ASK, asked.household, units)
    office.write(connection, central, wish, caller.person)
    detail = f"{ask.kind.zh} {_shown(ask)}；{ask.why}；{ask.consent.zh}；{state.zh}"
    audit.record(connection, at, caller.person, "registers.asked", asked.household, detail)


def covered(ask: Ask, read: Key, declaration: Declaration, day: date) -> frozenset[str]:
    """Return the numbers the registers may be asked about for this question (SAL-41).

    Members by their signed authorisation or, where somebody of the household agreed at home,
    all declared members; obligors who consented; a person found who consented for himself.
    """
    signed = {one.member_id for one in declaration.authorisations or () if _in_force(one, day)}
    all_agreed = ask.consent is Consent.HOUSEHOLD
    members = {
        number_of(person.id_number)
        for person in declaration.persons
        if all_agreed or person.member_id in signed
    }
    obligors = {number_of(one.id_number) for one in declaration.obligors if one.consented}
    himself = {read.number} if ask.consent is Consent.PERSON else set()
    return frozenset((members | obligors | himself) - {""})


def _in_force(one: Authorisation, day: date) -> bool:
    return one.signed <= day and (one.until is None or day <= one.until)


def _judged(
    connection: Connection, question: _Question, filed: Record
) -> tuple[Rows, AnswerState, str]:
    """Return the rows that may be handed out, and what is said of them."""
    why = _forbidden(connection, question, filed)
    if why:
        return (), AnswerState.REFUSED, why
    found = _LOOK[question.ask.kind](connection, question)
    rows = tuple(pair for pair in found if registers.owner_of(pair[1]) in question.covered)
    if rows:
        more = f"；另有{len(rows) - _SHOWN}条" if len(rows) > _SHOWN else ""
        told = "；".join(_said(row) for _, row in rows[:_SHOWN])
        return rows, AnswerState.HELD, told + more
    if found:
        return (), AnswerState.REFUSED, f"{NOT_COVERED}：登记在授权范围以外的人名下。"
    return (), AnswerState.NONE, f"登记中没有（{question.day} 查询）"


def _forbidden(connection: Connection, question: _Question, filed: Record) -> str:
    """Return why nothing may be looked up, or ""."""
    ask, read = question.ask, question.read
    if ask.household.region != filed.region:
        return f"{NOT_COVERED}：本户已转到别的地区，请先取回任务。"
    if _asked_before(connection, filed.household) > MOST_QUESTIONS:
        return f"对本户的查询已满{MOST_QUESTIONS}次，不再查询，请联系办公室。"
    if not question.covered or not read.can_be_asked:
        return f"{NOT_COVERED}：请先签署核对授权书，或取得本人同意。"
    if ask.kind is FoundKind.PERSON and read.number not in question.covered:
        return f"{NOT_COVERED}：此人不在授权范围内，请先取得本人同意。"
    return ""


def _asked_before(connection: Connection, household: str) -> int:
    query = select(func.count()).where(
        record.c.household == household, record.c.kind == records.ASK
    )
    return int(connection.scalar(query) or 0)


_LOOK: Mapping[FoundKind, Callable[[Connection, _Question], Rows]] = {
    FoundKind.VEHICLE: lambda to, asked: registers.of_vehicle(to, asked.read, asked.day),
    FoundKind.PERSON: lambda to, asked: registers.of_person(to, asked.read.number, asked.day),
    FoundKind.ESTATE: lambda to, asked: registers.of_estate(to, asked.read, asked.day),
    FoundKind.OTHER: lambda to, asked: tuple(
        (dataset, row)
        for dataset, row in registers.of_departments(to, sorted(asked.covered), asked.day)
        if text_fits(asked.read.text, row)
    ),
}


def _hand_out(
    connection: Connection, central: Central, filed: Record, rows: Rows, person: str
) -> None:
    """Put the rows of an answer into the household's slice, over older ones of the same ids."""
    name = slice_id(filed.household)
    stored = records.get(connection, name)
    before = restore(stored.units, RegisterSlice) if stored else RegisterSlice()
    units = flatten(with_rows(before, rows))
    wish = office.Wish(name, filed.region, records.SLICE, filed.household, units)
    office.write(connection, central, wish, person)


def _said(row: AnyRecord) -> str:
    """Return one row of an answer in words, with department and day."""
    match row:
        case VehicleRecord():
            what = f"{registered_vehicle(row)}，所有人{row.owner_name}"
        case EstateRecord():
            what = f"{registered_estate(row)}，权利人{row.owner_name}"
        case PersonRecord():
            what = "，".join(filter(None, (row.name, row.address, row.cancelled)))
        case _:
            what = "，".join(filter(None, (row.name, named(row))))
    return f"{row.source.department} {row.source.as_of}：{what}"


def _shown(ask: Ask) -> str:
    """Return what was asked about as the trail keeps it: a number without its birthday."""
    read = key(ask.kind, ask.value)
    return id_number.masked(read.number) if read.number else ask.value
