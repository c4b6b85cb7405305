"""A file of several: what does not fit its manifest is not taken out."""

import errno
import io
import os
import tarfile
from collections.abc import Callable
from pathlib import Path

import pytest

from caseworker_app import archive
from caseworker_app.archive import Manifest, Part, Source
from caseworker_app.errors import OutsideError, UserError


@pytest.fixture
def file(tmp_path: Path) -> Path:
    source = tmp_path / "source"
    source.mkdir()
    (source / "a").write_bytes(b"first")
    (source / "b").write_bytes(bytes(100_000))
    parts = [Source("store.db", source / "a"), Source("files/ab/abcd", source / "b")]
    archive.write(tmp_path / "one.backup", "laptop", "now", {"rows": 7}, *parts)
    return tmp_path / "one.backup"


@pytest.fixture
def read_only(monkeypatch: pytest.MonkeyPatch) -> Callable[[Path], None]:
    """Return what lets a folder take no folder, also from who may do everything."""
    refusing: set[Path] = set()
    make = os.mkdir

    def mkdir(path: Path | str, mode: int = 0o777) -> None:
        if Path(path).parent in refusing:
            raise OSError(errno.EROFS, "read-only")
        make(path, mode)

    monkeypatch.setattr(os, "mkdir", mkdir)
    return refusing.add


def test_that_the_first_place_with_room_is_taken_and_left_empty(
    tmp_path: Path, read_only: Callable[[Path], None]
) -> None:
    one, other = tmp_path / "one", tmp_path / "other"
    one.mkdir()
    other.mkdir()
    read_only(one)

    with archive.scratch(1, tmp_path / "nowhere", one, other) as folder:
        assert folder.parent == other
        (folder / "a").write_bytes(b"x")
        assert folder.stat().st_mode & 0o077 == 0
    assert list(other.iterdir()) == []
    with pytest.raises(OutsideError, match="写不了"), archive.scratch(1 << 60, other):
        pass


def test_that_what_was_put_in_comes_out(file: Path, tmp_path: Path) -> None:
    manifest = archive.unpack(file, tmp_path / "out")

    assert (manifest.kind, dict(manifest.facts)) == ("laptop", {"rows": 7})
    assert (tmp_path / "out/store.db").read_bytes() == b"first"
    assert (tmp_path / "out/files/ab/abcd").read_bytes() == bytes(100_000)
    assert manifest.digest == archive.manifest_of(file).digest
    assert file.stat().st_mode & 0o077 == 0
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".")] == []


def test_that_no_byte_of_it_can_change_unseen(file: Path, tmp_path: Path) -> None:
    whole = file.read_bytes()
    header = len(whole) - len(whole.rstrip(b"\0"))
    for number, place in enumerate(range(0, len(whole) - header, 997)):
        changed = bytearray(whole)
        changed[place] ^= 1
        damaged = tmp_path / f"{number}.backup"
        damaged.write_bytes(changed)
        try:
            out = archive.unpack(damaged, tmp_path / f"out{number}")
        except OutsideError:
            continue
        assert out.digest == archive.manifest_of(file).digest  # a byte that means nothing
        assert (tmp_path / f"out{number}/store.db").read_bytes() == b"first"


@pytest.mark.parametrize("kept", [0, 100, 600, 2_000, 50_000])
def test_that_a_file_cut_short_is_refused(file: Path, tmp_path: Path, kept: int) -> None:
    short = tmp_path / "short"
    short.write_bytes(file.read_bytes()[:kept])

    with pytest.raises(OutsideError, match="不完整"):
        archive.unpack(short, tmp_path / "out")


def forged(path: Path, part: Part, entry: tarfile.TarInfo, *more: tarfile.TarInfo) -> Path:
    manifest = Manifest("laptop", "now", {}, (part,))
    with tarfile.open(path, "w") as made:
        first = tarfile.TarInfo("manifest.json")
        first.size = len(manifest.text())
        made.addfile(first, io.BytesIO(manifest.text()))
        for each in (entry, *more):
            made.addfile(each, io.BytesIO(b"x" * each.size))
    return path


SHA = "2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881"
"""Of one x."""


def entry(name: str, kind: bytes = tarfile.REGTYPE) -> tarfile.TarInfo:
    made = tarfile.TarInfo(name)
    made.size, made.type, made.linkname = 1 if kind == tarfile.REGTYPE else 0, kind, "/etc/passwd"
    return made


def test_that_a_forged_one_is_taken_only_where_all_fits(tmp_path: Path) -> None:
    file = forged(tmp_path / "f", Part("store.db", 1, SHA), entry("store.db"))

    assert archive.unpack(file, tmp_path / "out").parts[0].sha == SHA


@pytest.mark.parametrize(
    ("part", "entries"),
    [
        (Part("../store.db", 1, SHA), [entry("../store.db")]),
        (Part("/tmp/store.db", 1, SHA), [entry("/tmp/store.db")]),  # noqa: S108  # never written
        (Part("a/../../b", 1, SHA), [entry("a/../../b")]),
        (Part("store.db", 1, SHA), [entry("other")]),
        (Part("store.db", 2, SHA), [entry("store.db")]),
        (Part("store.db", 1, "0" * 64), [entry("store.db")]),
        (Part("store.db", 0, SHA), [entry("store.db", tarfile.SYMTYPE)]),
        (Part("store.db", 1, SHA), [entry("store.db"), entry("more")]),
    ],
)
def test_that_what_does_not_fit_is_refused(
    tmp_path: Path, part: Part, entries: list[tarfile.TarInfo]
) -> None:
    file = forged(tmp_path / "f", part, *entries)

    with pytest.raises(OutsideError, match="不完整"):
        archive.unpack(file, tmp_path / "in/out")
    assert not (tmp_path / "in/store.db").exists()
    assert not (tmp_path / "b").exists()


def test_that_a_file_that_is_not_what_it_should_be_is_not_backed_up(tmp_path: Path) -> None:
    (tmp_path / "photo").write_bytes(b"changed")

    with pytest.raises(OutsideError, match="与收下时不一样"):
        archive.write(tmp_path / "f", "server", "", {}, Source("p", tmp_path / "photo", SHA))
    assert [path.name for path in tmp_path.iterdir()] == ["photo"]


def test_that_nothing_is_written_over(file: Path, tmp_path: Path) -> None:
    with pytest.raises(UserError, match="不会覆盖"):
        archive.write(file, "server", "", {})
    with pytest.raises(UserError, match="不会覆盖"), archive.becoming(tmp_path):
        pass


def test_that_a_place_appears_whole_or_not_at_all(tmp_path: Path) -> None:
    place = tmp_path / "place"

    def half() -> None:
        with archive.becoming(place) as fresh:
            (fresh / "half").touch()
            raise OutsideError("x")

    with pytest.raises(OutsideError):
        half()
    assert list(tmp_path.iterdir()) == []

    place.mkdir()
    with archive.becoming(place) as fresh:
        (fresh / "whole").touch()
    assert [path.name for path in place.iterdir()] == ["whole"]
