"""A form from its sections to bytes: laid out, dressed, painted."""

from collections.abc import Iterable

from caseworker_app.documents.canvas import About, paint
from caseworker_app.documents.flow import Flow
from caseworker_app.documents.furniture import Furniture
from caseworker_app.documents.table import Section


def bound(furniture: Furniture, sections: Iterable[Section], about: About) -> bytes:
    """Return the form as PDF; raises ``UserError`` naming a character no shipped typeface has."""
    flow = Flow(furniture.depth)
    for section in sections:
        flow.add(section)
    furniture.dress(flow.pages)
    return paint(flow.pages, about)
