"""Small values everything is made of: money, area, months, identities."""

from datetime import UTC, date, datetime, timedelta, timezone
from typing import NamedTuple, Self, TypeAlias

Fen: TypeAlias = int
"""Money in fen (0.01 yuan). Sums of money are counted, never measured: no floats."""

Area: TypeAlias = int
"""Floor area in hundredths of a square metre."""

Json: TypeAlias = "bool | int | str | list[Json] | dict[str, Json] | None"
"""What a unit of a record may hold. No floats: their byte form differs between machines."""

CHINA = timezone(timedelta(hours=8))
"""Civil time of the whole country: the day of an act is a day in this zone."""


_BEGINNING, _END = datetime(1970, 1, 1, tzinfo=UTC), datetime(9999, 12, 30, tzinfo=UTC)
_MILLISECOND = timedelta(milliseconds=1)


def instant(milliseconds: int) -> datetime:
    """Return the UTC instant of milliseconds since 1970, as others tell it.

    Whatever lies before that or beyond the calendar becomes its first or last: a number that
    means nothing shall look odd and stop nobody.
    """
    most = (_END - _BEGINNING) // _MILLISECOND
    return _BEGINNING + min(max(milliseconds, 0), most) * _MILLISECOND


def civil(at: datetime) -> datetime:
    """Return an instant others tell in civil time; at the ends of the calendar as it was told."""
    try:
        return at.astimezone(CHINA)
    except OverflowError:
        return at.replace(tzinfo=CHINA)


class Month(NamedTuple):
    """A calendar month, the unit in which benefits are paid."""

    year: int
    month: int

    @classmethod
    def of(cls, day: date) -> Self:
        return cls(day.year, day.month)

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read ``YYYY-MM``."""
        year, month = text.split("-")
        return cls(int(year), int(month))

    def plus(self, months: int) -> Self:
        years, month = divmod(self.year * 12 + self.month - 1 + months, 12)
        return type(self)(years, month + 1)

    def months_until(self, other: Self) -> int:
        return (other.year - self.year) * 12 + other.month - self.month

    def __str__(self) -> str:
        return f"{self.year:04d}-{self.month:02d}"


def yuan(fen: Fen) -> str:
    """Write an amount the way a form does: ``1,301`` or ``1,300.99``."""
    whole, rest = divmod(abs(fen), 100)
    text = f"{whole:,}.{rest:02d}" if rest else f"{whole:,}"
    return f"-{text}" if fen < 0 else text


def square_metres(area: Area) -> str:
    """Write an area in m² without needless zeros: ``37.5``."""
    whole, rest = divmod(area, 100)
    return f"{whole}" + (f".{rest:02d}".rstrip("0") if rest else "")


def uuid7(milliseconds: int, randomness: bytes) -> str:
    """Return a UUID version 7 (RFC 9562) of a UTC instant and ten random bytes."""
    noise = int.from_bytes(randomness[:10], "big")
    value = (milliseconds & ((1 << 48) - 1)) << 80
    value |= 0x7 << 76 | (noise >> 68 & 0xFFF) << 64 | 0b10 << 62 | noise & ((1 << 62) - 1)
    text = f"{value:032x}"
    return "-".join((text[:8], text[8:12], text[12:16], text[16:20], text[20:]))
