"""Small files that a crash leaves old or new, never half."""

import os
from pathlib import Path

from caseworker_app.errors import OutsideError, cause

_PRIVATE = 0o600


def write(path: Path, data: bytes, *, fresh: bool = False) -> None:
    """Put bytes in a file, on the disk before this returns.

    With ``fresh`` an existing file stays as it is and FileExistsError is raised.
    Raises OutsideError where the folder takes no file.
    """
    draft = path.with_name(f".{path.name}.{os.getpid()}.new")
    try:
        _write_through(draft, data)
        if fresh:
            _publish(draft, path)
        else:
            draft.replace(path)
        _flush_folder(path.parent)
    except FileExistsError:
        raise
    except OSError as error:
        raise OutsideError(
            f"无法写入 {path}（{cause(error)}）。请检查磁盘空间和文件夹权限后重试。"
        ) from error
    finally:
        draft.unlink(missing_ok=True)


def make_folder(folder: Path) -> None:
    """Make a folder where there is none; raises OutsideError where that is not possible."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise OutsideError(
            f"无法建立文件夹 {folder}（{cause(error)}）。请检查权限，或另选文件夹。"
        ) from error


def _publish(draft: Path, path: Path) -> None:
    """Give the draft its name unless something has that name already."""
    if os.name == "nt":
        draft.rename(path)  # refuses to replace there
        return
    try:
        path.hardlink_to(draft)
    except FileExistsError:
        raise
    except OSError:  # the file system of a stick has no links
        if path.exists():
            raise FileExistsError(path) from None
        draft.replace(path)


def _write_through(path: Path, data: bytes) -> None:
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, _PRIVATE)
    with os.fdopen(handle, "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _flush_folder(folder: Path) -> None:
    """Make a rename last; Windows keeps it without being asked and refuses to open folders."""
    if os.name != "nt":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
