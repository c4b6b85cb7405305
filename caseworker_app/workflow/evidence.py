"""佐证: photos, recordings and prints of a finger come in, are withdrawn, looked after, exported.

Whatever is kept exists only encrypted; its hash stands in the audit log from the first moment.
"""

from dataclasses import dataclass
from pathlib import Path

from caseworker_app import codes
from caseworker_app.errors import RefusedError, UserError
from caseworker_app.intake import media_file, photo as photos, recording
from caseworker_app.intake.media_file import Sighting as Sighting, settled as settled
from caseworker_app.intake.photo import Photo
from caseworker_app.intake.recording import Recording as Recording
from caseworker_app.model.codes import Stage
from caseworker_app.model.evidence import Agreement, Origin, Withdrawal
from caseworker_app.model.values import Json
from caseworker_app.model.visit import Attachment, Visit
from caseworker_app.rules.evidence import AUDIO, FINGERPRINT, PHOTO, Wanted
from caseworker_app.store import (
    attachment as attachments,
    audit,
    visit as visits,
)
from caseworker_app.store.database import Connection
from caseworker_app.wire.canonical import sha256
from caseworker_app.wire.units import flatten
from caseworker_app.workflow.visit import signed_digest
from caseworker_app.workflow.workspace import Workspace

FILE, CLIPBOARD, FOLDER = "file", "clipboard", "folder"
RECORDINGS = recording.KINDS
PICTURES = media_file.PHOTO_KINDS
_THUMB = 240
_LEAST_REASON = 2
_AGAIN = "重新捺印"


@dataclass(frozen=True, slots=True)
class Shot:
    """A photo made small, not in the store yet."""

    photo: Photo
    way: str
    """FILE, CLIPBOARD or FOLDER."""


@dataclass(frozen=True, slots=True)
class Added:
    """A photo in the store; ``again`` where the visit held the same one already."""

    attachment: Attachment
    again: bool = False


@dataclass(frozen=True, slots=True)
class Spoken:
    """What a recording is about, and who agreed to it."""

    name: str
    """Who agreed."""
    consented: bool
    """The recording begins with the question and the yes."""
    caption: str
    bound_to: str
    """Id of the difference it is about."""


@dataclass(frozen=True, slots=True)
class Preview:
    """A picture of the watched folder, small."""

    sha: str
    """Of the whole file."""
    jpeg: bytes


def wanted() -> tuple[Wanted, ...]:
    """Return what is asked for at every visit, by circumstance."""
    return tuple(
        Wanted(
            row["code"],
            row["name_zh"],
            row["place"],
            row["asked_when"],
            row["need"] == "required",
            row["note_zh"],
        )
        for row in codes.table("evidence")
    )


def read_photo(path: Path, way: str = FILE) -> Shot:
    """Read a picture and make it small; no store needed. Raises UserError or OutsideError."""
    return Shot(photos.prepare(media_file.read(path)), way)


def shot(data: bytes, way: str = CLIPBOARD) -> Shot:
    """Make a picture small that came as bytes."""
    return Shot(photos.prepare(data), way)


def read_recording(path: Path) -> Recording:
    """Read a recording; no store needed. Raises UserError or OutsideError."""
    return recording.take(media_file.read(path, recording.MOST_BYTES))


def sightings(folder: Path) -> tuple[Sighting, ...]:
    """Return the newest pictures of the watched folder."""
    return media_file.sightings(folder)


def preview(path: Path) -> Preview:
    """Return a picture of the folder, small; raises UserError while it is only half there."""
    data = media_file.read(path)
    return Preview(sha256(data), photos.thumbnail(data, _THUMB))


def add_photo(ws: Workspace, visit_id: str, taken: Shot, caption: str, bound_to: str = "") -> Added:
    """Keep a photo; one the visit holds already is given back, one used elsewhere is marked."""
    photo = taken.photo
    with ws.database.write() as connection:
        visit = visits.load(connection, visit_id)
        same = (a for a in visit.attachments if _is(a, photo) and a.withdrawn is None)
        here = next(same, None)
        if here is not None:
            return Added(here, again=True)
        attachment = Attachment(
            id=ws.ids.new(),
            sha=sha256(photo.data),
            role=PHOTO,
            mime=photo.mime,
            size=len(photo.data),
            caption=caption,
            bound_to=bound_to,
            taken=photo.taken or ws.at(),
            origin=_origin(taken, _twin(connection, visit, photo)),
        )
        _keep(connection, ws, visit_id, attachment, photo.data)
    return Added(attachment)


def add_print(ws: Workspace, visit_id: str, role: str, name: str, taken: Shot) -> Visit:
    """Keep a picture of a finger's print as somebody's consent to what stands written."""
    photo = taken.photo
    with ws.database.write() as connection:
        visit = visits.load(connection, visit_id)
        for before in visit.attachments:
            if (before.role, before.bound_to, before.withdrawn) == (FINGERPRINT, role, None):
                _withdraw(connection, ws, visit_id, before, _AGAIN)
        attachment = Attachment(
            id=ws.ids.new(),
            sha=sha256(photo.data),
            role=FINGERPRINT,
            mime=photo.mime,
            size=len(photo.data),
            caption=name,
            bound_to=role,
            taken=ws.at(),
            origin=_origin(taken, None),
            digest=signed_digest(visit),
        )
        _keep(connection, ws, visit_id, attachment, photo.data)
        visits.set_stage(connection, visit_id, Stage.SIGNED)
        return visits.load(connection, visit_id)


def add_recording(ws: Workspace, visit_id: str, sound: Recording, told: Spoken) -> Attachment:
    """Keep a recording of a disputed item; raises RefusedError where nobody agreed first."""
    if not told.consented or not told.name.strip():
        raise RefusedError("没有写明谁同意录音，录音不能收下。请先征得同意，写下同意的人。")
    with ws.database.write() as connection:
        visit = visits.load(connection, visit_id)
        if told.bound_to not in {explanation.id for explanation in visit.explanations}:
            raise RefusedError("录音只用于有争议的事项。请先选定是哪一处差异。")
        attachment = Attachment(
            id=ws.ids.new(),
            sha=sound.sha,
            role=AUDIO,
            mime=sound.mime,
            size=len(sound.data),
            caption=told.caption,
            bound_to=told.bound_to,
            taken=ws.at(),
            origin=Origin(sound.sha, len(sound.data), FILE),
            agreed=Agreement(told.name.strip(), ws.at(), spoken=told.consented),
        )
        _keep(connection, ws, visit_id, attachment, sound.data)
    return attachment


def withdraw(ws: Workspace, visit_id: str, attachment_id: str, reason: str) -> Visit:
    """Take evidence out with a reason; it stays in the record and goes along."""
    if len(reason.strip()) < _LEAST_REASON:
        raise UserError("撤下佐证要写明原因。请写几个字再撤下。")
    with ws.database.write() as connection:
        visit = visits.load(connection, visit_id)
        _withdraw(connection, ws, visit_id, _of(visit, attachment_id), reason.strip())
        return visits.load(connection, visit_id)


def restore(ws: Workspace, visit_id: str, attachment_id: str) -> Visit:
    """Put withdrawn evidence back; the history keeps that it was out."""
    with ws.database.write() as connection:
        found = _of(visits.load(connection, visit_id), attachment_id)
        back: dict[str, Json] = {f"/attachments/#{found.id}/withdrawn": None}
        visits.record(connection, visit_id, back, ws.at(), ws.person.id)
        _note(connection, ws, "evidence.restored", visit_id, found.sha)
        return visits.load(connection, visit_id)


def export(ws: Workspace, visit_id: str, attachment_id: str, reason: str) -> bytes:
    """Return evidence to be written in the clear, for a reason that is kept before it is."""
    if len(reason.strip()) < _LEAST_REASON:
        raise UserError("导出佐证要写明原因。请写几个字再导出。")
    with ws.database.write() as connection:
        found = _of(visits.load(connection, visit_id), attachment_id)
        data = attachments.get(connection, found.sha)
        _note(connection, ws, "evidence.exported", visit_id, f"{found.sha} {reason.strip()}")
    return data


def ending(attachment: Attachment) -> str:
    """Return the ending a file of this kind has."""
    return ".jpg" if attachment.role != AUDIO else recording.suffix(attachment.mime)


def _is(attachment: Attachment, photo: Photo) -> bool:
    origin = attachment.origin
    return attachment.role == PHOTO and origin is not None and origin.sha == photo.original_sha


def _origin(taken: Shot, twin: str | None) -> Origin:
    photo = taken.photo
    return Origin(
        photo.original_sha,
        photo.original_size,
        taken.way,
        photo.device or None,
        photo.latitude,
        photo.longitude,
        twin,
    )


def _twin(connection: Connection, visit: Visit, photo: Photo) -> str | None:
    """Return the number of the household whose visit on this laptop holds the same file."""
    others = (v for v in visits.with_original(connection, photo.original_sha) if v != visit.id)
    first = next(others, None)
    return visits.load(connection, first).household.number if first else None


def _keep(
    connection: Connection, ws: Workspace, visit_id: str, attachment: Attachment, data: bytes
) -> None:
    attachments.put(connection, attachment.sha, data, attachment.mime)
    added = flatten({"attachments": (attachment,)})
    visits.record(connection, visit_id, added, ws.at(), ws.person.id)
    origin = attachment.origin
    detail = f"{attachment.sha} 原件 {origin.sha}" if origin else attachment.sha
    _note(connection, ws, f"{attachment.role}.added", visit_id, detail)
    if origin and origin.twin:
        _note(connection, ws, "evidence.repeated", visit_id, f"{origin.sha} {origin.twin}")


def _withdraw(
    connection: Connection, ws: Workspace, visit_id: str, found: Attachment, reason: str
) -> None:
    """Mark evidence as withdrawn and take it out of the explanations that lean on it."""
    visit = visits.load(connection, visit_id)
    withdrawn = Withdrawal(reason, ws.person.name, ws.at())
    changes: dict[str, Json] = {
        f"/attachments/#{found.id}/withdrawn{path}": value
        for path, value in flatten(withdrawn).items()
    }
    for told in visit.explanations:
        if found.id in told.evidence:
            kept: list[Json] = [one for one in told.evidence if one != found.id]
            changes[f"/explanations/#{told.id}/evidence"] = kept
    visits.record(connection, visit_id, changes, ws.at(), ws.person.id)
    _note(connection, ws, "evidence.withdrawn", visit_id, f"{found.sha} {reason}")


def _of(visit: Visit, attachment_id: str) -> Attachment:
    found = next((a for a in visit.attachments if a.id == attachment_id), None)
    if found is None:
        raise UserError("本次核查里没有这件佐证。请返回后重新打开。")
    return found


def _note(connection: Connection, ws: Workspace, act: str, visit_id: str, detail: str) -> None:
    audit.append(connection, ws.at(), ws.person.id, act, visit_id, detail)
