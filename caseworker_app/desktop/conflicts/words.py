"""What is in dispute, in the words of the pages it is written on."""

import re
from collections.abc import Mapping
from datetime import date

from caseworker_app.desktop.step import words
from caseworker_app.desktop.step.places import HERE, item_of, source_of
from caseworker_app.desktop.tongue import spoken, tr
from caseworker_app.desktop.visit import told
from caseworker_app.model.codes import Action, Category, Recheck
from caseworker_app.model.values import Json, yuan
from caseworker_app.wire.message import WHOLE
from caseworker_app.workflow.conflicts import OpenConflict, Written

_KINDS = {
    "visit": tr("走访"),
    "household": tr("档案"),
    "paper": tr("文书"),
    "scan": tr("扫描件"),
}
_OF_A_RECORD: Mapping[str, str] = {
    "/day": tr("核查日期"),
    "/paper_number": tr("核查表编号"),
    "/number": tr("文书编号"),
    "/paper": tr("文书编号"),
    "/determination/category": tr("认定结果"),
    "/determination/action": tr("处理"),
    "/determination/monthly": tr("每月金额"),
    "/determination/per_capita": tr("月人均收入"),
    "/opinion": tr("调查意见"),
}
"""What a record says first of all, in this order; the rest follows by section."""
_FIELDS: Mapping[str, str] = {
    "number": tr("救助证号"),
    "category": tr("救助类别"),
    "name": tr("姓名"),
    "id_number": tr("身份号码"),
    "hukou_number": tr("户号"),
    "village": tr("村（社区）"),
    "registered_address": tr("户籍地址"),
    "bank_tail": tr("银行卡号后几位"),
    "last_check": tr("上次核查"),
    "due": tr("下次复核"),
    "recheck": tr("复核周期"),
    "day": tr("日期"),
    "reason": tr("说明"),
}
_CODES = {"category": Category, "action": Action, "recheck": Recheck}
_FEN = frozenset({"per_capita"})
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_NOTHING = tr("没有")


def title(found: OpenConflict) -> str:
    """Return ``李四的迟到走访，9月3日`` or what kind of record is in dispute."""
    kind = _KINDS.get(found.kind, HERE)
    if found.is_late and found.wanted_by is not None:
        day = words.local(found.wanted_by.at)
        said = tr("{month}月{day}日", month=day.month, day=day.day)
        return tr("{name}的迟到{kind}，{day}", name=found.wanted_by.name, kind=kind, day=said)
    return tr("{kind}改得不一样", kind=kind)


def hand(by: Written | None) -> str:
    """Return who wrote something and when, or "" where nobody did."""
    return tr("{name}　{at}", name=by.name, at=words.moment(by.at)) if by else ""


def label(path: str, names: Mapping[str, str]) -> str:
    """Return where a unit stands and what it is called; "" for what stands nowhere."""
    if path == WHOLE:
        return tr("整份记录")
    if path in _OF_A_RECORD:
        return _OF_A_RECORD[path]
    field = path.rpartition("/")[2]
    name = told.field_of(path) or _FIELDS.get(field, "")
    if not name:
        return ""
    section = source_of(path.removeprefix("/household"))
    whose = names.get(item_of(path), "")
    return " · ".join(filter(None, ("" if section == HERE else section, whose, name)))


def rank(path: str) -> tuple[int, str]:
    """Return by what units are put in order: what a record says first of all comes first."""
    first = list(_OF_A_RECORD)
    return (first.index(path) if path in first else len(first), path)


def value(path: str, given: Json, names: Mapping[str, str]) -> str:
    """Return a value as the pages write it."""
    if path == WHOLE:
        return tr("删除") if given else tr("保留")
    if given is None:
        return _NOTHING
    field = path.rpartition("/")[2]
    if field in _FEN and isinstance(given, int):
        return tr("{amount} 元", amount=yuan(given))
    said = _word(field, given) if isinstance(given, str) else ""
    return said or told.value_of(path, given, names)


def _word(field: str, given: str) -> str:
    """Return a day or a code in words; "" for anything else."""
    day = _day(given)
    if day is not None:
        return words.day(day)
    kinds = {str(code): spoken(code) for code in _CODES.get(field, ())}
    return kinds.get(given, "")


def _day(given: str) -> date | None:
    """Return the day a unit names; None for words, also such as look like one."""
    try:
        return date.fromisoformat(given) if _DAY.fullmatch(given) else None
    except ValueError:
        return None


def is_free(path: str, *there: Json) -> bool:
    """Tell whether a third value can be typed: amounts, numbers, plain words."""
    some = next((one for one in there if one is not None), None)
    if path == WHOLE or isinstance(some, bool):
        return False
    if isinstance(some, str):
        field = path.rpartition("/")[2]
        coded = field in _CODES or _day(some) is not None
        return not coded and value(path, some, {}) == some
    return isinstance(some, int)


def is_money(path: str) -> bool:
    return told.is_money(path) or path.rpartition("/")[2] in _FEN
