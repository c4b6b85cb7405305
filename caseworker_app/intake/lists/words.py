"""Words and codes of the departments, each list in one place: by word or by code.

Lists of the standards come from the shipped tables; the words of declarations from the
comparison, which prints them.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from functools import cache

from caseworker_app import codes
from caseworker_app.intake.lists.values import Notes, Reader
from caseworker_app.intake.table.cell import CellError
from caseworker_app.rules.comparison import words

_SHOWN = 12
_SEPARATORS = re.compile(r"[,，、;；/ ]+")
_CODE_AND_WORD = re.compile(r"([0-9A-Z]{1,3})[-:：.、 ].*")

Words = Callable[[], Mapping[str, str]]
TextReader = Callable[[str, Notes], str]


def coded(list_of: Words) -> TextReader:
    """Return a reader of one word or code; raises CellError naming what is allowed."""

    def read(cell: str, _notes: Notes) -> str:
        return _code(cell, list_of())

    return read


def coded_within(list_of: Words) -> TextReader:
    """Return a reader that else takes the longest known word in what was written.

    城镇住宅用地／成套住宅 is 成套住宅, and 非住宅 is not 住宅.
    """

    def read(cell: str, _notes: Notes) -> str:
        known = list_of()
        inside = [word for word in known if len(word) > 1 and not word.isascii() and word in cell]
        return known[max(inside, key=len)] if inside else _code(cell, known)

    return read


def coded_many(list_of: Words) -> TextReader:
    """Return a reader of several codes in one cell, such as ``GQ`` or 违法未处理、逾期未检验."""

    def read(cell: str, _notes: Notes) -> str:
        known = list_of()
        if cell.isascii() and cell.isalpha():
            return "".join(_code(letter, known) for letter in cell)
        return "".join(_code(part, known) for part in _SEPARATORS.split(cell) if part)

    return read


def containing(list_of: Mapping[str, str]) -> TextReader:
    """Return a reader that looks for a word in what was written, and else keeps that."""

    def read(cell: str, _notes: Notes) -> str:
        return next((code for word, code in list_of.items() if word in cell), cell)

    return read


def _code(cell: str, known: Mapping[str, str]) -> str:
    word = cell.upper()
    for form in (word, word.zfill(2), word.removeprefix("之")):
        if form in known:
            return known[form]
    if (pair := _CODE_AND_WORD.fullmatch(word)) and pair[1] in known:
        return known[pair[1]]
    shown = [word for word in known if not word.isascii()][:_SHOWN]
    raise CellError(f"不认得这个词或代码，可填：{'、'.join(shown)}等")


def _both(rows: Iterable[tuple[str, str]], *more: tuple[str, str]) -> Mapping[str, str]:
    """Return code → code and word → code."""
    table = {name.upper(): code for code, name in rows}
    return {**table, **{code.upper(): code for code in table.values()}, **dict(more)}


def _inverted(printed: Mapping[str, str]) -> Mapping[str, str]:
    return _both(printed.items())


@cache
def plate_types() -> Mapping[str, str]:
    return _both(codes.names("vehicle_plate_types").items())


@cache
def vehicle_status() -> Mapping[str, str]:
    return _both(codes.names("vehicle_status").items())


@cache
def vehicle_use() -> Mapping[str, str]:
    return _both(codes.names("vehicle_use_nature").items(), ("非营业", "A"), ("家庭自用", "A"))


@cache
def relation() -> Mapping[str, str]:
    return _both(
        codes.names("gbt4761_relation").items(),
        ("妻子", "12"), ("丈夫", "11"), ("儿子", "20"), ("女儿", "30"), ("父", "51"), ("母", "52"),
        ("哥哥", "71"), ("弟弟", "73"), ("姐", "75"), ("妹", "77"), ("次女", "33"), ("养子", "27"),
        ("继子", "27"), ("养女", "37"), ("继女", "37"), ("外孙", "43"), ("本人或户主", "02"),
    )  # fmt: skip


@cache
def marital() -> Mapping[str, str]:
    return _both(
        codes.names("gbt2261_2_marital").items(),
        ("1", "10"), ("2", "20"), ("3", "30"), ("4", "40"), ("9", "90"),
        ("有配偶", "20"), ("离异", "40"), ("丧偶或离婚", "90"), ("未说明", "90"),
    )  # fmt: skip


def _estate_list(title: str) -> Iterable[tuple[str, str]]:
    rows = codes.table("realestate_codes")
    return ((row["code"], row["name_zh"]) for row in rows if row["list"] == title)


@cache
def house_use() -> Mapping[str, str]:
    """Return 房屋用途; the first digit is the class, further digits are kept as they are."""
    return _both(
        _estate_list("房屋用途"),
        ("成套住宅", "11"), ("别墅", "111"), ("高档公寓", "112"), ("非成套住宅", "12"),
        ("集体宿舍", "13"), ("住房", "10"), ("公寓", "10"), ("宅基地", "10"), ("农村宅基地", "10"),
        ("商业", "30"), ("商铺", "30"), ("店铺", "30"), ("商业服务", "30"), ("商服", "30"),
        ("工业", "20"), ("仓储", "20"), ("车库", "80"), ("车位", "80"), ("储藏室", "80"),
        ("储藏间", "80"), ("其他", "80"), ("非住宅", "80"), ("11", "11"), ("111", "111"),
        ("112", "112"), ("12", "12"), ("13", "13"), ("1", "10"), ("2", "20"), ("3", "30"),
        ("6", "60"), ("8", "80"),
    )  # fmt: skip


@cache
def co_ownership() -> Mapping[str, str]:
    return _both(
        _estate_list("共有方式"), ("单独", "0"), ("按份", "2"), ("共同", "1"), ("其他共有", "3")
    )


@cache
def house_nature() -> Mapping[str, str]:
    return _both(
        _estate_list("房屋性质"),
        ("商品房", "0"), ("安置房", "1"), ("拆迁安置房", "1"), ("公租房", "3"), ("廉租房", "4"),
        ("限价房", "5"), ("经济适用房", "6"), ("集资房", "8"), ("房改房", "9"), ("其他", "99"),
        ("自建房", "99"), ("宅基地", "99"), ("动迁", "1"), ("安置", "1"), ("公有", "3"),
    )  # fmt: skip


@cache
def estate_state() -> Mapping[str, str]:
    return _both(
        _estate_list("权属状态"), ("有效", "1"), ("现实", "1"), ("注销", "2"), ("已注销", "2")
    )


@cache
def disability(kind: str) -> Mapping[str, int]:
    """Return 残疾类别 (``category``) or 残疾等级 (``level``) by word or digit."""
    rows = [row for row in codes.table("gbt26341_disability") if row["kind"] == kind]
    words_of = {row["name_zh"]: int(row["code"]) for row in rows}
    short = {word.removesuffix("残疾").removesuffix("级"): code for word, code in words_of.items()}
    return words_of | short | {str(code): code for code in words_of.values()}


def disability_code(kind: str) -> Reader:
    """Return a reader of 残疾类别 or 残疾等级 as a number."""

    def read(cell: str, _notes: Notes) -> int:
        found = disability(kind).get(cell)
        if found is None:
            raise CellError(f"不认得，可填：{'、'.join(list(disability(kind))[:7])}")
        return found

    return read


@cache
def vehicle_kind() -> Mapping[str, str]:
    return {**_inverted(words.VEHICLE_KIND), "轿车": "car", "小型汽车": "car", "其他": "other"}


@cache
def estate_kind() -> Mapping[str, str]:
    return {
        **_inverted(words.ESTATE_KIND),
        "住宅": "dwelling",
        "宅基地": "homestead",
        "其他": "other",
    }


@cache
def claim() -> Mapping[str, str]:
    return _inverted(words.CLAIM)


@cache
def custody() -> Mapping[str, str]:
    return _inverted(words.CUSTODY)


def plainly(*allowed: str) -> Words:
    """Return a list whose words are their own codes."""
    table = {word: word for word in allowed}
    return lambda: table
