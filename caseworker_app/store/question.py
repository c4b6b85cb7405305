"""Rows no good number joins to anybody: who is meant is a person's decision."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, Select, and_, delete, exists, func, insert, or_, select, update

from caseworker_app.errors import UserError
from caseworker_app.model.codes import Dataset
from caseworker_app.model.register import AnyRecord
from caseworker_app.rules.matching.people import Candidate, KnownPerson
from caseworker_app.store.register_row import record_of
from caseworker_app.store.tables import (
    import_batch,
    match_candidate as candidate_table,
    match_question as table,
)
from caseworker_app.store.values import AnyRow, packed

SAME, NONE = "same", "none"
"""It is one of the candidates; it is none of them."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A row as read, with whom it may mean."""

    position: int
    """Row of the file."""
    record: AnyRecord
    candidates: tuple[Candidate, ...]


@dataclass(frozen=True, slots=True)
class Question:
    """A row as read, where it comes from, whom it may mean, and what was decided."""

    id: int
    batch: int
    file: str
    department: str
    dataset: Dataset
    as_of: date
    asked: Asked
    answer: str = ""
    """``SAME``, ``NONE`` or empty while nobody has decided."""
    household: str = ""
    person: str = ""
    """Who it is, where the answer is ``SAME``."""
    answered_at: str = ""
    answered_by: str = ""


def ask(connection: Connection, batch: int, asked: Iterable[Asked]) -> None:
    """Keep rows for a person to decide."""
    for one in asked:
        row = {
            "batch": batch,
            "position": one.position,
            "expires": one.record.source.expires.isoformat(),
            "body": packed(one.record),
        }
        number = connection.scalar(insert(table).values(row).returning(table.c.row))
        rows = [
            {
                "question": number,
                "household": candidate.whom.household,
                "member": candidate.whom.person,
                "name": candidate.whom.name,
                "number": candidate.whom.number,
                "reason": candidate.reason,
            }
            for candidate in one.candidates
        ]
        connection.execute(insert(candidate_table), rows)


def open_ones(connection: Connection) -> tuple[Question, ...]:
    """Return what nobody has decided yet, in the order of the files and their rows."""
    return _questions(connection, _SHOWN.where(table.c.answer == ""))


def count_open(connection: Connection) -> int:
    """Return how many ``open_ones`` gives."""
    waiting = _SHOWN.where(table.c.answer == "").order_by(None).subquery()
    return connection.scalar(select(func.count()).select_from(waiting)) or 0


def answered(connection: Connection) -> tuple[Question, ...]:
    """Return what was decided, the latest first."""
    statement = _SHOWN.where(table.c.answer != "").order_by(None)
    return _questions(connection, statement.order_by(table.c.answered_at.desc()))


def load(connection: Connection, question_id: int) -> Question:
    """Return one question; raises UserError where there is none any more."""
    found = _questions(connection, _SHOWN.where(table.c.row == question_id))
    if not found:
        raise UserError("这一条已不在待判清单中，可能已随导入撤销或到期清除。请刷新清单。")
    return found[0]


def settle(
    connection: Connection, question_id: int, whom: KnownPerson | None, by: str, at: str
) -> None:
    """Write down who a row is about, None for none of the candidates."""
    connection.execute(
        update(table)
        .where(table.c.row == question_id)
        .values(
            answer=SAME if whom else NONE,
            household=whom.household if whom else "",
            member=whom.person if whom else "",
            answered_at=at,
            answered_by=by,
        )
    )


def reopen(connection: Connection, question_id: int) -> None:
    """Take a decision back."""
    blank = {"answer": "", "household": "", "member": "", "answered_at": "", "answered_by": ""}
    connection.execute(update(table).where(table.c.row == question_id).values(blank))


def erase_household(connection: Connection, household_id: str) -> int:
    """Erase what concerns one household; return how many questions went with it."""
    mine = candidate_table.c.household == household_id
    connection.execute(delete(candidate_table).where(mine))
    other = exists().where(candidate_table.c.question == table.c.row)
    decided = and_(table.c.answer == SAME, table.c.household == household_id)
    return connection.execute(delete(table).where(or_(decided, ~other))).rowcount


def erase_expired(connection: Connection, today: str) -> int:
    """Erase rows that may no longer be used on a day; return how many."""
    return connection.execute(delete(table).where(table.c.expires < today)).rowcount


_SHOWN = (
    select(
        table, import_batch.c.file, import_batch.c.department, import_batch.c.dataset,
    )
    .join(import_batch, import_batch.c.n == table.c.batch)
    .where(import_batch.c.state == "done")
    .order_by(table.c.batch, table.c.position)
)  # fmt: skip


def _questions(
    connection: Connection, statement: Select[*tuple[object, ...]]
) -> tuple[Question, ...]:
    return tuple(_question(connection, row) for row in connection.execute(statement).all())


def _question(connection: Connection, row: AnyRow) -> Question:
    record = record_of(row.dataset, row.body)
    asked = Asked(row.position, record, _candidates(connection, row.row))
    return Question(
        row.row,
        row.batch,
        row.file,
        row.department,
        Dataset(row.dataset),
        record.source.as_of,
        asked,
        row.answer,
        row.household,
        row.member,
        row.answered_at,
        row.answered_by,
    )


def _candidates(connection: Connection, question_id: int) -> tuple[Candidate, ...]:
    table = candidate_table
    found = connection.execute(
        select(table).where(table.c.question == question_id).order_by(table.c.row)
    )
    return tuple(
        Candidate(KnownPerson(row.household, row.member, row.name, row.number), row.reason)
        for row in found
    )
