"""程序步骤: what the office does on the way to a decision: by whom, by which article, why.

Codes of steps are those of ``steps_done`` in the format of worked cases.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from caseworker_app.rules.law import Articles, applicable, in_force
from caseworker_app.rules.policy.pack import Pack

TEAM = "镇街调查人员（两名以上）"
REVIEWER = "镇街审核人员（未参加入户）"
TOWNSHIP = "镇街经办人员"
VILLAGE = "村（社区）协助镇街"
COUNTY_DESK = "县级民政部门经办人员"
COUNTY = "县级民政部门"
TOWNSHIP_CONFIRMS = "镇街（受委托确认）"

WRITTEN_WITH_REASONS = "written_with_reasons"


@dataclass(frozen=True, slots=True)
class Step:
    """A step the law asks for; any of ``done_by`` does it."""

    code: str
    zh: str
    who: str
    articles: Articles
    """The one that goes first is first: the first in force on the day of the act asks for it."""
    why: str
    todo: str
    done_by: frozenset[str]

    def is_done(self, done: frozenset[str]) -> bool:
        return bool(self.done_by & done)


def article_on(articles: Articles, day: date, pack: Pack) -> str:
    """Return the article in force on a day that asks for a step; the last where none was yet."""
    known = applicable(articles, pack) or articles[-1:]
    return next((code for code in known if in_force(code, day, pack)), known[-1])


_ROWS: tuple[tuple[str, str, str, str, str, str, str], ...] = (
    # code, also done by | words | who | articles | why | what to do
    ("visit_two_investigators", "second_investigator",
     "两名以上调查人员入户核查", TEAM, "DBM-16",
     "入户调查每组不少于两名调查人员", "由两名以上调查人员入户核查"),
    ("second_investigator", "visit_two_investigators",
     "第二名调查人员", TEAM, "DBM-16",
     "一名调查人员入户，调查表不生效", "增派一名调查人员重新入户"),
    ("member_signed", "form_signed",
     "在场的家庭成员签字", TEAM, "DBM-16",
     "调查表由调查人员和在场的家庭成员签字", "请在场的家庭成员签字；拒签的写明原因并由见证人签字"),
    ("differences_closed", "",
     "比对差异逐项说明", TEAM, "DBM-18",
     "对核对结果有异议并能举证的，应当复核", "逐项询问，写明结论"),
    ("death_verified", "",
     "核实死亡日期", TEAM, "N22-1.3",
     "保障对象死亡的，三个月内完成核查调整", "以殡葬、户籍、医院的证明核实死亡日期"),
    ("local_rule_named", "",
     "写明准许暂缓发放的本地规定", TOWNSHIP, "DBM-32",
     "调整保障须有法定依据，国家规定中没有暂缓发放", "写明本地规定的名称和条文，没有的不得暂缓"),
    ("overpayment_reckoned", "",
     "逐月核算多发金额", TOWNSHIP, "CC-985",
     "只能追缴确属多发的部分", "按月列出已发、应发和差额"),
    ("advance_notice", "",
     "拟减发、停发事先告知书送达", TOWNSHIP, "SAL-48 DBM-32 IM-13",
     "减少或者终止救助前应当听取救助对象意见", "制发事先告知书，写明事实、依据、金额和陈述办法"),
    ("statement_heard_or_waived", "statement_heard statement_waived",
     "听取陈述申辩，或书面放弃、逾期未提出", TOWNSHIP, "SAL-48 DBM-32 IM-13",
     "减少或者终止救助前应当听取救助对象意见", "记录陈述申辩，或收取书面放弃，或等期限届满"),
    ("examiner_not_visitor", "",
     "审核人未参加入户", REVIEWER, "SAL-44 DBM-19",
     "调查与审核分离，不由同一人办理", "换一名未参加入户的人员审核"),
    ("township_opinion", "",
     "镇街审核意见", REVIEWER, "SAL-44 DBM-19",
     "由镇街审核并提出意见", "由未参加入户的人员审核，写明意见"),
    ("minors_protected", "",
     "公开内容不含未成年人信息", TOWNSHIP, "ZJR-55",
     "公示、公布应当保护未成年人", "删去未成年人的姓名和其他信息"),
    ("only_permitted_fields", "",
     "只公开姓名、家庭成员数和救助金额", TOWNSHIP, "DBM-24",
     "不得公开与救助无关的个人信息", "删去证件号、住址、病残等信息"),
    ("opinion_posted", "publicity_over",
     "审核意见张贴公示", VILLAGE, "DBM-19",
     "审核意见在村（社区）公示7日", "在村（社区）公示栏张贴并拍照留存"),
    ("publicity_over", "",
     "公示期满", VILLAGE, "DBM-19",
     "公示期为7日", "等公示期满"),
    ("objections_dealt", "",
     "公示异议已调查处理", TOWNSHIP, "DBM-19",
     "公示期间有异议的，重新调查或者民主评议", "重新调查或者组织民主评议，再行公示"),
    ("near_relative_filed", "",
     "近亲属备案", TOWNSHIP, "DBM-11",
     "经办人员和村（社区）干部近亲属应当单独登记", "填写近亲属备案表，单独登记"),
    ("county_visit", "",
     "县级民政部门自行入户", COUNTY, "DBM-20",
     "单独登记或者有举报的，县级民政部门应当全部入户", "由县级民政部门派员入户"),
    ("county_opinion", "",
     "县级提出确认意见", COUNTY_DESK, "SAL-44 DBM-20",
     "由县级民政部门审查材料并提出意见", "报送全部材料，由县级提出确认意见"),
    ("confirmed", "",
     "审核确认", COUNTY, "SAL-44 DBM-20",
     "未经审核确认不得调整保障", "由有权机关审核确认"),
    (WRITTEN_WITH_REASONS, "",
     "书面告知决定并说明理由", TOWNSHIP, "DBM-32 IM-13",
     "决定应当书面告知并说明理由", "制发决定告知书，写明事实、依据和理由"),
    ("remedies_told", "",
     "告知行政复议和行政诉讼的途径", TOWNSHIP, "SAL-76 IM-65 ARL-20",
     "不服决定的，可以申请行政复议或者提起行政诉讼", "在告知书上写明复议、诉讼的机关和期限"),
    ("grace_notice", "",
     "渐退期告知书", TOWNSHIP, "DBM-33 N22-1.3",
     "就业后收入超过标准的，给予渐退期", "制发渐退期告知书，写明起止月份"),
    ("family_told", "",
     "书面告知家属", TOWNSHIP, "DBM-32 IM-13",
     "停发应当告知并说明理由", "向家属书面告知停发月份和理由"),
    ("served", "",
     "送达并取得送达回证", TOWNSHIP, "CPL-87",
     "送达应当有凭据", "当面、留置、邮寄或者公告送达，留存回证"),
    ("published", "",
     "公布姓名、家庭成员数和救助金额", VILLAGE, "SAL-45 DBM-24",
     "确认结果在村（社区）公布，只公布姓名、成员数和金额", "在村（社区）公布"),
    ("from_next_month", "",
     "自次月起执行", COUNTY, "DBM-21 ZJR-56",
     "自作出决定的次月起执行", "把执行月份改为次月"),
    ("paid", "",
     "自次月起按决定执行", COUNTY, "DBM-21 ZJR-56",
     "自作出决定的次月起执行", "更新发放名册"),
    ("repayment_agreed", "",
     "签订退款（分期）协议", TOWNSHIP, "CC-985",
     "可以协商分期退款", "与本人或者家属签订退款协议"),
    ("household_authorisation", "",
     "家庭核对授权书", TEAM, "DBM-9",
     "核对家庭经济状况须经授权", "请家庭成员签署授权书"),
    ("obligor_consent", "",
     "义务人本人同意核对", TOWNSHIP, "SAL-41",
     "核对不共同生活的义务人须经本人同意", "请义务人本人书面同意"),
    ("necessity_reason", "",
     "核对义务人的必要性理由", TOWNSHIP, "SAL-41",
     "只有确有必要时才可核对义务人", "写明必须核对的理由"),
    ("refusal_recorded", "",
     "不配合的情形已记录", TEAM, "DBM-29",
     "无正当理由拒不配合的，可以终止审核程序", "记录两次以上不配合的时间和经过"),
    ("deferral_approved", "",
     "内部审批延期", COUNTY, "DBM-31",
     "遇重大突发事件可以适当延长核查期限", "写明原因和新的期限，报批"),
    ("referral_sent", "",
     "开具转介单", TOWNSHIP, "SAL-64 IM-60",
     "不属于本部门的，应当转办", "填写转介单，连同材料转送"),
    ("case_conference", "",
     "提交县级协调机制一事一议", COUNTY, "RGM-9 REF-15",
     "情况复杂的，由县级协调机制一事一议", "填写一事一议申报表"),
)  # fmt: skip

STEPS: Mapping[str, Step] = {
    code: Step(code, zh, who, tuple(articles.split()), why, todo, frozenset({code, *also.split()}))
    for code, also, zh, who, articles, why, todo in _ROWS
}

_MARKS: Mapping[str, str] = {
    "visit_one_investigator": "一名调查人员入户",
    "form_signed": "入户调查（核查）表签字",
    "statement_heard": "听取陈述申辩",
    "statement_waived": "书面放弃陈述申辩",
    "total_not_lower": "救助金总额不减少",
}
"""What may be recorded besides the steps themselves."""


def words(code: str) -> str:
    """Return the words for a step, or its code where none are known."""
    return STEPS[code].zh if code in STEPS else _MARKS.get(code, code)
