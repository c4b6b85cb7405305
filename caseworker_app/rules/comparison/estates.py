"""房产: what the land register, contract filing and public rental hold (FC01–FC16)."""

from caseworker_app.rules.comparison.dwellings import rental_beside, too_many, unregistered
from caseworker_app.rules.comparison.estate_rules import further, is_own_dwelling, kind_of
from caseworker_app.rules.comparison.estate_words import house_draft
from caseworker_app.rules.comparison.facts import Draft, Facts
from caseworker_app.rules.comparison.houses import estates


def differences(facts: Facts) -> tuple[Draft, ...]:
    """Return for each house its one kind and its own facts, then what all houses make together."""
    held = estates(facts)
    judged = tuple((house, kind_of(house, held)) for house in held.houses)
    own = tuple(house for house, kind in judged if is_own_dwelling(house, kind))
    return (
        *(
            house_draft(house, rule.code, rule.level)
            for house, kind in judged
            for rule in ((kind,) if kind else ()) + further(house, kind, held)
        ),
        *too_many(facts, own, tuple(held.standing())),
        *rental_beside(held, own),
        *(unregistered(told) for told in held.unregistered),
    )
