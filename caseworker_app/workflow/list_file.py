"""导入名单文件: from a file of a department to the households on this laptop."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from caseworker_app.intake import lists
from caseworker_app.model.codes import Dataset
from caseworker_app.model.declaration import Declaration
from caseworker_app.store.imports import Counts, Origin
from caseworker_app.workflow import register_import
from caseworker_app.workflow.register_import import Imported
from caseworker_app.workflow.sorting import Portion, RefusedRow, TakenRow
from caseworker_app.workflow.workspace import Workspace

_THREE = {Dataset.PERSON: "persons", Dataset.VEHICLE: "vehicles", Dataset.ESTATE: "estates"}


@dataclass(frozen=True, slots=True)
class ListFile:
    """A file as the person chose it: what it holds, whose it is, of which day."""

    path: Path
    dataset: Dataset
    department: str = ""
    """Empty for the department that keeps this register."""
    as_of: date | None = None
    """None for the day the list itself gives, else today."""
    mapping: str = ""
    """Text of a mapping; empty for the one learned for this department, if any."""


def take(
    ws: Workspace,
    wanted: ListFile,
    progress: Callable[[Counts], None] | None = None,
    *,
    anew: bool = False,
) -> Imported:
    """Take a file in as ``register_import.take`` does, and learn how its headings are read.

    Raises UserError where the file cannot be read, and ``lists.UnrecognisedError`` with a
    mapping to fill in where its headings are not understood.
    """
    kind = kind_of(wanted.dataset)
    department = wanted.department or lists.FORMS[kind].department
    text = wanted.mapping or register_import.headings(ws, department, wanted.dataset)
    mapping = lists.Mapping.from_text(text) if text else None
    sender = lists.Sender(ws.clock.today(), department, wanted.as_of, keep_doubtful=True)
    with lists.Reading(wanted.path, kind, sender, mapping) as reading:
        learned = reading.layout.mapping(kind).to_text()
        report, as_of = reading.report, reading.source.as_of
        origin = Origin(report.file, report.sha256, department, wanted.dataset, as_of, learned)
        done = register_import.take(ws, origin, map(portion, reading), progress, anew=anew)
    register_import.learn(ws, department, wanted.dataset, learned)
    return done


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
