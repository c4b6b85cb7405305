"""What a person sees: which households by post and hands, since which place in the log.

A household somebody no longer sees leaves their laptop as one that was handed over does.
"""

from collections.abc import Collection

from sqlalchemy import (
    ColumnElement,
    Connection,
    Select,
    and_,
    case,
    delete,
    false,
    func,
    select,
)

from caseworker_app.model.codes import OfficeRole
from caseworker_app.rules import rights
from caseworker_app.rules.rights import Act, Post, Reach, Tie
from caseworker_app.server.database import among, put_all
from caseworker_app.server.records import HOUSEHOLD
from caseworker_app.server.tables import assignment, person, record, sight

Homes = Select[tuple[str, int, int]]
"""Each household, the place in the log from which on it is seen, and that of its own record."""


def homes(who: str, post: Post) -> Homes:
    """Return the households somebody sees in a post."""
    reach = rights.reach(post.role, Act.READ)
    given: ColumnElement[int] = func.coalesce(sight.c.seq, 0)
    told = and_(sight.c.household == record.c.rid, sight.c.person == who)
    lies_in = record.c.region.startswith(post.area, autoescape=True) if post.area else false()
    if reach is Reach.HELD:
        order = and_(assignment.c.household == record.c.rid, assignment.c.person == who)
        found = record.join(assignment, order).outerjoin(sight, told)
        since = later(assignment.c.seq, given)
        lies_in = and_(lies_in, assignment.c.ended.is_(None))
    else:
        found = record.outerjoin(sight, told)
        since = given
    seen = select(record.c.rid.label("home"), since.label("since"), record.c.seq.label("filed"))
    reached = lies_in if reach in {Reach.HELD, Reach.AREA} else false()
    return seen.select_from(found).where(record.c.kind == HOUSEHOLD, reached)


def moved(connection: Connection, household: str, regions: tuple[str, str], seq: int) -> None:
    """Note who sees a household from ``seq`` on, and who no more, when its region changes."""
    before, after = regions
    orders = select(assignment.c.person).where(
        assignment.c.household == household, assignment.c.ended.is_(None)
    )
    holders = set(connection.scalars(orders))
    for row in connection.execute(select(person.c.id, person.c.role, person.c.area)).all():
        post, holds = Post(OfficeRole(row.role), row.area), row.id in holders
        saw, sees = (
            rights.may(post, Act.READ, Tie(region, holds=holds, held=holds))
            for region in (before, after)
        )
        if saw != sees:
            note(connection, row.id, [household], seq, seen=sees)


def difference(
    connection: Connection, who: str, before: Post, after: Post
) -> tuple[list[str], list[str]]:
    """Return the households somebody sees only in the new post, and only in the old one."""
    saw, sees = ({row.home for row in connection.execute(homes(who, p))} for p in (before, after))
    return sorted(sees - saw), sorted(saw - sees)


def note(
    connection: Connection, who: str, households: Collection[str], seq: int, *, seen: bool
) -> None:
    """Write down that somebody sees some households from a place in the log on, or no more."""
    known = and_(sight.c.person == who, among(connection, sight.c.household, households))
    connection.execute(delete(sight).where(known))
    rows = [{"person": who, "household": h, "seq": seq, "seen": seen} for h in households]
    put_all(connection, sight, rows)


def later(one: ColumnElement[int], other: ColumnElement[int]) -> ColumnElement[int]:
    """Return the greater of two places in the log."""
    return case((one > other, one), else_=other)
