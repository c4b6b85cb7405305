"""A large file is put together on this machine and ends where the files are, folder or store."""

import pytest

from caseworker_app.server import blobs, parts
from caseworker_app.server.parts import Arriving
from caseworker_app.server.rights import Caller
from caseworker_app.wire import part
from caseworker_app.wire.canonical import sha256
from caseworker_app.wire.part import Place
from caseworker_app.wire.problem import ProblemError, ProblemType
from tests.server.conftest import Office
from tests.server.laptop import Laptop

PLACES = ("embedded", "remote")
_DATA = bytes(range(256)) * 4000
_PLACE = Place(sha256(_DATA), len(_DATA), 0)


@pytest.fixture
def caller(office: Office) -> Caller:
    laptop = Laptop()
    caller = office.enrol(laptop)
    office.push(caller, laptop.visit("v1", office.homes[0], _DATA))
    return caller


def _arriving(office: Office, caller: Caller, offset: int, data: bytes) -> Arriving:
    arriving = Arriving(office.central, caller)
    arriving.feed(part.head(_PLACE._replace(offset=offset)) + data)
    return arriving


def test_that_parts_become_the_file(office: Office, caller: Caller) -> None:
    assert _arriving(office, caller, 0, _DATA[:500_000]).keep() == 500_000
    assert parts.offset(office.central, caller, *_PLACE[:2]) == 500_000
    assert office.central.files.read(_PLACE.sha) is None
    last = _arriving(office, caller, 500_000, _DATA[500_000:])
    assert last.keep() == last.keep() == len(_DATA)

    assert office.central.files.read(_PLACE.sha) == _DATA
    assert parts.offset(office.central, caller, *_PLACE[:2]) == len(_DATA)
    with office.central.database.read() as connection:
        assert blobs.have(connection, caller.device, [_PLACE.sha]) == "1"
    assert not list(office.central.parts.glob("*/*"))


def test_that_only_the_whole_right_file_is_named(office: Office, caller: Caller) -> None:
    wrong = _arriving(office, caller, 0, bytes(len(_DATA)))
    with pytest.raises(ProblemError) as refused:
        wrong.keep()

    assert refused.value.kind is ProblemType.DIGEST_MISMATCH
    assert wrong.keep() == len(_DATA)  # what failed takes no more
    assert office.central.files.digest(_PLACE.sha) == ""
    assert parts.offset(office.central, caller, *_PLACE[:2]) == 0


def test_that_a_file_comes_once_at_a_time(office: Office, caller: Caller) -> None:
    first = _arriving(office, caller, 0, _DATA[:1000])
    first.keep()
    (path,) = office.central.parts.glob("*/*")
    with parts._at_the_end(path, 1000), pytest.raises(ProblemError) as refused:
        _arriving(office, caller, 1000, b"x").keep()

    assert refused.value.kind is ProblemType.BUSY
