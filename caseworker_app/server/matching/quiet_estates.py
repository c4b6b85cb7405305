"""房产: rows that cannot raise anything, condition for condition beside ``rules.comparison``.

Rows with one unit number and one place are one house, whatever the rules make of the others; a
household with more than one house that stands is looked at.
"""

from collections.abc import Sequence

from sqlalchemy import (
    CTE,
    FromClause,
    Select,
    Text,
    and_,
    case,
    func,
    or_,
    select,
    union,
)

from caseworker_app.rules.comparison.houses import HISTORIC, NOT_OWNED, PUBLIC_RENTAL
from caseworker_app.server.matching.id_number import number_key
from caseworker_app.server.matching.quiet_persons import Measure
from caseworker_app.server.matching.sql import (
    Truth,
    Words,
    all_of,
    clean,
    contains,
    held,
    once,
    only,
    start,
    unless,
)
from caseworker_app.server.matching.tables import estate, member, told_estate

_LETTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_ADDRESS = tuple("省市区县镇乡村路街弄组号幢室")
"""A place with one of these is more than punctuation, so that equal texts are equal places."""


def holdings(kin: Sequence[Select[tuple[str, str]]]) -> CTE:
    """Return the rows of the members' houses, and those of dead right holders among their kin."""
    owned = member.join(estate, estate.c.owner_id_number == member.c.id_number)
    dead = select(*clean(estate.c)).where(estate.c.owner_died.is_not(None)).cte("dead")
    given = member.join(dead, number_key(dead.c.heir_id_number) == member.c.id_number)
    rows = [
        select(member.c.household_id, *clean(estate.c))
        .select_from(owned)
        .where(member.c.id_number != ""),
        select(member.c.household_id, *dead.c).select_from(given).where(member.c.id_number != ""),
    ]
    if kin:
        relative = union(*kin).subquery("kin")
        left = relative.join(dead, dead.c.owner_id_number == relative.c.number)
        rows.append(select(relative.c.household_id, *dead.c).select_from(left))
    return once(union(*rows), "holding")


def loud(rows: CTE, measure: Measure) -> tuple[Select[tuple[str]], ...]:
    """Return the households with a house, declared or registered, that may raise something."""
    return _loud_rows(rows), _many(rows, measure), _unregistered(rows)


def _loud_rows(rows: CTE) -> Select[tuple[str]]:
    told = (
        select(
            told_estate.c.household_id,
            func.sum(case((held(told_estate.c.claim) != "", 1), else_=0)).label("claims"),
        )
        .group_by(told_estate.c.household_id)
        .cte("told_house")
    )
    standing = _standing(rows)
    same = told_estate.alias("same_house")
    joined = (
        rows.outerjoin(told, told.c.household_id == rows.c.household_id)
        .outerjoin(same, (same.c.household_id == rows.c.household_id) & _meets(same, rows))
        .outerjoin(
            standing,
            (standing.c.household_id == rows.c.household_id) & (standing.c.house == _house(rows)),
        )
    )
    declared = all_of(same.c.id.is_not(None), told.c.claims == 0)
    quiet = or_(
        all_of(~_stands(rows), standing.c.house.is_not(None)),
        all_of(
            _stands(rows), _unmarked(rows), or_(_only_used(rows), all_of(declared, _home(rows)))
        ),
    )
    return select(rows.c.household_id).select_from(joined).where(unless(quiet))


def _many(rows: CTE, measure: Measure) -> Select[tuple[str]]:
    """FC02, FC15 and whatever depends on another house."""
    standing = _standing(rows)
    most = min(1, measure.limits.dwellings_max)
    return (
        select(standing.c.household_id)
        .group_by(standing.c.household_id)
        .having(func.count(standing.c.house) > most)
    )


def _standing(rows: CTE) -> FromClause:
    return (
        select(rows.c.household_id, _house(rows).label("house"))
        .where(_stands(rows))
        .distinct()
        .subquery()
    )


def _unregistered(rows: CTE) -> Select[tuple[str]]:
    """FC12: a homestead or house said to be in no register, unless it is the only one and is."""
    others = told_estate.alias("others")
    alone = (
        select(others.c.household_id)
        .group_by(others.c.household_id)
        .having(func.count() == 1)
        .subquery()
    )
    joined = told_estate.outerjoin(
        alone, alone.c.household_id == told_estate.c.household_id
    ).outerjoin(
        rows,
        and_(
            rows.c.household_id == told_estate.c.household_id,
            _meets(told_estate, rows),
            _stands(rows),
        ),
    )
    quiet = all_of(alone.c.household_id.is_not(None), rows.c.id.is_not(None))
    unsaid = or_(~held(told_estate.c.registered), held(told_estate.c.kind) == "homestead")
    return select(told_estate.c.household_id).select_from(joined).where(unsaid, unless(quiet))


def _house(row: FromClause) -> Words:
    return row.c.unit_number.concat("|").concat(row.c.location)


def _stands(row: FromClause) -> Truth:
    return all_of(row.c.state != HISTORIC, ~contains(row.c.registration, ("注销",)))


def _meets(told: FromClause, row: FromClause) -> Truth:
    """Tell that a declared house is the row's, by texts that are equal as they stand."""
    unit, said = row.c.unit_number, func.coalesce(told.c.unit_number, "", type_=Text)
    by_unit = all_of(unit != "", said == unit, only(unit, _LETTERS))
    place = all_of(told.c.location == row.c.location, contains(row.c.location, _ADDRESS))
    return or_(by_unit, all_of(said == "", place))


def _unmarked(row: CTE) -> Truth:
    """FC04, FC05, FC08, FC09, FC10, FC13, FC14."""
    return all_of(
        row.c.owner_died.is_(None),
        row.c.contract_filed.is_(None),
        row.c.right.not_in(("拆迁权益", "预告")),
        ~row.c.advance_notice,
        ~row.c.rented_out,
        ~row.c.divorce_division,
        ~row.c.mortgaged,
        ~row.c.seized,
    )


def _only_used(row: CTE) -> Truth:
    """Tell that the row gives no ownership: a tenancy, a right to live there."""
    return or_(row.c.right.in_(sorted(NOT_OWNED)), row.c.nature.in_(sorted(PUBLIC_RENTAL)))


def _home(row: CTE) -> Truth:
    """FC07."""
    return or_(row.c.use == "", start(row.c.use, 1) == "1")
