"""From what a rule says to a discrepancy with a steady id, its source and its age."""

from collections.abc import Iterable

from caseworker_app.model.discrepancy import Discrepancy
from caseworker_app.rules.comparison.catalogue import KINDS
from caseworker_app.rules.comparison.facts import Draft, Facts

_ORDER = {code: place for place, code in enumerate(KINDS)}


def raise_all(drafts: Iterable[Draft], facts: Facts) -> tuple[Discrepancy, ...]:
    """Return the differences, gravest first, then by kind, which goes by register, and subject."""
    found = {item.id: item for item in (_raise(draft, facts) for draft in drafts)}
    return tuple(sorted(found.values(), key=_place))


def _raise(draft: Draft, facts: Facts) -> Discrepancy:
    kind = KINDS[draft.code]
    rows = draft.records
    sources = [row.source for row in rows]
    anchor = draft.anchor or rows[0].id
    return Discrepancy(
        id=f"{draft.code}:{anchor}".replace("/", "_"),
        code=draft.code,
        register=kind.register,
        level=draft.level or kind.level,
        subject=draft.subject,
        declared=draft.declared,
        registered=draft.registered,
        member_id=draft.member_id,
        record_ids=tuple(row.id for row in rows),
        source=min(sources, key=lambda source: (source.as_of, source.batch), default=None),
        stale=_is_stale(draft, facts),
    )


def _is_stale(draft: Draft, facts: Facts) -> bool:
    """Tell whether what the difference rests on is too old; a sum is as old as its oldest part."""
    register, shelf = KINDS[draft.code].register, facts.limits.shelf
    old = [shelf.is_stale(row.source, register, facts.day) for row in draft.records]
    return bool(old) and (all(old) if draft.each_proves else any(old))


def _place(item: Discrepancy) -> tuple[str, int, str, str]:
    return item.level.value, _ORDER[item.code], item.subject, item.id
