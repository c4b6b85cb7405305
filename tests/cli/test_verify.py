"""``caseworker verify`` as a person runs it."""

import json
from pathlib import Path

import pytest

from caseworker_app.cli.main import main
from caseworker_app.demo.clock import DAY, DemoClock
from caseworker_app.demo.township import make_township
from caseworker_app.demo.visiting import carry_out
from caseworker_app.seals.seal import unsealed
from caseworker_app.server.central import Configuration, open_central
from caseworker_app.store.household import AssignedHousehold, save_all
from caseworker_app.workflow import comparison, seal, session
from tests.server.conftest import Clock, Office, fill
from tests.server.laptop import Laptop
from tests.server.test_countersigning import deliver, made_paper
from tests.workflow.conftest import PASSPHRASE, QUICK


@pytest.fixture(scope="module")
def laptop(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, bytes, str]:
    """Return an installation, and a paper it issued with its number."""
    folder = tmp_path_factory.mktemp("laptop")
    township = make_township(60, 1, today=DAY)
    unit = next(unit for unit in township.households if not unit.planted)
    session.create(folder, PASSPHRASE, QUICK)
    ws = session.work_alone(session.unlock(folder, PASSPHRASE, DemoClock()), "胡龙", "云溪镇")
    with ws.database.write() as connection:
        save_all(connection, [AssignedHousehold(unit.household, unit.declaration, unit.records)])
    comparison.compare_all(ws)
    done = carry_out(ws, unit.household.id, township.staff[1], lambda *_: None).sealed
    assert done is not None
    form = seal.form(ws, done.visit_id)
    session.lock(ws)
    return folder, form, done.number


@pytest.fixture
def files(tmp_path: Path, laptop: tuple[Path, bytes, str]) -> dict[str, str]:
    _, form, _ = laptop
    contents = {
        "good": form,
        "changed": form[:5000] + bytes([form[5000] ^ 1]) + form[5001:],
        "added": form + b"\n",
        "bare": unsealed(form),
        "cut": unsealed(form)[:-300],
        "text": "不是文书".encode(),
    }
    for name, data in contents.items():
        (tmp_path / f"{name}.pdf").write_bytes(data)
    return {name: str(tmp_path / f"{name}.pdf") for name in (*contents, "gone")}


@pytest.fixture
def place(laptop: tuple[Path, bytes, str], monkeypatch: pytest.MonkeyPatch) -> list[str]:
    monkeypatch.setenv("CASEWORKER_PASSPHRASE", PASSPHRASE)
    return ["--folder", str(laptop[0])]


def test_that_a_genuine_paper_is_told_with_everything_about_it(
    files: dict[str, str],
    place: list[str],
    laptop: tuple[Path, bytes, str],
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["verify", files["good"], *place]) == 0

    said = capsys.readouterr().out
    assert "good.pdf  真实，未改动" in said
    assert f"文书编号：{laptop[2]}" in said
    assert "封章人：胡龙（云溪镇）" in said
    assert "封章时间：2026-" in said
    assert "与本机记录一致。" in said


@pytest.mark.parametrize(
    ("name", "status", "words"),
    [
        ("changed", 1, "已被改动"),
        ("added", 1, "已被改动"),
        ("bare", 1, "没有电子封章"),
        ("cut", 2, "文件已损坏"),
        ("text", 2, "不是 PDF 文件"),
        ("gone", 2, "没有这个文件"),
    ],
)
def test_that_every_other_file_is_told_for_what_it_is(
    files: dict[str, str],
    place: list[str],
    capsys: pytest.CaptureFixture[str],
    name: str,
    status: int,
    words: str,
) -> None:
    assert main(["verify", files[name], *place]) == status

    told = capsys.readouterr()
    assert words in told.out + told.err
    assert "Traceback" not in told.err


def test_that_several_files_are_one_document(
    files: dict[str, str], place: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["verify", files["good"], files["added"], files["gone"], "--json", *place]) == 2

    good, added, gone = json.loads(capsys.readouterr().out)["files"]
    assert (good["genuine"], good["state"], good["record"]) == (True, "genuine", "same")
    assert good["seals"][0]["name"] == "胡龙"
    assert (added["genuine"], added["state"], added["why"]) == (False, "changed", "appended")
    assert added["record"] == "same"  # the original is at hand
    assert (gone["genuine"], gone["state"]) == (False, "unreadable")


def test_that_whoever_trusts_nobody_knows_no_seal(
    files: dict[str, str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["verify", files["good"], "--folder", str(tmp_path / "empty")]) == 1

    said = capsys.readouterr().out
    assert "不认识的签章" in said
    assert "胡龙（云溪镇）（未经确认）" in said


def test_that_an_office_that_never_met_the_laptop_does_not_know_it(
    files: dict[str, str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    open_central(Configuration(tmp_path / "office")).close()
    before = set(tmp_path.iterdir())

    assert main(["verify", files["good"], "--files", str(tmp_path / "office")]) == 1
    assert main(["verify", files["good"], "--files", str(tmp_path)]) == 1
    told = capsys.readouterr()
    assert "不认识的签章" in told.out
    assert "里没有服务器" in told.err
    assert set(tmp_path.iterdir()) == before


def test_that_the_office_believes_what_was_sealed_before_it_knew_the_laptop_once_delivered(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    central = open_central(Configuration(tmp_path / "office"))
    office, laptop = Office(central, Clock(), fill(central)), Laptop()
    file, paper = tmp_path / "paper.pdf", made_paper(laptop)
    file.write_bytes(paper)
    judged = ["verify", str(file), "--files", str(tmp_path / "office")]
    caller = office.enrol(laptop)

    assert main(judged) == 1
    deliver(office, laptop, caller, paper)
    central.close()
    assert main(judged) == 0

    before, after = capsys.readouterr().out.split("真实，未改动")
    assert "也可请管理员在服务器上查验" in before
    assert "封章人：调查人p1\n" in after
    assert "服务器收讫：2026-11-23" in after
