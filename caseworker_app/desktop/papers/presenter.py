"""What papers a household has, which the law asks for, and what can be done with each; no Qt."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from caseworker_app.desktop.faces import Cell, ChipFace, Column, Shape
from caseworker_app.desktop.papers.listing import NoticeActions
from caseworker_app.desktop.step import law, words
from caseworker_app.desktop.theme.tokens import Tone
from caseworker_app.desktop.tongue import spoken, tr
from caseworker_app.model.household import Household
from caseworker_app.model.values import Json
from caseworker_app.workflow.household_file import Dossier
from caseworker_app.workflow.papers import Draft, Elsewhere, Issued, Offer, Offered, Voided
from caseworker_app.workflow.printing import Sheet
from caseworker_app.workflow.recheck import PastVisit


@dataclass(frozen=True, slots=True)
class FileActions:
    """The file of a household: gathered from the disk, bound without it, noted on it."""

    gather: Callable[[str], Dossier]
    bind: Callable[[Dossier], bytes]
    note: Callable[[str, bytes], None]


@dataclass(frozen=True, slots=True)
class PaperActions:
    """The use cases; ``pages`` and ``picture`` draw, all others but ``today`` go to the disk."""

    notice: NoticeActions
    file: FileActions

    household: Callable[[str], Household]
    past: Callable[[str], tuple[PastVisit, ...]]
    """The sealed visits to a household, the latest first."""
    offered: Callable[[str, str], Offered]
    begin: Callable[[str, str, str, str], Draft]
    """``begin(form, household, visit, about)``."""
    resume: Callable[[str], Draft]
    write: Callable[[str, str, Json], Draft]
    enlarge: Callable[[str, bool], Draft]
    drop: Callable[[str], None]
    preview: Callable[[str], bytes]
    issue: Callable[[str], Issued]
    pdf: Callable[[str], bytes]
    void: Callable[[str, str], Voided]
    pages: Callable[[bytes], int]
    picture: Callable[[bytes, int, float], Sheet]
    today: Callable[[], date]


class Group(StrEnum):
    """By what the list is narrowed, in the order shown."""

    ALL = tr("全部")
    ASKED = tr("现在要出")
    DRAFT = tr("草稿")
    ISSUED = tr("已出")
    OTHER = tr("其他文书")


class State(StrEnum):
    """How far a paper is."""

    NONE = tr("未出")
    DRAFT = tr("草稿")
    ISSUED = tr("已出")
    ELSEWHERE = tr("同事已出")
    VOID = tr("已作废")


_CHIPS: Mapping[State, tuple[Tone, Shape]] = {
    State.NONE: (Tone.GREY, Shape.RING),
    State.DRAFT: (Tone.BLUE, Shape.CIRCLE),
    State.ISSUED: (Tone.GREEN, Shape.TICK),
    State.ELSEWHERE: (Tone.GREEN, Shape.RING),
    State.VOID: (Tone.RED, Shape.DIAMOND),
}
COLUMNS = (
    Column(tr("文书"), 230, grows=3),
    Column(tr("状态"), 104, grows=0),
    Column(tr("为何要出，或编号"), 210, gives_way=1, grows=4),
)
OF_MANY = "F13"
"""Lists households of a village: it is asked which."""
_ALONE = ""
"""No visit: a paper rests on the household alone."""


@dataclass(frozen=True, slots=True)
class Row:
    """One paper: asked for, begun, issued, or only possible."""

    key: str
    group: Group
    state: State
    form: str
    title: str
    about: str = ""
    asked: bool = False
    why: str = ""
    article: str = ""
    """As it is cited."""
    blocked: str = ""
    draft: str = ""
    of: tuple[tuple[str, str], ...] = ()
    """Whom it may speak of: id and name, "" for somebody nobody wrote down yet."""
    issued: Issued | None = None
    elsewhere: Elsewhere | None = None

    @property
    def told(self) -> str:
        """Return the last cell: the number, or the reason."""
        filed = self.issued or self.elsewhere
        if filed is not None:
            return filed.number
        return tr("　").join(filter(None, (self.why, self.article))) or self.blocked


@dataclass(frozen=True, slots=True)
class ShelfView:
    title: str
    line: str
    bases: tuple[tuple[str, str], ...]
    """On what the papers rest: (visit or "", words); one alone is no choice."""
    basis: str
    rows: tuple[Row, ...]
    counts: Mapping[Group, int]
    nothing: tuple[str, str]
    """What is said in place of the list, or two empty texts."""


class ShelfPresenter:
    """The papers of one household, as far as they were read."""

    def __init__(self) -> None:
        self.household: Household | None = None
        self._past: tuple[PastVisit, ...] = ()
        self._offered: Offered | None = None
        self._waits = False
        self.visit = ""
        self.group = Group.ALL
        self.text = ""
        self.failed = ""

    def wait(self) -> None:
        """Take in that the papers of a household were asked for."""
        self.household, self._offered, self.failed = None, None, ""
        self._waits = True

    def opened(self, household: Household, past: tuple[PastVisit, ...], visit: str) -> None:
        """Take in whose papers these are, and on which visit they rest."""
        self.household, self._past, self.visit = household, past, visit
        self._offered, self.failed, self._waits = None, "", False
        self.group, self.text = Group.ALL, ""

    def loaded(self, offered: Offered) -> None:
        self._offered, self.failed = offered, ""

    def unread(self, why: str) -> None:
        """Take in that the papers could not be read."""
        self._offered, self.failed = None, why

    def draft(self, draft_id: str) -> Draft | None:
        drafts = self._offered.drafts if self._offered else ()
        return next((one for one in drafts if one.id == draft_id), None)

    def next_after(self, form: str) -> Row | None:
        """Return what the law asks for next, once a paper of a form was issued."""
        rows = [row for row in self.every() if row.asked and not row.blocked]
        return next((row for row in rows if row.form != form or row.about), None)

    def basis(self) -> str:
        """Return on what a paper begun now rests, in words."""
        one = next((past for past in self._past if past.id == self.visit), None)
        if one is not None:
            return _visited(one)
        return tr("封存的核查") if self.visit else tr("户的资料")

    def view(self) -> ShelfView:
        every = tuple(self.every())
        rows = tuple(row for row in every if self._is_wanted(row))
        counts = {group: sum(row.group is group for row in every) for group in Group}
        home = self.household
        return ShelfView(
            title=tr("{head}的文书", head=home.head.name) if home else tr("文书"),
            line=tr("　").join((home.village, home.number)) if home else "",
            bases=(*((one.id, _visited(one)) for one in self._past), (_ALONE, tr("只凭户的资料"))),
            basis=self.visit,
            rows=rows,
            counts=counts | {Group.ALL: len(every)},
            nothing=self._nothing(rows),
        )

    def _nothing(self, rows: tuple[Row, ...]) -> tuple[str, str]:
        if self.failed:
            return tr("没有读出来"), self.failed
        if self.household is None and not self._waits:
            return tr("还没有选户"), tr("在复核清单里选一户，再按“文书”。")
        if self._offered is None:
            return tr("正在查看这一户的文书"), ""
        return ("", "") if rows else self._nothing_like_that()

    def _nothing_like_that(self) -> tuple[str, str]:
        if self.text:
            return tr("没有找到"), tr("没有哪种文书叫“{text}”。", text=self.text)
        return _EMPTY.get(self.group, (tr("没有文书"), ""))

    def _is_wanted(self, row: Row) -> bool:
        found = self.text in row.title or self.text.lower() == row.form.lower()
        filed = row.issued or row.elsewhere
        return (found or self.text in (filed.number if filed else "")) and self.group in (
            Group.ALL,
            row.group,
        )

    def every(self) -> Iterator[Row]:
        """Yield all papers, whatever the list is narrowed to."""
        found = self._offered
        if found is None:
            return
        yield from (_offer(one, Group.ASKED) for one in found.asked)
        told = {one.draft for one in (*found.asked, *found.others)}
        begun = {one.id: one for one in found.drafts}
        yield from (self._draft(one) for one in found.drafts if one.id not in told)
        yield from (_offer(one, Group.DRAFT) for one in found.others if one.draft in begun)
        yield from map(_issued, found.issued)
        yield from map(_elsewhere, found.elsewhere)
        yield from (_offer(one, Group.OTHER) for one in found.others if not one.draft)

    def _draft(self, draft: Draft) -> Row:
        return Row(
            key=draft.id,
            group=Group.DRAFT,
            state=State.DRAFT,
            form=draft.form.code,
            title=draft.form.title,
            about=draft.about,
            why=self._spoken_of(draft),
            draft=draft.id,
        )

    def _spoken_of(self, draft: Draft) -> str:
        """Return whom a draft speaks of, or the number of the paper that is to be served."""
        others = self._offered.others if self._offered else ()
        named = dict(one for offer in others if offer.form == draft.form.code for one in offer.of)
        if draft.about in named:
            return named[draft.about] or STRANGER
        return tr("送达{about}", about=draft.about) if _NUMBERED in draft.about else ""


STRANGER = tr("另一位，自己写")
"""A neighbour the visit does not know."""
_NUMBERED = "-F"
"""In the number of a paper, and in no id."""

_EMPTY = {
    Group.ASKED: (
        tr("现在没有要出的文书"),
        tr("法律要求的都已出具，或者还没有封存的核查。要出别的，请看“其他文书”。"),
    ),
    Group.DRAFT: (tr("没有草稿"), tr("写了一半的文书会列在这里。")),
    Group.ISSUED: (tr("还没有出具过文书"), tr("出具的文书按日期列在这里，随时可看、可印。")),
}


def cells(row: Row) -> tuple[Cell, ...]:
    return (
        Cell(row.title, strong=row.asked or row.issued is not None),
        Cell(chips=(chip(row),)),
        Cell(row.told),
    )


def chip(row: Row) -> ChipFace:
    if row.blocked and row.state is State.NONE:
        return ChipFace(tr("暂不能出"), Tone.ORANGE, Shape.SQUARE, tip=row.blocked)
    tone, shape = _CHIPS[row.state]
    return ChipFace(row.state, tone, shape)


def _offer(offer: Offer, group: Group) -> Row:
    return Row(
        key=f"{offer.form}/{offer.about}",
        group=group,
        state=State.DRAFT if offer.draft else State.NONE,
        form=offer.form,
        title=offer.title,
        about=offer.about,
        asked=group is Group.ASKED,
        why=offer.why,
        article=law.article(offer.article),
        blocked=offer.blocked,
        draft=offer.draft,
        of=offer.of,
    )


def _issued(issued: Issued) -> Row:
    return Row(
        key=issued.number,
        group=Group.ISSUED,
        state=State.VOID if issued.void else State.ISSUED,
        form=issued.form,
        title=issued.title,
        about=issued.about,
        issued=issued,
    )


def _elsewhere(paper: Elsewhere) -> Row:
    return Row(
        key=paper.number,
        group=Group.ISSUED,
        state=State.VOID if paper.void else State.ELSEWHERE,
        form=paper.form,
        title=paper.title,
        elsewhere=paper,
    )


def _visited(past: PastVisit) -> str:
    return f"{words.day(past.day)} {spoken(past.kind)}"
