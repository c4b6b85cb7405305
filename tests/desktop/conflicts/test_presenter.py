from dataclasses import replace

import pytest

from caseworker_app.desktop.conflicts import words
from caseworker_app.desktop.conflicts.presenter import NOW, OWN, WANTED, ConflictsPresenter
from tests.desktop.conflicts.making import CHANGED, INCOME, LATE, PHONE

MET = "/members/#m1/met"


def presenter() -> ConflictsPresenter:
    made = ConflictsPresenter()
    made.seen((CHANGED, LATE))
    return made


def test_that_a_change_is_shown_in_three_columns_in_the_words_of_the_screen() -> None:
    view = presenter().view()
    assert view is not None
    assert (view.title, view.place) == ("王桂兰户，档案改得不一样", "第 1 项，共 2 项")
    assert view.about.endswith("对方写的理由：刚打过电话")
    phone, income, met = view.points
    assert phone.label == "联系电话"
    assert (phone.base.value, phone.now.value, phone.wanted.value) == (
        "0571-1", "0571-2", "0571-3",
    )  # fmt: skip
    assert (phone.now.by, phone.wanted.by) == ("张干事　11月22日 10:32", "李四　9月3日 10:32")
    assert income.label == "收入核查 · 每月金额"
    assert (income.base.value, income.now.value) == ("300 元", "360 元")
    assert met.label == "家庭成员 · 王桂兰 · 是否见到"
    assert (met.base.value, met.now.value, met.wanted.value) == ("办公室没有留存", "是", "否")
    assert (phone.is_free, income.is_money, met.is_free) == (True, True, False)


def test_that_a_late_visit_is_one_decision_with_what_it_says() -> None:
    made = presenter()
    made.go(1)
    view = made.view()
    assert view is not None
    assert view.title == "王桂兰户，李四的迟到走访，9月3日"
    assert [(p.label, p.wanted.value) for p in view.points] == [
        ("核查日期", "2026年9月3日"),
        ("认定结果", "低保"),
        ("每月金额", "600 元"),
        ("调查意见", "符合"),
    ]
    assert view.rest == "另有 1 项随整份一起。"
    made.choose("", WANTED)
    assert made.choices() == {point.path: point.wanted for point in LATE.points}
    made.choose("", NOW)
    assert made.choices() == {point.path: None for point in LATE.points}


def test_that_every_point_and_a_reason_are_asked_for() -> None:
    made = presenter()
    assert made.fault() == "还有 3 处没有选，请逐处选定。"
    made.choose_all(NOW)
    made.choose(PHONE, OWN)
    assert made.fault() == "还有 1 处没有选，请逐处选定。"
    made.type_own(PHONE, "0571-9")
    made.choose(INCOME, WANTED)
    assert made.fault() == "请写明裁决的理由，至少 2 个字。"
    made.reason = "问过"
    assert made.fault() == ""
    assert made.choices() == {PHONE: "0571-9", INCOME: 40_000, MET: True}
    made.go(1)
    assert made.fault() == "请先选采纳还是不采纳。"


def test_that_what_was_chosen_stays_while_another_is_looked_at() -> None:
    made = presenter()
    made.choose(PHONE, NOW)
    made.go(1)
    assert made.choices() == {}
    made.go(1)
    assert made.choices() == {PHONE: "0571-2"}
    made.seen((LATE, CHANGED))
    view = made.view()
    assert view is not None
    assert view.place == "第 2 项，共 2 项"


def test_that_a_reason_stays_with_what_it_was_written_for() -> None:
    made = presenter()
    made.reason = "问过"
    made.go(1)
    assert made.reason == ""
    made.go(-1)
    assert made.reason == "问过"


def test_that_what_has_changed_since_is_chosen_anew() -> None:
    made = presenter()
    made.choose_all(NOW)
    made.choose(PHONE, OWN)
    made.type_own(PHONE, "0571-9")
    phone, *others = CHANGED.points
    made.seen((replace(CHANGED, points=(replace(phone, now="0571-7"), *others)), LATE))
    assert made.choices() == {}
    view = made.view()
    assert view is not None
    assert [(point.side, point.own) for point in view.points] == [("", None)] * 3


@pytest.mark.parametrize("given", ["2026-13-45", "0000-00-00"])
def test_that_what_only_looks_like_a_day_is_shown_as_it_stands(given: str) -> None:
    assert words.value("/opinion", given, {}) == given
    assert words.is_free("/opinion", given)


def test_that_of_a_deletion_it_is_said_what_becomes_of_the_record() -> None:
    assert words.label("/", {}) == "整份记录"
    assert (words.value("/", True, {}), words.value("/", None, {})) == ("删除", "保留")
    assert not words.is_free("/", None, True)


def test_that_codes_and_days_are_not_typed() -> None:
    assert not words.is_free("/household/category", "dibao", "low_margin")
    assert not words.is_free("/household/due", "2026-09-03")
    assert words.is_free("/household/living_address", None, "河埠里")
