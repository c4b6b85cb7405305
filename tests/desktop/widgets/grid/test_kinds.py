from datetime import date

import pytest
from pypinyin import lazy_pinyin

from caseworker_app.desktop.step import words
from caseworker_app.desktop.widgets.grid import initials
from caseworker_app.desktop.widgets.grid.kinds import (
    ChoiceKind,
    CountKind,
    DateKind,
    Kind,
    MoneyKind,
    TextKind,
    Value,
    WrongTextError,
)
from caseworker_app.model.codes import EmploymentStatus, IncomeKind, RigidKind

STATUS = ChoiceKind(tuple((status.value, status.zh) for status in EmploymentStatus))
STUDY = ChoiceKind(tuple(words.STUDY.items()))
DAY = DateKind(date(1926, 1, 1), date(2026, 11, 22))
MONTH = DateKind(date(2020, 1, 1), date(2026, 11, 22), month=True)


@pytest.mark.parametrize(
    ("kind", "text", "value"),
    [
        (MoneyKind(), "1234.5", 123450),
        (MoneyKind(), "￥1，２３４．５０元", 123450),
        (MoneyKind(), " 1 200 元/月 ", 120000),
        (MoneyKind(), "￥36", 3600),
        (MoneyKind(), "", None),
        (CountKind("张"), "１２张", 12),
        (CountKind(), "", None),
        (TextKind(), "  城乡居民\u3000养老金 ", "城乡居民 养老金"),
        (STATUS, "零工", "unstable"),
        (STATUS, "lg", "unstable"),
        (STATUS, "UNSTABLE", "unstable"),
        (STATUS, "退", "retired"),
        (STUDY, "", ""),
        (STUDY, "本科", "bachelor_full_time"),
        (DAY, "2026-11-2", date(2026, 11, 2)),
        (DAY, "2026/11/02", date(2026, 11, 2)),
        (DAY, "2026.11.2", date(2026, 11, 2)),
        (DAY, "20261102", date(2026, 11, 2)),
        (DAY, "２０２６年１１月２日", date(2026, 11, 2)),
        (DAY, "26.11.2", date(2026, 11, 2)),
        (DAY, "58-3-12", date(1958, 3, 12)),
        (MONTH, "2026年9月", date(2026, 9, 1)),
        (MONTH, "2026-09", date(2026, 9, 1)),
        (MONTH, "2026-9-15", date(2026, 9, 15)),
        (DAY, " ", None),
    ],
)
def test_that_what_people_write_is_read(kind: Kind, text: str, value: Value) -> None:
    assert kind.read(text) == value


@pytest.mark.parametrize(
    ("kind", "text", "why"),
    [
        (MoneyKind(), "一千二", "不是金额"),
        (MoneyKind(), "12.345", "最多两位小数"),
        (MoneyKind(), "-5", "不能小于 0"),
        (MoneyKind(), "99999999999", "核对"),
        (CountKind(most=30), "31", "0 至 30"),
        (CountKind(), "1.5", "整数"),
        (STATUS, "老师", "没有“老师”这一项"),
        (STATUS, "有劳无", "没有"),
        (STUDY, "全日制", "不止一个"),
        (STATUS, "", "不能空着"),
        (DAY, "2026-2-30", "不是日期"),
        (DAY, "2027-01-01", "不在"),
        (DAY, "去年", "不是日期"),
        (DAY, "2026-09", "不是日期"),
        (TextKind(longest=3), "四个字了", "最多 3 个字"),
    ],
)
def test_that_what_cannot_be_taken_says_why(kind: Kind, text: str, why: str) -> None:
    with pytest.raises(WrongTextError, match=why):
        kind.read(text)


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        (MoneyKind(), 123450),
        (CountKind("次"), 3),
        (STATUS, "idle"),
        (DAY, date(2026, 1, 9)),
        (MONTH, date(2026, 1, 1)),
        (TextKind(), "零工"),
    ],
)
def test_that_what_an_editor_shows_is_read_back(kind: Kind, value: Value) -> None:
    assert kind.read(kind.typed(value)) == value
    assert kind.read(kind.shown(value)) == value


def test_that_the_likeliest_is_offered_first() -> None:
    assert next(code for code, _ in STATUS.offer("t")) == "retired"
    assert len(STATUS.offer("")) == len(STATUS.options)


def test_that_initials_are_those_of_pinyin_for_every_word_that_is_offered() -> None:
    lists = (words.STUDY, words.NOT_COUNTED, words.IDLE_EXEMPT, words.SUPPORT_EXEMPT)
    offered = [word for each in lists for word in each.values()]
    offered += [*words.illnesses(), *words.DISABILITIES.values()]
    offered += [code.zh for kind in (EmploymentStatus, IncomeKind, RigidKind) for code in kind]
    wrong = []
    for word in offered:
        chinese = "".join(sign for sign in word if "\u4e00" <= sign <= "\u9fff")
        spoken = "".join(part[0] for part in lazy_pinyin(chinese))
        if initials.of(chinese) != spoken:
            wrong.append((word, initials.of(chinese), spoken))
    assert wrong == []
