"""The answer to a worked case in one Chinese line."""

from collections.abc import Mapping

from caseworker_app.intake.answers import Value
from caseworker_app.model.codes import Action, Category
from caseworker_app.rules.procedure import steps

_LAST_DAYS = {
    "start_investigation_by": "启动调查截止",
    "start_check_by": "启动信息核对截止",
    "publicity_last_day": "公示期满",
    "county_by_10wd": "县级审核确认截止",
    "county_by_5wd_zhejiang": "县级审核确认截止（浙江）",
    "whole_30wd": "全部办理截止",
    "whole_45wd": "特殊情况全部办理截止",
}


def sentence(values: Mapping[str, Value]) -> str:
    """Return the decision, what blocks an act, a plan, days or an overlap, by what is there."""
    if "category" in values:
        return _decision(values)
    if "missing" in values:
        return _gate(values)
    if "each" in values:
        return f"每期 {values['each']} 元，末期 {values['last']} 元，至 {values['last_month']} 还清"
    if "overlap_months" in values:
        return (
            f"两地同时发放 {values['overlap_months']} 个月，应追回 {values['recover']} 元，"
            f"自 {values['stop_from']} 起停发"
        )
    return "，".join(f"{_LAST_DAYS.get(name, name)} {day}" for name, day in values.items())


def _decision(values: Mapping[str, Value]) -> str:
    category, action = Category(str(values["category"])).zh, Action(str(values["action"])).zh
    return (
        f"{category}，月人均 {values['per_capita']} 元，每月 {values['monthly']} 元，"
        f"{action}，自 {values['from_month']} 起"
    )


def _gate(values: Mapping[str, Value]) -> str:
    missing = values["missing"]
    after = values["notice_after"]
    then = f"；办理后须{steps.words(str(after))}" if after else ""
    if not values["blocked_by"] or not isinstance(missing, tuple):
        return f"可以办理{then}"
    return f"不得办理，尚缺：{'、'.join(map(steps.words, missing))}{then}"
