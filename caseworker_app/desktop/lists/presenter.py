"""The parts of 部门数据 and what stands above them, without Qt."""

from enum import StrEnum

from caseworker_app.desktop.step import words
from caseworker_app.desktop.tongue import tr
from caseworker_app.workflow.register_desk import PastImport
from caseworker_app.workflow.register_import import State


class Part(StrEnum):
    """What can be looked at, in the order shown."""

    IMPORT = tr("导入名单")
    CLAIMS = tr("待认领")
    HISTORY = tr("导入记录")


def word(part: Part, count: int) -> str:
    """Return the word of a part with what is in it."""
    return f"{part.value} {count}" if count else part.value


def headline(every: tuple[PastImport, ...]) -> str:
    """Return what was taken in last, and how many lists are in use."""
    used = [one.batch for one in every if one.batch.state is State.DONE]
    if not used:
        return tr("导入部门发来的名单，只留下本机各户的数据")
    last = used[0]
    return tr(
        "在用 {n} 份名单 · 最近一份 {word}，截至 {day}",
        n=len(used),
        word=last.origin.dataset.zh,
        day=words.day(last.origin.as_of),
    )
