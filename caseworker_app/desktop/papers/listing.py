"""Which households of a village are to be on a notice, as far as was read and chosen; no Qt."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from caseworker_app.desktop.printing.presenter import RowView
from caseworker_app.desktop.tongue import spoken, tr
from caseworker_app.model.values import yuan
from caseworker_app.workflow.papers import Draft, Due


@dataclass(frozen=True, slots=True)
class NoticeActions:
    """The use cases; all but ``acts`` go to the disk."""

    acts: Callable[[], tuple[str, ...]]
    villages: Callable[[], tuple[str, ...]]
    due: Callable[[str, str], tuple[Due, ...]]
    """``due(village, act)``."""
    post: Callable[[str, Sequence[tuple[str, str]]], Draft]
    """``post(act, households with their visits)``."""


@dataclass(frozen=True, slots=True)
class NoticeView:
    rows: tuple[RowView, ...]
    line: str
    """How many stand on the list, or why nothing can be listed."""
    can_post: bool
    all_chosen: bool


class NoticePresenter:
    """The village, the act, and of the households that can be listed those that are."""

    def __init__(self, acts: Sequence[str], village: str, household: str) -> None:
        """``household`` is the one it was asked for, or ""; it is listed from the start."""
        self.acts = tuple(acts)
        self.act, self.village = self.acts[0], village
        self._asked_for = household
        self.villages: tuple[str, ...] | None = None
        self._due: tuple[Due, ...] | None = None
        self._chosen: set[str] = set()

    def found(self, villages: Iterable[str]) -> None:
        self.villages = tuple(villages)
        if self.village not in self.villages:
            self.village = next(iter(self.villages), "")

    def wait(self) -> None:
        """Take in that the households are asked for."""
        self._due = None

    def loaded(self, village: str, act: str, due: tuple[Due, ...]) -> bool:
        """Take in who can be listed; False where it was asked for something else meanwhile."""
        if (village, act) != (self.village, self.act):
            return False
        self._due = due
        wanted = (one for one in due if one.required or one.household == self._asked_for)
        self._chosen = {one.household for one in wanted}
        return True

    def choose(self, household: str, *, on: bool) -> None:
        (self._chosen.add if on else self._chosen.discard)(household)

    def choose_all(self, *, on: bool) -> None:
        self._chosen = {one.household for one in self._due or ()} if on else set()

    def chosen(self) -> tuple[tuple[str, str], ...]:
        """Return the households that are listed with their visits, in order."""
        return tuple(
            (one.household, one.visit) for one in self._due or () if one.household in self._chosen
        )

    def view(self) -> NoticeView:
        due, listed = self._due or (), len(self.chosen())
        return NoticeView(
            rows=tuple(self._row(one) for one in due),
            line=self._line(listed),
            can_post=bool(listed),
            all_chosen=bool(due) and listed == len(due),
        )

    def _row(self, one: Due) -> RowView:
        shown = tr(
            "{name}　{people} 人　每月 {amount} 元",
            name=one.name,
            people=one.people,
            amount=yuan(one.monthly),
        )
        why = tr("现在要列") if one.required else tr("法律不要求，本地要求的才列")
        note = tr("　").join((one.number, spoken(one.action), why))
        return RowView(one.household, shown, note, one.household in self._chosen)

    def _line(self, listed: int) -> str:
        if self.villages == ():
            return tr("本机还没有封存的核查。封存之后，这里列出可以公示的户。")
        if self._due is None:
            return tr("正在查看这个村（社区）的户")
        if not self._due:
            return tr("这个村（社区）没有可列的户：还没有封存，已在公示，或者公示期未满。")
        return tr(
            "名单上 {listed} 户，共 {all} 户可列。公示单只写姓名、人数、金额。",
            listed=listed,
            all=len(self._due),
        )
