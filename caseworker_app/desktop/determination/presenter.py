"""What the determination step shows: the answer, its figures, its grounds, what is missing."""

from dataclasses import dataclass, replace

from caseworker_app.desktop.determination.again import AgainPresenter
from caseworker_app.desktop.determination.grounds import Ground, grounds, plain
from caseworker_app.desktop.step import law, words
from caseworker_app.desktop.step.case import Case
from caseworker_app.desktop.step.places import Step, step_of
from caseworker_app.desktop.theme.tokens import Tone
from caseworker_app.desktop.tongue import tr
from caseworker_app.model.codes import Action, Category
from caseworker_app.model.determination import Determination, Remark
from caseworker_app.model.values import Fen, yuan
from caseworker_app.rules.procedure.outcomes import HEARING
from caseworker_app.rules.procedure.way import State, WayStep

_TO_COME = frozenset({State.NEXT, State.OPEN})

_TONES = {
    Action.CONTINUE: Tone.GREEN,
    Action.INCREASE: Tone.GREEN,
    Action.STOP: Tone.RED,
    Action.STOP_DEAD: Tone.RED,
    Action.REFUSE: Tone.RED,
}

CAUSES = (("", tr("无")), ("employment", tr("家人就业增收")))


@dataclass(frozen=True, slots=True)
class Figure:
    label: str
    value: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class MissingRow:
    text: str
    article: str
    place: str
    where: str
    """The step the button jumps to, in words."""


@dataclass(frozen=True, slots=True)
class AheadRow:
    """A step of the office after the visit is sealed."""

    what: str
    who: str
    rule: str
    """Article and time limit."""
    why: str


@dataclass(frozen=True, slots=True)
class Ahead:
    rows: tuple[AheadRow, ...]
    spared: str
    """Steps that are not needed, or ""."""
    reasons: str
    """Why not, a line each."""


@dataclass(frozen=True, slots=True)
class DeterminationView:
    action: str
    tone: Tone
    amount: str
    change: str
    """Against what is paid today, in words."""
    category: str
    from_month: str
    figures: tuple[Figure, ...]
    notes: tuple[str, ...]
    ahead: Ahead
    ground: Ground
    missing: tuple[MissingRow, ...]
    cause: str
    opinion: str
    proposal: str
    """Words for the opinion that follow from the answer."""
    is_open: bool


class DeterminationPresenter:
    def __init__(self, case: Case) -> None:
        self._case = case
        self.again = AgainPresenter(case, case.actions.replay)

    def view(self) -> DeterminationView:
        answer, visit = self._case.live.determination, self._case.visit
        paid = visit.household.monthly
        return DeterminationView(
            action=answer.action.zh,
            tone=_TONES.get(answer.action, Tone.ORANGE if answer.monthly < paid else Tone.BLUE),
            amount=yuan(answer.monthly),
            change=change(answer.monthly, paid),
            category=answer.category.zh,
            from_month=tr("{month}起", month=words.month(answer.from_month)),
            figures=tuple(_figures(answer)),
            notes=tuple(self._notes(answer)),
            ahead=ahead(self._case.live.ahead),
            ground=replace(grounds(self._case, answer.reason), articles=""),
            missing=tuple(
                MissingRow(m.text, law.article(m.article), m.place, step_of(m.place).zh)
                for m in self._case.live.missing
                if step_of(m.place) is not Step.SIGNING
            ),
            cause=visit.cause,
            opinion=visit.opinion,
            proposal=proposal(answer),
            is_open=self._case.is_open,
        )

    def cause(self, code: str) -> None:
        """Note why the income rose; a job brings disregard and grace (ZJR-50)."""
        self._case.put({"/cause": code})

    def opinion(self, text: str) -> None:
        """Take the investigators' opinion while it is typed."""
        self._case.type({"/opinion": text})

    def agree(self) -> None:
        """Take over the proposed words."""
        self._case.put({"/opinion": proposal(self._case.live.determination)})

    def commit(self) -> None:
        self._case.commit()

    def _notes(self, answer: Determination) -> list[str]:
        notes = []
        heard = next((s for s in self._case.live.ahead if s.code in HEARING), None)
        if heard is not None and heard.state in _TO_COME:
            notes.append(
                tr(
                    "降低或停止保障前，须先书面告知事实、理由和依据，听取家庭陈述申辩（{article}）。今天的签字不代替告知。",
                    article=law.article(heard.article),
                )
            )
        if answer.grace_until is not None:
            after = answer.after_grace.zh if answer.after_grace else tr("再行复核")
            notes.append(
                tr(
                    "渐退至 {month}，期满后{after}。",
                    month=words.month(answer.grace_until),
                    after=after,
                )
            )
        for member_id, fen in answer.single_listed:
            notes.append(
                tr(
                    "{name} 单列户保障，每月 {money}。",
                    name=self._case.name(member_id),
                    money=words.money(fen),
                )
            )
        if answer.overpaid:
            notes.append(tr("已多发 {money}，另行办理。", money=words.money(answer.overpaid)))
        for running in self._case.actions.running(self._case.visit):
            if running.step != "recheck":
                last = words.day(running.last)
                notes.append(
                    tr(
                        "{word}：截止 {last}（{words}）。",
                        word=running.zh,
                        last=last,
                        words=running.words,
                    )
                )
        notes.extend(self._remark(remark) for remark in answer.remarks)
        if answer.category is Category.NONE and answer.action is not Action.STOP_DEAD:
            notes.append(tr("请同时看看临时救助、医疗救助等其他帮助是否适用。"))
        return notes

    def _remark(self, remark: Remark) -> str:
        cited = law.articles(remark.articles)
        return plain(self._case, remark.text) + (tr("（{cited}）", cited=cited) if cited else "")


def ahead(way: tuple[WayStep, ...]) -> Ahead:
    """Return what the office does after the visit, and what this outcome does not need."""
    spared = [step for step in way if step.state is State.NOT_NEEDED]
    return Ahead(
        rows=tuple(
            AheadRow(
                step.zh, step.who, _rule(step), tr("{why}。{todo}。", why=step.why, todo=step.todo)
            )
            for step in way
            if step.state in _TO_COME
        ),
        spared=tr("、").join(step.zh for step in spared),
        reasons="\n".join(tr("{word}：{why}", word=step.zh, why=step.why) for step in spared),
    )


def _rule(step: WayStep) -> str:
    within = tr("{words}内", words=step.term.words) if step.term else ""
    if step.term_article not in ("", step.article):
        within += tr("（{article}）", article=law.article(step.term_article))
    return " · ".join(filter(None, (law.article(step.article), within)))


def change(now: Fen, before: Fen) -> str:
    """Return how an amount stands against what is paid today."""
    if now == before:
        return tr("与现在每月 {money} 相同", money=words.money(before))
    more = tr("增加") if now > before else tr("减少")
    return tr(
        "现在每月 {money}，{more} {money2}",
        money=words.money(before),
        more=more,
        money2=words.money(abs(now - before)),
    )


def proposal(answer: Determination) -> str:
    """Return the opinion that follows from the answer, ready to be changed."""
    income = f"经入户核查，该户月人均收入 {words.money(answer.per_capita)}"
    amount = f"，每月 {words.money(answer.monthly)}" if answer.monthly else ""
    month = words.month(answer.from_month)
    return f"{income}，认定为{answer.category.zh}，建议自{month}起{answer.action.zh}{amount}。"


def _figures(answer: Determination) -> list[Figure]:
    figures = [
        Figure(tr("共同生活人口"), tr("{n} 人", n=len(answer.counted))),
        Figure(tr("家庭年收入"), words.money(answer.income_annual), tr("依规定计算")),
        Figure(tr("月人均收入"), words.money(answer.per_capita)),
        Figure(tr("低保标准"), words.money(answer.standard), tr("每人每月")),
        Figure(tr("差额"), words.money(answer.gap), tr("每月")),
    ]
    if answer.top_up:
        figures.append(Figure(tr("分类施保"), words.money(answer.top_up), tr("每月")))
    if answer.per_capita_after_rigid is not None:
        figures.append(
            Figure(tr("扣除刚性支出后"), words.money(answer.per_capita_after_rigid), tr("月人均"))
        )
    if answer.care:
        figures.append(Figure(tr("照料护理"), words.CARE.get(answer.care, "")))
    figures.append(Figure(tr("下次复核"), answer.recheck.zh))
    return figures
