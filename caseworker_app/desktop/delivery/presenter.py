"""What only this laptop holds, how far the delivery is, what the centre confirmed."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from pathlib import Path
from typing import NamedTuple

from caseworker_app.desktop.delivery.rule_words import SILENT, RulesView, came, rules_view
from caseworker_app.desktop.faces import ChipFace, Shape
from caseworker_app.desktop.status import URGENT_DAYS, days_since
from caseworker_app.desktop.step import words
from caseworker_app.desktop.theme.tokens import Tone
from caseworker_app.desktop.tongue import tr
from caseworker_app.workflow.carrying import Carried
from caseworker_app.workflow.delivery import Delivered, Progress
from caseworker_app.workflow.handover import Leaving
from caseworker_app.workflow.outgoing import RECENT, DeliveryStatus, Parcel
from caseworker_app.workflow.rule_update import NOTHING, RuleNews

_HELD = "held"
"""State of a parcel whose receipt was checked."""
_NAMED = 3
"""Heads told by name."""


@dataclass(frozen=True, slots=True)
class DeliveryActions:
    """The use cases of delivery; ``deliver`` goes through ``Tasks.on_network``."""

    status: Callable[[], DeliveryStatus]
    parcels: Callable[[], tuple[Parcel, ...]]
    deliver: Callable[[Callable[[Progress], None]], Delivered]
    export: Callable[[Path, Callable[[Progress], None]], Carried]
    """Writes what waits into a file for a stick; on the same thread."""
    take: Callable[[Path], Delivered]
    """Takes the office's answer from a file; on the same thread."""
    now: Callable[[], datetime]
    to_decide: Callable[[], int] = int
    """How many decisions wait here."""
    leaving: Callable[[], tuple[Leaving, ...]] = tuple
    rules: Callable[[], RuleNews] = lambda: NOTHING
    change_over: Callable[[str], object] = lambda _visit: None
    """Lets a visit go on by the rules that hold by now; goes through ``Tasks.on_database``."""


class Seen(NamedTuple):
    """What one look at the store found."""

    status: DeliveryStatus
    parcels: tuple[Parcel, ...]
    to_decide: int = 0
    leaving: tuple[Leaving, ...] = ()
    rules: RuleNews = NOTHING


class Help(Enum):
    """What helps with something that did not go well."""

    AGAIN = "again"
    OPEN = "open"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class BadRow:
    """Something that did not go well, why, and what helps."""

    title: str
    cause: str
    ask: str
    """What to tell the administrator, or ""."""
    help: Help
    household: str


@dataclass(frozen=True, slots=True)
class ParcelRow:
    visit_id: str
    head: str
    number: str
    sealed: str
    size: str
    state: ChipFace
    backup: ChipFace | None
    """That the office has it in a verified backup too."""
    receipt: str


@dataclass(frozen=True, slots=True)
class DeliveryView:
    headline: str
    line: str
    urgent: bool
    """Something has been waiting for long."""
    rows: tuple[ParcelRow, ...]
    rest: str
    """That more were delivered than are listed, or ""."""
    can_deliver: bool
    notices: tuple[str, ...] = ()
    """What is wrong with the clock or the lease, and what to do."""
    to_decide: str = ""
    """How many decisions wait, in words, or ""."""
    bad: tuple[BadRow, ...] = ()
    leaving: tuple[str, ...] = ()
    """A sentence for each household somebody else has by now."""
    rules: RulesView = SILENT


@dataclass(frozen=True, slots=True)
class ProgressView:
    text: str
    done: int
    total: int


class DeliveryPresenter:
    """Holds what the last look at the store said; the page asks anew after each delivery."""

    def __init__(self, actions: DeliveryActions) -> None:
        self.actions = actions
        self._status: DeliveryStatus | None = None
        self._parcels: tuple[Parcel, ...] = ()
        self._to_decide = 0
        self._leaving: tuple[Leaving, ...] = ()
        self._rules = NOTHING
        self.is_running = False

    def look(self) -> Seen:
        """Read the store; to be called off the UI thread."""
        do = self.actions
        return Seen(do.status(), do.parcels(), do.to_decide(), do.leaving(), do.rules())

    def seen(self, found: Seen) -> None:
        self._status, self._parcels, self._to_decide = found.status, found.parcels, found.to_decide
        self._leaving, self._rules = found.leaving, found.rules

    def deliver(self, progress: Callable[[Progress], None]) -> Delivered:
        """Deliver now; to be called off the UI thread."""
        return self.actions.deliver(progress)

    def view(self) -> DeliveryView:
        status = self._status
        if status is None:
            return DeliveryView(
                tr("正在查看"), "", urgent=False, rows=(), rest="", can_deliver=False
            )
        bad = tuple(_bad(parcel) for parcel in self._parcels if parcel.problem)
        return DeliveryView(
            headline=tr("{waiting} 份只在本机", waiting=status.waiting)
            if status.waiting
            else tr("都已送达"),
            line=self._line(status),
            urgent=days_since(status.oldest, self.actions.now()) >= URGENT_DAYS,
            notices=status.notices,
            rows=tuple(map(_row, self._parcels)),
            rest=self._rest(status),
            can_deliver=not self.is_running,
            to_decide=tr("{n} 项等你裁决", n=self._to_decide) if self._to_decide else "",
            bad=bad,
            leaving=tuple(map(_leaving, self._leaving)),
            rules=rules_view(self._rules),
        )

    def _line(self, status: DeliveryStatus) -> str:
        parts = []
        if status.oldest is not None:
            parts.append(tr("最早的从 {moment} 等到现在", moment=words.moment(status.oldest)))
        if status.bytes_waiting:
            parts.append(tr("共 {size}", size=words.size(status.bytes_waiting)))
        if status.held:
            parts.append(tr("已送达 {held} 份", held=status.held))
        contact = status.last_contact
        parts.append(
            tr("上次联系 {moment}", moment=words.moment(contact))
            if contact
            else tr("还没有联系过办公室")
        )
        return " · ".join(parts)

    def _rest(self, status: DeliveryStatus) -> str:
        listed = sum(parcel.state == _HELD for parcel in self._parcels)
        if status.held <= listed or listed < RECENT:
            return ""
        return tr("只列最近送达的 {listed} 份，更早的在复核清单里按户查看。", listed=listed)


def progress_view(progress: Progress) -> ProgressView:
    """Return the bar by items, and a line with the step and the bytes."""
    text = progress.step
    if progress.total:
        text += tr(
            " · 第 {min} 份，共 {total} 份",
            min=min(progress.done + 1, progress.total),
            total=progress.total,
        )
    if progress.bytes_total:
        text += f" · {words.size(progress.bytes_done)} / {words.size(progress.bytes_total)}"
    return ProgressView(text, progress.done, progress.total)


def outcome(delivered: Delivered) -> str:
    """Return what a delivery over the line did, as a sentence."""
    exchanged = delivered.sent or delivered.confirmed or delivered.fetched
    if not (exchanged or delivered.left or delivered.cleared or delivered.rules.files):
        return tr("已与办公室核对，没有要送和要取的。")
    sent = tr("送出 {sent} 份", sent=delivered.sent)
    confirmed = tr("{confirmed} 份已有回执", confirmed=delivered.confirmed)
    return _sentence(sent, confirmed, *_news(delivered))


def _news(delivered: Delivered) -> list[str]:
    """Return what came from the office besides receipts, and what went with it."""
    parts: list[str] = []
    if delivered.fetched:
        parts.append(tr("取回 {fetched} 项新任务和更新", fetched=delivered.fetched))
    if delivered.answered:
        parts.append(tr("{answered} 项现场发现已答复", answered=delivered.answered))
    if delivered.proposed:
        parts.append(
            tr("{proposed} 户有新提示，请在清单选“有提示”查看", proposed=delivered.proposed)
        )
    if delivered.cleared:
        parts.append(tr("清出 {cleared} 件办公室已有备份的", cleared=delivered.cleared))
    if delivered.conflicts:
        parts.append(
            tr("{conflicts} 项与别人的修改不一致，请在这一页裁决", conflicts=delivered.conflicts)
        )
    if delivered.left:
        heads = tr("、").join(delivered.left[:_NAMED])
        parts.append(
            tr("{n} 户已改由别人负责，移出清单：{heads}", n=len(delivered.left), heads=heads)
        )
    parts += came(delivered.rules)
    return parts


def _sentence(*parts: str) -> str:
    return tr("，").join(parts) + tr("。")


def exported(file: Path, carried: Carried) -> str:
    """Return what a bundle took along, and what to do with it."""
    if carried.left and not carried.operations:
        return tr(
            "最早的一份太大，一个送达包装不下，请联网送达。{name} 只用来取新任务。", name=file.name
        )
    if not carried.operations:
        return tr("没有要送的。{name} 只用来取新任务，请带到办公室导入。", name=file.name)
    told = tr(
        "{count} 份已存入 {name}（{size}），请带到办公室导入。收到回执以前，它们仍只算在本机。",
        count=carried.operations,
        name=file.name,
        size=words.size(carried.bytes),
    )
    if not carried.left:
        return told
    return told + tr("另有 {left} 份一包装不下，收回回执后请再存一次。", left=carried.left)


def returned(delivered: Delivered) -> str:
    """Return what the office's answer on a stick confirmed and brought."""
    went = delivered.left or delivered.cleared
    if not (went or delivered.confirmed or delivered.fetched or delivered.rules.files):
        return tr("回执包里没有新内容，可能以前已经收过。")
    confirmed = tr("办公室已确认收到 {confirmed} 份", confirmed=delivered.confirmed)
    none = tr("没有新的回执")
    return _sentence(confirmed if delivered.confirmed else none, *_news(delivered))


def _leaving(one: Leaving) -> str:
    return tr(
        "{head}户从{day}起由别人负责（{why}）。本机还有没做完或没送达的工作，送达后自动移出清单，由接手人裁决。",
        head=one.head,
        day=words.day(one.day),
        why=one.why,
    )


def _bad(parcel: Parcel) -> BadRow:
    held = parcel.state == _HELD
    help_ = Help.AGAIN if not held else Help.OPEN if parcel.household else Help.NONE
    told = tr("报给管理员：{number}，编号 {id}", number=parcel.number, id=parcel.visit_id)
    return BadRow(
        title=" · ".join(filter(None, (parcel.head, parcel.number))),
        cause=parcel.problem,
        ask=told if held else "",
        help=help_,
        household=parcel.household,
    )


def _row(parcel: Parcel) -> ParcelRow:
    return ParcelRow(
        visit_id=parcel.visit_id,
        head=parcel.head,
        number=parcel.number,
        sealed=words.moment(parcel.sealed_at),
        size="" if parcel.is_cleared else words.size(parcel.bytes),
        state=_state(parcel),
        backup=_backup(parcel),
        receipt=_receipt(parcel),
    )


def _state(parcel: Parcel) -> ChipFace:
    if parcel.state == _HELD and parcel.problem:
        return ChipFace(tr("送到未入档"), Tone.RED, Shape.TRIANGLE)
    if parcel.is_open:
        return ChipFace(tr("已送达，待裁决"), Tone.BLUE, Shape.TICK)
    if parcel.state == _HELD:
        return ChipFace(tr("已送达"), Tone.GREEN, Shape.TICK)
    if parcel.problem:
        return ChipFace(tr("没有送成"), Tone.RED, Shape.TRIANGLE)
    return ChipFace(tr("只在本机"), Tone.ORANGE, Shape.SQUARE)


def _backup(parcel: Parcel) -> ChipFace | None:
    if parcel.state != _HELD or not parcel.is_durable or parcel.problem:
        return None
    return ChipFace(tr("已备份"), Tone.GREEN, Shape.TICK, tip=tr("办公室的备份里也有了"))


def _receipt(parcel: Parcel) -> str:
    if parcel.state != _HELD:
        return ""
    gone = tr("已清出，办公室有备份") if parcel.is_cleared and not parcel.problem else ""
    when = words.moment(parcel.confirmed_at) if parcel.confirmed_at else ""
    return " · ".join(
        filter(
            None,
            (
                tr("回执 {receipt}", receipt=parcel.receipt),
                tr("第 {seq} 号", seq=parcel.seq),
                when,
                gone,
            ),
        )
    )
