"""The line at the foot of the window, without Qt: what is only here, and the network."""

from dataclasses import dataclass
from enum import StrEnum

from caseworker_app.desktop.theme.tokens import Tone
from caseworker_app.desktop.tongue import tr

_LATE_DAYS = 3


class Network(StrEnum):
    ALONE = tr("单机使用")
    OFFLINE = tr("离线，有网络时自动送达")
    ONLINE = tr("已联网")
    SENDING = tr("正在送达")


@dataclass(frozen=True, slots=True)
class Status:
    """How many households are only on this laptop, since when, and the network."""

    waiting: int = 0
    oldest_days: int = 0
    """Age in days of the oldest of them."""
    network: Network = Network.ALONE
    person: str = ""

    @property
    def sentence(self) -> str:
        if not self.waiting:
            return tr("没有只在本机的记录")
        age = (
            tr("最早 {oldest_days} 天前", oldest_days=self.oldest_days)
            if self.oldest_days
            else tr("都是今天的")
        )
        return tr("{waiting} 户只在本机，{age}", waiting=self.waiting, age=age)

    @property
    def tone(self) -> Tone:
        """Orange once the oldest is three days old: a laptop can be lost."""
        if not self.waiting:
            return Tone.GREEN
        return Tone.ORANGE if self.oldest_days >= _LATE_DAYS else Tone.GREY
