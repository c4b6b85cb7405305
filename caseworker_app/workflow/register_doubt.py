"""待认领: rows without a good number, each beside the people on file it may mean."""

from collections.abc import Iterator
from dataclasses import dataclass

from caseworker_app.model import id_number
from caseworker_app.rules.matching.people import Candidate
from caseworker_app.store import household as households
from caseworker_app.store.database import Connection
from caseworker_app.workflow import matching, register_facts
from caseworker_app.workflow.matching import Question
from caseworker_app.workflow.workspace import Workspace

Facts = tuple[tuple[str, str], ...]
"""Heading and text, in the order shown."""


@dataclass(frozen=True, slots=True)
class OnFile:
    """A person on file whom a row may mean."""

    candidate: Candidate
    facts: Facts


@dataclass(frozen=True, slots=True)
class Doubt:
    """A row as sent, and whom it may mean."""

    question: Question
    sent: Facts
    people: tuple[OnFile, ...]


def waiting(ws: Workspace) -> tuple[Doubt, ...]:
    """Return what nobody has decided yet, in the order of the files and their rows."""
    return _beside(ws, matching.waiting(ws))


def answered(ws: Workspace) -> tuple[Doubt, ...]:
    """Return what was decided, the latest first."""
    return _beside(ws, matching.answered(ws))


def _beside(ws: Workspace, questions: tuple[Question, ...]) -> tuple[Doubt, ...]:
    with ws.database.read() as connection:
        return tuple(_doubt(connection, question) for question in questions)


def _doubt(connection: Connection, question: Question) -> Doubt:
    sent = tuple(register_facts.facts(question.dataset, question.asked.record))
    people = tuple(
        OnFile(one, tuple(_on_file(connection, one))) for one in question.asked.candidates
    )
    return Doubt(question, sent, people)


def _on_file(connection: Connection, candidate: Candidate) -> Iterator[tuple[str, str]]:
    whom = candidate.whom
    home = households.load(connection, whom.household)
    head = next((one.name for one in home.members if one.id == home.head_id), "")
    yield "身份证号码", whom.number
    born = id_number.birth(whom.number)
    if born:
        yield "出生日期", born.isoformat()
    yield "户主", head
    yield "救助证号", home.number
    yield "户籍地址", home.registered_address
    if home.living_address != home.registered_address:
        yield "现住址", home.living_address
