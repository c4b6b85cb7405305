"""A value of the model as a flat map ``path → value``, and back.

``/incomes/#i1/monthly`` is the unit by which two people's changes are merged. Lists whose
items have an ``id`` are keyed by it, never by position; other lists are one unit. What is
None is absent. An id never holds a slash.
"""

from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import TypeVar, cast

import msgspec

from caseworker_app.model.values import Json

T = TypeVar("T")


def flatten(value: object) -> dict[str, Json]:
    """Return the units of a model value."""
    return dict(_walk(to_json(value), ""))


def restore(units: Mapping[str, Json], kind: type[T]) -> T:
    """Build a model value from its units; raises ``msgspec.ValidationError`` naming the path."""
    return from_json(_nest(units), kind)


def to_json(value: object) -> Json:
    """Return a model value as JSON parts: dates as text, fractions as ``1/4``."""
    return cast("Json", msgspec.json.decode(msgspec.json.encode(value, enc_hook=_encode)))


def from_json(value: Json, kind: type[T]) -> T:
    return msgspec.convert(value, kind, dec_hook=_decode)


def _encode(value: object) -> str:
    if isinstance(value, Fraction):
        return str(value)
    raise NotImplementedError(type(value).__name__)


def _decode(kind: type, value: object) -> object:
    if kind is Fraction and isinstance(value, str):
        try:
            return Fraction(value)
        except ZeroDivisionError as error:
            raise ValueError("a share of nothing") from error
    raise NotImplementedError(kind.__name__)


def _walk(value: Json, path: str) -> Iterator[tuple[str, Json]]:
    if value is None:
        return
    if isinstance(value, dict) and value:
        for key, inner in value.items():
            yield from _walk(inner, f"{path}/{key}")
    elif (
        isinstance(value, list) and value and all(isinstance(v, dict) and "id" in v for v in value)
    ):
        for item in cast("list[dict[str, Json]]", value):
            yield from _walk(item, f"{path}/#{item['id']}")
    else:
        yield path, value


def _nest(units: Mapping[str, Json]) -> Json:
    tree: dict[str, Json] = {}
    for path in sorted(units):
        parts = path.split("/")[1:]
        node = tree
        for part in parts[:-1]:
            child = node.get(part)
            if not isinstance(child, dict):
                child = node[part] = {}
            node = child
        node.setdefault(parts[-1], units[path])
    return _lists(tree)


def _lists(node: Json) -> Json:
    if not isinstance(node, dict):
        return node
    if node and all(key.startswith("#") for key in node):
        return [_lists(item) for item in node.values()]
    return {key: _lists(inner) for key, inner in node.items()}
