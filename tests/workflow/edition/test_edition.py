"""Rule packs an office publishes come after a delivery and hold from their day on."""

from pathlib import Path

import pytest

from caseworker_app.errors import RefusedError, UserError
from caseworker_app.intake.pack_file import shipped
from caseworker_app.server import enrolment as desk, publishing, stick
from caseworker_app.sync.transport import Transport
from caseworker_app.wire import signing
from caseworker_app.workflow import (
    carrying,
    replay,
    rulebook,
    visit,
)
from caseworker_app.workflow.renewal import Renewal
from tests.server import editions
from tests.workflow.edition.office import INK, Bureau, next_year


def test_that_what_is_begun_from_the_day_on_is_judged_by_the_new_pack_and_the_rest_as_before(
    bureau: Bureau,
) -> None:
    before, early, open_, late = bureau.homes[:4]
    with bureau.open() as ws:
        sealed = bureau.visit(ws, before)
        begun = bureau.begin(ws, open_)
    bureau.publish()

    assert bureau.deliver() == Renewal(files=1)
    with bureau.open() as ws:
        assert ws.pack == shipped()
        bureau.visit(ws, early)
    bureau.times.later(45)
    assert bureau.deliver() == Renewal()
    with bureau.open() as ws:
        assert ws.pack.standards.dibao == 140_100
        newest = bureau.visit(ws, late)
        assert rulebook.of(ws, begun) == shipped()
        bureau.visit(ws, open_)
        told = {one.id: replay.replay(ws, one.id) for one in replay.sealed_visits(ws)}
    assert all(one.equal for one in told.values())
    assert told[sealed.visit_id].pack_id == told[begun].pack_id == "ZJ-DEMO-2025"
    assert told[newest.visit_id].pack_id == "ZJ-DEMO-2027"
    assert bureau.deliver().refused == ""


def test_that_nothing_new_is_one_question_until_something_is_published(
    bureau: Bureau, monkeypatch: pytest.MonkeyPatch
) -> None:
    bureau.publish()
    bureau.deliver()
    bureau.deliver()
    asked: list[str] = []
    post = Transport.post

    def counting(self: Transport, path: str, *said: object) -> bytes:
        asked.append(path)
        return post(self, path, *said)  # type: ignore[arg-type]  # as they came

    monkeypatch.setattr(Transport, "post", counting)
    bureau.deliver()
    assert asked == ["/v1/glance"]
    bureau.times.later(0.001)
    bureau.publish(next_year(1501))
    assert bureau.deliver() == Renewal(files=1)


def test_that_who_knows_of_newer_rules_takes_them_before_a_new_visit_is_signed(
    bureau: Bureau,
) -> None:
    """One that was begun before goes on by its own rules."""
    bureau.publish()
    bureau.deliver()
    with bureau.open() as ws:
        begun = bureau.begin(ws, bureau.homes[0])
    bureau.times.later(40)
    bureau.deliver()
    bureau.publish(next_year(1501))
    with bureau.patch.context() as patch:
        patch.setattr(publishing, "files", lambda *_: b"")
        assert bureau.deliver().refused
    with bureau.open() as ws:
        late = bureau.begin(ws, bureau.homes[1])
        with pytest.raises(RefusedError, match="请先联网送达一次，或用U盘收回回执包"):
            visit.sign(ws, late, "member", "王", INK)
        visit.sign(ws, begun, "member", "王", INK)

    bureau.deliver()
    with bureau.open() as ws:
        visit.sign(ws, late, "member", "王", INK)


def test_that_an_office_in_which_nothing_changed_needs_nothing_newer(bureau: Bureau) -> None:
    bureau.publish()
    bureau.deliver()
    bureau.times.later(40)
    with bureau.central.database.read() as connection:
        now = bureau.times.office()
        needed = publishing.needed(connection, now)
        bureau_version = publishing.version(connection)
    bureau.publish()
    with bureau.central.database.read() as connection:
        assert publishing.version(connection) > bureau_version == needed
        assert publishing.needed(connection, now) == needed
    assert bureau.deliver() == Renewal()


def test_that_a_stick_brings_them_too(bureau: Bureau, tmp_path: Path) -> None:
    out, back = tmp_path / "out.csb", tmp_path / "back.csb"
    bureau.publish()
    with bureau.open() as ws:
        carrying.export(ws, out, lambda _: None)
    stick.absorb(bureau.central, out, back)
    with bureau.open() as ws:
        assert carrying.take(ws, back).rules == Renewal(files=1)
        assert carrying.take(ws, back).rules == Renewal()

    desk.revoke(bureau.central, desk.laptops(bureau.central)[0].id, "admin")
    bureau.times.later(0.01)
    bureau.publish(next_year(1501))
    with bureau.open() as ws:
        carrying.export(ws, out, lambda _: None)
    stick.absorb(bureau.central, out, back)
    with bureau.open() as ws:
        assert carrying.take(ws, back).rules == Renewal()


def test_that_a_stick_proves_itself_like_a_line(bureau: Bureau, tmp_path: Path) -> None:
    out, back = tmp_path / "out.csb", tmp_path / "back.csb"
    bureau.publish()
    bureau.deliver()
    held = bureau.held()
    bureau.times.later(0.01)
    bureau.publish(next_year(1501))
    bureau.restate(signing.new_key())
    with bureau.open() as ws:
        carrying.export(ws, out, lambda _: None)
    stick.absorb(bureau.central, out, back)

    with bureau.open() as ws:
        assert "不是本机信任的发布密钥" in carrying.take(ws, back).rules.refused
    assert bureau.held() == held


def test_that_a_file_gives_way_to_what_the_office_publishes(bureau: Bureau, tmp_path: Path) -> None:
    bureau.publish()
    bureau.deliver()
    bureau.times.later(45)
    bureau.deliver()
    path = tmp_path / "own.toml"
    path.write_text(next_year(1700), "utf-8")

    with bureau.open() as ws:
        with pytest.raises(UserError, match="由办公室发布"):
            rulebook.install(ws, path)
        assert ws.pack.standards.dibao == 140_100


def test_that_a_withdrawn_pack_is_in_force_no_more_and_still_judges_what_was_begun(
    bureau: Bureau,
) -> None:
    bureau.publish()
    bureau.deliver()
    bureau.times.later(45)
    bureau.deliver()
    with bureau.open() as ws:
        begun = bureau.begin(ws, bureau.homes[0])
    editions.publish(bureau.central, bureau.key, {})
    bureau.deliver()

    with bureau.open() as ws:
        assert ws.pack == shipped()
        assert rulebook.of(ws, begun).standards.dibao == 140_100


def test_that_two_packs_of_one_place_and_day_are_refused(bureau: Bureau) -> None:
    bureau.publish(next_year(), next_year(1501))

    assert "施行日期（2027-01-01）都相同" in bureau.deliver().refused
