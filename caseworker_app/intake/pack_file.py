"""规则包 as files: those shipped with the application, and one an office wrote."""

from functools import cache
from pathlib import Path

from caseworker_app import paths
from caseworker_app.errors import OutsideError, cause
from caseworker_app.rules.policy import Pack, read_pack

SHIPPED = "zj_demo"
"""The pack an installation starts with."""

_LARGEST = 256 << 10
"""Bytes of a pack; those we know have a tenth of it."""

_PLENTY = 16 << 20


@cache
def shipped(name: str = SHIPPED) -> Pack:
    """Return a pack of ``resources/packs``."""
    return read_pack(_resource(name), f"{name}.toml", "" if name == "national" else national())


def opened(path: Path) -> Pack:
    """Return the pack in a file; raises OutsideError, or UserError with every fault in it."""
    return read_pack(read_text(path, _LARGEST), path.name, national())


def national() -> str:
    """Return the text of the national pack, which completes those of the regions."""
    return _resource("national")


def read_text(path: Path, largest: int = _PLENTY) -> str:
    """Return the text of a file of at most so many bytes; raises OutsideError saying why not."""
    try:
        if path.exists() and not (path.is_file() or path.is_dir()):
            raise OutsideError(f"{path} 不是普通文件。请检查文件名。")
        with path.open("rb") as file:
            data = file.read(largest + 1)
    except OSError as error:
        raise OutsideError(f"文件 {path} 读不了：{cause(error)}。请检查文件名和权限。") from error
    if len(data) > largest:
        raise OutsideError(f"文件 {path} 超过 {largest >> 10} KB，不会读入。请检查是否选错了文件。")
    return _decoded(path, data)


def _decoded(path: Path, data: bytes) -> str:
    try:
        return data.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    except UnicodeDecodeError as error:
        raise OutsideError(
            f"文件 {path} 不是 UTF-8 编码（第 {error.start + 1} 个字节起）。请另存为 UTF-8 后重试。"
        ) from error


def _resource(name: str) -> str:
    return paths.resource("packs", f"{name}.toml").read_text("utf-8")
