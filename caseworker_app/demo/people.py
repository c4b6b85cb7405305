"""Invented people: names, numbers, birthdays, each given out once."""

from datetime import date, timedelta
from random import Random

from caseworker_app.demo import stock
from caseworker_app.model.id_number import check_digit
from caseworker_app.model.values import uuid7

_EPOCH = 1_767_225_600_000  # 2026-01-01T00:00Z: fixed, so that the same seed gives the same ids
_MOST_SEQUENCE = 999
_RARE_ONE_IN = 120
_SHORT_NAME_ONE_IN = 5


class Registrar:
    """Who gives out numbers: nothing twice within a township.

    Each household is drawn with a ``Random`` of its own (``rng``), so that the first
    households are the same in a small and in a large township.
    """

    def __init__(self) -> None:
        self.rng = Random()
        self._numbers: set[str] = set()
        self._millisecond = _EPOCH

    def begin(self, seed: str) -> None:
        """Start the next household."""
        self.rng = Random(seed)
        self._millisecond += 1000

    def id(self) -> str:
        """Return a UUIDv7 on the generator's own clock."""
        self._millisecond += 1
        return uuid7(self._millisecond, self.rng.randbytes(10))

    def number(self, born: date, *, male: bool) -> str:
        """Return a citizen number that is right and nobody's."""
        stem = f"{stock.places().county}{born:%Y%m%d}"
        start = self.rng.randrange(_MOST_SEQUENCE // 2)
        for step in range(_MOST_SEQUENCE // 2):
            sequence = (start + step) % (_MOST_SEQUENCE // 2) * 2 + (1 if male else 2)
            first17 = f"{stem}{sequence:03d}"
            if self._fresh(first17):
                return first17 + check_digit(first17)
        raise RuntimeError(f"no number left for {born}")

    def booklet(self, village: str) -> str:
        """Return a 户号 nobody has: three digits of the village and six more."""
        while True:
            number = f"{village[-3:]}{self.rng.randrange(1_000_000):06d}"
            if self._fresh("booklet " + number):
                return number

    def plate(self, *, motorcycle: bool = False) -> str:
        """Return a plate (GA 36) nobody has."""
        letter = "B" if motorcycle else self.rng.choice("CDEGHJKLMNPQRST")
        while True:
            text = f"浙A{letter}{self.rng.randrange(10_000):04d}"
            if self._fresh(text):
                return text

    def born(self, years: int, day: date) -> date:
        """Return a birthday by which somebody is that many years old on a day."""
        latest = day.replace(year=day.year - years, day=min(day.day, 28))
        return latest - timedelta(days=self.rng.randrange(364 - 3))

    def _fresh(self, text: str) -> bool:
        if text in self._numbers:
            return False
        self._numbers.add(text)
        return True


def surname(rng: Random, *, she: bool = False) -> str:
    """Return a family name, one of the She people where asked."""
    stocked = stock.names()
    return rng.choice(stocked.she) if she else rng.choices(stocked.surnames, stocked.weights)[0]


def full_name(rng: Random, family: str, born: date, *, male: bool) -> str:
    """Return a name of the person's generation; now and then with a rare character."""
    stocked = stock.names()
    own = next(g for g in stocked.generations if born.year < g.born_before)
    first, second = (
        (own.male_first, own.male_second) if male else (own.female_first, own.female_second)
    )
    if rng.randrange(_RARE_ONE_IN) == 0:
        return family + rng.choice(stocked.rare)
    if len(family) > 1 or rng.randrange(_SHORT_NAME_ONE_IN) == 0:
        return family + rng.choice(second)
    return family + rng.choice(first) + rng.choice(second)
