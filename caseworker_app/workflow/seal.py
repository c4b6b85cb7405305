"""封存: the signed visit becomes a record nobody changes any more, its form a sealed paper.

One transaction writes the sealed record, its files, the paper's number, the rule pack it was
judged by, the audit entry and the outbox row. Doing it twice changes nothing.
"""

from dataclasses import dataclass, replace

from caseworker_app.documents import visit_form
from caseworker_app.errors import RefusedError
from caseworker_app.model.codes import Stage
from caseworker_app.model.declaration import Declaration
from caseworker_app.model.determination import Determination
from caseworker_app.model.discrepancy import Discrepancy
from caseworker_app.model.values import Json
from caseworker_app.model.visit import Attachment, Visit
from caseworker_app.rules.evidence import FINGERPRINT, PHOTO
from caseworker_app.rules.policy.pack import Pack
from caseworker_app.rules.stages import Missing
from caseworker_app.store import (
    attachment as attachments,
    audit,
    discrepancy as discrepancies,
    household as households,
    outbox,
    paper,
    visit as visits,
)
from caseworker_app.store.paper import PaperRow
from caseworker_app.wire.canonical import canonical, sha256
from caseworker_app.wire.operation import BlobRef
from caseworker_app.wire.replay import FORM_ROLE
from caseworker_app.wire.units import flatten, to_json
from caseworker_app.workflow import household_change, rulebook, sealing, team
from caseworker_app.workflow.outgoing import NewRecord, send
from caseworker_app.workflow.visit import live
from caseworker_app.workflow.workspace import Workspace

FORM = "F01"
RECORD_FORM = "visit@1"
_PDF = "application/pdf"
_PRINTED = frozenset({PHOTO, FINGERPRINT})


@dataclass(frozen=True, slots=True)
class Sealed:
    """What was sealed: the paper's number, the hash of the values, the sealed PDF by its hash."""

    visit_id: str
    number: str
    digest: str
    pdf_sha: str
    operation: str


@dataclass(frozen=True, slots=True)
class _Record:
    """Everything one sealed visit says."""

    visit: Visit
    determination: Determination
    missing: tuple[Missing, ...]
    discrepancies: tuple[Discrepancy, ...]
    declaration: Declaration
    photos: dict[str, bytes]
    generation: int
    pack: Pack

    def units(self) -> dict[str, Json]:
        """Return the units that travel: the visit, the answer of the law, the differences."""
        answer = flatten(self.determination)
        return {
            **flatten(self.visit),
            **{f"/determination{path}": value for path, value in answer.items()},
            "/differences": to_json(self.discrepancies),
        }

    def digest(self) -> str:
        """Return the hash of the values, which stands on the paper."""
        return sha256(canonical(self.units()))


def seal(ws: Workspace, visit_id: str) -> Sealed:
    """Seal a visit, print its form and queue both; raises RefusedError with what is missing."""
    with ws.database.read() as connection:
        done = outbox.sealed_visit(connection, visit_id)
    if done:
        return Sealed(visit_id, *done)
    record = _numbered(ws, _read(ws, visit_id))
    record = replace(record, visit=replace(record.visit, stage=Stage.SEALED))
    digest = record.digest()
    paper_bytes = _render(ws, record, digest)
    pdf = sealing.sealed(ws, paper_bytes, record.visit.paper_number)
    return _commit(ws, record, digest, pdf)


def form(ws: Workspace, visit_id: str) -> bytes:
    """Return the sealed form's bytes; they begin with those of the paper as it was drawn."""
    with ws.database.read() as connection:
        visit = visits.load(connection, visit_id)
        sha = next(a.sha for a in visit.attachments if a.role == FORM_ROLE)
        return attachments.get(connection, sha)


def _read(ws: Workspace, visit_id: str) -> _Record:
    with ws.database.read() as connection:
        visit = visits.load(connection, visit_id)
        household_id = visit.household.id
        found = discrepancies.of(connection, household_id)
        declaration = households.declaration(connection, household_id)
        generation = households.version(connection, household_id).gen
        pack = rulebook.of_visit(connection, ws, visit_id)
        photos = {
            a.sha: attachments.get(connection, a.sha)
            for a in visit.attachments
            if a.role in _PRINTED and a.withdrawn is None
        }
    judged = live(visit, found, pack)
    return _Record(
        visit,
        judged.determination,
        judged.missing,
        found,
        declaration,
        photos,
        generation,
        pack,
    )


def _numbered(ws: Workspace, record: _Record) -> _Record:
    """Return the record with its paper's number, taken once and kept whatever happens next."""
    if record.missing:
        todo = "；".join(missing.text for missing in record.missing)
        raise RefusedError(f"还不能封存：{todo}。已填内容都已保存。")
    visit = record.visit
    if visit.paper_number:
        return record
    with ws.database.write() as connection:
        number = paper.next_number(connection, FORM, visit.day.year, visit.household.region)
        change: dict[str, Json] = {"/paper_number": number}
        visits.record(connection, visit.id, change, ws.at(), ws.person.id)
    return replace(record, visit=replace(visit, paper_number=number))


def _render(ws: Workspace, record: _Record, digest: str) -> bytes:
    return visit_form.render(
        visit_form.VisitForm(
            visit=record.visit,
            determination=record.determination,
            discrepancies=record.discrepancies,
            declaration=record.declaration,
            number=record.visit.paper_number,
            issued=record.visit.day,
            pack_name=record.pack.name,
            digest=digest,
            photos=record.photos,
            is_practice=ws.practice,
        )
    )


def _commit(ws: Workspace, record: _Record, digest: str, pdf: bytes) -> Sealed:
    visit, at = record.visit, ws.at()
    printed = Attachment(
        id=ws.ids.new(), sha=sha256(pdf), role=FORM_ROLE, mime=_PDF, size=len(pdf), taken=at
    )
    whole = replace(record, visit=replace(visit, attachments=(*visit.attachments, printed)))
    with ws.database.write() as connection:
        attachments.put(connection, printed.sha, pdf, _PDF)
        added = flatten({"attachments": (printed,)})
        visits.record(connection, visit.id, added, at, ws.person.id)
        texts = rulebook.attach(connection, record.pack)
        household_change.split_off(connection, ws, visit)
        op = send(connection, ws, _new(whole, texts))
        visits.seal(connection, visit.id, at, digest)
        rulebook.keep(connection, ws, record.pack)
        paper.put(
            connection,
            PaperRow(
                number=visit.paper_number,
                form=FORM,
                household=visit.household.id,
                visit=visit.id,
                sha=printed.sha,
                issued_at=at,
            ),
        )
        audit.append(connection, at, ws.person.id, "visit.sealed", visit.id, visit.paper_number)
    team.remember(ws, tuple(i for i in visit.investigators if i != ws.person))
    return Sealed(visit.id, visit.paper_number, digest, printed.sha, op)


def _new(record: _Record, texts: tuple[BlobRef, ...]) -> NewRecord:
    files = (BlobRef(a.sha, a.size, a.mime, a.role) for a in record.visit.attachments)
    return NewRecord(
        rid=record.visit.id,
        form=RECORD_FORM,
        units=record.units(),
        gen=record.generation,
        kind="submit",
        policy=f"{record.pack.id}:{record.pack.hash}",
        blobs=(*files, *texts),
    )
