"""Answering worked cases in the words of their format, and comparing with what was expected."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import TypeAlias, assert_never

from caseworker_app.errors import UserError
from caseworker_app.intake.case_fields import exact_number
from caseworker_app.intake.cases import Act, Case, Debt, DoubleBenefit, Household
from caseworker_app.intake.workdays import workday_calendar
from caseworker_app.intake.yaml_text import Plain
from caseworker_app.model.determination import Determination, Reason, Remark
from caseworker_app.model.values import Fen
from caseworker_app.rules.determination import determine
from caseworker_app.rules.policy.pack import Pack
from caseworker_app.rules.policy.reading import with_override
from caseworker_app.rules.procedure.deadline import Events, chain
from caseworker_app.rules.procedure.gate import gate
from caseworker_app.rules.recovery.overpaid import instalments, overlap

Value: TypeAlias = str | int | Decimal | tuple[str, ...] | Mapping[str, Decimal] | None
"""Money in yuan as Decimal; months and days as text."""

_PENSION = "exclude_central_pension"
_NOT_OURS = frozenset({"discrepancies"})
"""Raised by the comparison of registers, not by the calculator."""

_FEN = Fraction(1, 100)


@dataclass(frozen=True, slots=True)
class Check:
    """One expected value beside the one that was found."""

    field: str
    expected: Plain
    actual: Value
    agrees: bool


@dataclass(frozen=True, slots=True)
class Answered:
    """What the law says to a case, in the fields of its format."""

    id: str
    title: str
    values: Mapping[str, Value]
    articles: tuple[str, ...]
    checks: tuple[Check, ...]
    """Empty where nothing was expected."""
    reason: Reason | None = None
    """How a determination came about."""
    remarks: tuple[Remark, ...] = ()

    @property
    def agrees(self) -> bool:
        return all(check.agrees for check in self.checks)


def answer_all(cases: Iterable[Case], pack: Pack) -> list[Answered]:
    """Return every answer; raises UserError naming each case that has none."""
    answered, faults = [], []
    for case in cases:
        try:
            answered.append(answer_case(case, pack))
        except UserError as error:
            faults.append(str(error))
    if faults:
        raise UserError("\n".join(faults))
    return answered


def answer_case(case: Case, pack: Pack) -> Answered:
    """Return the answer to a case; raises UserError naming the case where it has none."""
    try:
        return _answer(case, pack)
    except UserError as error:
        raise UserError(f"{case.id}: {error}") from error


def _answer(case: Case, pack: Pack) -> Answered:
    question = case.question
    if isinstance(question, Household):
        return _determined(case, question, pack)
    values = _values(question, pack)
    blocked = values.get("blocked_by")
    articles = (blocked,) if isinstance(blocked, str) and blocked else ()
    return Answered(case.id, case.title, values, articles, _checks(case.expected, values))


def _determined(case: Case, question: Household, pack: Pack) -> Answered:
    found = determine(question.status, with_override(pack, question.override))
    values = determination_values(found)
    checks = _checks(case.expected, values)
    if case.expected_if_excluded is not None:
        otherwise = with_override(pack, {**question.override, _PENSION: True})
        excluded = determination_values(determine(question.status, otherwise))
        checks += _checks(case.expected_if_excluded, excluded, "if_excluded.")
    return Answered(
        case.id, case.title, values, found.decided_by, checks, found.reason, found.remarks
    )


def determination_values(found: Determination) -> Mapping[str, Value]:
    """Return a determination in the fields of ``expected``."""
    after = (
        found.per_capita if found.per_capita_after_rigid is None else found.per_capita_after_rigid
    )
    return {
        "counted": found.counted,
        "income_annual": _yuan(found.income_annual),
        "per_capita": _yuan(found.per_capita),
        "rigid_annual": _yuan(found.rigid_annual),
        "per_capita_after_rigid": _yuan(after),
        "category": found.category.value,
        "care": found.care,
        "gap": _yuan(found.gap),
        "top_up": _yuan(found.top_up),
        "single_listed": {who: _yuan(fen) for who, fen in found.single_listed},
        "monthly": _yuan(found.monthly),
        "term_months": found.term_months,
        "action": found.action.value,
        "from_month": str(found.from_month),
        "grace_until": str(found.grace_until) if found.grace_until else None,
        "after_grace": found.after_grace.value if found.after_grace else None,
        "recheck": found.recheck.value,
        "overpaid": _yuan(found.overpaid),
        "finish_by": found.finish_by.isoformat() if found.finish_by else None,
        "decided_by": found.decided_by,
    }


def _values(question: Act | Debt | Events | DoubleBenefit, pack: Pack) -> Mapping[str, Value]:
    match question:
        case Act():
            passed = gate(question.action, question.day, question.done, pack)
            return {
                "blocked_by": passed.blocked_by or None,
                "missing": passed.missing,
                "notice_after": passed.notice_after or None,
            }
        case Debt():
            plan = instalments(question.total, question.periods, question.first_month)
            return {
                "each": _yuan(plan.each),
                "last": _yuan(plan.last),
                "sum": _yuan(plan.total),
                "last_month": str(plan.last_month),
            }
        case Events():
            last_days = chain(question, workday_calendar(), pack.time_limits)
            return {name: day.isoformat() for name, day in last_days.items()}
        case DoubleBenefit():
            both = overlap(question.as_of, question.ours, question.theirs)
            return {
                "overlap_months": both.months,
                "recover": _yuan(both.recover),
                "stop_from": str(both.stop_from),
            }
        case _:
            assert_never(question)


def _checks(
    expected: Mapping[str, Plain] | None, values: Mapping[str, Value], prefix: str = ""
) -> tuple[Check, ...]:
    if expected is None:
        return ()
    wanted = dict(expected)
    if "blocked_by" in values:
        wanted.setdefault("blocked_by", None)
    return tuple(
        Check(prefix + name, value, values.get(name), _agrees(name, value, values.get(name)))
        for name, value in wanted.items()
        if name not in _NOT_OURS
    )


def _agrees(name: str, expected: Plain, actual: Value) -> bool:
    match actual:
        case tuple():
            return _same_names(name, expected, actual)
        case Mapping():
            return _same_amounts(expected, actual)
        case int() | Decimal():
            return _same_number(expected, actual)
        case None:
            return expected in (None, "", "none", "nothing")
        case _:
            return str(expected) == actual or (expected is None and not actual)


def _same_names(name: str, expected: Plain, actual: tuple[str, ...]) -> bool:
    if not isinstance(expected, list):
        return expected is None and not actual
    wanted = {str(item) for item in expected}
    return wanted <= set(actual) if name == "decided_by" else wanted == set(actual)


def _same_amounts(expected: Plain, actual: Mapping[str, Decimal]) -> bool:
    wanted = expected or {}
    if not isinstance(wanted, dict) or wanted.keys() != actual.keys():
        return False
    return all(_same_number(wanted[who], amount) for who, amount in actual.items())


def _same_number(expected: Plain, actual: int | Decimal) -> bool:
    number = exact_number(0 if expected is None else expected)
    return number is not None and abs(number - Fraction(actual)) < _FEN


def _yuan(fen: Fen) -> Decimal:
    return Decimal(fen).scaleb(-2)
