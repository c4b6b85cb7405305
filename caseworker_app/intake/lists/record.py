"""How the values of a row become a record, and the headings that many tables share."""

from collections.abc import Callable, Mapping
from typing import TypeVar

from caseworker_app.intake.lists.field import AS_OF
from caseworker_app.intake.lists.values import Value
from caseworker_app.model.source import Source

R = TypeVar("R")

PLACE = 300
"""Characters of an address."""

_NUMBER = (
    "身份号码 身份证号码 身份证号 证件号码 证件号 公民身份证号码 公民身份号码 "
    "身份证件号码 身份证 身份证明号码"
)
OWN_NUMBER = f"{_NUMBER} 公民身份证号 居民身份证号码 居民身份证号 证号"
"""Headings of the number of whom the row is about."""


def numbers_of(*whose: str) -> str:
    """Return the headings under which the number of 所有人, 权利人 … may stand."""
    return " ".join(f"{who}{word}" for who in whose for word in _NUMBER.split())


def record_of(
    record: Callable[..., R], **parts: Callable[..., object]
) -> Callable[[str, Source, Mapping[str, Value]], R]:
    """Return what makes a record of flat values; ``marriage.state`` goes to the part marriage.

    A part of which nothing is given is left out.
    """

    def build(key: str, source: Source, given: Mapping[str, Value]) -> R:
        own: dict[str, object] = {}
        inner: dict[str, dict[str, Value]] = {}
        for name, value in given.items():
            part, dot, attribute = name.partition(".")
            if not dot:
                own[name] = value
            elif name != AS_OF:
                inner.setdefault(part, {})[attribute] = value
        own.update({part: parts[part](**attributes) for part, attributes in inner.items()})
        return record(id=key, source=source, **own)

    return build
