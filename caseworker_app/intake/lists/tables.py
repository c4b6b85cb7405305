"""Every kind of list there is."""

from collections.abc import Mapping

from caseworker_app.intake.lists.estates import ESTATES
from caseworker_app.intake.lists.field import Dataset
from caseworker_app.intake.lists.households import HOUSEHOLDS, HouseholdJudge
from caseworker_app.intake.lists.judge import Judge
from caseworker_app.intake.lists.outcome import Record
from caseworker_app.intake.lists.persons import PERSONS
from caseworker_app.intake.lists.vehicles import VEHICLES

DATASETS: Mapping[str, Dataset[Record]] = {
    dataset.kind: dataset for dataset in (PERSONS, VEHICLES, ESTATES, HOUSEHOLDS)
}
KINDS = tuple(DATASETS)


def headings_of(kind: str) -> Mapping[str, str]:
    """Return official Chinese heading → field name of one kind; KeyError for no such kind."""
    return DATASETS[kind].headings()


def judge_of(dataset: Dataset[Record]) -> type[Judge]:
    return HouseholdJudge if dataset is HOUSEHOLDS else Judge
