"""One notice for the households of a village: one paper, which is each household's."""

from collections import Counter
from dataclasses import dataclass, replace

import pypdfium2
import pytest

from caseworker_app.demo.values import Township
from caseworker_app.demo.visiting import carry_out
from caseworker_app.errors import RefusedError, UserError
from caseworker_app.model.determination import Determination
from caseworker_app.model.visit import Visit
from caseworker_app.rules.policy.pack import Pack
from caseworker_app.rules.procedure.way import Facts
from caseworker_app.store import paper as table
from caseworker_app.workflow import outgoing, papers, printing, procedure, trail
from caseworker_app.workflow.papers import Draft, Issued
from caseworker_app.workflow.workspace import Workspace
from tests.workflow.papers.conftest import missing

OPINION, DECISION = papers.acts()


@dataclass(frozen=True)
class Village:
    ws: Workspace
    name: str
    homes: tuple[tuple[str, str], ...]
    """Households with their sealed visits."""
    elsewhere: tuple[str, str]

    def due(self, act: str = OPINION) -> tuple[papers.Due, ...]:
        return papers.due(self.ws, self.name, act)

    def post(self, act: str = OPINION) -> Draft:
        return papers.post(self.ws, act, self.homes)

    def issue(self, act: str = OPINION) -> Issued:
        draft = self.post(act)
        for name, value in missing(draft).items():
            papers.write(self.ws, draft.id, name, value)
        return papers.issue(self.ws, draft.id)


@pytest.fixture
def village(ws: Workspace, township: Township) -> Village:
    """Return three households of one village and one of another, each with a sealed visit."""
    plain = [unit.household for unit in township.households if not unit.planted]
    (name, _), *_ = Counter(home.village for home in plain).most_common()
    chosen = [home for home in plain if home.village == name][:3]
    chosen.append(next(home for home in plain if home.village != name))
    done = [carry_out(ws, home.id, township.staff[1], lambda *_: None) for home in chosen]
    assert all(one.sealed for one in done)
    *homes, other = [(h.id, one.visit_id) for h, one in zip(chosen, done, strict=True)]
    return Village(ws, name, tuple(homes), other)


def _text(pdf: bytes) -> str:
    with pypdfium2.PdfDocument(pdf) as document:
        pages = [page.get_textpage().get_text_range() for page in document]
    return "".join("".join(pages).split())


def _posting_locally(monkeypatch: pytest.MonkeyPatch) -> None:
    known = procedure.facts_of

    def local(visit: Visit, answer: Determination, pack: Pack) -> Facts:
        facts = known(visit, answer, pack)
        return replace(facts, posts_locally=True, tekun=True)

    monkeypatch.setattr(procedure, "facts_of", local)


def test_that_the_households_of_a_village_are_offered_as_the_notice_shows_them(
    village: Village, township: Township
) -> None:
    homes = {unit.household.id: unit.household for unit in township.households}

    assert set(papers.villages(village.ws)) >= {village.name, homes[village.elsewhere[0]].village}
    found = village.due()
    assert {(one.household, one.visit) for one in found} == set(village.homes)
    for one in found:
        home = homes[one.household]
        assert one.name in {member.name for member in home.members}
        assert (one.number, one.people) == (home.number, len(home.members))
        assert not one.required  # nothing of it changes


def test_that_one_paper_is_every_households(village: Village, township: Township) -> None:
    issued = village.issue()

    assert issued.number.endswith("-900001")
    text = _text(papers.pdf(village.ws, issued.number))
    homes = {unit.household.id: unit.household for unit in township.households}
    for home_id, visit in village.homes:
        (mine,) = [p for p in papers.issued(village.ws, home_id, visit) if p.form == "F13"]
        assert mine.number == issued.number
        assert (mine.household, mine.visit) == (home_id, visit)
        assert mine.head == homes[home_id].head.name
        home = homes[home_id]
        private = (
            home.number,
            home.phone,
            home.living_address,
            *(m.id_number for m in home.members),
        )
        assert not [one for one in private if one and one in text]
        way = {s.code: s.state.name for s in papers.offered(village.ws, home_id, visit).way}
        assert way["opinion_posted"] == "DONE"
    assert all(p.form != "F13" for p in papers.issued(village.ws, village.elsewhere[0]))
    rows = papers.read(village.ws, issued.number).entries["households"]
    assert isinstance(rows, list)
    assert len(rows) == len(village.homes)
    assert trail.verify(village.ws).altered == ()
    assert [p.number for p in outgoing.parcels(village.ws)].count(issued.number) == 1


def test_that_who_is_on_a_notice_is_not_proposed_again_until_it_is_void(village: Village) -> None:
    issued = village.issue()
    assert village.due() == ()
    assert papers.due(village.ws, village.name, DECISION) == ()  # it hangs for seven days yet

    voided = papers.void(village.ws, issued.number, "金额写错")

    assert voided.paper.void is not None
    assert len(village.due()) == len(village.homes)
    for home_id, visit in village.homes:
        (mine,) = [p for p in papers.issued(village.ws, home_id, visit) if p.form == "F13"]
        assert mine.void is not None
    again = village.issue()
    assert again.number != issued.number


def test_that_the_notice_is_printed_again_from_any_household(village: Village) -> None:
    issued = village.issue()
    home, _ = village.homes[2]
    (paper,) = [p for p in printing.of_household(village.ws, home) if p.form == "F13"]

    printing.copies(village.ws, paper, 2)
    with pytest.raises(RefusedError, match="重印的原因"):
        printing.copies(village.ws, paper, 1)
    printing.copies(village.ws, paper, 1, "被雨淋湿")

    (mine, *_) = papers.issued(village.ws, village.homes[0][0])
    assert (mine.number, mine.copies) == (issued.number, 3)


def test_that_an_opinion_hangs_for_seven_days_at_least(village: Village) -> None:
    draft = village.post()
    until = draft.entries["publicity_until"]
    assert (draft.entries["act"], draft.entries["publicity_from"]) == ([OPINION], "2026-11-23")
    assert until == "2026-11-30"

    short = papers.write(village.ws, draft.id, "publicity_until", "2026-11-29")

    assert any("不得少于七日" in fault.text for fault in short.faults)
    decided = papers.write(village.ws, draft.id, "act", [DECISION])
    assert not any("不得少于七日" in fault.text for fault in decided.faults)


def test_that_the_draft_is_found_from_every_household_and_taken_up_again(village: Village) -> None:
    draft = village.post()

    for home, visit in village.homes:
        offered = papers.offered(village.ws, home, visit)
        assert [one.id for one in offered.drafts] == [draft.id]
        assert papers.begin(village.ws, "F13", home, visit).id == draft.id
    fewer = papers.post(village.ws, OPINION, village.homes[:2])
    assert fewer.id == draft.id
    rows = fewer.entries["households"]
    assert isinstance(rows, list)
    assert len(rows) == 2


def test_that_a_household_is_on_one_draft_and_a_notice_is_of_one_village(village: Village) -> None:
    ws, (first, second, third) = village.ws, village.homes
    with pytest.raises(UserError, match="请先勾选"):
        papers.post(ws, OPINION, ())
    with pytest.raises(UserError, match=r"只列一个村"):
        papers.post(ws, OPINION, (first, village.elsewhere))
    papers.post(ws, OPINION, (first, second))

    for homes in ((third, second), (second, third)):
        with pytest.raises(UserError, match="另一份没有写完的公示单"):
            papers.post(ws, OPINION, homes)
    assert [d.form.code for d in papers.offered(ws, *third).drafts] == []


def test_that_a_notice_issued_meanwhile_is_told(village: Village) -> None:
    ws, homes = village.ws, village.homes
    issued = village.issue()
    again = papers.begin(ws, "F13", *homes[1])
    told = papers.write(ws, again.id, "act", [OPINION])

    assert any(issued.number in fault.text for fault in told.faults)


def test_that_where_the_law_or_the_place_asks_for_it_a_household_is_due(
    village: Village, monkeypatch: pytest.MonkeyPatch
) -> None:
    _posting_locally(monkeypatch)
    stopped = {one.action.value: one.required for one in village.due()}

    assert stopped.keys() <= {"CONT", "INCR", "REDU"}
    assert all(needed == (action != "CONT") for action, needed in stopped.items())


def test_that_a_listed_household_taken_away_is_told(village: Village) -> None:
    issued = village.issue()
    with village.ws.database.write() as connection:
        connection.exec_driver_sql(
            "DELETE FROM paper_listed WHERE household = ?", (village.homes[1][0],)
        )
        assert len(table.listings(connection)) == 1

    assert trail.verify(village.ws).altered == (issued.number,)
