"""Worked households (schema 1): an official writes a case and sees what the law says."""

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TypeAlias

from caseworker_app.errors import UserError
from caseworker_app.intake.case_fields import Faults, Fields
from caseworker_app.intake.case_status import economic_status
from caseworker_app.intake.yaml_text import Plain, read_yaml
from caseworker_app.model.economy import EconomicStatus
from caseworker_app.model.values import Fen, Month
from caseworker_app.rules.procedure.deadline import Events
from caseworker_app.rules.recovery.overpaid import Benefit

SCHEMA = 1


@dataclass(frozen=True, slots=True)
class Household:
    """Kind ``determination``: what is the household entitled to."""

    status: EconomicStatus
    override: Mapping[str, Plain] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Act:
    """Kind ``procedure``: may this be done now."""

    action: str
    day: date
    done: frozenset[str]


@dataclass(frozen=True, slots=True)
class Debt:
    """Kind ``instalment``."""

    total: Fen
    periods: int
    first_month: Month


@dataclass(frozen=True, slots=True)
class DoubleBenefit:
    """Kind ``overlap``."""

    as_of: Month
    ours: Benefit
    theirs: Benefit


Question: TypeAlias = Household | Act | Debt | Events | DoubleBenefit
"""What a case asks; ``Events`` is kind ``deadline``."""


@dataclass(frozen=True, slots=True)
class Case:
    id: str
    title: str
    question: Question
    expected: Mapping[str, Plain] | None = None
    expected_if_excluded: Mapping[str, Plain] | None = None
    """Expected where the central pension is left out of income after all."""


@dataclass(frozen=True, slots=True)
class CaseFile:
    name: str
    pack: str
    """Id of the pack the cases were worked with; empty where the file names none."""
    cases: tuple[Case, ...]
    unused: tuple[str, ...] = ()
    """Fields of the file that nothing uses, one sentence each."""


def read_cases(text: str, name: str) -> CaseFile:
    """Return the cases of a YAML text.

    Raises UserError that lists every fault with case, field, value and what is allowed.
    """
    document = read_yaml(text, name)
    if not isinstance(document, dict) or not isinstance(document.get("cases"), list):
        raise UserError(f"{name}: 不是案例文件，缺少 cases 列表。请参照案例格式填写。")
    if document.get("schema", SCHEMA) != SCHEMA:
        raise UserError(
            f"{name}: schema = {document['schema']}: 本程序只认得格式 {SCHEMA}。请升级程序。"
        )
    faults = Faults()
    top = Fields(document, name, "", faults)
    cases = tuple(
        read_case(values, _named(values) or f"第{n}例", faults)
        for n, values in enumerate(_list(document), 1)
    )
    for case_id, times in Counter(case.id for case in cases).items():
        if times > 1:
            faults.add(f"{case_id}: 案例编号重复。")
    refuse(faults, name)
    return CaseFile(name, top.text("pack"), cases, tuple(faults.unknown))


def _list(document: dict[str, Plain]) -> list[Plain]:
    cases = document["cases"]
    return cases if isinstance(cases, list) else []


def refuse(faults: Faults, name: str) -> None:
    """Raise UserError that lists the faults of a file, if there are any."""
    if faults.lines:
        raise UserError("\n".join((f"{name}: 案例有误。请更正以下各处后重试:", *faults.told())))


def _named(values: Plain) -> str:
    return str(values.get("id") or "") if isinstance(values, dict) else ""


def read_case(values: Plain, label: str, faults: Faults) -> Case:
    """Return one case; ``label`` says in its faults which one it is."""
    fields = Fields(values, label, "", faults)
    for remark in ("zh", "covers", "note", "source"):
        fields.raw(remark)
    question = _question(fields)
    case = Case(
        id=fields.text("id", required=True),
        title=fields.text("title"),
        question=question,
        expected=fields.mapping("expected") if fields.has("expected") else None,
        expected_if_excluded=(
            fields.mapping("expected_if_excluded") if fields.has("expected_if_excluded") else None
        ),
    )
    fields.end()
    return case


def _question(fields: Fields) -> Question:
    kind = fields.text("kind") or "determination"
    readers: dict[str, Callable[[Fields], Question]] = {
        "determination": _household,
        "procedure": _act,
        "instalment": _debt,
        "deadline": _events,
        "overlap": _double,
    }
    if kind not in readers:
        fields.fault("kind", kind, f"以下之一：{'、'.join(readers)}")
        return Events()
    return readers[kind](fields)


def _household(fields: Fields) -> Household:
    return Household(economic_status(fields), fields.mapping("override"))


def _act(fields: Fields) -> Act:
    return Act(
        fields.text("action_requested", required=True),
        fields.day("as_of"),
        frozenset(fields.texts("steps_done")),
    )


def _debt(fields: Fields) -> Debt:
    fields.raw("as_of")
    return Debt(fields.money("total"), fields.count("periods"), fields.month("first_month"))


def _events(fields: Fields) -> Events:
    fields.raw("as_of")
    return Events(
        accepted=fields.day_or_none("accepted"),
        request_received=fields.day_or_none("township_request_received"),
        posted=fields.day_or_none("publicity_posted"),
        county_received=fields.day_or_none("county_received"),
    )


def _double(fields: Fields) -> DoubleBenefit:
    as_of = Month.of(fields.day("as_of"))
    return DoubleBenefit(as_of, _benefit(fields.part("ours")), _benefit(fields.part("theirs")))


def _benefit(fields: Fields) -> Benefit:
    benefit = Benefit(fields.month("from"), fields.money("monthly"), fields.month("last_paid"))
    fields.end()
    return benefit
