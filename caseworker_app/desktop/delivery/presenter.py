"""What only this laptop holds, how far the delivery is, what the centre confirmed."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from caseworker_app.desktop.faces import ChipFace, Shape
from caseworker_app.desktop.step import words
from caseworker_app.desktop.theme.tokens import Tone
from caseworker_app.workflow.delivery import Delivered, Progress
from caseworker_app.workflow.outgoing import DeliveryStatus, Parcel

_LONG = timedelta(days=3)
_HELD = "held"
"""State of a parcel whose receipt was checked."""


@dataclass(frozen=True, slots=True)
class DeliveryActions:
    """The use cases of delivery; ``deliver`` goes through ``Tasks.on_network``."""

    status: Callable[[], DeliveryStatus]
    parcels: Callable[[], tuple[Parcel, ...]]
    deliver: Callable[[Callable[[Progress], None]], Delivered]
    now: Callable[[], datetime]


@dataclass(frozen=True, slots=True)
class ParcelRow:
    visit_id: str
    head: str
    number: str
    sealed: str
    size: str
    state: ChipFace
    receipt: str
    problem: str


@dataclass(frozen=True, slots=True)
class DeliveryView:
    headline: str
    line: str
    urgent: bool
    """Something has been waiting for long."""
    problems: tuple[str, ...]
    rows: tuple[ParcelRow, ...]
    can_deliver: bool


@dataclass(frozen=True, slots=True)
class ProgressView:
    text: str
    done: int
    total: int


class DeliveryPresenter:
    """Holds what the last look at the store said; the page asks anew after each delivery."""

    def __init__(self, actions: DeliveryActions) -> None:
        self._actions = actions
        self._status: DeliveryStatus | None = None
        self._parcels: tuple[Parcel, ...] = ()
        self.is_running = False

    def look(self) -> tuple[DeliveryStatus, tuple[Parcel, ...]]:
        """Read the store; to be called off the UI thread."""
        return self._actions.status(), self._actions.parcels()

    def seen(self, found: tuple[DeliveryStatus, tuple[Parcel, ...]]) -> None:
        self._status, self._parcels = found

    def deliver(self, progress: Callable[[Progress], None]) -> Delivered:
        """Deliver now; to be called off the UI thread."""
        return self._actions.deliver(progress)

    def view(self) -> DeliveryView:
        status = self._status
        if status is None:
            return DeliveryView(
                "正在查看", "", urgent=False, problems=(), rows=(), can_deliver=False
            )
        return DeliveryView(
            headline=f"{status.waiting} 份只在这台电脑上" if status.waiting else "都已送达",
            line=self._line(status),
            urgent=self._waits_long(status),
            problems=status.problems,
            rows=tuple(map(_row, self._parcels)),
            can_deliver=not self.is_running,
        )

    def _line(self, status: DeliveryStatus) -> str:
        parts = []
        if status.oldest is not None:
            parts.append(f"最早的从 {words.moment(status.oldest)} 等到现在")
        if status.bytes_waiting:
            parts.append(f"共 {words.size(status.bytes_waiting)}")
        if status.held:
            parts.append(f"已送达 {status.held} 份")
        contact = status.last_contact
        parts.append(f"上次联系 {words.moment(contact)}" if contact else "还没有联系过中心")
        return " · ".join(parts)

    def _waits_long(self, status: DeliveryStatus) -> bool:
        return status.oldest is not None and self._actions.now() - status.oldest > _LONG


def progress_view(progress: Progress) -> ProgressView:
    """Return the bar by items, and a line with the step and the bytes."""
    text = progress.step
    if progress.total:
        text += f" · 第 {min(progress.done + 1, progress.total)} 份，共 {progress.total} 份"
    if progress.bytes_total:
        text += f" · {words.size(progress.bytes_done)} / {words.size(progress.bytes_total)}"
    return ProgressView(text, progress.done, progress.total)


def outcome(delivered: Delivered) -> str:
    """Return what a delivery did, as a sentence."""
    parts = [f"送出 {delivered.sent} 份", f"{delivered.confirmed} 份已有回执"]
    if delivered.fetched:
        parts.append(f"取回 {delivered.fetched} 项新任务和更新")
    if delivered.answered:
        parts.append(f"{delivered.answered} 项现场发现已答复")
    if delivered.proposed:
        parts.append(f"{delivered.proposed} 户有新提示，请在清单选“有提示”查看")
    if delivered.conflicts:
        parts.append(f"{delivered.conflicts} 处与别人的修改不一致，请回清单处理")
    if not (delivered.sent or delivered.confirmed or delivered.fetched):
        return "已与中心核对，没有要送和要取的。"
    return "，".join(parts) + "。"


def _row(parcel: Parcel) -> ParcelRow:
    return ParcelRow(
        visit_id=parcel.visit_id,
        head=parcel.head,
        number=parcel.number,
        sealed=words.moment(parcel.sealed_at),
        size=words.size(parcel.bytes),
        state=_state(parcel),
        receipt=_receipt(parcel),
        problem=parcel.problem,
    )


def _state(parcel: Parcel) -> ChipFace:
    if parcel.state == _HELD:
        return ChipFace("已送达", Tone.GREEN, Shape.TICK)
    if parcel.problem:
        return ChipFace("没有送成", Tone.RED, Shape.TRIANGLE)
    return ChipFace("只在本机", Tone.ORANGE, Shape.SQUARE)


def _receipt(parcel: Parcel) -> str:
    if parcel.state != _HELD:
        return ""
    when = words.moment(parcel.confirmed_at) if parcel.confirmed_at else ""
    return " · ".join(filter(None, (f"回执 {parcel.receipt}", f"第 {parcel.seq} 号", when)))
