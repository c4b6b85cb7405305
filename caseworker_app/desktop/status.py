"""The line at the foot of the window, without Qt: what is only here, and the network."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import TYPE_CHECKING

from caseworker_app.desktop.theme.tokens import Tone
from caseworker_app.desktop.tongue import tr
from caseworker_app.model.values import CHINA

if TYPE_CHECKING:
    from caseworker_app.workflow.outgoing import DeliveryStatus
    from caseworker_app.workflow.workspace import Workspace

URGENT_DAYS = 3
"""Days after which to deliver what is only on one laptop is urgent."""


class Network(StrEnum):
    ALONE = tr("单机使用")
    OFFLINE = tr("离线，有网络时自动送达")
    FAILED = tr("上次没有送成，请到“送达”再送一次看原因")
    ONLINE = tr("已联网")
    SENDING = tr("正在送达")


@dataclass(frozen=True, slots=True)
class Status:
    """How many records and questions are only on this laptop, since when, and the network."""

    waiting: int = 0
    oldest_days: int = 0
    """Calendar days since the oldest of them was made."""
    network: Network = Network.ALONE
    person: str = ""
    notices: tuple[str, ...] = ()
    """That the lease ends soon, that the computer's time is wrong: said before all else."""

    @property
    def sentence(self) -> str:
        return " ".join((*self.notices, self._waiting))

    @property
    def _waiting(self) -> str:
        if not self.waiting:
            return tr("没有只在本机的记录")
        age = oldest(self.oldest_days)
        return tr("{waiting} 份只在本机，{age}", waiting=self.waiting, age=age)

    @property
    def tone(self) -> Tone:
        """Orange with a notice, once the oldest is three days old: a laptop can be lost.

        Also where delivering failed and waiting for a network does not help.
        """
        if self.notices or self.network is Network.FAILED:
            return Tone.ORANGE
        if not self.waiting:
            return Tone.GREEN
        return Tone.ORANGE if self.oldest_days >= URGENT_DAYS else Tone.GREY


def status_of(found: "DeliveryStatus", network: Network, ws: "Workspace") -> Status:
    """Return the line of what a look at the store found."""
    age = days_since(found.oldest, ws.clock.now())
    return Status(found.waiting, age, network, ws.person.name, found.notices)


def days_since(instant: datetime | None, now: datetime) -> int:
    """Return how many calendar days ago an instant was; 0 for today, and for none."""
    return (_day(now) - _day(instant)).days if instant else 0


def oldest(days: int) -> str:
    """Return how long ago the oldest was, in words."""
    return tr("最早 {days} 天前", days=days) if days else tr("都是今天的")


def _day(instant: datetime) -> date:
    return instant.astimezone(CHINA).date()
