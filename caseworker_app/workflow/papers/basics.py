"""Entries almost every form has: the household, what it gets, who issues the paper when."""

from caseworker_app.model.values import Json
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
}
