"""机动车登记: whose car it is."""

from caseworker_app.intake.lists import values, words
from caseworker_app.intake.lists.field import Field, Table, as_of
from caseworker_app.intake.lists.record import OWN_NUMBER, numbers_of, record_of
from caseworker_app.model.codes import Dataset
from caseworker_app.model.register import VehicleRecord

VEHICLES = Table(
    kind="vehicles",
    title=Dataset.VEHICLE.zh,
    dataset=Dataset.VEHICLE,
    department="公安 交管",
    fields=(
        Field(
            "owner_id_number",
            "所有人身份号码",
            values.citizen_number,
            f"{numbers_of('所有人', '机动车所有人', '车主', '登记人')} {OWN_NUMBER}",
            necessary=True,
        ),
        Field(
            "owner_name",
            "所有人",
            values.name,
            "所有人姓名 机动车所有人 车主 车主姓名 姓名 登记人",
            blank="",
            longest=60,
        ),
        Field(
            "plate",
            "号牌号码",
            values.plate_number,
            "车牌号 车牌号码 车牌 号牌 牌号",
            necessary=True,
            longest=20,
        ),
        Field(
            "plate_type", "号牌种类", words.coded(words.plate_types), "号牌类型 车牌种类", blank=""
        ),
        Field(
            "vin",
            "车辆识别代号",
            values.vin,
            "VIN 车架号 车辆识别代号/车架号 车辆识别代码 识别代码",
            necessary=True,
            longest=40,
        ),
        Field("vehicle_type", "车辆类型", also="车型 机动车类型", blank=""),
        Field("use", "使用性质", words.coded(words.vehicle_use), "使用性质代码 性质"),
        Field("status", "机动车状态", words.coded_many(words.vehicle_status), "状态 车辆状态"),
        Field("model", "品牌型号", also="车辆品牌型号 厂牌型号 品牌 车辆品牌"),
        Field("first_registered", "初次登记日期", values.past_day, "初登日期 初次登记时间"),
        Field("registered", "登记日期", values.past_day, "登记时间 注册日期 最近登记日期"),
        Field("acquired", "取得方式", also="获得方式 来历"),
        Field("price", "购置价", values.money, "购置价格 发票价 发票价格 购车价 价格"),
        Field("displacement", "排量", values.whole, "排气量"),
        Field(
            "inspected_until", "检验有效期止", values.any_day, "检验有效期至 年检有效期 检验有效期"
        ),
        Field("scrap_by", "强制报废期止", values.any_day, "强制报废日期 报废期止"),
        Field("insured_until", "保险终止日期", values.any_day, "保险到期日 交强险终止日期"),
        Field(
            "insurance_payer",
            "投保人身份号码",
            values.other_number,
            "缴费人身份号码 投保人证件号码",
        ),
        Field("last_violation", "最近违法日期", values.past_day, "最近违法时间 违法记录时间"),
        Field("mortgaged", "抵押", values.flag, "抵押标记 是否抵押"),
        Field("seized", "查封", values.flag, "查封标记 是否查封"),
        Field("transferred", "转移登记日期", values.past_day, "过户日期 转移日期"),
        Field("transferred_to", "受让人身份号码", values.other_number, "新所有人身份号码"),
        Field("transferred_to_relation", "受让人与原所有人关系", words.coded(words.relation)),
        as_of(),
    ),
    key=lambda row: (row["vin"], row["owner_id_number"]),
    build=record_of(VehicleRecord),
)
