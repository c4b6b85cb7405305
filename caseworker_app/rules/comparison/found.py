"""现场发现 that makes a difference by itself: somebody lives here whom nobody declared (HJ04).

A plate or a house that belongs to a member raises its own kind from the register's row.
"""

from collections.abc import Iterator

from caseworker_app.model.codes import FoundKind
from caseworker_app.model.found import Found, Key, key
from caseworker_app.model.register import PersonRecord
from caseworker_app.rules.comparison.facts import Draft, Facts, is_dead
from caseworker_app.rules.comparison.matching import registration
from caseworker_app.rules.comparison.names import fold_name
from caseworker_app.rules.comparison.roster import spoken_of
from caseworker_app.rules.comparison.words import NOT_DECLARED


def differences(facts: Facts, found: tuple[Found, ...]) -> Iterator[Draft]:
    """Yield HJ04 for each person found living here whom neither household nor booklet names."""
    for fact in found:
        read = key(fact.kind, fact.value)
        if fact.kind is FoundKind.PERSON and fact.value.strip():
            rows = facts.persons.get(read.number, ())
            gone = any(is_dead(row, facts.day) for row in rows)
            if not gone and not _is_told(facts, read):
                yield _draft(facts, fact, read, rows)


def difference_of(fact: Found) -> str:
    """Return the id of the difference a found person makes; an answer does not change it."""
    return f"HJ04:{_anchor(fact)}"


def _is_told(facts: Facts, read: Key) -> bool:
    if read.number:
        return read.number in spoken_of(facts)
    names = {fold_name(person.name) for person in facts.declaration.persons}
    return fold_name(read.name) in names


def _draft(facts: Facts, fact: Found, read: Key, rows: tuple[PersonRecord, ...]) -> Draft:
    told = registration(rows[0], facts.declaration) if rows else "本机户籍数据中没有"
    return Draft(
        code="HJ04",
        subject=read.name or (rows[0].name if rows else "") or fact.value.strip(),
        declared=NOT_DECLARED,
        registered=told if read.number else "没有身份号码，未能比对",
        records=rows,
        anchor=_anchor(fact),
    )


def _anchor(fact: Found) -> str:
    return f"found-{fact.id}"
