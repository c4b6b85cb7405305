"""The explanation in words for people: names instead of keys, citations instead of codes."""

import re
from dataclasses import dataclass

from caseworker_app.desktop.step import law
from caseworker_app.desktop.step.case import Case
from caseworker_app.desktop.step.places import source_of
from caseworker_app.desktop.tongue import joined
from caseworker_app.model.determination import Reason


@dataclass(frozen=True, slots=True)
class Ground:
    """One step of the explanation, with the steps it was made of."""

    label: str
    value: str
    formula: str
    articles: str
    source: str
    parts: tuple["Ground", ...]


def grounds(case: Case, reason: Reason) -> Ground:
    """Return the explanation of an answer, ready to be shown."""
    return Ground(
        label=plain(case, reason.label),
        value=reason.value,
        formula=plain(case, reason.formula),
        articles=law.articles(reason.articles),
        source=joined(source_of(reason.source), reason.basis),
        parts=tuple(grounds(case, part) for part in reason.parts),
    )


def plain(case: Case, text: str) -> str:
    """Return a text with keys of members replaced by names, a bare code by its citation."""
    visit = case.visit
    names = {member.id: member.name for member in visit.household.members}
    names |= {f.id: f.newcomer.name for f in visit.findings or () if f.newcomer}
    for known, name in names.items():
        if known in text:
            key = rf"(?<![A-Za-z0-9-]){re.escape(known)}(?![A-Za-z0-9-])"
            text = name.join(re.split(key, text))
    return law.article(text) or text
