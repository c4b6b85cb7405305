"""Papers colleagues issued for a household are known here, and do their steps."""

from dataclasses import replace
from datetime import date

from caseworker_app.model.paper import Paper, Void
from caseworker_app.model.visit import Investigator
from caseworker_app.store import copy as copies, paper as table
from caseworker_app.store.copy import Copy
from caseworker_app.wire.paper import RECORD, units_of, void_units
from caseworker_app.workflow import papers
from caseworker_app.workflow.papers import filing
from tests.workflow.papers.conftest import Sealed

COLLEAGUE = Investigator("p9", "陈敏", "云溪镇")


def _arrives(sealed: Sealed, *, void: bool = False, **other: object) -> Paper:
    """Let a colleague's notice come from the office; return it."""
    mine = sealed.issue("F06a")
    with sealed.ws.database.write() as connection:
        row = table.get(connection, mine.number)
        assert row is not None
        number = mine.number.replace("900001", "000007")
        made = replace(
            filing.said(row), id="r9", number=number, person=COLLEAGUE, day=date(2026, 11, 20)
        )
        theirs = replace(made, **other)  # type: ignore[arg-type]  # fields of a paper
        units = units_of(theirs)
        if void:
            units |= void_units(Void("2026-11-21T02:00:00.000+00:00", COLLEAGUE, "金额写错"))
        copies.put(connection, Copy("r9", RECORD, 1, 9, sealed.household, 1, units))
    papers.void(sealed.ws, mine.number, "同事已发")
    return theirs


def test_that_a_colleagues_paper_is_listed_and_does_its_step(stopped: Sealed) -> None:
    theirs = _arrives(stopped)

    found = papers.offered(stopped.ws, stopped.household, stopped.visit)

    (one,) = found.elsewhere
    assert (one.number, one.person, one.day) == (theirs.number, COLLEAGUE, date(2026, 11, 20))
    assert one.title == papers.issued(stopped.ws, stopped.household)[0].title
    asked = [(offer.form, offer.about) for offer in found.asked]
    assert asked[0] == ("F10", theirs.number)
    assert ("F06a", "") not in asked
    proof = stopped.begin("F10", theirs.number)
    assert proof.entries["paper_number"] == theirs.number
    assert proof.entries["paper_title"] == one.title


def test_that_a_void_one_is_told_and_does_nothing(stopped: Sealed) -> None:
    _arrives(stopped, void=True)

    found = papers.offered(stopped.ws, stopped.household, stopped.visit)

    assert found.elsewhere[0].void is not None
    assert found.asked[0].form == "F06a"


def test_that_one_of_another_household_or_that_says_something_else_is_not_shown(
    stopped: Sealed,
) -> None:
    theirs = _arrives(stopped)
    forged = {**units_of(theirs), "/entries/decision": "增发"}

    for owner, units in ((stopped.household, forged), ("h9", units_of(theirs))):
        with stopped.ws.database.write() as connection:
            copies.put(connection, Copy("r9", RECORD, 2, 10, owner, 1, units))
        assert papers.offered(stopped.ws, stopped.household, stopped.visit).elsewhere == ()


def test_that_ones_own_paper_is_not_a_colleagues(stopped: Sealed) -> None:
    mine = stopped.issue("F06a")
    with stopped.ws.database.write() as connection:
        row = table.get(connection, mine.number)
        assert row is not None
        assert row.record
        units = units_of(filing.said(row))
        copies.put(connection, Copy(row.record, RECORD, 1, 9, stopped.household, 1, units))

    assert papers.offered(stopped.ws, stopped.household, stopped.visit).elsewhere == ()
