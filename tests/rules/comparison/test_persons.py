"""户籍: each kind from its own facts, and the nearest innocent fact that must stay silent."""

from dataclasses import replace
from datetime import date

import pytest

from caseworker_app.model.declaration import Declaration
from caseworker_app.model.register import Custody, Marriage, RegisterSlice
from caseworker_app.model.source import Source
from caseworker_app.model.values import Month
from tests.rules.comparison.other_rows import allowance, beside
from tests.rules.comparison.person_edits import (
    JAIL,
    NEW_WIFE,
    OLD_WIFE,
    PERMIT,
    SLIP,
    SPLIT,
    STRANGER,
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

RAISED: dict[str, tuple[Edit, list[str]]] = {
    "died before the day": (row(0, death=date(2026, 2, 1)), ["HJ01 红"]),
    "cancelled by death": (row(1, cancelled="死亡"), ["HJ01 红"]),
    "dead, so nothing else about the person": (
        row(0, death=date(2026, 2, 1), moved_to="320901000000", custody=JAIL, hukou_number="H7"),
        ["HJ01 红"],
    ),
    "moved to another province": (
        row(1, moved_out=date(2025, 9, 1), moved_to="320901001002"),
        ["HJ02 橙"],
    ),
    "registered in another county": (
        row(1, region="320901001002", hukou_number="X1"),
        ["HJ02 橙"],
    ),
    "left the country": (row(1, cancelled="出国"), ["HJ02 橙"]),
    "another booklet": (row(2, hukou_number="H777"), ["HJ03 黄"]),
    "a hukou-mate": (mate(), ["HJ04 橙"]),
    "a hukou-mate in prison": (mate(custody=JAIL), ["HJ04 蓝"]),
    "a child born before the last check": (
        mate(id_number=number("20240105", 11), moved_in_reason="出生", moved_in=date(2024, 2, 1)),
        ["HJ04 橙"],
    ),
    "split at one address": (
        both(*(row(n, **SPLIT, split_address="青山路 8号") for n in range(3))),
        ["HJ05 橙"],
    ),
    "split, and declared under the old booklet": (
        row(0, **SPLIT, hukou_number="H002"),
        ["HJ05 橙"],
    ),
    "split, old address unknown": (row(0, **SPLIT), ["HJ05 橙"]),
    "split, old booklet at one address": (
        both(row(0, **SPLIT), mate(hukou_number="H000")),
        ["HJ05 橙"],
    ),
    "divorced by the register": (
        both(row(0, marriage=Marriage("40")), row(1, marriage=Marriage("40"))),
        ["HJ06 橙", "HJ06 橙"],
    ),
    "one couple, one difference": (both(told(0, marital="40"), told(1, marital="40")), ["HJ06 橙"]),
    "another spouse, undeclared": (
        both(row(0, marriage=OLD_WIFE), row(1, marriage=None)),
        ["HJ06 橙"],
    ),
    "newly married": (both(told(1, marital="30"), row(1, marriage=NEW_WIFE)), ["HJ07 橙"]),
    "new spouse in the same booklet": (both(row(0, marriage=NEW_WIFE), mate()), ["HJ07 橙"]),
    "a child born after the last check": (
        mate(id_number=number("20250911", 12)),
        ["HJ08 蓝"],
    ),
    "a child adopted after the last check": (
        mate(id_number=number("20180911", 12), moved_in_reason="收养", moved_in=date(2025, 9, 1)),
        ["HJ08 蓝"],
    ),
    "another name": (row(2, name="陈晓山"), ["HJ09 黄"]),
    "a former name": (row(2, name="陈晓山", former_name="陈小山"), ["HJ09 黄"]),
    "wrong check digit": (
        both(told(2, id_number=SLIP), row(2, id_number=SLIP)),
        ["HJ09 黄"],
    ),
    "a number one slip away, and no hukou-mate": (
        both(told(2, id_number=SLIP), row(2, id_number=STRANGER)),
        ["HJ09 黄"],
    ),
    "no such number": (
        lambda case: (case[0], replace(case[1], persons=case[1].persons[:2])),
        ["HJ09 黄"],
    ),
    "no number at all": (
        lambda case: told(2, id_number="")(
            (case[0], replace(case[1], persons=case[1].persons[:2]))
        ),
        ["HJ09 黄"],
    ),
    "registered twice": (row(2, cancelled="重复"), ["HJ09 黄"]),
    "two members, one number": (
        lambda case: told(2, id_number=case[0].persons[1].id_number, name="林秀")(
            (case[0], replace(case[1], persons=case[1].persons[:2]))
        ),
        ["HJ09 黄", "HJ09 黄"],
    ),
    "in prison": (row(0, custody=JAIL), ["HJ10 红"]),
    "in drug isolation without end": (
        row(0, custody=Custody("drug_isolation", date(2025, 8, 1))),
        ["HJ10 红"],
    ),
    "in prison and missing": (row(0, custody=JAIL, missing="court"), ["HJ10 红"]),
    "student declared at home": (
        both(told(2, whereabouts="在家"), row(2, service="student", hukou_number="S1")),
        ["HJ11 蓝"],
    ),
    "conscript": (row(2, service="conscript", hukou_kind="集体户"), ["HJ11 蓝"]),
    "cancelled for the army": (row(2, cancelled="参军"), ["HJ11 蓝"]),
    "declared missing by a court": (row(1, missing="court"), ["HJ12 橙"]),
    "untraceable": (row(1, missing="untraceable"), ["HJ12 黄"]),
    "benefit elsewhere": (row(0, benefits=(benefit(),)), ["HJ13 红"]),
    "benefit elsewhere of a dead person": (
        row(0, death=date(2026, 2, 1), benefits=(benefit(),)),
        ["HJ01 红", "HJ13 红"],
    ),
    "kin of staff": (row(0, staff_relative="王某（村委会）"), ["HJ14 橙"]),
    "kin of one staff member, once": (
        both(row(0, staff_relative="王某（村委会）"), row(2, staff_relative="王某（村委会）")),
        ["HJ14 橙"],
    ),
}

SILENT: dict[str, Edit] = {
    "HJ01 the death was declared": both(
        told(0, whereabouts="死亡", marital="30"), row(0, death=date(2026, 2, 1))
    ),
    "HJ01 a death not yet come": row(0, death=date(2026, 5, 1)),
    "HJ02 within the county": row(1, moved_out=date(2025, 9, 1), moved_to="330199007008"),
    "HJ02 a move still to come": row(1, moved_out=date(2026, 9, 1), moved_to="320901001002"),
    "HJ02 student's collective booklet": row(
        2, service="student", moved_to="310101001002", hukou_number="S1"
    ),
    "HJ02 the county got a new number": both(
        household(region="330105001002"),
        *(row(n, region="330103001002") for n in range(3)),
    ),
    "HJ02 the dead, declared, go nowhere": both(
        told(2, whereabouts="死亡"), row(2, moved_to="320901001002", missing="court")
    ),
    "HJ03 the other booklet was declared": both(
        told(1, hukou_number="H777"), row(1, hukou_number="H777")
    ),
    "HJ03 elsewhere, as declared": both(
        told(1, hukou_number="X1"), row(1, hukou_number="X1", region="320901001002")
    ),
    "HJ04 another booklet": mate(hukou_number="H002"),
    "HJ04 collective booklet": mate(hukou_kind="集体户"),
    "HJ04 moved out": mate(moved_out=date(2020, 1, 1)),
    "HJ04 dead": mate(death=date(2020, 1, 1)),
    "HJ05 the old booklet lies elsewhere": row(0, **SPLIT, split_address="青山路9号"),
    "HJ05 split long ago": row(
        0, split_from="H000", split_on=date(2023, 6, 1), split_address="青山路8号"
    ),
    "HJ06 married in other words": told(0, marital="22"),
    "HJ06 spouse is dead": both(
        row(0, marriage=OLD_WIFE), row(1, marriage=None), mate(cancelled="死亡")
    ),
    "HJ07 spouse in prison, other booklet": both(
        row(0, marriage=NEW_WIFE), mate(hukou_number="H002", custody=JAIL)
    ),
    "HJ07 spouse a conscript": both(
        row(0, marriage=NEW_WIFE), mate(hukou_number="H002", service="conscript")
    ),
    "HJ08 no booklet of ours": mate(id_number=number("20250911", 12), hukou_number="H002"),
    "HJ09 dots, blanks and forms of one name": both(
        told(1, name="阿依古丽•买买提"), row(1, name="阿依古丽·买买 提")
    ),
    "HJ09 a number of fifteen digits": lambda case: told(
        0, id_number=case[0].persons[0].id_number[:6] + case[0].persons[0].id_number[8:17]
    )(case),
    "HJ09 full-width number": lambda case: told(
        0, id_number="".join(chr(ord(c) + 0xFEE0) for c in case[0].persons[0].id_number)
    )(case),
    "HJ09 a residence permit, in no booklet": lambda case: told(2, id_number=PERMIT)(
        (case[0], replace(case[1], persons=case[1].persons[:2]))
    ),
    "HJ09 the dead, declared, gone from the register": lambda case: told(2, whereabouts="死亡")(
        (case[0], replace(case[1], persons=case[1].persons[:2]))
    ),
    "HJ09 the register was not asked": lambda case: (case[0], replace(case[1], persons=())),
    "HJ10 declared": both(told(0, whereabouts="服刑"), row(0, custody=JAIL)),
    "HJ10 released": row(0, custody=Custody("prison", date(2020, 8, 1), date(2025, 8, 1))),
    "HJ10 community correction": row(0, custody=Custody("community_correction", date(2025, 8, 1))),
    "HJ10 probation": row(0, custody=Custody("probation", date(2025, 8, 1))),
    "HJ10 medical bail": row(0, custody=Custody("medical_bail", date(2025, 8, 1))),
    "HJ11 the student was declared at school": row(
        2, service="student", hukou_kind="集体户", hukou_number="S1"
    ),
    "HJ12 simply away for work": both(
        told(1, whereabouts="外出务工"), row(1, missing="untraceable")
    ),
    "HJ13 ended": row(0, benefits=(benefit(last_paid=Month(2025, 12)),)),
    "HJ13 listed as obligor only": row(0, benefits=(benefit(monthly=0),)),
    "HJ13 our own benefit": row(0, benefits=(benefit(place="330199001002"),)),
    "HJ14 filed": both(
        household(near_relative_filed=True), row(0, staff_relative="王某（村委会）")
    ),
}


@pytest.mark.parametrize("name", RAISED)
def test_that_the_fact_raises_its_kind(
    name: str, declaration: Declaration, records: RegisterSlice, compared: Compared
) -> None:
    edit, expected = RAISED[name]
    assert said(compared(*edit((declaration, records)))) == expected


@pytest.mark.parametrize("name", SILENT)
def test_that_the_nearest_innocent_fact_raises_nothing(
    name: str, declaration: Declaration, records: RegisterSlice, compared: Compared
) -> None:
    assert said(compared(*SILENT[name]((declaration, records)))) == []


def test_that_every_kind_of_person_is_covered() -> None:
    kinds = {code.split()[0] for _, codes in RAISED.values() for code in codes}
    assert kinds == {f"HJ{n:02d}" for n in range(1, 15)}
    assert {name.split()[0] for name in SILENT} == kinds


def test_that_a_benefit_elsewhere_is_proved_by_either_list(
    declaration: Declaration, records: RegisterSlice, compared: Compared
) -> None:
    old = Source("民政 跨省核对", date(2025, 11, 1), "B0", date(2026, 6, 1))
    paid = benefit(since=Month(2025, 1), last_paid=Month(2025, 11))
    matched = row(0, benefits=(paid,), source=old)((declaration, records))
    ledger = allowance(kind="低保金", place="360199001201")
    (late,) = compared(*matched)
    (proved,) = compared(declaration, beside(matched[1], ledger))
    assert (late.stale, proved.stale) == (True, False)
    assert proved.declared == "陈大山，在家"
    assert (late.record_ids, proved.record_ids) == (("p1",), ("p1", "r1"))


def test_that_a_former_name_is_told_as_such(
    declaration: Declaration, records: RegisterSlice, compared: Compared
) -> None:
    (item,) = compared(*row(2, name="陈晓山", former_name="陈小山")((declaration, records)))
    assert item.id == "HJ09:m3"
    assert item.registered == "登记姓名 陈晓山，申报的是曾用名"
    assert item.declared == f"陈小山，330199********{declaration.persons[2].id_number[14:]}"
