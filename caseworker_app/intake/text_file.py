"""Files a person names, opened with a sentence where that fails."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from caseworker_app.errors import OutsideError, cause


@contextmanager
def opened(path: Path) -> Iterator[BinaryIO]:
    """Give a file to read from; raises OutsideError where it cannot be opened or read."""
    with _readable(path), path.open("rb") as file:
        yield file


def read_text(path: Path) -> str:
    """Return a text in UTF-8; raises OutsideError where the file cannot be read or is no such."""
    try:
        with _readable(path):
            return path.read_text("utf-8")
    except UnicodeDecodeError as error:
        raise OutsideError(
            f"文件 {path} 不是 UTF-8 编码（第 {error.start + 1} 个字节起）。请另存为 UTF-8 后重试。"
        ) from error


@contextmanager
def _readable(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise OutsideError(f"文件 {path} 读不了：{cause(error)}。请检查文件名和权限。") from error
