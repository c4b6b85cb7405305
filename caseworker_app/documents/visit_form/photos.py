"""附 现场照片: a contact sheet with captions and times."""

from caseworker_app.documents import pictures, words
from caseworker_app.documents.cell import SMALL, Cell, Content, Figure, Text, cell, remark
from caseworker_app.documents.table import Row, Section, Table, shares, statement
from caseworker_app.documents.visit_form.form import VisitForm
from caseworker_app.documents.wording import SectionWords
from caseworker_app.model.visit import Attachment

_COLUMNS = 3
_WIDTHS = shares(*[1] * _COLUMNS)
_HEIGHT = 102.0


def photos(form: VisitForm, w: SectionWords) -> Section | None:
    """Return the photos of the visit, or None when none were taken."""
    taken = [a for a in form.visit.attachments if a.role == "photo"]
    if not taken:
        return None
    if not form.photos:
        rows = (statement(f"{len(taken)}{w['elsewhere']}"),)
        return Section(w.number, w.name, (Table(rows),))
    cells = [_photo(form, photo, number, w) for number, photo in enumerate(taken)]
    cells += [cell(_WIDTHS[0])] * (-len(cells) % _COLUMNS)
    grid = zip(*(cells[column::_COLUMNS] for column in range(_COLUMNS)), strict=True)
    return Section(w.number, w.name, (Table(tuple(Row(three) for three in grid)),))


def _photo(form: VisitForm, photo: Attachment, number: int, w: SectionWords) -> Cell:
    wide = _WIDTHS[number % _COLUMNS]
    jpeg = form.photos.get(photo.sha)
    shown: Content = Text(w["missing"], size=SMALL, align="c")
    if jpeg is not None:
        pictures.size(jpeg, photo.caption)
        shown = Figure(jpeg, _HEIGHT)
    caption = f"{number + 1}. {photo.caption}" if photo.caption else f"{number + 1}."
    when = words.moment(photo.taken)
    return cell(wide, shown, Text(caption, size=8.5), *((remark(when),) if when else ()), top=True)
