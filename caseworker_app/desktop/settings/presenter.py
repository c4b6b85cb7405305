"""What the settings show and ask, without Qt."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from caseworker_app.desktop.theme.tokens import LEAST_LARGE, SCALES
from caseworker_app.desktop.tongue import spoken, tr
from caseworker_app.desktop.unlock.presenter import new_faults as word_faults
from caseworker_app.rules.policy.changes import Change
from caseworker_app.settings import Settings

if TYPE_CHECKING:
    from caseworker_app.desktop.settings.licences import Licence

APPEARANCES = (("system", tr("跟随系统")), ("light", tr("浅色")), ("dark", tr("深色")))
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
    pack_source: str = ""
    """Where the pack in use comes from, in words."""
    published: tuple[str, ...] = ()
    """A line for each pack the office publishes."""


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
    offered = tuple((str(one), tr("{one} 分钟", one=one)) for one in known)
    return offered if now else (*offered, ("0", tr("不自动锁定")))


def trial_sentence(settings: Settings, seconds: int) -> str:
    """Return what is asked while a look is tried."""
    word = tr("长辈版 ") if settings.large_type else ""
    return tr(
        "现在是{word}{shown_scale}%。保留吗？{seconds} 秒后自动还原。",
        word=word,
        shown_scale=shown_scale(settings),
        seconds=seconds,
    )


def faults(old: str, new: str, again: str) -> Mapping[str, str]:
    """Return field → what is wrong; empty when the passphrase may be changed."""
    checks = {"old": "" if old else tr("请输入现在用的口令"), **word_faults(new, again)}
    if new and new == old:
        checks["new"] = tr("新口令和原来的一样，没有更改")
    return {field: fault for field, fault in checks.items() if fault}


def office_lines(facts: Facts) -> tuple[Line, ...]:
    """Return who works here and for which office."""
    who = (Line(tr("使用人"), facts.person), Line(tr("单位"), facts.unit))
    if facts.practice:
        return (*who, Line(tr("服务器"), tr("练习中不连接任何服务器")))
    if not facts.server:
        return (*who, Line(tr("服务器"), tr("未登记，单机使用；记录都在本机")))
    contact = facts.last_contact or tr("登记后还没有送达过")
    return (
        *who,
        Line(tr("服务器"), facts.server),
        Line(tr("登记状态"), tr("已登记")),
        Line(tr("最近联系"), contact),
        Line(tr("本机编号"), facts.device),
    )


def pack_lines(facts: Facts) -> tuple[Line, ...]:
    return (
        Line(tr("规则包"), facts.pack),
        Line(tr("有效期"), facts.pack_span),
        Line(tr("来源"), facts.pack_source),
        Line(tr("启用"), tr("{pack_since}起存于本机", pack_since=facts.pack_since)),
        Line(tr("摘要"), facts.pack_digest),
        *(Line(tr("办公室发布"), one) for one in facts.published),
    )


def about_lines(facts: Facts) -> tuple[Line, ...]:
    return (Line(tr("版本"), facts.version), Line(tr("数据位置"), facts.folder))


def change_lines(changes: Sequence[Change], *, every: bool) -> tuple[ChangeLine, ...]:
    """Return what changes in the rules, the first few unless all are asked for."""
    return tuple(_change(one) for one in (changes if every else changes[:_SOON]))


def changes_title(changes: Sequence[Change]) -> str:
    return tr("今后的变动（{n} 处）", n=len(changes)) if changes else tr("今后的变动：没有")


def has_more(changes: Sequence[Change]) -> bool:
    return len(changes) > _SOON


def day_zh(day: date) -> str:
    return tr("{year}年{month}月{day}日", year=day.year, month=day.month, day=day.day)


def _change(change: Change) -> ChangeLine:
    whose = tr("（{word}）", word=spoken(change.residence)) if change.residence else ""
    before, after = change.before or tr("无"), change.after or tr("无")
    return ChangeLine(
        tr("{day_zh}起", day_zh=day_zh(change.day)),
        tr(
            "{what}{whose}　{before} → {after}",
            what=change.what,
            whose=whose,
            before=before,
            after=after,
        ),
        change.basis,
    )
