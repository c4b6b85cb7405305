"""What the settings show and ask, without Qt."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from caseworker_app.desktop.theme.tokens import LEAST_LARGE, SCALES
from caseworker_app.desktop.unlock.presenter import new_faults as word_faults
from caseworker_app.rules.policy.changes import Change
from caseworker_app.settings import Settings

if TYPE_CHECKING:
    from caseworker_app.desktop.settings.licences import Licence

APPEARANCES = (("system", "跟随系统"), ("light", "浅色"), ("dark", "深色"))
_MINUTES = (1, 3, 5, 10, 15, 30)
_SOON = 3
"""Changes of the rules shown before the rest is asked for."""


@dataclass(frozen=True, slots=True)
class Facts:
    """What this laptop is: whose, whose server, by which rules, where its data lie."""

    person: str
    unit: str
    server: str
    """Empty while working alone."""
    device: str
    last_contact: str
    """Day and time in words; empty before the first."""
    pack: str
    pack_span: str
    pack_since: str
    pack_digest: str
    changes: tuple[Change, ...]
    folder: str
    version: str
    practice: bool = False


@dataclass(frozen=True, slots=True)
class SettingsActions:
    """``facts``, ``change_passphrase`` and ``licences`` go through ``Tasks.on_database``."""

    now: Callable[[], Settings]
    put: Callable[[Settings], None]
    try_look: Callable[[Settings], None]
    keep: Callable[[], None]
    take_back: Callable[[], None]
    seconds_left: Callable[[], int]
    """Of a look that is tried; 0 where none is."""
    facts: Callable[[], Facts]
    change_passphrase: Callable[[str, str], None]
    licences: Callable[[], Sequence["Licence"]]
    tour: Callable[[], None]
    practice: Callable[[], None] | None
    """Goes to the practice township; None where there is none to go to."""


@dataclass(frozen=True, slots=True)
class Line:
    """A fact with its name."""

    name: str
    text: str


@dataclass(frozen=True, slots=True)
class ChangeLine:
    day: str
    text: str
    basis: str


def scales(large: bool) -> tuple[tuple[str, str], ...]:  # noqa: FBT001  # the one thing it depends on
    """Return the sizes on offer: in 长辈版 only those that are large."""
    least = LEAST_LARGE if large else SCALES[0]
    return tuple((str(scale), f"{scale}%") for scale in SCALES if scale >= least)


def shown_scale(settings: Settings) -> int:
    """Return the size in force, which in 长辈版 is never small."""
    return max(settings.scale, LEAST_LARGE) if settings.large_type else settings.scale


def minutes(now: int) -> tuple[tuple[str, str], ...]:
    """Return the terms on offer; one set elsewhere is offered as well."""
    known = sorted({*_MINUTES, now} - {0})
    offered = tuple((str(one), f"{one} 分钟") for one in known)
    return offered if now else (*offered, ("0", "不自动锁定"))


def trial_sentence(settings: Settings, seconds: int) -> str:
    """Return what is asked while a look is tried."""
    word = "长辈版 " if settings.large_type else ""
    return f"现在是{word}{shown_scale(settings)}%。保留吗？{seconds} 秒后自动还原。"


def faults(old: str, new: str, again: str) -> Mapping[str, str]:
    """Return field → what is wrong; empty when the passphrase may be changed."""
    checks = {"old": "" if old else "请输入现在用的口令", **word_faults(new, again)}
    if new and new == old:
        checks["new"] = "新口令和原来的一样，没有更改"
    return {field: fault for field, fault in checks.items() if fault}


def office_lines(facts: Facts) -> tuple[Line, ...]:
    """Return who works here and for which office."""
    who = (Line("使用人", facts.person), Line("单位", facts.unit))
    if facts.practice:
        return (*who, Line("服务器", "练习中不连接任何服务器"))
    if not facts.server:
        return (*who, Line("服务器", "未登记，单机使用；记录都在本机"))
    contact = facts.last_contact or "登记后还没有送达过"
    return (
        *who,
        Line("服务器", facts.server),
        Line("登记状态", "已登记"),
        Line("最近联系", contact),
        Line("本机编号", facts.device),
    )


def pack_lines(facts: Facts) -> tuple[Line, ...]:
    return (
        Line("规则包", facts.pack),
        Line("有效期", facts.pack_span),
        Line("启用", f"{facts.pack_since}起存于本机"),
        Line("摘要", facts.pack_digest),
    )


def about_lines(facts: Facts) -> tuple[Line, ...]:
    return (Line("版本", facts.version), Line("数据位置", facts.folder))


def change_lines(changes: Sequence[Change], *, every: bool) -> tuple[ChangeLine, ...]:
    """Return what changes in the rules, the first few unless all are asked for."""
    return tuple(_change(one) for one in (changes if every else changes[:_SOON]))


def changes_title(changes: Sequence[Change]) -> str:
    return f"今后的变动（{len(changes)} 处）" if changes else "今后的变动：没有"


def has_more(changes: Sequence[Change]) -> bool:
    return len(changes) > _SOON


def day_zh(day: date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"


def _change(change: Change) -> ChangeLine:
    whose = f"（{change.residence.zh}）" if change.residence else ""
    before, after = change.before or "无", change.after or "无"
    return ChangeLine(
        f"{day_zh(change.day)}起", f"{change.what}{whose}　{before} → {after}", change.basis
    )
