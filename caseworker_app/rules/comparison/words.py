"""The wordings of both sides of a difference, short enough to stand beside each other."""

from collections.abc import Mapping
from datetime import date

from caseworker_app.model.declaration import DeclaredEstate, DeclaredVehicle
from caseworker_app.model.household import Disability
from caseworker_app.model.register import Custody, EstateRecord, VehicleRecord
from caseworker_app.model.values import square_metres, yuan

NOT_DECLARED = "未申报"

VEHICLE_STATUS: Mapping[str, str] = {
    "A": "正常",
    "B": "转出",
    "C": "被盗抢",
    "D": "停驶",
    "E": "注销",
    "G": "违法未处理",
    "H": "海关监管",
    "I": "事故未处理",
    "J": "嫌疑车",
    "K": "查封",
    "L": "扣留",
    "M": "强制注销",
    "N": "事故逃逸",
    "O": "锁定",
    "P": "达到报废标准公告牌证作废",
    "Q": "逾期未检验",
}
"""GA/T 16."""

VEHICLE_USE: Mapping[str, str] = {
    "A": "非营运",
    "B": "公路客运",
    "C": "公交客运",
    "D": "出租客运",
    "E": "旅游客运",
    "F": "货运",
    "G": "租赁",
    "R": "化工/危险品运输",
    "T": "预约出租客运",
}

HOUSE_USE: Mapping[str, str] = {
    "1": "住宅",
    "2": "工业仓储",
    "3": "商业",
    "4": "教育医疗科研",
    "5": "文化娱乐体育",
    "6": "办公",
    "7": "军事",
    "8": "车位储藏等",
}
"""First digit of 房屋用途."""

VEHICLE_KIND: Mapping[str, str] = {
    "car": "小轿车",
    "truck": "货车",
    "ordinary_two_wheel_motorcycle": "普通二轮摩托车",
    "electric_tricycle": "电动三轮车",
    "disability_compensation_vehicle": "残疾人代步车",
}
ESTATE_KIND: Mapping[str, str] = {
    "dwelling": "住房",
    "homestead": "宅基地房屋",
    "shop": "商铺",
    "parking": "车位",
}
CLAIM: Mapping[str, str] = {
    "sold": "已出售",
    "scrapped": "已报废",
    "lent_name": "借名登记",
    "livelihood": "谋生用车",
    "not_mine": "否认拥有",
    "inherited": "继承份额",
    "divorced": "离婚归对方",
    "nominal": "仅挂名",
    "converted_home": "居改非自住",
}
CUSTODY: Mapping[str, str] = {
    "prison": "服刑",
    "drug_isolation": "强制隔离戒毒",
    "community_correction": "社区矫正",
    "probation": "缓刑",
    "medical_bail": "保外就医",
}
_STATE: Mapping[str, str] = {"0": "临时", "1": "现势", "2": "历史"}


_DISABILITY = ("", "视力", "听力", "言语", "肢体", "智力", "精神", "多重")
"""GB/T 26341 by its number."""
_LEVELS = ("", "一级", "二级", "三级", "四级")
_STUDY: Mapping[str, str] = {
    "compulsory": "义务教育",
    "senior_secondary": "高中阶段",
    "college_full_time": "全日制大专",
    "bachelor_full_time": "全日制本科",
    "master_full_time": "全日制硕士",
    "doctor_full_time": "全日制博士",
}


def disability(held: Disability | None) -> str:
    """Write ``肢体二级``, or nothing."""
    if held is None:
        return ""
    known = held.category < len(_DISABILITY) and held.level < len(_LEVELS)
    return f"{_DISABILITY[held.category]}{_LEVELS[held.level]}" if known else "类别等级不明"


def study(code: str) -> str:
    return _STUDY.get(code, code)


def on(day: date | None) -> str:
    """Write a day, or nothing where the department left it out."""
    return day.isoformat() if day else ""


def custody(held: Custody) -> str:
    until = f"至 {on(held.until)}" if held.until else "起"
    return f"{CUSTODY.get(held.kind, held.kind)}，{on(held.since)} {until}"


def declared_vehicle(declared: DeclaredVehicle | None) -> str:
    if declared is None:
        return NOT_DECLARED
    claim = f"申报{CLAIM[declared.claim]}" if declared.claim in CLAIM else ""
    return _joined(declared.plate, VEHICLE_KIND.get(declared.kind, "车辆"), claim)


def registered_vehicle(row: VehicleRecord) -> str:
    """Write plate, type, day of registration and status, such as 状态正常."""
    day = row.registered or row.first_registered
    status = "、".join(VEHICLE_STATUS[letter] for letter in row.status if letter in VEHICLE_STATUS)
    return _joined(
        f"{row.plate} {row.vehicle_type}".strip(),
        f"{on(day)} 登记" if day else "",
        f"状态{status}" if status else "",
    )


def declared_estate(declared: DeclaredEstate | None) -> str:
    if declared is None:
        return NOT_DECLARED
    claim = f"申报{CLAIM[declared.claim]}" if declared.claim in CLAIM else ""
    kind = ESTATE_KIND.get(declared.kind, "房屋")
    return _joined(declared.location, kind, f"{square_metres(declared.area)}平方米", claim)


def registered_estate(row: EstateRecord) -> str:
    """Write place, area, share where not whole, use, day and state."""
    share = f"份额 {row.share.numerator}/{row.share.denominator}" if row.share != 1 else ""
    return _joined(
        row.location,
        f"{square_metres(row.area)}平方米" if row.area else "",
        share,
        HOUSE_USE.get(row.use[:1], "用途未登记"),
        f"{on(row.registered)} {row.registration}登记" if row.registered else "",
        _STATE.get(row.state, ""),
    )


def price(amount: int | None) -> str:
    return f"{yuan(amount)}元" if amount is not None else "未登记"


def _joined(*parts: str) -> str:
    return "，".join(part for part in parts if part)
