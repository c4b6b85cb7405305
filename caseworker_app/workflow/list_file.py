"""Rows of a department's list as they are sorted, and the kind of list that holds a dataset."""

from caseworker_app.intake import lists
from caseworker_app.model.codes import Dataset
from caseworker_app.model.declaration import Declaration
from caseworker_app.workflow.sorting import Portion, RefusedRow, TakenRow

_THREE = {Dataset.PERSON: "persons", Dataset.VEHICLE: "vehicles", Dataset.ESTATE: "estates"}


def kind_of(dataset: Dataset) -> str:
    """Return the kind of list (``lists.KINDS``) that holds a dataset."""
    return _THREE.get(dataset, str(dataset))


def portion(batch: lists.Batch) -> Portion:
    """Return rows as they are sorted."""
    return Portion(
        tuple(
            TakenRow(one.rows[0], one.record)
            for one in batch.taken
            if not isinstance(one.record, Declaration)
        ),
        tuple(RefusedRow(one.row, one.reasons()) for one in batch.refused),
    )
