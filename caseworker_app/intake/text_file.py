"""Files a person names, opened with a sentence where that fails."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from caseworker_app.errors import OutsideError, cause

_PLENTY = 256 << 20


@contextmanager
def opened(path: Path) -> Iterator[BinaryIO]:
    """Give a file to read from; raises OutsideError where it cannot be opened or read."""
    try:
        if path.exists() and not (path.is_file() or path.is_dir()):
            raise OutsideError(f"{path} 不是普通文件。请检查文件名。")
        with path.open("rb") as file:
            yield file
    except OSError as error:
        raise OutsideError(f"文件 {path} 读不了：{cause(error)}。请检查文件名和权限。") from error


def read_text(path: Path, largest: int = _PLENTY) -> str:
    """Return a text in UTF-8 of at most so many bytes, with plain line ends.

    Raises OutsideError where the file cannot be read, is larger, or is in another encoding.
    """
    with opened(path) as file:
        data = file.read(largest + 1)
    if len(data) > largest:
        raise OutsideError(f"文件 {path} 超过 {largest >> 10} KB，不会读入。请检查是否选错了文件。")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise OutsideError(
            f"文件 {path} 不是 UTF-8 编码（第 {error.start + 1} 个字节起）。请另存为 UTF-8 后重试。"
        ) from error
    return text.replace("\r\n", "\n").replace("\r", "\n")
