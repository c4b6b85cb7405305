"""Entries of a self-care assessment: how many activities are failed, and what the law makes of it.

They follow from the ticked activities (TKM-21), and agree with the visit where it counted them.
"""

from caseworker_app.documents import words
from caseworker_app.errors import UserError
from caseworker_app.model.codes import Category
from caseworker_app.model.values import Json
from caseworker_app.rules.special import care_after
from caseworker_app.workflow.papers import people
from caseworker_app.workflow.papers.case import Case
from caseworker_app.workflow.papers.entry import Entries, Following, Written

ACTIVITIES = ("eating", "dressing", "bed", "toilet", "walking", "bathing")
"""The entries of the six activities."""

FAILS = "不能自主完成"


def _counted(case: Case) -> int | None:
    """Return how many the record says are failed; None where it does not say anybody counted."""
    found = people.checked(case, people.about(case)).adl_failed
    is_judged = case.determination is not None and bool(case.determination.care)
    return found if found or (is_judged and case.household.category is Category.TEKUN) else None


def _failed(case: Case, written: Written) -> int | None:
    recorded = _counted(case)
    answers = [written.get(name) for name in ACTIVITIES]
    if not all(answers):
        return recorded
    ticked = sum(isinstance(answer, list) and FAILS in answer for answer in answers)
    if recorded and ticked != recorded:
        raise UserError(
            f"六项中勾选了{ticked}项不能自主完成，入户核查记录的是{recorded}项，两处必须一致。"
            "请核对勾选，或者先在入户核查中更正未达项数。"
        )
    return ticked


def _need(case: Case, written: Written) -> str | None:
    failed = _failed(case, written)
    return None if failed is None else care_after(failed, case.pack.on(case.day))


def _conclusion(case: Case, written: Written) -> Json:
    need = _need(case, written)
    return [words.word("care", need)] if need else None


def _monthly(case: Case, written: Written) -> Json:
    """Return the 照料护理标准 of the day for the need, a month."""
    need = _need(case, written)
    pack = case.pack.on(case.day, case.household.residence)
    return pack.standards.tekun_care[need] if need else None


ENTRIES: Entries = {
    "assessed": lambda case: people.about(case).name,
    "assessed_number": lambda case: people.about(case).id_number,
}
FOLLOWING: Following = {
    "adl_failed": _failed,
    "care_conclusion": _conclusion,
    "care_monthly": _monthly,
}
