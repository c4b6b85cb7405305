"""What each kind of change is called, proved by, and takes a member out for."""

import pytest

from caseworker_app.model.change import HouseholdChange
from caseworker_app.model.codes import ChangeKind
from caseworker_app.rules.changes.kinds import excluded, kind_of, paper, said
from caseworker_app.rules.membership import WORDS


def test_that_a_paper_is_called_by_its_name_and_one_of_another_kind_by_its_code() -> None:
    assert paper(ChangeKind.DEATH, "cremation") == "火化证明"
    assert paper(ChangeKind.BIRTH, "cremation") == "cremation"


def test_that_a_change_is_said_with_the_answer_that_decides_it() -> None:
    at_home = HouseholdChange("c1", ChangeKind.PRISON, how="at_home")
    assert said(at_home) == "服刑（社区矫正、缓刑或保外就医）"
    assert said(HouseholdChange("c1", ChangeKind.DEATH)) == "死亡"


@pytest.mark.parametrize("reason", sorted(WORDS))
def test_that_the_kind_of_a_reason_takes_out_for_it(reason: str) -> None:
    known = kind_of(reason)
    assert known is None or excluded(*known) == reason


def test_that_who_lives_elsewhere_moved_out_and_who_studies_on_is_independent() -> None:
    assert kind_of("moved_out") == (ChangeKind.MOVE_OUT, "")
    assert kind_of("adult_independent") == (ChangeKind.INDEPENDENT, "")
    assert kind_of("no_support_duty") is None
