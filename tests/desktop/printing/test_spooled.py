"""A day's papers through the real spooler to a printer of the test's own, and its troubles told."""

import shutil
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from caseworker_app.desktop.printing.machine import Job, Spooler
from caseworker_app.desktop.printing.page import PrintingPage
from caseworker_app.desktop.printing.presenter import PrintActions
from caseworker_app.desktop.tasks import Tasks
from caseworker_app.documents import sheets
from caseworker_app.documents.canvas import About, paint
from caseworker_app.documents.page import LEFT, UPRIGHT, Code, Page
from caseworker_app.errors import OutsideError
from caseworker_app.intake import scan
from caseworker_app.workflow.printing import Printable
from tests.desktop.printing import cups
from tests.desktop.printing.cups import NAME, Cups
from tests.desktop.printing.making import AGAIN, DUE, LATE, SEALED, Shelf
from tests.desktop.returns.making import Tray
from tests.desktop.screen import show

pytestmark = [
    pytest.mark.skipif(bool(cups.lacking()), reason=cups.lacking() or "CUPS is here"),
    pytest.mark.long,
    pytest.mark.xdist_group("cups"),
]
_PAGES = 3
_SIDE = 1200
"""Pixels of a page's longer side that leave a code's squares seven wide each."""


@pytest.fixture(scope="module")
def scheduler() -> Iterator[Cups]:
    folder = Path(tempfile.mkdtemp(prefix="cups", dir="/tmp"))  # a socket's name is short
    folder.chmod(0o755)
    with cups.running(folder) as started:
        yield started
    shutil.rmtree(folder)


@pytest.fixture
def printer(scheduler: Cups, monkeypatch: pytest.MonkeyPatch) -> Cups:
    monkeypatch.setenv("CUPS_SERVER", scheduler.server)
    for kept in (scheduler.root / "out").iterdir():
        kept.unlink()
    return scheduler


@cache
def coded(name: str) -> bytes:
    """Return a paper whose every page says by a code which it is."""
    pages = [
        Page(marks=[Code(LEFT, UPRIGHT.top - 120, 120, f"{name} {n + 1}")]) for n in range(_PAGES)
    ]
    return paint(pages, About(name, "", ""))


def pages_of(pdf: bytes) -> list[str]:
    """Return what the pages that came out say they are."""

    def small(data: bytes, _: int) -> Iterator[sheets.Sheet]:
        return sheets.drawn(data, _SIDE)

    return [text for page in scan.pages(pdf, small) for text in page.codes]


def whole(name: str) -> list[str]:
    return [f"{name} {n + 1}" for n in range(_PAGES)]


@dataclass
class Coded(Shelf):
    """The papers of a day, each copy with its own number."""

    papers: tuple[Printable, ...] = (SEALED, AGAIN, LATE, DUE)

    def actions(self) -> PrintActions:
        return replace(super().actions(), copies=self._numbered)

    def _numbered(self, paper: Printable, number: int, reason: str) -> tuple[bytes, ...]:
        self.issued.append((paper.key, number, reason))
        return tuple(coded(f"{paper.key} copy {n + 1}") for n in range(number))


def test_that_the_papers_of_a_day_come_out_whole_and_in_order(
    qtbot: QtBot, tasks: Tasks, printer: Cups
) -> None:
    shelf = Coded()
    page = PrintingPage(tasks, shelf.actions(), Spooler(), Tray().actions())
    show(qtbot, page)
    page.shown()
    qtbot.waitUntil(lambda: page.printer.printer() == NAME, timeout=10_000)
    qtbot.waitUntil(lambda: bool(page.preview.key))
    for paper in shelf.papers:
        page._choose(paper.key, True)
    page.printer.reason.setText("原件受潮")
    page._presenter.copies(2)

    page.print_chosen()

    qtbot.waitUntil(lambda: "交给打印机" in page.banner.text(), timeout=30_000)
    came = printer.printed(8)
    wanted = [f"{p.key} copy {n}" for p in shelf.papers for n in (1, 2)]
    assert [pages_of(pdf) for _, pdf in came] == [whole(name) for name in wanted]
    assert [title for title, _ in came] == [
        *[SEALED.key] * 2, *[AGAIN.key] * 2, *["入户核查表"] * 4,
    ]  # fmt: skip
    assert shelf.refused == []


def test_that_a_large_paper_keeps_its_pages(printer: Cups) -> None:
    pages = [Page(marks=[Code(LEFT, UPRIGHT.top - 120, 120, f"dossier {n}")]) for n in range(1, 41)]

    Spooler().send(Job(NAME, "dossier"), paint(pages, About("", "", "")))

    ((_, pdf),) = printer.printed(1)
    assert pages_of(pdf) == [f"dossier {n}" for n in range(1, 41)]


def test_that_a_stopped_printer_is_told(printer: Cups) -> None:
    printer.command("cupsdisable", "-r", "toner", NAME)
    try:
        with pytest.raises(OutsideError, match="已停用"):
            Spooler().send(Job(NAME, "x"), coded("x"))
    finally:
        printer.command("cupsenable", NAME)


def test_that_a_printer_that_takes_nothing_is_told(printer: Cups) -> None:
    printer.command("cupsreject", NAME)
    try:
        with pytest.raises(OutsideError, match="没有接受"):
            Spooler().send(Job(NAME, "x"), coded("x"))
    finally:
        printer.command("cupsaccept", NAME)


def test_that_a_printer_that_was_removed_is_told(printer: Cups) -> None:
    with pytest.raises(OutsideError, match="没有接受"):
        Spooler().send(Job("Gone", "x"), coded("x"))


def test_that_a_printer_without_paper_is_told_and_loses_nothing(
    qtbot: QtBot, printer: Cups
) -> None:
    printer.run_out()
    try:
        Spooler().send(Job(NAME, "first"), coded("first"))
        qtbot.waitUntil(lambda: "缺纸" in _refusal(), timeout=10_000)
    finally:
        printer.fill()

    titles = [title for title, _ in printer.printed(1)]
    assert titles[0] == "first"
    qtbot.waitUntil(lambda: _refusal() == "", timeout=10_000)


def _refusal() -> str:
    """Return why the printer would not take a paper now, or ""."""
    return Spooler().trouble(NAME)


def test_that_no_spooler_is_told(printer: Cups, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CUPS_SERVER", str(printer.root / "nowhere"))

    assert Spooler().printers() == ()
    with pytest.raises(OutsideError, match="没有接受"):
        Spooler().send(Job(NAME, "x"), coded("x"))
