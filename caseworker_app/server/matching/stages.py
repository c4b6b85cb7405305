"""The select taken apart at its named parts, for engines that plan better one after the other.

An engine guesses how many rows a part gives; guessed wrong, it builds tables of the whole city.
Of parts that were computed it knows.
"""

from collections.abc import Iterator
from typing import NamedTuple

from sqlalchemy import Dialect, Select


class Stage(NamedTuple):
    """A named part in SQL; the answer itself has no name."""

    name: str
    sql: str


def stages(statement: Select[tuple[object, ...]], dialect: Dialect) -> Iterator[Stage]:
    """Yield the parts of a select in the order in which they need each other, the answer last."""
    compiled = statement.compile(dialect=dialect, compile_kwargs={"literal_binds": True})
    whole = str(compiled)
    parts = compiled.ctes or {}
    for part, text in parts.items():
        yield Stage(str(part.name), text[text.index("(") + 1 : text.rindex(")")])
        whole = whole[whole.index(text) + len(text) :]
    yield Stage("", whole)
