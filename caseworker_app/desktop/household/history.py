"""家庭变化 in the members' list: when somebody came or left, from which month, why."""

from collections.abc import Iterator

from caseworker_app.desktop.household.change_view import ChangeRow
from caseworker_app.desktop.step import words
from caseworker_app.desktop.theme.tokens import Tone
from caseworker_app.desktop.tongue import tr
from caseworker_app.model.change import HouseholdChange
from caseworker_app.model.codes import ChangeKind
from caseworker_app.model.visit import Visit
from caseworker_app.rules.changes import kinds
from caseworker_app.rules.changes.missing import missing
from caseworker_app.rules.changes.months import effective, moves, steps


def of_member(visit: Visit, member_id: str) -> str:
    """Return what happened to a member in this visit, or ""."""
    told = (_of_member(visit, c) for c in visit.changes or () if member_id in c.who)
    return tr("；").join(told)


def rows(visit: Visit) -> tuple[ChangeRow, ...]:
    """Return the changes of a visit, the latest first."""
    return tuple(_row(visit, change) for change in reversed(visit.changes or ()))


def months(visit: Visit) -> str:
    """Return who many count from which month, or "" where nothing moves."""
    told = steps(visit)
    if not told:
        return ""
    (last, before), *later = told
    since = tr("，").join(
        tr("{month}起 {count} 人", month=words.month(month), count=count) for month, count in later
    )
    return tr(
        "计入人数：到{month} {before} 人，{since}",
        month=words.month(last),
        before=before,
        since=since,
    )


def names(visit: Visit, change: HouseholdChange) -> str:
    """Return whom a change is about."""
    known = {member.id: member.name for member in visit.household.members}
    return tr("、").join(known[who] or tr("未取名") for who in change.who if who in known)


def _of_member(visit: Visit, change: HouseholdChange) -> str:
    day = words.day(change.day)
    said = f"{day}{kinds.said(change)}" if day else tr("{said}，日期待填", said=kinds.said(change))
    if change.kind is ChangeKind.HEAD:
        said = tr("{day}起任户主", day=day) if day else tr("接任户主，日期待填")
    if not moves(change):
        return said
    since = words.month(effective(change, visit.day))
    stays = change.kind in kinds.COMES or change.kind is ChangeKind.RETURN
    return tr(
        "{said}，{since}起{rest}", said=said, since=since, rest=tr("计入") if stays else tr("不计")
    )


def _row(visit: Visit, change: HouseholdChange) -> ChangeRow:
    lacks = tr("；").join(
        text for _, text, _, place in missing(visit) if place.startswith(f"/changes/#{change.id}/")
    )
    stays = change.kind in kinds.COMES or change.kind is ChangeKind.RETURN
    tone = Tone.GREEN if stays else Tone.GREY if moves(change) else Tone.BLUE
    return ChangeRow(
        id=change.id,
        what=tr("{said}：{about}", said=kinds.said(change), about=_about(visit, change)),
        when=_when(visit, change),
        proof=tr("；").join(_proof(change)),
        tone=Tone.ORANGE if lacks else tone,
        lacks=lacks,
    )


def _about(visit: Visit, change: HouseholdChange) -> str:
    who, other = names(visit, change), change.other
    if change.kind is ChangeKind.HEAD:
        was = next((m.name for m in visit.household.members if m.id == change.was_head), "")
        return f"{was} → {who}"
    if change.kind is ChangeKind.SPLIT:
        head = next((m.name for m in visit.household.members if m.id == change.head), "")
        return (
            tr("{who}分出，新户户主{head}", who=who, head=head)
            if head
            else tr("{who}分出", who=who)
        )
    if change.kind is ChangeKind.MERGE and other:
        return tr(
            "{head}户（{number}）并入，{value}",
            head=other.head,
            number=other.number,
            value=who or tr("没有新增的人"),
        )
    if change.kind is ChangeKind.MERGED and other:
        return tr("本户并入{head}户（{number}）", head=other.head, number=other.number)
    return who


def _when(visit: Visit, change: HouseholdChange) -> str:
    day = words.day(change.day) or tr("日期待填")
    if not moves(change) and change.kind is not ChangeKind.HEAD:
        return day
    return tr("{day}，{month}起", day=day, month=words.month(effective(change, visit.day)))


def _proof(change: HouseholdChange) -> Iterator[str]:
    seen = tr("、").join(kinds.paper(change.kind, code) for code in change.papers)
    if seen:
        yield tr("看过{seen}", seen=seen)
    if change.source:
        yield tr("登记：{source}", source=change.source)
    if change.difference:
        yield tr("三比对已查实")
    if change.reason.strip():
        yield change.reason.strip()
    if change.by:
        yield " ".join(filter(None, (change.by, words.written(change.at))))
