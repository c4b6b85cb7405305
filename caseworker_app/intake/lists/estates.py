"""不动产登记: whose house it is."""

from caseworker_app.intake.lists import values, words
from caseworker_app.intake.lists.field import Field, Table, as_of
from caseworker_app.intake.lists.record import OWN_NUMBER, PLACE, numbers_of, record_of
from caseworker_app.model.codes import Dataset
from caseworker_app.model.register import EstateRecord

ESTATES = Table(
    kind="estates",
    title=Dataset.ESTATE.zh,
    dataset=Dataset.ESTATE,
    department="自然资源 不动产登记",
    fields=(
        Field(
            "owner_id_number",
            "权利人身份号码",
            values.citizen_number,
            f"{numbers_of('权利人', '产权人', '所有权人', '买受人', '承租人')} {OWN_NUMBER}",
            necessary=True,
        ),
        Field(
            "owner_name",
            "权利人",
            values.name,
            "权利人姓名 权利人名称 产权人 所有权人 姓名 买受人 承租人",
            blank="",
            longest=100,
        ),
        Field(
            "unit_number",
            "不动产单元号",
            values.unit_number,
            "单元号 不动产单元代码",
            blank="",
            longest=60,
        ),
        Field(
            "certificate",
            "不动产权证号",
            also="权证号 产权证号 不动产权证书号 房产证号 合同备案号",
            blank="",
        ),
        Field(
            "location",
            "坐落",
            also="座落 房屋坐落 房屋座落 房屋地址 地址 不动产坐落",
            necessary=True,
            longest=PLACE,
        ),
        Field("use", "房屋用途", words.coded_within(words.house_use), "用途 规划用途", blank=""),
        Field("area", "建筑面积", values.area, "面积 房屋面积 房屋建筑面积", blank=0),
        Field("share", "份额", values.share, "共有份额 所占份额 权利份额 占有份额"),
        Field("co_ownership", "共有方式", words.coded_within(words.co_ownership), "共有情况"),
        Field("nature", "房屋性质", words.coded_within(words.house_nature), "性质"),
        Field(
            "right",
            "权利类型",
            words.containing(
                {
                    "承租": "承租",
                    "租赁": "承租",
                    "拆迁": "拆迁权益",
                    "预告": "预告",
                    "居住权": "居住权",
                    "抵押权": "抵押权",
                    "承包经营": "土地承包经营权",
                    "所有权": "所有权",
                }
            ),
            "权利种类",
        ),
        Field(
            "acquired",
            "取得方式",
            words.containing(
                {
                    "继承": "继承",
                    "离婚": "离婚",
                    "拆迁": "拆迁安置",
                    "安置": "拆迁安置",
                    "自建": "自建",
                    "赠": "赠与",
                    "购": "购买",
                    "买卖": "购买",
                }
            ),
            "来源 取得来源",
        ),
        Field(
            "registration",
            "登记类型",
            words.containing(
                {"首次": "首次", "初始": "首次", "转移": "转移", "变更": "变更", "注销": "注销"}
            ),
        ),
        Field("registered", "登记时间", values.past_day, "登记日期 登簿时间 登簿日期"),
        Field("state", "权属状态", words.coded(words.estate_state), "状态 现势状态"),
        Field("price", "取得价格", values.money, "成交价 成交价格 购买价格 合同价"),
        Field("mortgaged", "抵押", values.flag, "是否抵押 抵押标记"),
        Field("seized", "查封", values.flag, "是否查封 查封标记"),
        Field("advance_notice", "预告", values.flag, "预告登记 是否预告"),
        Field("objection", "异议", values.flag, "异议登记 是否异议"),
        Field("contract_filed", "网签备案日期", values.past_day, "备案日期 网签日期"),
        Field("sold", "转出登记日期", values.past_day, "转移登记日期 出售日期"),
        Field("rented_out", "出租", values.flag, "是否出租"),
        Field("owner_died", "权利人死亡日期", values.past_day),
        Field("nominal_share", "仅挂名", values.flag, "是否挂名"),
        Field("divorce_division", "离婚判归对方", values.flag, "离婚归对方"),
        as_of(),
    ),
    key=lambda row: (
        row["unit_number"] or row["certificate"] or row["location"],
        row["owner_id_number"],
        row["certificate"],
        row.get("right"),
        row.get("registration"),
        row.get("registered"),
    ),
    build=record_of(EstateRecord),
)
