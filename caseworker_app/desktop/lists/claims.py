"""待认领: rows without a good number, and whom a person says they are about. Without Qt."""

from dataclasses import dataclass

from caseworker_app.desktop.faces import Cell, ChipFace, Column, Shape
from caseworker_app.desktop.step import words
from caseworker_app.desktop.theme.tokens import Tone
from caseworker_app.desktop.tongue import tr
from caseworker_app.rules.matching.people import KnownPerson
from caseworker_app.workflow.matching import SAME
from caseworker_app.workflow.register_doubt import Doubt, Facts

MOST = 9
"""Candidates that can be chosen by a digit."""

COLUMNS = (
    Column(tr("名单"), 110, gives_way=2, grows=1),
    Column(tr("行"), 56, gives_way=1, right=True, grows=0),
    Column(tr("名单上的人"), 100, grows=2),
    Column(tr("名单上的号码"), 178, grows=1),
)


@dataclass(frozen=True, slots=True)
class PersonFace:
    """A candidate: the digit that chooses it, what is on file, why it may be meant."""

    digit: str
    name: str
    reason: str
    facts: Facts
    chosen: bool


@dataclass(frozen=True, slots=True)
class DoubtFace:
    """One row and whom it may mean."""

    title: str
    line: str
    sent: Facts
    people: tuple[PersonFace, ...]
    decided: str
    """What was decided, by whom and when; empty while nothing was."""


def cells(one: Doubt) -> tuple[Cell, ...]:
    """Return one cell for each of ``COLUMNS``."""
    number = _sent(one, "号码")
    return (
        Cell(one.question.dataset.zh),
        Cell(f"{one.question.asked.position}", right=True),
        Cell(_sent(one, "姓名", "所有人", "权利人") or tr("（没有姓名）"), strong=True),
        Cell(number or tr("（没有号码）")),
    )


def face(one: Doubt) -> DoubtFace:
    question = one.question
    chosen = (question.household, question.person) if question.answer == SAME else None
    return DoubtFace(
        tr("名单第 {position} 行", position=question.asked.position),
        tr(
            "{word} · {department} · 截至 {day}",
            word=question.dataset.zh,
            department=question.department,
            day=words.day(question.as_of),
        ),
        one.sent,
        tuple(
            PersonFace(
                str(at) if at <= MOST else "",
                known.candidate.whom.name,
                known.candidate.reason,
                known.facts,
                (known.candidate.whom.household, known.candidate.whom.person) == chosen,
            )
            for at, known in enumerate(one.people, start=1)
        ),
        _decided(one),
    )


def whom(one: Doubt, digit: int) -> KnownPerson | None:
    """Return the candidate of a digit, None for 0: none of them; raises LookupError beyond."""
    if digit == 0:
        return None
    return one.people[digit - 1].candidate.whom


def told(one: Doubt, digit: int) -> str:
    """Return what was decided just now, as a sentence."""
    row = tr(
        "{word}第 {position} 行", word=one.question.dataset.zh, position=one.question.asked.position
    )
    person = whom(one, digit)
    if person is None:
        return tr("已认定：{row}都不是本机各户的人。", row=row)
    return tr(
        "已认定：{row}是 {name}（{number}）。", row=row, name=person.name, number=person.number
    )


def state(one: Doubt) -> ChipFace:
    if not one.question.answer:
        return ChipFace(tr("待认领"), Tone.ORANGE, Shape.SQUARE)
    same = one.question.answer == SAME
    return (
        ChipFace(tr("是此人"), Tone.GREEN, Shape.TICK)
        if same
        else ChipFace(tr("都不是"), Tone.GREY, Shape.RING)
    )


def _decided(one: Doubt) -> str:
    if not one.question.answer:
        return ""
    return f"{state(one).text} · {words.written(one.question.answered_at)}"


def _sent(one: Doubt, *endings: str) -> str:
    """Return the first thing sent whose heading ends so."""
    return next((text for name, text in one.sent if name.endswith(endings)), "")
