"""户籍: what the registers say of a person, quoted, and whose rows are shown."""

from datetime import date

import pytest

from caseworker_app.model.declaration import Declaration
from caseworker_app.model.register import Custody, Marriage, RegisterSlice
from tests.rules.comparison.person_edits import (
    JAIL,
    OLD_WIFE,
    SLIP,
    SPLIT,
    STRANGER,
    Compared,
    Edit,
    benefit,
    both,
    gone,
    mate,
    row,
    told,
)

NO_CHECK = "身份号码校验位不符，请对照证件核对"

WORDS: dict[str, tuple[Edit, str]] = {
    "the day of death": (row(0, death=date(2026, 2, 1)), "2026-02-01 死亡"),
    "death without its day": (row(0, cancelled="死亡"), "户籍因死亡注销"),
    "gone abroad": (row(1, cancelled="出国"), "户籍因出国注销"),
    "moved, and when": (
        row(1, moved_out=date(2025, 9, 1), moved_to="320901001002"),
        "2025-09-01 迁往 320901001002",
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
    "another name and another former name": (
        row(2, name="陈晓山", former_name="陈山"),
        "登记姓名 陈晓山",
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
