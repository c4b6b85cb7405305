"""任职: what people are at the office for, and where. Itself a record in the log.

What a new post gives somebody to see counts as new from its place in the log on, a part at a
time, so that no page of changes becomes too large.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from sqlalchemy import Connection, select

from caseworker_app.errors import UserError
from caseworker_app.model.codes import OfficeRole, Tier
from caseworker_app.model.region import area_of, common
from caseworker_app.model.values import Json
from caseworker_app.rules.rights import Post, is_sound
from caseworker_app.server import audit, office, records, rights, sight
from caseworker_app.server.central import Central
from caseworker_app.server.tables import person, record

KIND = "post"
"""Of the records that say so."""
_PART = 50
"""Households that become new at one place in the log."""


class Worker(NamedTuple):
    """Somebody at the office, and what for."""

    id: str
    name: str
    unit: str
    post: Post


def post_from(role: str, area: str) -> Post:
    """Return the post a command or a list names; raises UserError for one there is not."""
    roles = {one.value: one for one in OfficeRole} | {one.zh: one for one in OfficeRole}
    if role not in roles:
        known = "、".join(f"{one.value}（{one.zh}）" for one in OfficeRole)
        raise UserError(f"没有“{role}”这个岗位。请从这些里选：{known}。")
    post = Post(roles[role], area_of(area))
    if not is_sound(post):
        raise UserError(
            f"辖区代码 {area} 不合“{post.role.zh}”的级别，没有改动。"
            "市级填 4 位，县级填 6 位，乡镇（街道）填 9 位，村（社区）填 12 位；"
            "调查人员可填县级、乡镇（街道）或村（社区）。"
        )
    return post


def usual(connection: Connection) -> Post:
    """Return the post of who is given none: visiting, where all of the office's households are."""
    regions = select(record.c.region).where(record.c.kind == records.HOUSEHOLD).distinct()
    return Post(OfficeRole.CASEWORKER, common(connection.scalars(regions))[: Tier.TOWNSHIP])


def workers(central: Central) -> tuple[Worker, ...]:
    """Return everybody who may work, or might, in the order of their ids."""
    with central.database.read() as connection:
        rows = connection.execute(select(person).order_by(person.c.id)).all()
    return tuple(
        Worker(row.id, row.name, row.unit, Post(OfficeRole(row.role), row.area)) for row in rows
    )


def appoint(central: Central, who: str, post: Post, by: str) -> None:
    """Give somebody a post from the next question on; raises UserError for nobody known."""
    with central.database.write() as connection:
        before = rights.post_of(connection, who)
        if before is None:
            raise UserError(f"没有编号为 {who} 的工作人员。请用 caseworker person list 查看编号。")
        if before == post:
            return
        change = person.update().where(person.c.id == who)
        connection.execute(change.values(role=post.role, area=post.area))
        parts = list(_parts(*sight.difference(connection, who, before, post)))
        for number, (part, seen) in enumerate(parts, 1):
            units: dict[str, Json] = {
                "/role": post.role.value,
                "/area": post.area,
                "/part": [number, len(parts)],
            }
            wish = office.Wish(f"{KIND}:{who}", post.area, KIND, "", units)
            seq = office.write(connection, central, wish, by)
            sight.note(connection, who, part, seq, seen=seen)
        said = f"{before.role.zh} {before.area} → {post.role.zh} {post.area}"
        audit.record(connection, central.clock(), by, "person.appointed", who, said)


def _parts(gained: Sequence[str], lost: Sequence[str]) -> Iterator[tuple[Sequence[str], bool]]:
    """Yield what is gained and lost in parts; what is lost comes first, and is one part."""
    yield lost, False
    for start in range(0, len(gained), _PART):
        yield gained[start : start + _PART], True
