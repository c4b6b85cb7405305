"""规则包 as files: those shipped with the application, and one an office wrote."""

from functools import cache
from pathlib import Path

from caseworker_app import paths
from caseworker_app.intake.text_file import read_text
from caseworker_app.rules.policy.pack import Pack
from caseworker_app.rules.policy.reading import read_pack

SHIPPED = "zj_demo"
"""The pack an installation starts with."""

_LARGEST = 256 << 10
"""Bytes of a pack; those we know have a tenth of it."""


@cache
def shipped(name: str = SHIPPED) -> Pack:
    """Return a pack of ``resources/packs``."""
    return read_pack(_resource(name), f"{name}.toml", "" if name == "national" else national())


def opened(path: Path) -> Pack:
    """Return the pack in a file; raises OutsideError, or UserError with every fault in it."""
    return understood(read_text(path, _LARGEST), path.name)


def understood(text: str, name: str) -> Pack:
    """Return the pack in the text of a file; raises UserError with every fault in it."""
    return read_pack(text, name, national())


def chosen(path: Path | None) -> Pack:
    """Return the pack in a file, or the one that ships with the application."""
    return opened(path) if path else shipped()


def national() -> str:
    """Return the text of the national pack, which completes those of the regions."""
    return _resource("national")


def _resource(name: str) -> str:
    return paths.resource("packs", f"{name}.toml").read_text("utf-8")
