import os
from pathlib import Path

import pytest

from caseworker_app.errors import CaseworkError
from caseworker_app.intake.media_file import read, settled, sightings


def put(folder: Path, name: str, size: int = 10, at: int = 1_000) -> Path:
    path = folder / name
    path.write_bytes(bytes(size))
    os.utime(path, (at, at))
    return path


def test_that_the_newest_pictures_of_a_folder_come_first(tmp_path: Path) -> None:
    for at, name in enumerate(("a.jpg", "b.JPEG", "c.heic", "d.png")):
        put(tmp_path, name, at=at)
    for other in ("notes.txt", ".hidden.jpg", "~a.jpg", "b.jpg.part"):
        put(tmp_path, other)
    (tmp_path / "folder.jpg").mkdir()
    names = [sighting.path.name for sighting in sightings(tmp_path)]
    assert names == ["d.png", "c.heic", "b.JPEG", "a.jpg"]


def test_that_only_the_newest_of_thousands_are_looked_at(tmp_path: Path) -> None:
    for number in range(80):
        put(tmp_path, f"{number}.jpg", at=number)
    found = sightings(tmp_path)
    assert len(found) == 60
    assert found[0].path.name == "79.jpg"


def test_that_a_picture_that_grows_has_not_settled(tmp_path: Path) -> None:
    put(tmp_path, "a.jpg", 10)
    (first,) = sightings(tmp_path)
    assert not settled(first, None)
    put(tmp_path, "a.jpg", 20)
    (second,) = sightings(tmp_path)
    assert not settled(second, first)
    assert settled(sightings(tmp_path)[0], second)


def test_that_an_empty_picture_never_settles(tmp_path: Path) -> None:
    put(tmp_path, "a.jpg", 0)
    (found,) = sightings(tmp_path)
    assert not settled(found, found)


def test_that_a_folder_that_is_gone_is_told_in_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(CaseworkError, match="看不到手机照片文件夹"):
        sightings(tmp_path / "gone")


def test_that_a_link_to_nowhere_is_passed_over(tmp_path: Path) -> None:
    (tmp_path / "a.jpg").symlink_to(tmp_path / "gone")
    assert sightings(tmp_path) == ()


@pytest.mark.parametrize("name", ["gone.jpg", "."])
def test_that_what_cannot_be_read_is_told_in_a_sentence(tmp_path: Path, name: str) -> None:
    with pytest.raises(CaseworkError, match=r"读不出|不是文件"):
        read(tmp_path / name)


def test_that_a_file_of_a_hundred_megabytes_is_refused_without_being_read(tmp_path: Path) -> None:
    path = tmp_path / "a.jpg"
    with path.open("wb") as file:
        file.truncate(100 << 20)
    with pytest.raises(CaseworkError, match="有 100 MB，超过 60 MB"):
        read(path)


def test_that_an_empty_file_is_told_as_such(tmp_path: Path) -> None:
    with pytest.raises(CaseworkError, match="是空的"):
        read(put(tmp_path, "a.jpg", 0))
