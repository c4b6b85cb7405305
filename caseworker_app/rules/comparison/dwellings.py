"""房产, what the homes make together: their number, a tenancy beside them (FC02, FC12, FC15)."""

from fractions import Fraction

from caseworker_app.model.codes import Level
from caseworker_app.model.declaration import DeclaredEstate
from caseworker_app.model.register import EstateRecord
from caseworker_app.model.values import square_metres
from caseworker_app.rules.comparison.estate_words import house_draft
from caseworker_app.rules.comparison.facts import Draft, Facts
from caseworker_app.rules.comparison.houses import Estates, House
from caseworker_app.rules.comparison.words import declared_estate


def too_many(
    facts: Facts, own: tuple[House, ...], standing: tuple[DeclaredEstate, ...]
) -> tuple[Draft, ...]:
    """Return FC02; blue where the floor area a head is within the limit, as the rule allows."""
    number = len(own) + len(standing)
    if number <= facts.limits.dwellings_max:
        return ()
    area = _area_per_head(facts, own, standing)
    limit = facts.limits.area_per_capita
    allowed = limit is not None and area <= limit and number == facts.limits.dwellings_max + 1
    rows: tuple[EstateRecord, ...] = tuple(row for house in own for row in house.rows)
    head = facts.declaration.head
    return (
        Draft(
            code="FC02",
            subject="住房合计",
            declared=f"申报 {len(facts.declaration.estates)} 处",
            registered=f"{number} 套住房，人均 {square_metres(int(area))} 平方米",
            records=rows,
            member_id=head,
            level=Level.BLUE if allowed else None,
            anchor=head,
        ),
    )


def _area_per_head(
    facts: Facts, own: tuple[House, ...], standing: tuple[DeclaredEstate, ...]
) -> Fraction:
    """Return the household's floor area a counted person, in hundredths of a square metre."""
    total = sum((house.row.area * house.share for house in own), Fraction(0))
    total += sum((told.area * told.share for told in standing), Fraction(0))
    return total / max(1, len(facts.counted()))


def rental_beside(held: Estates, own: tuple[House, ...]) -> tuple[Draft, ...]:
    if not own and not any(True for _ in held.standing()):
        return ()
    rented = (h for h in held.houses if h.is_public_rental and not h.is_historic)
    return tuple(house_draft(house, "FC15") for house in rented)


def unregistered(told: DeclaredEstate) -> Draft:
    return Draft(
        code="FC12",
        subject=told.location,
        declared=declared_estate(told),
        registered="登记簿无记录",
        member_id=told.owner,
        anchor=told.id,
    )
