"""The line at the foot of the window, without Qt: what is only here, and the network."""

from dataclasses import dataclass
from enum import StrEnum

from caseworker_app.desktop.theme.tokens import Tone

_LATE_DAYS = 3


class Network(StrEnum):
    ALONE = "单机使用"
    OFFLINE = "离线，有网络时自动送达"
    ONLINE = "已联网"
    SENDING = "正在送达"


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
            return "没有只在本机的记录"
        age = f"最早 {self.oldest_days} 天前" if self.oldest_days else "都是今天的"
        return f"{self.waiting} 户只在本机，{age}"

    @property
    def tone(self) -> Tone:
        """Orange once the oldest is three days old: a laptop can be lost."""
        if not self.waiting:
            return Tone.GREEN
        return Tone.ORANGE if self.oldest_days >= _LATE_DAYS else Tone.GREY
