"""The closed lists of the trade, with the words an office prints for them."""

from enum import IntEnum, StrEnum
from typing import Self


class _Worded(StrEnum):
    """A code with its Chinese word."""

    zh: str

    def __new__(cls, code: str, zh: str = "") -> Self:
        member = str.__new__(cls, code)
        member._value_ = code
        member.zh = zh
        return member


class Category(_Worded):
    """救助类别, in the law's order of preference."""

    TEKUN = "tekun", "特困"
    DIBAO = "dibao", "低保"
    EXPENDITURE_DIBAO = "expenditure_dibao", "支出型低保"
    SINGLE_LISTED = "single_listed", "单列户低保"
    LOW_MARGIN = "low_margin", "低边"
    RIGID_FAMILY = "rigid_family", "刚性支出困难家庭"
    NONE = "none", "不符合"


class EmploymentStatus(_Worded):
    """从业状况."""

    EMPLOYED = "employed", "在业"
    UNSTABLE = "unstable", "零工"
    IDLE = "idle", "有劳动能力未就业"
    UNABLE = "unable", "无劳动能力"
    RETIRED = "retired", "退休"
    STUDENT = "student", "在校"
    CHILD = "child", "未入学儿童"


class IncomeKind(_Worded):
    """The four classes of income (DBM-13)."""

    WAGE = "wage", "工资性收入"
    BUSINESS = "business", "经营净收入"
    PROPERTY = "property", "财产净收入"
    TRANSFER = "transfer", "转移净收入"


class RigidKind(_Worded):
    """刚性支出 (RGM-5)."""

    LIVING = "living", "基本生活"
    MEDICAL = "medical", "医疗自付"
    EDUCATION = "education", "教育"
    REHABILITATION = "rehabilitation", "残疾康复"
    OTHER = "other", "其他"


class Action(_Worded):
    """What is done with the benefit; codes of ``resources/codes/outcomes.csv``."""

    CONTINUE = "CONT", "继续保障"
    INCREASE = "INCR", "增发"
    REDUCE = "REDU", "减发"
    STOP = "STOP", "停发"
    STOP_DEAD = "STOPD", "死亡停发"
    PART = "PART", "部分成员退出"
    TO_LOW_MARGIN = "CONV-LM", "转低边"
    TO_TEKUN = "CONV-TK", "转特困"
    TO_RIGID = "CONV-RG", "转刚性支出困难家庭"
    TO_SINGLE_LISTED = "CONV-SL", "转单列户低保"
    TO_EXPENDITURE = "CONV-ED", "转支出型低保"
    TO_DIBAO = "CONV-DB", "转低保"
    GRACE = "GRACE", "渐退"
    NEW = "NEW", "新纳入低保"
    NEW_LOW_MARGIN = "NEW-LM", "新认定低边"
    NEW_SINGLE_LISTED = "NEW-SL", "新纳入单列户低保"
    NEW_EXPENDITURE = "NEW-ED", "新纳入支出型低保"
    NEW_RIGID = "NEW-RG", "新认定刚性支出困难家庭"
    NEW_TEKUN = "NEW-TK", "新认定特困"
    REFUSE = "REFUSE", "不予确认"


class Fault(_Worded):
    """Whose doing it is that too much was paid."""

    FRAUD = "fraud", "骗取"
    NEGLIGENCE = "negligence", "未按规定报告变化"
    INNOCENT = "innocent", "本人没有过错"
    AUTHORITY = "authority", "经办差错"


class Residence(_Worded):
    """城乡: whose standard holds where a place has two."""

    URBAN = "urban", "城镇"
    RURAL = "rural", "农村"


class Recheck(_Worded):
    """复核周期 (DBM-31)."""

    YEARLY = "yearly", "每年复核"
    HALF_YEARLY = "half_yearly", "每半年复核"


class Level(_Worded):
    """Severity of a discrepancy."""

    RED = "S1", "红"
    ORANGE = "S2", "橙"
    YELLOW = "S3", "黄"
    BLUE = "S4", "蓝"


class Register(_Worded):
    """Which of the three comparisons, or what other departments know."""

    PERSON = "person", "户籍"
    VEHICLE = "vehicle", "车辆"
    ESTATE = "estate", "房产"
    OTHER = "other", "其他"


class Dataset(_Worded):
    """数据集: one kind of rows a department sends."""

    PERSON = "person", "户籍信息"
    VEHICLE = "vehicle", "机动车登记"
    ESTATE = "estate", "不动产登记"
    INSURANCE = "insurance", "社会保险"
    ALLOWANCE = "allowance", "待遇发放"
    TAX = "tax", "个人所得税"
    FUND = "fund", "住房公积金"
    BUSINESS = "business", "市场主体"
    ASSET = "asset", "金融资产"
    POLICY = "policy", "商业保险"
    CONSUMPTION = "consumption", "公用事业与消费"
    DISABILITY = "disability", "残疾人证"
    SCHOOL = "school", "学籍"
    FUNERAL = "funeral", "殡葬"
    CLUE = "clue", "线索"
    ATTEMPT = "attempt", "入户未果记录"

    @property
    def register(self) -> Register:
        """Which comparison its rows belong to."""
        three = {"person": Register.PERSON, "vehicle": Register.VEHICLE, "estate": Register.ESTATE}
        return three.get(self.value, Register.OTHER)


class DiscrepancyState(_Worded):
    """Where a difference stands: only the last three are closed."""

    OPEN = "open", "待说明"
    EXPLAINED = "explained", "已说明"
    CONFIRMED = "confirmed", "已查实"
    REFUTED = "refuted", "已排除"
    UNRESOLVED = "unresolved", "待进一步核实"


class FoundKind(_Worded):
    """现场发现: what kind of thing was seen or heard of."""

    VEHICLE = "vehicle", "车辆"
    PERSON = "person", "人员"
    ESTATE = "estate", "房屋"
    OTHER = "other", "其他"


class ChangeKind(_Worded):
    """家庭变化: what happened to the household."""

    BIRTH = "birth", "出生"
    ADOPTION = "adoption", "收养"
    MARRIAGE = "marriage", "结婚"
    MOVE_IN = "move_in", "迁入"
    RETURN = "return", "回家"
    DEATH = "death", "死亡"
    DIVORCE = "divorce", "离婚"
    MOVE_OUT = "move_out", "迁出"
    PRISON = "prison", "服刑"
    MISSING = "missing", "失踪"
    SERVICE = "service", "参军"
    INDEPENDENT = "independent", "成年独立"
    STUDY = "study", "入学"
    HEAD = "head", "户主变更"
    SPLIT = "split", "分户"
    MERGE = "merge", "并户"
    MERGED = "merged", "并入他户"


class Consent(_Worded):
    """Who agreed that the registers are asked, beside whoever signed an authorisation (SAL-41)."""

    NONE = "", "没有另外同意"
    HOUSEHOLD = "household", "本户在场人同意"
    PERSON = "person", "被查询人本人同意"


class AnswerState(_Worded):
    """What the registers answered to a question from the field."""

    HELD = "held", "登记中有"
    NONE = "none", "登记中没有"
    REFUSED = "refused", "没有查询"


class VisitKind(_Worded):
    """核查类型."""

    YEARLY = "yearly", "年度复核"
    HALF_YEARLY = "half_yearly", "半年复核"
    CHANGE = "change", "变更核查"
    CLUE = "clue", "线索核查"
    WARNING = "warning", "预警核查"
    SAMPLE = "sample", "抽查"


class Stage(_Worded):
    """Where a visit stands; from SEALED on nothing in it changes."""

    ASSIGNED = "assigned", "待入户"
    PREPARING = "preparing", "比对中"
    VISITING = "visiting", "入户中"
    DETERMINED = "determined", "已认定"
    SIGNED = "signed", "已签字"
    SEALED = "sealed", "待送达"
    DELIVERED = "delivered", "送达中"
    RECEIVED = "received", "已送达"
    RETURNED = "returned", "已退回"


class Tier(IntEnum):
    """How large an area is: digits of its code."""

    PROVINCE = 2
    CITY = 4
    COUNTY = 6
    TOWNSHIP = 9
    VILLAGE = 12


class OfficeRole(_Worded):
    """岗位: what somebody is at the office for."""

    CASEWORKER = "caseworker", "调查人员"
    TOWNSHIP = "township", "乡镇（街道）负责人"
    COUNTY = "county", "县级民政部门"
    CITY = "city", "市级民政部门"
    ADMINISTRATOR = "administrator", "系统管理员"
    AUDITOR = "auditor", "审计人员"


class JobKind(_Worded):
    """后台任务: long work of the office's server."""

    IMPORT = "import", "导入名单"
    COMPARE = "compare", "全部家庭比对"


class JobState(_Worded):
    """How far a job is."""

    QUEUED = "queued", "等待"
    RUNNING = "running", "进行中"
    DONE = "done", "已完成"
    FAILED = "failed", "没有办成"
    STOPPED = "stopped", "已停止"
    INTERRUPTED = "interrupted", "中断"
