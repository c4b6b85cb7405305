"""What the nation fixes, read from the tables a region's pack may leave to the national one."""

from caseworker_app.rules.policy.national import Limit, NationalRules, TekunRules, TimeLimits, Unit
from caseworker_app.rules.policy.table import Table

TABLES = ("instruments", "national", "time_limits", "registers")
"""Tables that are taken from the national pack, key by key, where a region says nothing."""

CATEGORIES = {
    name: index
    for index, name in enumerate(
        ("visual", "hearing", "speech", "physical", "intellectual", "psychiatric", "multiple"), 1
    )
}
"""GB/T 26341 by name."""

STEPS = {
    Unit.WORKING_DAYS: (
        "start_investigation", "start_check", "county", "county_regional",
        "township_regional", "refusal_notice",
        "whole", "whole_delegated", "whole_special", "tekun_township", "tekun_county",
        "tekun_reassessment", "rigid", "rigid_special", "statement", "supplement_notice",
    ),
    Unit.CALENDAR_DAYS: (
        "publicity", "tekun_end_publicity", "complaint", "reconsideration", "fine_hearing",
        "public_service", "lawsuit_after_reconsideration",
    ),
    Unit.MONTHS: ("recheck_yearly", "recheck_half_yearly", "report_change", "lawsuit"),
}  # fmt: skip
"""Steps a time limit is set for, by how it is counted."""

_LOCAL = frozenset(
    {"county_regional", "township_regional", "complaint", "supplement_notice",
     "lawsuit_after_reconsideration"}
)  # fmt: skip
"""Limits a pack may do without; the others every pack has."""


def national(root: Table) -> NationalRules:
    """Return the nation's rules; faults are noted in the table."""
    table, instruments = root.table("national"), root.table("instruments")
    read = NationalRules(
        instruments={code: instruments.day(code) for code in instruments.every_key()},
        majority=table.count("majority", 1),
        refusals=table.count("job_refusals", 1),
        death_months=table.count("death_finish_within_months", 1),
        fine_multiple=table.count("fraud_fine_multiple_at_most"),
        tekun=_tekun(table.table("tekun")),
    )
    table.end()
    return read


def time_limits(root: Table) -> TimeLimits:
    """Return every time limit; those of ``_LOCAL`` only where the pack has one."""
    table = root.table("time_limits")
    limits: dict[str, Limit] = {}
    for unit, steps in STEPS.items():
        inner = table.table(unit.value)
        for step in steps:
            if step not in _LOCAL or inner.has(step):
                limits[step] = Limit(inner.count(step, 1), unit)
        inner.end()
    read = TimeLimits(limits, table.rate("yellow_share_left"))
    table.end()
    return read


def disability_categories(table: Table) -> list[str]:
    """Return the keys of a table that are disability categories; other keys are noted as faults."""
    for name in table.every_key():
        if name not in CATEGORIES:
            table.fault(name, f"残疾类别：{'、'.join(CATEGORIES)}")
    return [name for name in table.every_key() if name in CATEGORIES]


def _tekun(table: Table) -> TekunRules:
    disabled = table.table("no_labour_disability")
    known = disability_categories(disabled)
    read = TekunRules(
        old_from=table.count("old_from", 1),
        young_below=table.count("young_below", 1),
        until=table.count("supported_until", 1),
        no_labour={CATEGORIES[name]: disabled.count(name, 1) for name in known},
        schooling=frozenset(table.codes("schooling_beyond")),
        partial_from=table.count("care_partial_from", 1),
        full_from=table.count("care_full_from", 1),
        excluded_types=frozenset(table.codes("excluded_types")),
    )
    table.end()
    return read
