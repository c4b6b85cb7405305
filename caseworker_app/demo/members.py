"""The people of one household, drawn by the kind of household."""

from dataclasses import dataclass, replace
from functools import cache

from caseworker_app import codes
from caseworker_app.demo import people
from caseworker_app.demo.dice import hit
from caseworker_app.demo.people import Registrar
from caseworker_app.demo.stock import HouseholdKind, MemberKind
from caseworker_app.demo.values import Township, Village
from caseworker_app.model.codes import EmploymentStatus
from caseworker_app.model.household import Disability, Member

_SHE_SHARE = 55
_SHE_ELSEWHERE_SHARE = 1
_HEADS = frozenset({"", "02"})
_MEN = frozenset({"11", "51"})
_YOUNGEST_PARENT = 20


@dataclass(frozen=True, slots=True)
class Drawn:
    """A member together with the kind it was drawn from."""

    member: Member
    kind: MemberKind
    age: int


def draw_members(
    registrar: Registrar, township: Township, kind: HouseholdKind, village: Village, booklet: str
) -> list[Drawn]:
    """Return the members, the head first; spouses of a She (畲族) head are Han."""
    she = hit(registrar.rng, _SHE_SHARE if village.she else _SHE_ELSEWHERE_SHARE)
    family = people.surname(registrar.rng, she=she)
    drawn: list[Drawn] = []
    for number, member_kind in enumerate(kind.members):
        one = _member(registrar, township, member_kind, drawn, family)
        ethnicity = "22" if she and number != 1 else "01"
        member = replace(one.member, ethnicity=ethnicity, hukou_number=booklet)
        drawn.append(replace(one, member=member))
    return drawn


def _member(
    registrar: Registrar, township: Township, kind: MemberKind, earlier: list[Drawn], family: str
) -> Drawn:
    rng = registrar.rng
    male = hit(rng, kind.male) if kind.relation in _HEADS else kind.relation in _MEN
    age = rng.randint(*kind.age)
    if kind.child:
        age = min(age, min(d.age for d in earlier if not d.kind.child) - _YOUNGEST_PARENT)
    born = registrar.born(age, township.day)
    own = family if not earlier or kind.child or kind.grandchild else people.surname(rng)
    ill = rng.choice(_illnesses()) if hit(rng, kind.ill) else ""
    disabled = Disability(*rng.choice(kind.certificates)) if hit(rng, kind.disabled) else None
    member = Member(
        id=registrar.id(),
        name=people.full_name(rng, own, born, male=male),
        id_number=registrar.number(born, male=male),
        relation=kind.relation or _relation(kind, earlier, male=male),
        status=EmploymentStatus(kind.status),
        marital=rng.choice(kind.marital),
        idle_exempt=kind.idle_exempt,
        study=kind.study,
        illness=ill,
        disability=disabled,
        adl_failed=rng.randint(1, 6) if hit(rng, kind.care) else 0,
        no_able_obligor=kind.no_obligor,
    )
    return Drawn(member, kind, age)


@cache
def _illnesses() -> tuple[str, ...]:
    rows = codes.table("serious_illness_zhejiang")
    return tuple(row["name_zh"] for row in rows if "儿童" not in row["name_zh"])


def _relation(kind: MemberKind, earlier: list[Drawn], *, male: bool) -> str:
    """Return 长子, 次子, 长女, 次女 or grandchild (GB/T 4761)."""
    if kind.grandchild:
        return "41" if male else "42"
    first = "22" if male else "32"
    return str(int(first) + any(d.member.relation == first for d in earlier))
