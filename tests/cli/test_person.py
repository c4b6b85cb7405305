"""``caseworker person`` and ``slip`` as an administrator runs them: who is what, and where."""

import json
from pathlib import Path

import pytest

from caseworker_app.cli.main import main
from caseworker_app.server.central import Configuration, open_central
from tests.server.conftest import fill


@pytest.fixture
def place(tmp_path: Path) -> list[str]:
    central = open_central(Configuration(tmp_path / "office"))
    fill(central)
    central.close()
    return ["--files", str(tmp_path / "office")]


def people(place: list[str], capsys: pytest.CaptureFixture[str]) -> dict[str, tuple[str, str]]:
    capsys.readouterr()
    assert main(["person", "list", "--json", *place]) == 0
    found = json.loads(capsys.readouterr().out)["people"]
    return {one["id"]: (one["role"], one["area"]) for one in found}


def test_that_somebody_is_appointed_and_told(
    place: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["person", "appoint", "p1", "township", "330199003000", *place]) == 0
    assert capsys.readouterr().out == "p1  调查人p1（瓶窑镇）  乡镇（街道）负责人  330199003\n"

    found = {"p1": ("township", "330199003"), "p2": ("caseworker", "330199003")}
    assert people(place, capsys) == found
    assert main(["audit", "show", "p1", *place]) == 0
    assert "任命岗位和辖区" in capsys.readouterr().out


@pytest.mark.parametrize(
    "words", [("p1", "chief", "330199"), ("p1", "county", "3301"), ("p7", "county", "330199")]
)
def test_that_what_cannot_be_is_said_and_changes_nothing(
    place: list[str], capsys: pytest.CaptureFixture[str], words: tuple[str, ...]
) -> None:
    before = people(place, capsys)
    assert main(["person", "appoint", *words, *place]) == 1
    assert capsys.readouterr().err.strip().endswith("。")
    assert people(place, capsys) == before


def test_that_a_slip_is_made_for_a_post(
    place: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    def slip(*words: str) -> int:
        who = ["slip", "--person", "p9", "--name", "李四", "--unit", "民政局"]
        return main([*who, *words, *place])

    assert slip("--role", "county") == 1
    assert slip("--role", "county", "--area", "330199") == 0
    assert people(place, capsys)["p9"] == ("county", "330199")
    assert slip() == 0
    assert people(place, capsys)["p9"] == ("county", "330199")
    assert slip("--area", "330199003") == 0
    assert people(place, capsys)["p9"] == ("caseworker", "330199003")
