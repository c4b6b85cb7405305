"""Years later: determinations written once recompute to the same bytes, pack and day given."""

import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from caseworker_app.intake.pack_file import shipped
from caseworker_app.model.codes import Action, Category
from caseworker_app.rules.policy.reading import pack_hash
from caseworker_app.wire.canonical import canonical
from caseworker_app.wire.replay import Recorded, recomputed, replay
from tests.workflow.replay import golden, regenerate
from tests.workflow.replay.households import examples


def _all() -> dict[str, Recorded]:
    return {name: golden.read(name) for name in golden.names()}


@pytest.mark.parametrize("name", golden.names())
def test_that_a_determination_recomputes_bit_equal(name: str) -> None:
    record = golden.read(name)
    pack = golden.pack(record.pack_hash)

    found = replay(record, pack)

    assert found.differences == ()
    assert found.equal
    assert canonical(recomputed(record.visit, pack)) == canonical(record.answer)


@pytest.mark.parametrize("name", golden.names())
def test_that_the_pack_of_a_record_is_the_text_it_names(name: str) -> None:
    record = golden.read(name)
    pack = golden.pack(record.pack_hash)

    assert pack.hash == pack_hash(pack.text, pack.base) == record.pack_hash
    assert pack.id == record.pack_id


def test_that_every_example_and_every_kind_of_answer_is_there() -> None:
    answers = [record.answer for record in _all().values()]

    assert set(golden.names()) == set(examples())
    assert {answer["/category"] for answer in answers} == set(Category)
    told = {answer["/action"] for answer in answers}
    assert {Action.GRACE, Action.STOP_DEAD, Action.STOP, Action.CONTINUE, Action.REFUSE} <= told
    assert any(answer.get("/overpaid") for answer in answers)
    assert any(answer.get("/single_listed") for answer in answers)
    assert any(answer.get("/finish_by") for answer in answers)
    assert len({answer["/pack_id"] for answer in answers}) > 1


def test_that_town_and_country_and_the_bands_are_paid_apart() -> None:
    found = _all()

    assert found["urban"].answer["/standard"] != found["rural"].answer["/standard"]
    assert found["lowest-band"].answer["/gap"] == 2 * 1000_00
    assert found["middle-band"].answer["/gap"] == 2 * 700_00


def test_that_one_more_yuan_of_income_is_seen() -> None:
    record = golden.read("dibao-elderly-couple")
    units = golden.sealed(record, golden.pack(record.pack_hash))
    units["/incomes/#p-m1/monthly"] = 321_00

    found = replay(golden.recorded(units), golden.pack(record.pack_hash))

    assert not found.equal
    assert "家庭年收入" in [difference.what for difference in found.differences]


def test_that_a_record_of_before_a_field_was_known_is_equal_where_it_would_say_nothing() -> None:
    silent, spoken = golden.read("urban"), golden.read("death-of-the-head")
    assert silent.answer["/remarks"] == []
    assert spoken.answer["/remarks"] != []
    found = [
        replay(_without(record, "/remarks"), golden.pack(record.pack_hash))
        for record in (silent, spoken)
    ]

    assert [one.equal for one in found] == [True, False]
    assert found[1].same_answer
    assert [(d.what, d.stored) for d in found[1].differences] == [("需要留意", "（无）")]


def test_that_a_figure_that_is_missing_is_never_equal() -> None:
    record = golden.read("urban")

    assert not replay(_without(record, "/monthly"), golden.pack(record.pack_hash)).equal


def _without(record: Recorded, path: str) -> Recorded:
    kept = {unit: value for unit, value in record.answer.items() if unit != path}
    return replace(record, answer=kept)


@pytest.fixture
def copied(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a copy of the golden files, on which regenerating works."""
    shutil.copytree(golden.FOLDER, tmp_path / "records")
    monkeypatch.setattr(golden, "FOLDER", tmp_path / "records")
    return tmp_path / "records"


def test_that_regenerating_takes_new_words_but_no_other_decision(
    copied: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    kept = {path: path.read_text("utf-8") for path in copied.rglob("*") if path.is_file()}
    reworded, decided = copied / "urban.json", copied / "rural.json"
    reworded.write_text(kept[reworded].replace("家庭年收入", "全家年收入"), "utf-8")
    other = kept[decided].replace('"/determination/monthly": 1', '"/determination/monthly": 2')
    decided.write_text(other, "utf-8")
    gone = copied / "tekun-full-care.json"
    gone.unlink()

    assert regenerate.main() == 1

    assert "rural: 每月金额: 2,055 元 -> 1,055 元" in capsys.readouterr().err
    assert decided.read_text("utf-8") == other != kept[decided]
    decided.write_text(kept[decided], "utf-8")
    assert {path for path in kept if path.read_text("utf-8") != kept[path]} <= {gone}
    assert golden.read(gone.stem).pack_hash == shipped().hash
    assert regenerate.main() == 0


def test_that_another_interpreter_gives_the_same_bytes(tmp_path: Path) -> None:
    """Nothing may hang on the hash seed, the locale or the place of the process."""
    code = (
        "import sys; from tests.workflow.replay import golden\n"
        "from caseworker_app.wire.replay import replay\n"
        "found = [golden.read(name) for name in golden.names()]\n"
        "print(all(replay(one, golden.pack(one.pack_hash)).equal for one in found))\n"
    )
    root = Path(__file__).parents[3]
    for seed in ("1", "4711"):
        done = subprocess.run(
            [sys.executable, "-c", code],
            env={
                "PYTHONHASHSEED": seed,
                "PYTHONPATH": str(root),
                "LC_ALL": "C",
                "TZ": "Asia/Tokyo",
            },
            cwd=tmp_path,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.stdout == "True\n", done.stderr
