"""``caseworker apart`` as an administrator runs it."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from caseworker_app.cli.main import main
from caseworker_app.server import enrolment
from caseworker_app.server.central import Configuration, open_central
from tests.server.conftest import Clock, Office, fill
from tests.server.laptop import Laptop


@pytest.fixture
def place(tmp_path: Path) -> list[str]:
    """Return where an office is that keeps two visits of a stopped laptop apart."""
    central = open_central(Configuration(tmp_path / "office"), Clock())
    office = Office(central, Clock(), fill(central))
    laptop = Laptop()
    caller = office.enrol(laptop)
    enrolment.revoke(central, laptop.device, "admin")
    sent = [laptop.visit(name, office.homes[0]) for name in ("v1", "v2")]
    office.push(replace(caller, active=False), *sent)
    central.close()
    return ["--files", str(tmp_path / "office")]


def test_that_what_waits_is_listed_taken_in_or_put_away(
    place: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["apart", "list", "--json", *place]) == 0
    first, second = (one["op"] for one in json.loads(capsys.readouterr().out)["apart"])
    assert main(["apart", "list", *place]) == 0
    assert "F01  调查人p1  笔记本已停用  2026-11-23 收到  laptop-1" in capsys.readouterr().out

    assert main(["apart", "admit", first, *place]) == 0
    assert "由现在负责的人裁决" in capsys.readouterr().out
    assert main(["apart", "dismiss", second, "--why", "重复", *place]) == 0
    capsys.readouterr()
    assert main(["apart", "list", *place]) == 0
    assert capsys.readouterr().out == "没有待人工的记录。\n"
    assert main(["doctor", *place]) == 0
    assert "待人工 0 件，待裁决 1 处" in capsys.readouterr().out


def test_that_what_is_not_there_is_told(
    place: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["apart", "admit", "nothing", *place]) == 1
    assert "没有待人工的 nothing" in capsys.readouterr().err
