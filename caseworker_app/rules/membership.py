"""共同生活的家庭成员: who is counted (DBM-7), and what a person's state means in law."""

from caseworker_app.model.codes import EmploymentStatus
from caseworker_app.model.economy import EconomicStatus, Person
from caseworker_app.rules.policy.pack import Pack

DEAD = "dead"
MERGED = "merged"

WORDS = {
    DEAD: "已死亡",
    "prison": "服刑",
    "drug_isolation": "强制隔离戒毒",
    "declared_missing": "宣告失踪",
    "adult_independent": "已成年且能独立生活",
    "clergy": "脱离家庭宗教教职人员",
    "conscript": "现役义务兵",
    "moved_out": "已分户另居",
    "divorced": "已离婚",
    MERGED: "已并入他户",
    "no_support_duty": "无法定赡养抚养扶养义务",
}
"""Why a person is not counted."""

BEYOND_BACHELOR = frozenset({"master_full_time", "doctor_full_time"})
"""Studies that do not keep a grown child a member: only those up to bachelor do (DBM-7)."""
_WORKING = frozenset({EmploymentStatus.EMPLOYED, EmploymentStatus.UNSTABLE})


def excluded_because(person: Person, status: EconomicStatus) -> str:
    """Return the reason code why a person is not counted, or the empty string."""
    death = status.death
    if death and death.who == person.id and death.day <= status.as_of:
        return DEAD
    return person.excluded


def counted(status: EconomicStatus) -> tuple[Person, ...]:
    """Return the counted members, in the order of the file."""
    return tuple(person for person in status.persons if not excluded_because(person, status))


def is_severe(person: Person, pack: Pack) -> bool:
    """Say whether a person is severely disabled by the pack's reading of DBM-8."""
    if person.disability is None:
        return False
    category, level = person.disability
    rules = pack.single_listed
    return level in rules.severe_levels or level in rules.severe_extra.get(category, ())


def may_apply_alone(person: Person, pack: Pack) -> bool:
    """Say whether a person is adult, jobless and severely disabled (N22-1.1)."""
    return (
        person.age >= pack.national.majority
        and person.status not in _WORKING
        and is_severe(person, pack)
    )


def refuses_work(person: Person, pack: Pack) -> bool:
    """Say whether a person refused suitable work so often that the share is not paid (DBM-34)."""
    return person.refused_jobs >= pack.national.refusals
