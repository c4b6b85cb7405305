"""Which rules hold: the nearest place's before a wider one's, the newest of them that began."""

from datetime import date, timedelta

import pytest
from hypothesis import given, strategies as st

from caseworker_app.rules.policy.choice import Offer, chosen, covers

DAY = date(2026, 11, 23)
END = date(2099, 12, 31)
VILLAGE = "330199001001"


def offer(pack: str, region: str, since: date = DAY, until: date = END) -> Offer:
    return Offer(pack, region, since, until)


@pytest.mark.parametrize(
    ("whole", "region", "told"),
    [
        ("000000", VILLAGE, True),
        ("330000", VILLAGE, True),
        ("330199", VILLAGE, True),
        ("330199001", VILLAGE, True),
        ("330199002", VILLAGE, False),
        ("340000", VILLAGE, False),
    ],
)
def test_that_a_place_covers_what_lies_in_it(whole: str, region: str, *, told: bool) -> None:
    assert covers(whole, region) is told


def test_that_the_nearest_place_decides() -> None:
    offers = [offer("nation", "000000"), offer("county", "330199"), offer("province", "330000")]

    found = chosen(offers, VILLAGE, DAY)

    assert found is not None
    assert found.pack == "county"


def test_that_of_one_place_the_one_begun_last_holds() -> None:
    offers = [offer("new", "330000", DAY), offer("old", "330000", DAY - timedelta(300))]
    later = offer("later", "330000", DAY + timedelta(1))

    found = chosen([*offers, later], VILLAGE, DAY)

    assert found is not None
    assert found.pack == "new"


def test_that_rules_whose_term_is_over_give_way_and_are_better_than_none() -> None:
    over = offer("over", "330199", DAY - timedelta(300), DAY - timedelta(1))

    first = chosen([over, offer("nation", "000000")], VILLAGE, DAY)
    only = chosen([over], VILLAGE, DAY)

    assert first is not None
    assert first.pack == "nation"
    assert only == over


def test_that_nothing_holds_before_it_began() -> None:
    assert chosen([offer("later", "330000", DAY + timedelta(1))], VILLAGE, DAY) is None
    assert chosen([], VILLAGE, DAY) is None


@given(st.permutations([offer("a", "330000"), offer("b", "330199"), offer("c", "330199001")]))
def test_that_their_order_decides_nothing(offers: list[Offer]) -> None:
    found = chosen(offers, VILLAGE, DAY)

    assert found is not None
    assert found.pack == "c"
