"""The office recomputes what was delivered, with the pack that came with it."""

import pytest

from caseworker_app.errors import OutsideError, UserError
from caseworker_app.model.values import Json
from caseworker_app.server import replay as replaying
from caseworker_app.wire.canonical import sha256
from caseworker_app.wire.operation import BlobRef, diff
from tests.server.conftest import Office, folder_of
from tests.server.laptop import Laptop
from tests.workflow.replay import golden

NUMBER = "330199-2026-F01-000427"
RECORD = golden.read("grace-after-finding-work")
USED = golden.pack(RECORD.pack_hash)
TEXTS = {"pack": USED.text.encode(), "pack-base": USED.base.encode()}


def _deliver(office: Office, texts: dict[str, bytes], **units: Json) -> None:
    """Deliver the golden record under ``v1`` with some files of its pack."""
    laptop = Laptop()
    caller = office.enrol(laptop)
    sealed = golden.sealed(RECORD, USED)
    sealed |= {"/household/id": office.homes[0], "/paper_number": NUMBER}
    sealed |= {f"/determination/{name}": value for name, value in units.items()}
    blobs = tuple(
        BlobRef(sha256(data), len(data), "application/toml", role) for role, data in texts.items()
    )
    operation = laptop.visit("v1", office.homes[0], patch=diff({}, sealed), blobs=blobs)
    office.central.files.put([(sha256(data), data) for data in texts.values()])
    office.push(caller, operation)


def test_that_what_was_delivered_recomputes_bit_equal(office: Office) -> None:
    _deliver(office, TEXTS)

    assert replaying.visits(office.central) == {"v1": NUMBER}
    found = replaying.replay_visit(office.central, "v1")
    assert found.equal
    assert (found.pack_id, found.pack_hash, found.day) == (USED.id, USED.hash, RECORD.visit.day)


def test_that_another_amount_is_seen(office: Office) -> None:
    _deliver(office, TEXTS, monthly=1)

    found = replaying.replay_visit(office.central, "v1")
    assert [(d.what, d.stored, d.recomputed) for d in found.differences] == [
        ("每月金额", "0.01 元", "1,800 元")
    ]


def test_that_a_record_without_its_pack_is_a_sentence(office: Office) -> None:
    _deliver(office, {})

    with pytest.raises(UserError, match=f"没有附规则包 {USED.id}"):
        replaying.replay_visit(office.central, "v1")
    with pytest.raises(UserError, match="没有记录 v2"):
        replaying.replay_visit(office.central, "v2")


@pytest.mark.parametrize("role", ["pack", "pack-base"])
@pytest.mark.parametrize("damage", ["altered", "lost"])
def test_that_a_damaged_pack_is_not_taken(office: Office, role: str, damage: str) -> None:
    _deliver(office, TEXTS)
    path = folder_of(office.central).path(sha256(TEXTS[role]))
    if damage == "lost":
        path.unlink()
    else:
        path.write_bytes(TEXTS[role] + b" ")

    with pytest.raises(OutsideError, match="缺失或与封存时不同"):
        replaying.replay_visit(office.central, "v1")
