"""The use cases of evidence."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from caseworker_app.model.visit import Attachment, Visit
from caseworker_app.rules.evidence import Wanted
from caseworker_app.workflow.evidence import Added, Preview, Recording, Shot, Sighting, Spoken


@dataclass(frozen=True, slots=True)
class EvidenceActions:
    """What reads goes through ``Tasks.on_files``, what adds is handed that by ``into_store``.

    What takes out goes through ``out_of_store``, all others through ``on_database``.
    """

    wanted: tuple[Wanted, ...]
    read: Callable[[Path, str], Shot]
    """``read(file, way)``: a picture made small."""
    shot: Callable[[bytes], Shot]
    """A picture from the clipboard made small."""
    add_photo: Callable[[str, Shot, str, str], Added]
    """``add_photo(visit_id, shot, caption, place)``."""
    add_print: Callable[[str, str, str, Shot], Visit]
    """``add_print(visit_id, role, name, shot)``."""
    read_recording: Callable[[Path], Recording]
    add_recording: Callable[[str, Recording, Spoken], Attachment]
    """``add_recording(visit_id, sound, spoken)``."""
    withdraw: Callable[[str, str, str], Visit]
    """``withdraw(visit_id, attachment_id, reason)``."""
    restore: Callable[[str, str], Visit]
    export: Callable[[str, str, str], bytes]
    """``export(visit_id, attachment_id, reason)``: bytes of what a file is to be written of."""
    sightings: Callable[[Path], tuple[Sighting, ...]]
    preview: Callable[[Path], Preview]
    phone_folder: Callable[[], str]
    """Folder a telephone fills, or ""."""
    set_phone_folder: Callable[[str], None]
