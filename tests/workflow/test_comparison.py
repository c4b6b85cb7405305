from collections import Counter

from caseworker_app.demo.values import Township
from caseworker_app.demo.visiting import carry_out
from caseworker_app.store import freshness
from caseworker_app.workflow import comparison
from caseworker_app.workflow.dossier import open_household
from caseworker_app.workflow.workspace import Workspace


def test_that_every_hidden_difference_is_found_and_no_other(
    ws: Workspace, township: Township
) -> None:
    hidden = Counter(code for unit in township.households for code in unit.planted)

    assert comparison.compare_all(ws) == hidden
    for unit in township.households:
        found = open_household(ws, unit.household.id).discrepancies
        assert tuple(sorted(d.code for d in found)) == unit.planted


def test_that_progress_ends_with_every_household(ws: Workspace, township: Township) -> None:
    told: list[tuple[int, int]] = []

    comparison.compare_all(ws, lambda done, total: told.append((done, total)))

    assert told[-1] == (len(township.households), len(township.households))


def test_that_a_sealed_visit_keeps_what_it_was_based_on(ws: Workspace, township: Township) -> None:
    unit = next(u for u in township.households if "CL02" in u.planted)
    assert carry_out(ws, unit.household.id, township.staff[1], lambda *_: None).sealed
    before = open_household(ws, unit.household.id).discrepancies
    with ws.database.write() as connection:
        freshness.erase_slice(connection, unit.household.id)

    comparison.compare_all(ws)

    assert open_household(ws, unit.household.id).discrepancies == before
