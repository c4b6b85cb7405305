"""What the three comparisons show, and which units a key changes."""

from dataclasses import dataclass

from caseworker_app import codes
from caseworker_app.desktop import faces
from caseworker_app.desktop.comparison.agreed import agreed, lapsed, provenance
from caseworker_app.desktop.comparison.found import FoundPresenter, FoundRow
from caseworker_app.desktop.comparison.outlook import outlook, proposal
from caseworker_app.desktop.comparison.proposed import ProposalRow, rows as proposed, waiting
from caseworker_app.desktop.faces import ChipFace, Shape
from caseworker_app.desktop.step import law, words
from caseworker_app.desktop.step.case import Case
from caseworker_app.desktop.step.following import following
from caseworker_app.desktop.theme.tokens import Tone
from caseworker_app.desktop.tongue import tr
from caseworker_app.model.codes import DiscrepancyState, Level, Register
from caseworker_app.model.discrepancy import Discrepancy, Explanation
from caseworker_app.model.values import Json
from caseworker_app.rules.comparison.answers import Answer, answers
from caseworker_app.rules.evidence import PHOTO, standing
from caseworker_app.workflow.found import Findings

CLOSED = frozenset(
    {DiscrepancyState.CONFIRMED, DiscrepancyState.REFUTED, DiscrepancyState.UNRESOLVED}
)

_STATES = {
    DiscrepancyState.OPEN: (Tone.ORANGE, Shape.RING),
    DiscrepancyState.EXPLAINED: (Tone.BLUE, Shape.CIRCLE),
    DiscrepancyState.CONFIRMED: (Tone.RED, Shape.TICK),
    DiscrepancyState.REFUTED: (Tone.GREEN, Shape.TICK),
    DiscrepancyState.UNRESOLVED: (Tone.YELLOW, Shape.DIAMOND),
}

_DUTIES = {
    Level.RED: tr("须先查清才能认定"),
    Level.ORANGE: tr("须说明后才能认定"),
    Level.YELLOW: tr("请说明，可写明理由后了结"),
    Level.BLUE: tr("供参考，不影响认定"),
}


@dataclass(frozen=True, slots=True)
class Row:
    """One difference in the list: 申报 | 部门登记 | 现场核实."""

    id: str
    name: str
    subject: str
    level: ChipFace
    declared: str
    registered: str
    source: str
    stale: bool
    found: str
    state: ChipFace
    closed: bool


@dataclass(frozen=True, slots=True)
class Group:
    register: Register
    rows: tuple[Row, ...]
    agreed: tuple[str, ...]
    lapsed: tuple[str, ...]
    """Data erased with their term, of which nothing can be said."""


@dataclass(frozen=True, slots=True)
class AnswerRow:
    code: str
    zh: str
    article: str
    evidence: str
    effect: str
    """计入 or 不计入, in words."""
    counts: bool
    outlook: str
    """What the determination would become; empty for the chosen one and on a closed visit."""
    chosen: bool


@dataclass(frozen=True, slots=True)
class Photo:
    id: str
    sha: str
    caption: str
    turned: int = 0


@dataclass(frozen=True, slots=True)
class Detail:
    """Everything about the difference that is open."""

    row: Row
    place: str
    """Such as ``第 1 处，共 3 处``."""
    duty: str
    ask: tuple[str, ...]
    """Papers to ask for."""
    answers: tuple[AnswerRow, ...]
    observed: str
    text: str
    photos: tuple[Photo, ...]
    written: str
    """Who wrote it down and when, or ""."""
    proposal: str
    """What the determination is as things stand."""


@dataclass(frozen=True, slots=True)
class ComparisonView:
    proposals: tuple[ProposalRow, ...]
    groups: tuple[Group, ...]
    summary: str
    detail: Detail | None
    is_open: bool
    found: tuple[FoundRow, ...]
    may_add: bool
    """Whether found facts may be written down."""


class ComparisonPresenter:
    def __init__(self, case: Case) -> None:
        self._case = case
        self.found = FoundPresenter(case)
        order = self._order
        still = (i for i in order if case.explanation(i).state not in CLOSED)
        first = next(still, order[0] if order else "")
        self.current: str = next(iter(waiting(case)), first)

    def view(self) -> ComparisonView:
        groups = tuple(
            Group(
                register,
                tuple(map(self._row, self._of(register))),
                self._agreed(register),
                lapsed(self._case.dossier, register),
            )
            for register in Register
        )
        rows = [row for group in groups for row in group.rows]
        return ComparisonView(
            proposed(self._case),
            groups,
            _summary(rows, whole=not self._case.dossier.lapses),
            self._detail(),
            self._case.is_open,
            self.found.rows(),
            self.found.can_write,
        )

    def take(self, fresh: Findings) -> None:
        """Take in a found fact that is in the store, and what it raised."""
        self._case.found(fresh)

    def choose(self, discrepancy_id: str) -> None:
        """Open a difference."""
        if discrepancy_id in self._order:
            self.current = discrepancy_id

    def step(self, distance: int) -> None:
        """Go up or down the differences, over the ends of the registers, never past the last."""
        if self.current:
            place = self._order.index(self.current) + distance
            self.current = self._order[max(0, min(place, len(self._order) - 1))]

    def next_open(self) -> None:
        """Go on to the next difference that is not closed; stay where there is none."""
        start = self._order.index(self.current) + 1 if self.current else 0
        for discrepancy_id in self._order[start:] + self._order[: max(0, start - 1)]:
            if self._case.explanation(discrepancy_id).state not in CLOSED:
                self.current = discrepancy_id
                return

    def answer(self, code: str) -> None:
        """Close the difference by one of the answers the law offers."""
        chosen = next(a for a in self._answers() if a.code == code)
        self._conclude(state=chosen.state, conclusion=chosen.conclusion, resolved=chosen.code)

    def reopen(self) -> None:
        """Take the answer back."""
        explained = bool(self._explanation().text)
        state = DiscrepancyState.EXPLAINED if explained else DiscrepancyState.OPEN
        self._conclude(state=state, conclusion="", resolved="")

    def observe(self, text: str) -> None:
        """Note, while it is typed, what was seen on the spot."""
        self._type(observed=text)

    def explain(self, text: str) -> None:
        """Note, while it is typed, what the household says; that alone makes it 已说明."""
        state = self._explanation().state
        if state in CLOSED:
            self._type(text=text)
        else:
            says = DiscrepancyState.EXPLAINED if text.strip() else DiscrepancyState.OPEN
            self._type(text=text, state=says)

    def commit(self) -> None:
        self._case.commit()

    def remove_evidence(self, attachment_id: str) -> None:
        """Have the difference lean on a photo no longer; the photo stays in the visit."""
        kept = [e for e in self._explanation().evidence if e != attachment_id]
        changes: dict[str, Json] = {f"/explanations/#{self.current}/evidence": list(kept)}
        for photo in self._case.visit.attachments:
            if photo.id == attachment_id and photo.bound_to == self.current:
                changes[f"/attachments/#{photo.id}/bound_to"] = ""
        self._case.put(changes)

    def evidence_for(self) -> tuple[str, str]:
        """Return difference and caption of a photo taken now."""
        found = self._discrepancy(self.current)
        return found.id, f"{words.difference(found.code)} {found.subject}"

    @property
    def case(self) -> Case:
        return self._case

    def has_other_open(self) -> bool:
        """Say whether another difference than the current one still waits."""
        return any(
            self._case.explanation(i).state not in CLOSED for i in self._order if i != self.current
        )

    @property
    def _order(self) -> tuple[str, ...]:
        return tuple(d.id for register in Register for d in self._of(register))

    def _type(self, **values: str) -> None:
        if not self.current:
            return
        path = f"/explanations/#{self.current}"
        changes: dict[str, Json] = {f"{path}/{field}": value for field, value in values.items()}
        changes[f"{path}/id"] = self.current
        changes[f"{path}/by"] = self._case.actions.person.name
        changes[f"{path}/at"] = self._case.actions.now().isoformat(timespec="seconds")
        self._case.type(changes)

    def _conclude(self, **values: str) -> None:
        """Write a conclusion with what it does to the household, as one save."""
        self._type(**values)
        follows = following(self._case, self._discrepancy(self.current))
        if follows:
            self._case.type(follows)
        self._case.commit()

    def _of(self, register: Register) -> tuple[Discrepancy, ...]:
        found = (d for d in self._case.dossier.discrepancies if d.register is register)
        return tuple(sorted(found, key=lambda d: (d.level.value, d.code, d.subject)))

    def _agreed(self, register: Register) -> tuple[str, ...]:
        return agreed(self._case.dossier, register, self._case.visit.day)

    def _discrepancy(self, discrepancy_id: str) -> Discrepancy:
        return next(d for d in self._case.dossier.discrepancies if d.id == discrepancy_id)

    def _explanation(self) -> Explanation:
        return self._case.explanation(self.current)

    def _answers(self) -> tuple[Answer, ...]:
        return answers(self._discrepancy(self.current).code)

    def _row(self, found: Discrepancy) -> Row:
        explanation = self._case.explanation(found.id)
        tone, shape = _STATES[explanation.state]
        return Row(
            id=found.id,
            name=words.difference(found.code),
            subject=found.subject,
            level=faces.level(found.level),
            declared=found.declared or tr("未申报"),
            registered=found.registered or tr("无登记"),
            source=provenance(found.source, self._case.visit.day),
            stale=found.stale,
            found=tr("；").join(
                filter(
                    None,
                    (
                        self.found.seen(found),
                        explanation.observed or _found(found.code, explanation),
                    ),
                )
            ),
            state=ChipFace(explanation.state.zh, tone, shape),
            closed=explanation.state in CLOSED,
        )

    def _detail(self) -> Detail | None:
        if self.current not in self._order:
            self.current = next(iter(self._order), "")
        if not self.current:
            return None
        found, explanation = self._discrepancy(self.current), self._explanation()
        photos = {
            a.id: Photo(a.id, a.sha, a.caption, a.turned or 0)
            for a in standing(self._case.visit, PHOTO)
        }
        return Detail(
            row=self._row(found),
            place=tr(
                "第 {n} 处，共 {n2} 处", n=self._order.index(self.current) + 1, n2=len(self._order)
            ),
            duty=_DUTIES[found.level],
            ask=_papers(found.code),
            answers=tuple(self._answer(a, explanation) for a in self._answers()),
            observed=explanation.observed,
            text=explanation.text,
            photos=tuple(photos[e] for e in explanation.evidence if e in photos),
            written=" · ".join(filter(None, (explanation.by, words.written(explanation.at)))),
            proposal=proposal(self._case.live.determination),
        )

    def _answer(self, answer: Answer, given: Explanation) -> AnswerRow:
        chosen = answer.code == given.resolved
        may_choose = self._case.is_open and not chosen
        return AnswerRow(
            code=answer.code,
            zh=answer.zh,
            article=law.article(answer.article),
            evidence=answer.evidence_zh,
            effect=_effect(answer),
            counts=answer.counts,
            outlook=outlook(self._case, given.id, answer) if may_choose else "",
            chosen=chosen,
        )


def _effect(answer: Answer) -> str:
    if answer.state is DiscrepancyState.UNRESOLVED:
        return tr("暂计入") if answer.counts else tr("暂不计入")
    return tr("计入") if answer.counts else tr("不计入")


def _found(code: str, explanation: Explanation) -> str:
    chosen = (a.zh for a in answers(code) if a.code == explanation.resolved)
    return next(chosen, explanation.text)


def _papers(code: str) -> tuple[str, ...]:
    asked = codes.names("discrepancies", value="evidence_to_ask_zh").get(code, "")
    return tuple(paper.strip() for paper in asked.replace("；", ";").split(";") if paper.strip())


def _summary(rows: list[Row], *, whole: bool) -> str:
    if not rows:
        return tr("三项比对没有差异") if whole else tr("现有数据没有差异，到期删除的数据待重新取得")
    waiting = sum(not row.closed for row in rows)
    return tr("{n} 处差异，", n=len(rows)) + (
        tr("还有 {waiting} 处待核实", waiting=waiting) if waiting else tr("都已核实")
    )
