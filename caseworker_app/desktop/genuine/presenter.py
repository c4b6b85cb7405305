"""What a file turned out to be, in the words of whoever asks; without Qt, also for the command."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from caseworker_app.desktop.tongue import tr
from caseworker_app.model.values import civil
from caseworker_app.seals.holder import Holder
from caseworker_app.workflow.genuine import Judged, Kept, Seal, State, Why

_TITLES = {
    State.GENUINE: tr("真实，未改动"),
    State.CHANGED: tr("已被改动"),
    State.UNKNOWN: tr("不认识的签章"),
    State.FOREIGN: tr("不认识的签章"),
    State.PRACTICE: tr("练习文书，不能当真"),
    State.UNSEALED: tr("没有电子封章"),
    State.DAMAGED: tr("文件已损坏"),
    State.NOT_PDF: tr("不是 PDF 文件"),
}
_NEXT = {
    State.FOREIGN: tr(
        "这是别的系统的电子封章，这里读不懂，无法判断真假。请用封章单位提供的方法查验，或向出具单位核实。"
    ),
    State.PRACTICE: tr("这是练习时生成的，内容虚构，不能作为依据。"),
    State.UNSEALED: tr("无法判断真假。请要带电子封章的原件，或用纸上的二维码核对。"),
    State.DAMAGED: tr("打不开，无法判断真假。请向给文件的人重新要一份。"),
    State.NOT_PDF: tr("只能查验 PDF 文书。请换一个文件。"),
}
_CHANGED = {
    Why.ALTERED: tr("封章以后，文件里的内容变过。请不要使用，向出具单位要原件。"),
    Why.APPENDED: tr("封章以后，文件里又加了东西。请不要使用，向出具单位要原件。"),
    Why.BROKEN: tr("封章或文件已残缺，读不出来。请不要使用，向出具单位要原件。"),
}
_STRANGER = tr("封章以后没有改动，但不是本系统封的，是谁封的无法确认。请向出具单位核实。")
_NOT_ENROLLED = tr(
    "封章以后没有改动，但封章的电脑当时没有在本单位登记，是谁封的，这里无法确认。"
    "请拿到出具文书的电脑上查验；那台电脑登记并送达以后，也可请管理员在服务器上查验。"
)


@dataclass(frozen=True, slots=True)
class Verdict:
    """What is shown."""

    title: str
    lines: tuple[str, ...]


def verdict(found: Judged) -> Verdict:
    """Return what to say of a file."""
    other = found.state is State.GENUINE and found.kept is Kept.OTHER
    title = tr("与本机记录不一致") if other else _TITLES[found.state]
    return Verdict(title, tuple(_lines(found)))


def of_all(found: tuple[Judged, ...]) -> Verdict:
    """Return what to say of several files at once."""
    one = verdict(found[0])
    if len(found) == 1:
        return Verdict(one.title, (found[0].name, *one.lines))
    genuine = sum(each.is_genuine for each in found)
    title = tr("{count} 份文件，{genuine} 份真实未改动", count=len(found), genuine=genuine)
    each = (
        (tr("{name}：{verdict}", name=f.name, verdict=verdict(f).title), *verdict(f).lines)
        for f in found
    )
    return Verdict(title, tuple(line for lines in each for line in (*lines, "")))


def _lines(found: Judged) -> Iterator[str]:
    if found.state is State.CHANGED:
        yield _CHANGED[found.checked.why or Why.ALTERED]
    elif found.state is State.UNKNOWN:
        yield _NOT_ENROLLED if found.seal and found.seal.holder.device else _STRANGER
    elif found.state in _NEXT:
        yield _NEXT[found.state]
    if found.seal is not None:
        yield from _about(found, found.seal)
    yield from _record(found)


def _about(found: Judged, seal: Seal) -> Iterator[str]:
    if found.number:
        yield tr("文书编号：{number}", number=found.number)
    if seal.is_vouched:
        yield tr("封章人：{who}", who=_who(seal.holder))
    elif found.received:  # the office received it from this person and heard of no unit
        yield tr("封章人：{who}", who=seal.holder.name)
    else:
        yield tr("封章上写的是：{who}（未经确认）", who=_who(seal.holder))
    if seal.at:
        yield tr("封章时间：{when}", when=_when(seal.at))
    if found.received is not None and found.received.at is not None:
        yield tr("服务器收讫：{when}", when=_when(found.received.at))
    if found.clock_was_out:
        yield tr("封章时间晚于收讫时间，封章的电脑当时时间不准，以收讫时间为准。")


def _who(holder: Holder) -> str:
    return (
        tr("{name}（{unit}）", name=holder.name, unit=holder.unit) if holder.unit else holder.name
    )


def _record(found: Judged) -> Iterator[str]:
    if found.kept is Kept.SAME and found.is_genuine:
        yield tr("与本机记录一致。")
    elif found.kept is Kept.SAME:
        yield tr("本机存有这份文书的原件，可以重新打印。")
    elif found.kept is Kept.OTHER:
        yield tr("本机存有这个编号的文书，内容与此不同，请以本机记录为准。")
    elif found.state is State.GENUINE:
        yield tr("本机没有这份文书的记录，以上按封章判断。")


def _when(at: datetime) -> str:
    return f"{civil(at):%Y-%m-%d %H:%M}"
