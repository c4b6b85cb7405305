"""What was issued for a household is bound into one file, and that it was is written down."""

import pypdfium2
import pytest

from caseworker_app.demo.values import Township
from caseworker_app.demo.visiting import carry_out
from caseworker_app.errors import RefusedError
from caseworker_app.wire.canonical import sha256
from caseworker_app.workflow import household_file, printing, trail
from caseworker_app.workflow.workspace import Workspace
from tests.documents.archive.pdfa import faults


@pytest.fixture
def visited(ws: Workspace, township: Township) -> str:
    unit = next(unit for unit in township.households if not unit.planted)
    assert carry_out(ws, unit.household.id, township.staff[1], lambda *_: None).sealed
    return unit.household.id


def test_that_the_file_holds_what_was_issued(ws: Workspace, visited: str) -> None:
    (paper,) = printing.of_day(ws)
    issued = printing.pdf(ws, paper)

    file = household_file.bind(ws, visited)

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
    file = household_file.bind(ws, visited)

    newest = trail.entries(ws, visited)[0]
    assert (newest.act, newest.detail) == ("dossier.bound", sha256(file))


def test_that_the_same_papers_give_the_same_file(ws: Workspace, visited: str) -> None:
    assert household_file.bind(ws, visited) == household_file.bind(ws, visited)


def test_that_there_is_no_file_before_a_paper(ws: Workspace, township: Township) -> None:
    with pytest.raises(RefusedError, match="还没有签发过文书"):
        household_file.bind(ws, township.households[0].household.id)


def test_that_photos_lie_behind_the_visit(ws: Workspace, visited: str) -> None:
    with pypdfium2.PdfDocument(household_file.bind(ws, visited)) as document:
        titles = [entry.get_title() for entry in document.get_toc()]
        last = document[len(document) - 1].get_textpage().get_text_range()

    assert titles[:2] == ["社会救助家庭档案目录", "入户核查"]
    assert titles[-2:] == ["佐证材料", "佐证材料（照片）"]
    assert last.count("文件摘要：") == 2
