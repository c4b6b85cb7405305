"""户籍: by which marks of the registers a fact is told, from which day on, and in which words."""

from dataclasses import replace
from datetime import date

import pytest

from caseworker_app.model import id_number
from caseworker_app.model.declaration import Declaration
from caseworker_app.model.register import Custody, Marriage, RegisterSlice, Source
from caseworker_app.model.values import Month
from tests.rules.comparison.conftest import DAY
from tests.rules.comparison.person_edits import (
    JAIL,
    NEW_WIFE,
    OLD_WIFE,
    SLIP,
    SPLIT,
    STRANGER,
    Case,
    Compared,
    Edit,
    benefit,
    both,
    household,
    mate,
    number,
    row,
    said,
    told,
)

CHECKED, AFTER = date(2025, 5, 6), date(2025, 5, 7)
YESTERDAY, TOMORROW = date(2026, 3, 9), date(2026, 3, 11)
FOREIGNER = "91" + STRANGER[2:17] + id_number.check_digit("91" + STRANGER[2:17])

NO_CHECK = "身份号码校验位不符，请对照证件核对"


def again(n: int, **changes: object) -> Edit:
    """Add a second row of the n-th member."""

    def edit(case: Case) -> Case:
        other = replace(case[1].persons[n], **{"id": "p8", **changes})  # type: ignore[arg-type]  # by name
        return case[0], replace(case[1], persons=(*case[1].persons, other))

    return edit


def gone(n: int) -> Edit:
    """Take the n-th member out of the register."""

    def edit(case: Case) -> Case:
        rows = case[1].persons
        return case[0], replace(case[1], persons=(*rows[:n], *rows[n + 1 :]))

    return edit


RAISED: dict[str, tuple[Edit, list[str]]] = {
    "died on the day": (row(0, death=DAY), ["HJ01 红"]),
    "dead, so not serving either": (row(2, death=DAY, service="conscript"), ["HJ01 红"]),
    "dead, so not missing either": (row(0, death=DAY, missing="court"), ["HJ01 红"]),
    "dead in two rows, told once": (
        both(row(0, death=DAY), again(0, death=DAY)),
        ["HJ01 红"],
    ),
    "dead in one row of two, so no split either": (
        both(row(0, **SPLIT, death=DAY), again(0, **SPLIT)),
        ["HJ01 红"],
    ),
    "in prison by one row of two": (both(row(0, custody=JAIL), again(0)), ["HJ10 红"]),
    "moved on the day": (row(1, moved_out=DAY, moved_to="320901001002"), ["HJ02 橙"]),
    "moved, nobody knows when": (row(1, moved_to="320901001002"), ["HJ02 橙"]),
    "moved, and so in another booklet": (
        row(1, moved_to="320901001002", hukou_number="X1"),
        ["HJ02 橙"],
    ),
    "elsewhere, in no known booklet": (
        both(told(1, hukou_number=""), row(1, region="320901001002", hukou_number="")),
        ["HJ02 橙"],
    ),
    "renumbered, but the other way round": (
        both(
            household(region="330103001002"),
            *(row(n, region="330105001002", hukou_number="") for n in range(3)),
        ),
        ["HJ02 橙", "HJ02 橙", "HJ02 橙"],
    ),
    "another booklet, split off long ago": (
        row(2, hukou_number="H777", split_from="H001", split_on=date(2020, 1, 1)),
        ["HJ03 黄"],
    ),
    "another booklet, lately, split from none": (
        row(2, hukou_number="H777", split_on=date(2026, 1, 1)),
        ["HJ03 黄"],
    ),
    "to prison on the day": (row(0, custody=Custody("prison", DAY)), ["HJ10 红"]),
    "in prison to the end of the day": (
        row(0, custody=Custody("prison", date(2020, 1, 1), DAY)),
        ["HJ10 红"],
    ),
    "a student said to be a soldier": (
        both(told(2, whereabouts="服兵役"), row(2, service="student", hukou_number="S1")),
        ["HJ11 蓝"],
    ),
    "missing by a court, said to work away": (
        both(told(1, whereabouts="外出务工"), row(1, missing="court")),
        ["HJ12 橙"],
    ),
    "benefit elsewhere since this month": (
        row(0, benefits=(benefit(since=Month(2026, 3), last_paid=Month(2026, 3)),)),
        ["HJ13 红"],
    ),
    "benefit elsewhere, by a list two months old": (
        row(
            0,
            benefits=(benefit(last_paid=Month(2025, 12)),),
            source=Source("民政 救助", date(2026, 1, 15), "B", date(2026, 6, 1)),
        ),
        ["HJ13 红"],
    ),
    "one of two benefits elsewhere": (
        row(0, benefits=(benefit(monthly=0), benefit(monthly=1))),
        ["HJ13 红"],
    ),
    "moves out tomorrow, still a hukou-mate": (mate(moved_out=TOMORROW), ["HJ04 橙"]),
    "to die tomorrow, still a hukou-mate": (mate(death=TOMORROW), ["HJ04 橙"]),
    "born on the day of the last check": (
        mate(id_number=number("20250506", 11)),
        ["HJ04 橙"],
    ),
    "born the day after the last check": (mate(id_number=number("20250507", 11)), ["HJ08 蓝"]),
    "adopted on the day of the last check": (
        mate(moved_in_reason="收养", moved_in=CHECKED),
        ["HJ04 橙"],
    ),
    "adopted the day after": (mate(moved_in_reason="收养", moved_in=AFTER), ["HJ08 蓝"]),
    "registered by birth the day after": (
        mate(moved_in_reason="出生", moved_in=AFTER),
        ["HJ08 蓝"],
    ),
    "married into the booklet the day after": (
        mate(moved_in_reason="婚迁", moved_in=AFTER),
        ["HJ04 橙"],
    ),
    "adopted, nobody knows when": (mate(moved_in_reason="收养"), ["HJ04 橙"]),
    "split two years ago to the day": (
        row(0, split_from="H000", split_on=date(2024, 3, 10)),
        ["HJ05 橙"],
    ),
    "split from two booklets": (
        both(row(0, **SPLIT), row(1, **{**SPLIT, "split_from": "H00"})),
        ["HJ05 橙", "HJ05 橙"],
    ),
    "split, of two old addresses one is the same": (
        both(row(0, **SPLIT, split_address="青山路9号"), mate(hukou_number="H000")),
        ["HJ05 橙"],
    ),
    "married on the day of the last check": (
        both(row(0, marriage=replace(NEW_WIFE, day=CHECKED)), row(1, marriage=None)),
        ["HJ06 橙"],
    ),
    "married the day after": (
        both(row(0, marriage=replace(NEW_WIFE, day=AFTER)), row(1, marriage=None)),
        ["HJ07 橙"],
    ),
    "married, nobody knows when": (
        both(row(0, marriage=replace(NEW_WIFE, day=None)), row(1, marriage=None)),
        ["HJ06 橙"],
    ),
    "newly married to a member, who said otherwise": (
        told(1, marital="10"),
        ["HJ06 橙"],
    ),
    "divorced lately, said to be married": (
        row(0, marriage=Marriage("40", STRANGER, "周某", AFTER)),
        ["HJ06 橙"],
    ),
    "a spouse on probation is a member": (
        both(
            row(0, marriage=NEW_WIFE),
            mate(hukou_number="H002", custody=Custody("probation", date(2025, 8, 1))),
        ),
        ["HJ07 橙"],
    ),
    "a spouse nobody can trace is a member": (
        both(
            row(0, marriage=NEW_WIFE),
            row(1, marriage=None),
            mate(hukou_number="H002", missing="untraceable"),
        ),
        ["HJ07 橙"],
    ),
    "a spouse who studies is a member": (
        both(
            row(0, marriage=NEW_WIFE),
            row(1, marriage=None),
            mate(hukou_number="H002", service="student"),
        ),
        ["HJ07 橙"],
    ),
    "a name that differs, registered twice": (
        both(row(2, name="陈晓山", cancelled="重复")),
        ["HJ09 黄"],
    ),
    "a number like that of two hukou-mates": (
        both(
            told(2, id_number=SLIP),
            gone(2),
            mate(),
            mate(id="p7", id_number=SLIP[:5] + "8" + SLIP[6:]),
        ),
        ["HJ04 橙", "HJ04 橙", "HJ09 黄"],
    ),
    "a number like that of somebody in another booklet": (
        both(told(2, id_number=SLIP), gone(2), mate(hukou_number="H002")),
        ["HJ09 黄"],
    ),
    "kin of two staff members": (
        both(row(0, staff_relative="王某（村委会）"), row(2, staff_relative="李某（镇政府）")),
        ["HJ14 橙", "HJ14 橙"],
    ),
}

SILENT: dict[str, Edit] = {
    "moves tomorrow": row(1, moved_out=TOMORROW, moved_to="320901001002"),
    "elsewhere in the county": row(1, region="330199009001"),
    "region unknown": row(1, region=""),
    "booklet unknown": row(1, hukou_number=""),
    "another booklet, split off lately at another address": row(
        2, **SPLIT, hukou_number="H777", split_address="青山路9号"
    ),
    "to prison tomorrow": row(0, custody=Custody("prison", TOMORROW)),
    "out of prison yesterday": row(0, custody=Custody("prison", date(2020, 1, 1), YESTERDAY)),
    "a soldier, as declared": both(told(2, whereabouts="服兵役"), row(2, service="conscript")),
    "missing, as declared": both(told(1, whereabouts="失联"), row(1, missing="court")),
    "untraceable, as declared": both(told(1, whereabouts="失联"), row(1, missing="untraceable")),
    "benefit elsewhere, last paid two months ago": row(
        0, benefits=(benefit(last_paid=Month(2026, 1)),)
    ),
    "benefit elsewhere from next month": row(0, benefits=(benefit(since=Month(2026, 4)),)),
    "a mate moved out on the day": mate(moved_out=DAY),
    "a mate moved to somewhere": mate(moved_to="330199007008"),
    "a mate gone abroad": mate(cancelled="出国"),
    "a mate by another row gone": both(mate(), mate(id="p8", cancelled="出国")),
    "our booklet unknown": both(household(hukou_number=""), mate(hukou_number="")),
    "split on a day still to come": row(0, split_from="H000", split_on=TOMORROW),
    "split of somebody dead, as declared": both(
        told(0, whereabouts="死亡", marital="30"), row(0, **SPLIT, marriage=None)
    ),
    "the spouse joined the army": both(
        row(0, marriage=NEW_WIFE), row(1, marriage=None), mate(cancelled="参军")
    ),
    "a court declared the spouse missing": both(
        row(0, marriage=NEW_WIFE), row(1, marriage=None), mate(hukou_number="H2", missing="court")
    ),
    "the spouse is dead": both(
        row(0, marriage=OLD_WIFE), row(1, marriage=None), mate(death=date(2020, 1, 1))
    ),
    "a foreigner, in no booklet": both(told(2, id_number=FOREIGNER), gone(2)),
}


@pytest.mark.parametrize("name", RAISED)
def test_that_the_mark_tells_the_kind(
    name: str, declaration: Declaration, records: RegisterSlice, compared: Compared
) -> None:
    edit, expected = RAISED[name]
    assert said(compared(*edit((declaration, records)))) == expected


@pytest.mark.parametrize("name", SILENT)
def test_that_without_the_mark_nothing_is_told(
    name: str, declaration: Declaration, records: RegisterSlice, compared: Compared
) -> None:
    assert said(compared(*SILENT[name]((declaration, records)))) == []


WORDS: dict[str, tuple[Edit, str]] = {
    "the day of death": (row(0, death=date(2026, 2, 1)), "2026-02-01 死亡"),
    "death without its day": (row(0, cancelled="死亡"), "户籍因死亡注销"),
    "gone abroad": (row(1, cancelled="出国"), "户籍因出国注销"),
    "moved, and when": (
        row(1, moved_out=date(2025, 9, 1), moved_to="320901001002"),
        "2025-09-01迁往 320901001002",
    ),
    "moved": (row(1, moved_to="320901001002"), "迁往 320901001002"),
    "where it lies": (
        row(1, region="320901001002", hukou_number="X1", address=""),
        "户籍在 320901001002",
    ),
    "the other booklet": (row(2, hukou_number="H777"), "登记在户号 H777"),
    "prison with its end": (row(0, custody=JAIL), "服刑，2025-08-01 至 2027-08-01"),
    "isolation without end": (
        row(0, custody=Custody("drug_isolation", date(2025, 8, 1))),
        "强制隔离戒毒，2025-08-01 起",
    ),
    "a soldier": (row(2, service="conscript"), "现役义务兵"),
    "a student": (
        both(told(2, whereabouts="在家"), row(2, service="student")),
        "入学集体户",
    ),
    "the other benefit": (
        row(0, benefits=(benefit(),)),
        "江苏省盐城市 低保 每月800元，2025-01起，最近发放 2026-02",
    ),
    "a mate by name, relation and way in": (
        mate(relation="孙子", moved_in_reason="婚迁"),
        "周某，孙子，婚迁入户",
    ),
    "a mate whose relation is a code": (mate(relation="22"), "周某"),
    "a mate in prison": (mate(custody=JAIL), "周某，服刑或强制戒毒期间不计入"),
    "the split": (
        row(0, **SPLIT, address=""),
        "2025-06-01 由户号 H000 分出，地址 未登记",
    ),
    "kin": (row(0, staff_relative="王某（村委会）"), "与 王某（村委会） 为近亲属"),
    "the marriage": (
        both(row(0, marriage=OLD_WIFE), row(1, marriage=None)),
        "2003-10-01 登记，已婚，配偶 周某",
    ),
    "the divorce": (
        both(told(0, marital="20"), row(0, marriage=Marriage("40")), row(1, marriage=None)),
        "离婚",
    ),
    "an unknown state": (
        both(row(0, marriage=Marriage("90")), row(1, marriage=None)),
        "未说明",
    ),
    "no such number": (gone(2), "户籍库查无此号码"),
    "one slip": (
        both(told(2, id_number=SLIP), row(2, id_number=STRANGER)),
        f"{NO_CHECK}；户籍登记号码为 330199********{STRANGER[14:]}，相差一处",
    ),
    "another name, and registered twice": (
        row(2, name="陈晓山", cancelled="重复"),
        "登记姓名 陈晓山；户籍因重复注销",
    ),
    "a former name, and registered twice": (
        row(2, name="陈晓山", former_name="陈小山", cancelled="重复"),
        "登记姓名 陈晓山，申报的是曾用名；户籍因重复注销",
    ),
}


@pytest.mark.parametrize("name", WORDS)
def test_that_the_register_is_quoted(
    name: str, declaration: Declaration, records: RegisterSlice, compared: Compared
) -> None:
    edit, words = WORDS[name]
    assert [item.registered for item in compared(*edit((declaration, records)))] == [words]


def test_that_two_without_a_number_do_not_share_one(
    declaration: Declaration, records: RegisterSlice, compared: Compared
) -> None:
    edit = both(told(1, id_number="", marital="10"), told(2, id_number=""), gone(2), gone(1))
    found = compared(*edit((declaration, records)))
    assert not [item for item in found if "同一号码" in item.registered]


def test_that_a_couple_is_told_once_with_the_rows_of_both(
    declaration: Declaration, records: RegisterSlice, compared: Compared
) -> None:
    edit = both(told(0, marital="40"), told(1, marital="40"))
    (item,) = compared(*edit((declaration, records)))
    assert (item.member_id, item.record_ids) == ("m1", ("p1", "p2"))


def test_that_a_split_is_told_of_its_first_member_with_all_rows(
    declaration: Declaration, records: RegisterSlice, compared: Compared
) -> None:
    edit = both(*(row(n, **SPLIT) for n in (2, 1)))
    (item,) = compared(*edit((declaration, records)))
    assert (item.member_id, item.record_ids, item.subject) == ("m2", ("p2", "p3"), "青山路8号")


def test_that_kin_is_told_of_the_first_member(
    declaration: Declaration, records: RegisterSlice, compared: Compared
) -> None:
    edit = both(*(row(n, staff_relative="王某") for n in (2, 1)))
    (item,) = compared(*edit((declaration, records)))
    assert (item.member_id, item.record_ids) == ("m2", ("p2", "p3"))
