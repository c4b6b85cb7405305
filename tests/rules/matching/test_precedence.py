from datetime import date

from hypothesis import given, strategies as st

from caseworker_app.rules.matching.precedence import Sent, standing

OCTOBER, NOVEMBER = date(2026, 10, 31), date(2026, 11, 20)


def test_that_the_newest_answer_about_a_person_stands_alone() -> None:
    rows = [
        Sent("vehicle", "车管所", "1", OCTOBER, 1),
        Sent("vehicle", "车管所", "1", OCTOBER, 1),
        Sent("vehicle", "车管所", "2", OCTOBER, 1),
        Sent("vehicle", "交警", "1", OCTOBER, 1),
        Sent("estate", "车管所", "1", OCTOBER, 1),
        Sent("vehicle", "车管所", "1", NOVEMBER, 2),
    ]

    assert standing(rows) == (False, False, True, True, True, True)


def test_that_a_later_batch_of_older_data_does_not_stand() -> None:
    rows = [Sent("v", "d", "1", NOVEMBER, 1), Sent("v", "d", "1", OCTOBER, 2)]

    assert standing(rows) == (True, False)


def test_that_of_the_same_date_the_later_batch_stands() -> None:
    rows = [Sent("v", "d", "1", NOVEMBER, 2), Sent("v", "d", "1", NOVEMBER, 1)]

    assert standing(rows) == (True, False)


def test_that_one_batch_stands_whole_though_its_rows_have_several_dates() -> None:
    rows = [Sent("v", "d", "1", OCTOBER, 0), Sent("v", "d", "1", NOVEMBER, 0)]

    assert standing(rows) == (True, True)


_rows = st.lists(
    st.builds(
        Sent,
        st.just("v"),
        st.sampled_from("de"),
        st.sampled_from("12"),
        st.sampled_from([OCTOBER, NOVEMBER]),
        st.integers(0, 3),
    )
)


@given(_rows, st.integers(0, 3))
def test_that_taking_a_batch_away_leaves_what_stood_before_it(rows: list[Sent], n: int) -> None:
    without = [row for row in rows if row.batch != n]
    stood = [row for row, stands in zip(rows, standing(rows), strict=True) if stands]

    assert {row for row in stood if row.batch != n} <= {
        row for row, stands in zip(without, standing(without), strict=True) if stands
    }
    assert {row[:3] for row in stood} == {row[:3] for row in rows}
