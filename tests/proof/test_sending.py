"""What waits goes out in its order, and what arrived is receipted while the rest is on its way."""

from collections.abc import Sequence

import pytest

from caseworker_app.store import attachment as attachments, household as households
from caseworker_app.sync.client import Courier
from caseworker_app.wire.canonical import sha256
from caseworker_app.wire.operation import BlobRef
from caseworker_app.workflow import outgoing, sending
from caseworker_app.workflow.seal import RECORD_FORM
from tests.proof.desk import Desk
from tests.proof.line import Harm
from tests.proof.scene import Scene

_PDF, _PICTURE = "application/pdf", "image/jpeg"
_TO_FILES = [Harm.NONE] * 5
"""Nonce, session, hello, operations, files."""


def _queue(desk: Desk, name: str) -> None:
    """Queue a record with a form and, named after it, a picture."""
    ws, files = desk.ws, {f"{name} {mime}".encode(): mime for mime in (_PDF, _PICTURE)}
    blobs = tuple(BlobRef(sha256(data), len(data), mime, name) for data, mime in files.items())
    with ws.database.write() as connection:
        for blob, data in zip(blobs, files, strict=True):
            attachments.put(connection, blob.sha, data, blob.mime)
        home = households.ids_all(connection)[0]
        gen = households.version(connection, home).gen
        units = {"/household/id": home, "/note": name}
        new = outgoing.NewRecord(ws.ids.new(), RECORD_FORM, units, gen, blobs=blobs)
        outgoing.send(connection, ws, new, outgoing.SCANS)


def test_that_the_newest_goes_first_and_its_pictures_before_its_form(
    scene: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk, sent = scene.desks["a"], list[tuple[str, str]]()
    _queue(desk, "older")
    _queue(desk, "newer")
    full = Courier.send_files

    def send_files(self: Courier, files: Sequence[BlobRef], *rest: object) -> None:
        sent.extend((file.role, file.mime) for file in files)
        full(self, files, *rest)  # type: ignore[arg-type]  # passed on as it came

    monkeypatch.setattr(Courier, "send_files", send_files)

    assert scene.deliver("a")
    assert sent == [(name, mime) for name in ("newer", "older") for mime in (_PICTURE, _PDF)]
    assert outgoing.status(desk.ws).waiting == 0


def test_that_receipts_the_line_lost_underway_are_asked_for_again(
    scene: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sending, "_ASKED", 1)
    _queue(scene.desks["a"], "one")

    assert scene.deliver("a", [*_TO_FILES, *[Harm.LOST] * 3])
    assert outgoing.status(scene.desks["a"].ws).waiting == 0
