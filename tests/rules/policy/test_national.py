from caseworker_app.model.ages import ADULT
from caseworker_app.rules.policy.national import Limit, Unit
from caseworker_app.rules.policy.pack import Pack


def test_that_a_time_limit_is_said_in_the_unit_it_is_counted_in() -> None:
    assert [Limit(3, unit).words for unit in Unit] == ["3个工作日", "3日", "3个月"]


def test_that_the_nations_majority_is_the_age_used_without_a_pack(pack: Pack) -> None:
    assert pack.national.majority == ADULT
