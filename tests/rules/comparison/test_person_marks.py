"""户籍: by which marks of the registers a fact is told, from which day on, and in which words."""

from dataclasses import replace
from datetime import date

import pytest

from caseworker_app.model import id_number
from caseworker_app.model.declaration import Declaration
from caseworker_app.model.register import Custody, Marriage, RegisterSlice
from caseworker_app.model.source import Source
from caseworker_app.model.values import Month
from tests.rules.comparison.conftest import DAY, WIFE
from tests.rules.comparison.person_edits import (
    JAIL,
    NEW_WIFE,
    OLD_WIFE,
    SLIP,
    SPLIT,
    STRANGER,
    Compared,
    Edit,
    again,
    benefit,
    both,
    gone,
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


RAISED: dict[str, tuple[Edit, list[str]]] = {
    "died on the day": (row(0, death=DAY), ["HJ01 红"]),
    "dead, so not serving either": (row(2, death=DAY, service="conscript"), ["HJ01 红"]),
    "dead, so not missing either": (row(0, death=DAY, missing="court"), ["HJ01 红"]),
    "dead, so no other booklet either": (row(2, death=DAY, hukou_number="H777"), ["HJ01 红"]),
    "declared dead, and paid elsewhere": (
        both(told(0, whereabouts="死亡", marital="30"), row(0, death=DAY, benefits=(benefit(),))),
        ["HJ13 红"],
    ),
    "dead in two rows, told once": (
        both(row(0, death=DAY), again(0, death=DAY)),
        ["HJ01 红"],
    ),
    "dead in one row of two, so no split either": (
        both(again(0, **SPLIT), row(0, **SPLIT, death=DAY)),
        ["HJ01 红"],
    ),
    "in prison by one row of two": (both(again(0), row(0, custody=JAIL)), ["HJ10 红"]),
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
    "a number like that of a hukou-mate with an old row elsewhere": (
        both(told(2, id_number=SLIP), gone(2), mate(), mate(id="p8", hukou_number="H002")),
        ["HJ09 黄"],
    ),
    "a hukou-mate whose number is one slip from a member's own": (
        mate(id_number=WIFE[:16] + str((int(WIFE[16]) + 1) % 10) + WIFE[17]),
        ["HJ04 橙"],
    ),
    "one marriage in two rows, one without its day": (
        both(
            row(0, marriage=replace(NEW_WIFE, day=None)),
            again(0, marriage=NEW_WIFE),
            row(1, marriage=None),
        ),
        ["HJ07 橙"],
    ),
    "kin of two staff members": (
        both(row(0, staff_relative="王某（村委会）"), row(2, staff_relative="李某（镇政府）")),
        ["HJ14 橙", "HJ14 橙"],
    ),
}

SILENT: dict[str, Edit] = {
    "moves tomorrow": row(1, moved_out=TOMORROW, moved_to="320901001002"),
    "elsewhere in the county": row(1, region="330199009001"),
    "the county got a new number, the booklet unknown": both(
        household(region="330105001002"),
        *(row(n, region="330103001002", hukou_number="") for n in range(3)),
    ),
    "declared in another booklet, registered in ours": told(1, hukou_number="H777"),
    "region and booklet unknown": both(
        told(1, hukou_number=""), row(1, region="", hukou_number="")
    ),
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
