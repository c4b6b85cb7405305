"""What the comparison measures by, read from ``[registers]``.

A pack kept by its hash from before the other departments were compared says nothing of them: what
it lacks is taken as that day's national pack had it.
"""

from collections.abc import Mapping
from fractions import Fraction

from caseworker_app.model.codes import Register
from caseworker_app.model.values import Fen
from caseworker_app.rules.policy.pack import OtherRules, RegisterRules
from caseworker_app.rules.policy.table import Table

_SHELF = {Register.OTHER: 60}
_TOLERANCE = Fraction(1, 10)
_CONSUMPTION = Fraction(3, 5)
_PREMIUM: Fen = 20_000_00
_CASH_VALUE: Fen = 50_000_00
_EXCLUSIVE: Mapping[str, tuple[str, ...]] = {
    "特困": ("低保", "低边", "孤儿", "事实无人抚养"),
    "孤儿": ("事实无人抚养",),
}


def registers(table: Table) -> RegisterRules:
    """Return the rules of the comparison; faults are noted in the table."""
    shelf, departments = table.table("shelf_days"), table.table("shelf_days_by_department")
    successors = table.table("county_successors")
    read = RegisterRules(
        lookback_months=table.count("lookback_months", 1),
        use_months=table.count("use_months", 1),
        ordinary_displacement=table.count("ordinary_motorcycle_cm3_at_most"),
        shelf_days={r: shelf.count(r.value, 1, _SHELF.get(r)) for r in Register},
        shelf_days_by_department={
            name: departments.count(name, 1) for name in departments.every_key()
        },
        renumbered=frozenset(
            (old, new) for old in successors.every_key() for new in successors.codes(old)
        ),
        others=_others(table),
    )
    for part in (table, shelf, departments, successors):
        part.end()
    return read


def _others(table: Table) -> OtherRules:
    return OtherRules(
        active_months=table.count("contribution_active_months", 1, 3),
        tolerance=table.rate("income_tolerance", _TOLERANCE),
        premium=_money(table, "policy_premium_from", _PREMIUM),
        cash_value=_money(table, "policy_cash_value_from", _CASH_VALUE),
        consumption=table.number("consumption_share_of_means", _CONSUMPTION),
        admission_months=table.count("admission_months", 0, 3),
        failed_visits=table.count("failed_visits", 1, 2),
        access_months=table.count("failed_visits_within_months", 1, 6),
        clue_days=table.count("clue_days", 1, 15),
        reported_by=table.month("annual_report_by_end_of_month", 6),
        exclusive=_exclusive(table),
    )


def _money(table: Table, key: str, default: Fen) -> Fen:
    return table.money(key) if table.has(key) else default


def _exclusive(table: Table) -> frozenset[frozenset[str]]:
    """Return the pairs of benefits that may not be drawn together."""
    pairs: Mapping[str, tuple[str, ...]] = _EXCLUSIVE
    if table.has("exclusive_benefits"):
        inner = table.table("exclusive_benefits")
        pairs = {name: inner.codes(name) for name in inner.every_key()}
    return frozenset(frozenset({one, other}) for one, rest in pairs.items() for other in rest)
