"""What concluding a difference does to the household: who died or came stands there at once."""

from dataclasses import replace

from caseworker_app.desktop.step.actions import Changes
from caseworker_app.desktop.step.case import Case
from caseworker_app.model.discrepancy import Discrepancy
from caseworker_app.rules.changes.apply import apply, in_the_way, of_difference, undo
from caseworker_app.rules.changes.confirmed import change_of
from caseworker_app.rules.findings import confirmed_by
from caseworker_app.workflow.household_change import written


def following(case: Case, difference: Discrepancy) -> Changes:
    """Return the units by which the household follows the conclusion a difference has now.

    Confirmed, its change is written down; not confirmed any more, it is taken back, unless a
    later change rests on it.
    """
    visit = case.visit
    stands = of_difference(visit, difference.id)
    confirmed = difference.id in confirmed_by(visit)
    if stands is not None:
        rests = in_the_way(visit, stands.id)
        return {} if confirmed or rests else written(visit, undo(visit, stands.id))
    found = change_of(visit, difference, case.actions.new_id()) if confirmed else None
    if found is None:
        return {}
    change, arrival = found
    by, at = case.actions.person.name, case.actions.now().isoformat(timespec="seconds")
    return written(visit, apply(visit, replace(change, by=by, at=at), arrival))
