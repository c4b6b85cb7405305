"""One visit while it is being written: start, record each field, judge live, add evidence."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from caseworker_app.errors import UserError
from caseworker_app.model.codes import ChangeKind, Stage, VisitKind
from caseworker_app.model.determination import Determination
from caseworker_app.model.discrepancy import Discrepancy
from caseworker_app.model.economy import EconomicStatus
from caseworker_app.model.values import Fen, Json
from caseworker_app.model.visit import Investigator, Signature, Stroke, Visit
from caseworker_app.rules.changes.months import report_within
from caseworker_app.rules.determination import determine
from caseworker_app.rules.evidence import FINGERPRINT, SIGNED_OVER, standing
from caseworker_app.rules.living import spending_reading
from caseworker_app.rules.policy.pack import Pack
from caseworker_app.rules.procedure.way import WayStep
from caseworker_app.rules.stages import Missing, missing_before_seal
from caseworker_app.rules.status import economic_status
from caseworker_app.store import (
    attachment as attachments,
    audit,
    discrepancy as discrepancies,
    household as households,
    step as steps,
    visit as visits,
)
from caseworker_app.store.database import Connection
from caseworker_app.store.step import StepKind
from caseworker_app.wire.canonical import canonical, sha256
from caseworker_app.wire.units import flatten, restore
from caseworker_app.workflow import comparison, edition, holding, proposal, recheck, rulebook
from caseworker_app.workflow.prefill import Known, prefill
from caseworker_app.workflow.procedure import ahead
from caseworker_app.workflow.workspace import Workspace

_UNSIGNED = ("/signatures", "/stage", "/paper_number")
"""Units that are no part of what the signer saw."""

_MONTHS = 12

OPEN = frozenset({Stage.ASSIGNED, Stage.PREPARING, Stage.VISITING, Stage.DETERMINED, Stage.SIGNED})
"""Stages in which a visit may still be written."""


@dataclass(frozen=True, slots=True)
class Live:
    """What the law says of the visit as it stands, for the screen to show while typing."""

    status: EconomicStatus
    determination: Determination
    missing: tuple[Missing, ...]
    spent: Fen
    """Living expenses of the household, a month."""
    reading: str
    ahead: tuple[WayStep, ...]
    """The whole way of the outcome, as it stands once the visit is sealed."""
    job_months: int
    """For how many months a rise by a job is not counted (ZJR-50)."""
    report_months: int
    """Within how many months a major change is reported (N22-5.5)."""


def start(
    ws: Workspace,
    household_id: str,
    companions: tuple[Investigator, ...],
    kind: VisitKind | None = None,
) -> Visit:
    """Return the household's visit, begun now with everything known filled in where none is open.

    After a visit the office received the next one begins once its day is near, or at once where
    ``kind`` names another reason for it. What was received stays as it is.
    """
    with ws.database.write() as connection:
        return begin(connection, ws, household_id, companions, kind)


def begin(
    connection: Connection,
    ws: Workspace,
    household_id: str,
    companions: tuple[Investigator, ...],
    kind: VisitKind | None = None,
) -> Visit:
    """Return the household's visit as ``start`` does, in the caller's transaction."""
    if not recheck.begins_again(connection, ws, household_id, kind):
        current = visits.of_household(connection, household_id)
        return visits.load(connection, current or "")
    holding.require(connection, ws, household_id)
    last = recheck.last(connection, household_id)
    if last:
        comparison.compare_one(
            connection, household_id, _pack(connection, ws, last), ws.clock.today()
        )
    known = Known(
        households.load(connection, household_id),
        households.declaration(connection, household_id),
        households.records(connection, household_id),
        discrepancies.of(connection, household_id),
        last,
    )
    visit = prefill(ws.ids.new(), known, ws.clock.today(), (ws.person, *companions))
    visit = replace(visit, kind=kind or visit.kind)
    visits.start(connection, visit, ws.at(), ws.person.id)
    rulebook.begin(connection, ws, visit)
    audit.append(connection, ws.at(), ws.person.id, "visit.started", visit.id, household_id)
    return visit


def _pack(connection: Connection, ws: Workspace, last: Visit) -> Pack:
    """Return the pack by which the visit after a last one will be judged."""
    return rulebook.of_region(connection, ws, last.household.region, ws.clock.today())


def resume(ws: Workspace, visit_id: str) -> Visit:
    """Return a visit as it was left, field by field."""
    with ws.database.read() as connection:
        return visits.load(connection, visit_id)


def record(
    ws: Workspace, visit_id: str, changes: Mapping[str, Json], step: StepKind = StepKind.EDIT
) -> None:
    """Save fields as they are left, as one step of work; raises RefusedError once sealed."""
    with ws.database.write() as connection:
        since = steps.mark(connection)
        visits.record(connection, visit_id, changes, ws.at(), ws.person.id)
        steps.note(connection, visit_id, since, step)
        if visits.stage_of(connection, visit_id) is not Stage.VISITING:
            visits.set_stage(connection, visit_id, Stage.VISITING)
        for act, detail in told_changes(changes):
            audit.append(connection, ws.at(), ws.person.id, act, visit_id, detail)
        if any(path.startswith("/explanations/") for path in changes):
            visit = visits.load(connection, visit_id)
            states = {found.id: found.state for found in visit.explanations}
            before = discrepancies.states(connection, visit.household.id)
            discrepancies.set_states(connection, visit.household.id, states)
            proposal.write_down(connection, ws, visit, before)


def told_changes(changes: Mapping[str, Json]) -> tuple[tuple[str, str], ...]:
    """Return act and detail of what units say of changes of the household (留痕)."""
    kinds = ((path, value) for path, value in changes.items() if path.startswith("/changes/#"))
    return tuple(
        ("household.change_undone", "")
        if value is None
        else ("household.changed", ChangeKind(str(value)).zh)
        for path, value in kinds
        if path.endswith("/kind")
    )


def changed(visit: Visit, changes: Mapping[str, Json]) -> Visit:
    """Return the visit with the same changes on the value a screen holds."""
    units = flatten(visit)
    units.update(changes)
    return restore({path: value for path, value in units.items() if value is not None}, Visit)


def live(visit: Visit, differences: tuple[Discrepancy, ...], pack: Pack) -> Live:
    """Judge the visit as it stands; no disk, quick enough for every keystroke."""
    status = economic_status(visit, pack)
    answer = determine(status, pack)
    spent = sum(expense.monthly for expense in visit.expenses)
    spent += sum(rigid.annual for rigid in visit.rigid) // _MONTHS
    missing = missing_before_seal(visit, differences) + _stale_signatures(visit)
    income = answer.income_annual // _MONTHS
    told = spending_reading(spent, income)
    law = pack.on(visit.day, visit.household.residence)
    return Live(
        status,
        answer,
        missing,
        spent,
        told,
        ahead(visit, answer, pack),
        job_months=law.income.disregard.months,
        report_months=report_within(law),
    )


def photo(ws: Workspace, sha: str) -> bytes:
    """Return the bytes of a photo; raises OutsideError where they are not what was taken."""
    with ws.database.read() as connection:
        return attachments.get(connection, sha)


def sign(
    ws: Workspace, visit_id: str, role: str, name: str, ink: tuple[tuple[Stroke, ...], int, int]
) -> Signature:
    """Keep a signature of strokes on a pad of a width and height, bound to what stands written."""
    strokes, width, height = ink
    if not strokes:
        raise UserError("签名区还是空的。请在框内签字后再确认。")
    with ws.database.write() as connection:
        edition.require_current(connection, visit_id)
        visit = visits.load(connection, visit_id)
        signature = Signature(
            role, name, strokes, width, height, signed=ws.at(), digest=signed_digest(visit)
        )
        visits.record(
            connection, visit_id, _units_of(signatures=(signature,)), ws.at(), ws.person.id
        )
        visits.set_stage(connection, visit_id, Stage.SIGNED)
        told = f"{role} {signature.digest}"
        audit.append(connection, ws.at(), ws.person.id, "visit.signed", visit_id, told)
    return signature


def unsign(ws: Workspace, visit_id: str, role: str) -> None:
    """Take a signature back before the visit is sealed; the history keeps it."""
    with ws.database.write() as connection:
        units = visits.units(connection, visit_id)
        gone: dict[str, Json] = {p: None for p in units if p.startswith(f"/signatures/#{role}/")}
        visits.record(connection, visit_id, gone, ws.at(), ws.person.id)
        visits.set_stage(connection, visit_id, Stage.VISITING)
        audit.append(connection, ws.at(), ws.person.id, "visit.unsigned", visit_id, role)


def signed_digest(visit: Visit) -> str:
    """Return the hash of the values a signature binds: all but signatures, stage and number."""
    bound = tuple(a for a in visit.attachments if a.role in SIGNED_OVER)
    units = flatten(replace(visit, signatures=(), attachments=bound))
    return sha256(canonical({p: v for p, v in units.items() if not p.startswith(_UNSIGNED)}))


def _stale_signatures(visit: Visit) -> tuple[Missing, ...]:
    """Return who signed or left a print before something was changed."""
    prints = standing(visit, FINGERPRINT)
    if not (visit.signatures or prints) or visit.stage not in OPEN:
        return ()
    digest = signed_digest(visit)
    signed = [(s.id, s.name, "签字") for s in visit.signatures if s.digest != digest]
    pressed = [(p.bound_to, p.caption, "捺印") for p in prints if p.digest != digest]
    return tuple(
        Missing(
            "signature_stale",
            f"{name}{act}后内容又有改动，请重新{act}",
            "ESL-13",
            f"/signatures/#{role}",
        )
        for role, name, act in (*signed, *pressed)
    )


def _units_of(**parts: object) -> dict[str, Json]:
    """Return the units of some fields of a visit, such as one more signature."""
    return flatten(parts)
