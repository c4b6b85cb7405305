from pathlib import Path

import pypdfium2

from caseworker_app.demo import practice
from caseworker_app.store import key_file
from caseworker_app.workflow import printing, session
from caseworker_app.workflow.workspace import Workspace


def households(ws: Workspace) -> int:
    with ws.database.read() as connection:
        return int(connection.exec_driver_sql("SELECT count(*) FROM household").scalar_one())


def test_that_practice_is_a_marked_township_without_an_office(tmp_path: Path) -> None:
    ws = practice.open_practice(tmp_path / "practice")

    assert ws.practice
    assert ws.office is None
    assert households(ws) == practice.HOUSEHOLDS
    empty = next(one for one in printing.offered(ws, printing.Range()) if one.blank)
    with pypdfium2.PdfDocument(printing.pdf(ws, empty)) as paper:
        pages = [page.get_textpage().get_text_range() for page in paper]
    assert all("练习用" in page for page in pages)
    session.lock(ws)


def test_that_what_was_practised_stays_until_it_is_thrown_away(tmp_path: Path) -> None:
    place = tmp_path / "practice"
    first = practice.open_practice(place)
    session.lock(first)
    again = practice.open_practice(place)
    assert again.device.id == first.device.id
    session.lock(again)

    practice.reset(place)
    fresh = practice.open_practice(place)

    assert fresh.device.id != first.device.id
    session.lock(fresh)


def test_that_its_key_is_its_own(tmp_path: Path) -> None:
    places = tmp_path / "one", tmp_path / "other"
    for place in places:
        session.lock(practice.open_practice(place))

    checks = {key_file.load(place).check for place in places}

    assert len(checks) == 2


def test_that_a_township_half_made_is_made_again(tmp_path: Path) -> None:
    place = tmp_path / "practice"
    half = tmp_path / "practice.new"
    half.mkdir()
    (half / "key.json").write_text("{", "utf-8")

    ws = practice.open_practice(place)

    assert households(ws) == practice.HOUSEHOLDS
    assert not half.exists()
    session.lock(ws)
