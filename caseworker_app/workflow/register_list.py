"""A department's list as it is opened: what it seems to be, what its columns mean."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from caseworker_app.intake import lists
from caseworker_app.intake.lists import layout as layouts, survey as surveys
from caseworker_app.intake.lists.field import AS_OF
from caseworker_app.intake.lists.survey import Survey
from caseworker_app.intake.table.cell import clean
from caseworker_app.model.codes import Dataset
from caseworker_app.workflow.list_file import kind_of
from caseworker_app.workflow.workspace import Workspace

DATASET: Mapping[str, Dataset] = {kind_of(dataset): dataset for dataset in Dataset}
"""Kind of list → what its rows are; what households declared is no department's answer."""

_EXAMPLES = 3


@dataclass(frozen=True, slots=True)
class ListKind:
    """A kind of list a department may send."""

    code: str
    title: str
    department: str
    """Who sends it as a rule."""


@dataclass(frozen=True, slots=True)
class ListField:
    """What a column may hold; identified by its official heading."""

    heading: str
    necessary: bool


@dataclass(frozen=True, slots=True)
class ListFile:
    """A file that was opened, and what it seems to be; everything may be put right."""

    found: Survey
    kind: str
    """Empty where the headings fit no kind of list."""
    as_of: date
    as_of_reason: str


@dataclass(frozen=True, slots=True)
class Order:
    """What the person says a file is."""

    path: Path
    sha256: str
    """Of the file as it was opened; another file of this name is refused."""
    kind: str
    department: str
    as_of: date
    columns: Mapping[str, str] = field(default_factory=dict)
    """Heading of the department → official heading, or empty for a column that is not used."""


@dataclass(frozen=True, slots=True)
class ListColumn:
    """One column of a file, what it is taken for (or empty), and what stands in it."""

    heading: str
    taken_for: str
    examples: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns of a file as understood."""

    columns: tuple[ListColumn, ...]
    missing: tuple[str, ...]
    """Necessary fields without a column: nothing can be taken in before they have one."""
    lacking: tuple[str, ...]
    """Other fields without a column."""

    @property
    def mapping(self) -> Mapping[str, str]:
        return {column.heading: column.taken_for for column in self.columns}


def kinds() -> tuple[ListKind, ...]:
    """Return every kind of list that can be taken in."""
    every = (lists.FORMS[kind] for kind in DATASET)
    return tuple(ListKind(one.kind, one.title, one.department) for one in every)


def fields_of(kind: str) -> tuple[ListField, ...]:
    """Return what the columns of a kind of list may hold."""
    return tuple(ListField(one.heading, one.necessary) for one in lists.FORMS[kind].fields)


def open_list(ws: Workspace, path: Path, learned: Sequence[Mapping[str, str]] = ()) -> ListFile:
    """Look into a file; raises UserError where it cannot be read.

    ``learned`` are the columns of earlier lists, by which headings are found that nobody knows.
    """
    today = ws.clock.today()
    found = surveys.survey(path, today, [lists.Mapping(columns) for columns in learned])
    kind = surveys.kind_of(found.headings, tuple(DATASET))
    if found.as_of:
        return ListFile(found, kind, found.as_of, "取自表头上方的文字")
    return ListFile(found, kind, today, "名单没有写明，先按今天，请核对")


def understand(file: ListFile, kind: str, columns: Mapping[str, str]) -> Columns:
    """Return what the columns mean for a kind of list; ``columns`` is what is known already."""
    form = lists.FORMS[kind]
    layout = layouts.lay_out(form, file.found.headings, lists.Mapping(columns))
    used = {column.index: column.field.heading for column in layout.columns}
    taken = set(used.values())
    return Columns(
        tuple(
            ListColumn(heading, used.get(index, ""), _examples(file.found, index))
            for index, heading in enumerate(layout.headings)
            if heading and heading not in layouts.OWN_HEADINGS
        ),
        tuple(one.heading for one in layouts.missing(form, layout)),
        tuple(
            one.heading
            for one in form.fields
            if not one.necessary and one.name != AS_OF and one.heading not in taken
        ),
    )


def _examples(found: Survey, index: int) -> tuple[str, ...]:
    cells = (clean(row[index])[0] for _, row in found.rows if index < len(row))
    return tuple(dict.fromkeys(cell for cell in cells if cell))[:_EXAMPLES]
