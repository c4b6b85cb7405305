"""Numbers, days and codes in the words a paper prints."""

import re
import tomllib
from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime
from fractions import Fraction
from functools import cache

from caseworker_app.codes import name_of, table
from caseworker_app.model.household import Disability
from caseworker_app.model.values import Fen, Month, civil, yuan
from caseworker_app.paths import resource

_DIGITS = "〇一二三四五六七八九"
_UNITS = ("", "十", "百", "千")
_BANK_DIGITS = "零壹贰叁肆伍陆柒捌玖"
_BANK_UNITS = ("", "拾", "佰", "仟")
_BANK_GROUPS = ("", "万", "亿", "万亿")
_RESERVED = "reserved-for-tests"
_COUNTY = 6
_FULL_WIDTH = str.maketrans(",:;?()", "，：；？（）")
_CHINESE = "\u4e00-\u9fff"
_HALF_WIDTH = re.compile(rf"[,:;?](?: |$)|(?<=[{_CHINESE}])[,:;?](?=[{_CHINESE}])|[()]")
_LAW = re.compile(r"《((?!中华人民共和国)[^》]*(?:法典|(?<!办)法))》")
"""Name of a law of the People's Congress, which a 办法 is not."""

_NUMBERS = re.compile(r"\d+")
_ALIEN = re.compile(r"\(\d{4}[^)]*\)| by analogy")


def amount(fen: Fen) -> str:
    """Return ``1,300.99元``."""
    return f"{yuan(fen)}元"


def day(value: date) -> str:
    """Return ``2026年11月8日``."""
    return f"{value.year}年{value.month}月{value.day}日"


def month(value: Month) -> str:
    """Return ``2026年12月``."""
    return f"{value.year}年{value.month}月"


def moment(instant: str) -> str:
    """Return an ISO 8601 instant as Chinese standard time (UTC+8): ``2026年11月8日 09:05``."""
    if not instant:
        return ""
    at = datetime.fromisoformat(instant)
    local = civil(at if at.tzinfo else at.replace(tzinfo=UTC))
    return f"{day(local.date())} {local:%H:%M}"


def yes(*, value: bool) -> str:
    return "是" if value else "否"


def share(value: Fraction) -> str:
    """Return ``全部`` or ``1/4``."""
    return "全部" if value == 1 else str(value)


def monthly_of(annual: Fen) -> Fen:
    """Return a twelfth of a year's amount, half-up to the fen, for showing."""
    return (2 * annual + 12) // 24


def disability(value: Disability | None) -> str:
    """Return ``肢体残疾二级`` (GB/T 26341)."""
    if value is None:
        return ""
    category, level = str(value.category), str(value.level)
    known = _disabilities()
    return known.get(("category", category), category) + known.get(("level", level), level)


def relation(code: str) -> str:
    """Return the relation to the head (GB/T 4761)."""
    return name_of("gbt4761_relation", code)


def marital(code: str) -> str:
    """Return the marital state (GB/T 2261.2)."""
    return name_of("gbt2261_2_marital", code)


def county(region: str) -> str:
    """Return city and county of a 12-digit region; empty where no county has the code."""
    listed, code = _counties(), region[:_COUNTY]
    return listed.get(f"{code[:4]}00", "") + listed[code] if code in listed else ""


def word(kind: str, code: str) -> str:
    """Return the word of a code in ``resources/forms/words.toml``, or the code itself."""
    return _words().get(kind, {}).get(code, code)


def words_of(kind: str) -> Mapping[str, str]:
    """Return code → word of a list in ``resources/forms/words.toml``."""
    return _words()[kind]


def formal(text: str) -> str:
    """Return a sentence of the program with the full-width marks of an official paper."""
    if not re.search(f"[{_CHINESE}]", text):
        return text
    return _HALF_WIDTH.sub(lambda mark: mark[0].rstrip().translate(_FULL_WIDTH), text)


@cache
def article(code: str) -> str:
    """Return ``《社会救助法》第四十八条`` for a code of ``legal_basis.csv``."""
    found = _articles().get(code)
    if found is None:
        return code
    instrument, places = found
    return f"《{instrument}》" + "、".join(_place(place) for place in places.split("/"))


def articles(codes: Iterable[str]) -> str:
    """Return articles by instrument: ``《甲法》第一条、第二条；《乙法》第三条``."""
    instruments: dict[str, list[str]] = {}
    for code in codes:
        instrument, places = article(code).rpartition("》")[::2]
        instruments.setdefault(instrument, []).append(places)
    cited = (f"{i}》" * bool(i) + "、".join(places) for i, places in instruments.items())
    return "；".join(cited)


def cited(codes: Iterable[str]) -> str:
    """Return articles within a sentence: laws by their full names, articles by number."""
    parted = {code: code.partition("-")[::2] for code in codes}
    order = list(dict.fromkeys(instrument for instrument, _ in parted.values()))

    def rank(code: str) -> tuple[int, list[int]]:
        instrument, place = parted[code]
        return order.index(instrument), [int(n) for n in _NUMBERS.findall(place)]

    told = articles(sorted(parted, key=rank))
    return _LAW.sub(r"《中华人民共和国\1》", told).replace("；", "，")


def numeral(number: int) -> str:
    """Return a number below ten thousand as it stands in a law: ``一百零二``."""
    text, gap = "", False
    for power in range(3, -1, -1):
        digit = number // 10**power % 10
        if digit:
            text += ("零" if gap else "") + _DIGITS[digit] + _UNITS[power]
        gap = bool(text) and not digit
    return text.removeprefix("一") if text.startswith("一十") else text


def capitals(fen: Fen) -> str:
    """Return an amount in 大写 (票据法, 支付结算办法): ``人民币壹仟叁佰零壹元整``."""
    whole, cents = divmod(fen, 100)
    jiao, rest = divmod(cents, 10)
    text = _bank_whole(whole) + "元" if whole or not cents else ""
    if jiao:
        text += _BANK_DIGITS[jiao] + "角"
    elif rest and whole:
        text += "零"
    return f"人民币{text}" + (f"{_BANK_DIGITS[rest]}分" if rest else "整")


def _bank_whole(number: int) -> str:
    if number == 0:
        return _BANK_DIGITS[0]
    digits = str(number)
    text, gap = "", False
    for at, digit in enumerate(digits):
        place = len(digits) - 1 - at
        if digit != "0":
            text += ("零" if gap else "") + _BANK_DIGITS[int(digit)] + _BANK_UNITS[place % 4]
        gap = digit == "0"
        if place % 4 == 0 and number // 10**place % 10**4:
            text += _BANK_GROUPS[place // 4]
    return text


def _place(text: str) -> str:
    """Return ``第十六条``; a notice is cited by part and item, ``第一部分第（三）项``."""
    if text.isdecimal():
        return f"第{numeral(int(text))}条"
    if "-" in text:
        first, last = text.split("-")
        return f"{_place(first)}至{_place(last)}"
    part, dot, item = text.partition(".")
    if dot:
        return f"第{numeral(int(part))}部分第（{numeral(int(item))}）项"
    return f"第{text}部分"


@cache
def _articles() -> Mapping[str, tuple[str, str]]:
    return {
        row["code"]: (_ALIEN.sub("", row["instrument"]), row["article"])
        for row in table("legal_basis")
    }


@cache
def _disabilities() -> Mapping[tuple[str, str], str]:
    return {(row["kind"], row["code"]): row["name_zh"] for row in table("gbt26341_disability")}


@cache
def _counties() -> Mapping[str, str]:
    rows = table("region_hangzhou")
    return {row["code6"]: row["name_zh"] for row in rows if row["state"] != _RESERVED}


@cache
def _words() -> Mapping[str, Mapping[str, str]]:
    with resource("forms", "words.toml").open("rb") as file:
        return tomllib.load(file)
