"""What looks wrong and is not: each closes by its legal answer and is counted no longer."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from fractions import Fraction
from typing import NamedTuple

import pytest
from hypothesis import HealthCheck, given, settings, strategies as st

from caseworker_app.model.codes import Level
from caseworker_app.model.declaration import Declaration
from caseworker_app.model.economy import EconomicStatus
from caseworker_app.model.register import PersonRecord, RegisterSlice
from caseworker_app.rules.comparison.answers import answers
from caseworker_app.rules.comparison.catalogue import KINDS
from caseworker_app.rules.policy.pack import Pack
from tests.rules.comparison.conftest import POLICE, SON, WIFE, Compared, number
from tests.rules.comparison.judged import answer_of, figures
from tests.rules.comparison.other_rows import (
    YUAN,
    asset,
    beside,
    business,
    fund,
    insurance,
    policy,
    said,
    tax,
)

Case = tuple[Declaration, RegisterSlice]
Built = Callable[[Declaration, RegisterSlice], Case]
Count = Callable[[EconomicStatus], int]


class Situation(NamedTuple):
    build: Built
    code: str
    answer: str
    article: str
    evidence: str
    counts: Count
    """What of it the determination counts."""
    otherwise: str = ""
    """An answer by which it does count; the open question where empty."""


def vehicle(claim: str = "", **changes: object) -> Built:
    def build(told: Declaration, records: RegisterSlice) -> Case:
        row = replace(records.vehicles[0], **changes)  # type: ignore[arg-type]  # by name
        words = (replace(told.vehicles[0], claim=claim),) if claim else ()
        return replace(told, vehicles=words), replace(records, vehicles=(row,))

    return build


def house(**changes: object) -> Built:
    def build(told: Declaration, records: RegisterSlice) -> Case:
        row = replace(records.estates[0], **changes)  # type: ignore[arg-type]  # by name
        return replace(told, estates=()), replace(records, estates=(row,))

    return build


def rows(*more: object) -> Built:
    return lambda told, records: (told, beside(records, *more))  # type: ignore[arg-type]  # rows


def cars(status: EconomicStatus) -> int:
    return sum(not vehicle.resolved for vehicle in status.property.vehicles)


def homes(status: EconomicStatus) -> int:
    return sum(not dwelling.resolved for dwelling in status.property.dwellings)


def money(status: EconomicStatus) -> int:
    return status.property.money


def earned(status: EconomicStatus) -> int:
    return sum(income.monthly * 12 + income.annual for income in status.incomes)


SITUATIONS: dict[str, Situation] = {
    "car sold, not transferred": Situation(
        vehicle("sold"), "CL02", "sold_delivered", "CC-224", "交付时间", cars, "sale_unproved"
    ),
    "car sold, not declared": Situation(
        vehicle(), "CL01", "sold_delivered", "CC-224", "买卖协议", cars, "owned"
    ),
    "car scrapped": Situation(
        vehicle("scrapped", status="P", insured_until=None),
        "CL03", "scrapped", "DBM-14", "报废机动车回收证明", cars, "still_usable",
    ),
    "house sold, not registered: the price counts, the house does not": Situation(
        house(contract_filed=date(2026, 1, 5)),
        "FC05", "proceeds_counted", "CC-209", "收款流水", homes, "still_registered",
    ),
    "inherited share nobody can live in or sell": Situation(
        house(acquired="继承", share=Fraction(1, 4)),
        "FC03", "inherited_share_not_usable", "CC-230", "继承公证", homes, "inherited_share",
    ),
    "divorce by judgment": Situation(
        house(divorce_division=True),
        "FC13", "divided_by_judgment", "CC-229", "判决书", homes, "agreement_only",
    ),
    "compensation for an injury": Situation(
        rows(asset()), "SR06", "compensation", "DBM-14", "赔付单", money, "own_money"
    ),
    "crowd-funding for treatment": Situation(
        rows(asset()), "SR06", "crowd_funding", "DBM-14", "筹款平台明细", money, "own_money"
    ),
    "house money to rebuy": Situation(
        rows(asset()), "SR06", "rebuying", "DBM-14", "购房合同", money, "own_money"
    ),
    "funeral money": Situation(
        rows(asset()), "SR06", "funeral_money", "DBM-13", "发放明细", money, "own_money"
    ),
    "another's money passing through": Situation(
        rows(asset()), "SR06", "passing_through", "DBM-17", "款项所有人说明", money, "own_money"
    ),
    "a balance left by a former job": Situation(
        rows(fund(state="封存")), "SR04", "former_job", "DBM-17", "离职证明", money, "fund_balance"
    ),
    "an insurance against illness": Situation(
        rows(policy()), "SR07", "illness_insurance", "DBM-14", "保单", money, "cash_value"
    ),
    "dead shop": Situation(
        rows(business(state="吊销", capital=80_000 * YUAN)),
        "SR05", "dead_shop", "DBM-18", "注销证明",
        lambda status: status.property.capital, "in_business",
    ),
    "stranger's employer in the tax data": Situation(
        rows(tax()), "SR03", "identity_misused", "DBM-18", "个税申诉回执", earned, "earned"
    ),
    "insurance paid by oneself through a firm": Situation(
        rows(insurance()), "SR01", "self_paid", "DBM-13", "挂靠说明", earned, "works_there"
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", SITUATIONS.values(), ids=SITUATIONS)
def test_that_it_closes_by_its_answer_and_is_counted_no_longer(
    case: Situation,
    declaration: Declaration,
    records: RegisterSlice,
    pack: Pack,
    compared: Compared,
) -> None:
    told, held = case.build(declaration, records)
    assert case.code in {difference.code for difference in compared(told, held)}
    answer = answer_of(case.code, case.answer)
    assert answer.article == case.article
    assert case.evidence in answer.evidence_zh
    assert case.counts(figures(told, held, pack, {case.code: case.otherwise})) > 0
    assert case.counts(figures(told, held, pack, {case.code: case.answer})) == 0


def test_that_a_house_sold_counts_once_as_house_or_as_money(
    declaration: Declaration, records: RegisterSlice, pack: Pack
) -> None:
    told, held = house(contract_filed=date(2026, 1, 5))(declaration, records)
    paid = replace(told, money=300_000 * YUAN)
    either = figures(paid, held, pack, {"FC05": "proceeds_counted"})
    assert (homes(either), money(either)) == (0, 300_000 * YUAN)
    still = figures(told, held, pack, {"FC05": "still_registered"})
    assert (homes(still), money(still)) == (1, 0)


def test_that_what_the_spouse_owns_is_the_households(
    declaration: Declaration, records: RegisterSlice, pack: Pack
) -> None:
    told, held = vehicle(owner_id_number=WIFE, owner_name="林秀")(declaration, records)
    for code in ("CL01", "FC01"):
        assert answer_of(code, "spouse_owned").article == "CC-1062"
        assert answer_of(code, "spouse_owned").counts
    assert cars(figures(told, held, pack, {"CL01": "spouse_owned"})) == 1


def test_that_no_answer_takes_a_kind_out_because_of_a_surname_except_that_it_means_nothing() -> (
    None
):
    found = [answer for code in KINDS for answer in answers(code) if "姓" in answer.zh]
    assert [answer.code for answer in found] == ["no_kin"]


def test_that_a_student_in_the_schools_booklet_is_information_at_most(
    declaration: Declaration, records: RegisterSlice, pack: Pack, compared: Compared
) -> None:
    away = replace(records.persons[2], service="student", hukou_kind="集体户", hukou_number="X9")
    held = replace(records, persons=(*records.persons[:2], away))
    told = said(declaration, 2, whereabouts="在家")
    (found,) = compared(told, held)
    assert (found.code, found.level) == ("HJ11", Level.BLUE)
    status = figures(told, held, pack, {"HJ11": "student_member"})
    assert not any(person.excluded for person in status.persons)


def test_that_a_namesake_is_joined_to_nobody(
    declaration: Declaration, records: RegisterSlice, compared: Compared
) -> None:
    stranger = number("19750315", 5)
    namesake = PersonRecord("p8", POLICE, stranger, "陈大山", "H777", death=date(2026, 1, 1))
    car = replace(records.vehicles[0], id="c8", owner_id_number=stranger, owner_name="陈大山")
    held = replace(records, persons=(*records.persons, namesake), vehicles=(*records.vehicles, car))
    others = (row(id_number=stranger, name="陈大山") for row in (asset, business, insurance, tax))
    assert compared(declaration, beside(held, *others)) == ()


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40)
@given(surnames=st.lists(st.sampled_from("陈林王欧阳诸葛"), min_size=3, max_size=3))
def test_that_surnames_change_nothing_but_the_names_shown(
    surnames: list[str],
    declaration: Declaration,
    records: RegisterSlice,
    compared: Compared,
) -> None:
    """Everybody changes the surname alike in declaration and registers."""
    held = beside(
        replace(records, vehicles=(replace(records.vehicles[0], owner_id_number=WIFE),)),
        *(insurance(), asset(), business(), fund(id_number=SON)),
    )
    told = replace(declaration, vehicles=())
    named = tuple(
        replace(person, name=surname + person.name[1:])
        for person, surname in zip(told.persons, surnames, strict=True)
    )
    filed = tuple(
        replace(row, name=surname + row.name[1:], marriage=row.marriage)
        for row, surname in zip(held.persons, surnames, strict=True)
    )
    renamed = compared(replace(told, persons=named), replace(held, persons=filed))
    usual = compared(told, held)
    assert len(usual) > 3
    assert sorted((d.id, d.level, d.member_id, d.record_ids) for d in renamed) == sorted(
        (d.id, d.level, d.member_id, d.record_ids) for d in usual
    )
