"""规则更新 in words: which rules come, what they change for whom, without Qt."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from caseworker_app.desktop.step import words
from caseworker_app.desktop.tongue import spoken, tr
from caseworker_app.model.determination import Determination
from caseworker_app.rules.policy.difference import Difference
from caseworker_app.workflow.renewal import Renewal
from caseworker_app.workflow.rule_update import Affected, Coming, RuleNews

_SHOWN = 3
"""Changes told of one pack; the settings have them all."""


@dataclass(frozen=True, slots=True)
class RuleRow:
    """Rules that come, or a visit under way for which others hold by now."""

    title: str
    lines: tuple[str, ...]
    visit: str = ""
    household: str = ""
    can_change: bool = False
    """A button lets the visit change over."""


@dataclass(frozen=True, slots=True)
class RulesView:
    notices: tuple[str, ...] = ()
    rows: tuple[RuleRow, ...] = ()
    hint: str = ""

    @property
    def is_empty(self) -> bool:
        return not (self.notices or self.rows)


SILENT = RulesView()


def rules_view(news: RuleNews) -> RulesView:
    """Return what the page tells; empty where there is nothing new."""
    ahead = tuple(_coming(one) for one in news.packs if one.is_ahead)
    rows = tuple(map(_affected, news.affected))
    hint = tr("下面各户是在新规则施行前开始的，仍按原规则办理，不用改也有效。") if rows else ""
    return RulesView(news.notices, rows + ahead, hint)


def came(rules: Renewal) -> tuple[str, ...]:
    """Return the part of a delivery's outcome that is about rules."""
    return (tr("取回 {files} 项规则更新", files=rules.files),) if rules.files else ()


def held(packs: Sequence[Coming]) -> tuple[str, ...]:
    """Return a line for each pack the office publishes, as the settings have it."""
    return tuple(
        tr(
            "{name}（{id}），自{day}起执行，{kept}收到",
            name=one.name,
            id=one.id,
            day=words.day(one.since),
            kept=words.written(one.kept),
        )
        for one in packs
    )


def _coming(one: Coming) -> RuleRow:
    day = words.day(one.since)
    title = tr("{name}（{id}）自{day}起执行", name=one.name, id=one.id, day=day)
    return RuleRow(title, tuple(_changes(one.changes)))


def _affected(one: Affected) -> RuleRow:
    return RuleRow(
        tr("{head}户", head=one.head),
        tuple(_told(one)),
        one.visit,
        one.household,
        can_change=not one.is_signed,
    )


def _told(one: Affected) -> Iterator[str]:
    since = words.day(one.since)
    if one.is_same:
        result = _result(one.was)
        yield tr("改用自{since}起执行的新规则，结果不变：{result}", since=since, result=result)
    else:
        yield tr(
            "按原规则：{was}；按自{since}起执行的新规则：{becomes}",
            was=_result(one.was),
            since=since,
            becomes=_result(one.becomes),
        )
    yield from _changes(one.changes)
    if one.moves:
        yield tr("改用后，核查日期改为{day}。", day=words.day(one.day))
    if one.is_signed:
        yield tr("已有人签字，仍按原规则办理。确要改用，请先在签字一步撤回签字。")


def _result(answer: Determination) -> str:
    return tr(
        "{category}，{action}，每月 {amount}",
        category=spoken(answer.category),
        action=spoken(answer.action),
        amount=words.money(answer.monthly),
    )


def _changes(found: Sequence[Difference]) -> Iterator[str]:
    for one in found[:_SHOWN]:
        yield tr(
            "{what}{whose}　{before} → {after}",
            what=one.label,
            whose=tr("（{word}）", word=spoken(one.residence)) if one.residence else "",
            before=one.before,
            after=one.after,
        )
    if len(found) > _SHOWN:
        yield tr("另有 {n} 处变动", n=len(found) - _SHOWN)
