"""导入记录: what was taken in, by whom, what became of it, and what going back would take."""

from dataclasses import dataclass

from caseworker_app.desktop.faces import Cell, ChipFace, Column, Shape
from caseworker_app.desktop.step import words
from caseworker_app.desktop.theme.tokens import Tone
from caseworker_app.desktop.tongue import tr
from caseworker_app.workflow.register_desk import Going, PastImport
from caseworker_app.workflow.register_import import Counts, State

COLUMNS = (
    Column(tr("导入时间"), 130),
    Column(tr("名单"), 124, grows=2),
    Column(tr("部门"), 150, gives_way=4, grows=3),
    Column(tr("数据截至"), 112, gives_way=3),
    Column(tr("归户"), 68, gives_way=1, right=True),
    Column(tr("待认领"), 78, gives_way=5, right=True),
    Column(tr("退回"), 68, gives_way=2, right=True),
    Column(tr("状态"), 112),
)

_STATES = {
    State.READING: ChipFace(tr("没有导完"), Tone.ORANGE, Shape.SQUARE),
    State.DONE: ChipFace(tr("在用"), Tone.GREEN, Shape.TICK),
    State.UNDONE: ChipFace(tr("已撤销"), Tone.GREY, Shape.RING),
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
        (tr("文件"), batch.origin.file),
        (tr("数据截至"), words.day(batch.origin.as_of)),
        (tr("导入"), f"{words.written(batch.started_at)} {one.person}".strip()),
        (tr("归户"), tr("{kept:,} 行", kept=counts.kept)),
        (tr("其余"), _rest(counts)),
        (tr("文件校验"), batch.origin.sha[:_SHORT]),
        (tr("撤销"), undone),
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
    named = tr(
        "{word}（{department}，截至 {day}）",
        word=origin.dataset.zh,
        department=origin.department,
        day=words.day(origin.as_of),
    )
    if batch.state is State.READING:
        return tr("{named}没有导完，已读的部分会全部清除。各户的数据不受影响。", named=named)
    parts = [
        tr(
            "{named}归到 {households} 户的 {kept:,} 行会全部撤回",
            named=named,
            households=going.households,
            kept=counts.kept,
        )
    ]
    if counts.queued:
        parts.append(tr("待认领的 {queued:,} 条连同已作的认定一并撤回", queued=counts.queued))
    return tr("，").join(parts) + tr(
        "。被它替换的旧数据恢复使用，这些户重新比对。撤销记入日志，之后可以重新导入。"
    )


def headline(every: tuple[PastImport, ...]) -> str:
    used = sum(one.batch.state is State.DONE for one in every)
    return tr("共导入 {n} 次，在用 {used} 次", n=len(every), used=used)


def _rest(counts: Counts) -> str:
    """Return what became of the rows that were not kept at once."""
    parts = (
        (tr("待认领"), counts.queued),
        (tr("与本机无关"), counts.elsewhere),
        (tr("所属户已封存"), counts.closed),
        (tr("退回"), counts.refused),
    )
    return tr("，").join(
        tr("{word} {count:,} 行", word=word, count=count) for word, count in parts if count
    ) or tr("无")


def _why_not(going: Going) -> str:
    shown = tr("、").join(going.sealed[:3]) + (
        tr("等") if len(going.sealed) > len(going.sealed[:3]) else ""
    )
    return tr(
        "{shown} {n} 户的核查已封存，封存的记录以这份名单为据，不能撤销。"
        "数据有误的，请导入部门更正后的名单。",
        shown=shown,
        n=len(going.sealed),
    )
