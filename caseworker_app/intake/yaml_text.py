"""YAML as plain values with exact numbers: nothing passes through a binary float."""

from collections.abc import Hashable
from decimal import Decimal, InvalidOperation
from typing import TypeAlias, cast

import yaml

from caseworker_app.errors import UserError

Plain: TypeAlias = "bool | int | str | Decimal | list[Plain] | dict[str, Plain] | None"

_LONGEST = 18
"""Digits of the longest integer read as one."""


class _ExactLoader(yaml.SafeLoader):
    """The safe loader with decimals for floats, dates left as written, no key twice."""

    yaml_implicit_resolvers = {  # noqa: RUF012  # the library's own way of leaving a resolver out
        first: [(tag, pattern) for tag, pattern in resolvers if not tag.endswith(":timestamp")]
        for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
    }

    def construct_mapping(
        self,
        node: yaml.MappingNode,
        deep: bool = False,  # noqa: FBT001, FBT002  # the library's signature
    ) -> dict[Hashable, object]:
        keys = [key.value for key, _ in node.value if isinstance(key, yaml.ScalarNode)]
        for key in keys:
            if keys.count(key) > 1:
                raise yaml.constructor.ConstructorError(
                    None, None, f"键 {key} 出现了两次", node.start_mark
                )
        return super().construct_mapping(node, deep)


def _decimal(loader: _ExactLoader, node: yaml.ScalarNode) -> Decimal | str:
    text = loader.construct_scalar(node)
    try:
        number = Decimal(text.replace("_", ""))
    except InvalidOperation:
        return text
    return number if number.is_finite() else text


def _integer(loader: _ExactLoader, node: yaml.ScalarNode) -> int | str:
    """Read decimal integers only: 010 and 0x1F stay text instead of becoming 8 and 31."""
    text = loader.construct_scalar(node)
    digits = text.lstrip("+-").replace("_", "")
    is_plain = digits.isdecimal() and (digits == "0" or not digits.startswith("0"))
    is_plain = is_plain and len(digits) <= _LONGEST
    return int(text.replace("_", "")) if is_plain else text


_ExactLoader.add_constructor("tag:yaml.org,2002:float", _decimal)
_ExactLoader.add_constructor("tag:yaml.org,2002:int", _integer)


def read_yaml(text: str, name: str) -> Plain:
    """Return the one document of a YAML text; raises UserError naming file, line and reason."""
    try:
        return cast("Plain", yaml.load(text, Loader=_ExactLoader))  # noqa: S506  # a SafeLoader
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        line = f"第{mark.line + 1}行第{mark.column + 1}列" if mark else ""
        raise UserError(
            f"{name}: {line}不是有效的 YAML({error.problem})。请更正后重试。"
        ) from error
    except (yaml.YAMLError, RecursionError) as error:
        raise UserError(f"{name}: 不是有效的 YAML({error})。请更正后重试。") from error
