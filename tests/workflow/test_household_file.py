"""What was issued for a household and came back is bound into one file, and that is noted."""

from pathlib import Path

import pypdfium2
import pytest

from caseworker_app.demo.values import Township
from caseworker_app.demo.visiting import carry_out
from caseworker_app.errors import RefusedError
from caseworker_app.wire.canonical import sha256
from caseworker_app.workflow import household_file, papers, printing, trail
from caseworker_app.workflow.papers import returning
from caseworker_app.workflow.workspace import Workspace
from tests import scanner
from tests.documents.archive.pdfa import faults


@pytest.fixture
def visited(ws: Workspace, township: Township) -> str:
    unit = next(unit for unit in township.households if not unit.planted)
    assert carry_out(ws, unit.household.id, township.staff[1], lambda *_: None).sealed
    return unit.household.id


def _bound(ws: Workspace, home: str) -> bytes:
    return household_file.bind(household_file.gather(ws, home))


def test_that_the_file_holds_what_was_issued(ws: Workspace, visited: str) -> None:
    (paper,) = printing.of_day(ws)
    issued = printing.pdf(ws, paper)

    file = _bound(ws, visited)

    assert faults(file) == []
    with pypdfium2.PdfDocument(file) as document, pypdfium2.PdfDocument(issued) as alone:
        catalogue = "".join(document[0].get_textpage().get_text_range().split())
        assert paper.key in catalogue
        assert sha256(issued).removeprefix("sha256:") in catalogue
        assert f"1—{len(alone)}" in catalogue
        first = document[1].get_textpage().get_text_range()
        assert alone[0].get_textpage().get_text_range().strip() in first
        assert "卷内第1页" in first


def test_that_binding_is_written_down_with_the_hash(ws: Workspace, visited: str) -> None:
    file = household_file.bind(household_file.gather(ws, visited))
    household_file.note(ws, visited, file)

    newest = trail.entries(ws, visited)[0]
    assert (newest.act, newest.detail) == ("dossier.bound", sha256(file))


def test_that_the_same_papers_give_the_same_file(ws: Workspace, visited: str) -> None:
    assert _bound(ws, visited) == _bound(ws, visited)


def test_that_there_is_no_file_before_a_paper(ws: Workspace, township: Township) -> None:
    with pytest.raises(RefusedError, match="还没有签发过文书"):
        household_file.gather(ws, township.households[0].household.id)


def test_that_photos_lie_behind_the_visit(ws: Workspace, visited: str) -> None:
    with pypdfium2.PdfDocument(_bound(ws, visited)) as document:
        titles = [entry.get_title() for entry in document.get_toc()]
        last = document[len(document) - 1].get_textpage().get_text_range()

    assert titles[:2] == ["社会救助家庭档案目录", "入户核查"]
    assert titles[-2:] == ["佐证材料", "佐证材料（照片）"]
    assert last.count("文件摘要：") == 2


def test_that_what_came_back_lies_behind_its_paper_and_is_called_a_scan(
    ws: Workspace, visited: str, tmp_path: Path
) -> None:
    (own,) = papers.issued(ws, visited)
    by_hand = printing.pdf(ws, printing.empty_form(ws, visited, "F11"))
    for name, pdf in (("signed.pdf", papers.pdf(ws, own.number)), ("hand.pdf", by_hand)):
        (tmp_path / name).write_bytes(scanner.pdf(scanner.scanned(pdf)))
        assert returning.take(ws, returning.read(tmp_path / name)).filed

    file = _bound(ws, visited)

    assert faults(file) == []
    with pypdfium2.PdfDocument(file) as document:
        catalogue = "".join(document[0].get_textpage().get_text_range().split())
        toc = [(entry.get_title(), entry.get_dest().get_index()) for entry in document.get_toc()]
        titles = [title for title, _ in toc]
        paper, scan = f"{own.title} {own.number}", f"{own.title}（扫描件） {own.number}"
        assert titles[titles.index(paper) + 1] == scan
        assert "邻里访问记录表（扫描件）" in titles
        assert catalogue.count("（扫描件）") == 2
        first = dict(toc)[scan]
        assert "扫描件第1页" in document[first].get_textpage().get_text_range()
        assert "扫描件第2页" in document[first + 1].get_textpage().get_text_range()
    assert file == _bound(ws, visited)


def test_that_a_void_paper_is_left_out_with_its_scans(
    ws: Workspace, visited: str, tmp_path: Path
) -> None:
    draft = papers.begin(ws, "F10", visited)
    for name in ("paper_title", "paper_number", "received", "service_address"):
        papers.write(ws, draft.id, name, "按实填写")
    proof = papers.issue(ws, draft.id)
    (tmp_path / "proof.pdf").write_bytes(scanner.pdf(scanner.scanned(papers.pdf(ws, proof.number))))
    assert returning.take(ws, returning.read(tmp_path / "proof.pdf")).filed
    with pypdfium2.PdfDocument(_bound(ws, visited)) as document:
        before = len(document)

    papers.void(ws, proof.number, "写错")

    with pypdfium2.PdfDocument(_bound(ws, visited)) as document:
        assert len(document) == before - 2
        assert not [t for t in document.get_toc() if "扫描件" in t.get_title()]
