"""事件提示 in words: what the data propose, what it rests on, what it would change."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from caseworker_app.desktop.faces import ChipFace, Shape
from caseworker_app.desktop.step import law, words
from caseworker_app.desktop.step.case import Case
from caseworker_app.desktop.theme.tokens import Tone
from caseworker_app.model.codes import Action, DiscrepancyState
from caseworker_app.model.discrepancy import Discrepancy
from caseworker_app.model.values import Month
from caseworker_app.rules.comparison.proposals import Proof, Proposal

_WITHDRAWN = ChipFace("已撤回", Tone.GREEN, Shape.TICK)
_WAITING = ChipFace("待核实", Tone.ORANGE, Shape.RING)
_STATES = {
    DiscrepancyState.CONFIRMED: ChipFace("已查实", Tone.RED, Shape.TICK),
    DiscrepancyState.UNRESOLVED: ChipFace("待进一步核实", Tone.YELLOW, Shape.DIAMOND),
}
_UNDO = "已排除，提示撤回。要改回，打开这一处。"


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
        proofs=tuple(_proof(proof, day) for proof in proposal.proofs) or ("数据已到期删除",),
        changes=_changes(proposal),
        articles=law.articles(proposal.articles),
    )


def _withdrawn(case: Case, proposal: Proposal, day: date) -> ProposalRow:
    row = _row(case, proposal, day)
    return ProposalRow(row.id, _WITHDRAWN, row.text, _UNDO, row.proofs, (), "")


def _text(case: Case, proposal: Proposal) -> str:
    """Return ``民政 殡葬信息显示，王桂兰已于2026年11月20日去世``."""
    who = "、".join(dict.fromkeys(proof.department for proof in proposal.proofs))
    said = f"{who}信息显示，" if who else ""
    if proposal.action:
        died = f"已于{words.day(proposal.died)}去世" if proposal.died else "已去世，去世日期不明"
        return f"{said}{proposal.subject}{died}"
    found = _difference(case, proposal)
    return f"{said}{proposal.subject}：{found.registered}"


def _advice(case: Case, proposal: Proposal) -> str:
    """Return what is proposed, as advice and never as done."""
    if proposal.visit:
        kind = words.difference(_difference(case, proposal).code)
        return f"建议因“{kind}”作一次{proposal.visit.zh}"
    since = f"自{words.month(proposal.from_month)}起" if proposal.from_month else "自去世次月起"
    if proposal.action is Action.STOP_DEAD:
        return f"建议{since}停发"
    return f"建议{since}其本人退出救助"


def _changes(proposal: Proposal) -> tuple[str, ...]:
    if proposal.visit:
        return ("查清来源和收入后重新认定", "金额以认定为准")
    if proposal.action is Action.STOP_DEAD:
        what = "本户没有其他成员，全户停发"
    else:
        what = "其余成员重新认定，金额以认定为准"
    return (what, _to_ask(proposal))


def _to_ask(proposal: Proposal) -> str:
    if proposal.died is None:
        return "先查明去世日期，再核对有没有多发"
    if not proposal.to_ask:
        return "去世当月照发，至今没有多发的月份"
    return f"请查 {_span(proposal.to_ask)}有没有发过款"


def _span(months: Sequence[Month]) -> str:
    """Return ``2026年10月``, ``2026年10月至11月`` or ``2026年12月至2027年1月``."""
    first, last = months[0], months[-1]
    if first == last:
        return words.month(first)
    until = f"{last.month}月" if first.year == last.year else words.month(last)
    return f"{words.month(first)}至{until}"


def _proof(proof: Proof, day: date) -> str:
    age = (day - proof.as_of).days
    return f"{proof.department} 截至 {proof.as_of}，{'当天' if age <= 0 else f'{age} 天前'}"


def _difference(case: Case, proposal: Proposal) -> Discrepancy:
    return next(d for d in case.dossier.discrepancies if d.id == proposal.difference)
