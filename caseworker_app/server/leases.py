"""使用期限: a laptop may be opened for some days after it was heard of last; revoked, no longer."""

from sqlalchemy import Connection, select

from caseworker_app.errors import UserError
from caseworker_app.server import audit, publishing, rights
from caseworker_app.server.central import LEASE_DAYS, Central, fact, remember
from caseworker_app.server.tables import OK, device
from caseworker_app.wire import lease as leases
from caseworker_app.wire.lease import Lease, Scope

LONGEST_DAYS = 90
_DAY = 24 * 3_600_000


def grant(connection: Connection, central: Central, device_id: str) -> Lease | None:
    """Return a fresh lease for a laptop; None for one that is revoked or unknown."""
    active = select(device.c.person).where(device.c.id == device_id, device.c.state == OK)
    person = connection.scalar(active)
    post = rights.post_of(connection, person) if person else None
    if person is None or post is None:
        return None
    now = central.clock()
    until = now + int(fact(connection, LEASE_DAYS)) * _DAY
    lease = Lease(
        device=device_id,
        person=person,
        at=now,
        not_after=until,
        policy_min=publishing.needed(connection, now),
        scope=Scope(post.role.value, post.area),
    )
    return leases.sign(lease, central.key)


def days(central: Central) -> int:
    """Return for how many days a lease is given."""
    with central.database.read() as connection:
        return int(fact(connection, LEASE_DAYS))


def set_days(central: Central, wanted: int, by: str) -> None:
    """Give leases of so many days from now on; those given stay. Raises UserError."""
    if not 1 <= wanted <= LONGEST_DAYS:
        raise UserError(
            f"使用期限不能是 {wanted} 天，没有改动。请填 1 到 {LONGEST_DAYS} 之间的天数。"
        )
    with central.database.write() as connection:
        remember(connection, LEASE_DAYS, str(wanted))
        audit.record(connection, central.clock(), by, "lease.set", "", f"{wanted} 天")
