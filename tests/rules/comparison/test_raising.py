import pytest

from caseworker_app.model.declaration import Declaration
from caseworker_app.model.register import RegisterSlice
from caseworker_app.rules.comparison.facts import Draft, lay_out
from caseworker_app.rules.comparison.limits import limits
from caseworker_app.rules.comparison.raising import raise_all
from caseworker_app.rules.policy.pack import Pack
from tests.rules.comparison.conftest import DAY


def test_that_a_kind_outside_the_three_comparisons_is_not_raised_by_them(
    declaration: Declaration, pack: Pack
) -> None:
    facts = lay_out(declaration, RegisterSlice(), limits(pack), DAY)
    with pytest.raises(ValueError, match="SR01 is not a kind of the three comparisons"):
        raise_all([Draft("SR01", "陈大山", "", "")], facts)
