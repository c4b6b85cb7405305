"""A town of made-up people, and what becomes of a number typed in haste."""

from collections.abc import Iterator
from datetime import date, timedelta
from random import Random

from caseworker_app.model.id_number import check_digit
from caseworker_app.rules.matching.people import KnownPerson, Stated

_SURNAMES = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗"
_GIVEN = "伟芳娜秀英敏静丽强磊军洋勇艳杰娟涛明超兰霞平刚桂"
_DIGITS = "0123456789"


def number(rest: str) -> str:
    """Return 17 digits with their check digit."""
    return rest + check_digit(rest)


def town(count: int, dice: Random) -> list[KnownPerson]:
    """Return people of one county; many share a name, no two a number."""
    people: dict[str, KnownPerson] = {}
    while len(people) < count:
        born = date(1940, 1, 1) + timedelta(dice.randrange(30_000))
        own = number(f"330122{born:%Y%m%d}{dice.randrange(1000):03}")
        n = len(people)
        name = dice.choice(_SURNAMES) + "".join(dice.sample(_GIVEN, dice.randint(1, 2)))
        place = f"浙江省杭州市桐庐县云溪镇云溪村{n}号"
        people[own] = KnownPerson(f"h{n // 3}", f"m{n}", name, own, (place,))
    return list(people.values())


def slips(right: str) -> Iterator[str]:
    """Go through every text one slip away."""
    for i, character in enumerate(right):
        yield right[:i] + right[i + 1 :]
        if right[i : i + 2] != right[i : i + 2][::-1]:
            yield right[:i] + right[i + 1] + character + right[i + 2 :]
        yield from (right[:i] + d + right[i + 1 :] for d in _DIGITS if d != character)
    for i in range(len(right) + 1):
        yield from (right[:i] + d + right[i:] for d in _DIGITS)


def slipped(right: str, dice: Random) -> str:
    """Return the number with one slip, each kind as likely."""
    i = dice.randrange(17)
    wrong = dice.choice([d for d in _DIGITS if d != right[i]])
    swapped = right[:i] + right[i + 1] + right[i] + right[i + 2 :]
    kinds = [right[:i] + wrong + right[i + 1 :], right[:i] + right[i + 1 :]]
    kinds += [right[:i] + wrong + right[i:], swapped if swapped != right else right[:-1]]
    return dice.choice(kinds)


def told(person: KnownPerson, typed: str, *, with_birth: bool = False) -> Stated:
    """Return a row about a person, under a number as it was typed."""
    born = date.fromisoformat(person.number[6:14]) if with_birth else None
    return Stated(typed, person.name, birth=born)
