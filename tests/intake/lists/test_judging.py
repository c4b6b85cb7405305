"""Rows judged: what is taken, what goes back, and with which words."""

from datetime import date
from pathlib import Path

import pytest

from caseworker_app.errors import UserError
from caseworker_app.intake import lists
from caseworker_app.intake.lists.field import Table
from caseworker_app.model import register
from caseworker_app.model.codes import Dataset
from caseworker_app.model.departments import Business, DisabilityCertificate, Schooling, TaxIncome
from caseworker_app.model.register import PersonRecord
from caseworker_app.model.source import Source
from caseworker_app.model.values import Month
from tests.intake.lists.making import csv_file, judged, number, people, person, workbook


def test_that_a_refused_row_names_number_column_value_and_reason(tmp_path: Path) -> None:
    rows = [(*people()[0], "死亡日期"), (), person(1, "2026-02-30"), ("", number(2), "3", "")]

    taken, refused, _ = judged(csv_file(tmp_path / "a.csv", rows))

    assert not taken
    assert [(one.row, one.reasons()) for one in refused] == [
        (3, "死亡日期“2026-02-30”：没有这一天，请核对"),
        (4, "姓名：没有填"),
    ]
    assert refused[0].cells == person(1, "2026-02-30")


def test_that_the_same_row_again_goes_back_naming_the_first(tmp_path: Path) -> None:
    rows = [*people(person(1), person(2), person(1)), ("李四", *person(1)[1:])]

    taken, refused, _ = judged(csv_file(tmp_path / "a.csv", rows))

    assert [one.rows for one in taken] == [(2,), (3,)]
    assert [one.reasons() for one in refused] == [
        "与第 2 行重复，已收第 2 行",
        "与第 2 行是同一条登记，内容却不同。已收第 2 行，请部门核对以哪一行为准",
    ]


def test_that_one_person_may_be_in_two_booklets_and_own_several_cars(tmp_path: Path) -> None:
    twice = [*people(person(1)), (*person(1)[:2], "H77")]
    assert len(judged(csv_file(tmp_path / "a.csv", twice))[0]) == 2

    cars = [("身份证号", "车牌号", "车架号")]
    cars += [(number(1), f"浙A0000{n}", f"LNV0000000000000{n}") for n in range(3)]
    assert len(judged(csv_file(tmp_path / "b.csv", cars), "vehicles")[0]) == 3


def test_that_numbers_a_spreadsheet_ruined_as_text_all_go_back(tmp_path: Path) -> None:
    ruined = []
    for n in range(11):
        first = f"33010619{60 + n}0101"
        ruined.append((f"张{n}", f"{first}000000"[:15] + "000", f"H{n}"))

    taken, refused, _ = judged(workbook(tmp_path / "a.xlsx", 表=people(*ruined)))

    assert not taken
    assert {fault.reason for one in refused for fault in one.faults} == {
        "号码末三位是 000，应是表格软件改坏的。请把这一列设为文本格式，重新导出"
    }


def test_that_repeated_headings_totals_and_torn_rows_go_back(tmp_path: Path) -> None:
    rows = [*people(person(1)), *people(person(2)), ("合计", "2人", ""), (*person(3), "多", "余")]

    _, refused, report = judged(csv_file(tmp_path / "a.csv", rows))

    assert [one.row for one in refused] == [3, 5, 6]
    assert refused[0].reasons() == "这一行是重复的表头"
    assert "多出内容" in refused[2].reasons()
    assert report.taken == 2


def test_that_a_cell_beyond_its_length_goes_back(tmp_path: Path) -> None:
    rows = people(("张" * 61, number(1), "1"), ("张三", number(2), "9" * 50_000))

    _, refused, _ = judged(csv_file(tmp_path / "a.csv", rows))

    assert refused[0].reasons().endswith("超过 60 个字")
    assert len(refused[1].reasons()) < 200


def test_that_parts_of_a_row_become_parts_of_the_record(tmp_path: Path) -> None:
    head = (*people()[0], "婚姻登记状况", "配偶姓名", "监管类型", "监管开始日期", "异地享受地")
    rows = [
        head,
        person(1, "离婚", "李四", "社区矫正", "2025-08-01"),
        person(2, "", "王五"),
        person(3, "", "", "服刑"),
        person(4, "", "", "", "", "上海"),
    ]

    taken, refused, _ = judged(csv_file(tmp_path / "a.csv", rows))

    first, second = (one.record for one in taken)
    assert isinstance(first, PersonRecord)
    assert isinstance(second, PersonRecord)
    assert first.marriage == register.Marriage("40", "", "李四")
    assert first.custody == register.Custody("community_correction", date(2025, 8, 1))
    assert second.marriage == register.Marriage("20", "", "王五")
    assert second.custody is None
    assert "监管开始日期" in refused[0].reasons()
    assert len(refused[1].faults) == 4


def test_that_every_dataset_of_the_model_is_a_table() -> None:
    forms = lists.FORMS.values()
    with_table = {form.dataset for form in forms if isinstance(form, Table)}

    assert with_table == set(Dataset)
    for kind, table in lists.FORMS.items():
        headings = lists.headings_of(kind)
        assert len(headings) == len(table.fields) == len(set(headings.values()))
        for field in table.fields:
            assert table.known()[field.heading.upper()] is field or "(" in field.heading


@pytest.mark.parametrize("kind", [kind for kind in lists.KINDS if kind != "households"])
def test_that_official_headings_are_understood_and_blank_cells_need_no_word(
    tmp_path: Path, kind: str
) -> None:
    table = lists.FORMS[kind]
    samples = {
        "公民身份号码": number(1), "所有人身份号码": number(1), "权利人身份号码": number(1),
        "车辆识别代号": "LNV00000000000001", "号牌号码": "浙A12345", "收入额": "100",
        "所得期间起": "2026-01", "所得期间止": "2026-06", "死亡日期": "2026-01-02",
        "受理日期": "2026-01-02", "入户日期": "2026-01-02", "待遇金额": "100",
        "时点余额": "100", "近12月费用": "100", "残疾类别": "视力", "残疾等级": "一级",
    }  # fmt: skip
    row = [samples.get(f.heading, "某某") if f.necessary else "" for f in table.fields]
    rows = [list(lists.headings_of(kind)), row]

    taken, refused, report = judged(csv_file(tmp_path / "a.csv", rows), kind)

    assert not refused, refused
    assert not report.layout.unused
    assert len(taken) == 1


def test_that_other_departments_rows_become_records(tmp_path: Path) -> None:
    def first(kind: str, head: str, row: str) -> lists.Record:
        rows = [("身份证号", *head.split()), (number(1), *row.split())]
        taken, refused, _ = judged(csv_file(tmp_path / f"{kind}.csv", rows), kind)
        assert not refused, refused
        return taken[0].record

    tax = first("tax", "所得期间起 所得期间止 收入额 所得项目", "202601 2026年6月 12,000.50 劳务")
    assert isinstance(tax, TaxIncome)
    assert (tax.since, tax.until) == (Month(2026, 1), Month(2026, 6))
    assert tax.income == 1_200_050
    shop = first("business", "企业名称 经营状态 年报年度 认缴出资额（万元）", "小店 在业 2025 3")
    assert isinstance(shop, Business)
    assert (shop.state, shop.last_report, shop.capital) == ("存续", 2025, 3_000_000)
    card = first("disability", "残疾类别 残疾等级 有效期至", "智力残疾 3 2030-01-01")
    assert isinstance(card, DisabilityCertificate)
    assert (card.category, card.level) == (5, 3)
    school = first("school", "学段 学习形式 入学年月", "本科 全日制 2024年9月")
    assert isinstance(school, Schooling)
    assert (school.full_time, school.enrolled) == (True, date(2024, 9, 1))


def test_that_a_given_day_and_department_win(tmp_path: Path) -> None:
    rows = [(*people()[0], "数据日期"), person(1, "2026-01-01")]
    sender = lists.Sender(date(2026, 11, 22), "某区公安", date(2026, 9, 30), "第3批", 30)

    taken, _, report = judged(csv_file(tmp_path / "a.csv", rows), sender=sender)

    assert isinstance(taken[0].record, PersonRecord)
    assert taken[0].record.source == Source(
        "某区公安", date(2026, 9, 30), "第3批", date(2026, 10, 30)
    )
    assert report.as_of_reason == "按给定的日期"


def test_that_a_list_of_nothing_but_headings_is_a_list_of_no_rows(tmp_path: Path) -> None:
    taken, refused, report = judged(csv_file(tmp_path / "a.csv", people()))

    assert (taken, refused, report.given) == ([], [], 0)


def test_that_a_table_without_headings_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="没有找到“公民身份号码、姓名、户号”"):
        judged(csv_file(tmp_path / "a.csv", [("1", "2"), ("3", "4")]))
    with pytest.raises(UserError, match=r"a\.csv"):
        judged(csv_file(tmp_path / "a.csv", [("",), ("",)]))
