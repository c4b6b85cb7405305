"""The people of a household whose rows concern it."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from caseworker_app.model.declaration import Declaration
from caseworker_app.model.household import Household
from caseworker_app.rules.comparison.facts import number_of
from caseworker_app.rules.matching.authorisation import barred
from caseworker_app.rules.matching.people import KnownPerson


def known(home: Household, declared: Declaration | None, day: date) -> tuple[KnownPerson, ...]:
    """Return members and obligors under every number on file or declared, each once.

    With each stands whether this person's rows may be taken in on the day.
    """
    booklet = declared.hukou_number if declared else home.hukou_number
    people: dict[tuple[str, str], KnownPerson] = {}
    for one in _named(home, declared):
        person = replace(
            one,
            addresses=(home.registered_address, home.living_address),
            booklet=booklet if one.person == home.head_id else "",
            barred=barred(declared, one.person, day) if declared else "",
        )
        people.setdefault((person.person, number_of(person.number)), person)
    return tuple(people.values())


def _named(home: Household, declared: Declaration | None) -> Iterator[KnownPerson]:
    for member in home.members:
        yield KnownPerson(home.id, member.id, member.name, member.id_number)
    if declared:
        for person in declared.persons:
            yield KnownPerson(home.id, person.member_id, person.name, person.id_number)
        for obligor in declared.obligors:
            yield KnownPerson(home.id, obligor.id, obligor.name, obligor.id_number)
