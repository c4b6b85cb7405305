"""What a cleaned cell says: numbers, days, money, area, shares, marks. Never a float.

Every reader takes the cell and the notes of this reading, returns a value of the model, and
raises CellError with a reason the department understands.
"""

import re
from collections.abc import Callable
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from functools import lru_cache
from typing import TypeAlias

from caseworker_app.intake.table.cell import CellError, Number, cut_by_spreadsheet
from caseworker_app.model import estate_unit, id_number, plate
from caseworker_app.model.values import Area, Fen, Month

Value: TypeAlias = "str | int | bool | date | Fraction | Month | None"

_REMEMBERED = 1 << 16
_OLD_ID, _ID = 15, 18
_EXCEL_ZERO = date(1899, 12, 30)
_EARLIEST = date(1880, 1, 1)
_SERIALS = range(1, 200_000)
_NEVER = frozenset(
    ("长期", "长期有效", "永久", "9999-12-31", "99991231", "9999/12/31", "2099-12-31")
)
_DAY = re.compile(
    r"(\d{4})\s?[-/.年]\s?(\d{1,2})\s?[-/.月]\s?(\d{1,2})\s?日?(?:[ T]\d{1,2}:\d{2}(?::\d{2})?.*)?"
    r"|(\d{4})(\d{2})(\d{2})"
)
_MONTH = re.compile(r"(\d{4})\s?[-/.年]\s?(\d{1,2})\s?月?|(\d{4})(\d{2})")
_AMOUNT = re.compile(
    r"(?:人民币|RMB|CNY|[¥￥])?\s?([0-9]{1,13}|[0-9]{1,3}(?:[,，][0-9]{3}){1,4})(\.[0-9]{1,20})?"
    r"\s?(万元|万|元|圆)?(?:整|正)?"
)
_AREA = re.compile(
    r"([0-9]{1,9}|[0-9]{1,3}(?:[,，][0-9]{3}){1,2})(\.[0-9]{1,20})?\s?"
    r"(?:平方米|平米|㎡|m²|m2|M2|平方)?"
)
_FRACTION = re.compile(r"([0-9]{1,9})\s?[/／]\s?([0-9]{1,9})|([0-9]{1,9})分之([0-9]{1,9})")
_PERCENT = re.compile(r"([0-9]{1,3}(?:\.[0-9]{1,9})?)\s?[%％]")
_DECIMAL = re.compile(r"[0-9](?:\.[0-9]{1,12})?")
_YES = frozenset(
    ("是", "有", "Y", "YES", "TRUE", "1", "√", "✓", "已抵押", "抵押", "已查封", "查封")
)
_NO = frozenset(("否", "没有", "N", "NO", "FALSE", "0", "×", "X", "未抵押", "未查封", "正常", "未"))
_REGION = re.compile(r"\d{6}(?:\d{3}(?:\d{3})?)?")
_VIN = re.compile(r"[0-9A-Z]{5,20}")
_HAN_GAP = re.compile(r"(?<=[\u3400-\u9fff]) +(?=[\u3400-\u9fff])")
_DOTS = str.maketrans("•．・‧", "····")
_SIGNIFICANT = 15

_RUINED = "号码是数字格式，后几位已被表格软件改坏，无法还原。请把这一列设为文本格式，重新导出"


class Notes:
    """What the readers need to know of this reading, and what they have to tell of it."""

    def __init__(self, today: date, *, keep_doubtful: bool = False) -> None:
        self.today = today
        self.keep_doubtful = keep_doubtful
        self.numbers_end_in_zeros = False
        """Whether so many numbers end in 000 that a spreadsheet has ruined them all."""
        self.upgraded = 0
        self.doubted = 0

    @property
    def told(self) -> int:
        return self.upgraded + self.doubted


Reader: TypeAlias = "Callable[[str, Notes], Value]"


def text(cell: str, _notes: Notes) -> str:
    return _unruined(cell)


def name(cell: str, _notes: Notes) -> str:
    """Return a name as on the card: blanks that only align go, dots of minorities are one."""
    return _HAN_GAP.sub("", _unruined(cell)).translate(_DOTS)


def citizen_number(cell: str, notes: Notes) -> str:
    """Return 18 characters; the number of 15 digits is upgraded and counted.

    Where doubtful numbers are kept, one that fails its check or has none comes as it stands.
    """
    number = id_number.normalise(_unruined(cell)) if not cell.isalnum() else cell.upper()
    if cut_by_spreadsheet(cell) or (isinstance(cell, Number) and cell.ruined):
        raise CellError(_RUINED)
    if len(number) == _OLD_ID and number.isdecimal() and not notes.keep_doubtful:
        number = id_number.upgrade(number)
        notes.upgraded += 1
    found = id_number.fault(number)
    zeros = number.endswith("000")
    if zeros and (found or notes.numbers_end_in_zeros) and len(number) == _ID:
        raise CellError("号码末三位是 000，应是表格软件改坏的。请把这一列设为文本格式，重新导出")
    if found and notes.keep_doubtful:
        notes.doubted += 1
        return number
    if found:
        raise CellError(found.reason)
    born = id_number.birth(number)
    if born is None or born > notes.today:
        raise CellError("号码中的出生日期晚于今天，请对照证件核对")
    return number


def other_number(cell: str, notes: Notes) -> str:
    """Return the number of somebody else in the row; a doubtful one is kept and counted."""
    if cut_by_spreadsheet(cell) or (isinstance(cell, Number) and cell.ruined):
        raise CellError(_RUINED)
    number = id_number.upgrade(id_number.normalise(cell))
    notes.doubted += id_number.fault(number) is not None
    return number


def vin(cell: str, _notes: Notes) -> str:
    number = plate.normalise(_unruined(cell))
    if not _VIN.fullmatch(number):
        raise CellError("车辆识别代号应为字母和数字，通常 17 位")
    return number


def plate_number(cell: str, notes: Notes) -> str:
    """Return a plate; one of no known pattern is kept and counted."""
    number = plate.normalise(cell)
    notes.doubted += not plate.kind(number)
    return number


def unit_number(cell: str, notes: Notes) -> str:
    """Return the 28 characters of a real-estate unit; a doubtful number is kept and counted."""
    number = estate_unit.normalise(_unruined(cell))
    notes.doubted += estate_unit.fault(number) is not None
    return number


def region(cell: str, _notes: Notes) -> str:
    if not _REGION.fullmatch(cell):
        raise CellError("区划代码应为 6、9 或 12 位数字")
    return cell


def past_day(cell: str, notes: Notes) -> date | None:
    """Return a day that has been."""
    found = any_day(cell, notes)
    if found and found > notes.today:
        raise CellError("日期晚于今天，请核对")
    return found


def any_day(cell: str, _notes: Notes) -> date | None:
    """Return a day, None for 长期."""
    if isinstance(cell, Number) and len(cell) != len("20261031"):
        return _of_serial(cell)
    return None if cell in _NEVER else _day(cell)


def day_or_month(cell: str, notes: Notes) -> date | None:
    """Return a day; of a month its first."""
    found = _MONTH.fullmatch(cell)
    if not found:
        return any_day(cell, notes)
    year, number = (int(part) for part in found.groups() if part)
    return _day(f"{year}-{number}-1")


def month(cell: str, notes: Notes) -> Month:
    """Return a month; of a whole day its month."""
    found = _MONTH.fullmatch(cell)
    if not found:
        return Month.of(past_day(cell, notes) or notes.today)
    year, number = (int(part) for part in found.groups() if part)
    if not (1 <= number <= 12 and _EARLIEST.year <= year <= notes.today.year):  # noqa: PLR2004  # months
        raise CellError("没有这个月份，应写作 2026-10")
    return Month(year, number)


def money(cell: str, _notes: Notes) -> Fen:
    """Return an amount in fen; 元 where no unit is written."""
    return _fen(cell, isinstance(cell, Number), "元")


def money_in_ten_thousands(cell: str, _notes: Notes) -> Fen:
    """Return an amount in fen; 万元 where no unit is written, since the heading says so."""
    return _fen(cell, isinstance(cell, Number), "万元")


def area(cell: str, _notes: Notes) -> Area:
    """Return hundredths of a square metre, rounded half up."""
    found = _AREA.fullmatch(cell)
    if not found:
        raise CellError("面积应为平方米数，如 89.50")
    whole, rest = found[1].replace(",", "").replace("，", ""), found[2] or ""
    return int((Decimal(whole + rest) * 100).to_integral_value(ROUND_HALF_UP))


def share(cell: str, _notes: Notes) -> Fraction:
    """Return a share above 0 and at most 1."""
    return _share(cell)


def flag(cell: str, _notes: Notes) -> bool:
    word = cell.upper()
    if word in _YES:
        return True
    if word in _NO:
        return False
    raise CellError("应填 是 或 否")


def whole(cell: str, _notes: Notes) -> int:
    """Return a whole number, such as 1498 mL."""
    digits = re.fullmatch(r"([0-9]{1,9})(?:\.0+)?\s?(?:ml|mL|ML|毫升|cc|CC)?", cell)
    if not digits:
        raise CellError("应为整数")
    return int(digits[1])


def year(cell: str, notes: Notes) -> int:
    """Return a year that has begun, such as 2025 or 2025年度."""
    found = re.fullmatch(r"([0-9]{4})(?:年度?)?", cell)
    if not found or not _EARLIEST.year <= int(found[1]) <= notes.today.year:
        raise CellError("应为年份，如 2025")
    return int(found[1])


def full_time(cell: str, notes: Notes) -> bool:
    """Return whether a course of study is 全日制."""
    return "非" not in cell if "全日制" in cell else flag(cell, notes)


def _unruined(cell: str) -> str:
    if isinstance(cell, Number):
        if cell.ruined:
            raise CellError(_RUINED)
        return str(cell)
    return cell


def _of_serial(cell: str) -> date:
    """Return the day of a serial number of a spreadsheet, whose day 1 is 1900-01-01."""
    days = cell.partition(".")[0]
    if not days.isdecimal() or int(days) not in _SERIALS:
        raise CellError("不是日期，应写作 2026-10-31")
    return _EXCEL_ZERO + timedelta(days=int(days))


@lru_cache(_REMEMBERED)
def _day(cell: str) -> date:
    found = _DAY.fullmatch(cell)
    if not found:
        raise CellError("不是日期，应写作 2026-10-31")
    year, number, day = (int(part) for part in found.groups() if part)
    try:
        read = date(year, number, day)
    except ValueError as error:
        raise CellError("没有这一天，请核对") from error
    if read < _EARLIEST:
        raise CellError("日期太早，请核对")
    return read


@lru_cache(_REMEMBERED)
def _fen(cell: str, is_number: bool, unit: str) -> Fen:  # noqa: FBT001  # a key of the cache
    found = _AMOUNT.fullmatch(cell)
    if not found:
        raise CellError("金额应为不小于 0 的数，如 1234.50 或 12.5万元")
    amount = Decimal(found[1].replace(",", "").replace("，", "") + (found[2] or ""))
    fen = amount * (1_000_000 if (found[3] or unit).startswith("万") else 100)
    if is_number:  # a calculated cell carries noise behind its fifteenth digit
        fen = round(fen, _SIGNIFICANT - 1 - fen.adjusted())
    if fen != fen.to_integral_value():
        raise CellError("金额应精确到分")
    return int(fen)


@lru_cache(_REMEMBERED)
def _share(cell: str) -> Fraction:
    read = Fraction(0)
    if cell in ("全部", "单独所有", "100％"):
        read = Fraction(1)
    elif found := _FRACTION.fullmatch(cell):
        upper, lower = (found[1], found[2]) if found[1] else (found[4], found[3])
        read = Fraction(int(upper), int(lower)) if int(lower) else read
    elif found := _PERCENT.fullmatch(cell):
        read = Fraction(found[1]) / 100
    elif _DECIMAL.fullmatch(cell):
        read = Fraction(cell)
    if not 0 < read <= 1:
        raise CellError("份额应大于 0、不超过 1，如 1/2、50% 或 0.5")
    return read
