"""``caseworker pack key|publish|list`` as an administrator runs them."""

import json
from pathlib import Path

import pytest

from caseworker_app.cli.main import main
from caseworker_app.intake.pack_file import shipped
from caseworker_app.server.central import Configuration, open_central
from caseworker_app.store import key_file
from caseworker_app.workflow import publisher
from caseworker_app.workflow.workspace import SystemClock
from tests.server.conftest import Clock
from tests.workflow.conftest import PASSPHRASE


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return where an office is; one passphrase is everybody's."""
    monkeypatch.setenv("CASEWORKER_PASSPHRASE", PASSPHRASE)
    open_central(Configuration(tmp_path / "office"), Clock()).close()
    return ["--files", str(tmp_path / "office")]


@pytest.fixture
def key(tmp_path: Path, place: list[str]) -> Path:
    assert place
    assert main(["pack", "key", str(tmp_path / "stick")]) == 0
    return tmp_path / "stick"


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    path = tmp_path / "zj-2025.toml"
    path.write_text(shipped().text, "utf-8")
    return path


def _publish(place: list[str], key: Path, *words: str) -> int:
    return main(["pack", "publish", *words, "--key", str(key), *place])


def _listed(place: list[str], capsys: pytest.CaptureFixture[str]) -> dict[str, list[object]]:
    capsys.readouterr()
    assert main(["pack", "list", "--json", *place]) == 0
    return dict(json.loads(capsys.readouterr().out))


def test_that_a_pack_is_published_listed_and_withdrawn(
    place: list[str], key: Path, pack: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert _publish(place, key, str(pack)) == 0
    said = capsys.readouterr().out
    assert "packs/zj-2025.toml  自 2025-01-23 起执行" in said
    first = _listed(place, capsys)
    assert [one["path"] for one in first["items"]] == ["packs/zj-2025.toml"]  # type: ignore[index]  # a table

    assert _publish(place, key) == 0
    again = _listed(place, capsys)
    assert again["items"] == first["items"]
    assert int(str(again["version"])) > int(str(first["version"]))

    assert _publish(place, key, "--withdraw", "packs/zj-2025.toml") == 0
    assert _listed(place, capsys)["items"] == []
    assert _publish(place, key, "--withdraw", "packs/zj-2025.toml") == 1
    assert "没有发布过 packs/zj-2025.toml" in capsys.readouterr().err


def test_that_a_bad_pack_is_refused_with_file_key_and_reason_and_nothing_is_published(
    place: list[str], key: Path, pack: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pack.write_text(shipped().text.replace("dibao = { value = 1301", "dibao = { value = 'x'"))

    assert _publish(place, key, str(pack)) == 1

    told = capsys.readouterr().err
    assert 'zj-2025.toml: standards.dibao = "x"' in told
    assert _listed(place, capsys)["items"] == []


@pytest.mark.parametrize(
    "case",
    [
        ("规则.toml", (), "不能作为发布的文件名"),
        (
            "ok.toml",
            ("--from", "2030-01-01"),
            "packs/ok.toml: 施行日期 2030-01-01 与文件里写的日期不合",
        ),
    ],
)
def test_that_what_no_laptop_would_take_is_not_published(
    place: list[str],
    key: Path,
    pack: Path,
    capsys: pytest.CaptureFixture[str],
    case: tuple[str, tuple[str, ...], str],
) -> None:
    name, words, said = case
    renamed = pack.rename(pack.with_name(name))

    assert _publish(place, key, str(renamed), *words) == 1
    assert said in capsys.readouterr().err


def test_that_a_folder_of_texts_for_forms_is_published_whole_or_not_at_all(
    place: list[str], key: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "forms"
    folder.mkdir()
    said = 'name = "remedies"\nsince = 2027-01-01\nregion = "3301"\ntext = "不服本决定的……"\n'
    for code in ("F10", "common"):
        (folder / f"{code}.toml").write_text(f"[[wordings]]\n{said}", "utf-8")

    assert _publish(place, key, str(folder)) == 0
    told = capsys.readouterr().out
    assert "forms/F10.toml  自 2027-01-01 起执行" in told
    assert "forms/common.toml  自 2027-01-01 起执行" in told

    before = _listed(place, capsys)
    (folder / "F11.toml").write_text(f"[[wordings]]\n{said}".replace("remedies", "none"), "utf-8")
    assert _publish(place, key, str(folder)) == 1
    assert "F11.toml: wordings 第 1 段 name = 'none'" in capsys.readouterr().err
    assert _listed(place, capsys) == before


def test_that_two_packs_of_one_place_and_day_are_not_published(
    place: list[str], key: Path, pack: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    other = pack.with_name("other.toml")
    other.write_text(pack.read_text("utf-8") + "# another\n", "utf-8")

    assert _publish(place, key, str(pack), str(other)) == 1
    assert "施行日期（2025-01-23）都相同" in capsys.readouterr().err


def test_that_another_key_publishes_only_by_the_word_of_the_first(
    place: list[str], key: Path, pack: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert _publish(place, key, str(pack)) == 0
    assert main(["pack", "key", str(tmp_path / "foreign")]) == 0
    assert main(["pack", "key", str(tmp_path / "next"), "--after", str(key)]) == 0

    assert _publish(place, tmp_path / "foreign") == 1
    assert "不是本服务器一直使用的发布密钥" in capsys.readouterr().err
    assert _publish(place, tmp_path / "next") == 0
    assert _publish(place, key) == 1


def test_that_the_key_lies_under_a_passphrase_and_a_damaged_one_is_a_sentence(
    key: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], place: list[str]
) -> None:
    now = SystemClock().now()
    opened = publisher.opened(key, PASSPHRASE, now)
    assert all(opened.key not in file.read_bytes() for file in key.iterdir())
    assert all(opened.key.hex().encode() not in file.read_bytes() for file in key.iterdir())

    with monkeypatch.context() as patch:
        patch.setenv("CASEWORKER_PASSPHRASE", "不对的口令2026")
        assert _publish(place, key) == 1
        assert "口令不对" in capsys.readouterr().err
    (key / "publisher.json").write_text("{}")
    assert _publish(place, key) == 1
    assert "publisher.json 缺失或已损坏" in capsys.readouterr().err
    assert key_file.path(key).exists()
    assert main(["pack", "key", str(key)]) == 1


def test_that_an_office_that_published_nothing_says_so(
    place: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["pack", "list", *place]) == 0
    assert capsys.readouterr().out == "还没有发布过规则包。\n"
