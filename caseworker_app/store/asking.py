"""Open visits in which the office was asked about something and has not answered yet."""

from sqlalchemy import Select, exists, func, select

from caseworker_app.store.freshness import CLOSED
from caseworker_app.store.tables import household, visit_unit

_NOT_ASKED = b'""'


def households() -> Select[str]:
    """Return the select of the households that wait for an answer."""
    asked, answered = visit_unit.alias("asked"), visit_unit.alias("answered")
    stem = func.substr(asked.c.path, 1, func.length(asked.c.path) - len("ask"))
    answer = exists().where(
        answered.c.visit == asked.c.visit, answered.c.path == stem.concat("answer/state")
    )
    return (
        select(household.c.id)
        .join(asked, asked.c.visit == household.c.visit_id)
        .where(
            household.c.stage.not_in(CLOSED),
            asked.c.path.between("/found/#", "/found/$"),
            asked.c.path.like("/found/#%/ask"),
            asked.c.value != _NOT_ASKED,
            ~answer,
        )
    )
