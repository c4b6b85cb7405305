"""Known people laid out so that a row finds its own at once."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from caseworker_app.model import id_number
from caseworker_app.rules.comparison.facts import number_of
from caseworker_app.rules.comparison.names import fold_name, fold_place
from caseworker_app.rules.matching.people import Answer, Candidate, KnownPerson, Stated
from caseworker_app.rules.matching.slip import slip

_NOBODY = Answer()
_LENGTH = 18
_LEGACY = 15
_CENTURY = "19"
_SHORTEST_ADDRESS = 6


@dataclass(frozen=True, slots=True)
class _Reason:
    """Why a person may be meant; a smaller rank is better founded."""

    whom: KnownPerson
    rank: int
    text: str


class PersonIndex:
    """Who is known, by number, by booklet and by name; a name narrows the search, joins nobody."""

    def __init__(self, people: Iterable[KnownPerson]) -> None:
        self._by_number: dict[str, tuple[KnownPerson, ...]] = {}
        self._by_booklet: dict[str, tuple[KnownPerson, ...]] = {}
        self._by_name: defaultdict[str, list[tuple[KnownPerson, str]]] = defaultdict(list)
        for person in people:
            self._add(person)

    def find(self, stated: Stated) -> Answer:
        """Return whom a row belongs to: by a good number at once, else whom it may mean.

        A number that passes its check is nobody's slip. One of 15 digits has no check: it
        joins where it is known, and may be a slip where it is not.
        """
        number = number_of(stated.number)
        known = self._by_number.get(number)
        if known:
            return Answer(known=known)
        typed = id_number.normalise(stated.number)
        if len(typed) != _LEGACY and id_number.fault(typed) is None:
            return self._of_booklet(stated)
        candidates = self._candidates(stated, typed)
        if candidates:
            return Answer(candidates=candidates)
        return self._of_booklet(stated) if number else _NOBODY

    def _add(self, person: KnownPerson) -> None:
        number = number_of(person.number)
        if id_number.fault(number) is None:
            self._by_number[number] = (*self._by_number.get(number, ()), person)
        if person.booklet:
            heads = self._by_booklet.get(person.booklet, ())
            self._by_booklet[person.booklet] = (*heads, person)
        self._by_name[fold_name(person.name)].append((person, number))

    def _of_booklet(self, stated: Stated) -> Answer:
        heads = self._by_booklet.get(stated.booklet)
        return Answer(booklet=heads) if heads else _NOBODY

    def _candidates(self, stated: Stated, typed: str) -> tuple[Candidate, ...]:
        best: dict[tuple[str, str], _Reason] = {}
        names = {fold_name(stated.name), fold_name(stated.former_name)} - {""}
        for person, number in (one for name in names for one in self._by_name.get(name, ())):
            fits = stated.birth in (None, id_number.birth(number))
            reason = _reason(stated, typed, person, number) if fits else None
            if reason:
                key = person.household, person.person
                best[key] = min(best.get(key, reason), reason, key=_rank)
        ordered = sorted(best.items(), key=lambda found: (found[1].rank, found[0]))
        return tuple(Candidate(reason.whom, reason.text) for _, reason in ordered)


def _rank(reason: _Reason) -> int:
    return reason.rank


def _reason(stated: Stated, typed: str, person: KnownPerson, number: str) -> _Reason | None:
    """Return why a row means a person of the same name, or None."""
    born = id_number.birth(number)
    if typed and typed == number:
        return _Reason(person, 0, "号码与档案相同但不合编码规则，姓名相同")
    same_birth = born is not None and born == (stated.birth or _birth_in(typed))
    how = next((words for form in _forms(number) if (words := slip(typed, form))), "")
    if how and same_birth:
        return _Reason(person, 1, f"号码{how}，姓名、出生日期相同")
    if how:
        return _Reason(person, 3, f"号码{how}，姓名相同；名单没有可核对的出生日期")
    if same_birth and any(_same_place(stated.address, place) for place in person.addresses):
        lack = "号码有误" if typed else "没有号码"
        return _Reason(person, 2, f"{lack}，姓名、出生日期、住址相同")
    return None


def _birth_in(typed: str) -> date | None:
    return id_number.birth(id_number.upgrade(typed))


def _forms(number: str) -> tuple[str, ...]:
    """Return how a number of 18 digits is written: as it is, and before 1999 with 15 digits."""
    if len(number) != _LENGTH:
        return ()
    legacy = f"{number[:6]}{number[8:17]}"
    return (number, legacy) if number[6:8] == _CENTURY else (number,)


def _same_place(told: str, known: str) -> bool:
    """Tell whether two addresses are one, the shorter perhaps without province and county."""
    short, long = sorted((fold_place(told), fold_place(known)), key=len)
    enough = len(short) >= _SHORTEST_ADDRESS and any(c.isdecimal() for c in short)
    return enough and long.endswith(short)
