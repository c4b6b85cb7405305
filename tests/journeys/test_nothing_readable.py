"""After a working day the laptop's folder holds no readable byte of anybody."""

import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from caseworker_app.demo.photos import visit_photos
from caseworker_app.intake.photo import prepare
from caseworker_app.workflow import delivery, seal, session, visit as visits
from tests.journeys import kitchen
from tests.journeys.conftest import Round

pytestmark = pytest.mark.journey

_JPEG = b"\xff\xd8\xff\xe0\x00\x10JFIF"
"""Long enough that ciphertext does not hold it by chance."""

_PDF = b"%PDF-"


def _files(folder: Path) -> Iterator[tuple[str, bytes]]:
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            yield path.name, path.read_bytes()


def _secrets(round_: Round) -> set[bytes]:
    """Return the demonstration's names, numbers, addresses, plates, and pieces of its photos."""
    texts = set()
    for unit in round_.township.households:
        home = unit.household
        texts |= {home.living_address, home.registered_address, home.phone, home.number}
        for member in home.members:
            texts |= {member.name, member.id_number}
        texts |= {person.id_number for person in unit.records.persons}
        texts |= {vehicle.plate for vehicle in unit.records.vehicles}
        texts |= {estate.unit_number for estate in unit.records.estates}
    encoded = {
        t.encode(code) for t in texts if len(t) > 1 for code in ("utf-8", "utf-16-le", "gb18030")
    }
    photo = prepare(visit_photos(round_.township.households[0].household)[0].data).data
    return {secret for secret in encoded if len(secret) > 5} | {photo[600:640]}


def test_that_no_name_number_or_photo_can_be_read(undelivered: Round) -> None:
    secrets = _secrets(undelivered)
    assert len(secrets) > 100

    with undelivered.server() as address, undelivered.laptop(address) as ws:
        delivery.deliver(ws, lambda _: None)
        while_open = dict(_files(undelivered.plan.laptop))
    closed = dict(_files(undelivered.plan.laptop))

    assert {"store.db", "store.db-wal", "key.json"} <= while_open.keys()
    for name, data in (*while_open.items(), *closed.items()):
        assert _JPEG not in data, name
        assert _PDF not in data, name
        assert [secret for secret in secrets if secret in data] == [], name


def test_that_no_evidence_lies_open_in_any_form(
    undelivered: Round, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Photos, a print and a recording, as they came and as they are kept; no temporary file."""
    media, spare = tmp_path / "phone", tmp_path / "spare"
    for folder in (media, spare):
        folder.mkdir()
    for name in ("TMPDIR", "TEMP", "TMP", "SQLITE_TMPDIR"):
        monkeypatch.setenv(name, str(spare))
    monkeypatch.setattr(tempfile, "tempdir", None)

    with undelivered.server() as address, undelivered.laptop(address) as ws:
        first, *_ = kitchen.disputed(undelivered, ws)
        pressed = kitchen.pressed(undelivered, ws, first, media)
        kept = [visits.photo(ws, one.sha) for one in pressed.attachments]
        seal.seal(ws, pressed.id)
        delivery.deliver(ws, lambda _: None)
        while_open = dict(_files(undelivered.plan.laptop))
    closed = dict(_files(undelivered.plan.laptop))

    came = [kitchen.KITCHEN, kitchen.CONTRACT, kitchen.FINGER, kitchen.NEXT_DOOR, kitchen.AMR]
    pieces = [data[at : at + 40] for data in (*came, *kept) for at in (600, 5_000, len(data) - 99)]
    for name, data in (*while_open.items(), *closed.items()):
        assert b"#!AMR" not in data, name
        assert [piece for piece in pieces if piece in data] == [], name
    assert list(spare.iterdir()) == []


def test_that_the_same_search_finds_what_lies_open(undelivered: Round, tmp_path: Path) -> None:
    """The search is worth something only if it finds the names in the same store unencrypted."""
    plain = tmp_path / "plain.db"
    with (
        undelivered.server() as address,
        undelivered.laptop(address) as ws,
        ws.database.read() as connection,
    ):
        raw = connection.connection.cursor()
        raw.execute("ATTACH DATABASE ? AS plain KEY ''", (str(plain),))
        raw.execute("SELECT sqlcipher_export('plain')")
        raw.execute("DETACH DATABASE plain")

    data = plain.read_bytes()
    assert _JPEG in data
    assert _PDF in data
    assert sum(secret in data for secret in _secrets(undelivered)) > 50


def test_that_a_wrong_passphrase_opens_nothing(undelivered: Round) -> None:
    with pytest.raises(Exception, match="口令"):
        session.unlock(undelivered.plan.laptop, "不是这个口令2026")
