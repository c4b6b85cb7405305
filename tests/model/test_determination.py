from caseworker_app.model.determination import Reason

STANDARD = Reason("低保标准", "1,301元/月", source="standards.dibao", basis="自2025-01-23起，通知")
WAGE = Reason("最低工资", "2,490元/月", source="standards.min_wage", basis="自2024-01-01起，通知")
GAP = Reason("补差", "1,001元", parts=(STANDARD,))
WHOLE = Reason("每月救助金", "1,001元", parts=(WAGE, GAP, STANDARD))


def test_that_steps_are_told_apart_from_the_values_they_use() -> None:
    assert WHOLE.steps() == (GAP,)
    assert STANDARD.is_parameter
    assert not GAP.is_parameter


def test_that_each_value_used_is_told_once_in_the_order_of_use() -> None:
    assert list(WHOLE.parameters()) == ["standards.min_wage", "standards.dibao"]
    assert STANDARD.parameters() == {"standards.dibao": STANDARD}
