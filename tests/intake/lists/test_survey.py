from pathlib import Path

from caseworker_app.intake import lists
from caseworker_app.intake.lists.survey import kind_of, survey
from tests.intake.lists.making import (
    TODAY,
    csv_file,
    number,
    people,
    person,
    workbook,
)


def test_that_a_file_is_recognised_by_its_headings() -> None:
    kinds = ("persons", "vehicles", "estates", "allowance")

    assert kind_of(("姓名", "身份证号", "户号", "与户主关系"), kinds) == "persons"
    assert kind_of(("车主", "身份证号", "车牌", "车架号"), kinds) == "vehicles"
    assert kind_of(("权利人", "证件号", "坐落", "面积"), kinds) == "estates"
    assert kind_of(("姓名", "身份证号", "待遇类型", "发放金额"), kinds) == "allowance"
    assert kind_of(("甲", "乙"), kinds) == ""


def test_that_title_headings_and_first_rows_are_told(tmp_path: Path) -> None:
    rows = [("截止日期：2026年9月30日",), *people(person(1), person(2))]
    found = survey(workbook(tmp_path / "a.xlsx", 户籍=rows), TODAY)

    assert found.as_of is not None
    assert found.as_of.isoformat() == "2026-09-30"
    assert (found.sheet, found.heading_row) == ("户籍", 2)
    assert found.rows[0] == (3, ("张1", number(1), "H1"))


def test_that_headings_learned_before_find_their_row(tmp_path: Path) -> None:
    path = csv_file(tmp_path / "a.csv", [("某镇", ""), ("大名", "号头"), ("张三", "1")])
    learned = lists.Mapping({"大名": "姓名", "号头": "公民身份号码"})

    assert survey(path, TODAY, [learned]).headings == ("大名", "号头")
