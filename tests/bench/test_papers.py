"""What papers cost, as a ratio to writing the same bytes, to WeasyPrint and to Typst."""

import json
import statistics
import subprocess
import time
import zlib
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from reportlab.pdfbase.pdfdoc import PDFDocument

from caseworker_app.documents.dossier import Dossier, Piece, bind, title
from caseworker_app.documents.objects import Dictionary, Stream
from caseworker_app.documents.visit_form import VisitForm, paper, render
from caseworker_app.documents.wording import read
from tests.bench import same_form
from tests.documents.conftest import a_photo, plain_form
from tests.documents.visit_form.conftest import full_form

pytestmark = [pytest.mark.bench, pytest.mark.timeout(900)]

_RIVALS = Path(".venv-papers/bin/python").absolute()
"""Made by ``make bench``."""
_MANY, _TIMES, _ROUND = 1_000, 10, 50


@pytest.fixture(scope="module")
def full() -> VisitForm:
    """Return a household with photos, signatures and differences."""
    return full_form(plain_form(), a_photo)


def _tell(figures: str) -> None:
    print(f"\n{figures}")  # noqa: T201  # the figure


def _took(work: Callable[[], object]) -> float:
    """Return the seconds of a processor's time; none of this waits for anything."""
    start = time.process_time()
    work()
    return time.process_time() - start


def _numbered(form: VisitForm, number: int) -> VisitForm:
    """Return the form of another household as far as a paper sees it."""
    digest = f"sha256:{number:064x}"
    opinion = f"{form.visit.opinion}第{number}户。"
    visit = replace(form.visit, opinion=opinion)
    return replace(form, visit=visit, number=f"330106-2026-F01-{number:06}", digest=digest)


def _floor(pdf: bytes) -> Callable[[], bytes]:
    """Return what writes the streams of a paper, all of them known, into a bare file."""
    with pikepdf.open(BytesIO(pdf)) as source:
        found = [one for one in source.objects if isinstance(one, pikepdf.Stream)]
        photos = [s.read_raw_bytes() for s in found if s.get("/Subtype") == "/Image"]
        others = [s.read_bytes() for s in found if s.get("/Subtype") != "/Image"]

    def write() -> bytes:
        document = PDFDocument(invariant=1)
        for data in others:
            document.Reference(Stream(data))
        for jpeg in photos:
            document.Reference(Stream(jpeg, coding="DCT"))
        document.info, document.Catalog.Outlines = Dictionary(), None
        made: bytes = document.format()
        return made

    return write


def test_that_a_thousand_forms_are_written_quickly(full: VisitForm) -> None:
    forms = [_numbered(full, number) for number in range(_MANY)]
    pdf = render(forms[0])
    floor = _floor(pdf)
    ours, bare = [], []
    for start in range(0, _MANY, _ROUND):
        part = forms[start : start + _ROUND]
        ours += [_took(lambda form=form: render(form)) for form in part]  # type: ignore[misc]
        bare += [_took(floor) for _ in part]
    with pypdfium2.PdfDocument(pdf) as document:
        pages = len(document)

    ms, least = statistics.median(ours) * 1000, statistics.median(bare) * 1000
    _tell(
        f"{_MANY} forms F01 with photos and signatures, {pages} pages, {len(pdf) // 1024} KB: "
        f"median {ms:.1f} ms a form, {pages * _MANY / sum(ours):.0f} pages a second, "
        f"x {ms / least:.1f} writing the same bytes ({least:.1f} ms)"
    )
    assert ms < 25
    assert ms / least < 4.5


@pytest.mark.parametrize(("rival", "times"), [("weasyprint", 25), ("typst", 1)])
def test_that_it_is_ahead_of_others(tmp_path: Path, rival: str, times: float) -> None:
    if not _RIVALS.exists():
        pytest.skip("make bench makes the environment of the rivals")
    form, wording = plain_form(), read("F01")
    sections = list(paper._sections(form, wording))
    same_form.write(tmp_path, f"{wording.title} {form.number}", sections)
    done = subprocess.run(
        [_RIVALS, "tests/bench/rival_papers.py", rival, tmp_path, str(_TIMES)],
        check=True,
        capture_output=True,
    )
    theirs = statistics.median(json.loads(done.stdout))
    ours = statistics.median(_took(lambda n=n: render(_numbered(form, n))) for n in range(200))  # type: ignore[misc]

    made = (tmp_path / f"{rival}.pdf").read_bytes()
    with pypdfium2.PdfDocument(made) as other, pypdfium2.PdfDocument(render(form)) as own:
        pages = len(other), len(own)
    _tell(
        f"The same F01 without photos: {ours * 1000:.1f} ms, {rival} {theirs * 1000:.1f} ms, "
        f"x {theirs / ours:.1f}; {pages[1]} pages, {rival} {pages[0]}; "
        f"{len(render(form)) // 1024} KB, {rival} {len(made) // 1024} KB"
    )
    assert not same_form.characters(sections) - _shown(made)
    assert theirs / ours > times


def _shown(pdf: bytes) -> Counter[str]:
    """Return how often each character stands on a paper."""
    with pypdfium2.PdfDocument(pdf) as document:
        text = "".join(page.get_textpage().get_text_range() for page in document)
    return Counter("".join(text.split()))


def test_that_a_dossier_of_forty_pages_is_bound_at_once(full: VisitForm) -> None:
    pieces = tuple(
        Piece("F01", title("F01"), f"{n:06}", date(2026, 11, 1 + n), render(_numbered(full, n)))
        for n in range(8)
    )
    whole = Dossier("沈䶮生", "ZJ330106202100317", "西湖区", date(2026, 12, 1), pieces)
    made = bind(whole)
    took = statistics.median(_took(lambda: bind(whole)) for _ in range(_TIMES))
    with pypdfium2.PdfDocument(made) as document:
        pages = len(document)

    _tell(
        f"A dossier of {pages} pages from {len(pieces)} papers: {took * 1000:.0f} ms, "
        f"{len(made) // 1024} KB of {sum(len(p.pdf) for p in pieces) // 1024} KB"
    )
    assert pages > 40
    assert took < 0.3
    assert zlib.crc32(made) == zlib.crc32(bind(whole))
