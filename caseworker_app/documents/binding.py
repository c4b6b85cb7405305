"""A form from its parts to bytes: laid out, dressed, painted."""

from collections.abc import Iterable
from dataclasses import replace

from caseworker_app.documents.canvas import About, paint
from caseworker_app.documents.flow import Block, Flow
from caseworker_app.documents.fonts import within
from caseworker_app.documents.furniture import Furniture
from caseworker_app.documents.page import UPRIGHT, Format, Page


def bound(
    furniture: Furniture,
    blocks: Iterable[Block],
    about: About,
    format: Format = UPRIGHT,  # noqa: A002  # its name
) -> bytes:
    """Return the form as PDF; raises ``UserError`` naming a character no shipped typeface has."""
    return paint(laid(furniture, blocks, format), replace(about, day=furniture.issued))


def laid(
    furniture: Furniture,
    blocks: Iterable[Block],
    format: Format = UPRIGHT,  # noqa: A002  # its name
) -> list[Page]:
    """Return the pages of the form; raises as ``bound`` does."""
    flow = Flow(furniture.depth, format)
    for block in blocks:
        flow.add(block)
    with within("表头"):
        furniture.dress(flow.pages)
    return flow.pages
