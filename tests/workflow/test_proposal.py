"""事件提示: a death is known the day it comes, decided by a person, and undone until sealed."""

from dataclasses import replace
from datetime import timedelta

import pytest

from caseworker_app.demo.clock import DAY, DemoClock
from caseworker_app.demo.values import Township, TownshipHousehold
from caseworker_app.demo.visiting import carry_out
from caseworker_app.model.codes import Action, Dataset, DiscrepancyState
from caseworker_app.model.departments import Funeral
from caseworker_app.model.source import Source
from caseworker_app.model.visit import Visit
from caseworker_app.store import freshness, household as households
from caseworker_app.store.household import AssignedHousehold
from caseworker_app.store.imports import Origin
from caseworker_app.workflow import proposal, register_import, session, trail, visit, worklist
from caseworker_app.workflow.dossier import open_household
from caseworker_app.workflow.sorting import Portion, TakenRow
from caseworker_app.workflow.worklist import Mark, WorklistFilter
from caseworker_app.workflow.workspace import Workspace
from tests.workflow.conftest import PASSPHRASE

DIED = DAY - timedelta(days=2)
BURIED = Source("民政 殡葬", DAY - timedelta(days=1), "MZ", DAY + timedelta(days=89))
LIST = Origin("火化.xlsx", "cd" * 32, "民政 殡葬", Dataset.FUNERAL, BURIED.as_of, "")
PROPOSED = WorklistFilter(mark=Mark.PROPOSED)


@pytest.fixture
def unit(township: Township) -> TownshipHousehold:
    """A household of which nothing is proposed yet."""
    return next(unit for unit in township.households if not unit.planted)


@pytest.fixture
def bereaved(ws: Workspace, unit: TownshipHousehold) -> Visit:
    """The open visit of a household whose head the funeral list names."""
    assert take(ws, unit) == 1
    return visit.start(ws, unit.household.id, ())


def funeral(unit: TownshipHousehold) -> Funeral:
    head = unit.household.head
    return Funeral("f1", BURIED, head.id_number, DIED, head.name)


def take(ws: Workspace, unit: TownshipHousehold) -> int:
    """Import the funeral list; return of how many households something is proposed by it."""
    portion = Portion((TakenRow(2, funeral(unit)),))
    return register_import.take(ws, LIST, [portion]).proposed


def listed(ws: Workspace) -> set[str]:
    return {row.id for row in worklist.page(ws, worklist.find(ws, PROPOSED))}


def acts(ws: Workspace, subject: str) -> list[str]:
    said = (entry.act for entry in trail.entries(ws, subject))
    return [act for act in said if act.startswith("proposal.")]


def answer(ws: Workspace, begun: Visit, state: DiscrepancyState) -> None:
    """Let the death of the head stand so."""
    said = next(e.id for e in begun.explanations if e.id.startswith("HJ01:"))
    visit.record(ws, begun.id, {f"/explanations/#{said}/state": state.value})


def test_that_an_imported_death_is_proposed_and_listed_at_once(
    ws: Workspace, unit: TownshipHousehold
) -> None:
    home, (before,) = unit.household.id, worklist.counts(ws, [PROPOSED])
    assert home not in listed(ws)

    assert take(ws, unit) == 1

    assert home in listed(ws)
    assert worklist.counts(ws, [PROPOSED]) == (len(listed(ws)),) == (before + 1,)
    assert acts(ws, home) == ["proposal.raised"]
    dossier = open_household(ws, home)
    (found,) = dossier.proposals(DAY)
    assert found.died == DIED
    assert found.action in (Action.PART, Action.STOP_DEAD)
    assert dossier.proposals(DAY, ()) == (found,)


def test_that_an_undone_import_takes_its_proposal_along(
    ws: Workspace, unit: TownshipHousehold
) -> None:
    take(ws, unit)
    register_import.undo(ws, register_import.batches(ws)[0].n)

    assert unit.household.id not in listed(ws)
    assert open_household(ws, unit.household.id).proposals(DAY) == ()


def test_that_ruling_out_withdraws_and_taking_that_back_proposes_again(
    ws: Workspace, unit: TownshipHousehold, bereaved: Visit
) -> None:
    home = unit.household.id
    answer(ws, bereaved, DiscrepancyState.REFUTED)
    assert home not in listed(ws)
    assert open_household(ws, home).proposals(DAY) == ()

    answer(ws, bereaved, DiscrepancyState.OPEN)
    assert home in listed(ws)
    assert open_household(ws, home).proposals(DAY)

    answer(ws, bereaved, DiscrepancyState.CONFIRMED)
    assert home in listed(ws)
    assert acts(ws, bereaved.id) == [
        "proposal.confirmed",
        "proposal.reopened",
        "proposal.withdrawn",
    ]


def test_that_words_alone_decide_nothing(ws: Workspace, bereaved: Visit) -> None:
    answer(ws, bereaved, DiscrepancyState.EXPLAINED)

    assert acts(ws, bereaved.id) == []


def test_that_the_row_of_the_list_tells_what_is_proposed_and_where_it_stands(
    ws: Workspace, unit: TownshipHousehold, bereaved: Visit
) -> None:
    answer(ws, bereaved, DiscrepancyState.CONFIRMED)

    rows = worklist.page(ws, worklist.find(ws, PROPOSED))
    (said,) = next(row.proposed for row in rows if row.id == unit.household.id)
    assert said.difference.subject == unit.household.head.name
    assert said.state is DiscrepancyState.CONFIRMED
    everyone = worklist.page(ws, worklist.find(ws, WorklistFilter()))
    assert {row.id for row in everyone if row.proposed} == listed(ws)


def test_that_nothing_is_proposed_of_a_sealed_visit(ws: Workspace, township: Township) -> None:
    home = next(u.household.id for u in township.households if "HJ01" in u.planted)
    assert home in proposal.households(ws)

    done = carry_out(ws, home, township.staff[1], lambda *_: None)

    assert done.sealed
    assert home not in proposal.households(ws)


def test_that_unlocking_compares_what_was_left_and_lists_it(
    ws: Workspace, unit: TownshipHousehold
) -> None:
    home = unit.household.id
    records = replace(unit.records, funerals=(funeral(unit),))
    with ws.database.write() as connection:
        save = AssignedHousehold(unit.household, unit.declaration, records)
        households.save(connection, save)
        freshness.compare_later(connection, (home,))
    session.lock(ws)

    again = session.unlock(ws.folder, PASSPHRASE, DemoClock())

    assert home in listed(again)
    assert acts(again, home) == ["proposal.raised"]
    session.lock(again)
