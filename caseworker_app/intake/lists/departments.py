"""其他部门: social insurance, taxes, business, money, schools … each a table of its fields."""

from collections.abc import Mapping

from caseworker_app.intake.lists import values, words
from caseworker_app.intake.lists.field import Field, Table, as_of
from caseworker_app.intake.lists.record import OWN_NUMBER, PLACE, numbers_of, record_of
from caseworker_app.intake.lists.values import Value
from caseworker_app.model import departments as model
from caseworker_app.model.codes import Dataset
from caseworker_app.model.departments import DepartmentRecord


def _person(*whose: str) -> tuple[Field, Field]:
    """Return the columns that say whom the row is about."""
    also = f"{numbers_of(*whose)} {OWN_NUMBER}"
    names = " ".join(f"{who} {who}姓名" for who in whose)
    return (
        Field("id_number", "公民身份号码", values.citizen_number, also, necessary=True),
        Field("name", "姓名", values.name, names, longest=60),
    )


def _table(
    dataset: Dataset,
    department: str,
    record: type[DepartmentRecord],
    fields: tuple[Field, ...],
    key: tuple[str, ...],
) -> Table[DepartmentRecord]:
    """Return a table whose rows are told apart by the person and these fields."""

    def key_of(row: Mapping[str, Value]) -> tuple[Value, ...]:
        return row["id_number"], *(row.get(name) for name in key)

    return Table(
        kind=dataset.value,
        title=dataset.zh,
        department=department,
        fields=(*fields, as_of()),
        key=key_of,
        build=record_of(record),
        dataset=dataset,
    )


_INSURANCE = _table(
    Dataset.INSURANCE,
    "人力社保",
    model.Insurance,
    (
        *_person("参保人", "参保人员"),
        Field("kind", "险种", also="险种类型 险种名称 参保险种"),
        Field("state", "参保状态", also="缴费状态 参保缴费状态"),
        Field("employer", "单位名称", also="参保单位 缴费单位 工作单位"),
        Field("base", "缴费基数", values.money, "月缴费基数 基数"),
        Field("last_paid", "最近缴费月", values.month, "最近缴费月份 最后缴费月 最近缴费年月"),
    ),
    ("kind", "employer"),
)
_ALLOWANCE = _table(
    Dataset.ALLOWANCE,
    "人力社保",
    model.Allowance,
    (
        *_person("领取人", "享受人", "待遇领取人"),
        Field("kind", "待遇类型", also="待遇类别 发放项目 待遇名称 救助类别 优抚类别 补贴名称"),
        Field(
            "monthly", "待遇金额", values.money, "月待遇 月发放金额 发放金额 金额", necessary=True
        ),
        Field("excluded_part", "不计收入部分", values.money, "其中基础养老金 中央基础养老金"),
        Field("since", "享受起始月", values.month, "起始月 待遇起始月 开始享受年月"),
        Field("last_paid", "最近发放月", values.month, "最近发放月份 最后发放月 发放年月"),
        Field("place", "发放地区划代码", values.region, "发放地 发放地区划"),
    ),
    ("kind", "place", "since"),
)
_TAX = _table(
    Dataset.TAX,
    "税务",
    model.TaxIncome,
    (
        *_person("纳税人"),
        Field("since", "所得期间起", values.month, "所得期起 税款所属期起", necessary=True),
        Field("until", "所得期间止", values.month, "所得期止 税款所属期止", necessary=True),
        Field("income", "收入额", values.money, "收入 收入金额 累计收入额", necessary=True),
        Field("item", "所得项目", also="所得项目名称"),
        Field("withholder", "扣缴义务人", also="扣缴义务人名称 支付单位"),
    ),
    ("item", "withholder", "since", "until"),
)
_FUND = _table(
    Dataset.FUND,
    "住房公积金",
    model.HousingFund,
    (
        *_person("缴存人", "职工"),
        Field("employer", "单位", also="单位名称 缴存单位"),
        Field("monthly", "月缴存额", values.money, "月缴额 个人月缴额"),
        Field("balance", "余额", values.money, "账户余额 缴存余额"),
        Field("last_paid", "最近缴存月", values.month, "最近缴存年月 缴至年月"),
        Field("state", "账户状态", also="状态 缴存状态"),
    ),
    ("employer",),
)
_BUSINESS = _table(
    Dataset.BUSINESS,
    "市场监管",
    model.Business,
    (
        *_person("经营者", "法定代表人", "投资人", "成员"),
        Field("credit_code", "统一社会信用代码", also="信用代码 注册号", longest=40),
        Field("title", "名称", also="企业名称 市场主体名称 字号名称", necessary=True),
        Field("kind", "类型", also="市场主体类型 企业类型"),
        Field("state", "登记状态", words.containing({"吊销": "吊销", "注销": "注销", "存续": "存续",
              "在业": "存续", "开业": "存续"}), "状态 经营状态"),
        Field("role", "职务", also="角色 任职"),
        Field("capital", "认缴出资额", values.money, "出资额 认缴额"),
        Field("founded", "成立日期", values.past_day, "成立时间 注册日期"),
        Field("last_report", "最近年报年度", values.year, "年报年度"),
        Field("zero_tax", "零申报", values.flag, "是否零申报 零税"),
    ),
    ("credit_code", "title", "role"),
)  # fmt: skip
_ASSET = _table(
    Dataset.ASSET,
    "金融机构",
    model.FinancialAsset,
    (
        *_person("账户人", "开户人", "客户"),
        Field("institution", "金融机构", also="机构名称 开户机构 开户银行 银行", necessary=True),
        Field("kind", "资产种类", also="资产类型 产品类型 种类"),
        Field("balance", "时点余额", values.money, "余额 持仓市值 支付账户余额", necessary=True),
        Field("average", "近12月日均余额", values.money, "日均余额 年日均余额"),
    ),
    ("institution", "kind"),
)
_POLICY = _table(
    Dataset.POLICY,
    "金融机构",
    model.Policy,
    (
        *_person("投保人", "被保险人"),
        Field("insurer", "保险公司", also="承保机构 保险机构"),
        Field("kind", "险种", also="险种名称 保险种类 产品名称"),
        Field("cash_value", "保单现金价值", values.money, "现金价值"),
        Field("premium", "年缴保费", values.money, "年保费 保费"),
        Field("payer_id_number", "缴费人身份号码", values.other_number, numbers_of("缴费人")),
    ),
    ("insurer", "kind", "premium"),
)
_CONSUMPTION = _table(
    Dataset.CONSUMPTION,
    "公用事业",
    model.Consumption,
    (
        *_person("户主", "用户", "户名"),
        Field("kind", "费用种类", also="费用类型 能源种类 消费类型 种类"),
        Field(
            "annual",
            "近12月费用",
            values.money,
            "年费用 近12月用量与费用 费用",
            necessary=True,
        ),
        Field("account", "用户号", also="户号 用户编号 账号", longest=60),
        Field("shared", "合表", values.flag, "是否合表 合用"),
    ),
    ("kind", "account"),
)
_DISABILITY = _table(
    Dataset.DISABILITY,
    "残联",
    model.DisabilityCertificate,
    (
        *_person("持证人"),
        Field("certificate", "残疾人证号", also="残疾证号 证件编号 残疾人证", longest=40),
        Field("category", "残疾类别", words.disability_code("category"), "类别",
              necessary=True),
        Field("level", "残疾等级", words.disability_code("level"), "等级", necessary=True),
        Field("state", "状态", words.containing({"注销": "注销", "冻结": "冻结", "有效": "有效",
              "正常": "有效"}), "证件状态"),
        Field("issued", "发证日期", values.past_day, "签发日期"),
        Field("valid_until", "有效期", values.any_day, "有效期至 有效期止"),
    ),
    (),
)  # fmt: skip
_SCHOOL = _table(
    Dataset.SCHOOL,
    "教育",
    model.Schooling,
    (
        *_person("学生"),
        Field("school", "学校", also="学校名称 就读学校"),
        Field("stage", "学段", also="学历层次 培养层次", necessary=True),
        Field("full_time", "全日制标识", values.full_time, "全日制 学习形式"),
        Field("state", "学籍状态", also="在读状态 状态"),
        Field("enrolled", "入学日期", values.day_or_month, "入学年月 入学时间"),
        Field("graduates", "预计毕业日期", values.day_or_month, "预计毕业 毕业日期"),
    ),
    ("school", "stage"),
)
_FUNERAL = _table(
    Dataset.FUNERAL,
    "民政 殡葬",
    model.Funeral,
    (
        *_person("逝者", "死者"),
        Field("died", "死亡日期", values.past_day, "死亡时间 逝世日期", necessary=True),
        Field("cremated", "火化日期", values.past_day, "火化时间"),
        Field("place", "殡仪馆", also="火化单位 殡葬机构", longest=PLACE),
    ),
    (),
)
_CLUE = _table(
    Dataset.CLUE,
    "信访 热线",
    model.Clue,
    (
        *_person("被反映人"),
        Field("received", "受理日期", values.past_day, "来电日期 登记日期", necessary=True),
        Field("channel", "来源", also="线索来源 渠道"),
        Field("text", "反映内容", also="内容 线索内容", longest=4000),
        Field("signed", "实名", values.flag, "是否实名"),
        Field("closed", "办结日期", values.past_day, "办结时间"),
    ),
    ("received", "text"),
)
_ATTEMPT = _table(
    Dataset.ATTEMPT,
    "乡镇（街道）",
    model.Attempt,
    (
        *_person("户主", "成员"),
        Field("day", "入户日期", values.past_day, "上门日期", necessary=True),
        Field("outcome", "结果", also="入户结果"),
        Field("reason", "原因", also="未果原因"),
    ),
    ("day",),
)

DEPARTMENTS: tuple[Table[DepartmentRecord], ...] = (
    _INSURANCE, _ALLOWANCE, _TAX, _FUND, _BUSINESS, _ASSET, _POLICY, _CONSUMPTION, _DISABILITY,
    _SCHOOL, _FUNERAL, _CLUE, _ATTEMPT,
)  # fmt: skip
