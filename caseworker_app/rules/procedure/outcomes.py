"""处理结果: the steps each outcome takes, in their order (``resources/codes/outcomes.csv``)."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum

from caseworker_app.rules.law import Articles
from caseworker_app.rules.procedure.steps import WRITTEN_WITH_REASONS

HEARING = ("advance_notice", "statement_heard_or_waived")
POSTING = ("opinion_posted", "publicity_over", "objections_dealt")

_VISIT = ("visit_two_investigators", "member_signed", "differences_closed")
_CONFIRM = (
    "township_opinion", "minors_protected", *POSTING,
    "near_relative_filed", "county_visit", "county_opinion", "confirmed",
)  # fmt: skip
_TELL = (WRITTEN_WITH_REASONS, "served", "published", "paid")


class Ask(Enum):
    """Whether an outcome takes a step."""

    NO = "no"
    LOCAL = "local"
    """Where the place asks for it."""
    YES = "yes"


@dataclass(frozen=True, slots=True)
class Plan:
    """The way of an outcome; steps of it may fall away by the facts of the household."""

    path: tuple[str, ...] = (*_VISIT, *HEARING, *_CONFIRM, *_TELL)
    posted: Ask = Ask.NO
    """公示 of the opinion before the decision (DBM-19)."""
    published: Ask = Ask.NO
    """公布 of the decision (SAL-45, DBM-24)."""
    without: frozenset[str] = frozenset()
    """Steps the outcome may do without."""


PLAIN = Plan()

_NEW = Plan(posted=Ask.YES, published=Ask.YES)
_CHANGE = Plan(posted=Ask.LOCAL, published=Ask.LOCAL)
_UNCHANGED = frozenset({"county_opinion", "confirmed", *_TELL})

PLANS: Mapping[str, Plan] = {
    "CONT": Plan(without=_UNCHANGED),
    "INCR": _CHANGE,
    "REDU": _CHANGE,
    "PART": _CHANGE,
    "STOP": Plan(posted=Ask.LOCAL),
    "STOPD": Plan(path=("death_verified", *_CONFIRM, "family_told", "paid")),
    "CONV-LM": _CHANGE,
    "CONV-RG": _CHANGE,
    "CONV-SL": _CHANGE,
    "CONV-TK": _NEW,
    "CONV-DB": _NEW,
    "CONV-ED": _NEW,
    **{f"NEW{kind}": _NEW for kind in ("", "-LM", "-SL", "-ED", "-RG", "-TK")},
    "REFUSE": Plan(path=(*_VISIT, *_CONFIRM, WRITTEN_WITH_REASONS, "served")),
    "GRACE": Plan(
        path=(*_VISIT, *_CONFIRM, "grace_notice", "served", "paid", *HEARING, WRITTEN_WITH_REASONS)
    ),
    "SUSP": Plan(path=("local_rule_named", *_VISIT, *HEARING, *_CONFIRM, *_TELL)),
    "RECOV": Plan(
        path=(
            "overpayment_reckoned", *HEARING, "township_opinion", "county_opinion", "confirmed",
            WRITTEN_WITH_REASONS, "served", "repayment_agreed",
        )
    ),
    "DEFER": Plan(path=("deferral_approved",)),
    "REFER": Plan(path=("referral_sent",)),
    "TERM-P": Plan(path=("refusal_recorded", "township_opinion", WRITTEN_WITH_REASONS, "served")),
    "APPT": Plan(path=("case_conference",)),
}  # fmt: skip
"""Outcomes of the list and of ``model.codes.Action``."""

LOWERS = frozenset({"REDU", "STOP", "CONV-LM", "CONV-RG", "SUSP", "RECOV"})
MAY_LOWER = frozenset({"PART", "CONV-SL", "CONV-ED"})
"""Outcomes that lower the total or not: heard unless ``total_not_lower`` is recorded."""

AFTER_VISIT = LOWERS - {"RECOV"} | MAY_LOWER | {"CONT", "INCR", "CONV-TK", "CONV-DB", "GRACE"}

_ENDS_TEKUN = frozenset({"STOP", "CONV-LM", "CONV-RG", "CONV-SL", "CONV-DB", "CONV-ED"})
"""Outcomes by which 特困 support ends: posted for 7 days before (TKM-26)."""

_FIRST: Mapping[tuple[str, str], Articles] = {
    ("REFUSE", WRITTEN_WITH_REASONS): ("SAL-45", "DBM-21"),
    ("RECOV", WRITTEN_WITH_REASONS): ("CC-985",),
    ("TERM-P", WRITTEN_WITH_REASONS): ("DBM-29",),
    ("CONV-TK", "opinion_posted"): ("TKM-15",),
    ("CONV-TK", "publicity_over"): ("TKM-15",),
    ("CONV-TK", "paid"): ("TKM-17",),
    ("NEW-TK", "opinion_posted"): ("TKM-15",),
    ("NEW-TK", "publicity_over"): ("TKM-15",),
    ("NEW-TK", "paid"): ("TKM-17",),
    ("NEW-RG", "county_opinion"): ("RGM-8",),
    **{(kind, WRITTEN_WITH_REASONS): ("DBM-21",) for kind in PLANS if kind.startswith("NEW")},
}
"""What goes before a step's own articles for an outcome."""

NAMES: Mapping[tuple[str, str], str] = {
    ("RECOV", "advance_notice"): "拟追缴的事实和金额告知书送达",
    ("GRACE", "advance_notice"): "渐退期满前，拟停发事先告知书送达",
    ("GRACE", "statement_heard_or_waived"): "渐退期满前，听取陈述申辩",
    ("GRACE", WRITTEN_WITH_REASONS): "渐退期满，书面告知决定并说明理由",
    ("STOP", "paid"): "自次月起停发",
    ("STOPD", "paid"): "自次月起停发",
    ("GRACE", "paid"): "渐退期内照发",
    ("REDU", "paid"): "自次月起减发",
    ("INCR", "paid"): "自次月起增发",
}
"""What a step is called for an outcome, where its own words do not fit."""

_TEKUN_ENDING = frozenset({"opinion_posted", "publicity_over", "paid"})


def plan(outcome: str) -> Plan:
    """Return the plan of an outcome; of an unknown one the common way."""
    return PLANS.get(outcome, PLAIN)


def ends_tekun(outcome: str, *, tekun: bool) -> bool:
    """Say whether 特困 support ends, so that the opinion is posted first (TKM-26)."""
    return tekun and outcome in _ENDS_TEKUN


def first_articles(outcome: str, step: str, *, tekun: bool, lowers: bool) -> Articles:
    """Return the articles that go before those of the step itself."""
    if ends_tekun(outcome, tekun=tekun) and step in _TEKUN_ENDING:
        return ("TKM-26",)
    if step == WRITTEN_WITH_REASONS and lowers and outcome != "RECOV":
        return ("SAL-48",)
    return _FIRST.get((outcome, step), ())
