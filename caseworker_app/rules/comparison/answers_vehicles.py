"""Legal answers to the differences of 车辆 (CL01–CL12)."""

from collections.abc import Mapping

from caseworker_app.rules.comparison.answer import (
    Answers,
    cleared,
    counted,
    exempt,
    harmless,
    refuted,
)

_OWNED = counted("owned", "查实拥有，计入车辆", "DBM-14", "行驶证、登记证书、现场照片")
_SPOUSE = counted(
    "spouse_owned", "配偶名下，夫妻共同财产，计入", "CC-1062", "结婚证、登记证书、书面财产约定"
)
_SOLD = cleared(
    "sold_delivered",
    "已出售并交付，限期过户",
    "CC-224",
    "买卖协议、付款凭证、交付时间、买方书面确认、保险或违法记录",
)
_SCRAPPED = cleared(
    "scrapped", "已报废或灭失，协助注销", "DBM-14", "报废机动车回收证明、报警回执、停用照片"
)
_CLONED = refuted("cloned_plate", "套牌或冒名登记，函请交警更正", "DBM-18", "交警核实证明")
_DISABLED = exempt(
    "disability_vehicle", "残疾人本人功能性代步车", "DBM-14", "残疾人证、改装备案或C5驾照"
)
_SMALL = exempt("ordinary_two_wheeler", "普通二轮摩托或电动三轮", "DBM-14", "行驶证、现场照片")
_LENT = counted(
    "name_lent", "借名登记不予认可，过户前计入", "CC-224", "实际使用人承诺、保险付款凭证"
)

ANSWERS: Mapping[str, Answers] = {
    "CL01": (_OWNED, _SOLD, _SCRAPPED, _DISABLED, _SMALL, _LENT, _SPOUSE, _CLONED),
    "CL02": (
        _SOLD,
        counted("sale_unproved", "无协议、付款或交付佐证，计入", "DBM-14", "询问记录"),
        _SCRAPPED,
    ),
    "CL03": (
        _SCRAPPED,
        counted("still_usable", "仍在使用或仍有价值，计入", "DBM-14", "现场照片、保险和违法记录"),
        _SOLD,
    ),
    "CL04": (
        _LENT,
        cleared("transferred_back", "已过户给实际所有人", "CC-224", "过户后的登记证书"),
        _SOLD,
    ),
    "CL05": (
        _DISABLED,
        counted("family_car", "由他人作家庭用车，计入", "DBM-14", "使用人询问记录、违法记录"),
    ),
    "CL06": (
        _SMALL,
        counted("high_value", "大排量或高价摩托车，计入", "DBM-14", "购车发票、行驶证"),
        _SOLD,
        _SCRAPPED,
    ),
    "CL07": (
        exempt("livelihood_tool", "本地规定豁免的谋生工具，收入已计", "DBM-14", "营运证、经营流水"),
        counted("not_exempt", "不属豁免范围，计入车辆并计其收入", "DBM-14", "行驶证、经营流水"),
        _SOLD,
    ),
    "CL08": (
        counted("over_limit", "购置价超过限额", "DBM-14", "购车发票、评估单"),
        refuted("price_wrong", "登记价格有误，未超限额", "DBM-18", "购车发票"),
    ),
    "CL09": (
        counted(
            "bought", "查实保障期内购车，核查资金来源", "DBM-32", "购车发票、贷款合同、付款流水"
        ),
        counted(
            "gift_or_insurance",
            "亲属赠与或保险赔付所购，车辆照计",
            "DBM-14",
            "赠与书、赔付单",
        ),
    ),
    "CL10": (
        counted("evasion", "无合理对价，为规避而转移", "SAL-73", "转让协议、付款流水"),
        cleared("real_sale", "有偿转让，价款已计", "CC-224", "转让协议、付款凭证"),
    ),
    "CL11": (
        counted("still_owned", "仍为其所有，计入", "DBM-14", "抵押合同、法院文书"),
        harmless("cannot_dispose", "已被查封扣押，不能处分", "DBM-14", "法院查封、扣押文书"),
    ),
    "CL12": (
        _CLONED,
        refuted("wrong_row", "登记信息有误，与本户无关", "DBM-18", "交警核实证明"),
        _OWNED,
    ),
}
