"""Real files as departments send them: encodings, titles, sheets, headings."""

import tracemalloc
import zipfile
from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest
import xlsxwriter

from caseworker_app.errors import UserError
from caseworker_app.intake import lists
from caseworker_app.model.register import EstateRecord, PersonRecord, VehicleRecord
from tests.intake.lists.making import (
    SENDER,
    TODAY,
    csv_file,
    judged,
    number,
    people,
    person,
    workbook,
)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16", "utf-32", "gbk"])
@pytest.mark.parametrize("separator", [",", "\t", ";"])
def test_that_a_text_is_read_in_any_encoding_and_separator(
    tmp_path: Path, encoding: str, separator: str
) -> None:
    rows = [
        ("姓名", "公民身份号码", "户号", "地址"),
        ("欧阳娜", number(1), "1", "文三路1号;,\n二楼"),
    ]
    path = csv_file(tmp_path / "名单.csv", rows, encoding, separator)

    taken, refused, report = judged(path)

    assert not refused
    record = taken[0].record
    assert isinstance(record, PersonRecord)
    assert (record.name, record.id_number) == ("欧阳娜", number(1))
    assert record.address == "文三路1号;, 二楼"
    assert report.encoding == {"gbk": "gb18030"}.get(encoding, encoding)


def test_that_characters_moved_in_2022_are_found_where_they_are_now(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    head = "姓名,公民身份号码,户号".encode("gb18030")
    path.write_bytes(
        head + b"\r\n\xd5\xc5\xfe\x59\xa8\xbc" + f",{number(1)},1\r\n".encode("gb18030")
    )

    taken, _, report = judged(path)

    assert isinstance(taken[0].record, PersonRecord)
    assert taken[0].record.name == "张\u9fb4\u1e3f"
    assert report.hidden == 2


def test_that_titles_above_the_headings_are_passed_and_date_the_data(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet("户籍")
        sheet.merge_range("A1:F1", "临平区户籍人口信息")
        sheet.merge_range("A2:F2", "数据截止日期：2026年10月31日")
        for row, cells in enumerate([*people(person(1)), (), person(2)], 3):
            sheet.write_row(row, 0, cells)

    taken, _, report = judged(path)

    assert [one.rows for one in taken] == [(5,), (7,)]
    assert (report.heading_row, report.blank) == (4, 1)
    assert report.as_of == date(2026, 10, 31)
    record = taken[0].record
    assert isinstance(record, PersonRecord)
    assert record.source.as_of == date(2026, 10, 31)
    assert record.source.expires == date(2027, 1, 29)


def test_that_the_sheet_whose_headings_fit_is_read_and_named(tmp_path: Path) -> None:
    path = workbook(
        tmp_path / "a.xlsx", 说明=[("请勿改动",)], 乙=people(person(1)), 丙=people(person(2))
    )

    taken, _, report = judged(path)

    assert len(taken) == 1
    assert (report.sheet, report.also_fitting, report.other_sheets) == ("乙", ("丙",), ("说明",))


def test_that_cells_of_every_type_are_understood(tmp_path: Path) -> None:
    head = (
        "车　主", "身份\n证号码", "号牌种类", "号牌号码", "车辆识别代号（VIN）", "状态",
        "初次登记日期", "登记日期", "购置价（万元）", "排量", "抵押标记", "检验有效期止",
        "数据日期",
    )  # fmt: skip
    row = (
        "买买提•艾力", number(1), 2, "浙ａ·d12345", "LNV00000000000001", "违法未处理、逾期未检验",
        date(2015, 3, 1), 42064, 8.5, "1498ml", True, "长期", "2026.10.1",
    )  # fmt: skip
    taken, refused, report = judged(workbook(tmp_path / "a.xlsx", 车=[head, row]), "vehicles")

    assert not refused
    record = taken[0].record
    assert isinstance(record, VehicleRecord)
    assert (record.owner_name, record.plate) == ("买买提·艾力", "浙AD12345")
    assert (record.plate_type, record.status) == ("02", "GQ")
    assert (record.first_registered, record.registered) == (date(2015, 3, 1), date(2015, 3, 1))
    assert (record.price, record.displacement, record.mortgaged) == (8_500_000, 1498, True)
    assert record.inspected_until is None
    assert record.source.as_of == date(2026, 10, 1)
    assert "“数据日期”列" in report.as_of_reason


def test_that_an_estate_has_exact_area_share_and_money(tmp_path: Path) -> None:
    rows = [
        ("权利人", "权利人身份证号", "坐落", "用途", "建筑面积", "份额", "共有方式", "取得价格"),
        ("张三", number(1), "一路 1 号", "成套住宅", "89.505㎡", "1/2", "按份", "1,234,567.80元"),
        ("李四", number(2), "一路 2 号", "商铺", "1,089.5", "33.3%", "单独所有", "120万元"),
    ]  # fmt: skip
    taken, refused, _ = judged(csv_file(tmp_path / "a.csv", rows), "estates")

    assert not refused
    first, second = (one.record for one in taken)
    assert isinstance(first, EstateRecord)
    assert isinstance(second, EstateRecord)
    assert (first.area, first.share, first.price) == (8951, Fraction(1, 2), 123_456_780)
    assert (first.use, first.co_ownership) == ("11", "2")
    assert (second.area, second.share, second.price) == (108_950, Fraction(333, 1000), 120_000_000)


def test_that_ods_is_read_too(tmp_path: Path) -> None:
    cells = "".join(
        f"<table:table-row>{''.join(_ods(cell) for cell in row)}</table:table-row>"
        for row in people(person(1), person(2))
    )
    path = _ods_file(tmp_path / "a.ods", f'<table:table table:name="表">{cells}</table:table>')

    taken, _, report = judged(path)

    assert len(taken) == 2
    assert report.sheet == "表"


def test_that_a_cell_merged_downwards_counts_for_every_row(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 1, ("户号", "姓名", "公民身份号码"))
        sheet.merge_range("B2:B3", "H9")
        sheet.write_row(1, 2, ("甲", number(1)))
        sheet.write_row(2, 2, ("乙", number(2)))

    taken, refused, _ = judged(path)

    assert not refused
    assert [one.record.hukou_number for one in taken if isinstance(one.record, PersonRecord)] == [
        "H9",
        "H9",
    ]


def test_that_headings_not_understood_are_named_and_a_mapping_helps(tmp_path: Path) -> None:
    path = csv_file(tmp_path / "a.csv", [("姓名", "证照", "户号"), person(1)])

    with pytest.raises(lists.UnrecognisedError, match=r"公民身份号码.*证照.*--mapping") as failed:
        lists.Reading(path, "persons", SENDER)
    learned = failed.value.template
    assert learned.columns == {"姓名": "姓名", "证照": "", "户号": "户号"}

    filled = lists.Mapping({**learned.columns, "证照": "公民身份号码"}, "persons")
    again = lists.Mapping.from_text(filled.to_text())
    assert again == filled
    taken, _, report = judged(path, mapping=again)
    assert len(taken) == 1
    assert report.layout.mapping("persons") == filled


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("[columns", "写得不对"),
        ("x = 1", "缺少"),
        ("[columns]\n姓名 = 1", "第 2 行.*引号"),
        ('[columns]\n"姓名" = 3', "引号"),
        ('[columns]\n"a" = "没有的字段"', "不是户籍信息的字段"),
        ('kind = "vehicles"\n[columns]\n', "vehicles"),
    ],
)
def test_that_a_wrong_mapping_is_told(tmp_path: Path, text: str, told: str) -> None:
    path = csv_file(tmp_path / "a.csv", people(person(1)))

    with pytest.raises(UserError, match=told):
        lists.Reading(path, "persons", SENDER, lists.Mapping.from_text(text))


def test_that_the_more_usual_heading_wins_and_unused_columns_are_named(tmp_path: Path) -> None:
    rows = [("身份证明号码", *people()[0], "备注", "行号"), ("", *person(1), "x", "3")]

    taken, _, report = judged(csv_file(tmp_path / "a.csv", rows))

    assert len(taken) == 1
    assert report.layout.unused == ("身份证明号码", "备注")


def test_that_importing_twice_gives_the_same_records(tmp_path: Path) -> None:
    path = workbook(tmp_path / "a.xlsx", 表=people(person(1), person(2)))

    first, second = judged(path)[0], judged(path)[0]
    other = judged(path, sender=lists.Sender(TODAY, department="公安 邻县"))[0]

    assert first == second
    assert len({one.record for one in first}) == 2
    assert {_id(one) for one in first}.isdisjoint({_id(one) for one in other})


def test_that_a_preview_shows_the_first_rows_only(tmp_path: Path) -> None:
    path = csv_file(tmp_path / "a.csv", people(*(person(n) for n in range(1, 900))))

    seen = lists.preview(path, "persons", SENDER, rows=5)

    assert [one.rows for one in seen.taken] == [(2,), (3,), (4,), (5,), (6,)]
    assert seen.report.given == 5


def test_that_the_reader_of_many_rows_keeps_few(tmp_path: Path) -> None:
    path = csv_file(tmp_path / "a.csv", people(*((f"张{n}", "1", "2") for n in range(20_000))))

    tracemalloc.start()
    with lists.Reading(path, "persons", SENDER) as reading:
        refused = sum(len(batch.refused) for batch in reading)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()

    assert refused == 20_000
    assert peak < 8 << 20


def test_that_leaving_early_ends_the_reading(tmp_path: Path) -> None:
    path = csv_file(tmp_path / "a.csv", people(*(person(n) for n in range(1, 5000))))

    with lists.Reading(path, "persons", SENDER) as reading:
        next(iter(reading))

    with pytest.raises(ValueError, match="closed"):
        reading._reader._reading._process.is_alive()


def _id(taken: lists.Taken) -> str:
    assert isinstance(taken.record, PersonRecord)
    return taken.record.id


def _ods(cell: str) -> str:
    return (
        f'<table:table-cell office:value-type="string"><text:p>{cell}</text:p></table:table-cell>'
    )


_MANIFEST = (
    '<m:manifest xmlns:m="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
    '<m:file-entry m:full-path="/" m:media-type="application/vnd.oasis.opendocument.spreadsheet"/>'
    "</m:manifest>"
)


def _ods_file(path: Path, table: str) -> Path:
    spaces = " ".join(
        f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
        for name in ("office", "table", "text")
    )
    content = (
        f"<office:document-content {spaces}><office:body><office:spreadsheet>{table}"
        "</office:spreadsheet></office:body></office:document-content>"
    )
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("content.xml", content)
        archive.writestr("META-INF/manifest.xml", _MANIFEST)
    return path
