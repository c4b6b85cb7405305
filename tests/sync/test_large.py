"""Large files go by parts: a cut at any byte, on either side, costs what was on the line."""

import hashlib
import os
from pathlib import Path
from random import Random

import pytest

from caseworker_app.server import verify
from caseworker_app.server.central import Configuration
from caseworker_app.server.run import running
from caseworker_app.sync.client import Courier
from caseworker_app.wire import part
from caseworker_app.wire.canonical import sha256
from caseworker_app.wire.message import AskOffset, Offset
from caseworker_app.wire.operation import Operation
from caseworker_app.wire.part import Place
from caseworker_app.wire.problem import ProblemError, ProblemType
from tests.server.conftest import fill, folder_of
from tests.server.laptop import Laptop
from tests.sync.conftest import Field, admit, reach
from tests.sync.lines import cutting

_SIZE = 9_000_000
"""More than fits a frame that an older office took."""


@pytest.fixture(scope="module")
def recording() -> bytes:
    return Random(1).randbytes(_SIZE)


@pytest.fixture
def visit(field: Field, courier: Courier, recording: bytes) -> Operation:
    """Return a visit that was pushed and lacks its recording."""
    visit = field.laptop.visit("v1", field.home, recording)
    courier.push([visit])
    return visit


def silent(_sent: int, _total: int) -> None:
    """Hear nothing."""


def _refused(courier: Courier, place: Place, data: bytes) -> ProblemType:
    with pytest.raises(ProblemError) as refused:
        courier._line.post("/v1/append", part.head(place) + data, part.MEDIA_TYPE, lambda _: None)
    return refused.value.kind


def _here(courier: Courier, sha: str, size: int = _SIZE) -> int:
    return courier._line.call("/v1/offset", AskOffset(sha, size), Offset).offset


def _append(courier: Courier, place: Place, data: bytes) -> None:
    courier._line.post("/v1/append", part.head(place) + data, part.MEDIA_TYPE, lambda _: None)


def test_that_a_line_that_is_cut_every_megabyte_carries_a_large_file(
    field: Field, visit: Operation, recording: bytes
) -> None:
    passed: list[int] = []
    budgets = [Random(2).randrange(700_000, 1_500_000) for _ in range(40)]
    heard: list[int] = []
    with cutting(field.server.url, budgets, passed) as address:
        courier = reach(field, address)
        courier.send_files(visit.blobs, lambda _: recording, lambda sent, _: heard.append(sent))
        assert courier.receipts([visit]).receipts
        courier.close()

    assert len(budgets) < 35  # it was cut
    assert sum(passed) < 2 * _SIZE  # what a cut finds in a quick line's buffers is lost
    assert heard[-1] == _SIZE
    (agreed,) = verify.agreement(field.server.central, field.laptop.device)
    assert agreed[3] == (sha256(recording),)
    assert not list(field.server.central.parts.glob("*/*"))


def test_that_a_file_goes_on_after_the_office_was_ended(tmp_path: Path, recording: bytes) -> None:
    office, laptop, sha = Configuration(tmp_path / "office"), Laptop(), sha256(recording)
    with running(office) as server:
        home = fill(server.central)[0].household.id
        admit(server, laptop)
        courier = reach(Field(server, laptop, home))
        visit = laptop.visit("v1", home, recording)
        courier.push([visit])
        _append(courier, Place(sha, _SIZE, 0), recording[:5_000_001])
        courier.close()
    with running(office) as server:
        courier = reach(Field(server, laptop, home))
        passed: list[int] = []
        assert _here(courier, sha) == 5_000_001
        with cutting(server.url, [], passed) as address:
            again = reach(Field(server, laptop, home), address)
            again.send_files(visit.blobs, lambda _: recording, silent)
            again.close()
        assert _here(courier, sha) == _SIZE
        assert sum(passed) < _SIZE - 5_000_001 + 10_000
        assert courier.receipts([visit]).receipts
        courier.close()


def test_that_what_is_torn_is_found_by_its_hash_and_sent_anew(
    field: Field, courier: Courier, visit: Operation, recording: bytes
) -> None:
    _append(courier, Place(sha256(recording), _SIZE, 0), recording[:1_000_000])
    (begun,) = field.server.central.parts.glob("*/*")
    begun.write_bytes(bytes(1_000_000))  # as a loss of power leaves it

    courier.send_files(visit.blobs, lambda _: recording, silent)

    assert courier.receipts([visit]).receipts
    stored = folder_of(field.server.central).path(sha256(recording)).read_bytes()
    assert hashlib.sha256(stored).digest() == hashlib.sha256(recording).digest()


@pytest.mark.usefixtures("visit")
def test_that_bytes_in_the_wrong_place_are_refused(courier: Courier, recording: bytes) -> None:
    sha = sha256(recording)
    _append(courier, Place(sha, _SIZE, 0), recording[:1000])

    assert _refused(courier, Place(sha, _SIZE, 0), recording[:1000]) is ProblemType.OFFSET
    assert _refused(courier, Place(sha, _SIZE, 2000), b"x") is ProblemType.OFFSET
    assert _refused(courier, Place(sha, 1001, 1000), b"xx") is ProblemType.TOO_LARGE
    assert _refused(courier, Place(sha, 1001, 1000), b"x") is ProblemType.DIGEST_MISMATCH
    assert _here(courier, sha) == 0


@pytest.mark.usefixtures("visit")
def test_that_nobody_fills_the_disk_with_what_they_began(
    field: Field, courier: Courier, recording: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    second = field.laptop.visit("v2", field.home, b"2" * _SIZE)
    courier.push([second])
    sha, other = sha256(recording), second.blobs[0].sha
    _append(courier, Place(sha, _SIZE, 0), recording[:1000])
    monkeypatch.setattr("caseworker_app.server.parts.MAX_UNFINISHED", _SIZE + 999)

    assert _refused(courier, Place(other, _SIZE, 0), b"2") is ProblemType.TOO_LARGE
    assert _refused(courier, Place(other, part.MAX_LARGE + 1, 0), b"2") is ProblemType.TOO_LARGE
    nobodys = sha256(b"nobody names it")
    assert _refused(courier, Place(nobodys, 10, 0), b"2") is ProblemType.NOT_FOUND
    assert not field.server.central.parts.joinpath(nobodys).exists()


@pytest.mark.usefixtures("visit")
def test_that_what_nobody_goes_on_with_is_removed(
    field: Field, courier: Courier, recording: bytes
) -> None:
    _append(courier, Place(sha256(recording), _SIZE, 0), recording[:1000])
    (begun,) = field.server.central.parts.glob("*/*")
    now = field.server.central.clock() / 1000
    os.utime(begun, (now, now - 13 * 86_400))
    assert _here(courier, sha256(recording)) == 1000
    os.utime(begun, (now, now - 15 * 86_400))
    assert _here(courier, sha256(recording)) == 0
