"""What a change lacks before the visit can be sealed."""

from dataclasses import replace

import pytest

from caseworker_app.model.codes import ChangeKind
from caseworker_app.rules.changes.apply import apply
from caseworker_app.rules.changes.missing import missing
from caseworker_app.rules.stages import missing_before_seal
from tests.rules.changes.homes import VISIT, about, heading


def codes(visit: object) -> list[str]:
    return [code for code, *_ in missing(visit)]  # type: ignore[arg-type]  # a visit


def test_that_a_change_without_anything_is_asked_about() -> None:
    change, arrival = about(ChangeKind.PRISON, "m2", "c1")
    after = apply(VISIT, replace(change, day=None), arrival)
    assert codes(after) == ["change_day", "change_how", "change_papers"]
    places = [m.place for m in missing_before_seal(after, ()) if m.code.startswith("change")]
    assert places == ["/changes/#c1/day", "/changes/#c1/how", "/changes/#c1/papers"]


@pytest.mark.parametrize(
    "proof",
    [
        {"papers": ("village",)},
        {"reason": "邻居都说"},
        {"source": "公安户籍 2026-10-31"},
        {"difference": "HJ02:r"},
    ],
)
def test_that_any_proof_is_enough(proof: dict[str, object]) -> None:
    change, arrival = about(ChangeKind.MOVE_OUT, "m2", "c1")
    proved = replace(change, **proof)  # type: ignore[arg-type]  # fields of a change
    assert codes(apply(VISIT, proved, arrival)) == []


def test_that_a_head_who_is_gone_needs_a_successor() -> None:
    change, arrival = about(ChangeKind.DEATH, "m1", "c1")
    after = apply(VISIT, replace(change, papers=("cremation",)), arrival)
    assert codes(after) == ["head_gone"]
    new_head, _ = heading("m2", "c2")
    assert codes(apply(after, replace(new_head, papers=("booklet",)))) == []


def test_that_nobody_left_needs_no_head() -> None:
    after = VISIT
    for number in range(1, 5):
        change, arrival = about(ChangeKind.DEATH, f"m{number}", f"c{number}")
        after = apply(after, replace(change, papers=("cremation",)), arrival)
    assert codes(after) == []


def test_that_an_ended_file_needs_no_head_and_its_people_may_sign() -> None:
    change, _ = about(ChangeKind.MOVE_OUT, "m1", "c1")
    who = tuple(m.id for m in VISIT.members)
    ended = replace(change, kind=ChangeKind.MERGED, who=who, papers=("booklet",))
    after = replace(apply(VISIT, ended), present="m1")
    assert codes(after) == []
    assert "present_not_counted" not in {m.code for m in missing_before_seal(after, ())}
