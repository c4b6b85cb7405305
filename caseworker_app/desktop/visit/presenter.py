"""The frame of a visit: the steps, the card at the side, whether everything is saved."""

from dataclasses import dataclass
from datetime import datetime

from caseworker_app.desktop import deadlines
from caseworker_app.desktop.determination.presenter import change
from caseworker_app.desktop.faces import ChipFace
from caseworker_app.desktop.step import words
from caseworker_app.desktop.step.actions import Changes
from caseworker_app.desktop.step.case import Case
from caseworker_app.desktop.step.places import Step, step_of
from caseworker_app.desktop.tongue import tr
from caseworker_app.model.values import Fen, yuan


@dataclass(frozen=True, slots=True)
class StepView:
    step: Step
    zh: str
    note: str
    """Such as ``2 处待补``."""
    waits: bool
    """Something is missing here."""
    done: bool
    locked: bool


@dataclass(frozen=True, slots=True)
class SideMember:
    name: str
    relation: str
    counted: bool
    met: bool


@dataclass(frozen=True, slots=True)
class SideView:
    """What is always in sight."""

    members: tuple[SideMember, ...]
    per_capita: Fen
    standard: Fen
    reading: str
    action: str
    amount: str
    change: str
    why: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FrameView:
    title: str
    line: str
    steps: tuple[StepView, ...]
    current: Step
    side: SideView
    brief: str
    """What the side card and the countdowns say, in one line."""
    running: tuple[ChipFace, ...]
    """Time limits that run for the household; none once the visit is sealed."""
    saved: str
    saving_failed: str
    """A sentence while the last attempt to save failed, or ""."""
    hint: str
    """What is missing in this step, or ""."""
    hint_place: str
    """Path of the unit that is missing."""
    next: str
    """Words of the button that goes on."""


class VisitPresenter:
    def __init__(self, case: Case) -> None:
        self._case = case
        self._saving = 0
        self._saved_at: datetime | None = None
        self._failed = ""
        self.current = Step.HOUSEHOLD if case.is_open else Step.SIGNING

    def view(self) -> FrameView:
        household = self._case.visit.household
        side = self._side()
        hint, place = self._hint()
        running = self._running()
        following = (
            tr("下一步：{word}", word=Step(self.current + 1).zh)
            if self.current < Step.DELIVERY
            else ""
        )
        return FrameView(
            title=household.head.name,
            line=" · ".join(
                filter(None, (household.category.zh, household.village, household.number))
            ),
            steps=tuple(self._step(step) for step in Step),
            current=self.current,
            side=side,
            brief=" · ".join(
                (
                    tr(
                        "月人均收入 {amount} 元，{reading}",
                        amount=yuan(side.per_capita),
                        reading=side.reading,
                    ),
                    tr("建议{action}，每月 {amount} 元", action=side.action, amount=side.amount),
                    *(chip.text for chip in running),
                )
            ),
            running=running,
            saved=self._saved(),
            saving_failed=self._failed,
            hint=hint,
            hint_place=place,
            next=following or tr("回到清单"),
        )

    def go(self, step: Step) -> None:
        """Go to a step; what was typed is saved first. A locked step stays where it is."""
        self._case.commit()
        if not self._step(step).locked:
            self.current = step

    def forward(self) -> bool:
        """Go to the next step; False after the last."""
        return self._move(1)

    def back(self) -> bool:
        """Go to the step before; False before the first."""
        return self._move(-1)

    def jump(self, place: str) -> None:
        """Go where a unit path lies."""
        self.go(step_of(place))

    def saving(self) -> None:
        self._saving += 1

    def saved(self) -> None:
        self._saving -= 1
        self._saved_at = self._case.actions.now()
        self._failed = ""

    def not_saved(self, changes: Changes, sentence: str) -> None:
        """Keep what could not be saved; it goes along with the next save."""
        self._saving -= 1
        self._failed = sentence
        self._case.not_saved(changes)

    def _move(self, distance: int) -> bool:
        target = self.current + distance
        if target not in tuple(Step):
            return False
        before = self.current
        self.go(Step(target))
        return self.current is not before

    def _missing(self, step: Step) -> int:
        return sum(step_of(m.place) is step for m in self._case.live.missing)

    def _step(self, step: Step) -> StepView:
        if not self._case.is_open:
            sent = step is Step.DELIVERY
            return StepView(step, step.zh, "", waits=False, done=not sent, locked=False)
        if step is Step.DELIVERY:
            return StepView(step, step.zh, tr("封存后送达"), waits=False, done=False, locked=True)
        if step is Step.DETERMINATION:
            ready = all(step_of(m.place) is Step.SIGNING for m in self._case.live.missing)
            action = self._case.live.determination.action.zh
            return StepView(step, step.zh, action, waits=False, done=ready, locked=False)
        missing = self._missing(step)
        note = tr("{missing} 处待补", missing=missing) if missing else ""
        return StepView(step, step.zh, note, waits=bool(missing), done=not missing, locked=False)

    def _hint(self) -> tuple[str, str]:
        missing = self._case.live.missing if self._case.is_open else ()
        here = [m for m in missing if step_of(m.place) is self.current]
        if not here:
            return "", ""
        more = tr("，另有 {n} 处", n=len(here) - 1) if len(here) > 1 else ""
        return f"{here[0].text}{more}", here[0].place

    def _running(self) -> tuple[ChipFace, ...]:
        if not self._case.is_open:
            return ()
        found = self._case.actions.running(self._case.visit)
        return tuple(deadlines.chip(one, named=True) for one in found)

    def _saved(self) -> str:
        if not self._case.is_open:
            return tr("已封存")
        if self._failed:
            return tr("未保存")
        if self._saving or self._case.has_unsaved:
            return tr("正在保存…")
        return (
            tr("已保存 {clock}", clock=words.clock(self._saved_at))
            if self._saved_at
            else tr("随填随存")
        )

    def _side(self) -> SideView:
        answer, household = self._case.live.determination, self._case.visit.household
        met = {m.id for m in self._case.visit.members if m.met}
        return SideView(
            members=tuple(
                SideMember(m.name, words.relation(m.relation), m.id in answer.counted, m.id in met)
                for m in household.members
            ),
            per_capita=answer.per_capita,
            standard=answer.standard,
            reading=_against(answer.per_capita, answer.standard),
            action=answer.action.zh,
            amount=yuan(answer.monthly),
            change=change(answer.monthly, household.monthly),
            why=tuple(f"{r.label} {r.value}".strip() for r in answer.reason.parts[:3]),
        )


def _against(per_capita: Fen, standard: Fen) -> str:
    if per_capita < standard:
        return tr("低于标准 {money}", money=words.money(standard - per_capita))
    if per_capita == standard:
        return tr("正好等于标准，不低于标准")
    return tr("高于标准 {money}", money=words.money(per_capita - standard))
