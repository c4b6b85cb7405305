"""What changes in a pack on the days still ahead, value by value, in words."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from caseworker_app.model.codes import Residence
from caseworker_app.rules.policy.pack import Pack


class Change(NamedTuple):
    """One value that is another from a day on."""

    day: date
    residence: Residence | None
    """None where it changes alike in town and country."""
    what: str
    before: str
    """Empty where there was no such value."""
    after: str
    """Empty where there is none any more."""
    basis: str
    """Since when it holds and which paper says so."""


def changes_after(pack: Pack, day: date) -> tuple[Change, ...]:
    """Return every value that changes after a day, by day, in the order of the pack."""
    days = dict.fromkeys(since for since, _, _ in pack.changes if since > day)
    return tuple(change for since in days for change in _on(pack, since))


def _on(pack: Pack, day: date) -> Iterator[Change]:
    whose = [residence for since, residence, _ in pack.changes if since == day]
    found = [list(_steps(pack, day, residence)) for residence in whose]
    everywhere = [step for step in found[0] if all(step in others for others in found)]
    yield from (Change(day, None, *step) for step in everywhere)
    for residence, steps in zip(whose, found, strict=True):
        yield from (Change(day, residence, *step) for step in steps if step not in everywhere)


def _steps(
    pack: Pack, day: date, residence: Residence | None
) -> Iterator[tuple[str, str, str, str]]:
    new = pack.on(day, residence).parameters
    old = pack.on(date.fromordinal(day.toordinal() - 1), residence).parameters
    for path in dict.fromkeys((*old, *new)):
        before, after = old.get(path), new.get(path)
        told = after or before
        if told and (before and before.value) != (after and after.value):
            yield (
                told.label,
                before.value if before else "",
                after.value if after else "",
                after.basis if after else "",
            )
