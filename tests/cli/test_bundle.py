"""``caseworker bundle`` between a laptop and its office, as both run it."""

import json
from pathlib import Path

import pytest

from caseworker_app.cli.main import main
from caseworker_app.demo.laptop import PASSPHRASE
from tests.journeys.conftest import Round, undelivered, undelivered_once

__all__ = ["undelivered", "undelivered_once"]


@pytest.fixture
def places(
    undelivered: Round, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> tuple[list[str], list[str], Path]:
    """Return how a laptop and its office are named, and a stick between them."""
    monkeypatch.setenv("CASEWORKER_PASSPHRASE", PASSPHRASE)
    plan, stick = undelivered.plan, tmp_path / "stick"
    stick.mkdir()
    return ["--folder", str(plan.laptop)], ["--files", str(plan.server)], stick


def test_that_the_whole_way_there_and_back_is_two_commands_each(
    places: tuple[list[str], list[str], Path], capsys: pytest.CaptureFixture[str]
) -> None:
    laptop, office, stick = places
    file, answer = stick / "a.csb", stick / "a.return.csb"

    assert main(["bundle", "export", str(file), *laptop, "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["operations"] == 3
    assert main(["bundle", "import", str(file), *office]) == 0
    assert f"收到 3 件，3 件已有回执；回执包：{answer}" in capsys.readouterr().out
    assert main(["bundle", "import", str(answer), *laptop]) == 0
    assert capsys.readouterr().out.startswith("回执 3 件")


def test_that_what_is_no_bundle_is_a_sentence(
    places: tuple[list[str], list[str], Path], capsys: pytest.CaptureFixture[str]
) -> None:
    laptop, office, stick = places
    wrong = stick / "a.csb"

    assert main(["bundle", "import", str(wrong), *office]) == 1
    assert "找不到" in capsys.readouterr().err
    wrong.write_bytes(b"%PDF-1.7")
    for place in (office, laptop):
        assert main(["bundle", "import", str(wrong), *place]) == 1
        assert "这不是送达包" in capsys.readouterr().err
    assert [kept.name for kept in stick.iterdir()] == ["a.csb"]
