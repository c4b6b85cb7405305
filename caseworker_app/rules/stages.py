"""What is still missing before a visit is sealed."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from caseworker_app.model import id_number
from caseworker_app.model.ages import ADULT, is_adult
from caseworker_app.model.codes import DiscrepancyState, Level
from caseworker_app.model.discrepancy import Discrepancy, Explanation
from caseworker_app.model.household import Member
from caseworker_app.model.visit import Visit
from caseworker_app.rules.changes.missing import missing as missing_of_changes
from caseworker_app.rules.comparison.catalogue import KINDS
from caseworker_app.rules.evidence import FINGERPRINT, SIGNED_OVER, standing
from caseworker_app.rules.findings import exclusions
from caseworker_app.rules.living import BETTER
from caseworker_app.rules.membership import MERGED

_TEAM = 2
_WITNESSES = {"witness": "第一见证人", "witness2": "第二见证人"}
_INVESTIGATORS = {"investigator1": "第一调查人", "investigator2": "第二调查人"}
_BLOCKING = frozenset({Level.RED, Level.ORANGE})
_AGAINST = frozenset({"effect", "unresolved"})
"""Conclusions by which a difference counts against the household."""
_TAKES_OUT: Mapping[str, str] = {"HJ01": "死亡", "HJ10": "在监所", "HJ12": "经法院宣告失踪"}
"""Kinds that, once confirmed, end a person's membership (DBM-7)."""


@dataclass(frozen=True, slots=True)
class Missing:
    """One thing to do before the visit can be sealed."""

    code: str
    text: str
    """What is missing and what to do, in Chinese."""
    article: str
    """Code of ``resources/codes/legal_basis.csv`` that asks for it."""
    place: str
    """Path of the unit the screen jumps to."""


def missing_before_seal(
    visit: Visit, discrepancies: tuple[Discrepancy, ...]
) -> tuple[Missing, ...]:
    """Return everything still missing, in the order of the form; empty when it may be sealed."""
    return (
        *_team(visit),
        *_members(visit),
        *(Missing(*lacking) for lacking in missing_of_changes(visit)),
        *_differences(visit, discrepancies),
        *_effects(visit, discrepancies),
        *_stale(visit, discrepancies),
        *_living(visit),
        *_present(visit),
        *_signatures(visit),
    )


def _team(visit: Visit) -> Iterator[Missing]:
    persons = {investigator.id for investigator in visit.investigators}
    if len(persons) < _TEAM:
        text = f"调查人不足两名(现{len(persons)}名)，请添加另一名调查人"
        yield Missing("second_investigator", text, "DBM-16", "/investigators")
    if not any(investigator.township for investigator in visit.investigators):
        text = "调查人中没有镇街工作人员，请添加一名"
        yield Missing("township_investigator", text, "DBM-16", "/investigators")
    for investigator in visit.investigators:
        if any(member.id == investigator.id for member in visit.household.members):
            text = f"{investigator.name}是该户成员，不能担任调查人，请更换"
            yield Missing("own_household", text, "DBM-11", "/investigators")


def _members(visit: Visit) -> Iterator[Missing]:
    checked = {member.id for member in visit.members}
    for member in visit.household.members:
        if member.id not in checked:
            text = f"尚未核实{member.name}的状况，请在家庭成员中填写"
            yield Missing("member_unchecked", text, "DBM-7", f"/members/#{member.id}/status")


def _differences(visit: Visit, discrepancies: tuple[Discrepancy, ...]) -> Iterator[Missing]:
    explanations = {explanation.id: explanation for explanation in visit.explanations}
    for item in discrepancies:
        explanation = explanations.get(item.id, Explanation(item.id))
        if _still_open(item.level, explanation):
            text = f"{item.level.zh}色差异“{_named(item)}”尚未说明，请询问并填写结论"
            yield Missing("discrepancy_open", text, "DBM-18", f"/explanations/#{item.id}/state")


def _effects(visit: Visit, discrepancies: tuple[Discrepancy, ...]) -> Iterator[Missing]:
    """Yield the members a confirmed difference takes out of the count who are still counted."""
    excluded = exclusions(visit)
    confirmed = {e.id for e in visit.explanations if e.conclusion == "effect"}
    for item in discrepancies:
        words = _TAKES_OUT.get(item.code)
        if words and item.id in confirmed and item.member_id not in excluded:
            text = f"已查实{item.subject}{words}，请在家庭成员中改为不计入"
            place = f"/members/#{item.member_id}/excluded"
            yield Missing("member_still_counted", text, "DBM-7", place)


def _stale(visit: Visit, discrepancies: tuple[Discrepancy, ...]) -> Iterator[Missing]:
    """Yield what rests on data past its shelf life alone: such data carries no withdrawal."""
    against = {e.id: e for e in visit.explanations if e.conclusion in _AGAINST}
    proofs = standing(visit, *SIGNED_OVER)
    bound, ids = {proof.bound_to for proof in proofs}, {proof.id for proof in proofs}
    for item in discrepancies:
        told = against.get(item.id)
        weighs = item.stale and item.level is not Level.BLUE
        if told and weighs and item.id not in bound and ids.isdisjoint(told.evidence):
            text = f"“{_named(item)}”依据的部门数据已过时，不能单独作为依据，请附证据或重新核对"
            yield Missing("stale_alone", text, "DBM-17", f"/explanations/#{item.id}/evidence")


def _named(item: Discrepancy) -> str:
    """Return kind and subject: two differences may be about the same car."""
    return f"{KINDS[item.code].zh}：{item.subject}"


def _still_open(level: Level, explanation: Explanation) -> bool:
    if explanation.state is not DiscrepancyState.OPEN or level is Level.BLUE:
        return False
    return level in _BLOCKING or not explanation.text.strip()


def _living(visit: Visit) -> Iterator[Missing]:
    impression = visit.living.impression
    if not impression:
        text = "尚未填写实际生活状况的综合印象"
        yield Missing("impression", text, "DBM-16", "/living/impression")
    if impression in BETTER and not visit.living.note.strip():
        text = "综合印象好于申报，请用文字写明依据"
        yield Missing("impression_argued", text, "DBM-17", "/living/note")


def _present(visit: Visit) -> Iterator[Missing]:
    member = next((m for m in visit.household.members if m.id == visit.present), None)
    if member is None:
        text = "尚未选定在场并签字的家庭成员"
        yield Missing("present", text, "DBM-16", "/present")
        return
    excluded = exclusions(visit).get(member.id, "")
    if excluded not in ("", MERGED) or _left_out(visit, member):
        text = f"{member.name}不是共同生活的家庭成员，请改选在场人"
        yield Missing("present_not_counted", text, "DBM-16", "/present")
    born = id_number.birth(id_number.upgrade(member.id_number))
    if born and not is_adult(member.id_number, visit.day) and not _signed(visit, "witness"):
        text = f"{member.name}未满{ADULT}周岁，单独签字须有见证人签字"
        yield Missing("minor_alone", text, "DBM-16", "/signatures/#witness")


def _left_out(visit: Visit, member: Member) -> bool:
    """Tell whether the file leaves out a member the visit has not touched."""
    checked = {found.id for found in visit.members}
    return bool(member.excluded) and member.id not in checked


def _signatures(visit: Visit) -> Iterator[Missing]:
    if not _signed(visit, "member"):
        if not visit.unsigned.strip():
            text = "在场的家庭成员尚未签字或捺印；拒绝签字的请写明原因"
            yield Missing("member_signature", text, "DBM-16", "/signatures/#member")
        else:
            yield from _refused(visit)
    for role, word in _INVESTIGATORS.items():
        if not _signed(visit, role):
            yield Missing(f"{role}_signature", f"{word}尚未签字", "DBM-16", f"/signatures/#{role}")


def _refused(visit: Visit) -> Iterator[Missing]:
    """Yield what a refusal still needs: two witnesses, who are two people and not of the family."""
    for role, word in _WITNESSES.items():
        if not _signed(visit, role):
            text = f"在场的家庭成员未签字，须有两名见证人签字，{word}尚未签字"
            yield Missing(f"{role}_signature", text, "DBM-16", f"/signatures/#{role}")
    names = [s.name.strip() for s in visit.signatures if s.id in _WITNESSES]
    family = {member.name for member in visit.household.members}
    for name in names:
        if name in family:
            text = f"{name}是该户成员，不能见证，请另请见证人"
            yield Missing("witness_of_family", text, "DBM-16", "/signatures/#witness")
    if len(names) > len(set(names)):
        text = "两名见证人是同一个人，请另请一名"
        yield Missing("witness_twice", text, "DBM-16", "/signatures/#witness2")


def _signed(visit: Visit, role: str) -> bool:
    """Tell whether somebody stood by the record, by name or by print (捺印)."""
    prints = standing(visit, FINGERPRINT)
    return any(s.id == role and s.strokes for s in visit.signatures) or any(
        one.bound_to == role for one in prints
    )
