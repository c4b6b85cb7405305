"""Evidence of every kind from the kitchen to the office: sealed, delivered, found hash by hash."""

from pathlib import Path

import pypdfium2
import pytest
from sqlalchemy import update

from caseworker_app.errors import OutsideError
from caseworker_app.model.visit import Attachment
from caseworker_app.server.central import Configuration, open_central
from caseworker_app.store.tables import attachment as blobs
from caseworker_app.wire.canonical import sha256
from caseworker_app.workflow import delivery, evidence, outgoing, seal, trail, visit as visits
from caseworker_app.workflow.workspace import Workspace
from tests.journeys import kitchen
from tests.journeys.conftest import Round

pytestmark = pytest.mark.journey


def _at_office(round_: Round, sha: str) -> bytes | None:
    central = open_central(Configuration(round_.plan.server))
    try:
        return central.files.read(sha)
    finally:
        central.close()


def _by_role(ws: Workspace, visit_id: str) -> dict[str, list[Attachment]]:
    found: dict[str, list[Attachment]] = {}
    for one in visits.resume(ws, visit_id).attachments:
        found.setdefault(one.role, []).append(one)
    return found


def _text(pdf: bytes) -> str:
    with pypdfium2.PdfDocument(pdf) as document:
        pages = (page.get_textpage().get_text_range() for page in document)
        return "".join("".join(pages).split())


def test_that_every_kind_of_evidence_arrives_hash_by_hash(
    undelivered: Round, tmp_path: Path
) -> None:
    with undelivered.server() as address, undelivered.laptop(address) as ws:
        first, second, *_ = kitchen.disputed(undelivered, ws)
        pressed = kitchen.pressed(undelivered, ws, first, tmp_path)
        refused = kitchen.refused(undelivered, ws, second)
        for done in (pressed, refused):
            assert seal.seal(ws, done.id).number
        delivery.deliver(ws, lambda _: None)

        kinds = _by_role(ws, pressed.id)
        assert {role: len(found) for role, found in kinds.items()} == {
            "photo": 3,
            "audio": 1,
            "fingerprint": 1,
            "visit-form": 1,
        }
        for found in kinds.values():
            for one in found:
                there = _at_office(undelivered, one.sha)
                assert there is not None, one.role
                assert sha256(there) == one.sha
                assert there == visits.photo(ws, one.sha)
        (talk,) = kinds["audio"]
        assert _at_office(undelivered, talk.sha) == kitchen.AMR
        assert undelivered.agrees(ws)
        every = outgoing.parcels(ws)
        assert {parcel.state for parcel in every} == {"held"}
        assert outgoing.parcels(ws, recent=1) == every[:1]
        assert trail.verify(ws).altered == ()

        printed = _text(seal.form(ws, pressed.id))
        for words in ("捺印", "已撤下的照片“邻居家”：拍到邻居家", "同意，校验码", "厨房"):
            assert words in printed
        said = _text(seal.form(ws, refused.id))
        for words in ("对金额有异议，不愿签字", "第二见证人：王阿姨", "骆晓芬"):
            assert words in said


def test_that_a_changed_byte_stops_sealing_and_delivery(undelivered: Round, tmp_path: Path) -> None:
    with undelivered.server() as address, undelivered.laptop(address) as ws:
        first, *_ = kitchen.disputed(undelivered, ws)
        pressed = kitchen.pressed(undelivered, ws, first, tmp_path)
        photo = pressed.attachments[0]
        good = visits.photo(ws, photo.sha)
        _put(ws, photo.sha, evidence.shot(kitchen.NEXT_DOOR).photo.data)
        with pytest.raises(OutsideError, match="与收下时不一样"):
            seal.seal(ws, pressed.id)
        _put(ws, photo.sha, good)
        assert seal.seal(ws, pressed.id).number

        _put(ws, photo.sha, good[:-9] + bytes(9))
        with pytest.raises(OutsideError, match="与收下时不一样"):
            delivery.deliver(ws, lambda _: None)
        assert _at_office(undelivered, photo.sha) is None
        assert trail.verify(ws).altered == (photo.sha,)
        _put(ws, photo.sha, good)
        delivery.deliver(ws, lambda _: None)
        assert _at_office(undelivered, photo.sha) == good


def _put(ws: Workspace, sha: str, data: bytes) -> None:
    with ws.database.write() as connection:
        connection.execute(update(blobs).where(blobs.c.sha == sha).values(data=data))
