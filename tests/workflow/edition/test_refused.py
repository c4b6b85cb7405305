"""What does not prove itself is a sentence, and the packs that are here go on."""

from collections.abc import Callable

import msgspec
import pytest
from sqlalchemy import delete, text, update

from caseworker_app.errors import OutsideError, RefusedError
from caseworker_app.server import publishing
from caseworker_app.server.tables import manifest as lists_table, published as bodies
from caseworker_app.store import audit, meta, outbox, pack as packs, published
from caseworker_app.wire import manifest as lists, signing
from caseworker_app.wire.canonical import sha256
from caseworker_app.wire.manifest import MAX_ITEM
from caseworker_app.workflow import (
    edition,
)
from caseworker_app.workflow.renewal import Renewal
from tests.server import editions
from tests.workflow.edition.office import NEXT_YEAR, Bureau, next_year


def _foreign(bureau: Bureau) -> None:
    bureau.restate(signing.new_key())


def _successor_of_nobody(bureau: Bureau) -> None:
    other = signing.new_key()
    bureau.restate(other, successors=(lists.successor(signing.public(other), other),))


def _expired(bureau: Bureau) -> None:
    bureau.times.later(91)


def _altered(bureau: Bureau) -> None:
    with bureau.central.database.write() as connection:
        body = next_year(9999).encode()
        connection.execute(update(bodies).values(body=body))


def _of_another_size(bureau: Bureau) -> None:
    item = editions.item("zj-0", next_year(1501), NEXT_YEAR)
    bureau.restate(items=(msgspec.structs.replace(item, size=item.size - 1),))


def _huge(bureau: Bureau) -> None:
    item = editions.item("zj-0", next_year(1501), NEXT_YEAR)
    bureau.restate(items=(msgspec.structs.replace(item, size=MAX_ITEM + 1),))


def _climbing(bureau: Bureau) -> None:
    item = editions.item("../../store", next_year(1501), NEXT_YEAR)
    bureau.restate(items=(item,))


def _no_pack(bureau: Bureau) -> None:
    text = '[pack]\nid = "X"\n'
    with bureau.central.database.write() as connection:
        row = {"sha": sha256(text.encode()), "body": text.encode()}
        connection.execute(bodies.insert().values(**row))
    bureau.restate(items=(editions.item("bad", text, NEXT_YEAR),))


def _cut(bureau: Bureau) -> None:
    whole = publishing.files
    bureau.patch.setattr(publishing, "files", lambda *said: whole(*said)[:-1000])


def _earlier(bureau: Bureau) -> None:
    """The server says that it has the newest, and hands out the first again."""
    bureau.restate(version=1)


_REFUSED: dict[str, tuple[Callable[[Bureau], None], str]] = {
    "another key": (_foreign, "不是本机信任的发布密钥"),
    "a successor nobody named": (_successor_of_nobody, "不是本机信任的发布密钥"),
    "expired": (_expired, "过期"),
    "an earlier one": (_earlier, "服务器可能恢复过"),
    "altered": (_altered, "与目录所记的不一样"),
    "of another size": (_of_another_size, "与目录所记的不一样"),
    "huge": (_huge, "读不懂"),
    "a name that climbs": (_climbing, "读不懂"),
    "no pack": (_no_pack, "bad.toml: 缺少 standards"),
    "cut": (_cut, "读不懂"),
}


@pytest.mark.parametrize("name", _REFUSED)
def test_that_what_does_not_prove_itself_is_a_sentence_and_the_packs_here_go_on(
    bureau: Bureau, name: str
) -> None:
    change, said = _REFUSED[name]
    bureau.publish()
    bureau.deliver()
    held = bureau.held()
    bureau.times.later(0.01)
    bureau.publish(next_year(1501))
    with bureau.open() as ws:
        bureau.visit(ws, bureau.homes[0])
    change(bureau)

    told = bureau.deliver()

    assert told.files == 0
    assert said in told.refused
    assert bureau.held() == held
    assert bureau.deliver() == told
    with bureau.open() as ws, ws.database.read() as connection:
        assert outbox.status(connection).waiting == 0
        assert told.refused in edition.notices(connection, bureau.times.now())
        refused = [e for e in audit.entries(connection) if e.act == edition.REFUSED]
    assert len(refused) == 1


def test_that_a_good_list_puts_an_end_to_what_was_refused(bureau: Bureau) -> None:
    bureau.publish()
    with bureau.patch.context() as patch:
        bureau.patch = patch
        bureau.deliver()
        bureau.times.later(0.01)
        bureau.publish(next_year(1501))
        _foreign(bureau)
        assert bureau.deliver().refused

    assert bureau.deliver() == Renewal(files=1)
    with bureau.open() as ws, ws.database.read() as connection:
        assert edition.notices(connection, bureau.times.now()) == ()


def test_that_a_server_that_went_back_is_not_followed_and_publishes_above_what_it_forgot(
    bureau: Bureau,
) -> None:
    first = bureau.publish()
    bureau.times.later(0.01)
    newest = bureau.publish(next_year(1501))
    bureau.deliver()
    held = bureau.held()
    with bureau.central.database.write() as connection:
        connection.execute(delete(lists_table).where(lists_table.c.version == newest.version))

    told = bureau.deliver()

    assert edition.name(first.version) in told.refused
    assert "请管理员重新发布一次" in told.refused
    assert bureau.held() == held
    bureau.times.later(0.01)
    bureau.publish(next_year(1601))
    assert bureau.deliver() == Renewal(files=1)


def test_that_the_key_may_change_by_the_word_of_the_one_before(bureau: Bureau) -> None:
    first, second = bureau.key, signing.new_key()
    bureau.publish()
    bureau.deliver()
    bureau.times.later(0.01)
    way = (lists.successor(signing.public(second), first),)
    bureau.key = second
    with pytest.raises(RefusedError, match="发布密钥"):
        bureau.publish(next_year(1501))
    bureau.publish(next_year(1501), successors=way)
    assert bureau.deliver() == Renewal(files=1)

    bureau.times.later(0.01)
    bureau.restate(first, version=bureau.held()[0] + 1)
    with bureau.open() as ws, ws.database.read() as connection:
        made = publishing.current(connection)
        assert made is not None
        with pytest.raises(RefusedError, match="不是本机信任的发布密钥"):
            edition.require_genuine(connection, ws, made)


def test_that_a_server_cannot_name_another_publisher_later(bureau: Bureau) -> None:
    bureau.publish()
    bureau.deliver()
    other = signing.public(signing.new_key())
    with bureau.open() as ws:
        office = ws.enrolled().public
        with ws.database.write() as connection:
            edition.trust(connection, office, lists.vouched(other, bureau.central.key))
            pinned = meta.raw(connection, "publisher.public")
    assert pinned == signing.public(bureau.key)


@pytest.mark.parametrize(
    "broken", [(packs, "put"), (published, "replace"), (meta, "put"), (audit, "append")]
)
def test_that_a_disk_that_fails_half_way_leaves_the_packs_here(
    bureau: Bureau, broken: tuple[object, str]
) -> None:
    made = bureau.publish()

    def full(*_: object) -> None:
        raise OutsideError("磁盘空间不足")

    with bureau.open() as ws:
        bureau.begin(ws, bureau.homes[0])
        with ws.database.write() as connection:
            vouched = lists.vouched(signing.public(bureau.key), bureau.central.key)
            edition.trust(connection, ws.enrolled().public, vouched)
        files = {made.items[0].sha: next_year().encode()}
        with bureau.patch.context() as patch:
            patch.setattr(*broken, full)
            with pytest.raises(OutsideError, match="磁盘空间不足"):
                edition.take(ws, made, files)
        with ws.database.read() as connection:
            assert edition.version(connection) == 0
            assert published.offers(connection) == ()
            assert connection.scalar(text("SELECT count(*) FROM pack")) == 1
        assert edition.take(ws, made, files) == 1
        assert edition.take(ws, made, files) == 0


def test_that_a_term_that_is_over_is_told_and_hinders_nothing(bureau: Bureau) -> None:
    bureau.publish()
    bureau.deliver()
    bureau.times.later(100)
    bureau.patch.setattr(publishing, "version", lambda _connection: 0)
    bureau.deliver()

    with bureau.open() as ws:
        with ws.database.read() as connection:
            (told,) = edition.notices(connection, bureau.times.now())
        assert "部门规则已100天没有更新" in told
        bureau.visit(ws, bureau.homes[0])
