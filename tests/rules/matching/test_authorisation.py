from datetime import date

import pytest

from caseworker_app.model.declaration import Authorisation, Declaration, DeclaredObligor
from caseworker_app.rules.matching.authorisation import barred

DAY = date(2026, 11, 22)
EARLY, LATE = date(2025, 1, 1), date(2027, 1, 1)


def declared(*authorisations: Authorisation) -> Declaration:
    return Declaration(
        "h1",
        EARLY,
        "330122100001",
        "H0001",
        "m1",
        (),
        obligors=(
            DeclaredObligor("o1", "王芳", "1", "30", ("m1",), consented=True),
            DeclaredObligor("o2", "王军", "2", "20", ("m1",)),
        ),
        authorisations=authorisations,
    )


@pytest.mark.parametrize(
    ("authorisations", "reason"),
    [
        ((), "没有核对授权书"),
        ((Authorisation("m2", EARLY),), "没有核对授权书"),
        ((Authorisation("m1", EARLY),), ""),
        ((Authorisation("m1", DAY, DAY),), ""),
        ((Authorisation("m1", EARLY, date(2026, 11, 21)),), "核对授权书已于2026-11-21到期"),
        ((Authorisation("m1", LATE),), "核对授权书自2027-01-01起生效"),
        ((Authorisation("m1", EARLY, EARLY), Authorisation("m1", EARLY)), ""),
        (
            (Authorisation("m1", EARLY, EARLY), Authorisation("m1", DAY.replace(day=1), EARLY)),
            "核对授权书已于2025-01-01到期",
        ),
        (
            (
                Authorisation("m1", EARLY, date(2026, 1, 1)),
                Authorisation("m1", date(2026, 1, 2), date(2026, 10, 1)),
            ),
            "核对授权书已于2026-10-01到期",
        ),
        ((Authorisation("m1", DAY, date(2026, 11, 21)),), "核对授权书已于2026-11-21到期"),
    ],
)
def test_that_a_member_is_barred_without_an_authorisation_in_force(
    authorisations: tuple[Authorisation, ...], reason: str
) -> None:
    assert barred(declared(*authorisations), "m1", DAY) == reason


def test_that_an_obligor_is_barred_without_consent() -> None:
    assert barred(declared(), "o1", DAY) == ""
    assert barred(declared(), "o2", DAY) == "义务人没有同意核对"
    assert barred(declared(Authorisation("o2", EARLY)), "o2", DAY) == ""


def test_that_nobody_is_barred_where_authorisations_are_kept_elsewhere() -> None:
    elsewhere = Declaration("h1", EARLY, "330122100001", "H0001", "m1", ())

    assert barred(elsewhere, "m1", DAY) == ""
