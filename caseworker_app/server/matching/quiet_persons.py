"""户籍: rows that cannot raise anything, condition for condition beside ``rules.comparison``.

Every condition may be narrower than the rule's opposite, never wider.
"""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import CTE, ColumnElement, Date, Select, case, literal, or_, select, union_all

from caseworker_app.rules.comparison.facts import months_before
from caseworker_app.rules.comparison.limits import ComparisonLimits
from caseworker_app.server.matching.id_number import beyond_doubt, number_key
from caseworker_app.server.matching.sql import Truth, all_of, clean, held, once, start, unless
from caseworker_app.server.matching.tables import household, member, person

_MARRIED = "2"
_ASKED = (
    "name", "hukou_number", "region", "moved_to", "split_from", "split_on", "cancelled",
    "death", "marriage_state", "custody_kind", "service", "missing", "benefits", "staff_relative",
)  # fmt: skip
"""Columns the conditions ask for."""
_COUNTY = 6


@dataclass(frozen=True, slots=True)
class Measure:
    """What rows are measured against: the pack's limits on a day."""

    limits: ComparisonLimits
    day: date

    @property
    def today(self) -> ColumnElement[date]:
        return literal(self.day, Date)

    @property
    def back(self) -> ColumnElement[date]:
        """The first day looked back to."""
        return literal(months_before(self.day, self.limits.lookback_months), Date)


def seen(measure: Measure) -> CTE:
    """Return each member's rows: whether one is loud, the spouse, the booklet it was split from.

    A member without a row is loud: the number may be wrong.
    """
    row, spouse = _own(), member.alias("spouse")
    joined = (
        member.join(household, household.c.household_id == member.c.household_id)
        .outerjoin(row, row.c.number == member.c.id_number)
        .outerjoin(
            spouse,
            (spouse.c.household_id == member.c.household_id) & (spouse.c.id_number == row.c.spouse),
        )
    )
    quiet = all_of(
        beyond_doubt(member.c.id_number),
        row.c.number.is_not(None),
        row.c.name == held(member.c.name),
        _here(row, measure),
        _ordinary(row),
        _as_married(row, spouse.c.member_id),
    )
    split = unless(_not_split(row, measure))
    return once(
        select(
            member.c.household_id,
            unless(quiet).label("loud"),
            row.c.spouse,
            case((split, row.c.split_from), else_="").label("split_from"),
        ).select_from(joined),
        "seen",
    )


def _own() -> CTE:
    """Return the rows of all members' numbers, once for each number."""
    numbers = select(member.c.id_number).distinct().subquery("numbers")
    return once(
        select(
            person.c.id_number.label("number"),
            number_key(held(person.c.marriage_spouse_id_number)).label("spouse"),
            *clean(person.c[name] for name in _ASKED),
        ).select_from(numbers.join(person, person.c.id_number == numbers.c.id_number)),
        "own",
    )


def twice() -> Select[tuple[str]]:
    """Return the households that declared two members with one number (HJ09)."""
    other = member.alias("other")
    same = (other.c.household_id == member.c.household_id) & (
        other.c.id_number == member.c.id_number
    )
    joined = member.join(other, same)
    return select(member.c.household_id).select_from(joined).where(other.c.place != member.c.place)


def mates(measure: Measure, seen_rows: CTE) -> CTE:
    """Return who else is in the household's booklet or in one it was lately split from."""
    ours = select(household.c.household_id, household.c.hukou_number, literal(value=1).label("own"))
    old = select(seen_rows.c.household_id, seen_rows.c.split_from, literal(value=0)).where(
        seen_rows.c.split_from != ""
    )
    booklet = union_all(ours.where(held(household.c.hukou_number) != ""), old).cte("booklet")
    joined = booklet.join(person, person.c.hukou_number == booklet.c.hukou_number).outerjoin(
        member,
        (member.c.household_id == booklet.c.household_id)
        & (member.c.id_number == person.c.id_number),
    )
    return once(
        select(
            booklet.c.household_id,
            booklet.c.own,
            person.c.id_number,
            all_of(booklet.c.own == 1, unless(_left(measure))).label("loud"),
        )
        .select_from(joined)
        .where(member.c.household_id.is_(None), held(person.c.id_number) != ""),
        "mate",
    )


def _here(row: CTE, measure: Measure) -> Truth:
    """HJ01, HJ02, HJ03, HJ05: alive, registered where the household is, in its booklet."""
    jurisdiction = start(held(household.c.region), _COUNTY)
    county = start(row.c.region, _COUNTY)
    pairs = [f"{old}{new}" for old, new in sorted(measure.limits.renumbered)]
    own = held(member.c.hukou_number)
    return all_of(
        row.c.cancelled == "",
        row.c.death.is_(None),
        or_(row.c.moved_to == "", start(row.c.moved_to, _COUNTY) == jurisdiction),
        or_(
            county == "",
            county == jurisdiction,
            county.concat(jurisdiction).in_(pairs),
            all_of(row.c.hukou_number != "", row.c.hukou_number == own),
        ),
        or_(
            row.c.hukou_number == "",
            row.c.hukou_number == held(household.c.hukou_number),
            row.c.hukou_number == own,
        ),
        _not_split(row, measure),
    )


def _not_split(row: CTE, measure: Measure) -> Truth:
    outside = or_(row.c.split_on < measure.back, row.c.split_on > measure.today)
    return or_(row.c.split_from == "", row.c.split_on.is_(None), outside)


def _ordinary(row: CTE) -> Truth:
    """HJ10–HJ14: not held, serving, missing, paid elsewhere, nor kin of staff."""
    return all_of(
        row.c.custody_kind == "",
        row.c.service == "",
        row.c.missing == "",
        row.c.benefits == "",
        or_(row.c.staff_relative == "", held(household.c.near_relative_filed)),
    )


def _as_married(row: CTE, declared_spouse: ColumnElement[str]) -> Truth:
    """HJ06, HJ07: the state declared, and no spouse who was not declared."""
    state = start(row.c.marriage_state, 1)
    same = state == start(held(member.c.marital), 1)
    alone = or_(row.c.spouse == "", state != _MARRIED, declared_spouse.is_not(None))
    return or_(row.c.marriage_state == "", all_of(same, alone))


def _left(measure: Measure) -> Truth:
    """HJ04, HJ08: no longer in the booklet, or in one that is nobody's family."""
    return or_(
        held(person.c.hukou_kind) == "集体户",
        held(person.c.moved_to) != "",
        person.c.moved_out <= measure.today,
        held(person.c.cancelled) != "",
        person.c.death <= measure.today,
    )
