"""A file as a department made it, through to the comparison and back."""

import hashlib
from dataclasses import replace
from pathlib import Path

import pytest

from caseworker_app.demo.values import Township, TownshipHousehold
from caseworker_app.errors import UserError
from caseworker_app.intake import lists
from caseworker_app.model.codes import Dataset
from caseworker_app.store.imports import State
from caseworker_app.workflow import list_file, matching, register_desk, register_import
from caseworker_app.workflow.dossier import open_household
from caseworker_app.workflow.register_import import Counts
from caseworker_app.workflow.register_list import Order
from caseworker_app.workflow.register_trial import Reached
from caseworker_app.workflow.workspace import Workspace
from tests.intake.lists.making import csv_file, workbook
from tests.workflow.lists import NOVEMBER, STRANGER, mistyped, slice_of

HEADINGS = ("车主证号", "所有人", "号牌号码", "号牌种类", "车辆识别代号", "车辆类型")
CAR = ("02", "LSVAA4182E0000001", "小型轿车")


@pytest.fixture
def unit(township: Township) -> TownshipHousehold:
    return next(u for u in township.households if not u.planted and not u.records.vehicles)


def _rows(unit: TownshipHousehold) -> list[tuple[str, ...]]:
    head = unit.household.head
    slip = mistyped(head, 2).record
    typed = getattr(slip, "owner_id_number", "")
    return [
        HEADINGS,
        (head.id_number, head.name, "浙A12345", *CAR),
        (typed, head.name, "浙A12346", "02", "LSVAA4182E0000002", "小型轿车"),
        (STRANGER, "欧阳无关", "浙A12347", "02", "LSVAA4182E0000003", "小型轿车"),
        (head.id_number, head.name, "", "02", "LSVAA4182E0000004", "小型轿车"),
    ]


def _order(ws: Workspace, path: Path) -> Order:
    found = register_desk.open_list(ws, path).found
    return Order(path, found.sha256, "vehicles", "公安 交管", NOVEMBER)


def _on(_reached: Reached) -> bool:
    return True


def test_that_a_file_is_taken_in_compared_and_taken_back(
    ws: Workspace, unit: TownshipHousehold, tmp_path: Path
) -> None:
    home = unit.household.id
    before = slice_of(ws, home)
    path = workbook(tmp_path / "机动车.xlsx", 清单=_rows(unit))
    wanted = _order(ws, path)
    with pytest.raises(lists.UnrecognisedError) as unknown:
        register_desk.take_in(ws, wanted, _on)
    assert register_import.batches(ws) == ()
    columns = {**unknown.value.template.columns, "车主证号": "所有人身份号码"}
    wanted = replace(wanted, columns=columns)

    done = register_desk.take_in(ws, wanted, _on)

    assert done.batch.counts == Counts(kept=1, queued=1, elsewhere=1, refused=1)
    assert done.batch.origin.department == "公安 交管"
    assert done.batch.origin.sha == hashlib.sha256(path.read_bytes()).hexdigest()
    assert [row.plate for row in slice_of(ws, home).vehicles] == ["浙A12345"]
    assert [d.code for d in open_household(ws, home).discrepancies] == ["CL01"]
    (refused,) = register_import.refusals(ws, done.batch.n)
    assert refused == (5, "号牌号码：没有填")
    (asked,) = matching.waiting(ws)
    assert asked.asked.position == 3
    learned = register_desk.learned(ws, wanted.department, wanted.kind)
    assert register_desk.take_in(ws, replace(wanted, columns=learned), _on).repeated
    register_import.undo(ws, done.batch.n)
    assert slice_of(ws, home) == before
    assert open_household(ws, home).discrepancies == ()
    assert matching.waiting(ws) == ()


def test_that_a_file_that_breaks_off_leaves_nothing(
    ws: Workspace, unit: TownshipHousehold, tmp_path: Path
) -> None:
    rows = [("所有人身份号码", *HEADINGS[1:]), *_rows(unit)[1:]]
    stranger = (STRANGER, "无关")
    rows += [(*stranger, f"浙A{n:05}", "02", f"LSVAA4182E{n:07}", "轿车") for n in range(2_000)]
    path = csv_file(tmp_path / "机动车.csv", [*rows, ["x"] * 5_000])

    with pytest.raises(UserError, match="不是正常的名单"):
        register_desk.take_in(ws, _order(ws, path), _on)

    assert [batch.state for batch in register_import.batches(ws)] == [State.UNDONE]
    assert slice_of(ws, unit.household.id) == unit.records


@pytest.mark.parametrize("dataset", Dataset)
def test_that_every_dataset_has_a_form(dataset: Dataset) -> None:
    assert lists.FORMS[list_file.kind_of(dataset)].title == dataset.zh
