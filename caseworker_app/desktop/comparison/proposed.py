"""事件提示 in words: what the data propose, what it rests on, what it would change."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from caseworker_app.desktop.faces import ChipFace, Shape
from caseworker_app.desktop.step import law, words
from caseworker_app.desktop.step.case import Case
from caseworker_app.desktop.theme.tokens import Tone
from caseworker_app.desktop.tongue import tr
from caseworker_app.model.codes import Action, DiscrepancyState
from caseworker_app.model.discrepancy import Discrepancy
from caseworker_app.model.values import Month
from caseworker_app.rules.comparison.proposals import Proof, Proposal

_WITHDRAWN = ChipFace(tr("已撤回"), Tone.GREEN, Shape.TICK)
_WAITING = ChipFace(tr("待核实"), Tone.ORANGE, Shape.RING)
_STATES = {
    DiscrepancyState.CONFIRMED: ChipFace(tr("已查实"), Tone.RED, Shape.TICK),
    DiscrepancyState.UNRESOLVED: ChipFace(tr("待进一步核实"), Tone.YELLOW, Shape.DIAMOND),
}
_UNDO = tr("已排除，提示撤回。要改回，打开这一处。")


@dataclass(frozen=True, slots=True)
class ProposalRow:
    """One proposal: what is said and advised, what it rests on, what it would change."""

    id: str
    """Id of the difference it is verified or ruled out by."""
    state: ChipFace
    text: str
    advice: str
    proofs: tuple[str, ...]
    changes: tuple[str, ...]
    articles: str


def rows(case: Case) -> tuple[ProposalRow, ...]:
    """Return what is proposed, what was ruled out at the end; nothing once the visit is sealed."""
    if not case.is_open:
        return ()
    day = words.local(case.actions.now()).date()
    live = case.dossier.proposals(day, case.visit.explanations)
    known = {proposal.difference for proposal in live}
    gone = (p for p in case.dossier.proposals(day, ()) if p.difference not in known)
    return (*(_row(case, p, day) for p in live), *(_withdrawn(case, p, day) for p in gone))


def waiting(case: Case) -> tuple[str, ...]:
    """Return the differences of proposals nobody has decided."""
    return tuple(row.id for row in rows(case) if row.state is _WAITING)


def _row(case: Case, proposal: Proposal, day: date) -> ProposalRow:
    state = case.explanation(proposal.difference).state
    return ProposalRow(
        id=proposal.difference,
        state=_STATES.get(state, _WAITING),
        text=_text(case, proposal),
        advice=_advice(case, proposal),
        proofs=tuple(_proof(proof, day) for proof in proposal.proofs) or (tr("数据已到期删除"),),
        changes=_changes(proposal),
        articles=law.articles(proposal.articles),
    )


def _withdrawn(case: Case, proposal: Proposal, day: date) -> ProposalRow:
    row = _row(case, proposal, day)
    return ProposalRow(row.id, _WITHDRAWN, row.text, _UNDO, row.proofs, (), "")


def _text(case: Case, proposal: Proposal) -> str:
    """Return ``民政 殡葬信息显示，王桂兰已于2026年11月20日去世``."""
    who = tr("、").join(dict.fromkeys(proof.department for proof in proposal.proofs))
    said = tr("{who}信息显示，", who=who) if who else ""
    if proposal.action:
        died = (
            tr("已于{day}去世", day=words.day(proposal.died))
            if proposal.died
            else tr("已去世，去世日期不明")
        )
        return f"{said}{proposal.subject}{died}"
    found = _difference(case, proposal)
    return tr(
        "{said}{subject}：{registered}",
        said=said,
        subject=proposal.subject,
        registered=found.registered,
    )


def _advice(case: Case, proposal: Proposal) -> str:
    """Return what is proposed, as advice and never as done."""
    if proposal.visit:
        kind = words.difference(_difference(case, proposal).code)
        return tr("建议因“{kind}”作一次{word}", kind=kind, word=proposal.visit.zh)
    since = (
        tr("自{month}起", month=words.month(proposal.from_month))
        if proposal.from_month
        else tr("自去世次月起")
    )
    if proposal.action is Action.STOP_DEAD:
        return tr("建议{since}停发", since=since)
    return tr("建议{since}其本人退出救助", since=since)


def _changes(proposal: Proposal) -> tuple[str, ...]:
    if proposal.visit:
        return (tr("查清来源和收入后重新认定"), tr("金额以认定为准"))
    if proposal.action is Action.STOP_DEAD:
        what = tr("本户没有其他成员，全户停发")
    else:
        what = tr("其余成员重新认定，金额以认定为准")
    return (what, _to_ask(proposal))


def _to_ask(proposal: Proposal) -> str:
    if proposal.died is None:
        return tr("先查明去世日期，再核对有没有多发")
    if not proposal.to_ask:
        return tr("去世当月照发，至今没有多发的月份")
    return tr("请查 {span}有没有发过款", span=_span(proposal.to_ask))


def _span(months: Sequence[Month]) -> str:
    """Return ``2026年10月``, ``2026年10月至11月`` or ``2026年12月至2027年1月``."""
    first, last = months[0], months[-1]
    if first == last:
        return words.month(first)
    until = tr("{month}月", month=last.month) if first.year == last.year else words.month(last)
    return tr("{month}至{until}", month=words.month(first), until=until)


def _proof(proof: Proof, day: date) -> str:
    age = (day - proof.as_of).days
    return tr(
        "{department} 截至 {as_of}，{rest}",
        department=proof.department,
        as_of=proof.as_of,
        rest=tr("当天") if age <= 0 else tr("{age} 天前", age=age),
    )


def _difference(case: Case, proposal: Proposal) -> Discrepancy:
    return next(d for d in case.dossier.discrepancies if d.id == proposal.difference)
