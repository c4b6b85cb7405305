"""What can be printed today, what is chosen, and what the button will do."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from caseworker_app.desktop.step import words
from caseworker_app.desktop.tongue import tr
from caseworker_app.model.paper import VISIT_FORM
from caseworker_app.workflow.batch import Sheaf
from caseworker_app.workflow.printing import FORMS, MOST_COPIES, Printable, Range, Sheet

_FEWEST = 1


@dataclass(frozen=True, slots=True)
class PrintActions:
    """``bind`` and those after ``failed`` but ``today`` draw, the others go to the database."""

    papers: Callable[[Range], tuple[Printable, ...]]
    ranges: Callable[[], tuple[tuple[str, ...], tuple[tuple[str, str], ...]]]
    """The villages; code and title of the forms that may be written by hand."""
    paper: Callable[[str], Printable]
    """An issued paper of any day, by its number."""
    blank: Callable[[str, str, str], Printable]
    """``blank(household, form, about)``: an empty form of any code."""
    pdf: Callable[[Printable], bytes]
    copies: Callable[[Printable, int, str], tuple[bytes, ...]]
    """``copies(paper, number, reason)``."""
    batch: Callable[[Sequence[tuple[Printable, int]], str], Sheaf]
    """``batch(papers with their copies, reason)``."""
    bind: Callable[[Sheaf], bytes]
    failed: Callable[[Printable, str], None]
    pages: Callable[[bytes], int]
    picture: Callable[[bytes, int, float], Sheet]
    """``picture(pdf, page, dpi)``."""
    today: Callable[[], date]


def key_of(paper: Printable) -> str:
    """Return what tells a paper from all others: a household may have several empty forms."""
    named = (paper.form, paper.about) if paper.blank and paper.form != VISIT_FORM else ()
    large = ("large",) if paper.is_large else ()
    return "/".join((paper.key, *named, *large))


def title_of(paper: Printable) -> str:
    return paper.title or tr("入户核查表")


def file_of(paper: Printable) -> str:
    """Return the name proposed for a file of a paper."""
    rest = tr("空白表") if paper.blank else paper.key
    return tr("{rest}-{head}-{title}.pdf", rest=rest, head=paper.head, title=title_of(paper))


@dataclass(frozen=True, slots=True)
class RowView:
    key: str
    text: str
    note: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class PrintingView:
    title: str
    """Which papers stand in the first list."""
    sealed: tuple[RowView, ...]
    blank: tuple[RowView, ...]
    needs_reason: bool
    """A chosen paper was printed before."""
    asks_copies: bool
    """Of what is chosen a form asks for more copies than one."""
    button: str
    can_print: bool
    can_bind: bool
    """What is chosen can be made one file."""
    hint: str
    nothing: str
    """Why there is nothing in the lists, or not everything."""


class PrintingPresenter:
    def __init__(self, today: Callable[[], date]) -> None:
        self._today = today
        self._papers: dict[str, Printable] = {}
        self._brought: dict[str, Printable] = {}
        self._chosen: set[str] = set()
        self._looked = self._unread = False
        self._printers: tuple[str, ...] | None = None
        self.number = 1
        self.by_form = False
        """Each paper in as many copies as its form asks for."""
        self.range = Range()
        self.busy = False

    def loaded(self, papers: Iterable[Printable]) -> None:
        """Take in what can be printed; what was chosen and is still there stays chosen."""
        known, self._looked, self._unread = set(self._papers), True, False
        self._papers = self._brought | {key_of(paper): paper for paper in papers}
        fresh = {key for key, paper in self._papers.items() if key not in known}
        self._chosen &= set(self._papers)
        self._chosen |= {key for key in fresh if self._is_due(self._papers[key])}

    def unread(self) -> None:
        """Take in that it could not be told what can be printed."""
        self._unread = True

    def nothing_to_save(self) -> str:
        """Return why there is no paper in sight to be saved."""
        if self._looked or self._unread:
            return tr("先在列表里点一件，再另存。")
        return tr("正在查看今天的表，请稍候再另存。")

    def found(self, printers: tuple[str, ...]) -> None:
        self._printers = printers

    def bring(self, paper: Printable) -> str:
        """Take in a paper somebody brought from elsewhere, on top; return its key.

        It alone is chosen, with as many copies as its form asks for.
        """
        key = key_of(paper)
        on_top = {key: paper}
        self._brought = on_top | self._brought | on_top
        self._papers = on_top | self._papers | on_top
        self._chosen = {key}
        self.copies(1 if paper.copies else paper.proposed)
        return key

    def choose(self, key: str, *, on: bool) -> None:
        (self._chosen.add if on else self._chosen.discard)(key)

    def choose_all(self, *, blank: bool, on: bool) -> None:
        for key, paper in self._papers.items():
            if paper.blank is blank:
                self.choose(key, on=on)

    def paper(self, key: str) -> Printable | None:
        return self._papers.get(key)

    def chosen(self) -> tuple[Printable, ...]:
        """Return what is chosen, in the order it is printed."""
        return tuple(paper for key, paper in self._papers.items() if key in self._chosen)

    def orders(self) -> tuple[tuple[Printable, int], ...]:
        """Return what is chosen with its copies, in the order it is printed."""
        return tuple((paper, self.copies_of(paper)) for paper in self.chosen())

    def copies_of(self, paper: Printable) -> int:
        return paper.proposed if self.by_form and not paper.copies else self.number

    def turn_to(self, what: Range) -> None:
        """Take in that something else is looked at; what was brought from elsewhere goes."""
        self.range, self._papers, self._brought, self._looked = what, {}, {}, False
        self._chosen.clear()

    def copies(self, number: int) -> None:
        self.number = min(max(number, _FEWEST), MOST_COPIES)

    def printed(self, paper: Printable) -> None:
        """Take in that a paper left: it is not chosen any more and counts its copies."""
        key, left = key_of(paper), replace(paper, copies=paper.copies + self.copies_of(paper))
        self._papers[key] = left
        if key in self._brought:
            self._brought[key] = left
        self._chosen.discard(key)

    def view(self) -> PrintingView:
        chosen = self.chosen()
        again = any(paper.copies and not paper.blank for paper in chosen)
        return PrintingView(
            title=tr("还没打印的文书") if self.range.village else tr("今天的核查表和文书"),
            sealed=self._rows(blank=False),
            blank=self._rows(blank=True),
            needs_reason=again,
            asks_copies=any(paper.proposed > 1 for paper in chosen),
            button=tr("打印 {n} 件", n=len(chosen)) if chosen else tr("打印"),
            can_print=bool(chosen and self._printers and not self.busy),
            can_bind=bool(chosen) and not self.busy,
            hint=self._hint(len(chosen)),
            nothing=self._nothing(),
        )

    def _nothing(self) -> str:
        empty, village = sum(paper.blank for paper in self._papers.values()), self.range.village
        if self._papers:
            cut = empty >= FORMS and not village
            told = tr("空白表只列最急的 {empty} 户，走完这些再来印后面的。", empty=empty)
            return told if cut else ""
        return self._none(village)

    def _none(self, village: str) -> str:
        """Return why there is nothing at all."""
        if self._unread:
            return tr("没能读出今天的表。回到这一页时会再读一次。")
        if not self._looked:
            return tr("正在查看要打印的") if village else tr("正在查看今天的表")
        if village:
            return tr("这个村没有还没打印的文书，也没有户。")
        return tr("今天还没有核查表和文书，近期也没有到期的户。")

    def _rows(self, *, blank: bool) -> tuple[RowView, ...]:
        return tuple(
            RowView(
                key,
                tr("{head}　{village}", head=paper.head, village=paper.village),
                self._note(paper),
                key in self._chosen,
            )
            for key, paper in self._papers.items()
            if paper.blank is blank
        )

    def _note(self, paper: Printable) -> str:
        state = self._state(paper)
        if paper.form == VISIT_FORM:
            return state
        return tr("　").join(filter(None, (title_of(paper), state)))

    def _state(self, paper: Printable) -> str:
        if paper.void:
            return tr("已作废")
        if not paper.blank:
            return tr("已打印 {copies} 份", copies=paper.copies) if paper.copies else tr("还没打印")
        return self._due(paper) if paper.form == VISIT_FORM else tr("空白")

    def _due(self, paper: Printable) -> str:
        if paper.due is None:
            return tr("从未核查")
        left = (paper.due - self._today()).days
        if left < 0:
            return tr("逾期 {n} 天", n=-left)
        return tr("{day}到期", day=words.day(paper.due)) if left else tr("今天到期")

    def _is_due(self, paper: Printable) -> bool:
        """Tell whether it is chosen from the start: sealed and never printed, or due today."""
        if not paper.blank:
            return not (paper.copies or paper.void)
        return paper.due == self._today()

    def _hint(self, chosen: int) -> str:
        if self._printers is None:
            return tr("正在查找打印机")
        if not self._printers:
            return tr("这台电脑没有打印机。可以另存 PDF，拿到能打印的电脑上打印。")
        if self.busy:
            return tr("正在打印")
        return tr("在列表里勾选要打印的") if self._papers and not chosen else ""
