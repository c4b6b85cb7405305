"""``caseworker pack`` and ``caseworker replay`` as a person runs them."""

import json
from datetime import date
from pathlib import Path

import pytest

from caseworker_app.cli.main import main
from caseworker_app.demo import day
from caseworker_app.demo.clock import DAY, DemoClock
from caseworker_app.demo.plan import Plan
from caseworker_app.demo.township import make_township
from caseworker_app.demo.visiting import carry_out
from caseworker_app.intake.pack_file import shipped
from caseworker_app.store.household import AssignedHousehold, save_all
from caseworker_app.workflow import comparison, session
from caseworker_app.workflow.workspace import SystemClock
from tests.workflow.conftest import PASSPHRASE, QUICK

NEXT = date(2027, 1, 1)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return an installation whose passphrase is known and whose day is always the same."""
    monkeypatch.setenv("CASEWORKER_PASSPHRASE", PASSPHRASE)
    monkeypatch.setattr(SystemClock, "today", lambda _clock: DAY)
    session.create(tmp_path / "laptop", PASSPHRASE, QUICK)
    return tmp_path / "laptop"


@pytest.fixture
def ahead(tmp_path: Path) -> Path:
    """Return a pack whose standard rises next year."""
    old = "dibao = { value = 1301, since = 2025-01-23, source = "
    entry = f'{{ value = 1401, since = {NEXT}, source = "市通知" }}'
    text = shipped().text.replace(
        old, f"dibao = [{entry}, {{ value = 1301, since = 2025-01-23, source = "
    )
    text = text.replace(
        '（2024-12-24），公开转载" }\ntekun_basic', '（2024-12-24），公开转载" }]\ntekun_basic'
    )
    path = tmp_path / "ahead.toml"
    path.write_text(text, "utf-8")
    return path


def test_that_check_needs_no_store_and_says_what_a_pack_is(
    ahead: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["pack", "check", str(ahead)]) == 0

    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "ZJ-DEMO-2025  浙江样式演示规则包（非官方）  可以启用"
    assert "有效期 2025-01-23 至 2026-12-31，适用地区 330100000000" in lines
    assert "  2027-01-01 起  低保标准 1,301元/月 → 1,401元/月；自2027-01-01起，市通知" in lines


def test_that_check_lists_every_fault_and_exits_with_1(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "bad.toml"
    path.write_text("[pack]\nid = 3\n", "utf-8")

    assert main(["pack", "check", str(path), "--json"]) == 1

    told = capsys.readouterr()
    assert told.out == ""
    assert "bad.toml: pack.id = 3: 应为文字。" in told.err
    assert "bad.toml: 缺少 standards: 应为一个表。" in told.err


def test_that_show_tells_of_the_pack_in_use_before_and_after_an_installation(
    folder: Path, ahead: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["pack", "show", "--json", "--folder", str(folder)]) == 0
    assert json.loads(capsys.readouterr().out)["hash"] == shipped().hash

    assert main(["pack", "install", str(ahead), "--folder", str(folder)]) == 0
    assert "已启用" in capsys.readouterr().out

    assert main(["pack", "show", "--json", "--folder", str(folder)]) == 0
    shown = json.loads(capsys.readouterr().out)
    assert shown["id"] == "ZJ-DEMO-2025"
    assert (shown["effective_from"], shown["effective_to"]) == ("2025-01-23", "2026-12-31")
    (change,) = (one for one in shown["changes"] if one["what"] == "低保标准")
    assert (change["day"], change["before"], change["after"]) == (
        "2027-01-01",
        "1,301元/月",
        "1,401元/月",
    )
    assert main(["pack", "show", "--folder", str(folder)]) == 0
    assert "正在使用，" in capsys.readouterr().out


def test_that_a_refused_installation_leaves_the_pack_in_use(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "bad.toml").write_text("[pack]\n", "utf-8")

    assert main(["pack", "install", str(tmp_path / "bad.toml"), "--folder", str(folder)]) == 1
    assert "规则包有误，未采用" in capsys.readouterr().err

    main(["pack", "show", "--json", "--folder", str(folder)])
    assert json.loads(capsys.readouterr().out)["hash"] == shipped().hash


@pytest.fixture
def visited(folder: Path) -> Path:
    """Return an installation with two sealed visits."""
    township = make_township(20, 3, today=DAY)
    ws = session.work_alone(session.unlock(folder, PASSPHRASE, DemoClock()), "胡龙", "云溪镇")
    clean = [unit for unit in township.households if not unit.planted][:2]
    with ws.database.write() as connection:
        save_all(
            connection, (AssignedHousehold(u.household, u.declaration, u.records) for u in clean)
        )
    comparison.compare_all(ws)
    for unit in clean:
        assert carry_out(ws, unit.household.id, township.staff[1], lambda *_: None).sealed
    session.lock(ws)
    return folder


def test_that_every_sealed_visit_is_replayed_with_a_line_each(
    visited: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["replay", "--folder", str(visited)]) == 0

    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == 2
    assert all("与封存时逐字节一致" in line for line in lines)
    assert all(line.endswith(f"ZJ-DEMO-2025 {shipped().hash[:16]}") for line in lines)


def test_that_one_visit_is_found_by_the_number_of_its_paper(
    visited: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["replay", "--json", "--folder", str(visited)])
    first, second = json.loads(capsys.readouterr().out)["visits"]
    assert first["number"] < second["number"]

    assert main(["replay", second["number"], "--json", "--folder", str(visited)]) == 0
    document = json.loads(capsys.readouterr().out)
    assert document == {"equal": True, "visits": [second]}

    assert main(["replay", "330199-2026-F01-000000", "--folder", str(visited)]) == 1
    assert "没有编号为 330199-2026-F01-000000 的封存记录" in capsys.readouterr().err


def test_that_the_office_replays_what_was_delivered_or_says_where_nothing_is(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["replay", "--files", str(tmp_path / "nowhere")]) == 1
    assert main(["replay", "--files", str(tmp_path)]) == 1
    assert capsys.readouterr().err.count("里没有服务器") == 2
    assert list(tmp_path.iterdir()) == []

    plan = Plan(tmp_path / "day", 12, 1, 2, QUICK)
    report = day.run(plan, lambda _: None)
    assert main(["replay", "--files", str(plan.server), "--json"]) == 0
    document = json.loads(capsys.readouterr().out)
    assert document["equal"] is True
    assert [visit["number"] for visit in document["visits"]] == sorted(report.papers)
