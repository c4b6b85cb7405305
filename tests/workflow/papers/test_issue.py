"""A paper is issued whole or not at all, and what is kept of it is what stands on it."""

import re
from dataclasses import replace
from pathlib import Path

import msgspec
import pypdfium2
import pytest

from caseworker_app.demo.values import Township
from caseworker_app.demo.visiting import carry_out
from caseworker_app.documents.form import Kind, described
from caseworker_app.documents.form.entries import shown
from caseworker_app.errors import RefusedError, UserError
from caseworker_app.model.paper import FORMS
from caseworker_app.model.values import Json
from caseworker_app.store import (
    attachment as attachments,
    audit,
    household as households,
    outbox,
    paper,
    visit as visits,
)
from caseworker_app.store.household import AssignedHousehold
from caseworker_app.store.outbox import OutboxEntry
from caseworker_app.wire import signing
from caseworker_app.wire.canonical import canonical, sha256
from caseworker_app.wire.operation import Operation, verify
from caseworker_app.wire.paper import paper_of
from caseworker_app.wire.replay import units_of
from caseworker_app.workflow import genuine, papers, trail, visit as visiting
from caseworker_app.workflow.papers import Issued
from caseworker_app.workflow.workspace import Workspace
from tests.workflow.papers.conftest import Sealed, missing

_MONTHS: Json = [{"month": "2026-10", "due": 0, "paid": 36000}]


def _text(pdf: bytes) -> str:
    with pypdfium2.PdfDocument(pdf) as document:
        return "".join(page.get_textpage().get_text_bounded() for page in document)


def _bare(text: str) -> str:
    return re.sub(r"\s", "", text)


def _operations(ws: Workspace, paper_id: str) -> tuple[Operation, ...]:
    with ws.database.read() as connection:
        entries = outbox.of_record(connection, paper_id)
        bodies = outbox.bodies(connection, [entry.op for entry in entries])
    return tuple(msgspec.json.decode(bodies[entry.op], type=Operation) for entry in entries)


def _record_of(ws: Workspace, issued: Issued) -> str:
    with ws.database.read() as connection:
        row = paper.get(connection, issued.number)
    assert row is not None
    assert row.record is not None
    return row.record


def test_that_a_notice_says_the_stop_and_rests_on_the_sealed_visit(stopped: Sealed) -> None:
    issued = stopped.issue("F06a", deadline="2026-12-04", contact="胡龙", telephone="88560001")

    assert re.fullmatch(r"\d{6}-2026-F06a-900001", issued.number)
    assert (issued.visit, issued.copies, issued.void) == (stopped.visit, 0, None)
    (operation,) = _operations(stopped.ws, _record_of(stopped.ws, issued))
    said = paper_of(units_of(operation))
    assert said is not None
    with stopped.ws.database.read() as connection:
        assert said.rests_on == visits.record_hash(connection, stopped.visit)
    assert "家庭年收入" in str(said.entries["facts"])
    assert "停发" in _bare(_text(papers.pdf(stopped.ws, issued.number)))


def test_that_every_entry_stands_on_the_paper_with_the_hash_of_the_record(stopped: Sealed) -> None:
    issued = stopped.issue("F06a")

    whole = papers.read(stopped.ws, issued.number)
    text = _bare(_text(papers.pdf(stopped.ws, issued.number)))
    kinds = {entry.name: entry.kind for entry in whole.form.entries}
    for name, value in whole.entries.items():
        for line in shown(value, kinds[name]).splitlines():
            assert _bare(line) in text, name
    assert {kinds[name] for name in whole.entries} >= {Kind.DAY, Kind.PARA, Kind.TEXT}
    assert issued.number in text
    assert issued.digest.removeprefix("sha256:") in text
    units = units_of(_operations(stopped.ws, _record_of(stopped.ws, issued))[0])
    assert issued.digest == units.pop("/digest")
    assert issued.digest == sha256(canonical(units))


@pytest.mark.parametrize("code", described())
def test_that_every_form_is_issued_and_read_again(stopped: Sealed, code: str) -> None:
    if code in {"F06", "F07"}:  # told after the hearing
        notice = stopped.issue("F06a")
        stopped.issue("F10", notice.number, received="当日")
        stopped.issue("F06b")
    special: dict[str, dict[str, Json]] = {
        "F10": {"received": "当日"},
        "F07": {"overpaid_months": _MONTHS},
        "F13": {"publicity_until": "2027-01-08"},
    }

    issued = stopped.issue(code, "", **special.get(code, {}))

    whole = papers.read(stopped.ws, issued.number)
    columns = {e.name: {c.name for c in e.columns} for e in whole.form.entries}
    for name, value in whole.entries.items():
        for row in value if isinstance(value, list) else []:
            assert not isinstance(row, dict) or row.keys() <= columns[name]
    text = _bare(_text(papers.pdf(stopped.ws, issued.number)))
    assert issued.number in text
    assert issued.digest.removeprefix("sha256:") in text


def test_that_the_operation_is_signed_and_brings_the_pdf(stopped: Sealed) -> None:
    issued = stopped.issue("F06a")

    (operation,) = _operations(stopped.ws, _record_of(stopped.ws, issued))
    assert verify(operation, signing.public(stopped.ws.device.key))
    assert (operation.form, operation.kind, operation.atomic) == ("paper@1", "create", True)
    (blob,) = operation.blobs
    assert (blob.sha, blob.role) == (issued.pdf_sha, "paper")
    with stopped.ws.database.read() as connection:
        assert sha256(attachments.get(connection, blob.sha)) == blob.sha
        assert audit.last(connection, issued.number, "paper.issued")
    assert trail.verify(stopped.ws).altered == ()


def test_that_issuing_again_answers_the_same_paper(stopped: Sealed) -> None:
    draft = stopped.begin("F06a")
    for name, value in missing(draft).items():
        papers.write(stopped.ws, draft.id, name, value)
    first = papers.issue(stopped.ws, draft.id)

    assert papers.issue(stopped.ws, draft.id) == first
    assert len(_operations(stopped.ws, draft.id)) == 1
    assert len(papers.issued(stopped.ws, stopped.household)) == 2  # and the visit form
    with pytest.raises(UserError, match="可能已发出"):
        papers.resume(stopped.ws, draft.id)


def test_that_what_is_missing_is_named_and_no_number_is_lost(stopped: Sealed) -> None:
    draft = stopped.begin("F06a")
    papers.write(stopped.ws, draft.id, "deadline", None)

    with pytest.raises(RefusedError, match=r"还不能发出.*“陈述意见截止日”还没有填.*“联系电话”"):
        papers.issue(stopped.ws, draft.id)
    papers.write(stopped.ws, draft.id, "deadline", "2026-11-20")
    with pytest.raises(RefusedError, match="“陈述意见截止日”早于文书日期2026年11月23日"):
        papers.issue(stopped.ws, draft.id)

    with stopped.ws.database.read() as connection:
        assert paper.next_number(connection, "F06a", 2026, "330106").endswith("900001")
    assert papers.resume(stopped.ws, draft.id).entries["deadline"] == "2026-11-20"


def test_that_a_character_no_typeface_has_is_told_before_anything_is_written(
    stopped: Sealed,
) -> None:
    with pytest.raises(UserError, match="字"):
        stopped.issue("F06a", contact="胡\U0001f409")

    assert stopped.issue("F06a", contact="胡龙").number.endswith("900001")


@pytest.mark.parametrize("write", ["attachment.put", "outbox.put", "paper.put", "audit.append"])
def test_that_a_failure_at_any_write_leaves_no_trace(
    stopped: Sealed, monkeypatch: pytest.MonkeyPatch, write: str
) -> None:
    draft = stopped.begin("F06a")
    for name, value in missing(draft).items():
        papers.write(stopped.ws, draft.id, name, value)
    before = _waiting(stopped.ws)

    def full(*_: object) -> None:
        raise RuntimeError("the disk is full")

    with monkeypatch.context() as patch:
        patch.setattr(f"caseworker_app.store.{write}", full)
        with pytest.raises(RuntimeError, match="the disk is full"):
            papers.issue(stopped.ws, draft.id)

    assert _waiting(stopped.ws) == before
    assert [one.form for one in papers.issued(stopped.ws, stopped.household)] == ["F01"]
    assert papers.issue(stopped.ws, draft.id).number.endswith("900001")


def _waiting(ws: Workspace) -> tuple[OutboxEntry, ...]:
    with ws.database.read() as connection:
        return outbox.waiting(connection)


def test_that_a_decision_is_not_told_before_the_visit_is_sealed(
    ws: Workspace, township: Township
) -> None:
    home = township.households[0].household.id
    begun = visiting.start(ws, home, (township.staff[1],))

    with pytest.raises(RefusedError, match="还没有封存"):
        papers.begin(ws, "F06a", home, begun.id)
    with pytest.raises(RefusedError, match="只能以封存的核查为依据"):
        papers.begin(ws, "F06a", home)
    offer = next(o for o in papers.offered(ws, home).others if o.form == "F06a")
    assert offer.blocked == "须以封存的核查为依据。请先封存该户的核查表。"


def test_that_a_paper_of_no_visit_rests_on_the_household(ws: Workspace, township: Township) -> None:
    home = township.households[0].household
    draft = papers.begin(ws, "F10", home.id)
    for name, value in {**missing(draft), "received": "当日"}.items():
        papers.write(ws, draft.id, name, value)

    issued = papers.issue(ws, draft.id)

    assert (issued.visit, issued.head) == ("", home.head.name)
    assert papers.read(ws, issued.number).entries["head"] == home.head.name


def test_that_every_figure_stays_that_of_the_sealed_record(
    stopped: Sealed, township: Township
) -> None:
    unit = next(u for u in township.households if u.household.id == stopped.household)
    draft = stopped.begin("F06a")
    before = draft.entries

    later = replace(unit.household, village="另一个村", monthly=1)
    with stopped.ws.database.write() as connection:
        households.save(connection, AssignedHousehold(later, unit.declaration))

    assert papers.resume(stopped.ws, draft.id).entries == before


def test_that_the_edition_in_large_letters_says_the_same(stopped: Sealed) -> None:
    draft = stopped.begin("F06a")
    for name, value in missing(draft).items():
        papers.write(stopped.ws, draft.id, name, value)
    papers.enlarge(stopped.ws, draft.id, is_large=True)

    issued = papers.issue(stopped.ws, draft.id)

    with pypdfium2.PdfDocument(papers.pdf(stopped.ws, issued.number)) as document:
        wide, high = document[0].get_size()
    assert wide > high
    assert papers.read(stopped.ws, issued.number).is_large


def test_that_practice_stands_on_the_paper(stopped: Sealed) -> None:
    practice = replace(stopped, ws=replace(stopped.ws, practice=True))

    issued = practice.issue("F06a")

    assert "练习用" in _text(papers.pdf(practice.ws, issued.number))


def test_that_a_preview_has_no_number_and_says_so(stopped: Sealed) -> None:
    text = _text(papers.preview(stopped.ws, stopped.begin("F06a").id))

    assert "（发出时编号）" in text
    assert "预览，未发出，无效" in text


def test_that_a_laptop_alone_has_numbers_of_every_form(ws: Workspace) -> None:
    with ws.database.read() as connection:
        for form in FORMS:
            assert paper.next_number(connection, form, 2027, "330106").endswith("900001")


def test_that_an_altered_paper_is_told(stopped: Sealed) -> None:
    issued = stopped.issue("F06a")
    with stopped.ws.database.write() as connection:
        row = paper.get(connection, issued.number)
        assert row is not None
        forged = (row.units or b"").replace("停发".encode(), "增发".encode())
        connection.exec_driver_sql(
            "UPDATE paper SET units = ? WHERE number = ?", (forged, issued.number)
        )

    assert trail.verify(stopped.ws).altered == (issued.number,)


def test_that_another_visit_keeps_its_own_papers(stopped: Sealed, township: Township) -> None:
    unit = next(u for u in township.households if not u.planted)
    other = carry_out(stopped.ws, unit.household.id, township.staff[1], lambda *_: None)
    issued = stopped.issue("F06a")

    assert [p.form for p in papers.issued(stopped.ws, unit.household.id, other.visit_id)] == ["F01"]
    found = papers.issued(stopped.ws, stopped.household, stopped.visit)
    assert [p.number for p in found if p.form != "F01"] == [issued.number]


def test_that_an_issued_paper_is_sealed_by_who_works_here(stopped: Sealed, tmp_path: Path) -> None:
    issued = stopped.issue("F06a")
    file = tmp_path / "notice.pdf"
    file.write_bytes(papers.pdf(stopped.ws, issued.number))

    judged = genuine.judge(stopped.ws, file)

    assert judged.is_genuine
    assert (judged.number, judged.kept) == (issued.number, genuine.Kept.SAME)
