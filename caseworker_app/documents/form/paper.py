"""A described form from values to bytes."""

from caseworker_app.documents import qr
from caseworker_app.documents.binding import bound
from caseworker_app.documents.canvas import About
from caseworker_app.documents.form.filled import Filled
from caseworker_app.documents.form.layout import blocks
from caseworker_app.documents.furniture import Furniture
from caseworker_app.documents.page import LARGE, UPRIGHT


def render(filled: Filled) -> bytes:
    """Return the paper as PDF; the same values give the same bytes.

    Raises ``UserError`` naming a character no shipped typeface has, before anything is drawn.
    """
    form = filled.form
    about = About(" ".join(filter(None, (form.title, filled.number))), "", filled.digest)
    size = LARGE if filled.is_large else UPRIGHT
    return bound(_furniture(filled), blocks(filled), about, size)


def _furniture(filled: Filled) -> Furniture:
    form = filled.form
    return Furniture(
        title=form.title,
        number=filled.number or filled.wording("blank_number"),
        household_number="" if form.is_outward else filled.household_number,
        place=filled.place,
        issued=filled.day,
        basis=filled.wording("basis"),
        privacy=form.privacy,
        pack_name=filled.pack_name,
        pack_id="" if form.is_outward else filled.pack_id,
        pack_hash=filled.pack_hash,
        data_version="",
        digest=filled.digest or filled.wording("blank_digest"),
        code="" if filled.number else qr.empty(form.code, filled.subject, filled.about),
        is_practice=filled.is_practice,
        each_page=form.each_page,
    )
