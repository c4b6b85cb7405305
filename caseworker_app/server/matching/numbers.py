"""Identity numbers in SQL: as ``rules`` match them, and whether one is beyond doubt."""

from functools import reduce
from operator import add

from sqlalchemy import BigInteger, Text, case, func, or_

from caseworker_app.model.id_number import CHECKS, LENGTH, OLD_LENGTH, WEIGHTS
from caseworker_app.server.matching.sql import Truth, Words, all_of, only, part, place_of, size

_DIGITS = "0123456789"
_WIDE = "".join(chr(ord(c) + 0xFEE0) for c in f"{_DIGITS}Xx")
_NARROW = f"{_DIGITS}XX"
_BITS = 8 * LENGTH
_LONG_MONTHS = ("01", "03", "05", "07", "08", "10", "12")


def number_key(written: Words) -> Words:
    """Return a number as it is matched (``rules.comparison.facts.number_of``).

    Nearly all are written that way already: those are told by their length and ends alone.
    """
    upper = func.upper(written, type_=Text)
    last = func.right(written, 1, type_=Text)
    plain = all_of(
        func.bit_length(written, type_=BigInteger) == _BITS,
        written >= "0",
        last >= "0",
        written == upper,
    )
    folded = func.regexp_replace(
        func.translate(upper, _WIDE, _NARROW), r"[^\p{L}\p{N}]", "", "g", type_=Text
    )
    old = all_of(size(folded) == OLD_LENGTH, only(folded, _DIGITS))
    return case((plain, written), (old, _upgraded(folded)), else_=folded)


def _upgraded(old: Words) -> Words:
    first17 = part(old, 1, 6).concat("19").concat(part(old, 7, 9))
    return first17.concat(_check(first17))


def _check(first17: Words) -> Words:
    """Return the 18th character for 17 digits."""
    digits = (place_of(part(first17, n, 1), _DIGITS) - 1 for n in range(1, LENGTH))
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
        part(number, LENGTH, 1) == _check(first17),
    )
