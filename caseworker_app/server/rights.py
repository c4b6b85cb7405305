"""The one place that lets or refuses: every endpoint and everything that comes in is asked here.

``rules.rights`` has the table; here is what it is asked by: posts, hands, areas as they are now.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import Connection, select

from caseworker_app.model.codes import OfficeRole
from caseworker_app.rules import rights
from caseworker_app.rules.rights import Act, Hands, Post, Reach, Tie
from caseworker_app.server.tables import assignment, person, record
from caseworker_app.wire.problem import ProblemError, ProblemType

ENDPOINTS: Mapping[str, Act] = {
    "/v1/hello": Act.GIVE,
    "/v1/ops": Act.GIVE,
    "/v1/receipts": Act.GIVE,
    "/v1/known": Act.GIVE,
    "/v1/have": Act.GIVE,
    "/v1/pack": Act.GIVE,
    "/v1/offset": Act.GIVE,
    "/v1/append": Act.GIVE,
    "/v1/changes": Act.READ,
    "/v1/paper": Act.READ,
    "/v1/numbers": Act.NUMBER,
    "/v1/manifest": Act.LEARN,
    "/v1/published": Act.LEARN,
    "/v1/assign": Act.ASSIGN,
    "/v1/jobs": Act.FOLLOW_JOBS,
}
"""What each endpoint is for; one that is not named here answers nobody."""

_QUIET = frozenset({Act.GIVE, Act.READ, Act.NUMBER})
"""Answered with nothing where a role has none of it: every laptop's exchange runs to its end."""


@dataclass(frozen=True, slots=True)
class Caller:
    """An enrolled laptop and the person it was enrolled for."""

    device: str
    person: str
    public: bytes
    active: bool
    """False once revoked: it may still give what it has, and reads nothing."""
    post: Post


def require(caller: Caller, act: Act) -> None:
    """Raise ``ProblemError`` where a laptop may not even ask."""
    if not caller.active and act is not Act.GIVE:
        raise ProblemError(ProblemType.REVOKED)
    if act not in _QUIET and rights.reach(caller.post.role, act) is Reach.NONE:
        raise ProblemError(ProblemType.NOT_ALLOWED)


def require_at(caller: Caller, path: str) -> None:
    """Raise ``ProblemError`` where a laptop may not ask an endpoint."""
    if path not in ENDPOINTS:
        raise ProblemError(ProblemType.NOT_ALLOWED)
    require(caller, ENDPOINTS[path])


def may(connection: Connection, caller: Caller, act: Act, household: str) -> bool:
    """Tell whether a laptop's person may do something with a household now."""
    tie = tie_of(connection, caller.person, household)
    return caller.active and rights.may(caller.post, act, tie)


def may_somebody(connection: Connection, who: str, act: Act, household: str) -> bool:
    """Tell the same of somebody who does not ask; of nobody known, no."""
    post = post_of(connection, who)
    return post is not None and rights.may(post, act, tie_of(connection, who, household))


def decides(caller: Caller, tie: Tie, hands: Hands) -> bool:
    """Tell whether a laptop's person decides a conflict: not about their own."""
    return (
        caller.active
        and rights.may(caller.post, Act.DECIDE, tie)
        and not rights.is_their_own(caller.post, caller.person, hands)
    )


def post_of(connection: Connection, who: str) -> Post | None:
    """Return somebody's post as it is now; None where nobody has this id."""
    row = connection.execute(select(person.c.role, person.c.area).where(person.c.id == who)).first()
    return row and Post(OfficeRole(row.role), row.area)


def tie_of(connection: Connection, who: str, household: str) -> Tie:
    """Return how somebody stands to a household now."""
    orders = select(assignment.c.ended).where(
        assignment.c.household == household, assignment.c.person == who
    )
    ended = connection.scalars(orders).all()
    home = select(record.c.region).where(record.c.rid == household)
    return Tie(connection.scalar(home) or "", holds=None in ended, held=bool(ended))
