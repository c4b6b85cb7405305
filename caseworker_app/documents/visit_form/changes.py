"""二 共同生活的家庭成员, 家庭变化: who came, left or heads the household now, and the proof."""

from collections.abc import Iterator

from caseworker_app.documents import words
from caseworker_app.documents.cell import Cell, Text, cell, remark
from caseworker_app.documents.fonts import Role
from caseworker_app.documents.table import Row, Table, head, shares
from caseworker_app.documents.visit_form.form import VisitForm
from caseworker_app.documents.wording import SectionWords
from caseworker_app.model.change import HouseholdChange
from caseworker_app.model.codes import ChangeKind
from caseworker_app.rules.changes import kinds
from caseworker_app.rules.changes.months import effective, moves

_CELL = 8.5
_WIDTHS = shares(160, 128, 200)


def changes(form: VisitForm, w: SectionWords) -> tuple[Table, ...]:
    """Return the table of changes; nothing where the household is as it was filed."""
    told = form.visit.changes or ()
    if not told:
        return ()
    heads = (head(_WIDTHS, *(w[k] for k in ("change", "change_since", "change_proof"))),)
    return (Table(tuple(Row(tuple(_cells(form, change))) for change in told), heads),)


def _cells(form: VisitForm, change: HouseholdChange) -> Iterator[Cell]:
    contents = (
        (Text(_what(form, change), Role.HEADING, _CELL), *_linked(change)),
        (Text(_since(form, change), size=_CELL),),
        (Text(_proof(change) or "—", size=_CELL), remark(_by(change))),
    )
    for wide, content in zip(_WIDTHS, contents, strict=True):
        yield cell(wide, *content)


def _what(form: VisitForm, change: HouseholdChange) -> str:
    who = "、".join(form.name(one) or "未取名" for one in change.who)
    if change.kind is ChangeKind.HEAD:
        return f"{change.kind.zh}：{form.name(change.was_head)} → {who}"
    return f"{kinds.said(change)}：{who}"


def _linked(change: HouseholdChange) -> Iterator[Text]:
    """Yield the other file of a split or a merge."""
    other = change.other
    if other is None:
        return
    if change.kind is ChangeKind.SPLIT:
        yield remark(f"另立新户，户主{other.head}，住{other.living_address}")
    elif change.kind is ChangeKind.MERGE:
        yield remark(f"{other.head}户（{other.number}）并入本户，原档保留")
    else:
        yield remark(f"并入{other.head}户（{other.number}），本档保留")


def _since(form: VisitForm, change: HouseholdChange) -> str:
    day = words.day(change.day) if change.day else "日期待补"
    if not moves(change) and change.kind is not ChangeKind.HEAD:
        return day
    month = words.month(effective(change, form.visit.day))
    return f"{day}，{month}起{_does(change)}"


def _does(change: HouseholdChange) -> str:
    if change.kind is ChangeKind.HEAD:
        return "由新户主领取"
    comes = change.kind in kinds.COMES or change.kind is ChangeKind.RETURN
    return "计入" if comes else "不计"


def _proof(change: HouseholdChange) -> str:
    seen = "、".join(kinds.paper(change.kind, code) for code in change.papers)
    parts = (
        f"看过{seen}" if seen else "",
        f"登记：{change.source}" if change.source else "",
        "三比对已查实" if change.difference else "",
        words.formal(change.reason.strip()),
    )
    return "；".join(filter(None, parts))


def _by(change: HouseholdChange) -> str:
    return " ".join(filter(None, (change.by, words.moment(change.at) if change.at else "")))
