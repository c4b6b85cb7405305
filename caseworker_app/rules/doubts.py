"""请核对: facts of a household that do not sit well with the law, for a person to look at.

None of them changes the answer; what is right stays the caseworker's word.
"""

from collections.abc import Iterator

from caseworker_app.model.ages import WORK_FROM
from caseworker_app.model.codes import EmploymentStatus
from caseworker_app.model.determination import Remark
from caseworker_app.model.economy import Person
from caseworker_app.rules import law
from caseworker_app.rules.assessment import Assessment
from caseworker_app.rules.membership import BEYOND_BACHELOR, WORDS, excluded_because
from caseworker_app.rules.special import without_labour


def doubts(facts: Assessment) -> tuple[Remark, ...]:
    """Return every doubt as a sentence with its article."""
    return (
        *_residence(facts),
        *(doubt for person in facts.members for doubt in _counted(person, facts)),
        *_not_counted(facts),
        *_tekun(facts),
    )


def _residence(facts: Assessment) -> Iterator[Remark]:
    unsaid = facts.pack.residence_unless_said
    if unsaid and facts.status.residence is None:
        yield Remark(f"本地城乡标准不同，该户未注明城乡，按{unsaid.zh}标准计算，请核对。")


def _counted(person: Person, facts: Assessment) -> Iterator[Remark]:
    if person.study in BEYOND_BACHELOR and person.age >= facts.pack.national.majority:
        yield Remark(
            f"{person.id} 为全日制研究生，不在“本科及以下”之列，能独立生活的不计入"
            "共同生活的家庭成员，请核对。",
            law.MEMBERS,
        )
    if person.status is not EmploymentStatus.IDLE:
        return
    old = facts.pack.national.tekun.old_from
    if not WORK_FROM <= person.age < old:
        yield Remark(
            f"{person.id} {person.age}周岁，登记为有劳动能力未就业，"
            f"通常{WORK_FROM}至{old}周岁才推算收入，请核对。",
            law.INCOME,
        )
    if person.idle_exempt and person.idle_exempt not in facts.pack.income.idle_exempt:
        yield Remark(
            f"{person.id} 未就业的理由“{person.idle_exempt}”不在规则包清单内，已推算收入，请核对。",
            law.INCOME,
        )


def _not_counted(facts: Assessment) -> Iterator[Remark]:
    for person in facts.status.persons:
        because = excluded_because(person, facts.status)
        if because and because not in WORDS:
            text = f"{person.id} 不计入的理由“{because}”未见于规定，请核对。"
            yield Remark(text, law.MEMBERS)


def _tekun(facts: Assessment) -> Iterator[Remark]:
    """Yield the question that opens 特困 to a person alone without labour ability."""
    alone = facts.members[0] if facts.heads == 1 else None
    if alone is None or alone.no_able_obligor or facts.status.support:
        return
    below = facts.below(facts.annual, facts.pack.standards.dibao, facts.pack.dibao_test)
    if below and without_labour(alone, facts):
        text = f"{alone.id} 如没有义务人或义务人均无履行能力，可按特困认定，请核对。"
        yield Remark(text, ("TKM-4", "TKM-8"))
