"""导入记录: what was taken in, by whom, what became of it, and what going back would take."""

from dataclasses import dataclass

from caseworker_app.desktop.faces import Cell, ChipFace, Column, Shape
from caseworker_app.desktop.step import words
from caseworker_app.desktop.theme.tokens import Tone
from caseworker_app.workflow.register_desk import Going, PastImport
from caseworker_app.workflow.register_import import Counts, State

COLUMNS = (
    Column("导入时间", 130),
    Column("名单", 124, grows=2),
    Column("部门", 150, gives_way=4, grows=3),
    Column("数据截至", 112, gives_way=3),
    Column("归户", 68, gives_way=1, right=True),
    Column("待认领", 78, gives_way=5, right=True),
    Column("退回", 68, gives_way=2, right=True),
    Column("状态", 112),
)

_STATES = {
    State.READING: ChipFace("没有导完", Tone.ORANGE, Shape.SQUARE),
    State.DONE: ChipFace("在用", Tone.GREEN, Shape.TICK),
    State.UNDONE: ChipFace("已撤销", Tone.GREY, Shape.RING),
}
_SHORT = 12


@dataclass(frozen=True, slots=True)
class ImportFace:
    """The card of the chosen import."""

    title: str
    line: str
    state: ChipFace
    facts: tuple[tuple[str, str], ...]
    can_undo: bool
    why_not: str
    """Why it cannot be taken back; empty where it can, or was already."""


def cells(one: PastImport) -> tuple[Cell, ...]:
    """Return one cell for each of ``COLUMNS``."""
    batch, counts = one.batch, one.batch.counts
    return (
        Cell(words.written(batch.started_at)),
        Cell(batch.origin.dataset.zh, strong=True),
        Cell(batch.origin.department),
        Cell(batch.origin.as_of.isoformat()),
        Cell(f"{counts.kept:,}", right=True),
        Cell(f"{counts.queued:,}", right=True),
        Cell(f"{counts.refused:,}", right=True),
        Cell(chips=(_STATES[batch.state],)),
    )


def face(one: PastImport, going: Going | None) -> ImportFace:
    """Return the card; without ``going`` it is not known yet whether it can be taken back."""
    batch, counts = one.batch, one.batch.counts
    undone = ""
    if batch.state is State.UNDONE:
        undone = f"{words.written(batch.undone_at)} {one.undone_by}".strip()
    facts = (
        ("文件", batch.origin.file),
        ("数据截至", words.day(batch.origin.as_of)),
        ("导入", f"{words.written(batch.started_at)} {one.person}".strip()),
        ("归户", f"{counts.kept:,} 行"),
        ("其余", _rest(counts)),
        ("文件校验", batch.origin.sha[:_SHORT]),
        ("撤销", undone),
    )
    open_ = batch.state is not State.UNDONE
    return ImportFace(
        batch.origin.dataset.zh,
        batch.origin.department,
        _STATES[batch.state],
        tuple((name, text) for name, text in facts if text),
        can_undo=open_ and going is not None and not going.sealed,
        why_not=_why_not(going) if open_ and going and going.sealed else "",
    )


def what_goes(one: PastImport, going: Going) -> str:
    """Return what is taken back, before the person says yes."""
    batch, counts = one.batch, one.batch.counts
    origin = batch.origin
    named = f"{origin.dataset.zh}（{origin.department}，截至 {words.day(origin.as_of)}）"
    if batch.state is State.READING:
        return f"{named}没有导完，已读的部分会全部清除。各户的数据不受影响。"
    parts = [f"{named}归到 {going.households} 户的 {counts.kept:,} 行会全部撤回"]
    if counts.queued:
        parts.append(f"待认领的 {counts.queued:,} 条连同已作的认定一并撤回")
    return (
        "，".join(parts) + "。被它替换的旧数据恢复使用，这些户重新比对。"
        "撤销记入日志，之后可以重新导入。"
    )


def headline(every: tuple[PastImport, ...]) -> str:
    used = sum(one.batch.state is State.DONE for one in every)
    return f"共导入 {len(every)} 次，在用 {used} 次"


def _rest(counts: Counts) -> str:
    """Return what became of the rows that were not kept at once."""
    parts = (
        ("待认领", counts.queued),
        ("与本机无关", counts.elsewhere),
        ("所属户已封存", counts.closed),
        ("退回", counts.refused),
    )
    return "，".join(f"{word} {count:,} 行" for word, count in parts if count) or "无"


def _why_not(going: Going) -> str:
    shown = "、".join(going.sealed[:3]) + (
        "等" if len(going.sealed) > len(going.sealed[:3]) else ""
    )
    return (
        f"{shown} {len(going.sealed)} 户的核查已封存，封存的记录以这份名单为据，不能撤销。"
        "数据有误的，请导入部门更正后的名单。"
    )
