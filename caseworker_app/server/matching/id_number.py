"""Identity numbers in SQL: as ``rules`` match them, and whether one is beyond doubt."""

from functools import reduce
from operator import add

from sqlalchemy import BigInteger, ColumnElement, Text, and_, case, func, or_
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.functions import FunctionElement
from sqlalchemy.types import TypeEngine

from caseworker_app.model.id_number import CHECKS, LENGTH, OLD_LENGTH, WEIGHTS
from caseworker_app.server.matching.sql import Truth, Words, all_of, only, part, place_of, size

IN_PYTHON = "number_of"
"""Name under which SQLite is given the rules' own function."""
_DIGITS = "0123456789"
_WIDE = "".join(chr(ord(c) + 0xFEE0) for c in f"{_DIGITS}Xx")
_NARROW = f"{_DIGITS}XX"
_BITS = 8 * LENGTH
_LONG_MONTHS = ("01", "03", "05", "07", "08", "10", "12")


class number_key(FunctionElement[str]):  # noqa: N801  # reads as the function it is in SQL
    """A number as it is matched (``rules.comparison.facts.number_of``)."""

    inherit_cache: bool | None = True

    def __init__(self, written: ColumnElement[object]) -> None:
        super().__init__(written)
        self.type: TypeEngine[str] = Text()


@compiles(number_key)
def _in_sql(element: number_key, compiler: SQLCompiler, **given: object) -> str:
    (written,) = element.clauses
    return compiler.process(case((is_plain(written), written), else_=_folded(written)), **given)


@compiles(number_key, "sqlite")
def _in_python(element: number_key, compiler: SQLCompiler, **given: object) -> str:
    return f"{IN_PYTHON}({compiler.process(element.clauses, **given)})"


def is_plain(written: ColumnElement[str]) -> Truth:
    """Tell that a number stands as it is matched, by its length and end alone: nearly all do."""
    whole = func.bit_length(written, type_=BigInteger) == _BITS
    return or_(written == "", and_(whole, written.not_like("%x"), written.not_like("% ")))


def _folded(written: ColumnElement[str]) -> Words:
    upper = func.upper(written, type_=Text)
    folded = func.regexp_replace(
        func.translate(upper, _WIDE, _NARROW), r"[^\p{L}\p{N}]", "", "g", type_=Text
    )
    old = all_of(size(folded) == OLD_LENGTH, only(folded, _DIGITS))
    return case((old, _upgraded(folded)), else_=folded)


def _upgraded(old: Words) -> Words:
    first17 = part(old, 1, 6).concat("19").concat(part(old, 7, 9))
    return first17.concat(_check(first17))


def _check(number: Words) -> Words:
    """Return the 18th character for the 17 digits a number begins with."""
    digits = (place_of(part(number, n, 1), _DIGITS) - 1 for n in range(1, LENGTH))
    total = reduce(add, (digit * w for digit, w in zip(digits, WEIGHTS, strict=True)))
    return func.substr(CHECKS, total % len(CHECKS) + 1, 1, type_=Text)


def beyond_doubt(number: Words) -> Truth:
    """Tell that ``id_number.fault`` finds nothing; of 29 February that is left to it."""
    year, month, day = part(number, 7, 4), part(number, 11, 2), part(number, 13, 2)
    exists = or_(
        all_of(month.between("01", "12"), day.between("01", "28")),
        all_of(month.between("01", "12"), month != "02", day.in_(("29", "30"))),
        all_of(month.in_(_LONG_MONTHS), day == "31"),
    )
    first17 = part(number, 1, LENGTH - 1)
    return all_of(
        size(number) == LENGTH,
        only(first17, _DIGITS),
        year > "0000",
        exists,
        part(number, LENGTH, 1) == _check(number),
    )
