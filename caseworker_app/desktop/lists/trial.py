"""What a trial and an import found, as figures and rows. Without Qt."""

from collections.abc import Callable

from caseworker_app.desktop import faces
from caseworker_app.desktop.faces import Cell, ChipFace, Column, Count
from caseworker_app.desktop.step import words
from caseworker_app.desktop.theme.tokens import Tone
from caseworker_app.desktop.tongue import tr
from caseworker_app.model.codes import Level
from caseworker_app.workflow.register_desk import NewFound, TakenIn
from caseworker_app.workflow.register_trial import RefusedCell, Tried

_WIDE = ("地址", "坐落", "住址")
_READ = 20
_SMALL, _MIDDLE, _LARGE, _HUGE = 84, 110, 170, 240

REFUSED = (
    Column(tr("行号"), 76, right=True, grows=0),
    Column(tr("列"), 150, grows=1),
    Column(tr("内容"), 170, grows=2, gives_way=1),
    Column(tr("退回原因"), 300, grows=4),
)

NEW = (
    Column(tr("户主"), 88, grows=1),
    Column(tr("村社"), 120, gives_way=1, grows=1),
    Column(tr("新差异"), 150, grows=1),
    Column(tr("内容"), 240, gives_way=2, grows=4),
)


def refused_cells(one: RefusedCell) -> tuple[Cell, ...]:
    """Return one cell for each column of ``REFUSED``."""
    return (
        Cell(f"{one.row}", right=True),
        Cell(one.heading or tr("整行"), strong=True),
        Cell(one.value or tr("（空）")),
        Cell(one.reason),
    )


def refused_sentence(one: RefusedCell) -> str:
    """Return all that is wrong with a cell, for who looks at one row."""
    value = tr("“{value}”", value=one.value) if one.value else ""
    what = tr("“{heading}”{value}：", heading=one.heading, value=value) if one.heading else ""
    return tr("第 {row} 行 {what}{reason}。", row=one.row, what=what, reason=one.reason)


def first_columns(tried: Tried) -> tuple[Column, ...]:
    """Return the columns of the first rows; those that come last give way first."""
    return (
        Column(tr("行号"), 70, right=True, grows=0),
        *(
            Column(
                heading, _width(tried, at), gives_way=0 if at == 1 else at, grows=_grows(heading)
            )
            for at, heading in enumerate(tried.headings, start=1)
        ),
    )


def first_cells(row: tuple[str, ...]) -> tuple[Cell, ...]:
    number, *texts = row
    return (Cell(number, right=True), *(Cell(text or "–") for text in texts))


def first_facts(tried: Tried, row: tuple[str, ...]) -> str:
    """Return all of one row, also what has no room in the table."""
    told = zip(tried.headings, row[1:], strict=True)
    return tr("第 {part} 行　", part=row[0]) + tr("　").join(
        f"{name} {text}" for name, text in told if text
    )


def trial_counts(tried: Tried) -> tuple[Count, ...]:
    counts = tried.counts
    return (
        Count(tr("名单共有"), tried.given),
        Count(tr("归到本机的户"), counts.kept, tone=Tone.GREEN),
        Count(tr("待认领"), counts.queued, tone=Tone.ORANGE),
        Count(tr("与本机无关"), counts.elsewhere + counts.closed),
        Count(tr("要退回"), counts.refused, tone=Tone.RED),
    )


def term(tried: Tried) -> str:
    """Return until when these data may be used."""
    return tr(
        "数据截至 {day}，可用到 {day2}，到期自动清除",
        day=words.day(tried.as_of),
        day2=words.day(tried.expires),
    )


def reasons(tried: Tried) -> str:
    """Return the most frequent reasons, where there are more rows than one reads; else empty."""
    if tried.counts.refused <= _READ:
        return ""
    return tr("；").join(
        tr("{reason}（{count:,} 处）", reason=reason, count=count)
        for reason, count in tried.reasons
    )


def taken_counts(taken: TakenIn) -> tuple[Count, ...]:
    counts = taken.batch.counts
    return (
        Count(
            tr("归到本机的户"),
            counts.kept,
            tone=Tone.GREEN,
            remark=tr("涉及 {households} 户", households=taken.households),
        ),
        Count(tr("待认领"), counts.queued, tone=Tone.ORANGE, remark=tr("要人认定")),
        Count(tr("与本机各户无关"), counts.elsewhere, remark=tr("没有留下")),
        Count(tr("所属户已封存"), counts.closed, remark=tr("没有留下")),
        Count(tr("要退回"), counts.refused, tone=Tone.RED, remark=tr("发还部门改正")),
    )


def outcome(taken: TakenIn) -> str:
    """Return what an import did, as a sentence."""
    origin = taken.batch.origin
    when = words.written(taken.batch.done_at)
    if taken.repeated:
        return tr(
            "这份名单已在 {when} 导入过，没有重复收。本机有新分来的户时，可以再导一次。", when=when
        )
    named = tr("{word}（{department}）已导入", word=origin.dataset.zh, department=origin.department)
    found = tr("，{n} 户有新的差异", n=len(taken.new)) if taken.new else tr("，没有新的差异")
    proposed = (
        tr("，{proposed} 户新有提示（清单里选“有提示”）", proposed=taken.proposed)
        if taken.proposed
        else ""
    )
    return named + found + proposed + tr("。")


def new_cells(name: Callable[[str], str]) -> Callable[[NewFound], tuple[Cell, ...]]:
    """Return what gives one cell for each column of ``NEW``; ``name`` words a code."""

    def cells(one: NewFound) -> tuple[Cell, ...]:
        home = one.household
        head = next((m.name for m in home.members if m.id == home.head_id), "")
        named = dict.fromkeys(name(difference.code) for difference in one.differences)
        return (
            Cell(head, strong=True),
            Cell(home.village),
            Cell(chips=_levels(one)),
            Cell(tr("、").join(named)),
        )

    return cells


def _levels(one: NewFound) -> tuple[ChipFace, ...]:
    order = (Level.RED, Level.ORANGE, Level.YELLOW, Level.BLUE)
    counted = ((of, sum(d.level is of for d in one.differences)) for of in order)
    return tuple(faces.level(of, str(number)) for of, number in counted if number)


def _width(tried: Tried, at: int) -> int:
    heading = tried.headings[at - 1]
    if heading.endswith(_WIDE):
        return _HUGE
    longest = max((len(row[at]) for row in tried.first), default=0)
    if "号码" in heading or longest > len("1234567890"):
        return _LARGE
    return max(_SMALL if longest <= len("1234") else _MIDDLE, 16 * len(heading) + 28)


def _grows(heading: str) -> int:
    return 3 if heading.endswith(_WIDE) else 1
