"""程序: which steps must be done before an act, by the law in force on the day of the act."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from caseworker_app.rules.law import in_force
from caseworker_app.rules.pack import Pack

WRITTEN_WITH_REASONS = "written_with_reasons"

_WORDS: Mapping[str, str] = {
    "visit_one_investigator": "一名调查人员入户",
    "visit_two_investigators": "两名以上调查人员入户核查",
    "second_investigator": "第二名调查人员",
    "member_signed": "在场的家庭成员签字",
    "form_signed": "入户调查（核查）表签字",
    "township_opinion": "镇街审核意见",
    "advance_notice": "拟减发、停发事先告知书送达",
    "statement_heard_or_waived": "听取陈述申辩，或书面放弃、逾期未提出",
    "statement_heard": "听取陈述申辩",
    "statement_waived": "书面放弃陈述申辩",
    "household_authorisation": "家庭核对授权书",
    "obligor_consent": "义务人本人同意核对",
    "necessity_reason": "核对义务人的必要性理由",
    "total_not_lower": "救助金总额不减少",
    WRITTEN_WITH_REASONS: "书面告知决定并说明理由",
}


class Gate(NamedTuple):
    """What the law says to an act: the article that blocks it or empty, and what is missing."""

    blocked_by: str
    missing: tuple[str, ...]
    notice_after: str = ""
    """What must be done after the act."""


@dataclass(frozen=True, slots=True)
class _Step:
    """A step the law asks for; any of ``done_by`` does it."""

    code: str
    article: str
    done_by: frozenset[str]


def _step(code: str, article: str, *others: str) -> _Step:
    return _Step(code, article, frozenset({code, *others}))


_TWO = _step("visit_two_investigators", "DBM-16", "second_investigator")
_SECOND = _step("second_investigator", "DBM-16", "visit_two_investigators")
_SIGNED = _step("member_signed", "DBM-16", "form_signed")
_NOTICE = _step("advance_notice", "SAL-48")
_HEARD = _step("statement_heard_or_waived", "SAL-48", "statement_heard", "statement_waived")
_CONSENT = _step("obligor_consent", "SAL-41")
_NECESSARY = _step("necessity_reason", "SAL-41")
_MANDATE = _step("household_authorisation", "DBM-9")

_LOWERS = frozenset({"REDU", "STOP", "CONV-LM", "CONV-RG", "SUSP", "RECOV"})
_MAY_LOWER = frozenset({"PART", "CONV-SL", "CONV-ED"})
"""Acts that lower the total or not: heard unless ``total_not_lower`` is recorded."""

_AFTER_VISIT = _LOWERS - {"RECOV"} | _MAY_LOWER | {"CONT", "INCR", "CONV-TK", "CONV-DB", "GRACE"}


def gate(action: str, day: date, done: frozenset[str], pack: Pack) -> Gate:
    """Return whether an act may be done on a day with these steps behind it.

    ``action`` is a code of ``resources/codes/outcomes.csv``, CLOSE_VISIT or CHECK_OBLIGOR. The
    article of highest rank that is not met blocks; what it still asks for is missing.
    """
    lowers = action in _LOWERS or (action in _MAY_LOWER and "total_not_lower" not in done)
    since_law = in_force("SAL-48", day, pack.on(day))
    asked = _steps(action, done, lowers=lowers, since_law=since_law)
    open_steps = [step for step in asked if not step.done_by & done]
    blocked_by = open_steps[0].article if open_steps else ""
    return Gate(
        blocked_by=blocked_by,
        missing=tuple(step.code for step in open_steps if step.article == blocked_by),
        notice_after=WRITTEN_WITH_REASONS if lowers else "",
    )


def words(step: str) -> str:
    """Return the words for a step, or its code where none are known."""
    return _WORDS.get(step, step)


def _steps(action: str, done: frozenset[str], *, lowers: bool, since_law: bool) -> Iterator[_Step]:
    if lowers and since_law:
        yield from (_NOTICE, _HEARD)
    if action == "CHECK_OBLIGOR":
        yield from (_CONSENT, _NECESSARY) if since_law else (_MANDATE,)
    elif action == "CLOSE_VISIT" or action in _AFTER_VISIT:
        yield _SECOND if "visit_one_investigator" in done else _TWO
        yield _SIGNED
