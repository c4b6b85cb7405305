"""What the list of households shows and asks for, without Qt."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

from caseworker_app.desktop import deadlines, faces
from caseworker_app.desktop.faces import Cell, ChipFace, Column, Shape
from caseworker_app.desktop.theme.tokens import Tone
from caseworker_app.desktop.tongue import spoken, tr
from caseworker_app.model.codes import (
    Category,
    DiscrepancyState,
    Level,
    Recheck,
    Stage,
    VisitKind,
)
from caseworker_app.model.values import Json, yuan
from caseworker_app.rules.procedure.countdown import Countdown

if TYPE_CHECKING:  # the store below it takes longer to import than the first screen to paint
    from caseworker_app.workflow.recheck import PastVisit
    from caseworker_app.workflow.worklist import Proposed, WorklistRow


class View(StrEnum):
    """The ready-made views, in the order shown."""

    ALL = tr("全部")
    SOON = tr("一周内到期")
    OVERDUE = tr("已逾期")
    PROPOSED = tr("有提示")
    DEATH = tr("死亡提示")
    LOCAL = tr("只在本机")
    ASKING = tr("等答复")
    STALE = tr("数据已过期")


class Group(StrEnum):
    """Stages of a visit gathered as one speaks of them."""

    WAITING = tr("待入户")
    DOING = tr("入户中")
    RETURNED = tr("已退回")
    SENDING = tr("待送达")
    DONE = tr("已送达")


STAGES: Mapping[Group, frozenset[Stage]] = {
    Group.WAITING: frozenset({Stage.ASSIGNED, Stage.PREPARING}),
    Group.DOING: frozenset({Stage.VISITING, Stage.DETERMINED, Stage.SIGNED}),
    Group.RETURNED: frozenset({Stage.RETURNED}),
    Group.SENDING: frozenset({Stage.SEALED, Stage.DELIVERED}),
    Group.DONE: frozenset({Stage.RECEIVED}),
}
"""Together they are all."""


class Facet(StrEnum):
    """By what the list is narrowed with the chips, in the order shown."""

    CATEGORY = tr("类别")
    VILLAGE = tr("村社")
    STAGE = tr("状态")
    LEVEL = tr("差异")
    CYCLE = tr("周期")


_CODES: Mapping[Facet, tuple[str, ...]] = {
    Facet.CATEGORY: tuple(category.value for category in Category),
    Facet.LEVEL: (Level.RED.value, Level.ORANGE.value, Level.YELLOW.value),
    Facet.CYCLE: tuple(cycle.value for cycle in Recheck),
}

OPEN = STAGES[Group.WAITING] | STAGES[Group.DOING] | STAGES[Group.RETURNED]
"""Stages in which a due day still counts."""

DEATH = "HJ01"
_NAMED = 2
"""So many choices are named on a chip; more are counted."""

_STATES = {
    DiscrepancyState.CONFIRMED: tr("已查实"),
    DiscrepancyState.UNRESOLVED: tr("待进一步核实"),
}

_BEGUN = frozenset({Stage.PREPARING, *STAGES[Group.DOING]})


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which households to list: what was typed, the view, what the chips narrow it to."""

    text: str = ""
    view: View = View.ALL
    chosen: Mapping[Facet, frozenset[str]] = field(default_factory=dict)
    """Codes of a facet, a village by its name, a stage by its group; a facet left out is free."""

    def choosing(self, facet: Facet, codes: Sequence[str]) -> "Wanted":
        """Return the same with other codes of one facet."""
        others = {key: value for key, value in self.chosen.items() if key is not facet}
        return replace(self, chosen=others | ({facet: frozenset(codes)} if codes else {}))

    @property
    def is_narrow(self) -> bool:
        return bool(self.text or self.chosen or self.view is not View.ALL)


def to_json(wanted: Wanted) -> Mapping[str, Json]:
    """Return a view as it is saved."""
    chosen: dict[str, Json] = {
        facet.name: list[Json](sorted(codes)) for facet, codes in wanted.chosen.items()
    }
    return {"text": wanted.text, "view": wanted.view.name, "chosen": chosen}


def from_json(saved: Json) -> Wanted:
    """Return a saved view; what a newer version knew and this one does not is left out."""
    told = saved if isinstance(saved, dict) else {}
    chosen = told.get("chosen")
    names = chosen if isinstance(chosen, dict) else {}
    return Wanted(
        str(told.get("text", "")),
        View.__members__.get(str(told.get("view")), View.ALL),
        {
            Facet[name]: frozenset(map(str, codes))
            for name, codes in names.items()
            if name in Facet.__members__ and isinstance(codes, list)
        },
    )


@dataclass(frozen=True, slots=True)
class Option:
    """One line of a chip's list, and how many households it would leave."""

    code: str
    word: str
    count: int


def options(facet: Facet, counts: Mapping[str, int]) -> tuple[Option, ...]:
    """Return what a chip offers, in the order of the trade; only what has households."""
    if facet is Facet.STAGE:
        gathered = {
            group.name: sum(counts.get(stage.value, 0) for stage in stages)
            for group, stages in STAGES.items()
        }
    else:
        gathered = {code: counts.get(code, 0) for code in _CODES.get(facet, tuple(counts))}
    return tuple(Option(code, word(facet, code), n) for code, n in gathered.items() if n)


def word(facet: Facet, code: str) -> str:
    """Return what a code of a facet is called."""
    match facet:
        case Facet.CATEGORY:
            return spoken(Category(code))
        case Facet.CYCLE:
            return spoken(Recheck(code))
        case Facet.LEVEL:
            return spoken(Level(code))
        case Facet.STAGE:
            return Group[code].value
        case Facet.VILLAGE:
            return code


def chip_word(facet: Facet, wanted: Wanted) -> str:
    """Return what stands on a chip: the facet, and what it is narrowed to."""
    codes = wanted.chosen.get(facet, frozenset())
    if not codes:
        return facet.value
    if len(codes) > _NAMED:
        return tr("{value} {n} 项", value=facet.value, n=len(codes))
    return tr(
        "{value}：{names}",
        value=facet.value,
        names=tr("、").join(word(facet, code) for code in sorted(codes)),
    )


@dataclass(frozen=True, slots=True)
class WorklistActions:
    """The use cases the screen calls, on the database thread."""

    first: Callable[[int], tuple[int, Sequence[int]]]
    """How many households there are, and the numbers of the first so many."""
    begin: Callable[[Wanted, int], tuple[Sequence[int], bool]]
    """Row numbers of at least the first so many, and whether they are all."""
    find: Callable[[Wanted], Sequence[int]]
    """Row numbers in the order of the list."""
    page: Callable[[Sequence[int]], "Sequence[WorklistRow]"]
    counts: Callable[[], Mapping[View, int]]
    """For each view, how many rows ``find`` gives without text."""
    grouped: Callable[[Facet, Wanted], Mapping[str, int]]
    """How many rows ``find`` gives with one value of a facet in place of those chosen."""
    past: Callable[[str], "Sequence[PastVisit]"]
    """The earlier recertifications of a household."""
    views: Callable[[], Mapping[str, Json]]
    save_view: Callable[[str, Mapping[str, Json]], None]
    remove_view: Callable[[str], None]
    today: Callable[[], date]
    """The civil day; needs no disk."""
    countdown: Callable[["WorklistRow", date], Countdown | None]
    """How the day filed for the next check stands; None where none is filed. Needs no disk."""


COLUMNS = (
    Column(tr("户主"), 88, grows=4),
    Column(tr("类别"), 96, gives_way=1),
    Column(tr("村社"), 110, gives_way=3, grows=4),
    Column(tr("人口"), 56, gives_way=5, right=True),
    Column(tr("现月救助金"), 102, gives_way=4, right=True),
    Column(tr("状态"), 96),
    Column(tr("提示"), 84),
    Column(tr("差异"), 144, gives_way=2),
    Column(tr("复核期限"), 156),
)


def cells(row: "WorklistRow", running: Countdown | None) -> tuple[Cell, ...]:
    """Return one cell for each of ``COLUMNS``."""
    return (
        Cell(row.head, strong=True),
        Cell(spoken(row.category)),
        Cell(row.village),
        Cell(tr("{members} 人", members=row.members), right=True),
        Cell(tr("{amount} 元", amount=yuan(row.monthly)), right=True),
        Cell(chips=(faces.stage(row.stage),)),
        Cell(chips=mark(row)),
        Cell("" if found(row) else tr("无"), chips=found(row)),
        Cell(chips=(due(row, running),)),
    )


def found(row: "WorklistRow") -> tuple[ChipFace, ...]:
    return faces.levels(row.red, row.orange, row.yellow)


def mark(row: "WorklistRow") -> tuple[ChipFace, ...]:
    """Return the mark of a household of which data propose something, a death before a check."""
    if not row.proposed:
        return ()
    word, shape = tr("核查"), Shape.RING
    if any(said.difference.code == DEATH for said in row.proposed):
        word, shape = tr("减员") if row.members > 1 else tr("停发"), Shape.DIAMOND
    return (ChipFace(word, Tone.VIOLET, shape, tr("提示{word}", word=word), "\n".join(told(row))),)


def told(row: "WorklistRow") -> tuple[str, ...]:
    """Return what is proposed of a household, in words, a line each."""
    return tuple(_told(said, alone=row.members == 1) for said in row.proposed)


def _told(said: "Proposed", *, alone: bool) -> str:
    found = said.difference
    source = (
        tr("{department}信息显示，", department=found.source.department) if found.source else ""
    )
    advice = tr("建议作一次变更核查")
    if found.code == DEATH:
        advice = tr("建议停发") if alone else tr("建议其本人退出救助")
    state = _STATES.get(said.state, tr("待核实"))
    return tr(
        "{source}{subject}：{registered}。{advice}，{state}。",
        source=source,
        subject=found.subject,
        registered=found.registered,
        advice=advice,
        state=state,
    )


def due(row: "WorklistRow", running: Countdown | None) -> ChipFace:
    """Return the countdown; a sealed visit has nothing left to count down."""
    if row.stage in OPEN or row.due is None:
        return deadlines.chip(running)
    return ChipFace(f"{row.due:%Y-%m-%d}", Tone.GREY)


def headline(counts: Mapping[View, int]) -> str:
    proposed = (
        tr("有提示 {proposed:,} 户 · ", proposed=counts[View.PROPOSED])
        if counts[View.PROPOSED]
        else ""
    )
    return tr(
        "共 {all:,} 户 · {proposed}逾期 {overdue:,} 户 · 一周内到期 {soon:,} 户",
        all=counts[View.ALL],
        proposed=proposed,
        overdue=counts[View.OVERDUE],
        soon=counts[View.SOON],
    )


def found_line(wanted: Wanted, count: int) -> str:
    """Return how many households a narrowed list has."""
    parts = [wanted.view.value] if wanted.view is not View.ALL else []
    parts += [chip_word(facet, wanted) for facet in Facet if facet in wanted.chosen]
    parts += [tr("“{text}”", text=wanted.text)] if wanted.text else []
    return tr("{names} · 共 {count:,} 户", names=" · ".join(parts), count=count)


def offered(counts: Mapping[View, int]) -> tuple[View, ...]:
    """Return the views worth showing: all, and those with households in them."""
    return tuple(view for view in View if view is View.ALL or counts[view])


def view_word(view: View, counts: Mapping[View, int]) -> str:
    return f"{view.value} {counts[view]:,}" if view in counts else view.value


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
    anew: bool
    """Whether another visit may be begun before one is due."""


def household(row: "WorklistRow", running: Countdown | None) -> HouseholdFace:
    levels = ((Level.RED, row.red), (Level.ORANGE, row.orange), (Level.YELLOW, row.yellow))
    return HouseholdFace(
        row.head,
        f"{spoken(row.category)} · {row.village}",
        (faces.stage(row.stage), due(row, running)),
        (
            (tr("救助证号"), row.number or "–"),
            (tr("户主身份证尾号"), row.id_tail or "–"),
            (tr("共同生活人口"), tr("{members} 人", members=row.members)),
            (tr("现月救助金"), tr("{amount} 元", amount=yuan(row.monthly))),
            (tr("复核期限"), f"{row.due:%Y-%m-%d}" if row.due else tr("未定")),
            (tr("上次核查"), f"{row.last_check:%Y-%m-%d}" if row.last_check else tr("无记录")),
        ),
        tuple(faces.level(of, f"{spoken(of)} {number}") for of, number in levels if number),
        "\n".join(told(row)),
        start_word(row.stage),
        may_begin_anew(row.stage),
    )


def past_word(past: "PastVisit") -> str:
    """Return an earlier recertification in one line."""
    if past.is_cleared:
        return tr("{day} 已清出，办公室有备份", day=f"{past.day:%Y-%m-%d}")
    return f"{past.day:%Y-%m-%d} {spoken(past.kind)} · {spoken(past.action)}"


def may_begin_anew(stage: Stage) -> bool:
    """Tell whether another visit may be begun though none is due: the last one was received."""
    return stage is Stage.RECEIVED


ANEW = (
    VisitKind.CHANGE,
    VisitKind.CLUE,
    VisitKind.WARNING,
    VisitKind.SAMPLE,
    VisitKind.YEARLY,
    VisitKind.HALF_YEARLY,
)
"""Reasons for a visit before the next one is due, in the order offered."""


def start_word(stage: Stage) -> str:
    """Return what Enter does with a household of that stage."""
    if stage in _BEGUN:
        return tr("继续入户")
    if stage is Stage.RETURNED:
        return tr("按意见补正")
    return tr("开始入户") if stage in OPEN else tr("查看记录")
