"""From a confirmed difference to the change it is, so that it stands with day and reason."""

from collections.abc import Mapping

from caseworker_app.model import id_number
from caseworker_app.model.change import HouseholdChange
from caseworker_app.model.codes import ChangeKind
from caseworker_app.model.discrepancy import Discrepancy
from caseworker_app.model.finding import Finding
from caseworker_app.model.household import Member
from caseworker_app.model.visit import Visit
from caseworker_app.rules.changes import kinds
from caseworker_app.rules.changes.apply import Arrival
from caseworker_app.rules.changes.relations import OTHER, SONS, of_spouse
from caseworker_app.rules.findings import status_by_age
from caseworker_app.rules.membership import DEAD

_COMES: Mapping[str, ChangeKind] = {
    "HJ04": ChangeKind.MOVE_IN,
    "HJ06": ChangeKind.MARRIAGE,
    "HJ07": ChangeKind.MARRIAGE,
    "HJ08": ChangeKind.BIRTH,
}


def change_of(
    visit: Visit, difference: Discrepancy, change_id: str
) -> tuple[HouseholdChange, Arrival] | None:
    """Return what a difference makes of the household once confirmed; None where nothing.

    A member already marked away stays as marked.
    """
    found = next((f for f in visit.findings or () if f.id == difference.id), None)
    if found is None:
        return None
    if found.newcomer is not None and difference.code in _COMES:
        return _comes(visit, difference, found, change_id)
    return _goes(visit, difference, found, change_id)


def _goes(
    visit: Visit, difference: Discrepancy, found: Finding, change_id: str
) -> tuple[HouseholdChange, Arrival] | None:
    person = found.person
    known = kinds.kind_of(person.excluded) if person else None
    if person is None or known is None:
        return None
    marked = {m.id: m.excluded for m in visit.members}
    if marked.get(found.who, "unknown"):
        return None
    kind, how = known
    change = HouseholdChange(
        id=change_id,
        kind=kind,
        who=(found.who,),
        day=person.died if person.excluded == DEAD else None,
        how=how,
        source=source_of(difference),
        difference=difference.id,
    )
    return change, Arrival()


def _comes(
    visit: Visit, difference: Discrepancy, found: Finding, change_id: str
) -> tuple[HouseholdChange, Arrival] | None:
    new = found.newcomer
    numbers = {id_number.normalise(m.id_number) for m in visit.household.members}
    if new is None or new.id_number in numbers:
        return None
    age = id_number.age(new.id_number, visit.day)
    kind = _COMES[difference.code]
    if kind is ChangeKind.BIRTH and age > 1:
        kind = ChangeKind.ADOPTION
    member = Member(
        id=f"{change_id}-1",
        name=new.name,
        id_number=new.id_number,
        relation=_relation(kind, visit, difference.member_id, found),
        status=status_by_age(age),
        marital="20" if kind is ChangeKind.MARRIAGE else "10",
    )
    change = HouseholdChange(
        id=change_id,
        kind=kind,
        who=(member.id,),
        day=id_number.birth(new.id_number) if kind is ChangeKind.BIRTH else None,
        source=source_of(difference),
        difference=difference.id,
    )
    return change, Arrival((member,))


def source_of(difference: Discrepancy) -> str:
    """Return department and day of the data a difference rests on."""
    source = difference.source
    return f"{source.department} {source.as_of}" if source else ""


def _relation(kind: ChangeKind, visit: Visit, partner: str, found: Finding) -> str:
    """Return a relation code; a register's own word is no code."""
    if kind is ChangeKind.MARRIAGE:
        of = next((m.relation for m in visit.household.members if m.id == partner), "")
        return of_spouse(of)
    told = found.newcomer.relation if found.newcomer else ""
    if len(told) == len(OTHER) and told.isdigit():
        return told
    if kind in {ChangeKind.BIRTH, ChangeKind.ADOPTION} and found.newcomer:
        return SONS[id_number.is_male(found.newcomer.id_number)]
    return OTHER
