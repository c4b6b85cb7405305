"""收入 in words: each figure of a year with its formula and the values of the pack it uses."""

from dataclasses import replace
from typing import NamedTuple

import pytest

from caseworker_app.model.codes import IncomeKind, RigidKind
from caseworker_app.model.economy import EconomicStatus, Income, JobDisregard, RigidExpense
from caseworker_app.model.household import Disability
from caseworker_app.rules.policy.pack import Pack
from tests.rules.explanation.steps import NORTH, said, step, values_of
from tests.rules.homes import home, obligor, pension, person, wage
from tests.rules.packs import PACK

WORKER = person(status="employed")
DISABLED = person(status="employed", disability=Disability(3, 4))
RATE = "income.employment_cost_rate"
FLOOR = f"{RATE} income.employment_cost_disabled_floor.rate_of_min_wage standards.min_wage"
BONUS = Income("i3", "p1", IncomeKind.WAGE, "年终奖", annual=120_000)
FIRST_JOB = home(
    WORKER, incomes=(wage("p1", 3000, JobDisregard(100_000, 2)), wage("p1", 500), BONUS)
)
STALL = Income("i4", "p1", IncomeKind.BUSINESS, annual=100_000)
EXEMPT = "support.obligor_exempt support.sibling_or_60plus_support_of_severe_adult_exempt"
SUPPORT = (
    "standards.dibao support.threshold_multiple_of_dibao support.base "
    "support.ratio_by_number_of_children.1 support.ratio_by_number_of_children.2 "
    "support.ratio_by_number_of_children.{} support.divide_by "
    "support.agreed_or_judged_amount_if_higher"
)
OF_SON = "p1 赡养抚养扶养费"
TO_HIM = "长子：（每月5,000元 ÷ 2人 − 1,301元）× 50%"


class Row(NamedTuple):
    status: EconomicStatus
    label: str
    said: str
    articles: str
    values: str
    pack: Pack = PACK


ROWS = {
    "all wages of one worker, less the disregard and the cost": Row(
        FIRST_JOB,
        "p1 工资性收入",
        "21,840元：年工资43,200元 − 就业增收不计入12,000元 − 就业成本9,360元 = 21,840元",
        "DBM-13 ZJR-50",
        "",
    ),
    "no first job, no disregard": Row(
        home(WORKER, incomes=(wage("p1", 1000),)),
        "p1 工资性收入",
        "8,400元：年工资12,000元 − 就业成本3,600元 = 8,400元",
        "DBM-13",
        "",
    ),
    "no cost where the wage is nothing": Row(
        home(WORKER, incomes=(wage("p1", 0),)),
        "p1 工资性收入",
        "0元：年工资0元 = 0元",
        "DBM-13",
        "",
    ),
    "a monthly wage": Row(FIRST_JOB, "工资性收入", "36,000元：3,000元 × 12个月", "", ""),
    "a yearly wage under the office's word for it": Row(
        FIRST_JOB, "年终奖", "1,200元：全年", "", ""
    ),
    "a monthly wage under the office's word for it": Row(
        home(WORKER, incomes=(replace(wage("p1", 100), type="加班费"),)),
        "加班费",
        "1,200元：100元 × 12个月",
        "",
        "",
    ),
    "a yearly wage without a word of its own": Row(
        home(WORKER, incomes=(replace(BONUS, type=""),)), "工资性收入", "1,200元：全年", "", ""
    ),
    "the rise by a first job": Row(
        FIRST_JOB,
        "就业增收不计入",
        "12,000元：第2个月，每月增收1,000元；前6个月内不计入，每月至多3,903元",
        "ZJR-50",
        "income.job_income_disregard.months "
        "income.job_income_disregard.monthly_cap_multiple_of_dibao standards.dibao",
    ),
    "the cost of working is of what the disregard leaves": Row(
        FIRST_JOB, "就业成本", "9,360元：31,200元 × 30% = 9,360元", "DBM-13", RATE
    ),
    "the cost of a disabled worker": Row(
        home(DISABLED, incomes=(wage("p1", 2000),)),
        "就业成本",
        "14,940元：24,000元 × 30% = 7,200元；残疾人就业至少按最低工资的50%扣除，以工资为限",
        "DBM-13",
        FLOOR,
    ),
    "a pension in part, each month": Row(
        home(person(), incomes=(replace(pension("p1", 300, ""), excluded_part=14_300),)),
        "p1 转移净收入",
        "1,884元：300元 × 12个月 − 不计入部分1,716元 = 1,884元",
        "DBM-13",
        "income.exclude_central_pension",
    ),
    "an income of a kind that is not counted": Row(
        home(person(), incomes=(pension("p1", 100, "高龄津贴"),)),
        "p1 高龄津贴",
        "0元：100元 × 12个月 − 不计入部分1,200元 = 0元",
        "DBM-13",
        "income.excluded_types",
    ),
    "a yearly income of a kind that is not counted": Row(
        home(person(), incomes=(replace(STALL, type="丧葬费"),)),
        "p1 丧葬费",
        "0元：全年1,000元 − 不计入部分1,000元 = 0元",
        "DBM-13",
        "income.excluded_types",
    ),
    "a yearly income": Row(
        home(person(), incomes=(STALL,)),
        "p1 经营净收入",
        "1,000元：全年1,000元 = 1,000元",
        "DBM-13",
        "",
    ),
    "odd jobs, less the cost": Row(
        home(person(status="unstable")),
        "p1 推算收入（零工）",
        "20,916元：按每月2,490元推算 × 12个月 − 就业成本30%即8,964元 = 20,916元",
        "DBM-13 SAL-27",
        f"income.unstable_work_imputed_at {RATE} standards.min_wage",
    ),
    "odd jobs of a disabled person, less the cost at least": Row(
        home(person(status="unstable", disability=Disability(3, 4))),
        "p1 推算收入（零工）",
        "7,740元：按每月1,200元推算 × 12个月 − 就业成本20%即2,880元，"
        "残疾人至少按最低工资的30%，扣除6,660元 = 7,740元",
        "DBM-13 SAL-27",
        f"income.unstable_work_imputed_at {RATE} income.unstable_work_disabled_floor "
        "income.employment_cost_disabled_floor.rate_of_min_wage standards.min_wage",
        NORTH,
    ),
    "what the idle could earn, at no cost, by age": Row(
        home(person(status="idle", age=55)),
        "p1 推算收入（有劳动能力未就业）",
        "11,100元：按每月925元推算 × 12个月 = 11,100元",
        "DBM-13 SAL-27",
        "income.idle_able_bodied_imputed_at income.idle_imputed_share_by_age.16 "
        "income.idle_imputed_share_by_age.50 standards.min_wage",
        NORTH,
    ),
    "who need not work": Row(
        home(person(status="idle", idle_exempt="pregnant")),
        "p1 免于推算",
        "0元：有劳动能力未就业，但怀孕",
        "N22-1.1",
        "income.idle_exempt income.max_carers_per_household",
    ),
    "support by head, shared by the supported": Row(
        home(person(), support=(obligor(supported=2),)),
        OF_SON,
        f"3,597元：{TO_HIM} ÷ 2名被赡养人 = 299.75元；× 12个月",
        "CC-1059",
        SUPPORT.format("3+"),
    ),
    "an agreement on more": Row(
        home(person(), support=(obligor(agreed=70_000),)),
        OF_SON,
        f"8,400元：{TO_HIM} ÷ 1名被赡养人 = 599.50元；协议或判决每月700元更高，从高；× 12个月",
        "CC-1059",
        SUPPORT.format("3+"),
    ),
    "an agreement on as much": Row(
        home(person(), support=(obligor(agreed=59_950),)),
        OF_SON,
        f"7,194元：{TO_HIM} ÷ 1名被赡养人 = 599.50元；× 12个月",
        "CC-1059",
        SUPPORT.format("3+"),
    ),
    "an obligor whose household nobody counted is one person": Row(
        home(person(), support=(obligor(size=0),)),
        OF_SON,
        "22,194元：长子：（每月5,000元 ÷ 1人 − 1,301元）× 50% ÷ 1名被赡养人 = 1,849.50元；× 12个月",
        "CC-1059",
        SUPPORT.format("3+"),
    ),
    "support by household, for each supported person": Row(
        home(person(), support=(obligor(),)),
        OF_SON,
        "11,682元：长子：（每月5,000元 − 877.50元 × 2人）× 30% = 973.50元；× 12个月",
        "CC-1059",
        SUPPORT.format("4+"),
        NORTH,
    ),
    "an obligor who owes nothing": Row(
        home(person(), support=(obligor(exempt="tekun"),)),
        OF_SON,
        "0元：长子免计：特困",
        "CC-1059",
        EXEMPT,
    ),
    "an obligor who owes nothing for a reason nobody knows": Row(
        home(person(), support=(obligor(exempt="mood"),)),
        OF_SON,
        "0元：长子免计：mood（理由不在规则包清单内，请核对）",
        "CC-1059",
        EXEMPT,
    ),
    "the year's income of all, a head and a month": Row(
        home(person(), person("p2"), incomes=(STALL, pension("p2", 0), pension("p2", 100))),
        "家庭年收入",
        "2,200元：1,000元 + 1,200元；2,200元 ÷ 12个月 ÷ 2人 = 每人每月91.67元",
        "DBM-13",
        "income.averaging_months",
    ),
    "no income": Row(
        home(person(), incomes=(pension("p1", 0),)),
        "家庭年收入",
        "0元：无收入；0元 ÷ 12个月 ÷ 1人 = 每人每月0元",
        "DBM-13",
        "income.averaging_months",
    ),
    "nobody": Row(home(), "家庭年收入", "0元：无收入", "DBM-13", "income.averaging_months"),
    "what spending leaves": Row(
        home(person(), incomes=(STALL,), rigid=(RigidExpense(RigidKind.MEDICAL, 30_000),)),
        "扣除刚性支出后",
        "700元：1,000元 − 300元 = 700元",
        "DBM-13",
        "",
    ),
}


@pytest.mark.parametrize("name", ROWS)
def test_that_each_figure_of_income_tells_how_it_was_reckoned(name: str) -> None:
    row = ROWS[name]
    found = step(row.status, row.label, row.pack)
    assert said(found) == row.said
    assert " ".join(found.articles) == row.articles
    assert values_of(found) == row.values


@pytest.mark.parametrize(
    ("status", "steps"),
    [
        (home(person(), incomes=(STALL,)), "p1 经营净收入"),
        (
            home(
                person(),
                person("p2", status="idle"),
                incomes=(STALL,),
                rigid=(RigidExpense(RigidKind.MEDICAL, 30_000),),
            ),
            "p1 经营净收入 p2 推算收入（有劳动能力未就业） 扣除刚性支出后",
        ),
        (home(), ""),
    ],
    ids=["one income", "two, and spending", "none"],
)
def test_that_income_is_told_item_by_item_and_spending_only_where_there_was_some(
    status: EconomicStatus, steps: str
) -> None:
    assert " ".join(part.label for part in step(status, "家庭年收入").steps()) == steps


@pytest.mark.parametrize(
    ("status", "steps"),
    [
        (FIRST_JOB, "工资性收入 工资性收入 年终奖 就业增收不计入 就业成本"),
        (home(WORKER, incomes=(wage("p1", 1000),)), "工资性收入 就业成本"),
        (home(WORKER, incomes=(wage("p1", 0),)), "工资性收入"),
    ],
    ids=["a first job", "a wage", "a wage of nothing"],
)
def test_that_a_wage_goes_down_to_its_rows_its_disregard_and_its_cost(
    status: EconomicStatus, steps: str
) -> None:
    assert " ".join(part.label for part in step(status, "p1 工资性收入").steps()) == steps


def test_that_a_provincial_article_is_not_cited_elsewhere() -> None:
    told = step(FIRST_JOB, "p1 工资性收入", NORTH)
    assert told.articles == ("DBM-13",)
    assert step(FIRST_JOB, "就业增收不计入", NORTH).articles == ()
