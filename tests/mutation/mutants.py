"""Every small way in which a module of the law could be wrong, as changes of its syntax tree."""

import ast
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from types import CodeType

from tests.mutation.changes import is_left_alone, replacements, shortened

ROOT = Path(__file__).parents[2]
_HOUSE = ROOT / "caseworker_app"

_WIDTH = 72

Value = ast.AST | list[ast.AST]


@dataclass(frozen=True)
class Mutant:
    """One change: ``owner.field`` becomes ``value``; the rest says where and what it is."""

    module: str
    scope: str
    """Function, or name of the table, such as ``CATEGORY[Category.DIBAO]``."""
    before: str
    after: str
    line: int
    lines: range
    """The lines by whose execution a test is known to touch it."""
    in_function: bool
    owner: ast.AST
    field: str
    value: Value
    nth: int = 0
    """Which of several equal ones in the same scope."""

    @property
    def key(self) -> tuple[str, str, str, str, int]:
        """What it is known by although lines move."""
        return self.module, self.scope, self.before, self.after, self.nth

    @property
    def path(self) -> Path:
        return path_of(self.module)

    def __str__(self) -> str:
        where = f"{self.path.relative_to(ROOT)}:{self.line}"
        return f"{where} {self.scope}: {self.before} → {self.after}"


@dataclass(frozen=True)
class _Place:
    """Where the walk is."""

    scope: str = ""
    in_function: bool = False
    lines: range = range(0)
    trail: tuple[ast.AST, ...] = ()


def modules() -> list[str]:
    """Return the names of the modules of ``model`` and ``rules``, without the package's name."""
    paths = [*_HOUSE.glob("model/**/*.py"), *_HOUSE.glob("rules/**/*.py")]
    named = (path.relative_to(_HOUSE).with_suffix("") for path in sorted(paths))
    return [".".join(name.parts).removesuffix(".__init__") for name in named]


def path_of(module: str) -> Path:
    path = _HOUSE.joinpath(*module.split("."))
    return path / "__init__.py" if path.is_dir() else path.with_suffix(".py")


class Source:
    """A module's tree and its mutants."""

    def __init__(self, module: str) -> None:
        self._module = module
        self._path = path_of(module)
        self._tree = ast.parse(self._path.read_bytes())
        found = list(self._walk(self._tree, _Place()))
        self.mutants = [*_numbered(found)]

    def compile(self, mutant: Mutant | None = None) -> CodeType:
        """Return the module's code, with one of its own mutants in it."""
        if mutant is None:
            return compile(self._tree, str(self._path), "exec", dont_inherit=True)
        old = getattr(mutant.owner, mutant.field)
        setattr(mutant.owner, mutant.field, mutant.value)
        try:
            return self.compile()
        finally:
            setattr(mutant.owner, mutant.field, old)

    def _walk(self, node: ast.AST, place: _Place) -> Iterator[Mutant]:
        for field, value in ast.iter_fields(node):
            if is_left_alone(node, field):
                continue
            children = value if isinstance(value, list) else [value]
            for n, child in enumerate(children):
                if not isinstance(child, ast.AST):
                    continue
                inner = _enter(place, node, field, child)
                for other in replacements(child, node, in_function=inner.in_function):
                    new = [*value[:n], other, *value[n + 1 :]] if isinstance(value, list) else other
                    yield self._mutant(node, field, new, child, inner)
                yield from self._walk(child, inner)
        if place.trail:
            for item, rest in shortened(node, place.trail[-1], place.scope):
                told = _text(item)[1:-1] if isinstance(node, ast.Dict) else _text(item)
                owner = place.trail[-1]
                field, value = _put(owner, node, rest)
                yield self._told(owner, field, value, (told, "nothing"), (item, place))

    def _mutant(
        self, owner: ast.AST, field: str, value: Value, child: ast.AST, place: _Place
    ) -> Mutant:
        shown = _context(child, place)
        before = _text(shown)
        old = getattr(owner, field)
        setattr(owner, field, value)
        try:
            after = _text(shown if shown is not child else _changed(value, old, child))
        finally:
            setattr(owner, field, old)
        return self._told(owner, field, value, (before, after), (child, place))

    def _told(
        self,
        owner: ast.AST,
        field: str,
        value: Value,
        words: tuple[str, str],
        at: tuple[ast.AST, _Place],
    ) -> Mutant:
        node, place = at
        line = getattr(node, "lineno", place.lines.start)
        for each in value if isinstance(value, list) else [value]:
            if each is not None:  # the key of an unpacked mapping
                ast.copy_location(each, node if hasattr(node, "lineno") else owner)
                ast.fix_missing_locations(each)
        return Mutant(
            self._module,
            place.scope or "module",
            *words,
            line,
            lines=place.lines,
            in_function=place.in_function,
            owner=owner,
            field=field,
            value=value,
        )


def _numbered(found: list[Mutant]) -> Iterator[Mutant]:
    seen: Counter[tuple[str, str, str, str, int]] = Counter()
    for mutant in found:
        if mutant.before != mutant.after:
            yield replace(mutant, nth=seen[mutant.key])
            seen[mutant.key] += 1


def _enter(place: _Place, parent: ast.AST, field: str, child: ast.AST) -> _Place:
    in_function = place.in_function or (isinstance(parent, ast.FunctionDef) and field == "body")
    place = replace(place, trail=(*place.trail, parent), in_function=in_function)
    if isinstance(child, ast.stmt):
        place = replace(place, lines=_own_lines(child))
    name = _name(child, parent, field, in_function=in_function)
    joint = "" if name.startswith("[") or not place.scope else "."
    return replace(place, scope=f"{place.scope}{joint}{name}") if name else place


def _name(child: ast.AST, parent: ast.AST, field: str, *, in_function: bool) -> str:
    """Return what a piece adds to the name of the scope it is in."""
    if isinstance(child, ast.FunctionDef | ast.ClassDef):
        return child.name
    if in_function:
        return ""
    if isinstance(child, ast.Assign | ast.AnnAssign):
        return ast.unparse(child.targets[0] if isinstance(child, ast.Assign) else child.target)
    if isinstance(parent, ast.Dict) and field == "values":
        key = next(k for k, v in zip(parent.keys, parent.values, strict=True) if v is child)
        return f"[{ast.unparse(key)}]" if key else "[**]"
    return ""


def _own_lines(statement: ast.stmt) -> range:
    """Return the lines of a statement, of a compound one those before its body."""
    body: list[ast.stmt] = getattr(statement, "body", [])
    last = body[0].lineno if body else (statement.end_lineno or statement.lineno) + 1
    return range(statement.lineno, max(last, statement.lineno + 1))


def _context(node: ast.AST, place: _Place) -> ast.AST:
    """Return the largest piece around a node that still fits a line."""
    shown = node
    for outer in reversed(place.trail):
        if not isinstance(outer, ast.expr | ast.stmt | ast.comprehension):
            continue
        if isinstance(outer, ast.stmt) and hasattr(outer, "body"):
            break
        if len(ast.unparse(outer)) > _WIDTH:
            break
        shown = outer
        if isinstance(outer, ast.stmt):
            break
    return shown


def _changed(value: Value, old: Value, child: ast.AST) -> ast.AST:
    if not isinstance(value, list) or not isinstance(old, list):
        return value if isinstance(value, ast.AST) else child
    return next(new for new, before in zip(value, old, strict=True) if new is not before)


def _put(owner: ast.AST, node: ast.AST, other: ast.AST) -> tuple[str, Value]:
    """Return the field of ``owner`` that holds a node, and what it is to hold instead."""
    for field, value in ast.iter_fields(owner):
        if value is node:
            return field, other
        if isinstance(value, list) and any(each is node for each in value):
            return field, [other if each is node else each for each in value]
    raise LookupError(ast.dump(owner))


def _text(node: ast.AST) -> str:
    if isinstance(node, ast.cmpop | ast.operator | ast.boolop):
        return type(node).__name__
    return " ".join(ast.unparse(node).split())
