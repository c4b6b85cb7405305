"""What was sealed recomputes from its record alone, or says in a sentence why not."""

from collections.abc import Callable
from dataclasses import replace

import msgspec
import pytest
from sqlalchemy import text

from caseworker_app.demo.values import Township
from caseworker_app.demo.visiting import carry_out
from caseworker_app.errors import OutsideError, UserError
from caseworker_app.model.codes import Category
from caseworker_app.model.determination import Determination
from caseworker_app.model.economy import EconomicStatus
from caseworker_app.rules.determination import determine
from caseworker_app.rules.policy.pack import Pack
from caseworker_app.store import household as households, outbox, visit as visits
from caseworker_app.store.household import AssignedHousehold
from caseworker_app.wire import replay as judging
from caseworker_app.wire.canonical import canonical, sha256
from caseworker_app.wire.operation import Operation, seal as seal_operation
from caseworker_app.workflow import replay, rulebook, visit
from caseworker_app.workflow.workspace import Workspace


@pytest.fixture
def sealed(ws: Workspace, township: Township) -> str:
    unit = next(unit for unit in township.households if not unit.planted)
    done = carry_out(ws, unit.household.id, township.staff[1], lambda *_: None).sealed
    assert done is not None
    return done.visit_id


def test_that_a_sealed_visit_recomputes_to_the_same_bytes(ws: Workspace, sealed: str) -> None:
    found = replay.replay(ws, sealed)

    assert found.equal
    assert found.differences == ()
    assert found.said == "与封存时逐字节一致"
    assert (found.pack_id, found.pack_hash) == (ws.pack.id, ws.pack.hash)
    assert found.day == ws.clock.today()


def test_that_the_hash_on_its_paper_is_that_of_what_travels(ws: Workspace, sealed: str) -> None:
    with ws.database.read() as connection:
        units = replay.sealed_units(ws, connection, sealed)
        assert judging.digest_of(units) == visits.record_hash(connection, sealed)
    assert judging.digest_of({**units, "/opinion": "x"}) != judging.digest_of(units)
    without = {path: v for path, v in units.items() if not path.startswith("/attachments")}
    bare = without | {"/attachments": []}
    assert judging.digest_of({**without, "/attachments/#a/role": "visit-form"}) == sha256(
        canonical(bare)
    )


def test_that_nothing_of_todays_household_or_pack_matters(
    ws: Workspace, sealed: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    home = visit.resume(ws, sealed).household
    path = tmp_path_factory.mktemp("office") / "new.toml"
    path.write_text(ws.pack.text.replace("value = 1301", "value = 1401"), "utf-8")
    changed = rulebook.install(ws, path)
    with ws.database.write() as connection:
        declared = households.declaration(connection, home.id)
        records = households.records(connection, home.id)
        richer = replace(home, category=Category.NONE, monthly=0, members=home.members[:1])
        households.save(connection, AssignedHousehold(richer, declared, records))
        connection.execute(text("UPDATE visit_unit SET value = '\"x\"' WHERE path = '/opinion'"))

    found = replay.replay(changed, sealed)

    assert found.equal
    assert found.pack_hash == ws.pack.hash != changed.pack.hash
    assert replay.pack_of(changed, sealed) == ws.pack


def test_that_every_difference_is_told_in_words(
    ws: Workspace, sealed: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def otherwise(status: EconomicStatus, pack: Pack) -> Determination:
        answer = determine(status, pack)
        first, *others = answer.reason.parts
        reason = replace(answer.reason, parts=(replace(first, formula="另算"), *others))
        return replace(answer, monthly=answer.monthly + 100, reason=reason)

    monkeypatch.setattr(judging, "determine", otherwise)
    found = replay.replay(ws, sealed)

    assert not found.equal
    assert not found.same_answer
    assert found.said == "与封存时不一致，共 2 处"
    amount, formula = found.differences
    assert (amount.path, amount.what) == ("/monthly", "每月金额")
    assert amount.stored.endswith(" 元")
    assert amount.stored != amount.recomputed
    assert formula.what == "说明 › 共同生活的家庭成员 › 算式"
    assert (formula.stored, formula.recomputed) == ("（无）", "另算")


def test_that_another_wording_alone_is_told_apart_from_another_answer(
    ws: Workspace, sealed: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def reworded(status: EconomicStatus, pack: Pack) -> Determination:
        answer = determine(status, pack)
        parts = answer.reason.parts[1:]
        return replace(answer, reason=replace(answer.reason, parts=parts))

    monkeypatch.setattr(judging, "determine", reworded)
    found = replay.replay(ws, sealed)

    assert not found.equal
    assert found.said == "结论和金额与封存时一致，说明有 1 处不同"
    (gone,) = found.differences
    assert (gone.what, gone.recomputed) == ("说明 › 共同生活的家庭成员", "（无）")


def test_that_another_order_of_the_steps_is_no_equality(
    ws: Workspace, sealed: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def turned(status: EconomicStatus, pack: Pack) -> Determination:
        answer = determine(status, pack)
        parts = answer.reason.parts[::-1]
        return replace(answer, reason=replace(answer.reason, parts=parts))

    monkeypatch.setattr(judging, "determine", turned)
    found = replay.replay(ws, sealed)

    assert not found.equal
    assert [difference.what for difference in found.differences] == ["说明各步的次序"]


def test_that_a_visit_that_is_not_sealed_is_a_sentence(ws: Workspace, township: Township) -> None:
    begun = visit.start(ws, township.households[0].household.id, ())

    with pytest.raises(UserError, match="还没有封存"):
        replay.replay(ws, begun.id)
    with pytest.raises(UserError, match="还没有封存"):
        replay.replay(ws, "nothing")


def test_that_a_missing_pack_is_a_sentence(ws: Workspace, sealed: str) -> None:
    with ws.database.write() as connection:
        connection.execute(text("DELETE FROM visit_pack"))
        connection.execute(text("DELETE FROM pack"))

    with pytest.raises(UserError, match=f"本机没有摘要为 {ws.pack.hash[:16]} 的规则包"):
        replay.replay(ws, sealed)


def test_that_an_altered_record_is_not_recomputed(ws: Workspace, sealed: str) -> None:
    _rewrite(ws, sealed, lambda body: body.replace(b'"CONT"', b'"INCR"', 1))

    with pytest.raises(OutsideError, match="与封存时的签名不符"):
        replay.replay(ws, sealed)


@pytest.mark.parametrize(
    ("path", "value", "said"),
    [
        ("/determination/pack_hash", None, "没有写明所用的规则包"),
        ("/household/members", "many", "读不懂"),
        ("/day", "no day", "读不懂"),
    ],
)
def test_that_a_record_that_cannot_be_read_is_a_sentence(
    ws: Workspace, sealed: str, path: str, value: str | None, said: str
) -> None:
    def other(body: bytes) -> bytes:
        operation = msgspec.json.decode(body, type=Operation)
        kept = [c for c in operation.patch if not (c.path == path or c.path.startswith(f"{path}/"))]
        if value:
            kept.append(operation.patch[0]._replace(path=path, new=value))
        changed = msgspec.structs.replace(operation, patch=tuple(kept))
        return canonical(seal_operation(changed, ws.device.key))

    _rewrite(ws, sealed, other)
    with pytest.raises(UserError, match=said):
        replay.replay(ws, sealed)


def test_that_a_record_of_a_newer_version_is_a_sentence(ws: Workspace, sealed: str) -> None:
    def newer(body: bytes) -> bytes:
        operation = msgspec.json.decode(body, type=Operation)
        changed = msgspec.structs.replace(operation, schema=99)
        return canonical(seal_operation(changed, ws.device.key))

    _rewrite(ws, sealed, newer)
    with pytest.raises(UserError, match="由更新版本的程序写成"):
        replay.replay(ws, sealed)


def test_that_a_pack_is_kept_from_the_beginning_of_a_visit_and_once(
    ws: Workspace, township: Township, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OutsideError("磁盘空间不足")

    unit = next(unit for unit in township.households if not unit.planted)
    with ws.database.write() as connection:
        connection.execute(text("DELETE FROM pack"))
    with monkeypatch.context() as patch:
        patch.setattr(outbox, "put", full)
        with pytest.raises(OutsideError, match="磁盘空间不足"):
            carry_out(ws, unit.household.id, township.staff[1], lambda *_: None)
    assert _packs(ws) == 1

    for one in [u for u in township.households if not u.planted][:2]:
        assert carry_out(ws, one.household.id, township.staff[1], lambda *_: None).sealed
    assert _packs(ws) == 1
    assert all(replay.replay(ws, done.id).equal for done in replay.sealed_visits(ws))


def _packs(ws: Workspace) -> int:
    with ws.database.read() as connection:
        return connection.scalar(text("SELECT count(*) FROM pack")) or 0


def _rewrite(ws: Workspace, visit_id: str, change: Callable[[bytes], bytes]) -> None:
    """Change the sealed bytes behind the application's back."""
    with ws.database.write() as connection:
        (entry,) = outbox.of_record(connection, visit_id)
        body = outbox.bodies(connection, [entry.op])[entry.op]
        changed = change(body)
        assert changed != body
        connection.execute(text("UPDATE outbox SET body = :body"), {"body": changed})
