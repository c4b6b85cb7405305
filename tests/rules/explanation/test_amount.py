"""救助金额 in words: each part with the numbers put in and the values of the pack it uses."""

from dataclasses import replace
from fractions import Fraction
from typing import NamedTuple

import pytest

from caseworker_app.model.codes import RigidKind
from caseworker_app.model.economy import EconomicStatus, RigidExpense
from caseworker_app.model.household import Disability
from caseworker_app.rules.policy.pack import Pack
from caseworker_app.rules.policy.reading import read_pack, with_override
from tests.rules.explanation.steps import NORTH, said, step, values_of
from tests.rules.homes import ALONE, SEVERE, home, pension, person, wage
from tests.rules.packs import NATIONAL, PACK, PLAIN

OWN_GAP = read_pack(PLAIN.replace('"full_standard"', '"own_income_gap"'), "p", NATIONAL)
FLOOR = with_override(PACK, {"min_gap_rate": Fraction(1, 5)})
GRADED = replace(PACK, bands=NORTH.bands, changes=())
SPENT = (RigidExpense(RigidKind.MEDICAL, 2_500_000),)
GAP = "standards.dibao income.round.benefit"
SINGLE = "standards.dibao single_listed.benefit_disability single_listed.benefit_illness"
SINGLE_FLAT = (
    "standards.dibao single_listed.benefit_disability.mode single_listed.benefit_disability.amount "
    "single_listed.benefit_illness.mode single_listed.benefit_illness.amount"
)
BOTH = person("p3", illness=True, disability=Disability(6, 3))
MARGIN = home(
    person(), BOTH, person("p2", illness=True), incomes=(pension("p1", 4500), pension("p2", 900))
)


class Row(NamedTuple):
    status: EconomicStatus
    label: str
    said: str
    articles: str
    values: str
    pack: Pack = PACK


NORTHERN = home(
    person(age=82), person("p2", refused_jobs=3), person("p3"), incomes=(pension("p1", 300),)
)
OLD = person(age=70, no_able_obligor=True, adl_failed=1)

ROWS = {
    "the gap is the standard of all heads less their income": Row(
        home(person(), person("p2"), incomes=(pension("p1", 300),)),
        "补差",
        "2,302元：1,301元 × 2人 − 月收入300元 = 2,302元；按户取整为2,302元",
        "DBM-23 IM-12 ZJR-12",
        GAP,
    ),
    "spending lessens no income of a household that is below the standard without it": Row(
        home(person(), incomes=(pension("p1", 300),), rigid=SPENT),
        "补差",
        "1,001元：1,301元 × 1人 − 月收入300元 = 1,001元；按户取整为1,001元",
        "DBM-23 IM-12 ZJR-12",
        GAP,
    ),
    "the gap after spending": Row(
        home(person(status="employed"), incomes=(wage("p1", 3000),), rigid=SPENT),
        "补差",
        "1,285元：1,301元 × 1人 − 月收入16.67元 = 1,284.33元；按户取整为1,285元",
        "DBM-23 IM-12 ZJR-12",
        GAP,
    ),
    "a floor under the gap is told where the gap is less": Row(
        home(person(), incomes=(pension("p1", 1300),)),
        "补差",
        "261元：1,301元 × 1人 − 月收入1,300元 = 1元；低于标准的20%，按260.20元；按户取整为261元",
        "DBM-23 IM-12 ZJR-12",
        GAP,
        FLOOR,
    ),
    "a gap just at the floor is not less": Row(
        home(person(), incomes=(replace(pension("p1", 0), monthly=104_080),)),
        "补差",
        "261元：1,301元 × 1人 − 月收入1,040.80元 = 260.20元；按户取整为261元",
        "DBM-23 IM-12 ZJR-12",
        GAP,
        FLOOR,
    ),
    "who refuses work takes a share out of the gap": Row(
        home(person(refused_jobs=3), person("p2"), person("p3", refused_jobs=3)),
        "补差",
        "1,301元：1,301元 × 3人 − 月收入0元 = 3,903元；按户取整为3,903元；"
        "拒绝就业2人停发其本人份额：3,903元 × 1/3",
        "DBM-23 IM-12 ZJR-12 DBM-34 ZJR-36 IM-45",
        f"{GAP} national.job_refusals",
    ),
    "a graded amount, and who refuses work": Row(
        NORTHERN,
        "分档救助金",
        "1,120元：人均收入低于标准的35%，560元 × 3人；拒绝就业1人停发其本人份额：1,680元 × 2/3",
        "DBM-23 IM-12 DBM-34 IM-45",
        "standards.dibao benefit.form benefit.bands income.round.benefit national.job_refusals",
        NORTH,
    ),
    "a graded amount of all": Row(
        home(person(), person("p2")),
        "分档救助金",
        "1,120元：人均收入低于标准的35%，560元 × 2人",
        "DBM-23 IM-12 ZJR-12",
        GAP,
        GRADED,
    ),
    "a top-up of a fixed amount": Row(
        NORTHERN,
        "p1 分类施保（80周岁以上老年人）",
        "142元：定额",
        "SAL-20 IM-12",
        "top_up.amount.elder_80",
        NORTH,
    ),
    "a top-up by a rate": Row(
        home(person(), SEVERE),
        "p2 分类施保（重度残疾人）",
        "260元：1,301元 × 20%，四舍五入到元",
        "SAL-20 IM-12",
        "standards.dibao top_up.rate_of_standard.severe_disabled",
    ),
    "tekun": Row(
        home(OLD),
        "特困供养",
        "3,085元：基本生活2,255元 + 照料护理830元（部分丧失自理能力）",
        "TKM-21 TKM-22",
        "standards.tekun_basic standards.tekun_care.partial",
    ),
    "one listed singly for two reasons gets the higher": Row(
        MARGIN,
        "p3 单列",
        "1,301元：重残按标准1,301元全额；"
        "重病按标准1,301元与本人月收入0元之差，不低于标准的30%；从高",
        "SAL-21 DBM-8 N22-1.4",
        f"{SINGLE}.mode single_listed.benefit_illness.floor_ratio",
    ),
    "one listed singly for illness": Row(
        MARGIN,
        "p2 单列",
        "401元：重病按标准1,301元与本人月收入900元之差，不低于标准的30%",
        "SAL-21 DBM-8 N22-1.4",
        f"{SINGLE}.mode single_listed.benefit_illness.floor_ratio",
    ),
    "one listed singly without a floor": Row(
        home(person(), SEVERE, incomes=(pension("p1", 2800), pension("p2", 600))),
        "p2 单列",
        "701元：重残按标准1,301元与本人月收入600元之差",
        "SAL-21 DBM-8 N22-1.4",
        f"{SINGLE}.mode single_listed.benefit_illness.floor_ratio",
        OWN_GAP,
    ),
    "one listed singly for a flat amount": Row(
        home(person(), SEVERE, incomes=(pension("p1", 1500),)),
        "p2 单列",
        "313元：重残按定额313元",
        "SAL-21 DBM-8 N22-1.4",
        SINGLE_FLAT,
        NORTH,
    ),
    "one who applies alone": Row(
        home(person(status="employed"), SEVERE, incomes=(wage("p1", 20_000),), **ALONE),
        "p2 单列",
        "1,301元：重残按标准1,301元全额",
        "N22-1.1 DBM-8",
        f"{SINGLE}.mode single_listed.benefit_illness.floor_ratio",
    ),
    "the amount is the sum of its parts: a gap and a top-up": Row(
        home(person(), SEVERE), "每月救助金", "2,862元：2,602元 + 260元", "", ""
    ),
    "the amount is the sum of its parts: those listed singly and no gap": Row(
        MARGIN, "每月救助金", "1,702元：1,301元 + 401元", "", ""
    ),
    "the amount is the sum of its parts: tekun": Row(
        home(OLD), "每月救助金", "3,085元：3,085元", "", ""
    ),
    "nothing has no parts": Row(
        home(person(), incomes=(pension("p1", 9000),)), "每月救助金", "0元：", "", ""
    ),
}


@pytest.mark.parametrize("name", ROWS)
def test_that_each_part_of_the_amount_tells_how_it_was_reckoned(name: str) -> None:
    row = ROWS[name]
    found = step(row.status, row.label, row.pack)
    assert said(found) == row.said
    assert " ".join(found.articles) == row.articles
    assert values_of(found) == row.values
