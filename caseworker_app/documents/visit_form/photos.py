"""附 现场照片: what belongs to no section, and what was withdrawn."""

from collections.abc import Iterator

from caseworker_app.documents.table import Row, Section, Table, statement
from caseworker_app.documents.visit_form.form import VisitForm
from caseworker_app.documents.visit_form.pictured import elsewhere, numbered, sheet
from caseworker_app.documents.wording import SectionWords
from caseworker_app.rules.evidence import AUDIO, PHOTO

_COLUMNS = 3
_HEIGHT, _HEIGHT_LARGE = 102.0, 80.0
"""The lower one lets two rows stand on a sheet laid across, where it is drawn as 113."""


def photos(form: VisitForm, w: SectionWords) -> Section | None:
    """Return the other photos of the visit, or None when there is nothing to say."""
    taken = numbered(form)
    if taken and not form.photos:
        shown: tuple[Row, ...] = (statement(f"{len(taken)}{w['elsewhere']}"),)
    else:
        height = _HEIGHT_LARGE if form.is_large else _HEIGHT
        shown = sheet(form, elsewhere(form), w, _COLUMNS, height)
    rows = (*shown, *_withdrawn(form, w))
    return Section(w.number, w.name, (Table(rows),)) if rows else None


def _withdrawn(form: VisitForm, w: SectionWords) -> Iterator[Row]:
    """Yield why evidence was taken out: it is kept, and the paper says so."""
    words = {PHOTO: w["photo"], AUDIO: w["audio"]}
    for gone in form.visit.attachments:
        if gone.withdrawn and gone.role in words:
            caption = gone.caption or w["unnamed"]
            why = f"{w['withdrawn']}{words[gone.role]}“{caption}”：{gone.withdrawn.reason}"
            yield statement(why)
