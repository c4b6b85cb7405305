"""``caseworker laptop`` and ``caseworker audit verify`` as an administrator runs them."""

import json
from pathlib import Path

import pytest

from caseworker_app.cli.main import main
from caseworker_app.demo.clock import DemoClock
from caseworker_app.server import audit as log, enrolment, session as sessions
from caseworker_app.server.central import Configuration, open_central
from caseworker_app.server.tables import audit as trail
from caseworker_app.store import audit
from caseworker_app.wire.message import AskNonce
from caseworker_app.wire.problem import ProblemError, ProblemType
from caseworker_app.workflow import session
from tests.server.conftest import Clock, Office, fill, question
from tests.server.laptop import Laptop
from tests.workflow.conftest import PASSPHRASE, QUICK


@pytest.fixture
def place(tmp_path: Path) -> list[str]:
    """Return where an office is that let two laptops in."""
    central = open_central(Configuration(tmp_path / "office"), Clock())
    office = Office(central, Clock(), fill(central))
    for name, person in (("laptop-1", "p1"), ("laptop-2", "p2")):
        office.enrol(Laptop(name, person))
    central.close()
    return ["--files", str(tmp_path / "office")]


def test_that_laptops_are_listed_with_whose_they_are(
    place: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["laptop", "list", *place]) == 0

    first, second = capsys.readouterr().out.splitlines()
    assert first == "laptop-1  在用  2026-11-23 登记  调查人p1（瓶窑镇）"
    assert second.startswith("laptop-2  在用")


def test_that_a_lost_laptop_is_stopped_once_and_in_the_trail(
    place: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["laptop", "revoke", "laptop-1", *place]) == 0
    assert main(["laptop", "revoke", "laptop-1", *place]) == 0
    capsys.readouterr()
    main(["laptop", "list", "--json", *place])

    found = json.loads(capsys.readouterr().out)["laptops"]
    assert [laptop["is_active"] for laptop in found] == [False, True]
    central = open_central(Configuration(tmp_path / "office"))
    with central.database.read() as connection:
        stopped = [e for e in log.entries(connection) if e.act == "device.revoked"]
    central.close()
    assert [(e.person, e.subject) for e in stopped] == [("administrator", "laptop-1")]


def test_that_a_laptop_nobody_knows_is_told(
    place: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["laptop", "revoke", "laptop-9", *place]) == 1

    assert "没有编号为 laptop-9 的笔记本" in capsys.readouterr().err


def test_that_the_office_sets_for_how_long_a_laptop_opens(
    place: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    def told(*words: str) -> tuple[int, str]:
        status = main(["laptop", "lease", *words, *place])
        heard = capsys.readouterr()
        return status, heard.out + heard.err

    assert told() == (0, "使用期限 14 天：笔记本每次联系办公室后可用这么久，到期锁定，只能送达。\n")
    status, said = told("30", "--json")
    assert (status, json.loads(said)) == (0, {"days": 30})
    for wrong in ("0", "91"):
        status, said = told(wrong)
        assert (status, f"不能是 {wrong} 天，没有改动" in said) == (1, True)
    assert "30 天" in told()[1]


def test_that_doubtful_times_are_listed(
    place: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["laptop", "clock", *place]) == 0
    assert capsys.readouterr().out == "没有时间待核对的记录。\n"
    central = open_central(Configuration(tmp_path / "office"), Clock())
    laptop = Laptop("laptop-3")
    office = Office(central, Clock(), ())
    caller = office.enrol(laptop)
    wild = (central.clock() + 3_600_000, 2**63 - 1)
    for n, at in enumerate(wild):
        office.push(caller, laptop.visit(f"v{n}", "h", at=at))
    central.close()

    main(["laptop", "clock", *place])
    first, second = capsys.readouterr().out.splitlines()
    main(["laptop", "clock", "--json", *place])
    found = json.loads(capsys.readouterr().out)["doubted"]

    said = (
        "v0  调查人p1  所记时间晚于收到时间：所记 2026-11-23 13:00，收到 2026-11-23 12:00  laptop-3"
    )
    assert first == said
    assert f"所记 {2**63 - 1}，" in second
    assert [(one["rid"], one["why"]) for one in found] == [
        ("v0", "所记时间晚于收到时间"),
        ("v1", "所记时间晚于收到时间"),
    ]


def test_that_the_trail_of_the_office_is_checked_to_its_end(
    place: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def checked() -> tuple[int, str]:
        return main(["audit", "verify", *place]), capsys.readouterr().out

    central = open_central(Configuration(tmp_path / "office"))
    with central.database.read() as connection:
        count = len(log.entries(connection))
    whole = checked()
    with central.database.write() as connection:
        connection.execute(trail.delete().where(trail.c.n == count))
    cut = checked()
    with central.database.write() as connection:
        connection.execute(trail.update().where(trail.c.n == 3).values(person="x"))
    altered = checked()
    central.close()

    assert (whole[0], cut[0], altered[0]) == (0, 1, 1)
    assert f"留痕完整：{count} 条" in whole[1]
    assert f"留痕从第 {count} 条起" in cut[1]
    assert "留痕从第 3 条起" in altered[1]


def test_that_a_stopped_laptop_is_not_let_in_again_by_its_slip(tmp_path: Path) -> None:
    central = open_central(Configuration(tmp_path / "office"), Clock())
    fill(central)
    laptop, slip = Laptop(), enrolment.make_slip(central, "p1", "admin")
    enrolment.enrol(central, question(slip, laptop))
    enrolment.revoke(central, laptop.device, "admin")

    with pytest.raises(ProblemError) as refused:
        enrolment.enrol(central, question(slip, laptop))
    assert refused.value.kind is ProblemType.REVOKED
    assert sessions.give_nonce(central, AskNonce(laptop.device)).nonce  # to give what it has
    central.close()


def test_that_the_office_says_what_was_done_with_a_household(
    place: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["audit", "show", "laptop-1", *place]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line.split("  ")[1:3] for line in lines] == [["调查人p1", "设备登记"]]
    assert lines[0].startswith("2026-11-23 ")

    assert main(["audit", "show", "100%", *place]) == 1
    assert "没有关于 100% 的留痕" in capsys.readouterr().err


def test_that_a_laptop_says_what_was_done_on_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("CASEWORKER_PASSPHRASE", PASSPHRASE)
    session.create(tmp_path / "laptop", PASSPHRASE, QUICK)
    ws = session.unlock(tmp_path / "laptop", PASSPHRASE, DemoClock())
    with ws.database.write() as connection:
        audit.append(connection, ws.at(), "p1", "paper.voided", "330106-2026-F10-1", "写错")
    session.lock(ws)
    asked = ["audit", "show", "330106-2026-F10-1", "--folder", str(tmp_path / "laptop")]

    assert main(asked) == 0
    assert capsys.readouterr().out.strip().endswith("  p1  作废文书  写错")
    assert main([*asked, "--json"]) == 0
    (entry,) = json.loads(capsys.readouterr().out)["entries"]
    assert (entry["act"], entry["word"]) == ("paper.voided", "作废文书")
