"""Photos beside what they prove; what proves nothing in particular stands in the annex."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from caseworker_app.documents import pictures, words
from caseworker_app.documents.cell import SMALL, Cell, Content, Figure, Text, cell, remark
from caseworker_app.documents.table import Row, Section, Table, shares
from caseworker_app.documents.visit_form.form import VisitForm
from caseworker_app.documents.wording import SectionWords
from caseworker_app.model.visit import Attachment
from caseworker_app.rules.evidence import PHOTO, standing

_COLUMNS = 4
_HEIGHT = 78.0
_CAPTION = 8.0
_PLACES: Mapping[str, tuple[str, ...]] = {
    "基本情况": ("/household/",),
    "共同生活的家庭成员": ("/members/",),
    "收入核查": ("/incomes/",),
    "支出核查": ("/expenses/", "/rigid/"),
    "财产核查": ("/property/",),
    "实际生活状况": ("/living/",),
    "邻里访问": ("/neighbours/",),
}
"""Section → beginnings of the unit paths it speaks of."""


class Numbered(NamedTuple):
    """A photo and its number in this form."""

    number: int
    photo: Attachment


def numbered(form: VisitForm) -> tuple[Numbered, ...]:
    """Return the photos that stand, numbered through the whole form."""
    return tuple(Numbered(*one) for one in enumerate(standing(form.visit, PHOTO), 1))


def of_difference(form: VisitForm, discrepancy_id: str) -> tuple[Numbered, ...]:
    """Return what proves a difference; a photo that proves several stands by the first."""
    shown = form.visit.explanations
    first = {one: told.id for told in reversed(shown) for one in told.evidence}
    known = {found.id for found in form.discrepancies}
    return tuple(
        one
        for one in numbered(form)
        if discrepancy_id in known and first.get(one.photo.id, one.photo.bound_to) == discrepancy_id
    )


def elsewhere(form: VisitForm) -> tuple[Numbered, ...]:
    """Return the photos that belong to no section and to no difference."""
    placed = {n for found in form.discrepancies for n, _ in of_difference(form, found.id)}
    placed |= {n for name in _PLACES for n, _ in _of_section(form, name, placed)}
    return tuple(one for one in numbered(form) if one.number not in placed)


def illustrated(form: VisitForm, section: Section, w: SectionWords) -> Section:
    """Return a section with the photos of its fields at its end."""
    placed = {n for found in form.discrepancies for n, _ in of_difference(form, found.id)}
    rows = sheet(form, _of_section(form, section.name, placed), w)
    return replace(section, tables=(*section.tables, Table(rows))) if rows else section


def sheet(
    form: VisitForm,
    photos: Sequence[Numbered],
    w: SectionWords,
    columns: int = _COLUMNS,
    height: float = _HEIGHT,
) -> tuple[Row, ...]:
    """Return photos in rows; none where this copy is printed without them."""
    if not form.photos or not photos:
        return ()
    widths = shares(*[1] * columns)
    cells = [_cell(form, one, (widths[0], height), w) for one in photos]
    rest = -len(cells) % columns
    if rest:
        cells.append(cell(sum(widths[:rest])))
    starts = range(0, len(photos), columns)
    return tuple(Row(tuple(cells[start : start + columns])) for start in starts)


def _of_section(form: VisitForm, name: str, placed: set[int]) -> Sequence[Numbered]:
    begins = _PLACES.get(name, ())
    return tuple(
        one
        for one in numbered(form)
        if begins and one.photo.bound_to.startswith(begins) and one.number not in placed
    )


def _cell(form: VisitForm, one: Numbered, box: tuple[float, float], w: SectionWords) -> Cell:
    number, photo = one
    wide, high = box
    jpeg = form.photos.get(photo.sha)
    shown: Content = Text(w["missing"], size=SMALL, align="c")
    if jpeg is not None:
        pictures.size(jpeg, photo.caption)
        shown = Figure(jpeg, high, photo.turned or 0)
    caption = Text(f"{number}. {photo.caption}".rstrip(), size=_CAPTION)
    return cell(wide, shown, caption, *_remarks(photo, w), top=True)


def _remarks(photo: Attachment, w: SectionWords) -> Iterator[Text]:
    if photo.taken:
        yield remark(words.moment(photo.taken))
    if photo.origin and photo.origin.twin:
        yield remark(f"{w['twin']}{photo.origin.twin}")
