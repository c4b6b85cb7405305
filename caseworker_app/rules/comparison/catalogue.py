"""差异目录: every kind of difference, its level and the question to put to the household.

The levels are the office's scale: 红 would end the benefit if true, 橙 changes members or
amount, 黄 disagrees with doubtful effect, 蓝 informs. Evidence to ask for is in
``resources/codes/discrepancies.csv``.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from caseworker_app.model.codes import Level, Register

_R, _O, _Y, _B = Level.RED, Level.ORANGE, Level.YELLOW, Level.BLUE


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of difference."""

    code: str
    zh: str
    level: Level
    question: str
    """What to ask or look at during the visit, in Chinese."""
    register: Register


_REGISTERS = {
    "HJ": Register.PERSON,
    "CL": Register.VEHICLE,
    "FC": Register.ESTATE,
    "SR": Register.OTHER,
}

_ROWS: tuple[tuple[str, str, Level, str], ...] = (
    ("HJ01", "人员已死亡仍在册", _R, "何时去世？去世后哪几个月仍领了款？"),
    ("HJ02", "户籍已迁出本省/本市", _O, "何时迁出，为何迁出？现在常住哪里？"),
    ("HJ03", "申报成员户籍不在同一户", _Y, "为何户口不在一起？是否长期共同生活？"),
    ("HJ04", "户籍同户但未申报的人员", _O, "此人现住哪里，与本户是否共同生活？"),
    ("HJ05", "分户不分家（拆户）", _O, "为何分户？灶具、水电是否分开？"),
    ("HJ06", "婚姻状况不一致", _O, "婚姻何时变化？配偶现在哪里？"),
    ("HJ07", "新婚配偶未申报", _O, "何时结婚？配偶住哪里，收入多少？"),
    ("HJ08", "新生儿/收养未申报", _B, "孩子何时出生或收养？是否随本户生活？"),
    ("HJ09", "姓名/身份号码不符", _Y, "请出示身份证和户口簿；是否改过名？"),
    ("HJ10", "服刑/强制戒毒", _R, "现在是否在监所？何时期满？"),
    ("HJ11", "现役义务兵/入学集体户", _B, "服役或就读到何时？假期是否回家？"),
    ("HJ12", "失踪/失联人员", _O, "最后一次联系在何时？法院是否宣告？"),
    ("HJ13", "异地重复享受", _R, "那边的待遇何时起领，何时停？"),
    ("HJ14", "与经办人员近亲属未备案", _O, "与该工作人员是什么亲属关系？"),
    ("CL01", "未申报机动车", _R, "这辆车在哪里，谁在用，怎么来的？"),
    ("CL02", "已出售未过户", _Y, "卖给谁，何时交车，收了多少钱？"),
    ("CL03", "已报废/灭失未注销", _B, "车何时报废或丢失？有无回收证明？"),
    ("CL04", "被借名登记（名义车主）", _O, "实际谁出钱、谁用车、谁交保险？"),
    ("CL05", "残疾人功能性代步车", _B, "谁在用？是否为残疾人本人代步？"),
    ("CL06", "摩托车/电动三轮", _B, "车还在用吗？作什么用？"),
    ("CL07", "生产经营用车（谋生工具）", _O, "用它做什么活？一年净收入多少？"),
    ("CL08", "车辆价值超限", _R, "购车发票多少钱？"),
    ("CL09", "近期新购车", _R, "买车的钱从哪里来？"),
    ("CL10", "近期转移车辆", _O, "为何转给亲属？收了多少钱？"),
    ("CL11", "查封/抵押车辆", _Y, "因何查封或抵押？车现在哪里？"),
    ("CL12", "套牌/登记错误", _B, "是否曾拥有这辆车？是否报过交警？"),
    ("FC01", "未申报房产", _R, "这处房子谁在住，怎么来的？"),
    ("FC02", "两套以上住房", _R, "各处房子面积多大，谁在住？"),
    ("FC03", "继承份额", _Y, "还有哪些继承人？份额能否居住或出售？"),
    ("FC04", "权利人已故未办继承", _Y, "权利人何时去世？继承人有谁？"),
    ("FC05", "已出售未转移登记", _O, "合同何时签？房款收了多少？"),
    ("FC06", "售房款去向不明", _O, "卖房款用在哪里？有无票据？"),
    ("FC07", "非居住类房屋", _R, "现在作什么用？是否是唯一住处？"),
    ("FC08", "拆迁安置权益", _O, "安置房何时交付？补偿款多少？"),
    ("FC09", "出租房屋", _O, "租给谁，每月租金多少？"),
    ("FC10", "期房预告登记", _O, "首付款从哪里来？合同是否还有效？"),
    ("FC11", "登记历史记录误报", _B, "核对登记簿查询结果"),
    ("FC12", "集体宅基地未登记", _B, "现场丈量面积，看宅基地批准书"),
    ("FC13", "离婚房产分割未变更", _Y, "是判决还是协议？现在谁在住？"),
    ("FC14", "房屋被查封/抵押", _Y, "因何查封或抵押？"),
    ("FC15", "公租房与自有住房并存", _O, "为何仍租公租房？"),
    ("FC16", "共有产权名义登记", _Y, "谁出的资？为何登记其名？"),
    ("SR01", "有社保缴费但申报无业", _R, "是否真在该单位上班？"),
    ("SR02", "养老金/失业金未申报", _O, "每月领多少，何时起领？"),
    ("SR03", "个税收入不一致", _O, "是否在该单位取得收入？"),
    ("SR04", "公积金缴存", _O, "是否仍在职？"),
    ("SR05", "工商登记信息", _O, "店或公司是否还在经营？"),
    ("SR06", "金融资产超限", _R, "这笔钱从哪里来，作什么用？"),
    ("SR07", "大额商业保险", _Y, "谁交的保费？现金价值多少？"),
    ("SR08", "高消费与收入不符", _O, "这笔开支由谁承担？"),
    ("SR09", "残疾等级变化/证件失效", _Y, "是否已重新评定？"),
    ("SR10", "毕业/在校状态变化", _Y, "毕业后作何安排？"),
    ("SR11", "赡养义务人有能力未计", _O, "义务人每月给多少？"),
    ("SR12", "重复享受其他救助", _O, "两项待遇各从何时起领？"),
    ("SR13", "授权缺失/过期", _O, "请补签核对授权书"),
    ("SR14", "无法入户/拒绝核查", _O, "何时能入户？"),
    ("SR15", "举报线索待核", _O, "按线索内容逐项核实"),
)

KINDS: Mapping[str, Kind] = {
    code: Kind(code, zh, level, question, _REGISTERS[code[:2]])
    for code, zh, level, question in _ROWS
}

BESIDE = frozenset({"CL08", "CL09", "CL11", "FC02", "FC09", "FC14", "FC15"})
"""Kinds that say something more about an item; their answer never takes it out of the count."""
