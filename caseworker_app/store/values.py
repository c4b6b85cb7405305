"""Values of the model as the bytes of a column, and back."""

import json
from datetime import date
from typing import Any, TypeAlias, TypeVar

from sqlalchemy import Row

from caseworker_app.model.values import Json
from caseworker_app.wire import units
from caseworker_app.wire.canonical import canonical

T = TypeVar("T")

AnyRow: TypeAlias = Row[*tuple[Any, ...]]
"""A row of a statement; its columns are read by name."""


def packed(value: object) -> bytes:
    """Return a model value as JSON bytes."""
    return canonical(units.to_json(value))


def unpacked(body: bytes, kind: type[T]) -> T:
    """Return the model value in JSON bytes."""
    return units.from_json(json.loads(body), kind)


def json_of(body: bytes | None) -> Json:
    """Return the JSON in bytes; None for an absent value."""
    value: Json = None if body is None else json.loads(body)
    return value


def day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
