"""``caseworker import`` tells what became of every row."""

import hashlib
import json
from pathlib import Path

import pytest

from caseworker_app.cli import options
from caseworker_app.cli.main import main
from caseworker_app.intake import lists
from tests.intake.lists.making import csv_file, judged, number, people, person, workbook


@pytest.fixture
def path(tmp_path: Path) -> Path:
    rows = [(*people()[0], "备注"), person(1, "x"), ("李四", number(2)[:17] + "Q", "2", "=1")]
    return csv_file(tmp_path / "户籍.csv", rows, "gb18030")


def test_that_rows_taken_and_refused_are_told_and_sent_back(
    path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    status = main(["import", str(path), "--kind", "persons", "--as-of", "2026-10-31"])

    told = capsys.readouterr()
    back = path.with_name("户籍_退回.xlsx")
    assert status == 0
    assert told.out.splitlines() == [
        "户籍.csv：户籍信息，公安 户籍",
        f"  数据日期 2026-10-31（按给定的日期），批次 {_digest(path)[:16]}，用到 2027-01-29 为止",
        f"  原文件摘要 SHA-256 {_digest(path)}",
        "  用到的列：姓名、公民身份号码、户号",
        "  没有用到的列：备注",
        "共 2 行，收下 1 行，退回 1 行",
        f"  第 3 行：公民身份号码“{number(2)[:17]}Q”：身份号码校验位不符，请对照证件核对",
        f"退回的行已写到 {back}，可以发还部门改正后重新导入。",
    ]
    assert told.err == "正在打开名单\n正在逐行检查\n"
    assert judged(back)[2].refused == 1


def test_that_a_dry_run_writes_nothing(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    mapping = path.with_name("m.toml")

    main(["import", str(path), "--kind", "persons", "--mapping", str(mapping), "--dry-run"])

    assert "这是试运行，没有写任何文件。" in capsys.readouterr().out
    assert list(path.parent.iterdir()) == [path]


def test_that_one_json_document_has_everything(
    path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["import", str(path), "--kind", "persons", "--json", "--department", "某区公安"])

    told = json.loads(capsys.readouterr().out)
    assert (told["given"], told["taken"], told["refused"]) == (2, 1, 1)
    assert told["sha256"] == _digest(path)
    assert (told["department"], told["encoding"]) == ("某区公安", "gb18030")
    assert told["refused_rows"][0]["row"] == 3
    assert told["refused_rows"][0]["faults"][0]["field"] == "公民身份号码"
    assert told["preview"][0]["record"]["name"] == "张1"
    assert Path(told["refused_file"]).exists()


def test_that_a_mapping_is_begun_filled_in_and_used(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = csv_file(tmp_path / "a.csv", [("姓名", "证照", "户号"), person(1)])
    mapping = tmp_path / "m.toml"
    words = ["import", str(path), "--kind", "persons", "--mapping", str(mapping)]

    assert main(words) == 1
    assert "没有找到“公民身份号码”这一列" in capsys.readouterr().err
    text = mapping.read_text("utf-8")
    mapping.write_text(text.replace('"证照" = ""', '"证照" = "公民身份号码"'), "utf-8")
    assert main(words) == 0
    assert "证照→公民身份号码" in capsys.readouterr().out
    assert mapping.read_text("utf-8") != text


def test_that_the_mapping_of_an_understood_list_is_kept(tmp_path: Path) -> None:
    path = workbook(tmp_path / "a.xlsx", 表=people(person(1)))
    mapping = tmp_path / "m.toml"

    assert main(["import", str(path), "--kind", "persons", "--mapping", str(mapping)]) == 0
    assert lists.Mapping.from_text(mapping.read_text("utf-8")).columns == {
        "姓名": "姓名",
        "公民身份号码": "公民身份号码",
        "户号": "户号",
    }


def test_that_many_refused_rows_are_summed_up(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = people(*((f"张{n}", "123", "H") for n in range(30)))

    main(["import", str(csv_file(tmp_path / "a.csv", rows)), "--kind", "persons", "--dry-run"])

    lines = capsys.readouterr().out.splitlines()
    assert "  另有 10 行，各种原因共：" in lines
    assert "    30 行  公民身份号码：身份号码应为18位，现为3位" in lines


def test_that_what_cannot_be_read_is_one_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(b"PK\x03\x04")

    assert main(["import", str(path), "--kind", "persons"]) == 1
    assert main(["import", str(tmp_path), "--kind", "persons"]) == 1
    told = capsys.readouterr().err.splitlines()
    assert [line for line in told if line != "正在打开名单"] == [told[1], told[3]]


@pytest.mark.parametrize(
    "words", [["--kind", "dogs"], [], ["--kind", "persons", "--as-of", "yesterday"]]
)
def test_that_wrong_usage_is_two(words: list[str], tmp_path: Path) -> None:
    with pytest.raises(SystemExit, match="2"):
        main(["import", str(tmp_path / "a.csv"), *words])


def test_that_the_command_knows_every_kind() -> None:
    assert tuple(options.KINDS) == lists.KINDS


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()
