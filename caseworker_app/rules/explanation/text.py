"""The explanation as plain Chinese for a printer or a terminal, and as parts for machines."""

from collections.abc import Iterator

from caseworker_app.model.determination import Reason
from caseworker_app.model.values import Json

_INDENT = "　"


def lines(reason: Reason, depth: int = 0) -> Iterator[str]:
    """Yield the explanation line by line, each step below what it serves."""
    said = "：".join(filter(None, (reason.label, reason.value)))
    grounds = "、".join(reason.articles)
    text = "；".join(filter(None, (said, reason.formula, grounds, reason.basis)))
    yield f"{_INDENT * depth}{text}"
    for part in reason.parts:
        yield from lines(part, depth + 1)


def document(reason: Reason) -> dict[str, Json]:
    """Return the explanation as JSON parts; what is empty is left out.

    ``source`` is a path of the visit (``/incomes/#i1``) or a key of the rule pack
    (``standards.dibao``), which then has ``basis``: since when, by which paper.
    """
    whole: dict[str, Json] = {
        "label": reason.label,
        "value": reason.value,
        "formula": reason.formula,
        "articles": list(reason.articles),
        "source": reason.source,
        "basis": reason.basis,
        "parts": [document(part) for part in reason.parts],
    }
    return {key: value for key, value in whole.items() if value}
