"""实际生活状况: what eyes saw, in choices; words where the impression is better than declared."""

from collections.abc import Mapping
from dataclasses import dataclass

from caseworker_app.desktop.step.case import Case
from caseworker_app.desktop.tongue import tr
from caseworker_app.model.values import Json
from caseworker_app.rules.living import BETTER, CHOICES
from caseworker_app.wire.units import to_json

LABELS: Mapping[str, str] = {
    "tenure": tr("住房来源"),
    "structure": tr("房屋结构"),
    "decoration": tr("装修"),
    "safety": tr("房屋安全"),
    "kitchen": tr("厨房"),
    "food": tr("粮油肉蛋"),
    "water": tr("用水"),
    "bedding": tr("衣被"),
    "appliances": tr("家用电器"),
    "care_need": tr("照料需要"),
    "impression": tr("总体印象"),
}
"""The choices in the order of a walk through the home."""

TEXTS: Mapping[str, str] = {
    "vehicle_seen": tr("门前车辆及说法"),
    "high_price_item": tr("高价物品及来源"),
    "note": tr("备注"),
}

_OF_THE_DAY = frozenset({"impression", "note"})
"""What is said anew at each visit."""
_AS_DECLARED = "as_declared"
_SEVERAL = frozenset({"appliances"})


@dataclass(frozen=True, slots=True)
class Question:
    field: str
    label: str
    choices: tuple[tuple[str, str], ...]
    """(code, word)."""
    chosen: tuple[str, ...]
    several: bool


@dataclass(frozen=True, slots=True)
class LivingView:
    questions: tuple[Question, ...]
    leak: bool
    texts: Mapping[str, str]
    """Field of ``TEXTS`` → what is written."""
    note_hint: str
    answered: int
    is_open: bool


class LivingPresenter:
    def __init__(self, case: Case) -> None:
        self._case = case

    def view(self) -> LivingView:
        living = self._case.visit.living
        questions = tuple(self._question(field) for field in LABELS if field in CHOICES)
        return LivingView(
            questions=questions,
            leak=living.leak,
            texts={field: getattr(living, field) for field in TEXTS},
            note_hint=self._note_hint(),
            answered=sum(bool(q.chosen) for q in questions),
            is_open=self._case.is_open,
        )

    def choose(self, field: str, code: str) -> None:
        self._case.put({f"/living/{field}": code})

    def choose_all(self, field: str, codes: tuple[str, ...]) -> None:
        """Take the answers of a question that allows several."""
        self._case.put({f"/living/{field}": list(codes)})

    def leak(self, leaks: bool) -> None:  # noqa: FBT001  # the state of a check box
        self._case.put({"/living/leak": leaks})

    def text(self, field: str, text: str) -> None:
        """Take words while they are typed."""
        self._case.type({f"/living/{field}": text})

    def unchanged(self) -> dict[str, Json]:
        """Return what the visit before saw, in words left out, and that it agrees as declared."""
        before = self._case.dossier.before
        seen = before.living if before else self._case.visit.living
        fields = [name for name in (*LABELS, "leak", *TEXTS) if name not in _OF_THE_DAY]
        changes = {f"/living/{name}": to_json(getattr(seen, name)) for name in fields}
        return {**changes, "/living/impression": _AS_DECLARED}

    def commit(self) -> None:
        self._case.commit()

    def _question(self, field: str) -> Question:
        value = getattr(self._case.visit.living, field)
        several = field in _SEVERAL
        chosen = tuple(value) if several else ((value,) if value else ())
        return Question(field, LABELS[field], tuple(CHOICES[field]), chosen, several)

    def _note_hint(self) -> str:
        living = self._case.visit.living
        if living.impression in BETTER and not living.note.strip():
            return tr("认为好于申报的，请写明看到了什么、依据什么")
        return ""
