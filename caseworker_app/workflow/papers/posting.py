"""村社公示: one notice for the households of a village whose determination is to be made public.

Which they are follows from the way of each outcome. Where the law asks for no notice the place
may: such households are offered too, and a person says.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from caseworker_app.documents import form as forms
from caseworker_app.errors import UserError
from caseworker_app.model.codes import Action
from caseworker_app.model.values import Fen, Json
from caseworker_app.rules.procedure.papers import (
    OPINION_POSTED,
    POSTED,
    POSTED_FROM,
    POSTED_UNTIL,
    POSTING,
    PUBLICITY_OVER,
    posts,
)
from caseworker_app.rules.procedure.way import State, WayStep
from caseworker_app.store import household as households, paper_draft as drafts, visit as visits
from caseworker_app.store.database import Connection
from caseworker_app.workflow.papers import law, listing, opening, writing
from caseworker_app.workflow.papers.case import Case
from caseworker_app.workflow.papers.notice import line_of
from caseworker_app.workflow.papers.told import Draft
from caseworker_app.workflow.workspace import Workspace

_TO_DO = frozenset({State.NEXT, State.OPEN})


@dataclass(frozen=True, slots=True)
class Due:
    """A household that can be put on a notice."""

    household: str
    visit: str
    number: str
    """救助证号, for the office alone."""
    name: str
    """As the notice shows it."""
    people: int
    monthly: Fen
    action: Action
    required: bool
    """The law asks for it now; otherwise only the place may."""


def acts() -> tuple[str, ...]:
    """Return both acts of a notice, the opinion posted and the decision published."""
    return forms.read(POSTING).entry(POSTED).choices


def villages(ws: Workspace) -> tuple[str, ...]:
    """Return the villages with a household whose visit is sealed, in order."""
    with ws.database.read() as connection:
        return tuple(dict.fromkeys(village for _, _, village in visits.standing(connection)))


def due(ws: Workspace, village: str, act: str) -> tuple[Due, ...]:
    """Return the households of a village that can be on a notice of an act, by 救助证号.

    Those that are on a standing one of the same act are left out; so are those whose opinion
    still has to hang before the decision is published.
    """
    step = posts({POSTED: [act]})
    with ws.database.read() as connection:
        return tuple(
            one
            for home, visit, where in visits.standing(connection)
            if where == village
            for one in _due(connection, opening.opened(connection, ws, home, visit), step)
        )


def post(ws: Workspace, act: str, homes: Sequence[tuple[str, str]]) -> Draft:
    """Return the draft of a notice for households with their visits, the first one leading it.

    The draft the first one leads already is taken up and lists these from now. Raises UserError
    without a household, for those of two villages, and for one that is on another draft.
    """
    if not homes:
        raise UserError("名单上还没有户。请先勾选要公示的户。")
    (first, visit), *rest = dict(homes).items()
    with ws.database.write() as connection:
        if len({households.load(connection, home).village for home, _ in homes}) > 1:
            raise UserError("一份公示单只列一个村（社区）的户。请分村办理。")
        row = writing.begun(connection, ws, (POSTING, first, visit, ""))
        _require_alone(connection, row.id, [first, *(home for home, _ in rest)])
        drafts.enlist(connection, row.id, rest)
        drafts.write(
            connection, row.id, _proposed(opening.opened(connection, ws, first, visit), act)
        )
        return writing.told(connection, writing.loaded(connection, ws, row.id))


def _due(connection: Connection, case: Case, step: str) -> Iterator[Due]:
    way = {one.code: one for one in law.ahead(connection, case)}
    line, visit, decided = line_of(case), case.visit, case.determination
    if line is None or visit is None or decided is None or not _is_open(way, step):
        return
    yield Due(
        household=case.household.id,
        visit=visit.id,
        number=case.household.number,
        name=line.name,
        people=line.people,
        monthly=line.monthly,
        action=decided.action,
        required=way[step].state in _TO_DO,
    )


def _is_open(way: dict[str, WayStep], step: str) -> bool:
    """Tell whether a step is part of a way, not done, and no opinion hangs or has to before it."""
    if step not in way or way[step].state is State.DONE:
        return False
    return step == OPINION_POSTED or not _hangs(way)


def _hangs(way: dict[str, WayStep]) -> bool:
    posted, over = (
        way[code].state if code in way else None for code in (OPINION_POSTED, PUBLICITY_OVER)
    )
    return over in _TO_DO or (posted is State.DONE and over is not State.DONE)


def _require_alone(connection: Connection, draft_id: str, homes: Sequence[str]) -> None:
    """Raise UserError where a household is on another notice that is being written."""
    leads = drafts.get(connection, draft_id).household == homes[0]
    for home in homes:
        drawn = {row.id for row in drafts.of_household(connection, home) if row.form == POSTING}
        if not leads or drawn - {draft_id}:
            name = households.load(connection, home).head.name
            raise UserError(
                f"{name}户在另一份没有写完的公示单上。"
                "请到该户的文书里写完或者丢弃那一份，再列名单。"
            )


def _proposed(case: Case, act: str) -> dict[str, Json]:
    """Return the act, and from when until when the opinion hangs; the person may change both."""
    told: dict[str, Json] = {POSTED: [act], POSTED_FROM: case.day.isoformat()}
    if posts(told) == OPINION_POSTED:
        told[POSTED_UNTIL] = listing.term(case, case.day).isoformat()
    return told
