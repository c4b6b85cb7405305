"""其他部门信息: what the departments beyond the three registers hold about one number.

One record is one row of a department's answer, as in ``register``; each carries its department
and its date. Fields follow ``resources/codes/registry_fields.csv``.
"""

from dataclasses import dataclass
from datetime import date

from caseworker_app.model.source import Source
from caseworker_app.model.values import Fen, Month


@dataclass(frozen=True, slots=True)
class Insurance:
    """社会保险参保: one insurance of one person."""

    id: str
    source: Source
    id_number: str
    name: str = ""
    kind: str = "企业职工基本养老保险"
    state: str = "正常缴费"
    """正常缴费, 停缴, 待遇领取, 终止."""
    employer: str = ""
    """Empty where the person pays alone (灵活就业, 城乡居民)."""
    base: Fen | None = None
    last_paid: Month | None = None


@dataclass(frozen=True, slots=True)
class Allowance:
    """待遇发放: money a public body pays to this number month by month."""

    id: str
    source: Source
    id_number: str
    name: str = ""
    kind: str = ""
    """项目 as the body calls it: 企业职工基本养老金, 失业保险金, 特困供养, 孤儿基本生活费 …"""
    monthly: Fen = 0
    excluded_part: Fen = 0
    """Part of ``monthly`` that is not counted (central basic pension)."""
    since: Month | None = None
    last_paid: Month | None = None
    place: str = ""
    """12-digit region of the body that pays, or empty."""


@dataclass(frozen=True, slots=True)
class TaxIncome:
    """个人所得税: income a withholder reported over some months."""

    id: str
    source: Source
    id_number: str
    since: Month
    until: Month
    income: Fen
    """Of all the months together."""
    name: str = ""
    item: str = "工资薪金"
    """所得项目: 工资薪金, 劳务报酬, 经营所得, 财产租赁 …"""
    withholder: str = ""


@dataclass(frozen=True, slots=True)
class HousingFund:
    """住房公积金."""

    id: str
    source: Source
    id_number: str
    name: str = ""
    employer: str = ""
    monthly: Fen = 0
    """缴存额 of person and employer in a month."""
    balance: Fen = 0
    last_paid: Month | None = None
    state: str = "正常"
    """正常, 封存, 销户."""


@dataclass(frozen=True, slots=True)
class Business:
    """市场主体: an enterprise or trade this number runs or holds a share of."""

    id: str
    source: Source
    id_number: str
    name: str = ""
    credit_code: str = ""
    """统一社会信用代码, GB 32100."""
    title: str = ""
    """Name of the enterprise."""
    kind: str = "个体工商户"
    """个体工商户, 公司, 合伙企业, 农民专业合作社 …"""
    state: str = "存续"
    """存续, 吊销, 注销."""
    role: str = "经营者"
    """经营者, 法定代表人, 投资人, 成员 …"""
    capital: Fen | None = None
    """认缴出资额 of this person."""
    founded: date | None = None
    last_report: int | None = None
    """Year of the last annual report."""
    zero_tax: bool = False
    """The tax office has no income of it in the last year."""


@dataclass(frozen=True, slots=True)
class FinancialAsset:
    """金融资产: what one institution holds for this number."""

    id: str
    source: Source
    id_number: str
    name: str = ""
    institution: str = ""
    kind: str = "存款"
    """存款, 理财, 证券, 支付账户."""
    balance: Fen = 0
    average: Fen | None = None
    """近12月日均余额."""


@dataclass(frozen=True, slots=True)
class Policy:
    """商业保险."""

    id: str
    source: Source
    id_number: str
    name: str = ""
    insurer: str = ""
    kind: str = "人寿保险"
    """人寿保险, 年金保险, 投资连结保险, 医疗保险, 重疾保险, 意外保险 …"""
    cash_value: Fen = 0
    premium: Fen = 0
    """In a year."""
    payer_id_number: str = ""


@dataclass(frozen=True, slots=True)
class Consumption:
    """水电燃气通信 and other spending another body knows of: one account over twelve months."""

    id: str
    source: Source
    id_number: str
    """Of the account's holder."""
    name: str = ""
    kind: str = "电"
    """水, 电, 燃气, 通信, 学费, 旅游 …"""
    annual: Fen = 0
    account: str = ""
    shared: bool = False
    """A meter several households share."""


@dataclass(frozen=True, slots=True)
class DisabilityCertificate:
    """残疾人证."""

    id: str
    source: Source
    id_number: str
    name: str = ""
    certificate: str = ""
    """20 characters: number, category, level, re-issue."""
    category: int = 0
    """GB/T 26341: 1–7."""
    level: int = 0
    """1 (gravest) – 4."""
    state: str = "有效"
    """有效, 注销, 冻结."""
    issued: date | None = None
    valid_until: date | None = None


@dataclass(frozen=True, slots=True)
class Schooling:
    """学籍."""

    id: str
    source: Source
    id_number: str
    name: str = ""
    school: str = ""
    stage: str = ""
    """义务教育, 高中阶段, 大专, 本科, 硕士, 博士."""
    full_time: bool = True
    state: str = "在读"
    """在读, 毕业, 休学, 退学."""
    enrolled: date | None = None
    graduates: date | None = None
    """Day of graduation, expected or past."""


@dataclass(frozen=True, slots=True)
class Funeral:
    """殡葬 (MZ/T 141): a death the funeral house or crematorium knows of."""

    id: str
    source: Source
    id_number: str
    died: date
    name: str = ""
    cremated: date | None = None
    place: str = ""


@dataclass(frozen=True, slots=True)
class Clue:
    """线索: what a hotline, a letter or the grid said about a household, by one of its numbers."""

    id: str
    source: Source
    id_number: str
    received: date
    name: str = ""
    channel: str = "12345热线"
    text: str = ""
    signed: bool = False
    """With a name: each is verified and answered (DBM-37)."""
    closed: date | None = None


@dataclass(frozen=True, slots=True)
class Attempt:
    """入户未果: a visit that could not be made, by one number of the household."""

    id: str
    source: Source
    id_number: str
    day: date
    name: str = ""
    outcome: str = "无人在家"
    """无人在家, 拒绝核查, 联系不上."""
    reason: str = ""
    """Such as 住院 or 外出务工, where the township knows."""


DepartmentRecord = (
    Insurance
    | Allowance
    | TaxIncome
    | HousingFund
    | Business
    | FinancialAsset
    | Policy
    | Consumption
    | DisabilityCertificate
    | Schooling
    | Funeral
    | Clue
    | Attempt
)
