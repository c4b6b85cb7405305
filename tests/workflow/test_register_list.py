"""A list before it is taken in: what it seems to be, its columns, the trial, what goes back."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

from caseworker_app.demo.values import Township
from caseworker_app.errors import UserError
from caseworker_app.store import imports
from caseworker_app.workflow import register_desk, register_list, register_trial
from caseworker_app.workflow.register_list import ListFile, Order
from caseworker_app.workflow.register_trial import Reached, StoppedError, Tried
from caseworker_app.workflow.workspace import Workspace
from tests.intake.lists.making import workbook
from tests.workflow.vehicle_file import FIRST_ROW, HEAD, clean_heads, vehicles

ODD_HEAD = ("序号", "车主", "证件号", "牌子", "机身码", "车辆类型", "初登日期", "发票价")


def on(_reached: Reached) -> bool:
    return True


def order_of(file: ListFile) -> Order:
    """Return the order a person gives who changes nothing."""
    columns = register_list.understand(file, file.kind, {})
    found = file.found
    return Order(found.path, found.sha256, file.kind, "公安 交管", file.as_of, columns.mapping)


@pytest.fixture
def file(ws: Workspace, township: Township, tmp_path: Path) -> ListFile:
    return register_desk.open_list(ws, vehicles(tmp_path / "机动车.xlsx", township))


def tried(ws: Workspace, file: ListFile) -> Tried:
    return register_trial.try_out(ws, file, order_of(file), on)


def test_that_kind_day_and_columns_are_guessed(file: ListFile) -> None:
    columns = register_list.understand(file, file.kind, {})

    assert file.kind == "vehicles"
    assert (file.as_of, file.as_of_reason) == (date(2026, 10, 31), "取自表头上方的文字")
    assert columns.mapping["证件号"] == "所有人身份号码"
    assert columns.mapping["序号"] == ""
    assert columns.missing == ()
    assert "排量" in columns.lacking
    assert columns.columns[3].examples == ("浙A00001", "浙A00002", "浙A00003")


def test_that_headings_nobody_knows_leave_the_kind_open(ws: Workspace, tmp_path: Path) -> None:
    path = workbook(tmp_path / "x.xlsx", 一=[("甲", "乙"), ("1", "2")])

    assert register_desk.open_list(ws, path).kind == ""


def test_that_a_column_a_person_assigned_is_taken_for_that(
    ws: Workspace, township: Township, tmp_path: Path
) -> None:
    path = vehicles(tmp_path / "odd.xlsx", township, ODD_HEAD)
    file = register_desk.open_list(ws, path)
    before = register_list.understand(file, "vehicles", {})
    after = register_list.understand(
        file, "vehicles", {"牌子": "号牌号码", "机身码": "车辆识别代号"}
    )

    assert before.missing == ("号牌号码", "车辆识别代号")
    assert after.missing == ()
    assert after.mapping["牌子"] == "号牌号码"


def test_that_a_trial_counts_and_explains_and_keeps_nothing(ws: Workspace, file: ListFile) -> None:
    found = tried(ws, file)
    counts = found.counts

    assert (counts.kept, counts.queued, counts.elsewhere, counts.refused) == (1, 1, 1, 1)
    (cell,) = found.cells
    assert (cell.row, cell.heading, cell.value) == (FIRST_ROW + 3, "初登日期", "2019-13-45")
    assert "没有这一天" in cell.reason
    with ws.database.read() as connection:
        assert imports.every(connection) == ()


def test_that_the_first_rows_are_shown_as_understood(
    ws: Workspace, township: Township, file: ListFile
) -> None:
    found = tried(ws, file)
    told = dict(zip(("行号", *found.headings), found.first[0], strict=True))

    assert told["行号"] == str(FIRST_ROW)
    assert told["所有人身份号码"] == clean_heads(township)[0].id_number
    assert told["购置价"] == "86,800 元"
    assert told["初次登记日期"] == "2019-03-08"


def test_that_only_what_the_department_must_mend_goes_back(
    ws: Workspace, file: ListFile, tmp_path: Path
) -> None:
    saved = register_trial.save_refused(ws, order_of(file), tmp_path / "back.xlsx", on)
    rows = CalamineWorkbook.from_path(saved.path).get_sheet_by_index(0).to_python()

    assert saved.rows == 1
    assert rows[0] == ["行号", "退回原因", *HEAD]
    assert rows[1][0] == str(FIRST_ROW + 3)


def test_that_who_is_told_may_stop_it(ws: Workspace, file: ListFile) -> None:
    with pytest.raises(StoppedError, match="什么都没有留下"):
        register_trial.try_out(ws, file, order_of(file), lambda _reached: False)


def test_that_another_file_of_the_name_is_refused(ws: Workspace, file: ListFile) -> None:
    order = replace(order_of(file), sha256="0" * 64)

    with pytest.raises(UserError, match="打开以后又改动过"):
        register_trial.try_out(ws, file, order, on)
