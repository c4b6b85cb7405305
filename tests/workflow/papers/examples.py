"""What people write into the entries of forms, by the entry's name."""

from collections.abc import Callable, Mapping

from caseworker_app.model.values import Json, Month

EXAMPLES: Mapping[str, Json] = {
    "account_bank": "中国农业银行杭州西湖支行",
    "account_name": "杭州市西湖区财政局社会保障资金专户",
    "account_number": "1902 1101 0400 1234 5",
    "address": "杭州市西湖区文二西路某某号文新街道便民服务中心3号窗口",
    "adopted_why": "当事人所述就业时间与社会保险缴费记录一致，收入按实际发放核定，原核定金额不变。",
    "began": "2026年11月25日9时至9时40分",
    "cause": "家庭成员2026年3月起在外就业，月工资3,200元，申报时隐瞒，至2026年11月核查时发现",
    "circumstances": [],
    "deducted": 6000,
    "deferrable": "在校证明、租赁合同",
    "effect": "第二项车辆已出售并交付，不计入财产；第三项房屋份额待信函索证后认定。",
    "enclosures": "车辆转让协议1份、付款凭证2份",
    "estate": None,
    "fraud_ended": "2026-10-31",
    "fraud_found": "2026-11-20",
    "further": "医疗救助（区医疗保障局）、临时救助（文新街道公共服务办公室）。",
    "gone": None,
    "ground": "审核确认办法第十条；原件核对后退还",
    "guarantor": "沈建国（身份号码330106196502140017）",
    "heard": "2026年11月25日当面听取意见并制作笔录，当事人对收入核定有异议，经复核不予采纳。",
    "heir": [],
    "matter": "最低生活保障",
    "new_papers": "工资银行流水1份（2026年1月至10月）。",
    "notice_number": "330106-2026-F06a-000007",
    "order_number": "330106-2026-F07-000003",
    "paper": "在校证明",
    "participants": "骆晓芬（社区网格员）",
    "pay_way": "转账至杭州市西湖区财政局社会保障资金专户，账号1902 1101 0400 1234 5",
    "place": "文新街道便民服务中心调解室",
    "received_papers": "申请书1份、核对授权书1份、身份证和户口簿复印件各3份",
    "recorder": "罗志强",
    "recording": "330106-2026-LY-0031",
    "representative": "韩㛃，夫妻",
    "statement": "我爱人做钟点工是今年3月才开始的，一个月挣多少不固定，不能按每月1,120元算。",
    "telephone": "0571-8512 0000",
    "waived": [],
    "why": "学校放假，开学后开具",
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
