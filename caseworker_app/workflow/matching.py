"""待判清单: rows without a good number, and a person's decision whom they are about."""

from caseworker_app.errors import RefusedError
from caseworker_app.rules.matching.authorisation import barred
from caseworker_app.rules.matching.people import KnownPerson
from caseworker_app.rules.matching.subject import about
from caseworker_app.store import audit, freshness, household as households, imports, question, visit
from caseworker_app.store.database import Connection
from caseworker_app.store.imports import KeptRow
from caseworker_app.store.question import NONE, SAME, Question
from caseworker_app.workflow import comparison
from caseworker_app.workflow.workspace import Workspace

__all__ = ["NONE", "SAME", "Question", "answered", "decide", "reopen", "waiting"]


def waiting(ws: Workspace) -> tuple[Question, ...]:
    """Return what nobody has decided yet, in the order of the files and their rows."""
    with ws.database.read() as connection:
        return question.open_ones(connection)


def answered(ws: Workspace) -> tuple[Question, ...]:
    """Return what was decided, the latest first."""
    with ws.database.read() as connection:
        return question.answered(connection)


def decide(ws: Workspace, question_id: int, whom: KnownPerson | None) -> None:
    """Decide whom a row is about: one of its candidates, or None for none of them.

    The row then counts like one with that person's number. Raises RefusedError where it is
    decided already, where the household's visit is sealed, or without an authorisation.
    """
    with ws.database.write() as connection:
        asked = question.load(connection, question_id)
        if asked.answer:
            raise RefusedError("这一条已有判定。要改判，请先撤回原来的判定。")
        if whom:
            _require_open(connection, ws, whom)
            batch = imports.load(connection, asked.batch)
            record = about(asked.asked.record, whom.number)
            kept = KeptRow(asked.asked.position, whom.household, record)
            imports.keep(connection, batch, (kept,), ws.at())
            freshness.renewed(connection, (whom.household,), asked.dataset, batch.n)
            freshness.compare_later(connection, (whom.household,))
        question.settle(connection, question_id, whom, ws.person.id, ws.at())
        _write_down(connection, ws, asked, whom)
    comparison.catch_up(ws)


def reopen(ws: Workspace, question_id: int) -> None:
    """Take a decision back; raises RefusedError where a sealed visit rests on it."""
    with ws.database.write() as connection:
        asked = question.load(connection, question_id)
        if asked.answer == SAME:
            if imports.sealed_since(connection, asked.household, asked.answered_at):
                raise RefusedError(
                    "该户的核查已封存，封存的记录以这一条为据，不能撤回判定。"
                    "判错的，请另起一次核查并写明理由。"
                )
            batch = imports.load(connection, asked.batch)
            imports.drop(connection, batch, asked.asked.position)
            freshness.no_longer_renewed(connection, batch.n)
            freshness.compare_later(connection, (asked.household,))
        if asked.answer:
            question.reopen(connection, question_id)
            detail = _place(asked)
            act, home = "match.reopened", asked.household
            audit.append(connection, ws.at(), ws.person.id, act, home, detail)
    comparison.catch_up(ws)


def _require_open(connection: Connection, ws: Workspace, whom: KnownPerson) -> None:
    visit_id = visit.of_household(connection, whom.household)
    if visit_id and visit.stage_of(connection, visit_id) in freshness.CLOSED:
        raise RefusedError("该户的核查已封存，不再收入新的数据。")
    declared = households.declaration(connection, whom.household)
    reason = barred(declared, whom.person, ws.clock.today())
    if reason:
        raise RefusedError(f"{whom.name}{reason}，不得收入其数据。请先补签核对授权书。")


def _write_down(
    connection: Connection, ws: Workspace, asked: Question, whom: KnownPerson | None
) -> None:
    act, home = ("match.joined", whom.household) if whom else ("match.rejected", "")
    detail = f"{_place(asked)}：{whom.person if whom else '都不是'}"
    audit.append(connection, ws.at(), ws.person.id, act, home, detail)


def _place(asked: Question) -> str:
    return f"{asked.file} 第 {asked.asked.position} 行"
