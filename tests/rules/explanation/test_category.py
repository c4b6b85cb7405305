"""类别认定 in words: what was tried in the law's order, each test with its figures."""

from dataclasses import replace
from typing import NamedTuple

import pytest

from caseworker_app.model.codes import IncomeKind, RigidKind
from caseworker_app.model.economy import EconomicStatus, Income, Property, RigidExpense
from caseworker_app.rules.policy.pack import Below, Pack
from tests.rules.explanation.steps import NORTH, said, step, values_of
from tests.rules.homes import ALONE, SEVERE, STANDARD, flat, home, pension, person, wage
from tests.rules.packs import PACK

SPENT = (RigidExpense(RigidKind.MEDICAL, 4_000_000),)
EARNED = (Income("i1", "p1", IncomeKind.BUSINESS, annual=7_000_000),)
EATEN = home(person(), incomes=EARNED, rigid=SPENT, property=Property(money=STANDARD * 60))
"""Between the lines, spending less than its share, more money than 低保 allows."""
RICH = home(person(), incomes=(pension("p1", 9000),), rigid=SPENT)
OLD = person(age=70, no_able_obligor=True)
APPLIES = home(person(status="employed"), SEVERE, incomes=(wage("p1", 20_000),), **ALONE)
MARGIN = home(person(), person("p2"), incomes=(pension("p1", 3600),))

DIBAO = "standards.dibao comparison.dibao"
LINE = "standards.dibao low_margin.multiple comparison.low_margin_upper"
CAP = "income_cap standards.prev_year_disposable_per_capita"


class Tried(NamedTuple):
    status: EconomicStatus
    category: str
    said: str
    tests: str
    pack: Pack = PACK


AFTER = "按扣除刚性支出后的收入"
BY_SPENDING = "上年度人均可支配收入符合 低保标准不符合 低保财产条件不符合"
TRIED = {
    "tekun, first of all": Tried(
        home(OLD), "特困", "符合：", "无劳动能力符合 低保标准符合 低保财产条件符合"
    ),
    "tekun in vain": Tried(
        home(replace(OLD, age=40)),
        "特困",
        "不符合：",
        "无劳动能力不符合 低保标准符合 低保财产条件符合",
    ),
    "tekun is for one alone": Tried(
        home(OLD, person("p2")),
        "特困",
        "不符合：",
        "无劳动能力不符合 低保标准符合 低保财产条件符合",
    ),
    "tekun is for one alone, whatever the age": Tried(
        home(replace(OLD, age=40), person("p2")),
        "特困",
        "不符合：",
        "无劳动能力不符合 低保标准符合 低保财产条件符合",
    ),
    "dibao": Tried(home(person()), "低保", "符合：", "低保标准符合 低保财产条件符合"),
    "dibao in vain": Tried(EATEN, "低保", "不符合：", "低保标准不符合 低保财产条件不符合"),
    "spending in vain": Tried(EATEN, "支出型低保", f"不符合：{AFTER}", BY_SPENDING),
    "the margin, up to the minimum wage": Tried(
        EATEN,
        "低边",
        f"不符合：{AFTER}",
        "低保标准的200%符合 最低工资封顶不符合 低边财产条件符合",
    ),
    "the margin where no wage caps it": Tried(
        home(person(), incomes=(pension("p1", 800),)),
        "低边",
        f"符合：{AFTER}",
        "低保标准的150%符合 低边财产条件符合",
        NORTH,
    ),
    "rigid spending, last of all": Tried(
        EATEN,
        "刚性支出困难家庭",
        "不符合：",
        "上年度人均可支配收入符合 刚性支出占比不符合 低边财产条件符合",
    ),
    "rigid spending that is enough": Tried(
        replace(EATEN, rigid=(RigidExpense(RigidKind.MEDICAL, 4_200_000),)),
        "刚性支出困难家庭",
        "符合：",
        "上年度人均可支配收入符合 刚性支出占比符合 低边财产条件符合",
        replace(PACK, standards=replace(PACK.standards, min_wage=180_000), changes=()),
    ),
    "an income beyond the cap of rigid spending": Tried(
        RICH,
        "刚性支出困难家庭",
        "不符合：",
        "上年度人均可支配收入不符合 刚性支出占比不符合 低边财产条件符合",
    ),
    "one who applies alone": Tried(
        APPLIES, "单列户低保", "符合：成年无业重度残疾人单独申请", "低保标准符合"
    ),
}


@pytest.mark.parametrize("name", TRIED)
def test_that_a_category_tells_each_test_it_was_put_to(name: str) -> None:
    row = TRIED[name]
    tried = step(row.status, "类别认定", row.pack).steps()
    found = next(part for part in tried if part.label == row.category)
    assert said(found) == row.said
    assert " ".join(part.label + part.value for part in found.steps()) == row.tests


@pytest.mark.parametrize(
    ("status", "tried"),
    [
        (home(OLD), "特困"),
        (home(replace(OLD, age=40)), "特困 低保"),
        (home(person("p2"), OLD), "低保"),  # asked of the first member: 特困 is for one alone
        (home(person(), rigid=SPENT), "低保"),
        (home(person(), incomes=(pension("p1", 9000),)), "低保 低边"),
        (home(person(), incomes=(pension("p1", 4000),), rigid=SPENT), "低保 支出型低保"),
        (RICH, "低保 支出型低保 低边 刚性支出困难家庭"),
        (APPLIES, "单列户低保"),
        (home(), "计入人口"),
    ],
)
def test_that_the_categories_are_tried_in_the_laws_order_up_to_the_one_that_fits(
    status: EconomicStatus, tried: str
) -> None:
    assert " ".join(part.label for part in step(status, "类别认定").parts) == tried


class Row(NamedTuple):
    status: EconomicStatus
    label: str
    said: str
    articles: str
    values: str
    pack: Pack = PACK


AT_MOST = replace(PACK, dibao_test=Below.AT_MOST, changes=())
CAPPED = replace(PACK, expenditure=replace(PACK.expenditure, income_cap=6_000_000), changes=())
ROWS = {
    "income below the standard of all heads": Row(
        home(person(), person("p2"), incomes=(pension("p1", 1300),)),
        "低保标准",
        "符合：每人每月650元低于1,301元（年收入15,600元，标准合计31,224元）",
        "",
        DIBAO,
    ),
    "income not below": Row(
        MARGIN,
        "低保标准",
        "不符合：每人每月1,800元不低于1,301元（年收入43,200元，标准合计31,224元）",
        "",
        DIBAO,
    ),
    "income at the standard where that is enough": Row(
        home(person(), incomes=(pension("p1", 1301),)),
        "低保标准",
        "符合：每人每月1,301元不高于1,301元（年收入15,612元，标准合计15,612元）",
        "",
        DIBAO,
        AT_MOST,
    ),
    "income above the standard where that is too much": Row(
        home(person(), incomes=(pension("p1", 1302),)),
        "低保标准",
        "不符合：每人每月1,302元高于1,301元（年收入15,624元，标准合计15,612元）",
        "",
        DIBAO,
        AT_MOST,
    ),
    "the line of the margin": Row(
        MARGIN,
        "低保标准的200%",
        "符合：每人每月1,800元低于2,602元（年收入43,200元，标准合计62,448元）",
        "",
        LINE,
    ),
    "the cap of the margin, after spending": Row(
        EATEN,
        "最低工资封顶",
        "不符合：每人每月2,500元高于2,490元（年收入30,000元，标准合计29,880元）",
        "",
        "low_margin.cap standards.min_wage",
    ),
    "no labour ability": Row(
        home(OLD),
        "无劳动能力",
        "符合：计入1人，70周岁，无履行义务能力的义务人",
        "TKM-5",
        "national.tekun.old_from national.tekun.young_below",
    ),
    "last year's disposable income, before spending": Row(
        EATEN,
        "上年度人均可支配收入",
        "符合：每人每年70,000元，上限76,777元",
        "SAL-22",
        f"expenditure_dibao.{CAP}",
    ),
    "a cap of the place": Row(
        EATEN,
        "上年度人均可支配收入",
        "不符合：每人每年70,000元，上限60,000元",
        "SAL-22",
        f"expenditure_dibao.{CAP}",
        CAPPED,
    ),
    "the share of spending": Row(
        EATEN,
        "刚性支出占比",
        "不符合：40,000元 与收入70,000元的60%相比",
        "RGM-4",
        "rigid_family.ratio_at_least",
    ),
    "nobody": Row(home(), "计入人口", "0人：没有共同生活的家庭成员", "DBM-7", ""),
    "the category, by the law's order": Row(
        MARGIN, "类别认定", "低边：按法定顺序逐一认定", "SAL-21 ZJR-13 N22-1.4", ""
    ),
    "no provincial article elsewhere": Row(
        home(person(), incomes=(pension("p1", 800),)),
        "类别认定",
        "低边：按法定顺序逐一认定",
        "SAL-21 N22-1.4",
        "",
        NORTH,
    ),
}


@pytest.mark.parametrize("name", ROWS)
def test_that_each_test_of_income_tells_its_line_and_its_figures(name: str) -> None:
    row = ROWS[name]
    tried = flat(step(row.status, "类别认定", row.pack))
    found = next(part for part in tried if part.label == row.label and not part.is_parameter)
    assert said(found) == row.said
    assert " ".join(found.articles) == row.articles
    assert values_of(found) == row.values
