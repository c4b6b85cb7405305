"""What the door asks and answers, without Qt."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from caseworker_app.desktop.tongue import tr
from caseworker_app.desktop.unlock.strength import SHORTEST

if TYPE_CHECKING:  # it loads the store
    from caseworker_app.desktop.delivery.presenter import DeliveryActions

__all__ = ["SHORTEST", "FirstRun", "UnlockActions", "faults", "new_faults", "waiting_sentence"]


@dataclass(frozen=True, slots=True)
class FirstRun:
    """What is asked once, when an installation is set up."""

    passphrase: str
    again: str
    alone: bool
    name: str = ""
    unit: str = ""
    server: str = ""
    slip: str = ""
    """The text of the office's enrolment slip."""


@dataclass(frozen=True, slots=True)
class UnlockActions:
    """The use cases of the door, on the database thread; both return the opened workspace.

    They raise CaseworkError with the sentence to show.
    """

    unlock: Callable[[str], object]
    create: Callable[[FirstRun], object]
    waiting: Callable[[], int]
    """Seconds until the next try is allowed."""
    to_deliver: "Callable[[str], DeliveryActions] | None" = None
    """By the passphrase: what is left once the lease is over."""


def faults(asked: FirstRun) -> Mapping[str, str]:
    """Return field → what is wrong with it and what to do; empty when all is well."""
    fresh = new_faults(asked.passphrase, asked.again)
    checks = {"passphrase": fresh["new"], "again": fresh["again"]}
    if asked.alone:
        checks["name"] = "" if asked.name.strip() else tr("请填写姓名，它会印在核查表上")
        checks["unit"] = "" if asked.unit.strip() else tr("请填写单位，它会印在核查表上")
    else:
        checks["server"] = _server(asked.server)
        checks["slip"] = "" if asked.slip.strip() else tr("请粘贴办公室发的登记单全文")
    return {field: fault for field, fault in checks.items() if fault}


def new_faults(new: str, again: str) -> Mapping[str, str]:
    """Return what is wrong with a new passphrase; empty sentences where nothing is."""
    same = again == new
    return {
        "new": _passphrase(new),
        "again": "" if same else tr("两次输入的口令不一样，请重新输入"),
    }


def waiting_sentence(seconds: int) -> str:
    """Return how long the next try has to wait, or nothing."""
    if seconds <= 0:
        return ""
    minutes, rest = divmod(seconds, 60)
    left = (
        tr("{minutes} 分 {rest:02d} 秒", minutes=minutes, rest=rest)
        if minutes
        else tr("{rest} 秒", rest=rest)
    )
    return tr("口令连续输错，还要等 {left} 才能再试", left=left)


def _passphrase(text: str) -> str:
    if len(text) < SHORTEST:
        return tr("口令至少 {SHORTEST} 个字符，现为 {n} 个", SHORTEST=SHORTEST, n=len(text))
    return tr("口令不能全是同一个字符") if len(set(text)) == 1 else ""


def _server(text: str) -> str:
    from urllib.parse import urlsplit  # noqa: PLC0415  # 3 ms that only the first run needs

    parts = urlsplit(text.strip())
    if parts.scheme not in ("https", "http") or not parts.hostname:
        return tr("请填写完整地址，如 https://dibao.example.gov.cn")
    return ""
