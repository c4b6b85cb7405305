"""佐证: which evidence a visit asks for, and what is there."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from caseworker_app.model.codes import DiscrepancyState, EmploymentStatus, IncomeKind
from caseworker_app.model.discrepancy import Discrepancy, Explanation
from caseworker_app.model.visit import Attachment, CheckedMember, Visit
from caseworker_app.rules.comparison.answers import answers
from caseworker_app.rules.findings import exclusions
from caseworker_app.rules.living import BETTER

PHOTO, AUDIO, FINGERPRINT = "photo", "audio", "fingerprint"
SIGNED_OVER = frozenset({PHOTO, AUDIO})
"""Roles that a signature binds; a fingerprint is itself a signature."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """A row of ``resources/codes/evidence.csv``."""

    code: str
    zh: str
    place: str
    """Unit path of the field it proves, ``{id}`` where there is one for each."""
    when: str
    """Circumstance it is asked in."""
    required: bool
    note: str = ""
    """What should be seen on it."""


@dataclass(frozen=True, slots=True)
class Slot:
    """One piece of evidence that is asked for, and what lies in its place."""

    place: str
    """Path of the field, or id of the difference."""
    zh: str
    about: str
    """Whose or which, such as a member's name; empty for the household."""
    required: bool
    note: str
    held: tuple[str, ...]
    """Ids of the attachments that answer it."""

    @property
    def missing(self) -> bool:
        return not self.held


def standing(visit: Visit, *roles: str) -> tuple[Attachment, ...]:
    """Return the attachments of these roles that were not withdrawn."""
    return tuple(a for a in visit.attachments if a.role in roles and a.withdrawn is None)


def slots(
    visit: Visit, wanted: Iterable[Wanted], differences: Iterable[Discrepancy]
) -> tuple[Slot, ...]:
    """Return what is asked for: by the list, then by the answers given to differences."""
    return (*_listed(visit, wanted), *_answered(visit, differences))


def _listed(visit: Visit, wanted: Iterable[Wanted]) -> Iterator[Slot]:
    there = standing(visit, *SIGNED_OVER)
    for want in wanted:
        for item, about in _CIRCUMSTANCES[want.when](visit):
            place = want.place.replace("{id}", item)
            held = tuple(a.id for a in there if _lies_in(a.bound_to, place))
            yield Slot(place, want.zh, about, want.required, want.note, held)


def _answered(visit: Visit, differences: Iterable[Discrepancy]) -> Iterator[Slot]:
    """Yield the proof an answer needs; one without which stale data stand alone is required."""
    there = standing(visit, *SIGNED_OVER)
    told = {explanation.id: explanation for explanation in visit.explanations}
    for item in differences:
        explanation = told.get(item.id, Explanation(item.id))
        given = (a for a in answers(item.code) if a.code == explanation.resolved)
        asked = next((a.evidence_zh for a in given if a.state is not _LATER), "")
        if asked:
            held = tuple(
                a.id for a in there if a.bound_to == item.id or a.id in explanation.evidence
            )
            yield Slot(item.id, asked, item.subject, item.stale, "", held)


def _lies_in(bound_to: str, place: str) -> bool:
    return bound_to == place or bound_to.startswith(f"{place}/")


_Asked = Iterator[tuple[str, str]]
"""Id of the item it is asked of, and its name."""


def _household(holds: Callable[[Visit], object]) -> Callable[[Visit], _Asked]:
    def ask(visit: Visit) -> _Asked:
        if holds(visit):
            yield "", ""

    return ask


def _each_member(
    holds: Callable[[Visit, CheckedMember], object],
) -> Callable[[Visit], _Asked]:
    def ask(visit: Visit) -> _Asked:
        names = {member.id: member.name for member in visit.household.members}
        gone = exclusions(visit)
        for member in visit.members:
            if member.id not in gone and holds(visit, member):
                yield member.id, names.get(member.id, "")

    return ask


def _disabled(visit: Visit, member: CheckedMember) -> bool:
    filed = {m.id for m in visit.household.members if m.disability}
    return member.disability is not None or member.id in filed


def _earning(visit: Visit) -> _Asked:
    names = {member.id: member.name for member in visit.household.members}
    for income in visit.incomes:
        if income.kind in _EARNED and (income.monthly or income.annual):
            yield income.id, f"{names.get(income.who, '')} {income.type}".strip()


def _rigid(visit: Visit) -> _Asked:
    for expense in visit.rigid:
        if expense.annual:
            yield expense.id.value, expense.id.zh


def _vehicles(visit: Visit) -> _Asked:
    for vehicle in visit.property.vehicles:
        yield vehicle.id, vehicle.plate


_LATER = DiscrepancyState.UNRESOLVED
"""Answers by which the proof is fetched after the visit."""
_EARNED = frozenset({IncomeKind.WAGE, IncomeKind.BUSINESS})
_CIRCUMSTANCES: Mapping[str, Callable[[Visit], _Asked]] = {
    "always": _household(lambda _visit: True),
    "leak": _household(lambda visit: visit.living.leak),
    "high_price_item": _household(lambda visit: visit.living.high_price_item.strip()),
    "vehicle_seen": _household(lambda visit: visit.living.vehicle_seen.strip()),
    "better": _household(lambda visit: visit.living.impression in BETTER),
    "disabled": _each_member(_disabled),
    "ill": _each_member(lambda _visit, member: member.illness),
    "studying": _each_member(
        lambda _visit, member: member.study or member.status is EmploymentStatus.STUDENT
    ),
    "earning": _earning,
    "rigid": _rigid,
    "vehicle": _vehicles,
}
