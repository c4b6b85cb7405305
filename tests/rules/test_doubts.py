"""Facts that do not sit well with the law are told, and change nothing."""

from dataclasses import replace

import pytest

from caseworker_app.intake.pack_file import shipped
from caseworker_app.model.codes import Residence
from caseworker_app.model.economy import EconomicStatus
from caseworker_app.model.household import Disability
from caseworker_app.rules.determination import determine
from caseworker_app.rules.policy.pack import Pack
from tests.rules.homes import home, obligor, pension, person
from tests.rules.packs import PACK

NORTH = shipped("bf_demo")


def told(status: EconomicStatus) -> list[str]:
    return [remark.text for remark in determine(status, PACK).remarks]


@pytest.mark.parametrize(
    ("study", "age", "told_of"),
    [
        ("master_full_time", 24, True),
        ("doctor_full_time", 18, True),
        ("bachelor_full_time", 24, False),
        ("master_full_time", 17, False),
    ],
)
def test_that_a_counted_postgraduate_is_doubted(study: str, age: int, told_of: bool) -> None:  # noqa: FBT001  # a row of the table
    status = home(person(age=age, status="student", study=study), person("p2"))
    assert any("研究生" in text for text in told(status)) is told_of


@pytest.mark.parametrize(("age", "told_of"), [(15, 1), (16, 0), (59, 0), (60, 1)])
def test_that_imputing_to_the_young_and_old_is_doubted(age: int, told_of: int) -> None:
    status = home(person(age=age, status="idle"), person("p2"))
    assert sum("有劳动能力未就业" in text for text in told(status)) == told_of


def test_that_an_unknown_reason_not_to_impute_is_told() -> None:
    assert any(
        "“tired”不在规则包清单内" in t
        for t in told(home(person(status="idle", idle_exempt="tired")))
    )
    known = home(person(status="idle", idle_exempt="pregnant"), person("p2"))
    assert told(known) == []


def test_that_an_unknown_reason_not_to_count_is_told() -> None:
    away = person("p2", excluded="on a journey")
    assert any("“on a journey”未见于规定" in text for text in told(home(person(), away)))
    assert told(home(person(), person("p2", excluded="prison"))) == []


def test_that_a_person_alone_without_labour_is_asked_about_obligors() -> None:
    old = home(person(age=66))
    assert any("可按特困认定" in text for text in told(old))
    assert determine(old, PACK).remarks[0].articles == ("TKM-4", "TKM-8")


@pytest.mark.parametrize(
    "status",
    [
        home(person(age=66, no_able_obligor=True)),
        home(person(age=66), support=(obligor(),)),
        home(person(age=66), person("p2")),
        home(person(age=40)),
        home(person(age=66), incomes=(pension("p1", 1301),)),
    ],
    ids=["tekun already", "has obligors", "two", "can work", "above the line"],
)
def test_that_nobody_else_is_asked_about_obligors(status: EconomicStatus) -> None:
    assert not any("可按特困认定" in text for text in told(status))


def test_that_doubts_stand_in_the_explanation_and_change_no_figure() -> None:
    doubted = home(person(age=24, status="student", study="master_full_time"), person("p2"))
    plain = home(person(age=24, status="student"), person("p2"))
    found = determine(doubted, PACK)
    assert found.reason.parts[-1].label == "需要留意"
    other = determine(plain, PACK)
    assert replace(found, reason=other.reason, remarks=()) == replace(other, remarks=())


def test_that_disability_makes_labourless_too() -> None:
    assert any("可按特困认定" in t for t in told(home(person(disability=Disability(5, 3)))))


@pytest.mark.parametrize(
    ("residence", "pack", "told_of"),
    [(None, NORTH, True), (Residence.URBAN, NORTH, False), (None, PACK, False)],
    ids=["not said", "said", "all alike"],
)
def test_that_an_unsaid_residence_is_told_where_town_and_country_differ(
    residence: Residence | None, pack: Pack, *, told_of: bool
) -> None:
    remarks = determine(home(person(), residence=residence), pack).remarks
    assert any("按农村标准计算" in remark.text for remark in remarks) is told_of
