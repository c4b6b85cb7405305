"""One exchange after another with a real server."""

import hashlib
import shutil
import socket
import time
from pathlib import Path

import pytest

from caseworker_app.server import assignments, enrolment, verify
from caseworker_app.server.central import Central, Configuration
from caseworker_app.server.rights import Caller
from caseworker_app.server.run import running
from caseworker_app.sync.client import Courier
from caseworker_app.sync.transport import LineError
from caseworker_app.wire import receipt
from caseworker_app.wire.canonical import sha256
from caseworker_app.wire.frames import MEDIA_TYPE, frame
from caseworker_app.wire.message import Cursor, LastReceipt
from caseworker_app.wire.operation import BlobRef, Operation
from caseworker_app.wire.problem import ProblemError, ProblemType
from tests.server.conftest import DAY, fill, folder_of
from tests.server.laptop import Laptop
from tests.sync.conftest import Field, admit, reach
from tests.sync.lines import cutting


def noise(count: int, size: int) -> dict[str, bytes]:
    """Return files that no compression makes smaller."""
    files = (hashlib.shake_256(bytes([n])).digest(size) for n in range(count))
    return {sha256(file): file for file in files}


def refs(files: dict[str, bytes]) -> list[BlobRef]:
    return [BlobRef(sha, len(data), "image/jpeg", "photo") for sha, data in files.items()]


def silent(_sent: int, _total: int) -> None:
    """Hear nothing."""


def test_that_a_visit_with_its_files_arrives_and_both_sides_agree(
    field: Field, courier: Courier
) -> None:
    files = noise(3, 40_000)
    visit = field.laptop.visit("v1", field.home, *files.values())
    heard: list[tuple[int, int]] = []

    assert courier.push([visit]).missing == {visit.op: (0, 1, 2)}
    courier.send_files(visit.blobs, files.__getitem__, lambda *step: heard.append(step))
    given = courier.receipts([visit]).receipts[visit.op]

    assert receipt.check(given, field.server.central.public, visit)
    assert heard == sorted(heard)
    assert heard[-1] == (120_000, 120_000)
    (agreed,) = verify.agreement(field.server.central, field.laptop.device)
    assert agreed == (visit.op, visit.hash, "accepted", tuple(files))


def test_that_a_small_pack_of_large_files_never_lies_in_memory_as_a_whole(
    field: Field, courier: Courier, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = [bytes([n]) * (1 << 20) for n in range(12)]
    together: list[int] = []

    def stored(_central: Central, _caller: Caller, some: list[tuple[str, bytes]]) -> int:
        together.append(len(some))
        return len(some)

    monkeypatch.setattr("caseworker_app.server.endpoints.store", stored)
    courier.session()
    courier._line.post("/v1/pack", b"".join(map(frame, files)), MEDIA_TYPE, lambda _sent: None)

    assert (max(together), sum(together)) == (1, 12)


def test_that_everything_may_be_repeated(field: Field, courier: Courier) -> None:
    files = noise(1, 1000)
    visit = field.laptop.visit("v1", field.home, *files.values())
    courier.push([visit])
    courier.send_files(visit.blobs, files.__getitem__, silent)
    courier.send_files(visit.blobs, files.__getitem__, silent)

    assert courier.push([visit]).receipts == courier.receipts([visit]).receipts


def test_that_many_operations_go_in_several_requests(field: Field, courier: Courier) -> None:
    visits = [field.laptop.visit(f"v{n}", field.home) for n in range(300)]

    assert courier.push(visits).receipts.keys() == {visit.op for visit in visits}
    assert courier.known([(v.op, v.hash) for v in visits]) == {visit.op for visit in visits}
    assert courier.known([(visits[0].op, "another")]) == set()


def test_that_an_operation_too_large_alone_is_named_and_the_others_arrive(
    field: Field, courier: Courier
) -> None:
    one = field.laptop.visit("v1", field.home)
    giant = field.laptop.patch("v1", {}, {"/note": "字" * 3_000_000})
    last = field.laptop.visit("v2", field.home)
    confirmed = courier.push([one, giant, last])

    assert confirmed.receipts.keys() == {one.op, last.op}
    assert confirmed.problems[giant.op].kind is ProblemType.TOO_LARGE


def test_that_only_asked_for_files_are_kept(field: Field, courier: Courier) -> None:
    visit = field.laptop.visit("v1", field.home, b"asked for")
    courier.push([visit])
    files = {sha256(data): data for data in (b"asked for", b"not asked for")}

    with pytest.raises(LineError):
        courier.send_files(refs(files), files.__getitem__, silent)
    kept = [folder_of(field.server.central).path(sha).exists() for sha in files]
    assert kept == [True, False]


def test_that_a_laptop_learns_nothing_of_other_peoples_files(
    field: Field, courier: Courier
) -> None:
    visit = field.laptop.visit("v1", field.home, b"photo")
    courier.push([visit])
    courier.send_files(visit.blobs, {sha256(b"photo"): b"photo"}.__getitem__, silent)
    field.laptop = Laptop("laptop-2", "p2")
    admit(field.server, field.laptop)
    other = reach(field)

    assert other.have([sha256(b"photo")]) == (sha256(b"photo"),)
    assert other.receipts([visit]).problems[visit.op].kind is ProblemType.UNKNOWN_OP
    other.close()


def test_that_a_cut_line_keeps_whole_files_and_sends_only_the_rest(field: Field) -> None:
    files = noise(12, 100_000)
    visit = field.laptop.visit("v1", field.home, *files.values())
    asked: list[str] = []

    def read(sha: str) -> bytes:
        asked.append(sha)
        return files[sha]

    with cutting(field.server.url, []) as quiet:
        calm = reach(field, quiet)
        calm.push([visit])
        calm.close()
    with cutting(field.server.url, [1 << 20, 450_000, 150_000]) as address:
        courier = reach(field, address)
        courier.send_files(visit.blobs, read, silent)
        assert courier.receipts([visit]).receipts
        courier.close()
    assert 12 < len(asked) <= 36  # after each of two cuts only what had not arrived goes again


def test_that_what_was_whole_before_a_cut_is_on_the_disk(field: Field, courier: Courier) -> None:
    files = noise(2, 10_000)
    visit = field.laptop.visit("v1", field.home, *files.values())
    courier.push([visit])
    first, second = (frame(data) for data in files.values())
    token = courier._line._token
    head = (
        "POST /v1/pack HTTP/1.1\r\nHost: x\r\nContent-Length: 99999\r\n"
        f"Content-Type: {MEDIA_TYPE}\r\nAuthorization: Bearer {token}\r\n\r\n"
    )
    host, port = field.server.url.removeprefix("http://").split(":")
    missing = tuple(files)
    for pause in (0.1, 0.5, 2, 5):  # what has not left the socket's buffer by then is lost
        with socket.create_connection((host, int(port))) as line:
            line.sendall(head.encode() + first + second[:5000])
            time.sleep(pause)
        time.sleep(pause)
        if len(missing := courier.have(missing)) == 1:
            break
    assert missing == (list(files)[1],)


def test_that_a_line_that_carries_nothing_is_given_up(field: Field, courier: Courier) -> None:
    files = noise(1, 200_000)
    visit = field.laptop.visit("v1", field.home, *files.values())
    courier.push([visit])
    with cutting(field.server.url, [50_000 for _ in range(50)]) as address:
        broken = reach(field, address)
        with pytest.raises(LineError, match="没有丢失"):
            broken.send_files(visit.blobs, files.__getitem__, silent)
        broken.close()

    assert courier.push([visit]).missing == {visit.op: (0,)}


def test_that_a_session_that_ran_out_is_renewed(field: Field, courier: Courier) -> None:
    courier.session()
    with field.server.central.database.write() as connection:
        connection.exec_driver_sql("DELETE FROM token")

    assert courier.changes(0).rows


def test_that_a_revoked_laptop_still_delivers_and_reads_nothing(
    field: Field, courier: Courier
) -> None:
    visit = field.laptop.visit("v1", field.home)
    enrolment.revoke(field.server.central, field.laptop.device, "admin")

    assert courier.push([visit]).receipts[visit.op].body.status == "quarantined"
    with pytest.raises(ProblemError, match="停用"):
        courier.changes(0)


def test_that_a_household_handed_to_another_is_gone_from_the_news(
    field: Field, courier: Courier
) -> None:
    page = courier.changes(0)
    assert {row.household for row in page.rows} == {field.home}
    order = assignments.Order("p2", DAY, DAY, "调岗", "supervisor")
    assignments.assign(field.server.central, field.home, order)

    assert {row.kind for row in courier.changes(0).rows} == {"assignment"}


def last_of(visit: Operation, courier: Courier) -> LastReceipt:
    body = courier.receipts([visit]).receipts[visit.op].body
    return LastReceipt(body.epoch, body.op, body.seq, body.hash)


def test_that_a_server_restored_from_yesterday_gets_its_work_back(tmp_path: Path) -> None:
    office = Configuration(tmp_path / "office")
    laptop = Laptop()
    with running(office) as server:
        home = fill(server.central)[0].household.id
        admit(server, laptop)
    shutil.copytree(office.folder, tmp_path / "yesterday")
    with running(office) as server:
        courier = reach(Field(server, laptop, home))
        visit = laptop.visit("v1", home)
        courier.push([visit])
        last = last_of(visit, courier)
        page = courier.changes(0)
        at = Cursor(page.epoch, page.next, page.head)
        assert courier.hello(at, last, None, "0").answer.epoch == page.epoch
        courier.close()
    shutil.rmtree(office.folder)
    shutil.move(tmp_path / "yesterday", office.folder)
    with running(office) as server:
        courier = reach(Field(server, laptop, home))
        writer = courier.hello(Cursor(), last, None, "0").answer
        reader = courier.hello(at, None, None, "0").answer

        assert writer.regressed
        assert writer.epoch == reader.epoch != at.epoch
        assert courier.known([(visit.op, visit.hash)]) == set()
        assert courier.push([visit]).receipts[visit.op].body.epoch == writer.epoch
        courier.close()
