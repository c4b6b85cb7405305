"""What people write into the entries of forms, by the entry's name."""

from collections.abc import Callable, Mapping

from caseworker_app.model.values import Json, Month

EXAMPLES: Mapping[str, Json] = {
    "account_bank": "中国农业银行杭州西湖支行",
    "account_name": "杭州市西湖区财政局社会保障资金专户",
    "account_number": "1902 1101 0400 1234 5",
    "acquainted": "12年",
    "address": "杭州市西湖区文二西路某某号文新街道便民服务中心3号窗口",
    "adopted_why": "当事人所述就业时间与社会保险缴费记录一致，收入按实际发放核定，原核定金额不变。",
    "attempt_note": "敲门无人应答，邻居称该户外出就医，已在门上张贴留置通知。",
    "attempt_time": "2026年11月20日9时15分",
    "authorised": "330106-2026-F02-000012号核对授权书",
    "avoidance": "申报人不参与该户的受理、入户调查和审核，由文新街道王敏、赵强办理。",
    "began": "2026年11月25日9时至9时40分",
    "call_content": "受访人在外地务工，月收入约3,200元，租房居住，每月寄回家中500元。",
    "call_record": "11月20日9时25分拨打138****1187，户主接听，称下周回家。",
    "call_time": "2026年11月20日14时05分至14时32分",
    "capacity": "村（居）民代表",
    "care_agreement": "2026年3月签订",
    "carer": "文新街道养老服务中心",
    "cause": "家庭成员2026年3月起在外就业，月工资3,200元，申报时隐瞒，至2026年11月核查时发现",
    "certificate": "租房合同",
    "channel_number": "138****1187",
    "circumstances": [],
    "county_visit": "2026年11月21日，县级民政部门二人入户调查，情况与镇街调查一致。",
    "deducted": 6000,
    "deferrable": "在校证明、租赁合同",
    "departs": "月人均收入1,320.50元，高于低保标准1,301元，超出19.50元。",
    "discussed": "参加评议人员认为该户收入主要靠务工，户主常年卧病，生活确有困难。",
    "dispute": "公示期内有居民反映该户子女在外经商，收入未计入。",
    "effect": "第二项车辆已出售并交付，不计入财产；第三项房屋份额待信函索证后认定。",
    "enclosures": "车辆转让协议1份、付款凭证2份",
    "estate": None,
    "fact": "现租住文新街道骆家庄社区，月租金800元",
    "fraud_ended": "2026-10-31",
    "fraud_found": "2026-11-20",
    "further": "医疗救助（区医疗保障局）、临时救助（文新街道公共服务办公室）。",
    "gone": None,
    "ground": "审核确认办法第十条；原件核对后退还",
    "guarantor": "沈建国（身份号码330106196502140017）",
    "hardship": "户主患尿毒症，每周透析三次，一年自付医疗费用46,000元，妻子须全程照料。",
    "heard": "2026年11月25日当面听取意见并制作笔录，当事人对收入核定有异议，经复核不予采纳。",
    "heir": [],
    "matter": "最低生活保障",
    "matters": "2025年12月1日至2026年11月30日期间的工资、奖金和缴纳社会保险的情况。",
    "name": "骆晓芬",
    "new_papers": "工资银行流水1份（2026年1月至10月）。",
    "notice_number": "330106-2026-F06a-000007",
    "order_number": "330106-2026-F07-000003",
    "paper": "在校证明",
    "paper_number": "330106-2026-F06-000012",
    "paper_title": "社会救助决定告知书",
    "participants": "骆晓芬（社区网格员）",
    "pay_way": "转账至杭州市西湖区财政局社会保障资金专户，账号1902 1101 0400 1234 5",
    "place": "文新街道便民服务中心调解室",
    "received_papers": "申请书1份、核对授权书1份、身份证和户口簿复印件各3份",
    "recipient": "杭州市西湖区某某物业服务有限公司",
    "recorder": "罗志强",
    "recording": "330106-2026-LY-0031",
    "representative": "韩㛃，夫妻",
    "said_living": "平时很少买新衣服，逢年过节女儿带些米油来，没有见过大额消费。",
    "said_odd": "没有听说有其他收入，也没有发现与申报不符的情况。",
    "said_people": "一直住着老两口和上学的儿子，没有别人长住。",
    "said_property": "只有现住的一套房子，没有见过自家的汽车。",
    "said_work": "户主卧床，妻子偶尔做钟点工，主要靠养老金和救助金。",
    "staff": "罗志强",
    "staff_post": "社会救助协理员",
    "staff_unit": "骆家庄社区居民委员会",
    "stated": "申请人称儿子三年前生意失败，现在外地打工，没有能力接济家里。",
    "statement": "我爱人做钟点工是今年3月才开始的，一个月挣多少不固定，不能按每月1,120元算。",
    "supervision_phone": "0571-8512 0000",
    "telephone": "0571-8512 0000",
    "township_opinion": "该户情况特殊，建议按一事一议研究纳入保障。",
    "unit": "西湖区民政局社会救助科",
    "waived": [],
    "whose": "全家",
    "why": "学校放假，开学后开具",
    "witness": "骆晓芬（社区网格员）",
}


def _months(times: int) -> list[Json]:
    """Return four months so many times over, together 360 yuan too much."""
    count = 4 * times
    return [
        {
            "month": str(Month(2026, 11).plus(n - count)),
            "due": 100000,
            "paid": 100000 + 36000 // count,
        }
        for n in range(count)
    ]


def _missing(times: int) -> list[Json]:
    papers = ("在校证明", "租赁合同", "离婚判决书", "诊断证明")
    return [
        {"paper": f"{paper}（{n}）" if n else paper, "ground": EXAMPLES["ground"]}
        for n in range(times)
        for paper in papers
    ]


LISTS: Mapping[str, Callable[[int], list[Json]]] = {
    "overpaid_months": _months,
    "missing_papers": _missing,
}
"""Rows people write, so many times over."""
