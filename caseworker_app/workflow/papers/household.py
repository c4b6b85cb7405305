"""Entries about the people of a household: members, who signs for whom, obligors outside it."""

from collections.abc import Iterator

from caseworker_app.documents import form as forms, words
from caseworker_app.model.household import Household, Member
from caseworker_app.model.id_number import is_male, upgrade
from caseworker_app.model.values import Json
from caseworker_app.rules.publicity import is_grown
from caseworker_app.workflow.papers import people
from caseworker_app.workflow.papers.case import Case
from caseworker_app.workflow.papers.entry import Entries, Following, Written

_CHILD = ("2", "3")
_INLAWS = ("28", "38")
"""Relations to the head (GB/T 4761): children, and the children's spouses among those codes."""


def _number(case: Case) -> Json:
    return case.household.number


def _registered(case: Case) -> Json:
    return case.household.registered_address


def _receiving(case: Case) -> Json:
    """Return how many the file says are paid for."""
    return sum(not member.excluded for member in case.household.members)


def _members(case: Case) -> Json:
    return [_member(member) for member in people.counted(case)]


def _member(member: Member) -> dict[str, Json]:
    return {
        "name": member.name,
        "relation": words.relation(member.relation),
        "id_number": member.id_number,
    }


def _applicant(case: Case) -> Json:
    """Return the head where of age, otherwise the first grown member."""
    people_of_age = sorted(people.grown(case), key=lambda m: m.id != case.household.head_id)
    return people_of_age[0].name if people_of_age else None


def _wards(case: Case) -> Json:
    """Return the minors with the guardian the file points to: the head whose child one is."""
    minors = (m for m in people.counted(case) if not is_grown(m, case.day, case.pack))
    return [
        {"name": one.name, "id_number": one.id_number, **_guardian(case, one)} for one in minors
    ]


def _guardian(case: Case, minor: Member) -> dict[str, Json]:
    head = case.household.head
    is_child = minor.relation.startswith(_CHILD) and minor.relation not in _INLAWS
    if not is_child or head not in people.grown(case):
        return {"guardian": "", "kinship": ""}
    kinship = "父亲" if is_male(upgrade(head.id_number)) else "母亲"
    return {"guardian": head.name, "kinship": kinship}


def _adults(case: Case, written: Written) -> Json:
    """Return who signs for oneself: the grown members but those a guardian signs for."""
    wards = written.get("wards")
    signed_for = [row["id_number"] for row in _rows(wards) if row.get("id_number")]
    return [_member(m) for m in people.grown(case) if m.id_number not in signed_for]


def _other_adults(case: Case, written: Written) -> Json:
    """Return the grown members beside the applicant."""
    applicant = written.get("applicant") or _applicant(case)
    rest = [_member(m) for m in people.grown(case)]
    mine = next((row for row in rest if row["name"] == applicant), None)
    return [row for row in rest if row is not mine]


def _rows(value: Json) -> Iterator[dict[str, Json]]:
    yield from (row for row in value if isinstance(row, dict)) if isinstance(value, list) else ()


def _obligors(case: Case) -> Json:
    home = case.household
    declared = {person.id: person.id_number for person in case.declaration.obligors}
    return [
        {
            "name": person.name,
            "relation": words.relation(person.relation),
            "id_number": declared.get(person.id, ""),
            "supports": _supported(home, person.supports),
        }
        for person in home.obligors
    ]


def _supported(home: Household, ids: tuple[str, ...]) -> str:
    names = {member.id: member.name for member in home.members}
    return "、".join(names[one] for one in ids if one in names)


def _near_relative(case: Case) -> Json:
    return words.yes(value=case.household.near_relative)


def _data_sources(_case: Case) -> Json:
    """Return every source: an authorisation that leaves one out is the exception."""
    return list(forms.read("F02").entry("data_sources").choices)


def _authorised(case: Case) -> Json:
    """Return when the authorisation in force on the day of the act was first signed."""
    signed = [
        one.signed
        for one in case.declaration.authorisations or ()
        if one.signed <= case.day and (one.until is None or case.day <= one.until)
    ]
    return f"{words.day(min(signed))}签署的核对授权书" if signed else None


ENTRIES: Entries = {
    "household_number": _number,
    "registered_address": _registered,
    "receiving": _receiving,
    "members": _members,
    "applicant": _applicant,
    "wards": _wards,
    "obligors": _obligors,
    "near_relative": _near_relative,
    "data_sources": _data_sources,
    "authorised": _authorised,
    "authorised_from": lambda case: case.day.isoformat(),
    "authorised_until": lambda _case: "退出社会救助之日",
    "queried": lambda case: [_member(people.about(case))],
}
FOLLOWING: Following = {"adults": _adults, "other_adults": _other_adults}
