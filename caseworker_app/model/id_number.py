"""公民身份号码: the citizen identity number (GB 11643-1999)."""

import unicodedata
from dataclasses import dataclass
from datetime import date
from operator import mul

WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
CHECKS = "10X98765432"
LENGTH = 18
OLD_LENGTH = 15


@dataclass(frozen=True, slots=True)
class IdNumberFault:
    """Why a number cannot be right, as a sentence for the person who typed it."""

    reason: str


def normalise(text: str) -> str:
    """Return the number with full-width characters folded, blanks gone, ``X`` upper-case."""
    if text.isascii() and text.isalnum():  # nearly all: nothing to fold
        return text.upper()
    return "".join(c for c in unicodedata.normalize("NFKC", text) if c.isalnum()).upper()


def check_digit(first17: str) -> str:
    """Return the 18th character for the first 17 digits."""
    total = sum(map(mul, map(int, first17), WEIGHTS))
    return CHECKS[total % 11]


def upgrade(number: str) -> str:
    """Return a 15-digit legacy number as 18 digits (century 19); others unchanged."""
    if len(number) != OLD_LENGTH or not number.isdigit():
        return number
    first17 = f"{number[:6]}19{number[6:]}"
    return first17 + check_digit(first17)


def birth(number: str) -> date | None:
    """Return the date of birth in an 18-digit number, or None when there is no such day."""
    try:
        return date(int(number[6:10]), int(number[10:12]), int(number[12:14]))
    except ValueError:
        return None


def is_male(number: str) -> bool:
    return int(number[16]) % 2 == 1


def fault(number: str) -> IdNumberFault | None:
    """Return what is wrong with a number, or None. A fault warns; it never drops a record."""
    if len(number) != LENGTH:
        return IdNumberFault(f"身份号码应为18位，现为{len(number)}位")
    if not number[:17].isdecimal() or not number.isascii():
        return IdNumberFault("身份号码前17位应为数字")
    if birth(number) is None:
        return IdNumberFault("身份号码中的出生日期不存在")
    if check_digit(number[:17]) != number[17]:
        return IdNumberFault("身份号码校验位不符，请对照证件核对")
    return None


def age(number: str, day: date) -> int:
    """Return full years of age on a day, of a 15-digit number too; 0 without a real birth date."""
    born = birth(upgrade(number))
    if born is None:
        return 0
    return max(0, day.year - born.year - ((day.month, day.day) < (born.month, born.day)))


def masked(number: str) -> str:
    """Return the number with the birth date hidden, for lists and notices."""
    return f"{number[:6]}********{number[14:]}" if len(number) == LENGTH else "*" * len(number)
