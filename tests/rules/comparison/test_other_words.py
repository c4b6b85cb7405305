"""其他部门: both sides in words, and what a place or a department may have otherwise."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from caseworker_app.model.codes import Category, EmploymentStatus
from caseworker_app.model.declaration import Authorisation, Declaration, DeclaredObligor
from caseworker_app.model.discrepancy import Discrepancy
from caseworker_app.model.household import Disability
from caseworker_app.model.register import RegisterSlice
from caseworker_app.model.source import Source
from caseworker_app.model.values import Month
from caseworker_app.rules.comparison import compare
from caseworker_app.rules.policy.pack import Pack
from tests.rules.comparison.conftest import DAY, HEAD, SON, WIFE, number
from tests.rules.comparison.other_rows import (
    FIRM,
    YUAN,
    allowance,
    asset,
    attempt,
    beside,
    business,
    certificate,
    clue,
    consumption,
    fund,
    insurance,
    policy,
    said,
    school,
    tax,
)

Compared = Callable[[Declaration, RegisterSlice], tuple[Discrepancy, ...]]
CHILD = number("19990101", 7)
ODD, LEGS = EmploymentStatus.UNSTABLE, Disability(4, 2)
SON_OUTSIDE = DeclaredObligor("o1", "陈大海", CHILD, "22", ("m1",), 5000 * YUAN, consented=True)
NOVEMBER, FEBRUARY = date(2025, 11, 20), date(2026, 2, 20)

WORDS = [
    (
        insurance(), tax(income=48_000 * YUAN), fund(),
        "陈大山，未申报工作",
        (
            "由云溪五金厂参保，企业职工基本养老保险，缴至 2026-02，基数4,500元，"
            "个税申报收入合计48,000元，同一单位缴存公积金"
        ),
    ),
    (insurance(employer=""), "陈大山，未申报工作",
     "个人缴费参保，企业职工基本养老保险，缴至 2026-02，基数4,500元"),
    (allowance(since=Month(2025, 3)), "陈大山，未申报失业保险金",
     "失业保险金 每月1,600元，2025-03起，最近发放 2026-02"),
    (tax(), "陈大山，未申报工资性收入",
     "个税申报一年48,000元：云溪五金厂 2025-03至2026-02 48,000元"),
    (fund(), "陈大山，未申报工作",
     "云溪五金厂公积金正常，月缴存600元，缴至 2026-02，余额9,000元"),
    (business(capital=500_000 * YUAN, zero_tax=True), "陈大山，未申报经营",
     "陈记便利店（个体工商户），经营者，存续，认缴500,000元，超过100,000元，上年无应税收入"),
    (asset(average=290_000 * YUAN), "申报0元",
     "1个账户余额300,000元，近12月日均290,000元，限额187,344元"),
    (policy(payer_id_number=CHILD), "申报货币财产0元",
     "某保险人寿保险，年保费0元，现金价值80,000元，由户外人员缴费"),
    (consumption(kind="电", shared=True), "每年收入（含救助标准）约46,836元",
     "电（合表）一年40,000元"),
    (certificate(), "陈大山，未申报残疾", "肢体二级"),
    (clue(text="有车", signed=True), "线索待核",
     "2026-03-01 12345热线实名反映：有车，应于 2026-03-16 前核实"),
    (clue(received=date(2026, 2, 1)), "线索待核",
     "2026-02-01 12345热线匿名反映，应于 2026-02-16 前核实，已超期22天"),
]  # fmt: skip


@pytest.mark.parametrize("case", WORDS, ids=[str(case[-1]) for case in WORDS])
def test_that_both_sides_are_told_in_words(
    case: tuple[Any, ...], declaration: Declaration, records: RegisterSlice, compared: Compared
) -> None:
    *rows, declared, registered = case
    (found,) = compared(declaration, beside(records, *rows))
    assert (found.declared, found.registered) == (declared, registered)
    assert set(found.record_ids) == {row.id for row in rows}


def test_that_a_school_and_a_certificate_that_ended_are_told_with_their_day(
    declaration: Declaration, records: RegisterSlice, compared: Compared
) -> None:
    told = said(said(declaration, 2, study="senior_secondary"), 0, disability=LEGS)
    over = school(graduates=date(2025, 7, 1), full_time=False)
    gone = certificate(valid_until=date(2026, 1, 1))
    found = {d.code: d for d in compared(told, beside(records, over, gone))}
    assert found["SR10"].declared == "陈小山，高中阶段"
    assert found["SR10"].registered == "云溪中学高中阶段，非全日制，毕业 2025-07-01"
    assert found["SR09"].registered == "残疾证已失效，有效期至 2026-01-01"
    assert found["SR09"].declared == "陈大山，肢体二级"


def test_that_an_account_without_authorisation_is_counted_as_unused(
    declaration: Declaration, records: RegisterSlice, compared: Compared
) -> None:
    given = (Authorisation("m2", NOVEMBER, FEBRUARY), Authorisation("m3", NOVEMBER))
    told = replace(declaration, authorisations=given)
    found = {d.member_id: d for d in compared(told, beside(records, asset(), fund()))}
    assert set(found) == {"m1", "m2"}
    assert found["m1"].declared == "陈大山，未签授权书"
    assert found["m1"].registered == "无有效的核对授权书，其社保、个税、金融等2条数据不予使用"
    assert found["m2"].declared == "林秀，授权书已于 2026-02-20 到期"
    assert found["m2"].registered == "无有效的核对授权书"


def test_that_attempts_and_an_obligor_are_told_one_by_one(
    declaration: Declaration, records: RegisterSlice, compared: Compared
) -> None:
    told = replace(declaration, obligors=(SON_OUTSIDE,))
    rows = (
        attempt(FEBRUARY, reason="住院"),
        attempt(NOVEMBER),
        tax(id_number=CHILD, income=180_000 * YUAN),
        asset(id_number=CHILD),
    )
    found = {d.code: d for d in compared(told, beside(records, *rows))}
    assert found["SR14"].registered == "2025-11-20 无人在家；2026-02-20 无人在家（住院）"
    assert found["SR11"].subject == "陈大海"
    assert found["SR11"].declared == "陈大海家庭月收入5,000元"
    assert found["SR11"].registered == "个税申报月均15,000元，金融资产300,000元"


def test_that_the_dead_and_the_imprisoned_say_nothing_more(
    declaration: Declaration, records: RegisterSlice, compared: Compared
) -> None:
    rows = beside(records, insurance(), asset(), certificate(), allowance())
    assert compared(said(declaration, whereabouts="死亡"), rows) == ()
    assert compared(said(declaration, whereabouts="服刑"), rows) == ()


def test_that_a_place_without_a_time_for_complaints_gives_fifteen_days(
    declaration: Declaration, records: RegisterSlice, pack: Pack
) -> None:
    limits = {k: v for k, v in pack.time_limits.limits.items() if k != "complaint"}
    none = replace(pack, time_limits=replace(pack.time_limits, limits=limits), changes=())
    (found,) = compare(declaration, beside(records, clue()), none, DAY)
    assert "应于 2026-03-16 前核实" in found.registered


def test_that_odd_jobs_are_reckoned_at_the_amount_the_place_sets(
    declaration: Declaration, records: RegisterSlice, pack: Pack
) -> None:
    fixed = replace(pack.income, unstable_imputed=500 * YUAN)
    rows = beside(records, tax(income=24_000 * YUAN))
    told = said(declaration, status=ODD)
    (found,) = compare(told, rows, replace(pack, income=fixed, changes=()), DAY)
    assert found.code == "SR03"


def test_that_a_listed_benefit_without_a_common_word_is_known_by_the_packs(
    declaration: Declaration, records: RegisterSlice, pack: Pack
) -> None:
    pair = frozenset({frozenset({"低保", "移民补贴"})})
    others = replace(pack.registers.others, exclusive=pair)
    place = replace(pack, registers=replace(pack.registers, others=others), changes=())
    told = replace(declaration, category=Category.DIBAO)
    (found,) = compare(told, beside(records, allowance(kind="移民补贴款")), place, DAY)
    assert (found.code, found.declared) == ("SR12", "陈大山，享受低保")


def test_that_a_row_of_wife_and_son_is_theirs(
    declaration: Declaration, records: RegisterSlice, compared: Compared
) -> None:
    rows = beside(records, insurance(id_number=WIFE), insurance(id="r2", id_number=SON))
    found = compared(declaration, rows)
    assert {d.member_id for d in found} == {"m2", "m3"}


def test_that_a_sum_is_as_old_as_its_oldest_part(
    declaration: Declaration, records: RegisterSlice, compared: Compared
) -> None:
    old = Source("某部门", date(2025, 11, 1), "B0", date(2026, 6, 1))
    (fresh,) = compared(declaration, beside(records, asset()))
    (stale,) = compared(declaration, beside(records, asset(), asset(id="a2", source=old)))
    assert (fresh.stale, stale.stale) == (False, True)


def test_that_a_later_answer_to_a_row_stands_in_place_of_the_earlier(
    declaration: Declaration, records: RegisterSlice, compared: Compared
) -> None:
    later = Source("某部门", date(2026, 3, 5), "B2", date(2026, 6, 1))
    rows = beside(records, asset(), asset(balance=1, source=later))
    assert compared(declaration, rows) == ()


def test_that_the_employer_of_a_fund_may_be_unknown(
    declaration: Declaration, records: RegisterSlice, compared: Compared
) -> None:
    rows = beside(records, insurance(employer=""), fund(employer=""), tax(withholder=FIRM))
    codes = sorted(d.code for d in compared(declaration, rows))
    assert codes == ["SR01", "SR03"]
    assert HEAD in {row.id_number for row in rows.funds}
