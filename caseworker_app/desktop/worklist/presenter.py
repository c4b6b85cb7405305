"""What the list of households shows and asks for, without Qt."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

from caseworker_app.desktop import deadlines, faces
from caseworker_app.desktop.faces import Cell, ChipFace, Column, Shape
from caseworker_app.desktop.theme.tokens import Tone
from caseworker_app.model.codes import DiscrepancyState, Level, Stage
from caseworker_app.model.values import yuan
from caseworker_app.rules.procedure.countdown import Countdown

if TYPE_CHECKING:  # the store below it takes longer to import than the first screen to paint
    from caseworker_app.workflow.worklist import Proposed, WorklistRow


class View(StrEnum):
    """The ready-made filters, in the order shown."""

    ALL = "全部"
    PROPOSED = "有提示"
    OVERDUE = "逾期"
    SOON = "7 天内"
    RED = "红色差异"
    WAITING = "待入户"
    DOING = "入户中"
    RETURNED = "已退回"
    SENDING = "待送达"
    DONE = "已送达"


STAGES: Mapping[View, frozenset[Stage]] = {
    View.WAITING: frozenset({Stage.ASSIGNED, Stage.PREPARING}),
    View.DOING: frozenset({Stage.VISITING, Stage.DETERMINED, Stage.SIGNED}),
    View.RETURNED: frozenset({Stage.RETURNED}),
    View.SENDING: frozenset({Stage.SEALED, Stage.DELIVERED}),
    View.DONE: frozenset({Stage.RECEIVED}),
}
"""Stages the views of progress gather; together they are all."""

OPEN = STAGES[View.WAITING] | STAGES[View.DOING] | STAGES[View.RETURNED]
"""Stages in which a due day still counts."""

_DEATH = "HJ01"

_STATES = {
    DiscrepancyState.CONFIRMED: "已查实",
    DiscrepancyState.UNRESOLVED: "待进一步核实",
}

_BEGUN = frozenset({Stage.PREPARING, *STAGES[View.DOING]})


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which households to list: what was typed, and the view."""

    text: str = ""
    view: View = View.ALL


@dataclass(frozen=True, slots=True)
class WorklistActions:
    """The use cases the screen calls, on the database thread."""

    first: Callable[[int], tuple[int, Sequence[int]]]
    """How many households there are, and the numbers of the first so many."""
    find: Callable[[Wanted], Sequence[int]]
    """Row numbers in the order of the list."""
    page: Callable[[Sequence[int]], "Sequence[WorklistRow]"]
    counts: Callable[[], Mapping[View, int]]
    """For each view, how many rows ``find`` gives without text."""
    today: Callable[[], date]
    """The civil day; needs no disk."""
    countdown: Callable[["WorklistRow", date], Countdown | None]
    """How the day filed for the next check stands; None where none is filed. Needs no disk."""


COLUMNS = (
    Column("户主", 88, grows=4),
    Column("类别", 96, gives_way=1),
    Column("村社", 110, gives_way=3, grows=4),
    Column("人口", 56, gives_way=5, right=True),
    Column("现月救助金", 102, gives_way=4, right=True),
    Column("状态", 96),
    Column("提示", 84),
    Column("差异", 144, gives_way=2),
    Column("复核期限", 156),
)


def cells(row: "WorklistRow", running: Countdown | None) -> tuple[Cell, ...]:
    """Return one cell for each of ``COLUMNS``."""
    return (
        Cell(row.head, strong=True),
        Cell(row.category.zh),
        Cell(row.village),
        Cell(f"{row.members} 人", right=True),
        Cell(f"{yuan(row.monthly)} 元", right=True),
        Cell(chips=(faces.stage(row.stage),)),
        Cell(chips=mark(row)),
        Cell("" if found(row) else "无", chips=found(row)),
        Cell(chips=(due(row, running),)),
    )


def found(row: "WorklistRow") -> tuple[ChipFace, ...]:
    return faces.levels(row.red, row.orange, row.yellow)


def mark(row: "WorklistRow") -> tuple[ChipFace, ...]:
    """Return the mark of a household of which data propose something, a death before a check."""
    if not row.proposed:
        return ()
    word, shape = "核查", Shape.RING
    if any(said.difference.code == _DEATH for said in row.proposed):
        word, shape = "减员" if row.members > 1 else "停发", Shape.DIAMOND
    return (ChipFace(word, Tone.VIOLET, shape, f"提示{word}", "\n".join(told(row))),)


def told(row: "WorklistRow") -> tuple[str, ...]:
    """Return what is proposed of a household, in words, a line each."""
    return tuple(_told(said, alone=row.members == 1) for said in row.proposed)


def _told(said: "Proposed", *, alone: bool) -> str:
    found = said.difference
    source = f"{found.source.department}信息显示，" if found.source else ""
    advice = "建议作一次变更核查"
    if found.code == _DEATH:
        advice = "建议停发" if alone else "建议其本人退出救助"
    state = _STATES.get(said.state, "待核实")
    return f"{source}{found.subject}：{found.registered}。{advice}，{state}。"


def due(row: "WorklistRow", running: Countdown | None) -> ChipFace:
    """Return the countdown; a sealed visit has nothing left to count down."""
    if row.stage in OPEN or row.due is None:
        return deadlines.chip(running)
    return ChipFace(f"{row.due:%Y-%m-%d}", Tone.GREY)


def headline(counts: Mapping[View, int]) -> str:
    proposed = f"有提示 {counts[View.PROPOSED]} 户 · " if counts[View.PROPOSED] else ""
    return (
        f"共 {counts[View.ALL]} 户 · {proposed}逾期 {counts[View.OVERDUE]} 户 · "
        f"7 天内到期 {counts[View.SOON]} 户"
    )


def offered(counts: Mapping[View, int]) -> tuple[View, ...]:
    """Return the views worth showing: all, and those with households in them."""
    return tuple(view for view in View if view is View.ALL or counts[view])


def view_word(view: View, counts: Mapping[View, int]) -> str:
    return f"{view.value} {counts[view]}" if view in counts else view.value


@dataclass(frozen=True, slots=True)
class HouseholdFace:
    """The card of the chosen household."""

    head: str
    place: str
    chips: tuple[ChipFace, ...]
    facts: tuple[tuple[str, str], ...]
    differences: tuple[ChipFace, ...]
    proposed: str
    """What data propose, in words, or ""."""
    start: str
    """Word on the primary button."""


def household(row: "WorklistRow", running: Countdown | None) -> HouseholdFace:
    levels = ((Level.RED, row.red), (Level.ORANGE, row.orange), (Level.YELLOW, row.yellow))
    return HouseholdFace(
        row.head,
        f"{row.category.zh} · {row.village}",
        (faces.stage(row.stage), due(row, running)),
        (
            ("救助证号", row.number or "–"),
            ("户主身份证尾号", row.id_tail or "–"),
            ("共同生活人口", f"{row.members} 人"),
            ("现月救助金", f"{yuan(row.monthly)} 元"),
            ("复核期限", f"{row.due:%Y-%m-%d}" if row.due else "未定"),
            ("上次核查", f"{row.last_check:%Y-%m-%d}" if row.last_check else "无记录"),
        ),
        tuple(faces.level(of, f"{of.zh} {number}") for of, number in levels if number),
        "\n".join(told(row)),
        start_word(row.stage),
    )


def start_word(stage: Stage) -> str:
    """Return what Enter does with a household of that stage."""
    if stage in _BEGUN:
        return "继续入户"
    if stage is Stage.RETURNED:
        return "按意见补正"
    return "开始入户" if stage in OPEN else "查看记录"


@dataclass(frozen=True, slots=True)
class Nothing:
    """What stands where no household is listed."""

    icon: str
    title: str
    text: str
    action: str = ""


def nothing(wanted: Wanted) -> Nothing:
    if wanted.text:
        return Nothing(
            "document_search",
            "没有找到",
            f"没有与“{wanted.text}”相符的户。可输入姓名、拼音首字母、身份证尾号或地址。",
            "清除搜索",
        )
    if wanted.view is not View.ALL:
        return Nothing("checkmark_circle", f"没有“{wanted.view.value}”的户", "", "查看全部")
    return Nothing(
        "people", "清单是空的", "本机还没有分配到的户。有网络时接收任务后，会显示在这里。"
    )


def failed(error: Exception) -> Nothing:
    return Nothing("error_circle", "清单读不出来", str(error), "重试")
