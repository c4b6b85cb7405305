"""What came back, what became of each page, and what can be said of those not recognised."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from caseworker_app.desktop.tongue import joined, tr
from caseworker_app.workflow.papers.returning import Aside, Batch, Choice, Double, Filed, Taken


@dataclass(frozen=True, slots=True)
class Home:
    """A household pages can be assigned to."""

    id: str
    text: str


@dataclass(frozen=True, slots=True)
class ReturnActions:
    """``read`` goes to the files, everything else to the database."""

    read: Callable[[Path], Batch]
    take: Callable[[Batch], Taken]
    aside: Callable[[], tuple[Aside, ...]]
    homes: Callable[[str], tuple[Home, ...]]
    """Households by what was typed, a few at most."""
    choices: Callable[[str], tuple[Choice, ...]]
    assign: Callable[[Sequence[str], str, Choice], Filed]
    """``assign(pages, household, choice)``."""
    put_away: Callable[[Sequence[str], str], None]
    """``put_away(pages, reason)``."""
    picture: Callable[[str], bytes]
    """A page as JPEG."""
    phone_folder: Callable[[], str]


class State(Enum):
    """What became of a page, in a word."""

    ASIDE = tr("认不出")
    FILED = tr("已归档")
    DOUBLE = tr("重复")


@dataclass(frozen=True, slots=True)
class RowView:
    key: str
    state: State
    title: str
    note: str
    page: str
    """Id of the page whose picture stands beside it."""


@dataclass(frozen=True, slots=True)
class ReturnsView:
    rows: tuple[RowView, ...]
    summary: str
    busy: bool
    choosing: bool
    """Pages that were not recognised are chosen."""
    chosen: str
    """How many, in words."""
    can_assign: bool


class ReturnsPresenter:
    """Rows stay in the order they came; what is assigned moves to what is filed."""

    def __init__(self) -> None:
        self._aside: dict[str, Aside] = {}
        self._filed: list[Filed] = []
        self._doubles: list[Double] = []
        self._blank = 0
        self._reading = 0
        self._chosen: tuple[str, ...] = ()
        self.household = ""
        self.choices: tuple[Choice, ...] = ()
        self.choice: Choice | None = None

    def waiting(self, pages: Iterable[Aside]) -> None:
        """Take in the pages that waited already."""
        self._aside = {page.id: page for page in pages} | self._aside

    def reading(self, files: int) -> None:
        self._reading += files

    def read(self, taken: Taken | None) -> None:
        """Take in what became of a file; None where it could not be read."""
        self._reading -= 1
        if taken is None:
            return
        self._aside |= {page.id: page for page in taken.aside}
        self._filed = [*taken.filed, *self._filed]
        self._doubles = [*taken.doubles, *self._doubles]
        self._blank += taken.blank

    def choose(self, keys: Iterable[str]) -> None:
        """Choose rows; only those not recognised can be assigned."""
        self._chosen = tuple(key for key in keys if key in self._aside)

    def chosen(self) -> tuple[str, ...]:
        return self._chosen

    def at_home(self, household: str, choices: Sequence[Choice]) -> None:
        """Take in what can come back from a household; the first is proposed."""
        self.household, self.choices = household, tuple(choices)
        self.choice = self.choices[0] if self.choices else None

    def away(self) -> None:
        """Forget the household."""
        self.household, self.choices, self.choice = "", (), None

    def pick(self, at: int) -> None:
        self.choice = self.choices[at] if 0 <= at < len(self.choices) else None

    def assigned(self, ids: Iterable[str], filed: Filed) -> None:
        self._gone(ids)
        self._filed.insert(0, filed)

    def put_away(self, ids: Iterable[str]) -> None:
        self._gone(ids)

    def words(self, choice: Choice) -> str:
        """Return what a choice is called in the list."""
        number = choice.number or tr("手写的空白表")
        return tr("{title}　{number}", title=choice.title, number=number)

    def view(self) -> ReturnsView:
        return ReturnsView(
            rows=(
                *map(_aside, self._aside.values()),
                *map(_filed, self._filed),
                *map(_double, self._doubles),
            ),
            summary=self._summary(),
            busy=self._reading > 0,
            choosing=bool(self._chosen),
            chosen=tr("指明这 {n} 页归到哪里", n=len(self._chosen)),
            can_assign=bool(self._chosen and self.household and self.choice),
        )

    def _gone(self, ids: Iterable[str]) -> None:
        for one in ids:
            self._aside.pop(one, None)
        self._chosen = tuple(key for key in self._chosen if key in self._aside)

    def _summary(self) -> str:
        if self._reading:
            return tr("正在读取，还有 {n} 份文件", n=self._reading)
        pages = sum(len(filed.pages) for filed in self._filed)
        return joined(
            tr("归档 {n} 页", n=pages) if pages else "",
            tr("认不出 {n} 页", n=len(self._aside)) if self._aside else "",
            tr("重复 {n} 页", n=len(self._doubles)) if self._doubles else "",
            tr("空白背面 {n} 页没有列出", n=self._blank) if self._blank else "",
        )


def _aside(page: Aside) -> RowView:
    title = tr("{name}　第 {page} 页", name=page.name, page=page.page)
    return RowView(page.id, State.ASIDE, title, page.why, page.id)


def _filed(filed: Filed) -> RowView:
    title = tr("{head}　{title}", head=filed.head, title=filed.title)
    number = filed.number or tr("手写的空白表")
    counted = tr("{number}，{n} 页", number=number, n=len(filed.pages))
    again = tr("以前收回过，这次另存一份") if filed.again else ""
    note = joined(counted, again) + (f"\n{filed.note}" if filed.note else "")
    return RowView(f"filed {filed.pages[0]}", State.FILED, title, note, filed.pages[0])


def _double(double: Double) -> RowView:
    title = tr("{name}　第 {page} 页", name=double.name, page=double.page)
    key = f"double {double.id} {double.name} {double.page}"
    return RowView(key, State.DOUBLE, title, double.where, double.id)
