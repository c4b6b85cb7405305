"""Entries almost every form has: the household, what it gets, who issues the paper when."""

from collections.abc import Callable

from caseworker_app.documents import words
from caseworker_app.model.codes import Category
from caseworker_app.model.values import Json
from caseworker_app.rules.membership import DEAD
from caseworker_app.workflow.papers.case import Case
from caseworker_app.workflow.papers.entry import Entries


def _head(case: Case) -> Json:
    return case.household.head.name


def _id_number(case: Case) -> Json:
    return case.household.head.id_number


def _phone(case: Case) -> Json:
    return case.household.phone


def _address(case: Case) -> Json:
    return case.household.living_address


def _category(case: Case) -> Json:
    return case.household.category.zh


def _monthly_before(case: Case) -> Json:
    return case.household.monthly


def _authority(case: Case) -> Json:
    return case.person.unit


def _officer(case: Case) -> Json:
    return case.person.name


def _day(case: Case) -> Json:
    return case.day.isoformat()


def is_dead(case: Case) -> bool:
    """Say whether the head of the household is dead, as the file or the visit has it."""
    home, seen = case.household, case.visit.members if case.visit else ()
    reasons = {home.head.excluded, *(m.excluded for m in seen if m.id == home.head_id)}
    return DEAD in reasons


def _addressee(case: Case) -> Json:
    return f"{case.household.head.name}的家属" if is_dead(case) else case.household.head.name


def receives(case: Case) -> Category:
    """Return what the household receives; a 低边 one is paid for its single-listed members."""
    now = case.household.category
    if now is Category.LOW_MARGIN and case.household.monthly:
        return Category.SINGLE_LISTED
    return now


def benefit(category: Category) -> str:
    """Return the category as a decision names it."""
    return words.word("benefit", category.value)


def _standing(case: Case) -> Json:
    now = receives(case)
    if now is Category.NONE:
        return "未享受社会救助"
    paid = f"，每月救助金{words.amount(case.household.monthly)}" * bool(case.household.monthly)
    return benefit(now) + paid


def _benefit(case: Case) -> Json:
    now = receives(case)
    return None if now is Category.NONE else benefit(now)


def _of_county(office: str) -> Callable[[Case], Json]:
    """Return a proposal: the county's own office; none where the county is not known."""

    def named(case: Case) -> Json:
        county = words.county(case.household.region)
        return county + office if county else None

    return named


ENTRIES: Entries = {
    "head": _head,
    "id_number": _id_number,
    "phone": _phone,
    "living_address": _address,
    "category": _category,
    "monthly_before": _monthly_before,
    "authority": _authority,
    "officer": _officer,
    "day": _day,
    "addressee": _addressee,
    "standing": _standing,
    "benefit": _benefit,
    "organ": _of_county("民政局"),
    "review_organ": _of_county("人民政府"),
    "court": _of_county("人民法院"),
    "contact": _officer,
}
