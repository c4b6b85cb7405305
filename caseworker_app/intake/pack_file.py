"""规则包 as files: those shipped with the application, and one an office wrote."""

from functools import cache
from pathlib import Path

from caseworker_app import paths
from caseworker_app.errors import OutsideError, cause
from caseworker_app.rules.policy import Pack, read_pack

SHIPPED = "zj_demo"
"""The pack an installation starts with."""


@cache
def shipped(name: str = SHIPPED) -> Pack:
    """Return a pack of ``resources/packs``."""
    return read_pack(_resource(name), f"{name}.toml", "" if name == "national" else national())


def opened(path: Path) -> Pack:
    """Return the pack in a file; raises OutsideError, or UserError with every fault in it."""
    return read_pack(read_text(path), path.name, national())


def national() -> str:
    """Return the text of the national pack, which completes those of the regions."""
    return _resource("national")


def read_text(path: Path) -> str:
    """Return the text of a file; raises OutsideError saying why it cannot be read."""
    try:
        return path.read_text("utf-8")
    except OSError as error:
        raise OutsideError(f"文件 {path} 读不了：{cause(error)}。请检查文件名和权限。") from error
    except UnicodeDecodeError as error:
        raise OutsideError(
            f"文件 {path} 不是 UTF-8 编码（第 {error.start + 1} 个字节起）。请另存为 UTF-8 后重试。"
        ) from error


def _resource(name: str) -> str:
    return paths.resource("packs", f"{name}.toml").read_text("utf-8")
