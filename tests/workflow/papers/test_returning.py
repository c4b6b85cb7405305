"""Papers signed by hand come back from the scanner and find their household and form."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from PIL import Image

from caseworker_app.documents import qr
from caseworker_app.errors import OutsideError, UserError
from caseworker_app.model.scan import Scan
from caseworker_app.rules.procedure.way import State
from caseworker_app.store import outbox, scan as scans, visit as visits
from caseworker_app.store.database import Connection
from caseworker_app.wire.canonical import sha256
from caseworker_app.wire.operation import document, understood
from caseworker_app.wire.replay import units_of
from caseworker_app.wire.scan import ROLE, scan_of
from caseworker_app.workflow import outgoing, papers, printing, trail
from caseworker_app.workflow.papers import returning
from caseworker_app.workflow.papers.returning import Choice, Taken
from tests import scanner
from tests.workflow.papers.conftest import Sealed

_RECEIVED = "2026年11月23日上午10时"


@pytest.fixture
def tray(tmp_path: Path) -> Path:
    folder = tmp_path / "tray"
    folder.mkdir()
    return folder


def pages(sealed: Sealed, number: str) -> list[Image.Image]:
    """Return the pages of an issued paper as they come out of the scanner."""
    return scanner.scanned(papers.pdf(sealed.ws, number))


def take(sealed: Sealed, file: Path, data: bytes) -> Taken:
    file.write_bytes(data)
    return returning.take(sealed.ws, returning.read(file))


def take_pages(sealed: Sealed, tray: Path, images: Sequence[Image.Image]) -> Taken:
    name = f"扫描{len(list(tray.iterdir()))}.pdf"
    return take(sealed, tray / name, scanner.pdf(images))


def sent(connection: Connection, lane: str = outgoing.SCANS) -> list[Scan]:
    """Return the scans that wait to be delivered."""
    entries = [entry for entry in outbox.waiting(connection) if entry.lane == lane]
    bodies = outbox.bodies(connection, [entry.op for entry in entries])
    found = []
    for entry in entries:
        operation = understood(document(bodies[entry.op]))
        assert operation is not None
        assert {blob.role for blob in operation.blobs} == {ROLE}
        scan = scan_of(units_of(operation))
        assert scan is not None
        found.append(scan)
    return found


def test_that_a_signed_paper_is_filed_to_its_household_form_and_visit(
    stopped: Sealed, tray: Path
) -> None:
    notice = stopped.issue("F06a")
    straight = pages(stopped, notice.number)

    crooked = [scanner.noisy(scanner.turned(page, 1.5)) for page in straight]
    taken = take_pages(stopped, tray, crooked)

    (filed,) = taken.filed
    assert (filed.household, filed.form, filed.number) == (
        stopped.household,
        "F06a",
        notice.number,
    )
    assert (taken.aside, taken.doubles, taken.blank) == ([], [], 0)
    with stopped.ws.database.read() as connection:
        (scan,) = sent(connection)
    assert (scan.paper, scan.visit, scan.household.id) == (
        notice.number,
        stopped.visit,
        stopped.household,
    )
    assert papers.read(stopped.ws, notice.number).paper.scans == len(filed.pages)
    acts = [entry.act for entry in trail.entries(stopped.ws, notice.number)]
    assert acts == ["scan.filed", "paper.issued"]
    assert trail.verify(stopped.ws).altered == ()


def test_that_the_form_of_the_visit_itself_comes_back(stopped: Sealed, tray: Path) -> None:
    (own,) = papers.issued(stopped.ws, stopped.household, stopped.visit)
    images = pages(stopped, own.number)

    (filed,) = take_pages(stopped, tray, images).filed

    assert (filed.form, filed.number) == ("F01", own.number)
    assert len(filed.pages) == len(images) > 1


def test_that_the_pages_are_kept_in_order_as_they_were_seen(stopped: Sealed, tray: Path) -> None:
    (own,) = papers.issued(stopped.ws, stopped.household, stopped.visit)
    images = scanner.scanned(papers.pdf(stopped.ws, own.number))

    take(stopped, tray / "one.tiff", scanner.tiff(images))

    with stopped.ws.database.read() as connection:
        kept = scans.of_paper(connection, own.number)
    assert [row.page for row in kept] == list(range(1, len(images) + 1))
    read = [returning.picture(stopped.ws, row.id) for row in kept]
    assert [sha256(data) for data in read] == [row.sha for row in kept]


def test_that_two_papers_in_one_file_are_told_apart(stopped: Sealed, tray: Path) -> None:
    notice = stopped.issue("F06a")
    proof = stopped.issue("F10", notice.number, received=_RECEIVED)
    first, second = pages(stopped, notice.number), pages(stopped, proof.number)

    taken = take_pages(stopped, tray, [*second, scanner.turned(first[0], 180)])

    assert [filed.number for filed in taken.filed] == [proof.number, notice.number]
    assert [filed.note for filed in taken.filed] == ["", ""]


def test_that_a_page_without_a_code_waits_and_the_others_go_on(stopped: Sealed, tray: Path) -> None:
    notice = stopped.issue("F06a")
    good = pages(stopped, notice.number)[0]

    taken = take_pages(stopped, tray, [scanner.torn(good), good, scanner.foreign()])

    assert [filed.number for filed in taken.filed] == [notice.number]
    assert [(a.page, a.why[:12]) for a in taken.aside] == [
        (1, "这一页没有二维码，或被遮"),
        (3, "这一页的二维码不是本系统"),
    ]
    assert [a.id for a in returning.aside(stopped.ws)] == [a.id for a in taken.aside]


def test_that_what_came_before_is_a_double(stopped: Sealed, tray: Path) -> None:
    notice = stopped.issue("F06a")
    data = scanner.pdf([*pages(stopped, notice.number)[:1], scanner.foreign()])
    first = take(stopped, tray / "one.pdf", data)

    again = take(stopped, tray / "copy.pdf", data)

    assert (len(first.filed), len(first.aside)) == (1, 1)
    assert (again.filed, again.aside) == ([], [])
    assert "已归到" in again.doubles[0].where
    assert again.doubles[1].where == "在待认领的页里"
    with stopped.ws.database.read() as connection:
        assert len(sent(connection)) == 1


def test_that_the_same_page_twice_in_a_file_is_filed_once(stopped: Sealed, tray: Path) -> None:
    notice = stopped.issue("F06a")
    image = pages(stopped, notice.number)[0]

    taken = take(stopped, tray / "two.tiff", scanner.tiff([image, image]))

    assert [len(filed.pages) for filed in taken.filed] == [1]
    assert len(taken.doubles) == 1


def test_that_another_scan_of_the_same_paper_is_kept_and_said(stopped: Sealed, tray: Path) -> None:
    notice = stopped.issue("F06a")
    image = scanner.scanned(papers.pdf(stopped.ws, notice.number))[0]

    first = take_pages(stopped, tray, [image]).filed
    second = take_pages(stopped, tray, [scanner.turned(image, 2)]).filed

    assert [filed.again for filed in (*first, *second)] == [False, True]
    assert papers.read(stopped.ws, notice.number).paper.scans == 2


def test_that_a_void_paper_waits_for_a_person(stopped: Sealed, tray: Path) -> None:
    notice = stopped.issue("F06a")
    image = pages(stopped, notice.number)[0]
    papers.void(stopped.ws, notice.number, "金额写错")

    (waits,) = take_pages(stopped, tray, [image]).aside

    assert "已作废（金额写错）" in waits.why


@pytest.mark.parametrize("digest", ["sha256:" + "ab" * 32])
def test_that_papers_of_another_laptop_wait(stopped: Sealed, tray: Path, digest: str) -> None:
    notice = stopped.issue("F06a")
    unknown = scanner.foreign(qr.content("330106-2026-F06a-000777", digest))
    alike = scanner.foreign(qr.content(notice.number, digest))
    nowhere = scanner.foreign(qr.empty("F02", "01936f2e-7a10-7cde-8f01-23456789abcd"))
    both = scanner.foreign(qr.content(notice.number, notice.digest))
    both.paste(unknown.crop((1000, 0, 1654, 600)), (0, 1000))

    taken = take_pages(stopped, tray, [unknown, alike, nowhere, both])

    whys = [waits.why for waits in taken.aside]
    assert taken.filed == []
    assert "本机没有330106-2026-F06a-000777号文书" in whys[0]
    assert "摘要与本机的" in whys[1]
    assert "那一户不在本机" in whys[2]
    assert "两份文书" in whys[3]


def test_that_an_empty_form_filled_by_hand_finds_household_and_visit(
    stopped: Sealed, tray: Path
) -> None:
    notice = stopped.issue("F06a")
    proof = printing.empty_form(stopped.ws, stopped.household, "F10", notice.number)
    visit_form = printing.empty_form(stopped.ws, stopped.household, "F01")
    images = [
        scanner.photographed(scanner.scanned(printing.pdf(stopped.ws, wanted))[0])
        for wanted in (proof, visit_form)
    ]

    taken = take_pages(stopped, tray, images)

    assert [(f.form, f.number, bool(f.note)) for f in taken.filed] == [
        ("F10", "", True),
        ("F01", "", True),
    ]
    with stopped.ws.database.read() as connection:
        found = [(s.form, s.visit, s.about) for s in sent(connection)]
    assert found == [("F10", stopped.visit, notice.number), ("F01", stopped.visit, "")]


def test_that_empty_forms_of_before_are_understood(stopped: Sealed, tray: Path) -> None:
    with stopped.ws.database.read() as connection:
        home = visits.load(connection, stopped.visit).household
    old = [scanner.foreign(f"F06a:{home.id}"), scanner.foreign(f"F01:{home.number}")]

    filed = take_pages(stopped, tray, old).filed

    assert [(f.household, f.form) for f in filed] == [(home.id, "F06a"), (home.id, "F01")]


def test_that_a_picture_does_no_step(stopped: Sealed, tray: Path) -> None:
    notice = stopped.issue("F06a")
    proof = printing.empty_form(stopped.ws, stopped.household, "F10", notice.number)
    images = scanner.scanned(printing.pdf(stopped.ws, proof))

    (filed,) = take_pages(stopped, tray, images).filed

    assert "不会自动录入" in filed.note
    assert _state(stopped) is not State.DONE
    stopped.issue("F10", notice.number, received=_RECEIVED)
    assert _state(stopped) is State.DONE


def _state(sealed: Sealed) -> State:
    way = papers.offered(sealed.ws, sealed.household, sealed.visit).way
    return next(step.state for step in way if step.code == "advance_notice")


def test_that_a_person_says_where_pages_belong(stopped: Sealed, tray: Path) -> None:
    notice = stopped.issue("F06a")
    torn = scanner.torn(pages(stopped, notice.number)[0])
    (waits,) = take_pages(stopped, tray, [torn]).aside
    choices = returning.choices(stopped.ws, stopped.household)
    choice = next(c for c in choices if c.number == notice.number)

    filed = returning.assign(stopped.ws, [waits.id], stopped.household, choice)

    assert filed.number == notice.number
    assert returning.aside(stopped.ws) == ()
    with stopped.ws.database.read() as connection:
        (scan,) = sent(connection)
    assert scan.by_hand
    with pytest.raises(UserError, match="已归档"):
        returning.assign(stopped.ws, [waits.id], stopped.household, choice)


def test_that_a_page_cannot_be_assigned_to_the_paper_of_another(
    stopped: Sealed, tray: Path
) -> None:
    notice = stopped.issue("F06a")
    (waits,) = take_pages(stopped, tray, [scanner.foreign()]).aside

    with pytest.raises(UserError, match="不是这一户"):
        returning.assign(
            stopped.ws, [waits.id], stopped.household, Choice("F10", notice.number, "")
        )

    assert returning.aside(stopped.ws) == (waits,)


def test_that_what_belongs_to_no_paper_is_put_away_with_a_reason(
    stopped: Sealed, tray: Path
) -> None:
    data = scanner.pdf([scanner.foreign()])
    (waits,) = take(stopped, tray / "menu.pdf", data).aside

    with pytest.raises(UserError, match="写明原因"):
        returning.put_away(stopped.ws, [waits.id], " ")
    returning.put_away(stopped.ws, [waits.id], "夹进来的菜单")

    assert returning.aside(stopped.ws) == ()
    assert returning.picture(stopped.ws, waits.id)
    again = take(stopped, tray / "menu2.pdf", data)
    assert again.doubles[0].where == "已收起（夹进来的菜单）"


def test_that_empty_backs_are_not_asked_about(stopped: Sealed, tray: Path) -> None:
    notice = stopped.issue("F06a")
    back = Image.new("RGB", (1654, 2339), "white")

    taken = take_pages(stopped, tray, [pages(stopped, notice.number)[0], back])

    assert (len(taken.filed), taken.aside, taken.blank) == (1, [], 1)


def test_that_pages_before_a_damaged_one_are_filed(stopped: Sealed, tray: Path) -> None:
    notice = stopped.issue("F06a")
    image = pages(stopped, notice.number)[0]
    data = scanner.tiff([image, scanner.foreign()], "tiff_jpeg")

    taken = take(stopped, tray / "cut.tiff", _without_second(data))

    assert [filed.number for filed in taken.filed] == [notice.number]
    assert taken.problem.startswith("“cut.tiff”读不出来")


def _without_second(data: bytes) -> bytes:
    """Return a TIFF whose second page says nonsense."""
    at = data.rindex(b"\xff\xd8")
    return data[:at] + b"\x00" * (len(data) - at)


def test_that_no_file_is_told(stopped: Sealed, tray: Path) -> None:
    with pytest.raises(OutsideError, match="读不出"):
        returning.read(tray / "gone.pdf")
    (tray / "text.pdf").write_text("hello", "utf-8")
    with pytest.raises(UserError, match=r"“text\.pdf”读不出来"):
        returning.read(tray / "text.pdf")


def test_that_one_changed_byte_of_a_page_is_told(stopped: Sealed, tray: Path) -> None:
    notice = stopped.issue("F06a")
    (filed,) = take_pages(stopped, tray, pages(stopped, notice.number)[:1]).filed

    with stopped.ws.database.write() as connection:
        connection.exec_driver_sql(
            "UPDATE attachment SET data = CAST(data || x'00' AS BLOB)"
            " WHERE sha IN (SELECT sha FROM scan)"
        )

    with pytest.raises(OutsideError, match="不一样"):
        returning.picture(stopped.ws, filed.pages[0])
    assert len(trail.verify(stopped.ws).altered) == 1
