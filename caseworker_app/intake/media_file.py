"""Photos and recordings as files: a telephone's folder, a card, a share that may go away."""

import os
import stat
from dataclasses import dataclass
from pathlib import Path

from caseworker_app.errors import OutsideError, UserError, cause

PHOTO_KINDS = (".jpg", ".jpeg", ".png", ".webp", ".bmp", ".heic", ".heif")
MOST_PHOTO_BYTES = 60 << 20
_MOST_LISTED = 60
"""Newest pictures of a folder that are looked at; a camera's folder holds thousands."""


@dataclass(frozen=True, slots=True)
class Sighting:
    """A picture in the watched folder, as it lay there at one look."""

    path: Path
    size: int
    changed: int
    """Nanoseconds since 1970, by the folder's own clock."""


def read(path: Path, largest: int = MOST_PHOTO_BYTES) -> bytes:
    """Return the bytes of a file of at most so many; raises UserError or OutsideError."""
    try:
        found = path.stat()
        if not stat.S_ISREG(found.st_mode):
            raise UserError(f"“{path.name}”不是文件，请选择一个文件。")
        with path.open("rb") as file:
            data = file.read(largest + 1) if found.st_size <= largest else b""
    except OSError as error:
        raise OutsideError(
            f"读不出“{path.name}”：{cause(error)}。请看看存储卡或手机是否还连着，再选一次。"
        ) from error
    if found.st_size > largest or len(data) > largest:
        raise UserError(
            f"“{path.name}”有 {found.st_size >> 20} MB，超过 {largest >> 20} MB，不会读入。"
            "请用较低的分辨率重拍，或只录需要的一段。"
        )
    if not data:
        raise UserError(f"“{path.name}”是空的，可能没有传完。请重新传一次。")
    return data


def sightings(folder: Path) -> tuple[Sighting, ...]:
    """Return the newest pictures in a folder, newest first; raises OutsideError without it."""
    try:
        found = [
            Sighting(path, state.st_size, state.st_mtime_ns)
            for path in folder.iterdir()
            if path.suffix.lower() in PHOTO_KINDS and not path.name.startswith((".", "~"))
            if (state := _state(path)) is not None
        ]
    except OSError as error:
        raise OutsideError(
            f"看不到手机照片文件夹 {folder}：{cause(error)}。请把手机接好，或另选文件夹。"
        ) from error
    return tuple(sorted(found, key=lambda s: (s.changed, s.path), reverse=True)[:_MOST_LISTED])


def settled(now: Sighting, before: Sighting | None) -> bool:
    """Tell whether a picture lay there unchanged between two looks; else it is being written."""
    return now == before and now.size > 0


def _state(path: Path) -> os.stat_result | None:
    """Return size and time of a file, or None for what is none or went away meanwhile."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found if stat.S_ISREG(found.st_mode) else None
