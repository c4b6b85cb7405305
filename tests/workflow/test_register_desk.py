"""From a workbook into the store: what is new, what was learned, what goes when it goes back."""

from dataclasses import replace
from pathlib import Path

import pytest

from caseworker_app.demo.values import Township
from caseworker_app.demo.visiting import carry_out
from caseworker_app.workflow import matching, register_desk, register_doubt, register_import
from caseworker_app.workflow.register_desk import TakenIn
from caseworker_app.workflow.register_import import State
from caseworker_app.workflow.register_list import Order, understand
from caseworker_app.workflow.register_trial import StoppedError
from caseworker_app.workflow.workspace import Workspace
from tests.workflow.test_register_list import ODD_HEAD, on, order_of
from tests.workflow.vehicle_file import FIRST_ROW, clean_heads, mistyped, vehicles


@pytest.fixture
def order(ws: Workspace, township: Township, tmp_path: Path) -> Order:
    path = vehicles(tmp_path / "机动车.xlsx", township)
    return order_of(register_desk.open_list(ws, path))


@pytest.fixture
def taken(ws: Workspace, order: Order) -> TakenIn:
    return register_desk.take_in(ws, order, on)


def test_that_an_import_tells_which_households_differ_now(
    township: Township, taken: TakenIn
) -> None:
    (new,) = taken.new

    assert new.household.head.id_number == clean_heads(township)[0].id_number
    assert len(new.differences) == 1
    assert taken.households == 1
    assert not taken.repeated


def test_that_the_same_file_again_changes_nothing_unless_it_is_asked_for(
    ws: Workspace, order: Order, taken: TakenIn
) -> None:
    again = register_desk.take_in(ws, order, on)
    anew = register_desk.take_in(ws, order, on, anew=True)

    assert (again.repeated, again.batch.n, again.new) == (True, taken.batch.n, ())
    assert anew.batch.n > taken.batch.n


def test_that_a_stopped_import_leaves_nothing(ws: Workspace, order: Order) -> None:
    with pytest.raises(StoppedError):
        register_desk.take_in(ws, order, lambda _reached: False)

    (one,) = register_desk.history(ws)
    assert one.batch.state is State.UNDONE
    assert register_doubt.waiting(ws) == ()


def test_that_the_columns_of_a_department_are_asked_about_once(
    ws: Workspace, township: Township, tmp_path: Path
) -> None:
    file = register_desk.open_list(ws, vehicles(tmp_path / "十月.xlsx", township, ODD_HEAD))
    said = {"牌子": "号牌号码", "机身码": "车辆识别代号"}
    columns = understand(file, "vehicles", said)
    found = file.found
    register_desk.take_in(
        ws,
        Order(found.path, found.sha256, "vehicles", "交警大队", file.as_of, columns.mapping),
        on,
    )

    known = register_desk.learned(ws, "交警大队", "vehicles")
    assert known["牌子"] == "号牌号码"
    assert register_desk.learned(ws, "公安 交管", "vehicles") == {}
    assert understand(file, "vehicles", known).missing == ()


def test_that_the_history_names_who_took_it_in(ws: Workspace, taken: TakenIn) -> None:
    (one,) = register_desk.history(ws)

    assert (one.batch.n, one.person, one.undone_by) == (taken.batch.n, "胡龙", "")
    register_import.undo(ws, taken.batch.n)
    assert register_desk.history(ws)[0].undone_by == "胡龙"


def test_that_a_sealed_household_stands_against_taking_back(
    ws: Workspace, township: Township, taken: TakenIn
) -> None:
    free = register_desk.going(ws, taken.batch.n)
    head = clean_heads(township)[0]
    unit = next(u for u in township.households if u.household.head == head)
    carry_out(ws, unit.household.id, township.staff[1], lambda *_: None)

    assert (free.households, free.sealed) == (1, ())
    assert register_desk.going(ws, taken.batch.n).sealed == (head.name,)


def test_that_a_doubtful_row_stands_beside_who_is_on_file(
    ws: Workspace, township: Township, taken: TakenIn
) -> None:
    (doubt,) = register_doubt.waiting(ws)
    head = clean_heads(township)[1]
    sent, person = dict(doubt.sent), doubt.people[0]

    assert doubt.question.asked.position == FIRST_ROW + 1
    assert (sent["所有人"], sent["所有人身份号码"]) == (head.name, mistyped(head))
    assert "取得方式" not in sent  # the list does not say how it was acquired
    assert dict(person.facts)["身份证号码"] == head.id_number
    assert person.candidate.reason.startswith("号码第16位不同")
    assert taken.batch.counts.queued == 1


def test_that_what_was_claimed_is_listed_as_answered(ws: Workspace, taken: TakenIn) -> None:
    (doubt,) = register_doubt.waiting(ws)
    matching.decide(ws, doubt.question.id, doubt.people[0].candidate.whom)

    assert register_doubt.waiting(ws) == ()
    (answered,) = register_doubt.answered(ws)
    assert answered.question.answer == matching.SAME
    assert replace(answered.question, answer="").asked == doubt.question.asked
    assert taken.new
