"""What the day's page shows: the round, the figures, the notes; without Qt."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from caseworker_app.desktop import deadlines, faces
from caseworker_app.desktop.faces import Cell, ChipFace, Column, Shape
from caseworker_app.desktop.failure import sentence
from caseworker_app.desktop.status import URGENT_DAYS, days_since, oldest
from caseworker_app.desktop.theme.tokens import Tone
from caseworker_app.desktop.tongue import spoken, tr
from caseworker_app.desktop.worklist import presenter as listed
from caseworker_app.desktop.worklist.nothing import Nothing
from caseworker_app.desktop.worklist.presenter import Facet, Group, View, Wanted
from caseworker_app.model.codes import Stage
from caseworker_app.rules.procedure.countdown import Countdown

if TYPE_CHECKING:  # the store below it takes longer to import than the first screen to paint
    from caseworker_app.workflow.calendar_file import DaysDue
    from caseworker_app.workflow.today import Limit, Rejected, Today
    from caseworker_app.workflow.worklist import WorklistRow

_WEEKDAYS = (tr("一"), tr("二"), tr("三"), tr("四"), tr("五"), tr("六"), tr("日"))


class Place(StrEnum):
    """Where a note leads that is about no list of households."""

    DELIVERY = "delivery"
    LISTS = "lists"


@dataclass(frozen=True, slots=True)
class TodayActions:
    """``look`` and ``page`` go through ``Tasks.on_database``; the others need no disk."""

    look: Callable[[Sequence[Wanted], int], "Today"]
    """How the day stands, each of some lists counted, with so many rows of the round."""
    page: Callable[[Sequence[int]], "Sequence[WorklistRow]"]
    today: Callable[[], date]
    now: Callable[[], datetime]
    countdown: Callable[["WorklistRow", date], Countdown | None]
    calendar: Callable[[], "DaysDue"]


@dataclass(frozen=True, slots=True)
class Figure:
    """A count that leads to its list."""

    word: str
    count: int
    wanted: Wanted
    tone: Tone | None = None
    """Colour where it asks for something."""
    remark: str = ""


@dataclass(frozen=True, slots=True)
class Note:
    """Something to see to, and where it leads: a list, a page, or a household by its id."""

    text: str
    tone: Tone
    leads_to: Wanted | Place | str


_OVERDUE = tr("已逾期")
_SOON = tr("一周内到期")
_DOING = tr("入户中")
_DEAD = tr("死亡提示")
_PROPOSED = tr("有提示")
_RETURNED = tr("已退回")
_LOCAL = tr("只在本机")
_ASKING = tr("等答复")
_STALE = tr("数据已过期")

LISTS: tuple[tuple[str, Wanted, Tone | None], ...] = (
    (_OVERDUE, Wanted(view=View.OVERDUE), Tone.RED),
    (_SOON, Wanted(view=View.SOON), None),
    (_DOING, Wanted(chosen={Facet.STAGE: frozenset({Group.DOING.name})}), None),
    (_DEAD, Wanted(view=View.DEATH), Tone.RED),
    (_PROPOSED, Wanted(view=View.PROPOSED), Tone.VIOLET),
    (_RETURNED, Wanted(chosen={Facet.STAGE: frozenset({Group.RETURNED.name})}), Tone.RED),
    (_LOCAL, Wanted(view=View.LOCAL), None),
    (_ASKING, Wanted(view=View.ASKING), None),
    (_STALE, Wanted(view=View.STALE), Tone.ORANGE),
)
"""The lists counted, in the order shown."""

ASKED = tuple(wanted for _, wanted, _ in LISTS)
_ALWAYS = frozenset({_OVERDUE, _SOON, _DOING, _LOCAL})

COLUMNS = (
    Column(tr("村社"), 108, gives_way=3, grows=2),
    Column(tr("地址"), 180, gives_way=4, grows=6),
    Column(tr("户主"), 88, grows=3),
    Column(tr("类别"), 96, gives_way=2),
    Column(tr("事由"), 116),
    Column(tr("复核期限"), 156, gives_way=1),
)


def figures(today: "Today", now: datetime) -> tuple[Figure, ...]:
    """Return the counts worth showing: the everyday ones, others where there is something."""
    found = zip(LISTS, today.counts, strict=True)
    return tuple(
        _local(count, wanted, today, now)
        if word == _LOCAL
        else Figure(word, count, wanted, tone if count else None)
        for (word, wanted, tone), count in found
        if count or word in _ALWAYS
    )


def _local(count: int, wanted: Wanted, today: "Today", now: datetime) -> Figure:
    """Return the count of what only this laptop has, with since when."""
    days = days_since(today.oldest, now)
    tone = Tone.ORANGE if days >= URGENT_DAYS else None
    return Figure(_LOCAL, count, wanted, tone, oldest(days) if count else "")


def calendar_saved(file: Path, count: int) -> str:
    return tr(
        "{count} 户的到期日已存到 {file}。日历里只有村社和户数，没有姓名。", count=count, file=file
    )


def headline(day: date) -> str:
    return tr(
        "{year}年{month}月{day}日　星期{part}",
        year=day.year,
        month=day.month,
        day=day.day,
        part=_WEEKDAYS[day.weekday()],
    )


def round_line(today: "Today") -> str:
    """Return how long the round is."""
    if not today.round:
        return tr("{headline} · 没有要走的户", headline=headline(today.day))
    return tr("{headline} · 要走 {n:,} 户", headline=headline(today.day), n=len(today.round))


def cells(row: "WorklistRow", running: Countdown | None) -> tuple[Cell, ...]:
    """Return one cell for each of ``COLUMNS``."""
    address = row.address.partition(row.village)[2] or row.address
    return (
        Cell(row.village),
        Cell(address),
        Cell(row.head, strong=True),
        Cell(spoken(row.category)),
        Cell(chips=(reason(row, running),)),
        Cell(chips=(deadlines.chip(running),)),
    )


def reason(row: "WorklistRow", running: Countdown | None) -> ChipFace:
    """Return why a household is on the round: the gravest of what there is."""
    if marked := listed.mark(row):
        return marked[0]
    if row.stage is not Stage.ASSIGNED:
        return faces.stage(row.stage)
    if running is not None and running.days_left < 0:
        return ChipFace(tr("已逾期"), Tone.RED, Shape.TRIANGLE)
    return ChipFace(tr("到期复核"), Tone.BLUE, Shape.RING)


def next_word(row: "WorklistRow") -> str:
    """Return the words of the button that opens a household of the round."""
    return tr("{start_word}：{head}", start_word=listed.start_word(row.stage), head=row.head)


def notes(today: "Today") -> tuple[Note, ...]:
    """Return what is to be seen to beside the round, the gravest first."""
    counts = dict(zip((word for word, _, _ in LISTS), today.counts, strict=True))
    found = [_rejected(one) for one in today.rejected]
    found += [_limit(one) for one in today.limits]
    if returned := counts[_RETURNED]:
        text = tr("办公室退回 {returned} 户，请按意见补正", returned=returned)
        found.append(Note(text, Tone.RED, _wanted(_RETURNED)))
    if dead := counts[_DEAD]:
        text = tr("部门数据显示 {dead} 户有成员死亡，请当日核实", dead=dead)
        found.append(Note(text, Tone.RED, _wanted(_DEAD)))
    if others := counts[_PROPOSED] - dead:
        text = tr("另有 {others} 户", others=others) if dead else tr("{others} 户", others=others)
        text += tr("的部门数据有新情况，建议核查")
        found.append(Note(text, Tone.VIOLET, _wanted(_PROPOSED)))
    if today.to_judge:
        text = tr("部门数据有 {to_judge} 行待判：是不是本户的人", to_judge=today.to_judge)
        found.append(Note(text, Tone.ORANGE, Place.LISTS))
    if stale := counts[_STALE]:
        text = tr("{stale} 户的部门数据已到期删除，联网后再比对", stale=stale)
        found.append(Note(text, Tone.ORANGE, _wanted(_STALE)))
    if asking := counts[_ASKING]:
        text = tr("{asking} 户提请的查询，办公室还没有答复", asking=asking)
        found.append(Note(text, Tone.BLUE, _wanted(_ASKING)))
    return tuple(found)


def _wanted(word: str) -> Wanted:
    return next(wanted for name, wanted, _ in LISTS if name == word)


def _rejected(one: "Rejected") -> Note:
    who = " ".join(filter(None, (one.head, one.number)))
    return Note(tr("没有送成 {who}：{why}", who=who, why=one.why), Tone.RED, Place.DELIVERY)


def _limit(one: "Limit") -> Note:
    face = deadlines.chip(one.running, named=True)
    return Note(tr("{head}：{text}", head=one.head, text=face.text), face.tone, one.household)


def nothing() -> Nothing:
    return Nothing(
        "checkmark_circle",
        tr("今天没有要走的户"),
        tr("没有逾期和一周内到期的，也没有做到一半的。可以在清单里提前安排。"),
        tr("查看清单"),
    )


def failed(error: Exception) -> Nothing:
    return Nothing("error_circle", tr("今天的安排读不出来"), sentence(error), tr("重试"))
