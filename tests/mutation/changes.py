"""What may stand in place of a piece of code, were it wrong; and what carries no law."""

import ast
import re
from collections.abc import Iterator

_COMPARED: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt, ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq, ast.In: ast.NotIn, ast.NotIn: ast.In, ast.Is: ast.IsNot, ast.IsNot: ast.Is,
}  # fmt: skip
_RECKONED: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub, ast.Sub: ast.Add, ast.Mult: ast.Div, ast.Div: ast.Mult,
    ast.FloorDiv: ast.Div, ast.Mod: ast.FloorDiv, ast.BitAnd: ast.BitOr, ast.BitOr: ast.BitAnd,
    ast.LShift: ast.RShift, ast.RShift: ast.LShift,
}  # fmt: skip
_CALLED = {"min": "max", "max": "min", "any": "all", "all": "any"}

_CHINESE = re.compile("[一-鿿]")
_LAW_IN_WORDS = frozenset({"_TAKES_OUT"})
"""Tables of words whose keys decide something; others are only read by people."""

_OF_READERS = frozenset({"annotation", "returns", "decorator_list", "bases"})
_OF_TYPES = frozenset({"TypeVar", "ParamSpec", "NewType"})


def is_left_alone(node: ast.AST, field: str) -> bool:
    """Tell what carries no law: annotations, decorators, options of types, docstrings."""
    if isinstance(node, ast.Assert | ast.Import | ast.ImportFrom):
        return True
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
        return node.func.id in _OF_TYPES
    if isinstance(node, ast.keyword):
        return node.arg == "strict"  # of zip: what mypy and ruff want said
    if isinstance(node, ast.FormattedValue):
        return field == "format_spec"
    alias = isinstance(node, ast.AnnAssign) and ast.unparse(node.annotation) == "TypeAlias"
    return alias or field in _OF_READERS or (isinstance(node, ast.ClassDef) and field == "keywords")


def replacements(node: ast.AST, parent: ast.AST, *, in_function: bool) -> Iterator[ast.AST]:
    """Yield what may stand in place of a node."""
    if isinstance(node, ast.Constant):
        yield from _constants(node, parent)
    elif isinstance(node, ast.stmt):
        yield from _statements(node, in_function=in_function)
    else:
        yield from _operators(node, parent)
    if node in _conditions(parent):
        yield from (ast.Constant(value=sure) for sure in (True, False))


def _operators(node: ast.AST, parent: ast.AST) -> Iterator[ast.AST]:
    if isinstance(node, ast.cmpop) and type(node) in _COMPARED:
        yield _COMPARED[type(node)]()
    elif isinstance(node, ast.operator) and type(node) in _RECKONED:
        yield _RECKONED[type(node)]()
    elif isinstance(node, ast.boolop):
        yield ast.Or() if isinstance(node, ast.And) else ast.And()
    elif isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not | ast.USub):
        yield node.operand
    elif isinstance(node, ast.Name) and node.id in _CALLED and isinstance(parent, ast.Call):
        yield ast.Name(_CALLED[node.id], ast.Load())


def _constants(node: ast.Constant, parent: ast.AST) -> Iterator[ast.AST]:
    value = node.value
    if isinstance(value, bool):
        yield ast.Constant(not value)
    elif isinstance(value, int):
        yield ast.Constant(value + 1)
        if value > 0:
            yield ast.Constant(value - 1)
    elif isinstance(value, str) and _is_call(parent, "frozenset"):
        yield from (ast.Constant(value[:n] + value[n + 1 :]) for n in range(len(value)))


def _is_call(node: ast.AST, name: str) -> bool:
    return isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == name


def _conditions(parent: ast.AST) -> list[ast.expr]:
    if isinstance(parent, ast.If | ast.IfExp):
        return [parent.test]
    return parent.ifs if isinstance(parent, ast.comprehension) else []


def _statements(node: ast.stmt, *, in_function: bool) -> Iterator[ast.AST]:
    given = node.value if isinstance(node, ast.Expr | ast.Return) else None
    if isinstance(node, ast.Continue | ast.Raise):
        yield ast.Pass()
    elif isinstance(given, ast.Yield | ast.YieldFrom):
        yield ast.If(ast.Constant(value=False), [node], [])  # still a generator
    elif isinstance(node, ast.Expr) and isinstance(given, ast.Call) and in_function:
        yield ast.Pass()
    elif isinstance(node, ast.Return) and given and ast.unparse(given) not in {"None", "False"}:
        yield ast.Return(ast.Constant(None))


def shortened(node: ast.AST, parent: ast.AST, scope: str) -> Iterator[tuple[ast.expr, ast.expr]]:
    """Yield each item that a tuple, set, list or mapping may lack, and the display without it."""
    if isinstance(node, ast.Dict):
        for n, (key, item) in enumerate(zip(node.keys, node.values, strict=True)):
            if not _is_words(item, scope):
                keys, values = [*node.keys], [*node.values]
                del keys[n], values[n]
                alone = ast.copy_location(ast.Dict([key], [item]), item)
                yield alone, ast.Dict(keys, values)
    elif isinstance(node, ast.Tuple | ast.Set | ast.List) and _is_list(node, parent, scope):
        for n, item in enumerate(node.elts):
            if isinstance(item, ast.Constant) or not _is_words(item, scope):
                yield item, _display(node, [*node.elts[:n], *node.elts[n + 1 :]])


def _is_words(item: ast.AST, scope: str) -> bool:
    """Tell an entry of a table that only gives a code its words for people."""
    if isinstance(item, ast.Tuple) and item.elts:
        first, *rest = item.elts
        return _is_code(first) and bool(rest) and all(map(_is_chinese, rest))
    return _is_chinese(item) and scope not in _LAW_IN_WORDS


def _is_code(node: ast.AST) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value.isascii()


def _is_chinese(node: ast.AST) -> bool:
    told = isinstance(node, ast.Constant) and isinstance(node.value, str)
    return told and bool(_CHINESE.search(str(getattr(node, "value", ""))))


def _is_list(node: ast.Tuple | ast.Set | ast.List, parent: ast.AST, scope: str) -> bool:
    """Tell a list of equals from a record, an unpacking and a key of a mapping."""
    if isinstance(parent, ast.Tuple | ast.Subscript | ast.comprehension | ast.For):
        return False
    if isinstance(parent, ast.Assign) and isinstance(parent.targets[0], ast.Tuple):
        return False
    return not _is_words(node, scope) and (
        isinstance(node, ast.Set) or isinstance(node.ctx, ast.Load)
    )


def _display(like: ast.Tuple | ast.Set | ast.List, items: list[ast.expr]) -> ast.expr:
    if isinstance(like, ast.Tuple):
        return ast.Tuple(items, ast.Load())
    if isinstance(like, ast.List):
        return ast.List(items, ast.Load())
    return ast.Set(items) if items else ast.Call(ast.Name("set", ast.Load()), [], [])
