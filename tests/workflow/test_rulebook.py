"""A pack comes into use whole or not at all, and stays known by its hash."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from random import Random

import pytest
from sqlalchemy import text

from caseworker_app.demo import ink
from caseworker_app.demo.clock import DAY, DemoClock
from caseworker_app.demo.values import Township
from caseworker_app.errors import CaseworkError, OutsideError, UserError
from caseworker_app.intake.pack_file import shipped
from caseworker_app.store import audit, meta, pack as packs
from caseworker_app.store.database import Connection
from caseworker_app.workflow import rulebook, session, visit
from caseworker_app.workflow.rulebook import INSTALLED
from caseworker_app.workflow.workspace import Workspace
from tests.workflow.conftest import PASSPHRASE, QUICK

_STROKES = ink.signature_strokes("王", Random(1))
DIBAO = "dibao = { value = 1301"


@pytest.fixture
def alone(tmp_path: Path) -> Iterator[Workspace]:
    session.create(tmp_path / "laptop", PASSPHRASE, QUICK)
    opened = session.unlock(tmp_path / "laptop", PASSPHRASE, DemoClock())
    yield opened
    opened.database.close()


def _file(folder: Path, old: str = DIBAO, new: str = "dibao = { value = 1401") -> Path:
    changed = shipped().text.replace(old, new)
    assert changed != shipped().text
    path = folder / "office.toml"
    path.write_text(changed, "utf-8")
    return path


@contextmanager
def _reopened(ws: Workspace) -> Iterator[Workspace]:
    session.lock(ws)
    again = session.unlock(ws.folder, PASSPHRASE, DemoClock())
    yield again
    session.lock(again)


def _installations(ws: Workspace) -> list[str]:
    with ws.database.read() as connection:
        found = reversed(audit.entries(connection))
        return [entry.subject for entry in found if entry.act == INSTALLED]


def test_that_the_shipped_pack_is_kept_from_the_first_day(alone: Workspace) -> None:
    assert alone.pack == shipped()
    with alone.database.read() as connection:
        assert packs.load(connection, alone.pack.hash) == shipped()
    night_before = DAY - timedelta(1)  # in UTC a day in China begins at 16:00 of the day before
    assert night_before.isoformat() <= rulebook.since(alone) <= alone.at()
    assert _installations(alone) == [shipped().hash]
    with _reopened(alone) as again:
        assert _installations(again) == [shipped().hash]


def test_that_an_installed_pack_is_in_use_now_and_after_the_next_unlocking(
    alone: Workspace, tmp_path: Path
) -> None:
    changed = rulebook.install(alone, _file(tmp_path))

    assert changed.pack.standards.dibao == 140_100
    with _reopened(changed) as again:
        assert again.pack == changed.pack
        assert _installations(again) == [shipped().hash, changed.pack.hash]
        with again.database.read() as connection:
            assert packs.load(connection, shipped().hash) == shipped()


def test_that_the_same_pack_again_changes_nothing(alone: Workspace, tmp_path: Path) -> None:
    changed = rulebook.install(alone, _file(tmp_path))

    assert rulebook.install(changed, _file(tmp_path)).pack == changed.pack
    assert _installations(changed) == [shipped().hash, changed.pack.hash]


def test_that_the_way_back_to_an_earlier_pack_is_one_more_entry(
    alone: Workspace, tmp_path: Path
) -> None:
    rulebook.install(alone, _file(tmp_path))
    (tmp_path / "earlier.toml").write_text(shipped().text, "utf-8")

    back = rulebook.install(alone, tmp_path / "earlier.toml")

    assert back.pack == shipped()
    assert len(_installations(back)) == 3


def _hostile(folder: Path) -> dict[str, tuple[Path, str]]:
    """Return files nobody should take for a pack, and what is said of each."""
    path = {name: folder / f"{name}.toml" for name in _HOSTILE}
    path["binary"].write_bytes(bytes(range(256)) * 40)
    path["zeros"].write_bytes(bytes(1000))
    path["large"].write_bytes(b"a = 1\n" * 1_700_000)
    path["brackets"].write_text("a = " + "[" * 50_000, "utf-8")
    path["tables"].write_text("[" + ".".join(["a"] * 5000) + "]", "utf-8")
    path["tail"].write_text(shipped().text + "\n[a" + ".a" * 50 + "]\nb = 1", "utf-8")
    path["digits"].write_text("a = 0x" + "f" * 20_000, "utf-8")
    path["exponent"].write_text("a = 1e99999999999999999999", "utf-8")
    path["empty"].write_text("", "utf-8")
    path["folder"].mkdir()
    path["nowhere"].symlink_to(folder / "nothing")
    path["circle"].symlink_to(path["circle"])
    os.mkfifo(path["pipe"])
    path["device"].symlink_to("/dev/zero")
    return {name: (path[name], said) for name, said in _HOSTILE.items()}


_HOSTILE = {
    "binary": "不是 UTF-8 编码",
    "zeros": "不是有效的 TOML 文件",
    "large": "超过 256 KB",
    "brackets": "不是有效的 TOML 文件",
    "tables": "套得太深",
    "tail": "套得太深",
    "digits": "a 的数太大",
    "exponent": "不是有效的 TOML 文件",
    "empty": "缺少 pack",
    "folder": "这是文件夹，不是文件",
    "nowhere": "没有这个文件",
    "circle": "读不了",
    "pipe": "不是普通文件",
    "device": "不是普通文件",
}


@pytest.mark.parametrize("name", _HOSTILE)
def test_that_a_hostile_file_is_a_sentence_and_the_pack_in_use_stays(
    alone: Workspace, tmp_path: Path, name: str
) -> None:
    path, said = _hostile(tmp_path)[name]

    with pytest.raises(CaseworkError, match=said) as caught:
        rulebook.install(alone, path)

    assert len(str(caught.value)) < 10_000
    _require_unchanged(alone)


def test_that_a_pack_is_refused_with_every_fault_of_it(alone: Workspace, tmp_path: Path) -> None:
    path = _file(tmp_path, DIBAO, "dibaoo = { value = 1301")
    path.write_text(
        path.read_text("utf-8").replace("months = { value = 12", "months = { value = -1")
    )
    path.write_text(
        path.read_text("utf-8").replace("multiple = { value = 2.0", "multiple = { value = 'x'")
    )

    with pytest.raises(UserError) as caught:
        rulebook.install(alone, path)

    told = str(caught.value)
    assert all(
        f"office.toml: {fault}" in told
        for fault in (
            "缺少 standards.dibao",
            "不认识的键 standards.dibaoo",
            "expenditure_dibao.months = -1",
            "rigid_family.months = -1",
            'low_margin.multiple = "x"',
        )
    )
    _require_unchanged(alone)


def test_that_a_pack_at_odds_with_itself_is_refused(alone: Workspace, tmp_path: Path) -> None:
    path = _file(tmp_path, "multiple = { value = 2.0", "multiple = { value = 0.9")

    with pytest.raises(UserError, match="互相矛盾"):
        rulebook.install(alone, path)

    _require_unchanged(alone)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("effective_to = 2026-12-31", f"effective_to = {DAY - timedelta(1)}"),
        ("effective_from = 2025-01-23", f"effective_from = {DAY + timedelta(1)}"),
    ],
)
def test_that_a_pack_that_is_not_in_force_today_is_not_put_into_use(
    alone: Workspace, tmp_path: Path, old: str, new: str
) -> None:
    with pytest.raises(UserError, match=f"今天（{DAY}）不在其中.*原规则包继续使用"):
        rulebook.install(alone, _file(tmp_path, old, new))

    _require_unchanged(alone)


def test_that_a_pack_of_another_region_is_not_put_into_use(
    ws: Workspace, township: Township, tmp_path: Path
) -> None:
    there = 'region_code = "239900000000"'
    path = _file(tmp_path, 'region_code = "330100000000"', there)

    with pytest.raises(UserError, match="适用于地区 239900000000，本机有家庭在 330199"):
        rulebook.install(ws, path)

    with ws.database.read() as connection:
        assert rulebook.in_use(connection).id == shipped().id
    nation = _file(tmp_path, 'region_code = "330100000000"', 'region_code = "000000000000"')
    assert rulebook.install(ws, nation).pack.region == "000000000000"


def test_that_no_pack_comes_between_a_signature_and_the_seal(
    ws: Workspace, township: Township, tmp_path: Path
) -> None:
    first, second = (unit.household.id for unit in township.households[:2])
    begun = visit.start(ws, first, township.staff[1:2])
    visit.sign(ws, begun.id, "member", "王", (_STROKES, ink.WIDTH, ink.HEIGHT))

    changed = rulebook.install(ws, _file(tmp_path))

    assert changed.pack.standards.dibao == 140_100
    assert rulebook.of(changed, begun.id) == ws.pack
    after = visit.start(changed, second, township.staff[1:2])
    assert rulebook.of(changed, after.id) == changed.pack


def test_that_a_visit_of_before_packs_were_pinned_stays_with_the_pack_of_its_day(
    ws: Workspace, township: Township, tmp_path: Path
) -> None:
    begun = visit.start(ws, township.households[0].household.id, township.staff[1:2])
    with ws.database.write() as connection:
        connection.execute(text("DELETE FROM visit_pack"))

    changed = rulebook.install(ws, _file(tmp_path))

    assert rulebook.of(changed, begun.id) == ws.pack


@pytest.mark.parametrize("broken", [(packs, "put"), (meta, "put"), (audit, "append")])
def test_that_a_disk_that_fails_half_way_leaves_the_pack_in_use(
    alone: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, broken: tuple[object, str]
) -> None:
    def full(connection: Connection, *_: object) -> None:
        connection.execute(text("UPDATE meta SET value = 'half' WHERE key = 'pack.in_use'"))
        raise OutsideError("磁盘空间不足")

    path = _file(tmp_path)
    with monkeypatch.context() as patch:
        patch.setattr(*broken, full)
        with pytest.raises(OutsideError, match="磁盘空间不足"):
            rulebook.install(alone, path)
    _require_unchanged(alone)

    again = session.unlock(alone.folder, PASSPHRASE, DemoClock())
    assert rulebook.install(again, path).pack.standards.dibao == 140_100
    session.lock(again)


def test_that_a_store_that_may_not_grow_keeps_the_pack_in_use(
    alone: Workspace, tmp_path: Path
) -> None:
    """The real thing: SQLite itself says that the disk is full, in the middle of the writing."""
    path = _file(tmp_path)
    with alone.database.write() as connection:
        pages = connection.scalar(text("PRAGMA page_count"))
        connection.execute(text(f"PRAGMA max_page_count = {pages}"))

    with pytest.raises(OutsideError, match="磁盘空间不足"):
        _install_again_and_again(alone, path)

    with alone.database.read() as connection:
        name = meta.text(connection, "pack.in_use")
        assert not name or packs.load(connection, name).hash == name
        assert audit.verify(connection).broken_at is None
        assert name in ("", audit.entries(connection, limit=1)[0].subject)


def test_that_a_damaged_pack_keeps_the_store_shut_until_another_is_installed(
    alone: Workspace, tmp_path: Path
) -> None:
    path = _file(tmp_path)
    used = rulebook.install(alone, path)
    with used.database.write() as connection:
        connection.execute(text("UPDATE pack SET text = ''"))
    session.lock(used)

    with pytest.raises(OutsideError, match="与当时存入的不同"):
        session.unlock(used.folder, PASSPHRASE, DemoClock())

    (tmp_path / "new.toml").write_text(path.read_text("utf-8") + "# again\n", "utf-8")
    pack = rulebook.checked(tmp_path / "new.toml")
    opened = session.unlock(used.folder, PASSPHRASE, DemoClock(), pack)
    with _reopened(rulebook.install(opened, tmp_path / "new.toml")) as again:
        assert again.pack == pack


def _install_again_and_again(ws: Workspace, path: Path) -> None:
    for _ in range(50):
        path.write_text(path.read_text("utf-8") + "# once more\n", "utf-8")
        rulebook.install(ws, path)


def _require_unchanged(ws: Workspace) -> None:
    with _reopened(ws) as again:
        assert again.pack == shipped()
        assert _installations(again) == [shipped().hash]
        with again.database.read() as connection:
            assert connection.scalar(text("SELECT count(*) FROM pack")) == 1
            assert meta.text(connection, "pack.in_use") == ""
