"""What a change still lacks before its visit can be sealed."""

from collections.abc import Iterator

from caseworker_app.model.change import HouseholdChange
from caseworker_app.model.codes import ChangeKind
from caseworker_app.model.visit import Visit
from caseworker_app.rules.changes.kinds import HOWS, articles
from caseworker_app.rules.membership import DEAD

_AWAY = frozenset({DEAD, "moved_out", "divorced"})
"""Reasons for which somebody can no longer head the household."""


def missing(visit: Visit) -> Iterator[tuple[str, str, str, str]]:
    """Yield code, sentence, article and place of what is missing."""
    names = {member.id: member.name for member in visit.household.members}
    for change in visit.changes or ():
        who = "、".join(names.get(one, "") for one in change.who)
        article = articles(change.kind)[0]
        if change.day is None:
            text = f"{who}{change.kind.zh}的日期还没有填，请在家庭变化中补填"
            yield "change_day", text, article, f"/changes/#{change.id}/day"
        if change.kind in HOWS and not change.how:
            text = f"{who}{change.kind.zh}的情形还没有选，请在家庭变化中补选"
            yield "change_how", text, article, f"/changes/#{change.id}/how"
        if not _is_proved(change):
            text = f"{who}{change.kind.zh}还没有依据，请勾选看过的材料，没有材料的写明原因"
            yield "change_papers", text, article, f"/changes/#{change.id}/papers"
    yield from _headless(visit, names)


def _is_proved(change: HouseholdChange) -> bool:
    return bool(change.papers or change.source or change.difference or change.reason.strip())


def needs_head(visit: Visit) -> bool:
    """Tell whether the head is gone while others stay (N22-1.3)."""
    reasons = {member.id: member.excluded for member in visit.members}
    stays = any(not reason for reason in reasons.values())
    return stays and reasons.get(visit.household.head_id) in _AWAY and not _is_merged(visit)


def _headless(visit: Visit, names: dict[str, str]) -> Iterator[tuple[str, str, str, str]]:
    """Yield the head who is gone; somebody has to take the file over."""
    if needs_head(visit):
        who = names.get(visit.household.head_id, "")
        text = f"户主{who}已不在户内，请在家庭变化中办理户主变更"
        yield "head_gone", text, "N22-1.3", "/changes"


def _is_merged(visit: Visit) -> bool:
    return any(change.kind is ChangeKind.MERGED for change in visit.changes or ())
