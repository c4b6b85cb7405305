"""What a change does, told while it is being written down."""

from collections.abc import Iterator

from caseworker_app.desktop.household.change_view import Effect
from caseworker_app.desktop.step import law, words
from caseworker_app.desktop.step.case import Case
from caseworker_app.desktop.theme.tokens import Tone
from caseworker_app.desktop.tongue import spoken, tr
from caseworker_app.model.ages import ADULT, is_adult
from caseworker_app.model.change import HouseholdChange
from caseworker_app.model.codes import ChangeKind
from caseworker_app.model.values import yuan
from caseworker_app.model.visit import Visit
from caseworker_app.rules.changes import kinds
from caseworker_app.rules.changes.apply import undo
from caseworker_app.rules.changes.missing import needs_head
from caseworker_app.rules.changes.months import effective, is_late, moves
from caseworker_app.rules.changes.split import only_on_paper
from caseworker_app.workflow.visit import Live


def effects(case: Case, change: HouseholdChange) -> tuple[Effect, ...]:
    """Return what a written change does to people, money and months, and what it asks for."""
    before = case.actions.live(undo(case.visit, change.id), case.dossier.discrepancies)
    facts = " · ".join((_people(before, case.live), _pay(before, case.live)))
    rises = case.live.determination.monthly >= before.determination.monthly
    return (
        Effect(facts, Tone.GREEN if rises else Tone.ORANGE, strong=True),
        Effect(_months(change, case.visit), strong=True),
        *_warnings(change, case.visit, case.live.report_months),
        *_overpaid(change, case.live),
        Effect(law.articles((*kinds.articles(change.kind), *kinds.REPORTED))),
    )


def _people(before: Live, now: Live) -> str:
    old, new = len(before.determination.counted), len(now.determination.counted)
    return (
        tr("计入人数 {old} 人不变", old=old)
        if old == new
        else tr("计入人数 {old} 人 → {new} 人", old=old, new=new)
    )


def _pay(before: Live, now: Live) -> str:
    old, new = before.determination, now.determination
    if (old.category, old.monthly) == (new.category, new.monthly):
        return tr(
            "{word}，每月 {amount} 元不变", word=spoken(new.category), amount=yuan(new.monthly)
        )
    changed = (
        ""
        if old.category is new.category
        else tr("{word} → {word2}，", word=spoken(old.category), word2=spoken(new.category))
    )
    return tr(
        "{changed}每月 {amount} 元 → {amount2} 元",
        changed=changed,
        amount=yuan(old.monthly),
        amount2=yuan(new.monthly),
    )


def _months(change: HouseholdChange, visit: Visit) -> str:
    since = words.month(effective(change, visit.day))
    if change.kind is ChangeKind.DEATH:
        known = tr("自{since}起不计（死亡次月）", since=since)
        return known if change.day else tr("填了死亡日期，才知道从哪个月起不计")
    if moves(change):
        return tr("自{since}起按新的人口发放（作出决定的次月）", since=since)
    if change.kind is ChangeKind.HEAD:
        return tr("自{since}起由新户主领取，原户主留在名单上", since=since)
    return tr("仍计入共同生活的家庭成员")


def _warnings(change: HouseholdChange, visit: Visit, within: int) -> Iterator[Effect]:
    if is_late(change, visit.day, within):
        text = tr(
            "发生已超过{within}个月才报告，按规定批评教育（{articles}）",
            within=within,
            articles=law.articles(kinds.LATE),
        )
        yield Effect(text, Tone.ORANGE)
    if change.kind in kinds.COMES and _has_adult(change, visit):
        text = tr(
            "成年人加入，须补签核对授权书后才能查询其登记（{article}）",
            article=law.article("SAL-41"),
        )
        yield Effect(text, Tone.ORANGE)
    if change.head and not _is_adult(change.head, visit):
        yield Effect(tr("新户主未满{age}周岁，请在说明里写明监护人", age=ADULT), Tone.ORANGE)
    if change.kind is ChangeKind.SPLIT:
        yield Effect(tr("封存本户时另立新户档案并开始新户的核查；新户按新申请认定"), Tone.BLUE)
        if _parts_spouses(change, visit):
            text = tr(
                "夫妻无论户籍在哪、是否分户，都要合并计算（{article}）",
                article=law.article("DBM-7"),
            )
            yield Effect(text, Tone.ORANGE)
        if only_on_paper(visit, change):
            text = tr("两户住址相同：请分别看灶具和水电表，防止分户不分家")
            yield Effect(text, Tone.ORANGE)
    if needs_head(visit) and change.kind is not ChangeKind.HEAD:
        yield Effect(tr("户主已不在户内，请接着办理户主变更"), Tone.ORANGE)


def _parts_spouses(change: HouseholdChange, visit: Visit) -> bool:
    """Tell whether the head's spouse is split off: they count together all the same."""
    return any(m.relation.startswith("1") for m in visit.household.members if m.id in change.who)


def _overpaid(change: HouseholdChange, now: Live) -> Iterator[Effect]:
    if change.kind is ChangeKind.DEATH and now.determination.overpaid:
        months = len(change.paid)
        text = tr(
            "死亡次月起已发 {months} 个月，多发 {amount} 元，须追回",
            months=months,
            amount=yuan(now.determination.overpaid),
        )
        yield Effect(text, Tone.ORANGE)
    if change.kind is ChangeKind.DEATH and now.determination.finish_by:
        day = words.day(now.determination.finish_by)
        yield Effect(tr("复核和调整须在 {day} 前办完", day=day), Tone.BLUE)


def _has_adult(change: HouseholdChange, visit: Visit) -> bool:
    return any(_is_adult(who, visit) for who in change.who)


def _is_adult(member_id: str, visit: Visit) -> bool:
    numbers = (m.id_number for m in visit.household.members if m.id == member_id)
    return any(is_adult(number, visit.day) for number in numbers)
