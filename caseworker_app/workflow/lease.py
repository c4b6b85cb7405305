"""使用期限: an enrolled laptop opens until the day its office said; then it only delivers.

Nothing is wiped. A laptop that works alone, or whose office gives no lease, has none and is
never locked.
"""

from dataclasses import dataclass
from datetime import datetime

from caseworker_app.errors import LeaseOverError
from caseworker_app.model.values import civil, instant
from caseworker_app.store import lease as leases
from caseworker_app.store.database import Connection
from caseworker_app.store.lease import KeptLease
from caseworker_app.wire.lease import Lease, genuine
from caseworker_app.workflow.workspace import Clock, Workspace

WARN_DAYS = 3
"""Days before the end from which one is warned."""
_DAY = 24 * 3_600_000


@dataclass(frozen=True, slots=True)
class Standing:
    """A lease against the time; instants in milliseconds UTC."""

    not_after: int
    sure: int
    """What the time is at least, whatever the wall clock says."""
    wall: int

    @property
    def is_over(self) -> bool:
        return max(self.sure, self.wall) > self.not_after

    @property
    def days_left(self) -> int:
        """Whole days left, rounded up."""
        return -((max(self.sure, self.wall) - self.not_after) // _DAY)

    @property
    def sentence(self) -> str:
        """What to do about it; empty while there is time."""
        day = f"{_local(self.not_after):%Y-%m-%d}"
        if not self.is_over:
            near = self.not_after - max(self.sure, self.wall) <= WARN_DAYS * _DAY
            left = f"本机使用期限还剩{self.days_left}天（{day}到期），请联网送达一次续期。"
            return left if near else ""
        told = (
            f"本机使用期限已于 {day} 到期，资料已锁定，没有丢失。"
            "请联网送达一次，或用U盘送达并收回回执包，续期后即可打开；不能续期请联系管理员。"
        )
        if self.sure > self.not_after:
            return told
        return f"{told}电脑时间现为 {_local(self.wall):%Y-%m-%d %H:%M}，如果不对，请先改正。"


def take(connection: Connection, ws: Workspace, office: bytes, lease: Lease | None) -> None:
    """Keep a lease that is newer, of this office and for this laptop; another changes nothing.

    ``office`` is the office's public key, raw.
    """
    kept = leases.load(connection)
    if lease is None or not genuine(lease, office, ws.device.id):
        return
    if kept is None or lease.at > kept.lease.at:
        leases.put(connection, lease, *ws.clock.uptime())


def standing(connection: Connection, clock: Clock) -> Standing | None:
    """Return how the lease stands; None for a laptop that has none."""
    kept = leases.load(connection)
    if kept is None:
        return None
    sure = max(_since_contact(kept, clock), leases.newest(connection, kept))
    return Standing(kept.lease.not_after, sure, int(clock.now().timestamp() * 1000))


def is_fresh(connection: Connection, clock: Clock) -> bool:
    """Tell whether the lease is of today: an older one is worth asking for another."""
    kept, found = leases.load(connection), standing(connection, clock)
    return bool(kept and found and max(found.sure, found.wall) < kept.lease.at + _DAY)


def require(connection: Connection, clock: Clock) -> None:
    """Raise LeaseOverError where the lease is over."""
    found = standing(connection, clock)
    if found is not None and found.is_over:
        raise LeaseOverError(found.sentence)


def _since_contact(kept: KeptLease, clock: Clock) -> int:
    """Return the office's time when it gave the lease, and what the machine ran since."""
    boot, uptime = clock.uptime()
    same = boot == kept.boot and uptime >= kept.uptime
    return kept.lease.at + (uptime - kept.uptime if same else uptime)


def _local(at: int) -> datetime:
    return civil(instant(at))
