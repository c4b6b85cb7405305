"""What the values of a rule pack are called, and the words for their codes."""

from collections.abc import Mapping
from enum import Enum
from types import MappingProxyType

from caseworker_app.model.codes import Category, Register, Residence


class Measure(Enum):
    """How a value is measured, with the word that follows it."""

    TEXT = ""
    COUNT = " "
    MONTHLY = "元/月"
    YEARLY = "元/年"
    YUAN = "元"
    AREA = "平方米"
    RATE = "%"
    MULTIPLE = "倍"
    YEARS = "倍年标准"
    MONTHS = "个月"
    MONTH_END = "月底"
    DAYS = "天"
    WORKING_DAYS = "个工作日"
    AGE = "周岁"
    ITEMS = "项"
    TIMES = "次"
    PERSONS = "人"
    HOUSES = "套"
    VEHICLES = "辆"
    DISPLACEMENT = "毫升"

    @property
    def zh(self) -> str:
        return self.value.strip()

    @property
    def is_money(self) -> bool:
        return self in _MONEY


_MONEY = frozenset({Measure.MONTHLY, Measure.YEARLY, Measure.YUAN})

_PROPERTY = {
    "money_per_capita_below_years_of_standard": ("人均货币财产应低于", Measure.YEARS),
    "vehicles_allowed": ("可有机动车", Measure.VEHICLES),
    "vehicle_exempt": ("不计入的车辆", Measure.TEXT),
    "vehicle_original_price_below": ("机动车购置价应低于", Measure.YUAN),
    "dwellings_max": ("可有住房", Measure.HOUSES),
    "second_dwelling_if_area_per_capita_at_most": ("多一套住房时人均面积不高于", Measure.AREA),
    "non_residential": ("非居住类房屋", Measure.TEXT),
    "subscribed_capital_max_inclusive": ("认缴出资不高于", Measure.YUAN),
    "subscribed_capital_max_exclusive": ("认缴出资应低于", Measure.YUAN),
}

LABELS: Mapping[str, tuple[str, Measure]] = MappingProxyType({
    "pack.id": ("规则包编号", Measure.TEXT),
    "pack.name_zh": ("规则包名称", Measure.TEXT),
    "pack.region_code": ("地区代码", Measure.TEXT),
    "pack.effective_from": ("规则包起始日", Measure.TEXT),
    "pack.effective_to": ("规则包截止日", Measure.TEXT),
    "pack.residence_unless_said": ("未注明城乡的按", Measure.TEXT),
    "pack.legal_frame": ("适用的文书", Measure.TEXT),
    "instruments": ("文书施行日", Measure.TEXT),
    "standards.dibao": ("低保标准", Measure.MONTHLY),
    "standards.tekun_basic": ("特困基本生活标准", Measure.MONTHLY),
    "standards.tekun_care": ("特困照料护理标准", Measure.MONTHLY),
    "standards.min_wage": ("最低工资", Measure.MONTHLY),
    "standards.prev_year_disposable_per_capita": ("上年度人均可支配收入", Measure.YEARLY),
    "standards.prev_year_housing_area_per_capita": ("上年度人均住房面积", Measure.AREA),
    "standards.central_basic_pension": ("中央基础养老金", Measure.MONTHLY),
    "comparison.dibao": ("与低保标准相比", Measure.TEXT),
    "comparison.low_margin_upper": ("与低边标准相比", Measure.TEXT),
    "low_margin.multiple": ("低边标准为低保标准的", Measure.MULTIPLE),
    "low_margin.cap": ("低边标准封顶", Measure.TEXT),
    "income.averaging_months": ("收入平均月数", Measure.MONTHS),
    "income.round.per_capita": ("人均收入取整", Measure.TEXT),
    "income.round.benefit": ("救助金取整", Measure.TEXT),
    "income.employment_cost_rate": ("就业成本扣减比例", Measure.RATE),
    "income.employment_cost_disabled_floor.rate_of_min_wage": (
        "残疾人就业成本至少为最低工资的", Measure.RATE,
    ),
    "income.unstable_work_imputed_at": ("零工推算收入", Measure.MONTHLY),
    "income.unstable_work_disabled_floor": ("零工也按残疾人就业成本扣减", Measure.TEXT),
    "income.idle_able_bodied_imputed_at": ("有劳动能力未就业推算收入", Measure.MONTHLY),
    "income.idle_imputed_share_by_age": ("按年龄推算的比例", Measure.RATE),
    "income.idle_exempt": ("免于推算的情形", Measure.TEXT),
    "income.max_carers_per_household": ("每户至多免推算的照料人", Measure.PERSONS),
    "income.job_income_disregard.months": ("就业增收不计入的月数", Measure.MONTHS),
    "income.job_income_disregard.monthly_cap_multiple_of_dibao": (
        "就业增收每月不计入至多为低保标准的", Measure.MULTIPLE,
    ),
    "income.grace_months": ("渐退期", Measure.MONTHS),
    "income.grace_pays": ("渐退期发放", Measure.TEXT),
    "income.exclude_central_pension": ("中央基础养老金不计入收入", Measure.TEXT),
    "income.exclude_central_pension_until": ("中央基础养老金不计入收入至", Measure.TEXT),
    "income.excluded_types": ("不计入收入的项目", Measure.TEXT),
    "support.threshold_multiple_of_dibao": ("义务人人均收入起算线为低保标准的", Measure.MULTIPLE),
    "support.base": ("赡养费计算基数", Measure.TEXT),
    "support.ratio_by_number_of_children": ("赡养费比例，按子女数", Measure.RATE),
    "support.divide_by": ("赡养费平分", Measure.TEXT),
    "support.agreed_or_judged_amount_if_higher": ("协议或判决金额更高的从高", Measure.TEXT),
    "support.obligor_exempt": ("免计的义务人", Measure.TEXT),
    "support.sibling_or_60plus_support_of_severe_adult_exempt": (
        "免计兄弟姐妹和老年人对重残成年人的扶养费", Measure.TEXT,
    ),
    "property.unrecognised_answers": ("不予认可的说明", Measure.TEXT),
    **{
        f"property.{c.value}.{key}": (f"{c.zh}{name}", measure)
        for c in (Category.DIBAO, Category.LOW_MARGIN)
        for key, (name, measure) in _PROPERTY.items()
    },
    "single_listed.requires_household": ("单列户须为", Measure.TEXT),
    "single_listed.severe_disability.levels": ("重度残疾等级", Measure.TEXT),
    "single_listed.severe_disability.extra": ("另计为重度的残疾等级", Measure.TEXT),
    "single_listed.benefit_disability": ("重残单列户发放", Measure.TEXT),
    "single_listed.benefit_disability.mode": ("重残单列户发放", Measure.TEXT),
    "single_listed.benefit_disability.floor_ratio": ("重残单列户至少为标准的", Measure.RATE),
    "single_listed.benefit_disability.amount": ("重残单列户定额", Measure.MONTHLY),
    "single_listed.benefit_illness": ("重病单列户发放", Measure.TEXT),
    "single_listed.benefit_illness.mode": ("重病单列户发放", Measure.TEXT),
    "single_listed.benefit_illness.floor_ratio": ("重病单列户至少为标准的", Measure.RATE),
    "single_listed.benefit_illness.amount": ("重病单列户定额", Measure.MONTHLY),
    "single_listed.adult_jobless_severe_may_apply_outside_low_margin": (
        "成年无业重残人员可单独申请", Measure.TEXT,
    ),
    "benefit.form": ("救助金发放方式", Measure.TEXT),
    "benefit.min_gap_rate": ("最低补差为标准的", Measure.RATE),
    "benefit.bands": ("分档", Measure.TEXT),
    "top_up.rate_of_standard": ("分类施保，为标准的", Measure.RATE),
    "top_up.amount": ("分类施保定额", Measure.MONTHLY),
    "top_up.one_per_person": ("同一人符合多种的", Measure.TEXT),
    "top_up.applies_to": ("享受分类施保的类别", Measure.TEXT),
    "expenditure_dibao.income_cap": ("支出型低保收入上限", Measure.YEARLY),
    "expenditure_dibao.income_test": ("支出型低保与收入上限相比", Measure.TEXT),
    "expenditure_dibao.property": ("支出型低保财产条件同", Measure.TEXT),
    "expenditure_dibao.months": ("支出型低保有效期", Measure.MONTHS),
    "rigid_family.income_cap": ("刚性支出困难家庭收入上限", Measure.YEARLY),
    "rigid_family.income_test": ("刚性支出困难家庭与收入上限相比", Measure.TEXT),
    "rigid_family.ratio_at_least": ("刚性支出占收入至少", Measure.RATE),
    "rigid_family.months": ("刚性支出困难家庭有效期", Measure.MONTHS),
    "rigid_family.property": ("刚性支出困难家庭财产条件同", Measure.TEXT),
    "recheck.reading": ("半年复核的条件", Measure.TEXT),
    "recheck.yearly": ("每年复核", Measure.TEXT),
    "recheck.half_yearly": ("每半年复核", Measure.TEXT),
    "recovery.max_months": ("追缴分期至多", Measure.MONTHS),
    "recovery.min_instalment": ("追缴每期至少", Measure.YUAN),
    "national.majority": ("成年", Measure.AGE),
    "national.job_refusals": ("连续拒绝就业达", Measure.TIMES),
    "national.death_finish_within_months": ("成员死亡后办结期限", Measure.MONTHS),
    "national.fraud_fine_multiple_at_most": ("骗取救助罚款至多为所得的", Measure.MULTIPLE),
    "national.tekun.old_from": ("特困老年人年龄", Measure.AGE),
    "national.tekun.young_below": ("特困未成年人年龄低于", Measure.AGE),
    "national.tekun.supported_until": ("特困未成年人救助供养至", Measure.AGE),
    "national.tekun.no_labour_disability": ("无劳动能力的残疾等级", Measure.TEXT),
    "national.tekun.schooling_beyond": ("满龄后仍救助供养的就学", Measure.TEXT),
    "national.tekun.care_partial_from": ("部分丧失自理能力，不能自主完成", Measure.ITEMS),
    "national.tekun.care_full_from": ("完全丧失自理能力，不能自主完成", Measure.ITEMS),
    "national.tekun.excluded_types": ("特困不计入收入的项目", Measure.TEXT),
    "time_limits.yellow_share_left": ("期限余下多少时转黄", Measure.RATE),
    "time_limits.working_days": ("办理期限", Measure.WORKING_DAYS),
    "time_limits.calendar_days": ("办理期限", Measure.DAYS),
    "time_limits.months": ("办理期限", Measure.MONTHS),
    "registers.lookback_months": ("三比对回看", Measure.MONTHS),
    "registers.use_months": ("车辆违章视为在用", Measure.MONTHS),
    "registers.ordinary_motorcycle_cm3_at_most": ("普通摩托车排量不高于", Measure.DISPLACEMENT),
    "registers.shelf_days": ("数据有效天数", Measure.DAYS),
    "registers.shelf_days_by_department": ("部门数据有效天数", Measure.DAYS),
    "registers.county_successors": ("区划调整后的代码", Measure.TEXT),
    "registers.contribution_active_months": ("社保、公积金视为在缴", Measure.MONTHS),
    "registers.income_tolerance": ("收入数据容许高出申报", Measure.RATE),
    "registers.policy_premium_from": ("大额保险年保费起点", Measure.YUAN),
    "registers.policy_cash_value_from": ("大额保险现金价值起点", Measure.YUAN),
    "registers.consumption_share_of_means": ("水电通信等消费至多为收入的", Measure.RATE),
    "registers.admission_months": ("毕业后等待升学", Measure.MONTHS),
    "registers.failed_visits": ("入户未果达", Measure.TIMES),
    "registers.failed_visits_within_months": ("入户未果回看", Measure.MONTHS),
    "registers.clue_days": ("线索核实期限", Measure.DAYS),
    "registers.annual_report_by_end_of_month": ("企业年度报告最迟报送至", Measure.MONTH_END),
    "registers.exclusive_benefits": ("不得同时享受", Measure.TEXT),
})  # fmt: skip

INNER: Mapping[str, Measure] = MappingProxyType(
    {"income_below_share_of_standard": Measure.RATE, "monthly": Measure.MONTHLY}
)
"""How values of one row of a list are measured."""

CHOICES: Mapping[str, str] = MappingProxyType({
    **{category.value: category.zh for category in Category},
    **{residence.value: residence.zh for residence in Residence},
    **{register.value: register.zh for register in Register},
    "strictly_below": "低于",
    "at_most": "不高于",
    "strictly_below_multiple": "低于倍数线",
    "at_most_multiple": "不高于倍数线",
    "strictly_below_multiple_and_at_most_min_wage": "低于倍数线且不高于最低工资",
    "strictly_below_multiple_and_min_wage": "低于倍数线且低于最低工资",
    "at_most_multiple_and_min_wage": "不高于倍数线且不高于最低工资",
    "min_wage": "最低工资",
    "none": "无",
    "half_up_2": "四舍五入到分",
    "ceil_yuan_household": "按户进到元",
    "half_up_yuan_household": "按户四舍五入到元",
    "half_up_fen_household": "按户四舍五入到分",
    "previous_amount": "原金额",
    "per_capita_excess": "人均超出部分",
    "household_excess": "全户超出部分",
    "supported_persons": "由被赡养人平分",
    "prev_year_disposable_per_capita": "上年度人均可支配收入",
    "prev_year_housing_area_per_capita": "上年度人均住房面积",
    "none_unless_converted_sole_home": "不得有，唯一住房改非居住的除外",
    "ordinary_two_wheel_motorcycle": "普通二轮摩托车",
    "disability_compensation_vehicle": "残疾人功能性补偿代步车",
    "electric_tricycle": "电动三轮车",
    "full_standard": "全额标准",
    "own_income_gap": "按本人收入补差",
    "flat": "定额",
    "mode": "方式",
    "floor_ratio": "至少",
    "amount": "金额",
    "income_below_share_of_standard": "人均收入低于标准的",
    "monthly": "发",
    "gap": "补足差额",
    "bands": "分档发放",
    "highest": "从高享受一种",
    "sum": "可以累加",
    "or": "收入不固定或有劳动能力",
    "and": "收入不固定且有劳动能力",
    "minor": "未成年人",
    "severe_disabled": "重度残疾人",
    "seriously_ill": "重病患者",
    "able": "全自理",
    "partial": "部分丧失自理能力",
    "full": "完全丧失自理能力",
    "visual": "视力",
    "hearing": "听力",
    "speech": "言语",
    "physical": "肢体",
    "intellectual": "智力",
    "psychiatric": "精神",
    "multiple": "多重",
    "compulsory": "义务教育",
    "senior_secondary": "高中阶段教育",
    "full_time_student": "全日制在校",
    "pregnant": "怀孕",
    "nursing_infant_under_12m": "哺乳未满12个月婴儿",
    "sole_carer_of_severe": "重度残疾人唯一照料人",
    "carer_of_preschool_child_not_in_kindergarten": "照料未入园学龄前儿童",
    "within_6_months_of_graduation": "毕业6个月内",
    "certified_temporarily_unfit": "经证明暂不能就业",
    "severe_disabled_no_income": "无收入的重度残疾人",
    "imprisoned": "服刑人员",
    "declared_missing": "宣告失踪人员",
    "sibling_of_severe": "兄弟姐妹扶养重残人员",
    "aged_60_plus": "义务人年满60周岁",
    "name_lent": "借名登记",
    "start_investigation": "启动家庭经济状况调查",
    "start_check": "启动信息核对",
    "county": "县级审核确认",
    "county_regional": "县级审核确认（本地）",
    "township_regional": "镇街调查审核（本地）",
    "refusal_notice": "不予确认书面告知",
    "whole": "全部办理",
    "whole_delegated": "全部办理（权限下放）",
    "whole_special": "全部办理（特殊情况）",
    "tekun_township": "特困镇街调查审核",
    "tekun_county": "特困县级审核确认",
    "tekun_reassessment": "特困自理能力复评",
    "rigid": "刚性支出困难家庭认定",
    "rigid_special": "刚性支出困难家庭认定（特殊情况）",
    "statement": "听取陈述申辩",
    "publicity": "审核意见公示",
    "tekun_end_publicity": "拟终止特困公示",
    "complaint": "举报投诉办理",
    "reconsideration": "申请行政复议",
    "fine_hearing": "申请听证",
    "public_service": "公告送达",
    "recheck_yearly": "年度复核",
    "recheck_half_yearly": "半年复核",
    "report_change": "重大变化告知",
    "lawsuit": "提起行政诉讼",
    "lawsuit_after_reconsideration": "复议后提起行政诉讼",
    "supplement_notice": "一次性告知补正",
    "class": "分类",
    "zh": "说明",
})  # fmt: skip
