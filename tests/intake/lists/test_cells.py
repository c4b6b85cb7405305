"""What one cell says: exactly, or not at all."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given, strategies as st

from caseworker_app.intake.lists import values, words
from caseworker_app.intake.lists.values import Notes, Value
from caseworker_app.intake.table.cell import CellError, Number, clean
from caseworker_app.model.id_number import check_digit
from caseworker_app.model.values import Month
from tests.intake.lists.making import TODAY, number

_OLD, _OLD_17 = "330106491231002", "33010619491231002"


def _read(read: Callable[[str, Notes], Value], cell: str) -> Value:
    return read(cell, Notes(TODAY))


@pytest.mark.parametrize(
    ("given", "meant", "odd"),
    [
        ("  浙江 ", "浙江", 0),
        ("\ufeff张\u200b三", "张三", 2),
        ("张\u3000三", "张 三", 1),
        ("３３０１Ｘ", "3301X", 5),
        ("文三路\n1号", "文三路 1号", 0),
        ("张\ue0a1三", "张三", 1),
        ("\ue81e", "\u9fb4", 1),
        ('="330102"', "330102", 0),
        ("'330102", "330102", 0),
        ("\t330102", "330102", 0),
        ("阿·凡提（小）", "阿·凡提（小）", 0),
        ("𠮷野家𬀩", "𠮷野家𬀩", 0),
        ("a\x00b", "ab", 1),
    ],
)
def test_that_hidden_characters_go_and_are_counted(given: str, meant: str, odd: int) -> None:
    assert clean(given) == (meant, odd)


@given(st.text(max_size=60))
def test_that_cleaning_twice_changes_nothing_more_but_tricks(text: str) -> None:
    once, _ = clean(text)
    again, odd = clean(once)

    assert odd == 0
    assert again == once or once.startswith(("'", '="', " "))


@pytest.mark.parametrize(
    "cell",
    ["2026-10-31", "2026/10/31", "2026.10.31", "20261031", "2026年10月31日", "2026-10-31 08:30:00",
     "2026/10/31 0:00", Number("46326"), Number("46326.5")],
)  # fmt: skip
def test_that_a_day_is_read_in_every_usual_way(cell: str) -> None:
    assert _read(values.past_day, cell) == date(2026, 10, 31)


@pytest.mark.parametrize(
    ("cell", "told"),
    [
        ("2026-02-30", "没有这一天"),
        ("2026-13-01", "没有这一天"),
        ("2027-01-01", "晚于今天"),
        ("26-1-1", "不是日期"),
        ("1.5.2026", "不是日期"),
        ("46326", "不是日期"),
        ("0001-01-01", "太早"),
        (Number("0"), "不是日期"),
        (Number("-3"), "不是日期"),
        (Number("9e99"), "不是日期"),
    ],
)
def test_that_an_impossible_day_is_refused(cell: str, told: str) -> None:
    with pytest.raises(CellError, match=told):
        _read(values.past_day, cell)


@given(st.dates(date(1900, 3, 1), TODAY))
def test_that_a_serial_number_is_the_day_a_spreadsheet_means(day: date) -> None:
    serial = (day - date(1899, 12, 30)).days

    assert _read(values.past_day, Number(str(serial))) == day


def test_that_a_month_is_read() -> None:
    for cell in ("2026-10", "2026年10月", "202610", "2026/10", "2026-10-31"):
        assert _read(values.month, cell) == Month(2026, 10)
    with pytest.raises(CellError, match="月份"):
        _read(values.month, "2026-13")


@pytest.mark.parametrize(
    ("cell", "fen"),
    [("0", 0), ("12", 1200), ("1,234.5", 123_450), ("¥8.50元", 850), ("12.5万元", 12_500_000),
     ("3万", 3_000_000), ("1，000元整", 100_000), (Number("0.30000000000000004"), 30),
     (Number("1234567.8900000001"), 123_456_789), ("9999999999999.99", 999_999_999_999_999)],
)  # fmt: skip
def test_that_money_is_exact(cell: str, fen: int) -> None:
    assert _read(values.money, cell) == fen


@pytest.mark.parametrize("cell", ["-1", "1.234", "1,23", "约3万", "1e5", "inf", "NaN", "", "1元2"])
def test_that_no_money_is_refused(cell: str) -> None:
    with pytest.raises(CellError):
        _read(values.money, cell)


@given(st.integers(0, 10**14))
def test_that_every_amount_comes_back(fen: int) -> None:
    yuan = Decimal(fen) / 100

    assert _read(values.money, f"{yuan:,.2f}") == fen
    assert _read(values.money_in_ten_thousands, f"{yuan / 10000:f}") == fen


def test_that_area_and_share_are_exact() -> None:
    assert _read(values.area, "89.505平方米") == 8951
    assert _read(values.area, "1,089.5") == 108_950
    for cell in ("1/2", "50%", "0.5", "1／2", "2分之1", "50％"):
        assert _read(values.share, cell) == Fraction(1, 2)
    assert _read(values.share, "全部") == 1
    for cell in ("0", "3/2", "150%", "1/0", "-1/2", "一半"):
        with pytest.raises(CellError, match="份额"):
            _read(values.share, cell)


@pytest.mark.parametrize(
    ("cell", "told"),
    [
        (Number("330102199001011234"), "改坏"),
        (Number("3.3010219900101e+17"), "改坏"),
        ("3.30102E+17", "改坏"),
        ("330102199001011000", "改坏"),
        (number(1)[:17] + "Q", "校验位"),
        (number(1)[:17], "17位"),
        ("330106195213031234", "出生日期不存在"),
        ("33010220261231001" + check_digit("33010220261231001"), "晚于今天"),
        ("张三", "应为18位"),
    ],
)
def test_that_a_ruined_or_wrong_number_is_refused(cell: str, told: str) -> None:
    with pytest.raises(CellError, match=told):
        _read(values.citizen_number, cell)


def test_that_an_old_number_is_upgraded_and_counted() -> None:
    notes = Notes(TODAY)

    assert values.citizen_number(_OLD, notes) == _OLD_17 + check_digit(_OLD_17)
    assert values.citizen_number(Number(_OLD), notes)[:17] == _OLD_17
    assert notes.upgraded == 2
    assert values.citizen_number(number(3).lower(), notes) == number(3)


def test_that_a_doubtful_number_is_kept_where_somebody_decides_whose_it_is() -> None:
    notes = Notes(TODAY, keep_doubtful=True)

    for typed in (number(1)[:17] + "Q", number(1)[:17], _OLD):
        assert values.citizen_number(typed, notes) == typed
    assert values.citizen_number(number(3), notes) == number(3)
    assert (notes.doubted, notes.upgraded) == (3, 0)
    for ruined in ("3.30102E+17", "330102199001011000"):
        with pytest.raises(CellError, match="改坏"):
            values.citizen_number(ruined, notes)


def test_that_words_and_codes_mean_the_same() -> None:
    status = words.coded_many(words.vehicle_status)
    assert [_read(status, cell) for cell in ("Q", "GQ", "违法未处理，逾期未检验", "A:正常")] == [
        "Q", "GQ", "GQ", "A",
    ]  # fmt: skip
    relation = words.coded(words.relation)
    assert [_read(relation, cell) for cell in ("2", "02", "户主", "之子", "次女", "妻")] == [
        "02", "02", "02", "20", "33", "12",
    ]  # fmt: skip
    use = words.coded_within(words.house_use)
    written = ("住宅", "11", "城镇住宅用地/成套住宅", "非住宅", "沿街商铺", "地下车位")
    assert [_read(use, cell) for cell in written] == [
        "10", "11", "11", "80", "30", "80",
    ]  # fmt: skip
    with pytest.raises(CellError, match="不认得"):
        _read(relation, "干儿子")


def test_that_flags_and_disability_are_read() -> None:
    assert [_read(values.flag, cell) for cell in ("是", "√", "0", "未抵押")] == [
        True, True, False, False,
    ]  # fmt: skip
    assert _read(words.disability_code("category"), "肢体") == 4
    assert _read(words.disability_code("level"), "二级") == 2
    assert _read(values.full_time, "非全日制") is False
    for read in (values.flag, words.disability_code("level"), values.full_time):
        with pytest.raises(CellError):
            _read(read, "也许")
