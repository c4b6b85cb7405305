from dataclasses import replace

import pytest

from caseworker_app.model.codes import EmploymentStatus
from caseworker_app.model.economy import Person
from caseworker_app.model.household import Disability
from caseworker_app.rules.membership import may_apply_alone
from tests.rules.packs import PACK

_SEVERE = Person("p1", "20", 30, EmploymentStatus.UNABLE, disability=Disability(4, 1))


@pytest.mark.parametrize("status", [*EmploymentStatus])
def test_that_only_who_has_no_work_may_apply_alone(status: EmploymentStatus) -> None:
    """N22-1.1 asks for 无业: odd jobs are work."""
    working = {EmploymentStatus.EMPLOYED, EmploymentStatus.UNSTABLE}
    assert may_apply_alone(replace(_SEVERE, status=status), PACK) is (status not in working)
