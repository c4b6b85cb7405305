"""The file of a household: catalogue, bookmarks, page numbers, and the papers just as they were."""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from hashlib import sha256
from io import BytesIO
from itertools import pairwise

import pikepdf
import pypdfium2
import pytest
from pikepdf import Array, Dictionary, Name, Stream

from caseworker_app.documents.album import Album, Shot
from caseworker_app.documents.dossier import Dossier, Piece, bind, ordered, title
from caseworker_app.documents.visit_form import VisitForm, render
from caseworker_app.errors import UserError
from tests.documents.archive.pdfa import faults

Read = Callable[[bytes], list[str]]
_FORMS = ("F10", "F06a", "F01", "F10", "F06a", "F01")


@pytest.fixture(scope="module")
def pieces(plain: VisitForm, full: VisitForm) -> tuple[Piece, ...]:
    """Return papers out of order; what they say does not matter here."""
    forms = (plain, full, replace(full, is_large=True))
    return tuple(
        Piece(
            form, title(form), f"330106-2026-{form}-{at:06}", date(2026, 11, 20 - at), render(one)
        )
        for at, (form, one) in enumerate(zip(_FORMS, (*forms, *forms), strict=True))
    )


@pytest.fixture(scope="module")
def dossier(pieces: tuple[Piece, ...], jpeg: Callable[[int], bytes]) -> Dossier:
    shots = tuple(Shot(jpeg(n), f"现场{n}", "2026年11月20日 10:08", 90 * n) for n in range(3))
    return Dossier(
        head="沈䶮生",
        household_number="ZJ330106202100317",
        place="杭州市西湖区 文新街道骆家庄社区",
        day=date(2026, 12, 1),
        pieces=pieces,
        albums=(Album(date(2026, 11, 20), shots),),
    )


@pytest.fixture(scope="module")
def file(dossier: Dossier) -> bytes:
    return bind(dossier)


def test_that_the_file_can_be_archived(file: bytes) -> None:
    assert faults(file) == []


def test_that_the_same_papers_give_the_same_bytes(dossier: Dossier, file: bytes) -> None:
    assert bind(dossier) == file
    assert bind(replace(dossier, pieces=tuple(reversed(dossier.pieces)))) == file


def test_that_papers_lie_in_the_order_of_handling(pieces: tuple[Piece, ...]) -> None:
    lying = ordered(pieces)

    assert [piece.form for piece in lying] == ["F01", "F01", "F06a", "F06a", "F10", "F10"]
    assert all(a.day < b.day for a, b in pairwise(lying) if a.form == b.form and a.day and b.day)
    assert [piece.form for piece in ordered((replace(pieces[0], form="F99"), *pieces))][-1] == "F99"


def test_that_the_catalogue_names_each_paper_with_its_hash_and_pages(
    dossier: Dossier, file: bytes, read: Read
) -> None:
    pages = ["".join(page.split()) for page in read(file)]
    at = 1
    for piece in ordered(dossier.pieces)[:2]:
        with pypdfium2.PdfDocument(piece.pdf) as document:
            last = at + len(document) - 1
        assert f"{piece.title}{sha256(piece.pdf).hexdigest()}{piece.number}" in pages[0]
        assert f"{at}—{last}" in pages[0]
        at = last + 1
    assert f"共7件，{len(pages) - 1}页。" in pages[0]


def test_that_pages_are_numbered_on_from_the_first_paper(file: bytes, read: Read) -> None:
    pages = ["".join(page.split()) for page in read(file)]

    assert "卷内第" not in pages[0]
    assert all(f"卷内第{n}页" in page for n, page in enumerate(pages[1:], 1))
    with pikepdf.open(BytesIO(file)) as pdf:
        assert [str(page.label) for page in pdf.pages][:3] == ["目录1", "1", "2"]


def test_that_the_number_stands_above_everything_else(file: bytes) -> None:
    with pypdfium2.PdfDocument(file) as document:
        for number in range(1, len(document)):
            page = document[number]
            text = page.get_textpage()
            first = text.search("卷内第").get_next()
            assert first
            top = text.get_charbox(first[0])[1]
            others = (n for n in range(text.count_chars()) if n < first[0])
            assert all(text.get_charbox(n)[3] < top for n in others)
            assert text.get_charbox(first[0])[3] < page.get_height() - 8


def test_that_bookmarks_lead_to_parts_and_papers(dossier: Dossier, file: bytes) -> None:
    with pypdfium2.PdfDocument(file) as document:
        toc = [
            (one.level, one.get_title(), one.get_dest().get_index()) for one in document.get_toc()
        ]

    parts = [(text, page) for level, text, page in toc if level == 0]
    assert [text for text, _ in parts] == [
        "社会救助家庭档案目录",
        "入户核查",
        "佐证材料",
        "评议和听取意见",
        "送达",
    ]
    papers = [(text, page) for level, text, page in toc if level == 1]
    assert papers[0] == (f"{title('F01')} 330106-2026-F01-000005", 1)
    assert [page for _, page in papers] == sorted({page for _, page in papers})


def test_that_no_paper_is_drawn_anew(dossier: Dossier, file: bytes) -> None:
    """Every content stream of every paper is in the file, byte for byte."""
    with pikepdf.open(BytesIO(file)) as pdf:
        streams = (one for one in pdf.objects if isinstance(one, Stream))
        held = {sha256(stream.read_raw_bytes()).digest() for stream in streams}
    for piece in dossier.pieces:
        with pikepdf.open(BytesIO(piece.pdf)) as paper:
            for page in paper.pages:
                assert sha256(page.obj.Contents.read_raw_bytes()).digest() in held


def test_that_a_typeface_two_papers_share_is_in_the_file_once(
    plain: VisitForm, dossier: Dossier
) -> None:
    paper = render(plain)
    one, two = (
        len(bind(replace(dossier, albums=(), pieces=(Piece("F01", "表", "", None, paper),) * n)))
        for n in (1, 2)
    )

    assert two - one < len(paper) / 4


def test_that_each_photo_is_there_as_it_was_kept(dossier: Dossier, file: bytes, read: Read) -> None:
    text = "".join("".join(read(file)).split())

    for number, shot in enumerate(dossier.albums[0].shots, 1):
        assert shot.jpeg in file
        assert f"{number}.{shot.caption}" in text
        assert f"文件摘要：{sha256(shot.jpeg).hexdigest()}" in text


def test_that_what_a_paper_does_by_itself_stays_behind(dossier: Dossier) -> None:
    signed = BytesIO()
    with pikepdf.open(BytesIO(dossier.pieces[0].pdf)) as pdf:
        field = pdf.make_indirect(Dictionary(Type=Name.Annot, Subtype=Name.Widget, FT=Name.Sig))
        pdf.pages[0].Annots = Array([field])
        pdf.Root.AcroForm = Dictionary(Fields=Array([field]), SigFlags=3)
        pdf.save(signed)
    piece = replace(dossier.pieces[0], pdf=signed.getvalue())

    assert faults(bind(replace(dossier, pieces=(piece,)))) == []


def test_that_a_paper_that_cannot_be_read_is_named(dossier: Dossier) -> None:
    broken = replace(dossier.pieces[0], pdf=b"%PDF-1.7 half", title="送达回证")

    with pytest.raises(UserError, match=r"送达回证.*已损坏"):
        bind(replace(dossier, pieces=(broken,)))


def test_that_a_long_catalogue_goes_on_under_its_heads(
    dossier: Dossier, plain: VisitForm, read: Read
) -> None:
    paper = render(plain)
    many = tuple(Piece("F01", f"第{n}份核查表", f"{n:06}", None, paper) for n in range(60))

    pages = read(bind(replace(dossier, pieces=many, albums=())))

    heads = [page for page in pages if re.search("序号\\s+题名", page)]
    assert len(heads) > 1
    assert "卷内第1页" in "".join(pages[len(heads)].split())
