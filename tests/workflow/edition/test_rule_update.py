"""What new rules change for visits under way: shown first, done when a person says so."""

import pytest

from caseworker_app.errors import RefusedError
from caseworker_app.intake.pack_file import shipped
from caseworker_app.store import audit
from caseworker_app.workflow import replay, rule_update, rulebook, visit
from tests.workflow.edition.office import INK, NEXT_YEAR, Bureau


def test_that_rules_ahead_are_told_with_what_they_change(bureau: Bureau) -> None:
    bureau.publish()
    bureau.deliver()

    with bureau.open() as ws:
        bureau.begin(ws, bureau.homes[0])
        told = rule_update.look(ws)
    (coming,) = told.packs
    assert (coming.id, coming.since, coming.in_use) == ("ZJ-DEMO-2027", NEXT_YEAR, False)
    assert [one.sentence() for one in coming.changes if one.path == "standards.dibao"] == [
        "低保标准：1,301元/月 → 1,401元/月，自2027-01-01起"
    ]
    assert told.affected == ()


def test_that_a_laptop_without_an_office_has_nothing_to_tell(bureau: Bureau) -> None:
    with bureau.open() as ws:
        bureau.begin(ws, bureau.homes[0])
        told = rule_update.look(ws)
    assert (told.version, told.packs, told.affected, told.notices) == ("", (), (), ())


def test_that_an_open_visit_changes_over_only_when_a_person_says_so(bureau: Bureau) -> None:
    with bureau.open() as ws:
        begun = bureau.begin(ws, bureau.homes[0])
    bureau.publish()
    bureau.deliver()
    bureau.times.later(45)
    bureau.deliver()
    with bureau.open() as ws:
        (one,) = rule_update.look(ws).affected
        day = ws.clock.today()
        assert (one.visit, one.before, one.after.id) == (begun, shipped(), "ZJ-DEMO-2027")
        assert (one.since, one.day) == (NEXT_YEAR, day)
        assert (one.was.standard, one.becomes.standard) == (130_100, 140_100)
        assert rulebook.of(ws, begun) == shipped()

        rule_update.change_over(ws, begun)

        assert rulebook.of(ws, begun).id == "ZJ-DEMO-2027"
        assert visit.resume(ws, begun).day == day
        assert rule_update.look(ws).affected == ()
        bureau.visit(ws, bureau.homes[0])
        (sealed,) = replay.sealed_visits(ws)
        assert replay.replay(ws, sealed.id).equal
        assert replay.pack_of(ws, sealed.id).id == "ZJ-DEMO-2027"


def test_that_nothing_changes_over_under_a_signature(bureau: Bureau) -> None:
    with bureau.open() as ws:
        begun = bureau.begin(ws, bureau.homes[0])
        visit.sign(ws, begun, "member", "王", INK)
    bureau.publish()
    bureau.deliver()
    bureau.times.later(45)
    bureau.deliver()
    with bureau.open() as ws:
        (one,) = rule_update.look(ws).affected
        assert one.is_signed
        with pytest.raises(RefusedError, match="签过字的金额"):
            rule_update.change_over(ws, begun)
        assert rulebook.of(ws, begun) == shipped()
        visit.unsign(ws, begun, "member")
        assert rule_update.change_over(ws, begun).id == "ZJ-DEMO-2027"
        assert rule_update.change_over(ws, begun).id == "ZJ-DEMO-2027"
        with ws.database.read() as connection:
            entries = audit.entries(connection)
    assert [e.detail for e in entries if e.act == rule_update.CHANGED_OVER] == [
        "ZJ-DEMO-2025 → ZJ-DEMO-2027"
    ]
