import io
import random
from collections.abc import Callable

import pytest
from hypothesis import given, settings, strategies as st

from caseworker_app.errors import RefusedError
from caseworker_app.wire import bundle, signing
from caseworker_app.wire.message import Cursor

_CHUNK = 64 << 10
OFFICE, LAPTOP, OTHER = signing.new_key(), signing.new_key(), signing.new_key()
HEAD = bundle.Head(device="laptop-1", at=1, cursor=Cursor("e", 3, "h"), answer_to="ab" * 32)


def _written(*pieces: bytes, reader: bytes = OFFICE) -> io.BytesIO:
    file = io.BytesIO()
    public = bundle.box_public(bundle.box_key(reader))
    count = bundle.write(file, HEAD, public, LAPTOP, pieces)
    assert count == len(file.getvalue())
    return file


def _read(file: io.BytesIO, reader: bytes = OFFICE, writer: bytes = LAPTOP) -> bytes:
    return b"".join(bundle.read(file, bundle.box_key(reader), signing.public(writer)))


@settings(max_examples=30, deadline=None)
@given(sizes=st.lists(st.sampled_from([0, 1, 1000, _CHUNK - 1, _CHUNK, _CHUNK + 1]), max_size=5))
def test_that_what_was_written_is_read(sizes: list[int]) -> None:
    pieces = [random.Random(size).randbytes(size) for size in sizes]
    file = _written(*pieces)

    assert _read(file) == b"".join(pieces)
    head = bundle.head_of(file)
    assert (head.device, head.cursor, head.answer_to) == ("laptop-1", HEAD.cursor, HEAD.answer_to)


def test_that_nothing_of_it_can_be_read_from_outside() -> None:
    content = "浙江省某村某户月收入".encode() * 1000

    assert content[:30] not in _written(content).getvalue()


def _flipped(whole: bytes, at: int) -> bytes:
    return whole[:at] + bytes([whole[at] ^ 1 << at % 8]) + whole[at + 1 :]


def _cut(whole: bytes, at: int) -> bytes:
    return whole[:at]


def _longer(whole: bytes, _at: int) -> bytes:
    return whole + b"\0"


def _swapped(whole: bytes, _at: int) -> bytes:
    one, other, end = 400 + _CHUNK, 400 + 2 * _CHUNK, 400 + 3 * _CHUNK
    return whole[:one] + whole[other:end] + whole[one:other] + whole[end:]


@pytest.mark.parametrize("damage", [_flipped, _cut, _longer, _swapped])
@pytest.mark.parametrize("seed", range(30))
def test_that_a_damaged_bundle_is_refused_before_its_first_piece(
    damage: Callable[[bytes, int], bytes], seed: int
) -> None:
    chance = random.Random(seed)
    whole = _written(chance.randbytes(3 * _CHUNK)).getvalue()
    damaged = damage(whole, chance.randrange(len(whole)))

    pieces = bundle.read(io.BytesIO(damaged), bundle.box_key(OFFICE), signing.public(LAPTOP))
    with pytest.raises(RefusedError):
        next(pieces)


def test_that_only_its_reader_reads_it_and_only_its_writer_wrote_it() -> None:
    file = _written(b"x")

    with pytest.raises(RefusedError, match="不是给这里的"):
        _read(file, reader=OTHER)
    with pytest.raises(RefusedError, match="不是送达包"):
        _read(file, writer=OTHER)


def test_that_an_office_vouches_for_its_own_key_only() -> None:
    vouched = bundle.vouched_box(OFFICE)
    public = bundle.box_public(bundle.box_key(OFFICE))

    assert bundle.believed_box(vouched, signing.public(OFFICE)) == public
    assert bundle.believed_box(vouched, signing.public(OTHER)) == b""
    assert bundle.believed_box("", signing.public(OFFICE)) == b""
    assert bundle.believed_box("zz", signing.public(OFFICE)) == b""


@pytest.mark.parametrize("data", [b"", b"CSPB1\n", b"CSPB1\n\xff\xff\xff\xff{}", b"%PDF-1.7" * 99])
def test_that_what_is_no_bundle_is_refused(data: bytes) -> None:
    with pytest.raises(RefusedError, match="不是送达包"):
        bundle.head_of(io.BytesIO(data))


@pytest.mark.parametrize("chunks", [1, 2, 7])
def test_that_what_there_is_room_for_is_read_and_more_is_not_even_written(
    monkeypatch: pytest.MonkeyPatch, chunks: int
) -> None:
    monkeypatch.setattr(bundle, "MAX_BYTES", 5000 + chunks * (_CHUNK + 16))
    room = bundle.room(bundle.MAX_BYTES)
    assert room == chunks * _CHUNK

    content = random.Random(1).randbytes(room)
    assert _read(_written(content)) == content
    with pytest.raises(RefusedError, match="上限"):
        _written(content, b"x" * _CHUNK)
    assert bundle.room(2 << 30) == bundle.ROOM
