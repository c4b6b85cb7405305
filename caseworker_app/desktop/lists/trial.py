"""What a trial and an import found, as figures and rows. Without Qt."""

from collections.abc import Callable

from caseworker_app.desktop import faces
from caseworker_app.desktop.faces import Cell, ChipFace, Column, Count
from caseworker_app.desktop.step import words
from caseworker_app.desktop.theme.tokens import Tone
from caseworker_app.model.codes import Level
from caseworker_app.workflow.register_desk import NewFound, TakenIn
from caseworker_app.workflow.register_trial import RefusedCell, Tried

_WIDE = ("地址", "坐落", "住址")
_READ = 20
_SMALL, _MIDDLE, _LARGE, _HUGE = 84, 110, 170, 240

REFUSED = (
    Column("行号", 76, right=True, grows=0),
    Column("列", 150, grows=1),
    Column("内容", 170, grows=2, gives_way=1),
    Column("退回原因", 300, grows=4),
)

NEW = (
    Column("户主", 88, grows=1),
    Column("村社", 120, gives_way=1, grows=1),
    Column("新差异", 150, grows=1),
    Column("内容", 240, gives_way=2, grows=4),
)


def refused_cells(one: RefusedCell) -> tuple[Cell, ...]:
    """Return one cell for each column of ``REFUSED``."""
    return (
        Cell(f"{one.row}", right=True),
        Cell(one.heading or "整行", strong=True),
        Cell(one.value or "（空）"),
        Cell(one.reason),
    )


def refused_sentence(one: RefusedCell) -> str:
    """Return all that is wrong with a cell, for who looks at one row."""
    value = f"“{one.value}”" if one.value else ""
    what = f"“{one.heading}”{value}：" if one.heading else ""
    return f"第 {one.row} 行 {what}{one.reason}。"


def first_columns(tried: Tried) -> tuple[Column, ...]:
    """Return the columns of the first rows; those that come last give way first."""
    return (
        Column("行号", 70, right=True, grows=0),
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
    return f"第 {row[0]} 行　" + "　".join(f"{name} {text}" for name, text in told if text)


def trial_counts(tried: Tried) -> tuple[Count, ...]:
    counts = tried.counts
    return (
        Count("名单共有", tried.given),
        Count("归到本机的户", counts.kept, tone=Tone.GREEN),
        Count("待认领", counts.queued, tone=Tone.ORANGE),
        Count("与本机无关", counts.elsewhere + counts.closed),
        Count("要退回", counts.refused, tone=Tone.RED),
    )


def term(tried: Tried) -> str:
    """Return until when these data may be used."""
    return f"数据截至 {words.day(tried.as_of)}，可用到 {words.day(tried.expires)}，到期自动清除"


def reasons(tried: Tried) -> str:
    """Return the most frequent reasons, where there are more rows than one reads; else empty."""
    if tried.counts.refused <= _READ:
        return ""
    return "；".join(f"{reason}（{count:,} 处）" for reason, count in tried.reasons)


def taken_counts(taken: TakenIn) -> tuple[Count, ...]:
    counts = taken.batch.counts
    return (
        Count("归到本机的户", counts.kept, tone=Tone.GREEN, remark=f"涉及 {taken.households} 户"),
        Count("待认领", counts.queued, tone=Tone.ORANGE, remark="要人认定"),
        Count("与本机各户无关", counts.elsewhere, remark="没有留下"),
        Count("所属户已封存", counts.closed, remark="没有留下"),
        Count("要退回", counts.refused, tone=Tone.RED, remark="发还部门改正"),
    )


def outcome(taken: TakenIn) -> str:
    """Return what an import did, as a sentence."""
    origin = taken.batch.origin
    when = words.written(taken.batch.done_at)
    if taken.repeated:
        return f"这份名单已在 {when} 导入过，没有重复收。本机有新分来的户时，可以再导一次。"
    named = f"{origin.dataset.zh}（{origin.department}）已导入"
    found = f"，{len(taken.new)} 户有新的差异" if taken.new else "，没有新的差异"
    proposed = f"，{taken.proposed} 户新有提示（清单里选“有提示”）" if taken.proposed else ""
    return named + found + proposed + "。"


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
            Cell("、".join(named)),
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
