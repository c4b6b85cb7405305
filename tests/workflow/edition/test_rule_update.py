"""What new rules change for visits under way: shown first, done when a person says so."""

from datetime import date

import pytest
from sqlalchemy import text

from caseworker_app.errors import RefusedError
from caseworker_app.intake.pack_file import shipped
from caseworker_app.model.declaration import Declaration
from caseworker_app.model.discrepancy import Discrepancy
from caseworker_app.model.found import Found
from caseworker_app.model.register import RegisterSlice
from caseworker_app.rules.comparison import compare
from caseworker_app.rules.policy.pack import Pack
from caseworker_app.store import audit
from caseworker_app.workflow import comparison, replay, rule_update, rulebook, visit
from tests.workflow.edition.office import INK, NEXT_YEAR, Bureau, next_year


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


def test_that_a_visit_of_before_packs_were_pinned_keeps_the_rules_of_its_day(
    bureau: Bureau,
) -> None:
    with bureau.open() as ws:
        begun = bureau.begin(ws, bureau.homes[0])
        with ws.database.write() as connection:
            connection.execute(text("DELETE FROM visit_pack"))
    bureau.publish()
    bureau.deliver()
    bureau.times.later(45)
    bureau.deliver()

    with bureau.open() as ws:
        assert ws.pack.id == "ZJ-DEMO-2027"
        assert rulebook.of(ws, begun) == shipped()


def test_that_a_visit_under_way_is_compared_by_its_own_rules(bureau: Bureau) -> None:
    first, second = (unit.household.id for unit in bureau.homes[:2])
    with bureau.open() as ws:
        bureau.begin(ws, bureau.homes[0])
    bureau.publish()
    bureau.deliver()
    bureau.times.later(45)
    bureau.deliver()
    used: list[str] = []

    def noting(
        declared: Declaration,
        slice_: RegisterSlice,
        pack: Pack,
        day: date,
        found: tuple[Found, ...],
    ) -> tuple[Discrepancy, ...]:
        used.append(pack.id)
        return compare(declared, slice_, pack, day, found)

    with bureau.open() as ws, ws.database.write() as connection:
        bureau.patch.setattr(comparison, "compare", noting)
        for home in (first, second):
            comparison.compare_one(connection, home, ws.pack, ws.clock.today())
    assert used == ["ZJ-DEMO-2025", "ZJ-DEMO-2027"]


def test_that_households_are_compared_anew_once_other_rules_hold(bureau: Bureau) -> None:
    bureau.publish()
    bureau.deliver()
    bureau.times.later(45)
    bureau.deliver()

    def count() -> int:
        with bureau.open() as ws, ws.database.read() as connection:
            return sum(entry.act == "comparison.done" for entry in audit.entries(connection))

    before = count()
    assert count() == before
    bureau.times.later(0.01)
    bureau.publish(next_year(1501))
    bureau.deliver()
    assert count() == before + 1
    assert count() == before + 1


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
