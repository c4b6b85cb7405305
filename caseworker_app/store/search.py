"""Finding a household by what one knows of it: name, pinyin, initials, ID number, address.

FTS5 knows no Chinese words, so every character is a word and what is typed is asked as a
phrase whose last word is a beginning. Readings are made when a household is written.
"""

import json
import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

from sqlalchemy import ColumnElement, Connection, Select, column, func, literal, select, table, text

from caseworker_app import codes
from caseworker_app.model.household import Household

_search = table("search", column("rowid"), column("search"))
_INSERT = text(
    "INSERT OR REPLACE INTO search(rowid, name, letters, tail, number, address)"
    " VALUES (:row, :name, :letters, :tail, :number, :address)"
)
_DELETE = text("DELETE FROM search WHERE rowid = :row")

_NEXT_PERSON = " ； "
"""A word nobody types: no phrase reaches from one person into the next."""

_TAILS = (4, 5, 6)
_LONGEST_TAIL = 6
_MOST_PARTS = 8
_MOST_WORDS = 40
_NUMBER = re.compile(r"[0-9]+x?")
_RUN = re.compile(r"[a-z0-9]+|[^a-z0-9]")


def index(connection: Connection, households: Iterable[tuple[int, Household]]) -> None:
    """Make households findable under their row numbers, in place of what was indexed."""
    rows = [_indexed(row, household) for row, household in households]
    if rows:
        connection.execute(_INSERT, rows)


def forget(connection: Connection, row: int) -> None:
    connection.execute(_DELETE, {"row": row})


def matching(typed: str) -> Select[int] | None:
    """Return the select of row numbers for what was typed; None where it says nothing."""
    asked = query(typed)
    if not asked:
        return None
    return select(_search.c.rowid).where(_search.c.search.op("MATCH")(asked))


def rows(connection: Connection, asked: str, limit: int | None = None) -> list[int]:
    """Return the row numbers a query finds, as one value of the database: the quickest way out."""
    found = select(_search.c.rowid).where(_search.c.search.op("MATCH")(asked)).limit(limit)
    told = connection.scalar(select(func.json_group_array(found.subquery().c[0])))
    numbers: list[int] = json.loads(told or "[]")
    return numbers


def matches(asked: str, row: ColumnElement[int]) -> ColumnElement[bool]:
    """Return the condition that a query finds one household."""
    mine = (_search.c.search.op("MATCH")(asked), _search.c.rowid == row)
    return select(literal(1)).select_from(_search).where(*mine).exists()


def query(typed: str) -> str:
    """Return the FTS5 expression for what was typed: every part must be found somewhere.

    Words of it are letters, digits and ideographs only, so that no text is a syntax error.
    """
    parts = (words(part)[:_MOST_WORDS] for part in typed.split()[:_MOST_PARTS])
    return " AND ".join(_asked(part) for part in parts if part)


def words(written: str) -> list[str]:
    """Return the words of a text: runs of Latin letters and digits, every other character."""
    folded = unicodedata.normalize("NFKC", written).lower().replace("ü", "v")
    return [word for word in _RUN.findall(folded) if _is_word(word)]


def letters(name: str) -> list[str]:
    """Return what a name may be typed as: syllables, 王桂兰 wangguilan and guilan, wgl and gl."""
    found: dict[str, None] = {}
    for syllables in _readings(name):
        initials = "".join(syllable[0] for syllable in syllables)
        joined = ("".join(syllables), "".join(syllables[1:]), initials, initials[1:])
        found.update(dict.fromkeys((*syllables, *joined)))
    return [word for word in found if word]


def _asked(part: list[str]) -> str:
    phrase = f'"{" ".join(part)}" *'
    if len(part) > 1 or not part[0].isascii():
        return f"({{name address}} : {phrase})"
    if not _NUMBER.fullmatch(part[0]):
        return f"({{name letters number address}} : {phrase})"
    columns = "tail address" if len(part[0]) <= _LONGEST_TAIL else "number"
    return f"({{{columns}}} : {phrase})"


def _indexed(row: int, household: Household) -> dict[str, object]:
    members = household.members
    numbers = [household.number, household.phone, *(m.id_number for m in members)]
    addresses = [household.village, household.living_address, household.registered_address]
    return {
        "row": row,
        "name": _NEXT_PERSON.join(" ".join(words(m.name)) for m in members),
        "letters": _NEXT_PERSON.join(" ".join(letters(m.name)) for m in members),
        "tail": " ".join(m.id_number[-length:].lower() for m in members for length in _TAILS),
        "number": _NEXT_PERSON.join(" ".join(words(n)) for n in numbers),
        "address": _NEXT_PERSON.join(" ".join(words(a)) for a in addresses),
    }


def _is_word(word: str) -> bool:
    """Tell whether a name may hold it; private-use characters stand for rare ones in old files."""
    return word.isalnum() or unicodedata.category(word[0]) == "Co"


def _readings(name: str) -> list[list[str]]:
    """Return the syllables of a name, once for each way its surname is read."""
    surnames = codes.names("surname_pinyin", "surname", "pinyin")
    length = next((n for n in (2, 1) if name[:n] in surnames), 0)
    ways = surnames[name[:length]].split("/") if length else [""]
    given = [reading for character in name[length:] if (reading := _reading(character))]
    return [way.split() + given for way in ways]


@lru_cache(maxsize=10_000)
def _reading(character: str) -> str:
    from pypinyin import lazy_pinyin  # noqa: PLC0415  # 0.3 s, needed only when writing

    return "".join(lazy_pinyin(character, errors="ignore")).lower()
