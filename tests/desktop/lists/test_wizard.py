from dataclasses import replace
from datetime import date

import pytest

from caseworker_app.desktop.lists.wizard import Stop, StopView, Wizard
from caseworker_app.workflow.register_import import Counts
from tests.desktop.lists.making import ODD_HEAD, TAKEN, TRIED, Memory, file_of


@pytest.fixture
def wizard() -> Wizard:
    return Wizard(Memory().actions())


def stop(wizard: Wizard, which: Stop) -> StopView:
    return next(one for one in wizard.view().stops if one.stop is which)


def test_that_nothing_leads_on_without_a_file(wizard: Wizard) -> None:
    assert not wizard.view().can_go
    assert stop(wizard, Stop.COLUMNS).locked
    with pytest.raises(LookupError):
        wizard.order()


def test_that_a_file_comes_with_all_that_was_guessed(wizard: Wizard) -> None:
    wizard.opened(file_of())
    order = wizard.order()

    assert (order.kind, order.department, order.as_of) == (
        "vehicles",
        "公安 交管",
        date(2026, 10, 31),
    )
    assert stop(wizard, Stop.FILE).note == "机动车登记"
    assert stop(wizard, Stop.COLUMNS).note == "用到 7 列"
    assert wizard.view().can_go


def test_that_a_kind_nobody_can_guess_is_asked_for(wizard: Wizard) -> None:
    wizard.opened(file_of(kind=""))
    view = wizard.view()
    assert (view.can_go, view.hint) == (False, "从表头看不出是什么名单，请选一种。")

    wizard.set_kind("estates")
    assert wizard.department == "自然资源 不动产登记"
    assert wizard.view().can_go


def test_that_a_list_without_a_department_waits(wizard: Wizard) -> None:
    wizard.opened(file_of())
    wizard.set_department("  ")
    assert (wizard.view().can_go, wizard.view().hint) == (False, "请填写提供名单的部门。")


def test_that_a_missing_column_is_named_and_holds_the_trial(wizard: Wizard) -> None:
    wizard.opened(file_of(ODD_HEAD))
    wizard.forward()
    view = wizard.view()

    assert view.current is Stop.COLUMNS
    assert (view.can_go, view.hint) == (False, "还缺必填项：号牌号码。")
    assert stop(wizard, Stop.COLUMNS).note == "缺 1 项必填"
    assert stop(wizard, Stop.TRIAL).locked

    wizard.assign("牌子", "号牌号码")
    assert wizard.view().can_go
    assert wizard.forward() is Stop.TRIAL


def test_that_a_field_has_one_column(wizard: Wizard) -> None:
    wizard.opened(file_of())
    wizard.assign("序号", "号牌号码")
    said = wizard.order().columns

    assert (said["序号"], said["号牌"]) == ("号牌号码", "")


def test_that_what_was_learned_leaves_no_question(wizard: Wizard) -> None:
    wizard.opened(file_of(ODD_HEAD))
    before = wizard.is_clear

    wizard.learn({"牌子": "号牌号码", "序号": ""})

    assert (before, wizard.is_clear) == (False, True)
    assert (wizard.view().onward, wizard.view().hint) == ("试读", "各列都认得，可以直接试读。")
    assert wizard.forward() is Stop.TRIAL


def test_that_a_change_asks_for_another_trial(wizard: Wizard) -> None:
    wizard.opened(file_of())
    wizard.tried = TRIED
    assert stop(wizard, Stop.TRIAL).note == "可收 5，退回 2"
    assert stop(wizard, Stop.TRIAL).attention

    wizard.set_as_of(date(2026, 9, 30))

    assert stop(wizard, Stop.TRIAL).note == ""
    assert wizard.order().as_of == date(2026, 9, 30)


@pytest.mark.parametrize(
    ("counts", "hint"),
    [
        (Counts(kept=1), "试读没有留下任何数据。"),
        (Counts(elsewhere=9), "名单里没有本机各户的人，导入只记下查过这份名单。"),
        (Counts(refused=9), "没有一行可以收下，请先把退回的行发还部门。"),
    ],
)
def test_that_the_trial_says_what_an_import_is_worth(
    wizard: Wizard, counts: Counts, hint: str
) -> None:
    wizard.opened(file_of())
    wizard.current, wizard.tried = Stop.TRIAL, replace(TRIED, counts=counts)
    assert (wizard.view().can_go, wizard.view().hint) == (counts.taken > 0, hint)


def test_that_there_is_no_way_back_from_what_was_taken_in(wizard: Wizard) -> None:
    wizard.opened(file_of())
    wizard.current, wizard.tried, wizard.taken = Stop.RESULT, TRIED, TAKEN

    assert not wizard.view().can_go_back
    assert not wizard.go(Stop.COLUMNS)
    assert stop(wizard, Stop.RESULT).note == "归户 3"
    assert wizard.forward() is Stop.FILE
    assert wizard.file is None


def test_that_nothing_moves_while_rows_are_read(wizard: Wizard) -> None:
    wizard.opened(file_of())
    wizard.current, wizard.is_running = Stop.TRIAL, True
    view = wizard.view()

    assert (view.can_go, view.can_go_back, view.hint) == (False, False, "")
    assert not wizard.go(Stop.FILE)
