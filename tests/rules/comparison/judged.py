"""From data to figures: compared, answered by the caseworker, laid out for the determination."""

from collections.abc import Mapping
from dataclasses import replace

from caseworker_app.model.codes import Category, EmploymentStatus
from caseworker_app.model.declaration import Declaration
from caseworker_app.model.discrepancy import Discrepancy, Explanation
from caseworker_app.model.economy import EconomicStatus
from caseworker_app.model.household import Household, Member
from caseworker_app.model.register import RegisterSlice
from caseworker_app.model.values import Month
from caseworker_app.model.visit import Visit
from caseworker_app.rules.comparison import compare
from caseworker_app.rules.comparison.answers import Answer, answers
from caseworker_app.rules.policy.pack import Pack
from caseworker_app.rules.status import economic_status
from caseworker_app.workflow.prefill import Known, prefill
from tests.rules.comparison.conftest import DAY, HEAD, SON, WIFE


def household(status: EmploymentStatus = EmploymentStatus.IDLE) -> Household:
    """Return the household of the declaration as the file has it."""
    members = (
        Member("m1", "陈大山", HEAD, "02", status),
        Member("m2", "林秀", WIFE, "12", EmploymentStatus.UNABLE),
        Member("m3", "陈小山", SON, "22", EmploymentStatus.STUDENT, study="senior_secondary"),
    )
    return Household(
        id="h1",
        number="1",
        category=Category.DIBAO,
        monthly=90_000,
        since=Month(2024, 5),
        head_id="m1",
        region="330199001002",
        village="石塘村",
        registered_address="青山路8号",
        living_address="青山路8号",
        phone="",
        hukou_number="H001",
        members=members,
    )


def answer_of(code: str, chosen: str) -> Answer:
    return next(answer for answer in answers(code) if answer.code == chosen)


def answered(visit: Visit, differences: tuple[Discrepancy, ...], by: Mapping[str, str]) -> Visit:
    """Return the visit with an answer to each kind named."""
    codes = {difference.id: difference.code for difference in differences}
    told = tuple(
        _explained(e, answer_of(codes[e.id], by[codes[e.id]])) if codes[e.id] in by else e
        for e in visit.explanations
    )
    return replace(visit, explanations=told)


def _explained(explanation: Explanation, answer: Answer) -> Explanation:
    return replace(
        explanation, state=answer.state, conclusion=answer.conclusion, resolved=answer.code
    )


def begun(
    told: Declaration, rows: RegisterSlice, pack: Pack, filed: Household | None = None
) -> tuple[Visit, tuple[Discrepancy, ...]]:
    """Return the visit as it lies on the table and the differences it is about."""
    found = compare(told, rows, pack, DAY)
    return prefill("v1", Known(filed or household(), told, rows, found), DAY, ()), found


def figures(
    told: Declaration, rows: RegisterSlice, pack: Pack, by: Mapping[str, str]
) -> EconomicStatus:
    visit, found = begun(told, rows, pack)
    return economic_status(answered(visit, found, by), pack)
