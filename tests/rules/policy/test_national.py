from caseworker_app.rules.policy.national import Limit, Unit


def test_that_a_time_limit_is_said_in_the_unit_it_is_counted_in() -> None:
    assert [Limit(3, unit).words for unit in Unit] == ["3个工作日", "3日", "3个月"]
