"""A draft is on the disk entry by entry, and taken up again where it was left."""

import pytest

from caseworker_app.demo.clock import DemoClock
from caseworker_app.errors import UserError
from caseworker_app.workflow import papers, session
from tests.workflow.conftest import PASSPHRASE
from tests.workflow.papers.conftest import Sealed


def test_that_what_was_written_is_there_after_opening_again(stopped: Sealed) -> None:
    draft = stopped.begin("F06a")
    papers.write(stopped.ws, draft.id, "contact", "胡龙")
    left = papers.write(stopped.ws, draft.id, "deadline", "2026-12-04")
    session.lock(stopped.ws)

    again = session.unlock(stopped.ws.folder, PASSPHRASE, DemoClock())

    assert papers.resume(again, draft.id) == left
    assert left.written == {"contact", "deadline"}
    wrong = {fault.entry for fault in left.faults}
    assert "telephone" in wrong
    assert not {"contact", "deadline"} & wrong
    session.lock(again)


def test_that_beginning_again_takes_up_the_same_draft(stopped: Sealed) -> None:
    draft = stopped.begin("F06a")

    assert stopped.begin("F06a").id == draft.id
    assert stopped.begin("F10").id != draft.id
    found = papers.offered(stopped.ws, stopped.household, stopped.visit)
    assert {one.form.code for one in found.drafts} == {"F06a", "F10"}
    assert next(o.draft for o in found.asked if o.form == "F06a") == draft.id


def test_that_two_papers_are_served_by_two_drafts(stopped: Sealed) -> None:
    notice = stopped.issue("F06a")

    about = stopped.begin("F10", notice.number)

    assert (about.about, about.visit) == (notice.number, stopped.visit)
    assert stopped.begin("F10").id != about.id
    assert stopped.begin("F10", notice.number).id == about.id


def test_that_a_proposal_may_be_emptied(stopped: Sealed) -> None:
    notice = stopped.issue("F06a")
    draft = stopped.begin("F10", notice.number)

    emptied = papers.write(stopped.ws, draft.id, "paper_title", None)

    assert "paper_title" not in emptied.entries
    assert "paper_title" in emptied.written
    assert any(fault.entry == "paper_title" for fault in emptied.faults)


def test_that_what_is_known_cannot_be_written(stopped: Sealed) -> None:
    draft = stopped.begin("F06a")

    for entry in ("monthly", "facts", "nonsense"):
        with pytest.raises(ValueError, match=entry):
            papers.write(stopped.ws, draft.id, entry, 1)


def test_that_a_value_that_cannot_be_is_kept_and_told(stopped: Sealed) -> None:
    draft = stopped.begin("F06a")

    told = papers.write(stopped.ws, draft.id, "deadline", "十二月四日")

    assert told.entries["deadline"] == "十二月四日"
    assert "“陈述意见截止日”应是日期，如2026年12月1日，请改正。" in [f.text for f in told.faults]
    assert papers.preview(stopped.ws, draft.id).startswith(b"%PDF")


def test_that_a_dropped_draft_is_gone_for_good(stopped: Sealed) -> None:
    draft = stopped.begin("F06a")
    papers.write(stopped.ws, draft.id, "telephone", "88560001")

    papers.drop(stopped.ws, draft.id)

    with pytest.raises(UserError, match="没有这份草稿"):
        papers.resume(stopped.ws, draft.id)
    assert "telephone" not in stopped.begin("F06a").entries


def test_that_the_large_edition_is_remembered(stopped: Sealed) -> None:
    draft = stopped.begin("F06a")

    assert papers.enlarge(stopped.ws, draft.id, is_large=True).is_large
    assert papers.resume(stopped.ws, draft.id).is_large
    assert not papers.enlarge(stopped.ws, draft.id, is_large=False).is_large
