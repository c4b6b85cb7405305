"""What an undo changed, in words: whose figure, in which section, from what to what."""

from collections.abc import Mapping

from caseworker_app.desktop.checks.living import LABELS, TEXTS
from caseworker_app.desktop.determination.presenter import CAUSES
from caseworker_app.desktop.household import history
from caseworker_app.desktop.step import words
from caseworker_app.desktop.step.places import HERE, item_of, section_of, source_of
from caseworker_app.desktop.tongue import joined, spoken, tr
from caseworker_app.model.codes import (
    DiscrepancyState,
    EmploymentStatus,
    IncomeKind,
    RigidKind,
    VisitKind,
)
from caseworker_app.model.values import Json, square_metres, yuan
from caseworker_app.model.visit import Visit
from caseworker_app.rules.changes import kinds
from caseworker_app.rules.living import CHOICES, EXPENSES
from caseworker_app.rules.special import ALONE
from caseworker_app.workflow.undo import Undone

_FIELDS: Mapping[str, str] = {
    **LABELS,
    **TEXTS,
    "leak": tr("漏雨"),
    "status": tr("从业状况"),
    "met": tr("是否见到"),
    "excluded": tr("是否计入"),
    "idle_exempt": tr("未就业原因"),
    "study": tr("就读"),
    "illness": tr("重大疾病"),
    "disability": tr("残疾"),
    "certificate": tr("残疾证号"),
    "adl_failed": tr("生活自理"),
    "no_able_obligor": tr("法定义务人"),
    "refused_jobs": tr("拒绝工作次数"),
    "died": tr("死亡日期"),
    "kind": tr("类别"),
    "type": tr("项目"),
    "monthly": tr("每月金额"),
    "annual": tr("全年金额"),
    "excluded_part": tr("不计入部分"),
    "increment": tr("就业后增收"),
    "month": tr("新就业"),
    "income": tr("家庭月收入"),
    "agreed": tr("协议或判决金额"),
    "exempt": tr("是否免除"),
    "size": tr("家庭人口"),
    "vouchers": tr("票据张数"),
    "money": tr("货币财产"),
    "capital": tr("认缴出资"),
    "price": tr("购置价"),
    "area": tr("面积"),
    "opinion": tr("调查意见"),
    "cause": tr("收入增加的原因"),
    "apply_alone": tr("按单人户申请"),
    "present": tr("在场签字人"),
    "phone": tr("联系电话"),
    "living_address": tr("现住址"),
    "text": tr("说明"),
    "state": tr("处理"),
    "observed": tr("现场看到的"),
    "who": tr("成员"),
    "said": tr("反映的情况"),
    "agrees": tr("与申报是否一致"),
}
_FEN = frozenset(
    {
        "monthly",
        "annual",
        "excluded_part",
        "increment",
        "income",
        "agreed",
        "money",
        "capital",
        "price",
    }
)
_OF_CHANGE: Mapping[str, str] = {"day": tr("日期"), "reason": tr("说明")}
_SECTIONS = {
    "investigators": tr("调查人"),
    "neighbours": tr("邻里访问"),
    "attachments": tr("佐证"),
    "reasons": tr("与上次核查相比"),
}
_EMPTY = tr("空")


def place(done: Undone) -> str:
    """Return the unit to go to: one of a change where there is one, else one with a name."""
    return min(done.turns, key=lambda path: (section_of(path) != "changes", not _name(path), path))


def sentence(done: Undone, visit: Visit, act: str) -> str:
    """Return ``已撤销：收入核查 · 王桂兰 城乡居民养老金，每月金额 400 元 → 360 元``."""
    path = place(done)
    section = section_of(path)
    head = source_of(path) if section not in _SECTIONS else _SECTIONS[section]
    who = _item(visit, section, item_of(path))
    turn = done.turns[path]
    whole = f"/{section}/#{item_of(path)}/id" in done.turns
    if whole:
        what = tr("去掉一行") if turn.after is None else tr("恢复一行")
    elif name := _name(path):
        field, names = path.rpartition("/")[2], _names(visit)
        change = f"{_value(field, turn.before, names)} → {_value(field, turn.after, names)}"
        what = f"{name} {change}"
    else:
        what = ""
    more = len({(section_of(p), item_of(p)) for p in done.turns}) - 1
    rest = tr("，另有 {more} 处", more=more) if more else ""
    top = " · ".join(filter(None, ("" if head == HERE else head, who)))
    return tr(
        "{act}：{value}{rest}",
        act=act,
        value=joined(top, what) or head,
        rest=rest,
    )


def field_of(path: str) -> str:
    """Return the name of a unit on the screen; "" for what stands nowhere."""
    return _name(path)


def value_of(path: str, value: Json, names: Mapping[str, str]) -> str:
    """Return a unit's value as the screen writes it; ``names`` has the members' by id."""
    field = path.rpartition("/")[2]
    if isinstance(value, str) and value:
        return _word(field, value, names)
    return _value(field, value, names)


def is_money(path: str) -> bool:
    return path.rpartition("/")[2] in _FEN


def _name(path: str) -> str:
    """Return the name of a unit on the screen; "" for what stands nowhere, such as an instant."""
    fields = _OF_CHANGE if section_of(path) == "changes" else _FIELDS
    return fields.get(path.rpartition("/")[2], "")


def _names(visit: Visit) -> Mapping[str, str]:
    return {member.id: member.name for member in visit.household.members}


def _item(visit: Visit, section: str, key: str) -> str:
    names = _names(visit)
    if section == "changes":
        change = next((c for c in visit.changes or () if c.id == key), None)
        return (
            tr("{said}：{names}", said=kinds.said(change), names=history.names(visit, change))
            if change
            else ""
        )
    if section == "incomes":
        income = next((i for i in visit.incomes if i.id == key), None)
        return f"{names.get(income.who, '')} {income.type or spoken(income.kind)}" if income else ""
    if section == "support":
        return next((o.name for o in visit.household.obligors if o.id == key), "")
    if section == "investigators":
        return next((i.name for i in visit.investigators if i.id == key), "")
    lists = {"rigid": {kind.value: spoken(kind) for kind in RigidKind}, "expenses": dict(EXPENSES)}
    return lists.get(section, names).get(key, "")


def _value(field: str, value: Json, names: Mapping[str, str]) -> str:
    if value in (None, "", []):
        return _EMPTY
    if isinstance(value, bool):
        return tr("是") if value else tr("否")
    if isinstance(value, int):
        return _figure(field, value)
    if isinstance(value, str):
        return tr("“{word}”", word=_word(field, value, names))
    return _several(field, value)


def _figure(field: str, value: int) -> str:
    if field in _FEN:
        return tr("{amount} 元", amount=yuan(value))
    units = {"area": f"{square_metres(value)} ㎡", "month": tr("第 {value} 个月", value=value)}
    return units.get(field, str(value))


def _several(field: str, value: Json) -> str:
    codes = [str(code) for code in value] if isinstance(value, list) else []
    if field == "disability":
        return tr("“{get}”", get=words.DISABILITIES.get("".join(codes), ""))
    listed = dict(CHOICES.get(field, ()))
    return tr("、").join(listed.get(code, code) for code in codes) or _EMPTY


def _word(field: str, code: str, names: Mapping[str, str]) -> str:
    lists: Mapping[str, Mapping[str, str]] = {
        "present": names,
        "who": names,
        "status": {status.value: spoken(status) for status in EmploymentStatus},
        "kind": {kind.value: spoken(kind) for kind in (*IncomeKind, *VisitKind)},
        "state": {state.value: spoken(state) for state in DiscrepancyState},
        "cause": dict(CAUSES),
        "apply_alone": {ALONE: tr("是")},
        "study": words.STUDY,
        "excluded": words.NOT_COUNTED,
        "idle_exempt": words.IDLE_EXEMPT,
        "exempt": words.SUPPORT_EXEMPT,
        **{name: dict(choices) for name, choices in CHOICES.items()},
    }
    return lists.get(field, {}).get(code, code)
