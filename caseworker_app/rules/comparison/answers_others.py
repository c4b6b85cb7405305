"""Legal answers to the differences with other departments' data (SR01–SR15)."""

from collections.abc import Mapping

from caseworker_app.rules.comparison.answer import (
    Answers,
    cleared,
    counted,
    exempt,
    harmless,
    refuted,
)

_MISUSED = refuted(
    "identity_misused",
    "身份被冒用，协助在个税系统申诉，不推算收入",
    "DBM-18",
    "个税申诉回执、报警回执、本人说明",
)
_LEFT = cleared("left_job", "已离职，单位未及时停缴或停报", "DBM-18", "离职证明、工资流水")

_WORK: Mapping[str, Answers] = {
    "SR01": (
        counted(
            "works_there", "查实就业，按实际工资计入", "DBM-13", "劳动合同、工资流水、单位证明"
        ),
        harmless(
            "self_paid", "挂靠参保、本人缴费，没有工资", "DBM-13", "缴费凭证、挂靠说明、银行流水"
        ),
        _LEFT,
        _MISUSED,
    ),
    "SR02": (
        counted("in_payment", "查实领取，可计部分计入", "DBM-13", "待遇发放证明、银行流水"),
        exempt("central_pension", "仅为中央基础养老金，依规定不计", "DBM-13", "待遇发放明细"),
        exempt("not_counted", "优待抚恤、救助等依规定不计", "DBM-13", "待遇发放明细"),
        cleared("ended", "已停发", "DBM-18", "停发证明、银行流水"),
    ),
    "SR03": (
        counted("earned", "查实取得收入，按实际计入", "DBM-13", "工资流水、单位证明"),
        _LEFT,
        harmless("declared_otherwise", "同一收入已按其他项目申报", "DBM-13", "收入凭证、银行流水"),
        _MISUSED,
    ),
    "SR04": (
        counted("fund_balance", "查实缴存，余额计入货币财产", "DBM-14", "公积金缴存明细、单位证明"),
        harmless("former_job", "原单位留存，已不在职", "DBM-17", "离职证明、公积金账户明细"),
        exempt("cannot_withdraw", "不符合提取条件，按本地规定暂不计", "DBM-14", "公积金中心说明"),
    ),
    "SR05": (
        counted("in_business", "查实经营，收入和出资计入", "DBM-13", "营业执照、经营流水、年报"),
        cleared("dead_shop", "早已停业，未办注销", "DBM-18", "注销证明、零申报记录、现场照片"),
        harmless(
            "co_operative", "合作社成员或扶贫入股，不是经营者", "DBM-13", "合作社证明、分红表"
        ),
        harmless("name_used", "仅挂名，不出资不经营", "DBM-17", "实际经营人承诺、出资证明"),
        _MISUSED,
    ),
}

_PROPERTY: Mapping[str, Answers] = {
    "SR06": (
        counted("own_money", "查实为家庭货币财产，计入", "DBM-14", "银行流水、存单"),
        exempt(
            "compensation", "工伤、交通事故等一次性赔偿，按本地规定不计", "DBM-14", "判决书、赔付单"
        ),
        exempt("crowd_funding", "为治病筹得的善款", "DBM-14", "筹款平台明细、医疗票据"),
        exempt("rebuying", "售房款用于重新购房，按本地规定不计", "DBM-14", "售房合同、购房合同"),
        exempt("funeral_money", "丧葬费、抚恤金，依规定不计", "DBM-13", "发放明细、死亡证明"),
        harmless("passing_through", "他人款项过账，不属本户", "DBM-17", "银行流水、款项所有人说明"),
        harmless("average_within", "近12月日均余额未超限", "DBM-14", "银行流水"),
        cleared("spent", "已用于治疗等必需支出", "DBM-14", "大额支出票据、银行流水"),
    ),
    "SR07": (
        counted("cash_value", "查实投保，现金价值计入货币财产", "DBM-14", "保单、现金价值证明"),
        exempt("illness_insurance", "医疗、重疾等保障型保险，不计", "DBM-14", "保单"),
        harmless("paid_by_child", "由户外亲属缴费，无现金价值", "DBM-14", "保单、缴费流水"),
        cleared("surrendered", "已退保或理赔完毕", "DBM-18", "退保证明、理赔单"),
    ),
    "SR08": (
        counted("unexplained", "说不清来源，另行核实收入财产", "DBM-17", "缴费单、询问记录"),
        harmless("shared_meter", "合表，他户分摊", "DBM-17", "合表证明、分摊记录"),
        harmless("medical_device", "制氧机、透析等治疗用电", "DBM-17", "诊断证明、设备照片"),
        harmless("relative_pays", "亲属代缴", "DBM-17", "缴费流水、亲属说明"),
    ),
}

_PERSONS: Mapping[str, Answers] = {
    "SR09": (
        counted("reassessed", "查实等级变化或证件失效，按登记更正", "DBM-8", "残疾人证"),
        harmless("renewing", "正在换证或重新评定，暂按原等级", "DBM-17", "残联受理回执"),
        refuted("federation_late", "残联信息未更新", "DBM-18", "残疾人证、残联查询结果"),
    ),
    "SR10": (
        counted("left_school", "查实已毕业或离校，按实际状况认定", "DBM-7", "毕业证、就业情况说明"),
        harmless("admission_pending", "已录取，等待入学", "DBM-7", "录取通知书"),
        exempt("job_search", "毕业6个月内求职，按本地规定", "N22-1.1", "毕业证、求职登记"),
        refuted("still_enrolled", "仍在校就读，学籍信息未更新", "DBM-18", "学校在读证明"),
    ),
    "SR11": (
        counted(
            "obligor_able",
            "查实有履行能力，计算赡养费",
            "CC-1059",
            "义务人同意书、收入证明、协议判决",
        ),
        harmless("agreed_amount", "已按协议或判决计入", "CC-1059", "协议、判决书、流水"),
        exempt(
            "refuses", "义务人失联、拒绝或有家庭暴力情形，个案处理", "REF-15", "调解记录、告诫书"
        ),
        cleared("lost_means", "义务人现已无履行能力", "CC-1059", "失业、重病、负债凭证"),
    ),
    "SR12": (
        counted("exclusive", "查实重复，只保留一项并核算重叠月", "DBM-32", "两处发放明细"),
        counted("chosen", "本人选择另一项，本项停发", "TKM-9", "选择声明、发放明细"),
        cleared("other_ended", "另一项已停发", "DBM-18", "停发证明"),
        harmless("stackable", "依规定可以同时享受", "SAL-13", "政策依据、发放明细"),
    ),
}

_PROCESS: Mapping[str, Answers] = {
    "SR13": (
        counted("not_signed", "仍未签署，延期核查并不予查询", "SAL-41", "告知记录"),
        harmless("signed_now", "已当场补签授权书", "SAL-41", "核对授权书"),
        exempt("guardian_signed", "由监护人代为签署", "CC-22", "监护证明、核对授权书"),
    ),
    "SR14": (
        counted("refuses", "无正当理由拒绝核查", "DBM-29", "现场记录、见证人、书面告知"),
        harmless("in_hospital", "住院、外出务工等，另约时间", "DBM-31", "住院证明、务工证明"),
        cleared("visited_now", "本次已入户", "DBM-16", "入户照片、调查表"),
    ),
    "SR15": (
        counted("clue_true", "线索属实，按查实情况处理并答复", "DBM-37", "核查记录、反馈记录"),
        cleared("clue_untrue", "线索不实，答复举报人", "DBM-37", "核查记录、反馈记录"),
        harmless("clue_partly", "部分属实，不影响认定，已答复", "DBM-37", "核查记录、反馈记录"),
    ),
}

ANSWERS: Mapping[str, Answers] = {**_WORK, **_PROPERTY, **_PERSONS, **_PROCESS}
