import hashlib
import struct

import pytest
from hypothesis import given, strategies as st

from caseworker_app.wire.compress import compress, decompress
from caseworker_app.wire.frames import MAX_FILE, FrameReader, frame
from caseworker_app.wire.problem import ProblemError, ProblemType


def read_all(stream: bytes, step: int) -> list[bytes]:
    reader = FrameReader()
    pieces = (stream[place : place + step] for place in range(0, len(stream), step))
    return [data for piece in pieces for _, data in reader.feed(piece)]


@given(st.lists(st.binary(max_size=300)), st.integers(1, 400))
def test_that_files_arrive_whole_in_any_pieces(files: list[bytes], step: int) -> None:
    assert read_all(b"".join(map(frame, files)), step) == files


@given(st.lists(st.binary(min_size=1, max_size=60), min_size=1), st.data())
def test_that_a_cut_keeps_every_whole_file(files: list[bytes], data: st.DataObject) -> None:
    frames = [frame(file) for file in files]
    stream = b"".join(frames)
    cut = data.draw(st.integers(0, len(stream) - 1))
    ends = [sum(map(len, frames[: n + 1])) for n in range(len(frames))]
    whole = sum(end <= cut for end in ends)

    assert read_all(stream[:cut], 7) == files[:whole]


def test_that_a_file_that_shrinks_travels_small_and_one_that_does_not_as_it_is() -> None:
    text, noise = b"caseworker " * 500, hashlib.sha256(b"x").digest()

    assert len(frame(text)) < 200
    assert len(frame(noise)) == 40 + len(noise)


def test_that_names_are_content_addresses() -> None:
    ((sha, data),) = FrameReader().feed(frame(b"photo"))

    assert (sha, data) == ("sha256:" + hashlib.sha256(b"photo").hexdigest(), b"photo")


def test_that_a_changed_byte_is_refused() -> None:
    changed = bytearray(frame(bytes(range(200))))
    changed[-1] ^= 1

    with pytest.raises(ProblemError) as refusal:
        read_all(bytes(changed), 64)
    assert refusal.value.kind is ProblemType.DIGEST_MISMATCH


@pytest.mark.parametrize(("size", "wire"), [(MAX_FILE + 1, 0), (10, MAX_FILE + 1), (10, 11)])
def test_that_a_file_over_the_limit_is_refused_before_its_bytes_come(size: int, wire: int) -> None:
    head = struct.pack(">32sII", b"\0" * 32, size, wire)

    with pytest.raises(ProblemError) as refusal:
        list(FrameReader().feed(head))
    assert refusal.value.kind is ProblemType.TOO_LARGE


def test_that_the_largest_file_is_taken() -> None:
    head = struct.pack(">32sII", b"\0" * 32, MAX_FILE, 0)

    assert list(FrameReader().feed(head)) == []


def test_that_a_bomb_in_a_frame_stops_at_the_size_it_declares() -> None:
    bomb = compress(b"\0" * 5_000_000)
    head = struct.pack(">32sII", b"\0" * 32, len(bomb), len(bomb))

    with pytest.raises(ProblemError) as refusal:
        list(FrameReader().feed(head + bomb))
    assert refusal.value.kind is ProblemType.TOO_LARGE


@pytest.mark.parametrize(("limit", "fits"), [(1000, True), (999, False)])
def test_that_unpacking_stops_at_the_limit(limit: int, *, fits: bool) -> None:
    packed = compress(b"a" * 1000)
    if fits:
        assert decompress(packed, limit) == b"a" * 1000
    else:
        with pytest.raises(ProblemError):
            decompress(packed, limit)


def test_that_what_is_not_zstd_is_refused() -> None:
    with pytest.raises(ProblemError):
        decompress(b"not zstd at all", 1000)
