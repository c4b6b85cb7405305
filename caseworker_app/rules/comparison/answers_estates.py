"""Legal answers to the differences of 房产 (FC01–FC16)."""

from collections.abc import Mapping

from caseworker_app.rules.comparison.answer import (
    Answers,
    cleared,
    counted,
    exempt,
    harmless,
    refuted,
)

_OWNED = counted("owned", "查实拥有，计入住房", "CC-209", "不动产权证、登记簿查询、现场照片")
_SPOUSE = counted(
    "spouse_owned", "配偶名下，夫妻共同财产，计入", "CC-1062", "结婚证、不动产权证、书面财产约定"
)
_HISTORIC = refuted("historic_record", "登记簿历史记录，现已无权利", "CC-209", "登记簿查询结果")
_OTHER_OWNER = refuted("other_owner", "号码不符，权利人不是本户成员", "DBM-18", "登记簿查询结果")
_SHARE = cleared(
    "inherited_share_not_usable",
    "继承份额不能居住也不能处分，不按一套计",
    "CC-230",
    "继承公证或判决、继承人名单、使用人说明",
)
_SHARE_COUNTED = counted("inherited_share", "按继承份额计入", "CC-230", "继承公证或判决、份额证明")
_JUDGED = cleared(
    "divided_by_judgment", "判决或调解已归对方，物权已转移", "CC-229", "生效判决书、调解书"
)
_CONVERTED = exempt(
    "converted_sole_home", "居改非且为唯一住处", "DBM-14", "现场照片、村居证明、无其他住房查询"
)

ANSWERS: Mapping[str, Answers] = {
    "FC01": (_OWNED, _HISTORIC, _SHARE, _JUDGED, _SPOUSE, _OTHER_OWNER),
    "FC02": (
        counted("over_area", "两套以上且人均面积超限", "DBM-14", "产权证、面积计算"),
        exempt("within_area", "两套但人均面积未超限", "DBM-14", "产权证、丈量记录、面积计算"),
        cleared("one_dwelling", "实为一处，重复登记", "DBM-18", "登记簿查询、现场照片"),
    ),
    "FC03": (_SHARE, _SHARE_COUNTED),
    "FC04": (
        _SHARE_COUNTED,
        _SHARE,
        cleared("no_heir", "成员不是继承人或已放弃继承", "CC-230", "遗嘱、放弃继承公证"),
    ),
    "FC05": (
        counted("still_registered", "登记前权利未转移，仍计住房", "CC-209", "登记簿查询"),
        harmless(
            "proceeds_counted", "房款已计入货币财产，不重复计住房", "CC-209", "网签合同、收款流水"
        ),
        cleared("contract_cancelled", "合同已解除", "CC-209", "解除协议、网签撤销证明"),
    ),
    "FC06": (
        counted("proceeds_kept", "房款仍在，计入货币财产", "DBM-14", "银行流水"),
        harmless(
            "spent_on_needs", "已用于治疗、还债等必需支出", "DBM-14", "票据、债务凭证、银行流水"
        ),
        harmless("rebuying", "用于重新购房，按本地规定处理", "DBM-14", "购房合同、付款凭证"),
    ),
    "FC07": (
        counted("nonresidential", "查实拥有非居住用房", "DBM-14", "产权证、租赁合同、现场照片"),
        _CONVERTED,
        exempt("tied_parking", "随住房的车位、储藏室", "DBM-14", "产权证、购房合同"),
    ),
    "FC08": (
        counted("compensated", "补偿款或已交付安置房计入", "DBM-14", "补偿协议、付款流水"),
        harmless("not_delivered", "安置房未交付，交付时再计", "CC-209", "补偿协议"),
        harmless("transitional_rent", "仅为过渡费", "DBM-14", "补偿协议、发放明细"),
    ),
    "FC09": (
        counted("rent", "租金计入财产净收入", "DBM-13", "租赁合同、收款记录"),
        harmless("rent_free", "亲属无偿借住，无租金", "DBM-13", "借住人说明、邻里访问记录"),
        cleared("tenancy_ended", "租赁已结束", "DBM-18", "终止协议、现场照片"),
    ),
    "FC10": (
        counted("bought", "查实购房，核查首付来源", "DBM-14", "购房合同、首付凭证、贷款合同"),
        harmless("not_vested", "仅预告登记，房屋所有权尚未取得", "CC-209", "预告登记证明"),
        cleared("cancelled", "合同已解除，预告未注销", "CC-209", "解除协议、退款凭证"),
    ),
    "FC11": (_HISTORIC, _OWNED),
    "FC12": (
        counted("measured", "查实存在，按丈量面积计入", "DBM-14", "宅基地批准书、丈量记录、照片"),
        cleared("collapsed", "已倒塌或已拆除", "DBM-14", "现场照片、村委证明"),
    ),
    "FC13": (
        _JUDGED,
        counted("agreement_only", "仅有离婚协议，登记前仍计", "CC-209", "离婚协议、登记簿查询"),
    ),
    "FC14": (
        counted("still_owned", "仍为其所有，计入", "DBM-14", "抵押合同、查封文书"),
        harmless("only_home", "唯一住房，不影响", "DBM-14", "登记簿查询、抵押合同"),
    ),
    "FC15": (
        counted("refer_housing", "两者并存，转住建部门处理", "SAL-42", "公租房合同、产权证"),
        cleared("returned", "公租房已退", "DBM-18", "退租证明"),
    ),
    "FC16": (
        counted("registered_share", "登记推定有效，按份额计入", "CC-298", "登记簿查询"),
        cleared("nominal_proved", "出资和约定证明仅为挂名", "CC-298", "出资证明、书面约定"),
    ),
}
