"""分户: the file of the household that was split off, and what of the old one goes with it."""

from dataclasses import replace

from caseworker_app.model.change import HouseholdChange
from caseworker_app.model.codes import Category, ChangeKind
from caseworker_app.model.declaration import Declaration, DeclaredPerson
from caseworker_app.model.household import Household, Member, Origin
from caseworker_app.model.register import FIELD, RegisterSlice
from caseworker_app.model.visit import Visit
from caseworker_app.rules.changes.months import effective
from caseworker_app.rules.comparison.facts import number_of
from caseworker_app.rules.comparison.names import fold_place
from caseworker_app.rules.matching.subject import subject


def splits(visit: Visit) -> tuple[HouseholdChange, ...]:
    """Return the splits of a visit whose new household is named."""
    found = (c for c in visit.changes or () if c.kind is ChangeKind.SPLIT)
    return tuple(c for c in found if c.other is not None)


def new_household(visit: Visit, change: HouseholdChange) -> Household:
    """Return the file split off: nobody has decided on it, so it receives nothing yet."""
    home, other = visit.household, change.other
    if other is None:
        raise ValueError(change.id)
    roles = {role.id: role.relation for role in change.roles}
    members = tuple(
        _moved(visit, member, roles) for member in home.members if member.id in change.who
    )
    supported = set(change.who)
    return Household(
        id=other.id,
        number=other.number,
        category=Category.NONE,
        monthly=0,
        since=effective(change, visit.day),
        head_id=change.head,
        region=home.region,
        village=home.village,
        registered_address=other.living_address or home.registered_address,
        living_address=other.living_address or home.living_address,
        phone=other.phone or home.phone,
        hukou_number=other.hukou_number,
        members=members,
        obligors=tuple(
            replace(o, supports=tuple(one for one in o.supports if one in supported))
            for o in home.obligors
            if supported.intersection(o.supports)
        ),
        recheck=home.recheck,
        near_relative=home.near_relative,
        residence=home.residence,
        origin=Origin(home.id, visit.id, change.id, home.number, home.head.name),
    )


def new_declaration(declaration: Declaration, visit: Visit, change: HouseholdChange) -> Declaration:
    """Return what is declared of the new household: the part of the old that concerns it."""
    home = new_household(visit, change)
    who = set(change.who)
    said = {person.member_id: person for person in declaration.persons}
    signed = declaration.authorisations
    return Declaration(
        household_id=home.id,
        signed=visit.day,
        region=home.region,
        hukou_number=home.hukou_number,
        head=home.head_id,
        persons=tuple(
            replace(said.get(m.id) or _declared(m), hukou_number=home.hukou_number)
            for m in home.members
        ),
        vehicles=tuple(v for v in declaration.vehicles if v.owner in who),
        estates=tuple(e for e in declaration.estates if e.owner in who),
        incomes=tuple(i for i in visit.incomes if i.who in who),
        money=max(0, -change.money),
        near_relative_filed=declaration.near_relative_filed,
        obligors=tuple(
            replace(o, supports=tuple(one for one in o.supports if one in who))
            for o in declaration.obligors
            if who.intersection(o.supports)
        ),
        authorisations=None if signed is None else tuple(a for a in signed if a.member_id in who),
    )


def own_rows(household: Household, records: RegisterSlice) -> RegisterSlice:
    """Return the register rows about somebody of the new household."""
    numbers = {number_of(member.id_number) for member in household.members} - {""}
    held = {
        field: tuple(row for row in getattr(records, field) if subject(row) in numbers)
        for field in FIELD.values()
    }
    return RegisterSlice(**held)


def only_on_paper(visit: Visit, change: HouseholdChange) -> bool:
    """Tell whether both parts stay at one address: then one asks for stove and meters (HJ05)."""
    address = change.other.living_address if change.other else ""
    return not address or fold_place(address) == fold_place(visit.household.living_address)


def _moved(visit: Visit, member: Member, roles: dict[str, str]) -> Member:
    """Return a member as the visit found one, under the new head."""
    seen = next((m for m in visit.members if m.id == member.id), None)
    moved = replace(member, relation=roles.get(member.id, member.relation), excluded="")
    if seen is None:
        return moved
    return replace(
        moved,
        status=seen.status,
        idle_exempt=seen.idle_exempt,
        study=seen.study,
        illness=seen.illness,
        disability=seen.disability,
        refused_jobs=seen.refused_jobs,
        adl_failed=seen.adl_failed,
        no_able_obligor=seen.no_able_obligor,
    )


def _declared(member: Member) -> DeclaredPerson:
    return DeclaredPerson(
        member.id, member.name, member.id_number, member.marital, "", status=member.status
    )
