"""Words and figures as the screens of a visit write them."""

from collections.abc import Mapping
from datetime import date, datetime

from caseworker_app import codes
from caseworker_app.desktop.tongue import tr
from caseworker_app.model.declaration import DeclaredEstate
from caseworker_app.model.household import Disability
from caseworker_app.model.values import Fen, Month, civil, yuan
from caseworker_app.rules import membership

NOT_COUNTED: Mapping[str, str] = {"": tr("计入共同生活"), **membership.WORDS}

IDLE_EXEMPT: Mapping[str, str] = {
    "": tr("无正当理由"),
    "full_time_student": tr("全日制在校"),
    "pregnant": tr("怀孕"),
    "nursing_infant_under_12m": tr("哺育一周岁以内婴儿"),
    "sole_carer_of_severe": tr("唯一照料重残、重病家人"),
    "carer_of_preschool_child_not_in_kindergarten": tr("照料未入园幼儿"),
    "within_6_months_of_graduation": tr("毕业未满六个月"),
    "certified_temporarily_unfit": tr("有证明暂时不能劳动"),
}

STUDY: Mapping[str, str] = {
    "": tr("不在校"),
    "compulsory": tr("小学、初中"),
    "senior_secondary": tr("高中、中职"),
    "college_full_time": tr("大专（全日制）"),
    "bachelor_full_time": tr("本科（全日制）"),
    "master_full_time": tr("硕士（全日制）"),
    "doctor_full_time": tr("博士（全日制）"),
}

SUPPORT_EXEMPT: Mapping[str, str] = {
    "": tr("有能力时应计"),
    "dibao": tr("本人是低保"),
    "tekun": tr("本人是特困"),
    "severe_disabled_no_income": tr("重残且无收入"),
    "imprisoned": tr("服刑"),
    "declared_missing": tr("法院宣告失踪"),
}

VEHICLES: Mapping[str, str] = {
    "car": tr("小汽车"),
    "truck": tr("货车"),
    "ordinary_two_wheel_motorcycle": tr("普通二轮摩托车"),
    "van": tr("微型面包车"),
    "motorcycle": tr("摩托车"),
    "two_wheel_motorcycle": tr("二轮摩托车"),
    "electric_two_wheel": tr("电动自行车"),
    "electric_tricycle": tr("电动三轮车"),
    "tricycle": tr("三轮车"),
    "tractor": tr("拖拉机"),
    "disability_compensation_vehicle": tr("残疾人代步车"),
}

CARE: Mapping[str, str] = {
    "able": tr("生活能自理"),
    "partial": tr("部分丧失自理能力"),
    "full": tr("完全丧失自理能力"),
}
"""生活自理能力 of 特困人员 (TKM-21)."""

ESTATES: Mapping[str, str] = {
    "dwelling": tr("住房"),
    "homestead": tr("宅基地住房"),
    "shop": tr("商铺"),
    "parking": tr("车位"),
    "other": tr("其他房屋"),
}

_CATEGORY_OF_DISABILITY = {
    1: tr("视力"),
    2: tr("听力"),
    3: tr("言语"),
    4: tr("肢体"),
    5: tr("智力"),
    6: tr("精神"),
    7: tr("多重"),
}
_LEVELS = tr("零一二三四")

DISABILITIES: Mapping[str, str] = {
    "": tr("无"),
    **{
        f"{category}{level}": tr("{name}{part}级", name=name, part=_LEVELS[level])
        for category, name in _CATEGORY_OF_DISABILITY.items()
        for level in (1, 2, 3, 4)
    },
}
"""Kind and grade as typed, such as 42 → 肢体二级 (GB/T 26341)."""


def money(fen: Fen) -> str:
    """Return an amount with its unit: ``1,301 元``."""
    return tr("{amount} 元", amount=yuan(fen))


def day(value: date | None) -> str:
    return (
        tr("{year}年{month}月{day}日", year=value.year, month=value.month, day=value.day)
        if value
        else ""
    )


def month(value: Month) -> str:
    return tr("{year}年{month}月", year=value.year, month=value.month)


def local(instant: datetime) -> datetime:
    """Return an instant in the country's civil time."""
    return civil(instant)


def clock(instant: datetime) -> str:
    return f"{local(instant):%H:%M}"


def moment(instant: datetime) -> str:
    """Return ``11月22日 10:32``."""
    at = local(instant)
    return tr("{month}月{day}日 {at:%H:%M}", month=at.month, day=at.day, at=at)


def written(instant: str) -> str:
    """Return the moment of an instant as the record holds it, or "" for none."""
    return moment(datetime.fromisoformat(instant)) if instant else ""


def relation(code: str) -> str:
    return codes.name_of("gbt4761_relation", code)


def disability(value: Disability | None) -> str:
    """Return ``肢体残疾二级``, or "" for none."""
    if value is None:
        return ""
    return tr(
        "{category}残疾{level}级",
        category=_CATEGORY_OF_DISABILITY[value.category],
        level=_LEVELS[value.level],
    )


def difference(code: str) -> str:
    """Return the name of a kind of difference."""
    return codes.name_of("discrepancies", code)


def vehicle(kind: str) -> str:
    return VEHICLES.get(kind, tr("其他车辆"))


def estate(value: DeclaredEstate) -> str:
    return ESTATES.get(value.kind, ESTATES["other"])


def size(count: int) -> str:
    """Return bytes as a person reads them: ``3.4 MB``."""
    kilo = 1024
    if count < kilo * kilo:
        return f"{max(1, round(count / kilo)) if count else 0} KB"
    return f"{count / kilo / kilo:.1f} MB"


def illnesses() -> tuple[str, ...]:
    """Return the names of the recognised serious illnesses, in the order of the list."""
    return tuple(row["name_zh"] for row in codes.table("serious_illness_zhejiang"))
