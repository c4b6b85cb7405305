"""Every kind of list there is."""

from collections.abc import Mapping

from caseworker_app.intake.lists.departments import DEPARTMENTS
from caseworker_app.intake.lists.estates import ESTATES
from caseworker_app.intake.lists.field import Table
from caseworker_app.intake.lists.households import HOUSEHOLDS, HouseholdJudge
from caseworker_app.intake.lists.judge import Judge
from caseworker_app.intake.lists.outcome import Record
from caseworker_app.intake.lists.persons import PERSONS
from caseworker_app.intake.lists.vehicles import VEHICLES

_ALL: tuple[Table[Record], ...] = (PERSONS, VEHICLES, ESTATES, HOUSEHOLDS, *DEPARTMENTS)
TABLES: Mapping[str, Table[Record]] = {table.kind: table for table in _ALL}
KINDS = tuple(TABLES)


def headings_of(kind: str) -> Mapping[str, str]:
    """Return official Chinese heading → field name of one kind; KeyError for no such kind."""
    return TABLES[kind].headings()


def judge_of(table: Table[Record]) -> type[Judge]:
    return HouseholdJudge if table is HOUSEHOLDS else Judge
