"""A file written for a person is whole or not there."""

import resource
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from caseworker_app.errors import OutsideError
from caseworker_app.workflow import plain_file


@contextmanager
def full_after(size: int) -> Iterator[None]:
    """Let the disk take so many bytes of a file."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def test_that_a_file_is_written_anew(tmp_path: Path) -> None:
    file = tmp_path / "表.pdf"
    for data in (b"old and long", b"new"):
        plain_file.write(file, data)
        assert file.read_bytes() == data
    assert list(tmp_path.iterdir()) == [file]


@pytest.mark.parametrize("before", [b"", b"old"])
def test_that_a_full_disk_leaves_no_half_of_it(tmp_path: Path, before: bytes) -> None:
    file = tmp_path / "表.pdf"
    if before:
        file.write_bytes(before)
    with full_after(1000), pytest.raises(OutsideError, match="存不到"):
        plain_file.write(file, bytes(5000))
    assert [path.read_bytes() for path in tmp_path.iterdir()] == [before][: len(before)]


def test_that_two_files_are_written_beside_each_other_at_once(tmp_path: Path) -> None:
    with plain_file.writing(tmp_path / "送达包.csb") as bundle:
        bundle.write(b"sealed ")
        plain_file.write(tmp_path / "表.pdf", b"paper")
        bundle.write(b"work")
    found = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    assert found == {"送达包.csb": b"sealed work", "表.pdf": b"paper"}


def test_that_a_folder_that_is_gone_is_told(tmp_path: Path) -> None:
    with pytest.raises(OutsideError, match="没有这个文件或文件夹"):
        plain_file.write(tmp_path / "gone" / "表.pdf", b"new")
