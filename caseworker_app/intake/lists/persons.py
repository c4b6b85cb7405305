"""户籍: who is registered where, with what other registers add to the number."""

from collections.abc import Callable

from caseworker_app.intake.lists import values, words
from caseworker_app.intake.lists.field import Field, Table, as_of
from caseworker_app.intake.lists.record import OWN_NUMBER, PLACE, numbers_of, record_of
from caseworker_app.model.codes import Dataset
from caseworker_app.model.register import Custody, Marriage, OtherBenefit, PersonRecord


def _marriage(state: str = "20", **rest: object) -> Marriage:
    """Return a marriage; a list with a spouse and no state means people who are married."""
    build: Callable[..., Marriage] = Marriage
    return build(state, **rest)


PERSONS = Table(
    kind="persons",
    title=Dataset.PERSON.zh,
    dataset=Dataset.PERSON,
    department="公安 户籍",
    fields=(
        Field("id_number", "公民身份号码", values.citizen_number, OWN_NUMBER, necessary=True),
        Field("name", "姓名", values.name, "人员姓名 公民姓名", necessary=True, longest=60),
        Field(
            "hukou_number",
            "户号",
            values.text,
            "户口号 户口簿号 户编号 家庭户号",
            necessary=True,
            longest=40,
        ),
        Field("head_id_number", "户主身份号码", values.other_number, numbers_of("户主")),
        Field("relation", "与户主关系", words.coded(words.relation), "与户主的关系 户主关系 关系"),
        Field("former_name", "曾用名", values.name, longest=60),
        Field(
            "hukou_kind",
            "户别",
            words.containing({"集体": "集体户", "家庭": "家庭户"}),
            "户类型 户口类别 户类别",
        ),
        Field("region", "区划代码", values.region, "行政区划代码 行政区划 12位区划代码 区划"),
        Field(
            "address",
            "户籍地址",
            values.text,
            "户籍地 户籍所在地 住址 地址 户口所在地",
            longest=PLACE,
        ),
        Field("moved_in", "迁入日期", values.past_day, "迁入时间 何时迁来"),
        Field("moved_in_reason", "迁入原因", also="变动原因 入户原因"),
        Field("moved_out", "迁出日期", values.past_day, "迁出时间"),
        Field("moved_to", "迁往地区划代码", values.region, "迁往区划 迁往地区划"),
        Field("split_from", "分户前户号", also="原户号", longest=40),
        Field("split_on", "分户日期", values.past_day, "分户时间"),
        Field("split_address", "分户前地址", also="原户地址", longest=PLACE),
        Field(
            "cancelled",
            "注销原因",
            words.containing(
                {
                    "死亡": "死亡",
                    "出国": "出国",
                    "境": "出国",
                    "参军": "参军",
                    "入伍": "参军",
                    "服现役": "参军",
                    "重复": "重复",
                }
            ),
            "注销标识 户口注销原因",
        ),
        Field("death", "死亡日期", values.past_day, "死亡时间"),
        Field(
            "marriage.state", "婚姻登记状况", words.coded(words.marital), "婚姻登记 婚姻登记状态"
        ),
        Field("marriage.spouse_id_number", "配偶身份号码", values.other_number, numbers_of("配偶")),
        Field("marriage.spouse_name", "配偶姓名", values.name, longest=60),
        Field("marriage.day", "婚姻登记日期", values.past_day, "登记结婚日期 结婚日期 离婚日期"),
        Field(
            "custody.kind",
            "监管类型",
            words.coded(words.custody),
            "羁押类型 监管类别",
            part_needs_it=True,
        ),
        Field(
            "custody.since",
            "监管开始日期",
            values.past_day,
            "服刑起始日期 入监日期",
            part_needs_it=True,
        ),
        Field("custody.until", "监管结束日期", values.any_day, "服刑结束日期 刑满日期"),
        Field(
            "service",
            "集体户类型",
            words.containing(
                {"兵": "conscript", "役": "conscript", "学": "student", "conscript": "conscript"}
            ),
            "集体户原因",
        ),
        Field(
            "missing",
            "失踪情况",
            words.containing({"宣告": "court", "失联": "untraceable", "下落不明": "untraceable"}),
            "失踪标识",
        ),
        Field(
            "benefits.place",
            "异地享受地",
            also="异地救助地 享受地",
            longest=PLACE,
            part_needs_it=True,
        ),
        Field(
            "benefits.category", "异地享受类别", also="异地救助类别 享受类别", part_needs_it=True
        ),
        Field(
            "benefits.since", "异地享受起始月", values.month, "异地享受开始月份", part_needs_it=True
        ),
        Field(
            "benefits.last_paid", "异地最近发放月", values.month, "最近发放月份", part_needs_it=True
        ),
        Field(
            "benefits.monthly", "异地月发放金额", values.money, "异地享受金额", part_needs_it=True
        ),
        Field("staff_relative", "近亲属经办人员", also="经办人员近亲属"),
        as_of(),
    ),
    key=lambda row: (row["id_number"], row["hukou_number"]),
    build=record_of(
        PersonRecord,
        marriage=_marriage,
        custody=Custody,
        benefits=lambda **one: (OtherBenefit(**one),),
    ),
)
