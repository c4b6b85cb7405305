"""现场发现: written down, compared at once, asked of the office, answered at an exchange.

A fact, what it raises and the question it asks are one transaction.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from caseworker_app.errors import RefusedError
from caseworker_app.model.codes import AnswerState
from caseworker_app.model.discrepancy import Discrepancy
from caseworker_app.model.found import Found, FoundAnswer
from caseworker_app.model.register import RegisterSlice
from caseworker_app.model.values import Json
from caseworker_app.model.visit import Visit
from caseworker_app.rules.comparison.found import difference_of
from caseworker_app.rules.comparison.matching import match, may_be_asked
from caseworker_app.store import (
    audit,
    discrepancy as discrepancies,
    household as households,
    visit as visits,
)
from caseworker_app.store.database import Connection
from caseworker_app.wire import ask as asking
from caseworker_app.wire.ask import Ask, AskedHome
from caseworker_app.wire.units import flatten, to_json
from caseworker_app.workflow import rulebook
from caseworker_app.workflow.comparison import Basis, compare_known, compare_one
from caseworker_app.workflow.outgoing import ASKS, NewRecord, send
from caseworker_app.workflow.prefill import Known, newly_known
from caseworker_app.workflow.visit import OPEN
from caseworker_app.workflow.workspace import Workspace

_NOT_OURS = "本户已不由本机办理，没有查询。请联系办公室。"


@dataclass(frozen=True, slots=True)
class Findings:
    """A visit after a fact came, changed, went or was answered, with what it rests on now."""

    visit: Visit
    discrepancies: tuple[Discrepancy, ...]
    records: RegisterSlice


def put(ws: Workspace, visit_id: str, fact: Found, *, ask: bool) -> Findings:
    """Write down a fact, new or changed, and compare; return how the visit stands.

    With ``ask`` a question is queued for what the slice cannot answer. Another value, or another
    consent where the office refused, drops what was asked before. Raises RefusedError once
    somebody has signed.
    """
    with ws.database.write() as connection:
        visit = _unsigned(connection, visit_id)
        basis = _basis(connection, visit)
        before = next((f for f in visit.found or () if f.id == fact.id), None)
        if before and fact.outdates(before):
            fact = replace(fact, ask="", asked="", answer=None)
        fact = replace(fact, by=fact.by or ws.person.name, at=fact.at or ws.at())
        if ask and not fact.ask and _wants_answer(fact, basis, ws):
            fact = replace(fact, ask=ws.ids.new(), asked=ws.at())
            _queue(connection, ws, visit, fact)
        written = {_path(fact): to_json(fact)}
        visit = visits.record(connection, visit_id, written, ws.at(), ws.person.id)
        detail = f"{fact.kind.zh}，{'已提请查询' if fact.ask else '已比对'}"
        audit.append(connection, ws.at(), ws.person.id, "found.recorded", visit_id, detail)
        return _compared(connection, ws, visit, basis)


def remove(ws: Workspace, visit_id: str, found_id: str) -> Findings:
    """Take a fact away with the difference it made; the history keeps it, an answer finds nobody.

    Raises RefusedError once somebody has signed.
    """
    with ws.database.write() as connection:
        visit = _unsigned(connection, visit_id)
        for fact in [fact for fact in visit.found or () if fact.id == found_id]:
            gone: Mapping[str, Json] = {
                _path(fact): None,
                f"/explanations/#{difference_of(fact)}": None,
            }
            visit = visits.record(connection, visit_id, gone, ws.at(), ws.person.id)
            detail = fact.kind.zh
            audit.append(connection, ws.at(), ws.person.id, "found.removed", visit_id, detail)
        return _compared(connection, ws, visit, _basis(connection, visit))


def findings(ws: Workspace, visit_id: str) -> Findings:
    """Return how a visit stands in the store, for a screen an answer may have passed by."""
    with ws.database.read() as connection:
        visit = visits.load(connection, visit_id)
        home = visit.household.id
        raised, records = discrepancies.of(connection, home), households.records(connection, home)
        return Findings(visit, raised, records)


def take_answer(
    connection: Connection, ws: Workspace, household_id: str, rid: str, told: FoundAnswer
) -> bool:
    """Write the office's answer to the fact that asked it, in the caller's transaction.

    Returns False where no open visit waits for this answer, or it is here already.
    """
    visit_id = visits.of_household(connection, household_id)
    if visit_id is None or visits.stage_of(connection, visit_id) not in OPEN:
        return False
    visit = visits.load(connection, visit_id)
    fact = next((f for f in visit.found or () if f.ask == rid), None)
    if fact is None or fact.answer == told:
        return False
    answered: Mapping[str, Json] = {f"{_path(fact)}/answer": to_json(told)}
    visits.record(connection, visit.id, answered, ws.at(), ws.person.id)
    audit.append(connection, ws.at(), ws.person.id, "found.answered", visit.id, told.state.zh)
    return True


def take_refusal(connection: Connection, ws: Workspace, rid: str) -> None:
    """Note that the office kept a question without answering it: the household left this laptop."""
    told = FoundAnswer(AnswerState.REFUSED, _NOT_OURS, ws.at())
    for line in visits.in_progress(connection):
        take_answer(connection, ws, line.household, rid, told)


def compare_again(connection: Connection, ws: Workspace, household_id: str) -> None:
    """Compare a household anew, in the caller's transaction; what is new enters its open visit."""
    visit_id = visits.of_household(connection, household_id)
    if visit_id is None or visits.stage_of(connection, visit_id) not in OPEN:
        compare_one(connection, household_id, ws.pack, ws.clock.today())
    else:
        visit = visits.load(connection, visit_id)
        _compared(connection, ws, visit, _basis(connection, visit))


def _path(fact: Found) -> str:
    return f"/found/#{fact.id}"


def _unsigned(connection: Connection, visit_id: str) -> Visit:
    visit = visits.load(connection, visit_id)
    if visit.signatures and visit.stage in OPEN:
        raise RefusedError("已经有人签字，现场发现不能再改。请先在签字一步撤回签字，再补记。")
    return visit


def _wants_answer(fact: Found, basis: Basis, ws: Workspace) -> bool:
    matched = match(fact, basis.declaration, basis.records, ws.clock.today())
    return may_be_asked(fact, matched)


def _compared(connection: Connection, ws: Workspace, visit: Visit, basis: Basis) -> Findings:
    """Compare with what the visit found; what is new enters the visit."""
    home, records = visit.household.id, basis.records
    basis = replace(basis, found=visit.found or ())
    pack = rulebook.of_visit(connection, ws, visit.id)
    raised = compare_known(connection, home, basis, pack, ws.clock.today())
    added = newly_known(visit, Known(visit.household, basis.declaration, records, raised))
    if added:
        visit = visits.record(connection, visit.id, added, ws.at(), ws.person.id)
    return Findings(visit, raised, records)


def _basis(connection: Connection, visit: Visit) -> Basis:
    home = visit.household.id
    return Basis(households.declaration(connection, home), households.records(connection, home))


def _queue(connection: Connection, ws: Workspace, visit: Visit, fact: Found) -> None:
    """Put the question into the outbox; it goes with the next exchange, before the visit does."""
    home = visit.household
    question = Ask(
        household=AskedHome(home.id, home.region),
        visit=visit.id,
        kind=fact.kind,
        value=fact.value.strip()[: asking.MAX_VALUE],
        consent=fact.consent,
        why="；".join(filter(None, (fact.place, fact.note)))[: asking.MAX_WHY],
    )
    gen = households.version(connection, home.id).gen
    send(connection, ws, NewRecord(fact.ask, asking.FORM, flatten(question), gen), ASKS)
    audit.append(connection, ws.at(), ws.person.id, "found.asked", visit.id, fact.kind.zh)
