"""One decision after the other: what it was, what stands, what was wanted, what shall be."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from caseworker_app.desktop.conflicts import words
from caseworker_app.desktop.tongue import joined, tr
from caseworker_app.model.values import Json
from caseworker_app.workflow.conflicts import SHORTEST, OpenConflict, Point

NOW, WANTED, OWN = "now", "wanted", "own"
"""What shall stand: what stands now, what was wanted, or a third value."""
_UNKNOWN = tr("办公室没有留存")


@dataclass(frozen=True, slots=True)
class ConflictActions:
    """Both go to the database."""

    waiting: Callable[[], tuple[OpenConflict, ...]]
    resolve: Callable[[OpenConflict, Mapping[str, Json], str], None]
    """``resolve(seen, choices, reason)``."""


@dataclass(frozen=True, slots=True)
class Column:
    """A value, and who wrote it when."""

    value: str
    by: str


@dataclass(frozen=True, slots=True)
class PointView:
    path: str
    label: str
    base: Column
    now: Column
    wanted: Column
    side: str
    """What was chosen, or ""."""
    own: Json
    """The third value, None where none was typed."""
    is_free: bool
    """A third value can be typed."""
    is_money: bool
    is_number: bool


@dataclass(frozen=True, slots=True)
class ConflictView:
    title: str
    about: str
    place: str
    """Which one of how many."""
    points: tuple[PointView, ...]
    is_undivided: bool
    rest: str
    """What of a whole record is not listed, or ""."""
    left: int
    """Points nobody has chosen yet."""
    has_next: bool


class ConflictsPresenter:
    """Goes round through what waits; what was said of one stays while another is looked at."""

    def __init__(self) -> None:
        self._found: tuple[OpenConflict, ...] = ()
        self._at = 0
        self._sides: dict[tuple[str, str], str] = {}
        self._own: dict[tuple[str, str], Json] = {}
        self._reasons: dict[str, str] = {}

    @property
    def reason(self) -> str:
        """What was written of the one in sight."""
        found = self.current()
        return self._reasons.get(found.id, "") if found else ""

    @reason.setter
    def reason(self, text: str) -> None:
        found = self.current()
        if found is not None:
            self._reasons[found.id] = text

    def seen(self, found: Sequence[OpenConflict]) -> None:
        """Take in what waits; the one in sight stays in sight while it waits.

        What was chosen of one that is not what it was has to be chosen again.
        """
        here = self.current()
        points = {one.id: one.points for one in found}
        for one in self._found:
            if points.get(one.id) != one.points:
                self._forget(one)
        self._found = tuple(found)
        ids = [one.id for one in self._found]
        if here is not None and here.id in ids:
            self._at = ids.index(here.id)
        else:
            self._at = min(self._at, max(0, len(ids) - 1))

    def current(self) -> OpenConflict | None:
        return self._found[self._at] if self._found else None

    def go(self, by: int) -> None:
        """Look at another one, round from the last to the first."""
        if self._found:
            self._at = (self._at + by) % len(self._found)

    def choose(self, path: str, side: str) -> None:
        found = self.current()
        if found is not None:
            paths = [p.path for p in found.points] if found.is_undivided else [path]
            self._sides |= {(found.id, one): side for one in paths}

    def choose_all(self, side: str) -> None:
        found = self.current()
        for point in found.points if found else ():
            self.choose(point.path, side)

    def type_own(self, path: str, value: Json) -> None:
        """Take in a third value; None where what was typed is none."""
        found = self.current()
        if found is not None:
            self._own[found.id, path] = value

    def choices(self) -> dict[str, Json]:
        """Return what shall stand of each unit somebody has chosen."""
        found = self.current()
        chosen = {p.path: self._chosen(found, p) for p in found.points} if found else {}
        return {path: side[0] for path, side in chosen.items() if side}

    def fault(self) -> str:
        """Return why it cannot be decided yet, or ""."""
        found = self.current()
        if found is None:
            return ""
        left = len(found.points) - len(self.choices())
        if left and found.is_undivided:
            return tr("请先选采纳还是不采纳。")
        if left:
            return tr("还有 {left} 处没有选，请逐处选定。", left=left)
        if len(self.reason.strip()) < SHORTEST:
            return tr("请写明裁决的理由，至少 {shortest} 个字。", shortest=SHORTEST)
        return ""

    def view(self) -> ConflictView | None:
        found = self.current()
        if found is None:
            return None
        named = sorted(
            (p for p in found.points if _label(found, p)), key=lambda p: words.rank(p.path)
        )
        hidden = len(found.points) - len(named)
        return ConflictView(
            title=joined(tr("{head}户", head=found.head) if found.head else "", words.title(found)),
            about=_about(found),
            place=tr("第 {at} 项，共 {n} 项", at=self._at + 1, n=len(self._found)),
            points=tuple(
                self._point(found, p) for p in (named if found.is_undivided else found.points)
            ),
            is_undivided=found.is_undivided,
            rest=tr("另有 {n} 项随整份一起。", n=hidden) if hidden and found.is_undivided else "",
            left=len(found.points) - len(self.choices()),
            has_next=len(self._found) > 1,
        )

    def _forget(self, found: OpenConflict) -> None:
        for point in found.points:
            self._sides.pop((found.id, point.path), None)
            self._own.pop((found.id, point.path), None)

    def _chosen(self, found: OpenConflict | None, point: Point) -> tuple[Json] | None:
        """Return the value that shall stand, in a tuple because it may be None."""
        key = (found.id if found else "", point.path)
        side = self._sides.get(key, "")
        if side == OWN:
            own = self._own.get(key)
            return None if own is None else (own,)
        return {NOW: (point.now,), WANTED: (point.wanted,)}.get(side)

    def _point(self, found: OpenConflict, point: Point) -> PointView:
        def said(value: Json) -> str:
            return words.value(point.path, value, found.members)

        return PointView(
            path=point.path,
            label=_label(found, point) or tr("其他内容"),
            base=Column(said(point.base) if point.is_base_known else _UNKNOWN, ""),
            now=Column(said(point.now), words.hand(point.now_by)),
            wanted=Column(said(point.wanted), words.hand(found.wanted_by)),
            side=self._sides.get((found.id, point.path), ""),
            own=self._own.get((found.id, point.path)),
            is_free=words.is_free(point.path, point.now, point.wanted, point.base),
            is_money=words.is_money(point.path),
            is_number=any(isinstance(one, int) for one in (point.now, point.wanted, point.base)),
        )


def _label(found: OpenConflict, point: Point) -> str:
    return words.label(point.path, found.members)


def _about(found: OpenConflict) -> str:
    if found.is_late:
        said = tr(
            "这一户已改由你负责，这份材料是之前的负责人在没有网络时做的。采纳后归入档案，不采纳也永久留存。"
        )
    elif found.is_undivided:
        said = tr("这份材料要整份定。采纳后归入档案，不采纳也永久留存。")
    else:
        said = tr("两个人改了同一处。逐处选定哪个为准，没选上的也永久留存。")
    why = tr("对方写的理由：{reason}", reason=found.reason) if found.reason else ""
    return "".join(filter(None, (said, why)))
