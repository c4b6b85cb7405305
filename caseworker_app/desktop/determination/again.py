"""What the card of a sealed determination shows: whether it recomputes, and where it does not."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from caseworker_app.desktop.faces import ChipFace, Shape
from caseworker_app.desktop.step import law, words
from caseworker_app.desktop.step.case import Case
from caseworker_app.desktop.theme.tokens import Tone
from caseworker_app.desktop.tongue import tr
from caseworker_app.wire.replay import Replay
from caseworker_app.wire.replay_words import Difference

_ROWS = 30
_CODE = re.compile(r"\b[A-Z][A-Z0-9]*-\d+(?:\.\d+)?\b")
_CITING = ("/articles", "/decided_by")
_BEFORE = tr("用封存的内容和当日的规则包再算一遍，看是否与封存时相同。")


@dataclass(frozen=True, slots=True)
class DifferenceRow:
    what: str
    stored: str
    recomputed: str


@dataclass(frozen=True, slots=True)
class AgainView:
    is_sealed: bool
    result: ChipFace | None
    line: str
    rows: tuple[DifferenceRow, ...]
    more: str
    """How many differences are not listed, or ""."""


class AgainPresenter:
    """``work`` is called off the UI thread, what it returned is handed to ``seen``."""

    def __init__(self, case: Case, replay: Callable[[str], Replay]) -> None:
        self._case, self._replay = case, replay
        self._found: Replay | None = None

    def work(self) -> Replay:
        return self._replay(self._case.visit.id)

    def seen(self, found: Replay) -> None:
        self._found = found

    def view(self) -> AgainView:
        found = self._found
        listed = found.differences[:_ROWS] if found else ()
        left = len(found.differences) - len(listed) if found else 0
        return AgainView(
            is_sealed=not self._case.is_open,
            result=_face(found) if found else None,
            line=_by(found) if found else _BEFORE,
            rows=tuple(map(_row, listed)),
            more=tr("另有 {left} 处，多为上列各处引起。", left=left) if left else "",
        )


def _row(found: Difference) -> DifferenceRow:
    stored, recomputed = found.stored, found.recomputed
    if found.path.endswith(_CITING):
        stored, recomputed = _only(stored, recomputed), _only(recomputed, stored)
    return DifferenceRow(_cited(found.what), _cited(stored), _cited(recomputed))


def _only(one: str, other: str) -> str:
    """Return the citations of one list that the other lacks."""
    common = set(other.split("、"))
    return tr("、").join(code for code in one.split("、") if code not in common) or tr("其余相同")


def _face(found: Replay) -> ChipFace:
    if found.equal:
        return ChipFace(found.said, Tone.GREEN, Shape.TICK)
    if found.same_answer:
        return ChipFace(found.said, Tone.YELLOW, Shape.DIAMOND)
    return ChipFace(found.said, Tone.RED, Shape.TRIANGLE)


def _by(found: Replay) -> str:
    return tr(
        "规则包 {pack_id} · 摘要 {short_hash} · 认定日 {day}",
        pack_id=found.pack_id,
        short_hash=found.short_hash,
        day=words.day(found.day),
    )


def _cited(text: str) -> str:
    """Return a text with the codes of articles as citations."""
    return _CODE.sub(lambda code: law.article(code[0]) or code[0], text)
