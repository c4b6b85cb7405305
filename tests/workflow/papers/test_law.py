"""Papers do the steps of the law, and none is issued before the steps that go before it."""

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime

import pytest

from caseworker_app.demo.values import Township
from caseworker_app.errors import RefusedError
from caseworker_app.model.values import CHINA
from caseworker_app.rules.procedure.way import State
from caseworker_app.workflow import papers
from caseworker_app.workflow.papers import Offered
from caseworker_app.workflow.workspace import SystemClock, Workspace
from tests.workflow.papers.conftest import Sealed


@dataclass(frozen=True)
class _Clock(SystemClock):
    day: date

    def now(self) -> datetime:
        noon = datetime(self.day.year, self.day.month, self.day.day, 12, tzinfo=CHINA)
        return noon.astimezone(UTC)


def on(sealed: Sealed, day: date) -> Sealed:
    return replace(sealed, ws=replace(sealed.ws, clock=_Clock(day)))


def offered(sealed: Sealed) -> Offered:
    return papers.offered(sealed.ws, sealed.household, sealed.visit)


def asked(sealed: Sealed) -> list[tuple[str, str]]:
    return [(offer.form, offer.about) for offer in offered(sealed).asked]


def state(sealed: Sealed, code: str) -> State:
    return next(step.state for step in offered(sealed).way if step.code == code)


def test_that_a_stop_begins_with_the_advance_notice(stopped: Sealed) -> None:
    first = offered(stopped).asked[0]

    assert (first.form, first.step, first.article) == ("F06a", "advance_notice", "SAL-48")
    assert first.blocked == ""
    assert state(stopped, "advance_notice") is State.NEXT
    assert {"F06a", "F10"} <= {o.form for o in (*offered(stopped).asked, *offered(stopped).others)}


def test_that_a_notice_is_given_by_its_service(stopped: Sealed) -> None:
    notice = stopped.issue("F06a")

    assert asked(stopped)[0] == ("F10", notice.number)
    assert ("F06a", "") not in asked(stopped)
    assert "F10" in [offer.form for offer in offered(stopped).others]  # of a paper issued elsewhere
    assert state(stopped, "advance_notice") is State.NEXT

    with pytest.raises(RefusedError, match="收到时间，或者拒收事由"):
        stopped.issue("F10", notice.number, way=["直接送达"])
    stopped.issue("F10", received="2026年11月23日上午10时")
    assert state(stopped, "advance_notice") is State.NEXT  # it names another paper


def test_that_a_proof_of_service_knows_the_paper_it_is_about(stopped: Sealed) -> None:
    notice = stopped.issue("F06a")

    draft = stopped.begin("F10", notice.number)
    assert draft.entries["paper_number"] == notice.number
    assert draft.entries["paper_title"] == notice.title
    stopped.issue("F10", notice.number, received="2026年11月23日上午10时")

    assert state(stopped, "advance_notice") is State.DONE
    assert ("F10", notice.number) not in asked(stopped)


@pytest.mark.usefixtures("decision_forms")
def test_that_a_stop_is_not_told_before_the_hearing(stopped: Sealed) -> None:
    offer = next(o for o in offered(stopped).asked if o.form == "F06")
    assert "社会救助法" in offer.blocked
    assert "第四十八条" in offer.blocked
    draft = stopped.begin("F06")
    assert {f.article for f in draft.faults if not f.entry} == {"SAL-48"}

    with pytest.raises(RefusedError, match=r"拟减发、停发事先告知书送达.*第四十八条"):
        stopped.issue("F06")
    notice = stopped.issue("F06a")
    stopped.issue("F10", notice.number, received="2026年11月23日上午10时")
    with pytest.raises(RefusedError, match=r"尚缺“听取陈述申辩.*第四十八条"):
        stopped.issue("F06")
    stopped.issue("F06b")

    decision = stopped.issue("F06")
    assert state(stopped, "written_with_reasons") is State.DONE
    assert asked(stopped)[0] == ("F10", decision.number)
    assert state(stopped, "served") is State.OPEN
    stopped.issue("F10", decision.number, refusal="当事人拒收，留置送达")
    assert state(stopped, "served") is State.DONE


@pytest.mark.usefixtures("decision_forms")
def test_that_who_says_nothing_by_the_deadline_was_heard(stopped: Sealed) -> None:
    notice = stopped.issue("F06a", deadline="2026-12-04")
    stopped.issue("F10", notice.number, received="2026年11月23日上午10时")

    with pytest.raises(RefusedError, match="听取陈述申辩"):
        on(stopped, date(2026, 12, 4)).issue("F06")

    assert on(stopped, date(2026, 12, 5)).issue("F06").form == "F06"


@pytest.mark.usefixtures("decision_forms")
def test_that_a_void_notice_was_never_given(stopped: Sealed) -> None:
    notice = stopped.issue("F06a")
    stopped.issue("F10", notice.number, received="2026年11月23日上午10时")
    stopped.issue("F06b")
    papers.void(stopped.ws, notice.number, "金额写错")

    assert state(stopped, "advance_notice") is State.NEXT
    assert ("F06a", "") in asked(stopped)
    with pytest.raises(RefusedError, match="拟减发、停发事先告知书送达"):
        stopped.issue("F06")


def test_that_only_a_paper_of_the_household_that_stands_is_served(
    stopped: Sealed, township: Township
) -> None:
    notice = stopped.issue("F06a")
    other = next(u for u in township.households if u.household.id != stopped.household)
    elsewhere = papers.begin(stopped.ws, "F10", other.household.id)
    papers.write(stopped.ws, elsewhere.id, "paper_number", notice.number)
    assert any("另一户" in f.text for f in papers.resume(stopped.ws, elsewhere.id).faults)

    draft = stopped.begin("F10", notice.number)
    papers.void(stopped.ws, notice.number, "金额写错")
    assert any("已作废" in f.text for f in papers.resume(stopped.ws, draft.id).faults)


def test_that_a_household_alone_is_offered_what_needs_no_visit(
    ws: Workspace, township: Township
) -> None:
    found = papers.offered(ws, township.households[0].household.id)

    assert (found.asked, found.way, found.issued) == ((), (), ())
    assert {o.form for o in found.others if not o.blocked} >= {"F10"}
