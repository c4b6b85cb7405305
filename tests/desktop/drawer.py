"""Where evidence lies in a test of a screen: real files are read, the use cases only remember."""

from dataclasses import dataclass, field, replace

from caseworker_app.desktop.step.evidence import EvidenceActions
from caseworker_app.model.evidence import Agreement, Origin, Withdrawal
from caseworker_app.model.visit import Attachment, Visit
from caseworker_app.workflow import evidence
from caseworker_app.workflow.evidence import Added, Recording, Shot, Spoken
from caseworker_app.workflow.visit import signed_digest

AT = "2026-11-22T02:32:00+00:00"


@dataclass
class Drawer:
    """The visit whose evidence it is, and the bytes by their hash."""

    begun: Visit
    photos: dict[str, bytes] = field(default_factory=dict)
    folder: str = ""
    """Folder a telephone fills."""
    twins: dict[str, str] = field(default_factory=dict)
    """Hash of a file that another household used, and its number."""
    exported: list[tuple[str, str]] = field(default_factory=list)

    def evidence(self) -> EvidenceActions:
        """Return use cases that read real files and keep what they made in ``photos``."""
        return EvidenceActions(
            wanted=evidence.wanted(),
            read=evidence.read_photo,
            shot=evidence.shot,
            add_photo=self._add_photo,
            add_print=self._add_print,
            read_recording=evidence.read_recording,
            add_recording=self._add_recording,
            withdraw=self._withdraw,
            restore=lambda _visit, key: self._exchange(key, withdrawn=None),
            export=self._export,
            sightings=evidence.sightings,
            preview=evidence.preview,
            phone_folder=lambda: self.folder,
            set_phone_folder=lambda folder: setattr(self, "folder", folder),
        )

    def _attach(self, attachment: Attachment, data: bytes) -> Attachment:
        self.photos[attachment.sha] = data
        self.begun = replace(self.begun, attachments=(*self.begun.attachments, attachment))
        return attachment

    def _add_photo(self, _visit: str, shot: Shot, caption: str, bound_to: str) -> Added:
        photo = shot.photo
        for one in self.begun.attachments:
            if one.origin and one.origin.sha == photo.original_sha and not one.withdrawn:
                return Added(one, again=True)
        key = f"a{len(self.photos) + 1}"
        twin = self.twins.get(photo.original_sha)
        origin = Origin(photo.original_sha, photo.original_size, shot.way, twin=twin)
        attachment = Attachment(
            key, f"sha256:{key}", "photo", photo.mime, len(photo.data), caption, bound_to,
            photo.taken or AT, origin,
        )  # fmt: skip
        return Added(self._attach(attachment, photo.data))

    def _add_print(self, _visit: str, role: str, name: str, shot: Shot) -> Visit:
        key = f"a{len(self.photos) + 1}"
        data, at = shot.photo.data, AT
        pressed = Attachment(
            key, f"sha256:{key}", "fingerprint", "image/jpeg", len(data), name, role, at,
            digest=signed_digest(self.begun),
        )  # fmt: skip
        self._attach(pressed, data)
        return self.begun

    def _add_recording(self, _visit: str, sound: Recording, spoken: Spoken) -> Attachment:
        key, data = f"a{len(self.photos) + 1}", sound.data
        agreed = Agreement(spoken.name, AT, spoken=spoken.consented)
        spoke = Attachment(
            key, f"sha256:{key}", "audio", "audio/amr", len(data), spoken.caption, spoken.bound_to,
            AT, agreed=agreed,
        )  # fmt: skip
        return self._attach(spoke, data)

    def _withdraw(self, _visit: str, key: str, reason: str) -> Visit:
        return self._exchange(key, withdrawn=Withdrawal(reason, "陈敏", AT))

    def _exchange(self, key: str, *, withdrawn: Withdrawal | None) -> Visit:
        changed = (
            replace(a, withdrawn=withdrawn) if a.id == key else a for a in self.begun.attachments
        )
        self.begun = replace(self.begun, attachments=tuple(changed))
        return self.begun

    def _export(self, _visit: str, key: str, reason: str) -> bytes:
        self.exported.append((key, reason))
        found = next(a for a in self.begun.attachments if a.id == key)
        return self.photos[found.sha]
