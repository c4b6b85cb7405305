"""Evidence in a real store: in, marked, bound, withdrawn, exported, and never changed unnoticed."""

from dataclasses import replace
from pathlib import Path
from random import Random

import pytest
from sqlalchemy import update

from caseworker_app.demo import ink
from caseworker_app.demo.values import Township
from caseworker_app.errors import OutsideError, RefusedError, UserError
from caseworker_app.intake.photo import draw_sketch
from caseworker_app.model.codes import Stage
from caseworker_app.model.visit import Visit
from caseworker_app.rules.audit import WORDS
from caseworker_app.store import visit as visits
from caseworker_app.store.tables import attachment as blobs, visit_unit
from caseworker_app.wire.canonical import canonical, sha256
from caseworker_app.wire.units import flatten
from caseworker_app.workflow import evidence, trail, visit
from caseworker_app.workflow.evidence import Spoken
from caseworker_app.workflow.workspace import Workspace

KITCHEN = draw_sketch("厨房", 1)
AMR = b"#!AMR\n" + bytes(range(200))


@pytest.fixture
def begun(ws: Workspace, township: Township) -> Visit:
    return _start(ws, township, 0)


def _start(ws: Workspace, township: Township, number: int) -> Visit:
    home = [u for u in township.households if u.household.members][number].household
    return visit.start(ws, home.id, township.staff[1:2])


def _disputed(ws: Workspace, township: Township) -> Visit:
    for number in range(len(township.households)):
        found = _start(ws, township, number)
        if found.explanations:
            return found
    raise AssertionError("no household with a difference")


def _photo(ws: Workspace, begun: Visit, data: bytes = KITCHEN) -> evidence.Added:
    return evidence.add_photo(ws, begun.id, evidence.shot(data), "厨房", "/living/kitchen")


def test_that_a_photo_is_kept_only_in_the_store_with_its_hash_in_the_log(
    ws: Workspace, begun: Visit, tmp_path: Path
) -> None:
    file = tmp_path / "IMG_0001.JPG"
    file.write_bytes(KITCHEN)
    taken = evidence.read_photo(file)
    added = evidence.add_photo(ws, begun.id, taken, "厨房", "/living/kitchen").attachment

    assert visit.resume(ws, begun.id).attachments == (added,)
    assert sha256(visit.photo(ws, added.sha)) == added.sha
    assert added.origin is not None
    assert (added.origin.sha, added.origin.size) == (sha256(KITCHEN), len(KITCHEN))
    (entry, *_) = trail.entries(ws, begun.id)
    assert (entry.act, entry.detail) == ("photo.added", f"{added.sha} 原件 {added.origin.sha}")
    assert entry.act in WORDS


def test_that_what_is_no_photo_is_refused_and_leaves_no_trace(ws: Workspace, begun: Visit) -> None:
    with pytest.raises(UserError, match="不是可以读取的照片"):
        evidence.shot(b"a text named .jpg")
    assert visit.resume(ws, begun.id).attachments == ()


def test_that_the_same_photo_is_not_taken_twice(ws: Workspace, begun: Visit) -> None:
    first, again = _photo(ws, begun), _photo(ws, begun)
    assert not first.again
    assert again.again
    assert again.attachment == first.attachment
    assert len(visit.resume(ws, begun.id).attachments) == 1


def test_that_a_photo_used_in_another_household_is_marked_and_logged(
    ws: Workspace, township: Township, begun: Visit
) -> None:
    _photo(ws, begun)
    other = _start(ws, township, 1)
    added = _photo(ws, other).attachment
    assert added.origin is not None
    assert added.origin.twin == begun.household.number
    acts = [entry.act for entry in trail.entries(ws, other.id)]
    assert acts[:2] == ["evidence.repeated", "photo.added"]


def test_that_a_withdrawn_photo_stays_with_its_reason_and_can_come_back(
    ws: Workspace, township: Township
) -> None:
    begun = _disputed(ws, township)
    added = _photo(ws, begun).attachment
    told = begun.explanations[0].id
    visit.record(ws, begun.id, {f"/explanations/#{told}/evidence": [added.id]})

    out = evidence.withdraw(ws, begun.id, added.id, "拍到别人家")
    (kept,) = out.attachments
    assert kept.withdrawn is not None
    assert kept.withdrawn.reason == "拍到别人家"
    assert next(e for e in out.explanations if e.id == told).evidence == ()
    assert visit.photo(ws, added.sha)

    (back,) = evidence.restore(ws, begun.id, added.id).attachments
    assert back == added


def test_that_withdrawing_needs_a_reason(ws: Workspace, begun: Visit) -> None:
    added = _photo(ws, begun).attachment
    with pytest.raises(UserError, match="原因"):
        evidence.withdraw(ws, begun.id, added.id, " ")


def test_that_a_photo_may_be_taken_anew_after_it_was_withdrawn(ws: Workspace, begun: Visit) -> None:
    evidence.withdraw(ws, begun.id, _photo(ws, begun).attachment.id, "重拍")
    assert not _photo(ws, begun).again


def test_that_a_print_is_bound_to_what_stands_written(ws: Workspace, begun: Visit) -> None:
    signed = _print(ws, begun, "member", "王桂兰", draw_sketch("捺印", 1))
    assert signed.stage is Stage.SIGNED
    (pressed,) = signed.attachments
    assert pressed.digest == visit.signed_digest(signed)
    assert not _stale(ws, signed)

    visit.record(ws, begun.id, {"/property/money": 77})
    assert _stale(ws, visit.resume(ws, begun.id)) == {"/signatures/#member"}


def test_that_a_print_given_anew_takes_the_place_of_the_one_before(
    ws: Workspace, begun: Visit
) -> None:
    _print(ws, begun, "member", "王桂兰", draw_sketch("捺印", 1))
    first, second = _print(ws, begun, "member", "王桂兰", draw_sketch("捺印", 2)).attachments
    assert first.withdrawn is not None
    assert second.withdrawn is None


def test_that_a_print_leaves_other_signatures_valid(ws: Workspace, begun: Visit) -> None:
    strokes = ink.signature_strokes("王", Random(1))
    visit.sign(ws, begun.id, "investigator1", "王", (strokes, ink.WIDTH, ink.HEIGHT))
    signed = _print(ws, begun, "member", "王桂兰", draw_sketch("捺印", 1))
    assert not _stale(ws, signed)


def test_that_a_recording_comes_in_as_it_is_once_somebody_agreed(
    ws: Workspace, township: Township, tmp_path: Path
) -> None:
    begun = _disputed(ws, township)
    file, told = tmp_path / "a.amr", begun.explanations[0].id
    file.write_bytes(AMR)
    spoken = Spoken("王桂兰", consented=True, caption="谈车辆", bound_to=told)
    sound = evidence.read_recording(file)
    added = evidence.add_recording(ws, begun.id, sound, spoken)
    assert visit.photo(ws, added.sha) == AMR
    assert added.agreed is not None
    assert (added.agreed.name, added.agreed.spoken) == ("王桂兰", True)

    for refused in (replace(spoken, consented=False), replace(spoken, name=" ")):
        with pytest.raises(RefusedError, match="同意"):
            evidence.add_recording(ws, begun.id, sound, refused)
    with pytest.raises(RefusedError, match="有争议"):
        evidence.add_recording(ws, begun.id, sound, replace(spoken, bound_to="/living/kitchen"))
    assert len(visit.resume(ws, begun.id).attachments) == 1


def test_that_export_is_logged_with_its_reason_before_a_byte_is_given_out(
    ws: Workspace, begun: Visit
) -> None:
    added = _photo(ws, begun).attachment
    assert sha256(evidence.export(ws, begun.id, added.id, "提交复核")) == added.sha
    (entry, *_) = trail.entries(ws, begun.id)
    assert (entry.act, entry.detail) == ("evidence.exported", f"{added.sha} 提交复核")
    with pytest.raises(UserError, match="原因"):
        evidence.export(ws, begun.id, added.id, "")
    assert trail.entries(ws, begun.id)[0] == entry


def test_that_a_changed_byte_is_noticed_wherever_it_is_looked_at(
    ws: Workspace, begun: Visit
) -> None:
    added = _photo(ws, begun).attachment
    assert trail.verify(ws).altered == ()
    other = evidence.shot(draw_sketch("厨房", 2)).photo.data
    with ws.database.write() as connection:
        connection.execute(update(blobs).where(blobs.c.sha == added.sha).values(data=other))

    assert trail.verify(ws).altered == (added.sha,)
    with pytest.raises(OutsideError, match="与收下时不一样"):
        visit.photo(ws, added.sha)


def test_that_evidence_exchanged_together_with_its_record_is_noticed(
    ws: Workspace, begun: Visit
) -> None:
    added = _photo(ws, begun).attachment
    other = evidence.shot(draw_sketch("厨房", 2)).photo.data
    with ws.database.write() as connection:
        connection.execute(
            update(blobs).where(blobs.c.sha == added.sha).values(sha=sha256(other), data=other)
        )
        connection.execute(
            update(visit_unit)
            .where(visit_unit.c.path == f"/attachments/#{added.id}/sha")
            .values(value=canonical(sha256(other)))
        )
    assert trail.verify(ws).altered == (added.sha,)


def test_that_a_record_of_before_keeps_its_units(ws: Workspace, begun: Visit) -> None:
    """Sealed records are kept for ever: what they do not say must not appear in them."""
    added = _photo(ws, begun).attachment
    old = replace(added, origin=None)
    names = {path.rpartition("/")[2] for path in flatten({"attachments": (old,)})}
    assert names == {"id", "sha", "role", "mime", "size", "caption", "bound_to", "taken"}


def test_that_nothing_comes_into_a_sealed_visit(ws: Workspace, begun: Visit) -> None:
    added = _photo(ws, begun).attachment
    with ws.database.write() as connection:
        visits.set_stage(connection, begun.id, Stage.SEALED)
    with pytest.raises(RefusedError):
        _photo(ws, begun, draw_sketch("厨房", 3))
    with pytest.raises(RefusedError):
        evidence.withdraw(ws, begun.id, added.id, "拍错了")


def test_that_a_thumbnail_of_the_folder_is_known_by_the_whole_file(tmp_path: Path) -> None:
    file = tmp_path / "a.jpg"
    file.write_bytes(KITCHEN)
    (seen,) = evidence.sightings(tmp_path)
    shown = evidence.preview(seen.path)
    assert shown.sha == sha256(KITCHEN)
    assert len(shown.jpeg) < 20_000


def _print(ws: Workspace, begun: Visit, role: str, name: str, data: bytes) -> Visit:
    return evidence.add_print(ws, begun.id, role, name, evidence.shot(data))


def _stale(ws: Workspace, value: Visit) -> set[str]:
    missing = visit.live(value, (), ws.pack).missing
    return {m.place for m in missing if m.code == "signature_stale"}
