"""A made-up household the funeral list says something of, and one whose data ran out."""

from dataclasses import replace
from datetime import date

from caseworker_app.model.codes import Dataset
from caseworker_app.model.departments import Funeral
from caseworker_app.model.register import RegisterSlice
from caseworker_app.model.source import Source
from caseworker_app.store.freshness import Lapse
from caseworker_app.workflow.dossier import Dossier
from tests.desktop.table import CLEAN, GRANNY, dossier

DEATH = "HJ01:r-m1"
DIED = date(2026, 9, 20)
_BURIED = Source("民政 殡葬", date(2026, 11, 21), "B9", date(2027, 2, 21))


def bereaved(records: RegisterSlice = CLEAN, died: date = DIED) -> Dossier:
    """Return the household whose head is dead by the funeral list."""
    funeral = Funeral("f1", _BURIED, GRANNY, died, "王桂兰")
    return dossier(replace(records, funerals=(funeral,)))


def lapsed(*datasets: Dataset) -> Dossier:
    """Return a household that lost some data on the last day of October."""
    lapses = tuple(Lapse(dataset, date(2026, 10, 31)) for dataset in datasets)
    kept = replace(
        CLEAN,
        persons=() if Dataset.PERSON in datasets else CLEAN.persons,
        estates=() if Dataset.ESTATE in datasets else CLEAN.estates,
    )
    return replace(dossier(kept), discrepancies=(), lapses=lapses)
