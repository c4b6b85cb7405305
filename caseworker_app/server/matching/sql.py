"""Small expressions the selection is written in; each means the same on every engine."""

from collections.abc import Iterable
from functools import reduce

from sqlalchemy import (
    CTE,
    BigInteger,
    Boolean,
    ColumnElement,
    Label,
    SelectBase,
    Text,
    and_,
    case,
    cast,
    false,
    func,
    literal,
    or_,
    true,
)
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.base import ReadOnlyColumnCollection
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.functions import FunctionElement
from sqlalchemy.types import TypeEngine

from caseworker_app.server.matching.layout import Flat

APART = "\x1f"
"""Stands between the cells of a row laid into one text."""

Truth = ColumnElement[bool]
Words = ColumnElement[str]


def held(column: ColumnElement[object]) -> ColumnElement[object]:
    """Return a column of a table with what an empty cell means."""
    flat = column.info["flat"]
    if isinstance(column.type, Boolean):
        return func.coalesce(column, true() if flat.default else false())
    if isinstance(column.type, Text):
        return func.coalesce(column, flat.default or "")
    return column


def clean(columns: Iterable[ColumnElement[object]]) -> tuple[Label[object], ...]:
    """Return columns of a table by their names with what an empty cell means."""
    return tuple(held(column).label(column.info["flat"].name) for column in columns)


def laid(
    columns: ReadOnlyColumnCollection[str, ColumnElement[object]], names: Iterable[Flat]
) -> Words:
    """Return the cells of cleaned columns as one text, in this order."""
    return _joined(*(_text(columns[flat.name]) for flat in names))


class _joined(FunctionElement[str]):  # noqa: N801  # reads as the function it is in SQL
    """Texts, of which none is unknown, with ``APART`` between them."""

    inherit_cache: bool | None = True
    type: TypeEngine[str] = Text()


@compiles(_joined)
def _at_once(element: _joined, compiler: SQLCompiler, **given: object) -> str:
    return compiler.process(func.concat_ws(APART, *element.clauses), **given)


@compiles(_joined, "sqlite")
def _one_by_one(element: _joined, compiler: SQLCompiler, **given: object) -> str:
    """Return it for a SQLite that has no such function."""
    first, *rest = element.clauses
    whole = reduce(lambda joined, text: joined.concat(APART).concat(text), rest, first)
    return compiler.process(whole, **given)


def _text(column: ColumnElement[object]) -> Words:
    if isinstance(column.type, Boolean):
        return case((column, "1"), else_="")
    if isinstance(column.type, Text):
        return func.replace(column, APART, " ", type_=Text)
    return func.coalesce(cast(column, Text), "", type_=Text)


def contains(text: Words, words: Iterable[str]) -> Truth:
    """Tell whether one of the words stands in a text; LIKE would not mind case on SQLite."""
    return or_(*(func.instr(text, word, type_=BigInteger) > 0 for word in words))


def only(text: Words, characters: str) -> Truth:
    """Tell whether a text has no other characters than these."""
    return func.rtrim(text, characters, type_=Text) == ""


def start(text: ColumnElement[object], length: int) -> Words:
    return func.substr(text, 1, length, type_=Text)


def part(text: Words, first: int, length: int) -> Words:
    """Return so many characters from the first, counted from 1."""
    return func.substr(text, first, length, type_=Text)


def size(text: Words) -> ColumnElement[int]:
    return func.length(text, type_=BigInteger)


def place_of(character: Words, alphabet: str) -> ColumnElement[int]:
    """Return where a character stands in an alphabet, counted from 1; 0 where it does not."""
    return func.instr(literal(alphabet), character, type_=BigInteger)


def unless(quiet: Truth) -> Truth:
    """Tell that something is not known to be quiet: what is unknown is looked at."""
    return quiet.is_not(true())


def once(rows: SelectBase, name: str) -> CTE:
    """Return rows under a name that are computed once, however often they are asked for."""
    return rows.cte(name).prefix_with("MATERIALIZED")


def all_of(*conditions: Truth) -> Truth:
    return and_(*conditions)
