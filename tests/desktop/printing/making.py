"""A printer that keeps what it gets, and papers of an invented village."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from functools import cache, partial

from caseworker_app.desktop.printing.machine import Job
from caseworker_app.desktop.printing.presenter import PrintActions
from caseworker_app.documents.canvas import About, paint
from caseworker_app.documents.fonts import Role
from caseworker_app.documents.page import LEFT, UPRIGHT, Glyphs, Page
from caseworker_app.errors import OutsideError
from caseworker_app.workflow import printing
from caseworker_app.workflow.batch import Leaf, Sheaf
from caseworker_app.workflow.printing import Printable, Range

TODAY = date(2026, 11, 23)
SEALED = Printable("330199-2026-F01-000012", "王芳", "河埠村", blank=False)
AGAIN = Printable("330199-2026-F01-000007", "李建国", "河埠村", blank=False, copies=1)
NOTICE = Printable(
    "330199-2026-F06a-000003",
    "王芳",
    "河埠村",
    blank=False,
    form="F06a",
    title="拟调减（终止）社会救助事先告知书",
    proposed=3,
)
DUE = Printable("h1", "赵阿毛", "上叶村", blank=True, due=TODAY)
LATE = Printable("h2", "欧阳春花", "枫树坞村", blank=True, due=TODAY - timedelta(12))


@dataclass
class Printer:
    """Takes everything, or refuses everything."""

    names: tuple[str, ...] = ("HP-LaserJet-办公室", "Canon-便民服务中心")
    broken: bool = False
    got: list[tuple[Job, bytes]] = field(default_factory=list)

    def printers(self) -> tuple[str, ...]:
        return self.names

    def send(self, job: Job, pdf: bytes) -> None:
        if self.broken:
            raise OutsideError("打印机“HP”没有接受（缺纸）。请检查打印机。")
        self.got.append((job, pdf))


@dataclass
class Shelf:
    """Use cases that remember what they were asked."""

    papers: tuple[Printable, ...] = (SEALED, AGAIN, LATE, DUE)
    older: tuple[Printable, ...] = (SEALED, AGAIN, NOTICE)
    """Papers of any day, asked for by their numbers."""
    issued: list[tuple[str, int, str]] = field(default_factory=list)
    refused: list[tuple[str, str]] = field(default_factory=list)

    def actions(self) -> PrintActions:
        return PrintActions(
            papers=self._offered,
            ranges=lambda: (("上叶村", "河埠村"), (("F01", "入户核查表"), ("F02", "核对授权书"))),
            paper=lambda number: next(p for p in self.older if p.key == number),
            blank=lambda home, form, about: Printable(
                home, "王芳", "河埠村", blank=True, form=form, title="送达回证", about=about
            ),
            pdf=lambda paper: page_of(paper.head),
            copies=self._copies,
            batch=self._batch,
            bind=lambda sheaf: b"".join(leaf.draw() for leaf in sheaf.leaves),
            failed=lambda paper, why: self.refused.append((paper.key, why)),
            pages=printing.page_count,
            picture=printing.picture,
            today=lambda: TODAY,
        )

    def _offered(self, what: Range) -> tuple[Printable, ...]:
        if not what.village:
            return self.papers
        blank = replace(DUE, form=what.form, is_large=what.is_large, proposed=3)
        return (*(one for one in self.older if one.village == what.village), blank)

    def _batch(self, orders: Sequence[tuple[Printable, int]], reason: str) -> Sheaf:
        self.issued += [(paper.key, number, reason) for paper, number in orders]
        leaves = (Leaf("", "", partial(page_of, paper.head), ("",)) for paper, _ in orders)
        return Sheaf(tuple(leaves), TODAY)

    def _copies(self, paper: Printable, number: int, reason: str) -> tuple[bytes, ...]:
        self.issued.append((paper.key, number, reason))
        return (page_of(paper.head),) * number


@cache
def page_of(text: str) -> bytes:
    """Return a paper of two pages that says one thing."""
    pages = [Page(marks=[Glyphs(LEFT, UPRIGHT.top, text, Role.HEADING, 18)]) for _ in range(2)]
    return paint(pages, About(text, "", ""))
