"""What a file seems to be, before anybody says: which list, whose, as of which day."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from caseworker_app.intake.lists.field import Form
from caseworker_app.intake.lists.layout import lay_out, missing
from caseworker_app.intake.lists.mapping import Mapping
from caseworker_app.intake.lists.reading import day_in
from caseworker_app.intake.lists.tables import FORMS
from caseworker_app.intake.table.headings import fold
from caseworker_app.intake.table.process import Reader

_ROWS = 20
_LEAST = 2
_LACKING = 3
"""What a missing necessary column takes away; more than a column found by chance gives."""


@dataclass(frozen=True, slots=True)
class Survey:
    """A file opened and closed again."""

    path: Path
    size: int
    """Bytes."""
    sha256: str
    sheet: str
    also_fitting: tuple[str, ...]
    """Sheets whose headings fit as well; they are not read."""
    total: int
    """Rows of the sheet with all that stands above; 0 for text."""
    heading_row: int
    headings: tuple[str, ...]
    rows: tuple[tuple[int, tuple[str, ...]], ...]
    """The first rows as given, with their numbers."""
    as_of: date | None
    """The day a title above the headings gives."""


def survey(path: Path, today: date, mappings: Sequence[Mapping] = ()) -> Survey:
    """Return what stands in a file; raises UserError where it cannot be read.

    ``mappings`` are headings learned before, by which the row of headings is found too.
    """
    with Reader(path, _every_heading(mappings)) as reader:
        head = reader.head()
        rows = next(reader.batches(), [])[:_ROWS]
    return Survey(
        path=path,
        size=path.stat().st_size,
        sha256=reader.sha256,
        sheet=head.sheet,
        also_fitting=head.also_fitting,
        total=head.total,
        heading_row=head.row,
        headings=tuple(str(cell) for cell in head.head),
        rows=tuple((number, tuple(map(str, cells))) for number, cells in rows),
        as_of=day_in(head.above, today),
    )


def kind_of(headings: Sequence[str], kinds: Sequence[str]) -> str:
    """Return the kind of list these headings fit best, or empty where they fit none."""
    fits = {kind: _fit(FORMS[kind], headings) for kind in kinds}
    best = max(kinds, key=lambda kind: fits[kind])
    return best if fits[best] >= _LEAST else ""


def _every_heading(mappings: Sequence[Mapping]) -> frozenset[str]:
    known = {heading for form in FORMS.values() for heading in form.known()}
    learned = {fold(heading) for mapping in mappings for heading in mapping.columns}
    return frozenset(known | learned)


def _fit(form: Form, headings: Sequence[str]) -> int:
    layout = lay_out(form, headings, Mapping())
    return len(layout.columns) - _LACKING * len(missing(form, layout))
