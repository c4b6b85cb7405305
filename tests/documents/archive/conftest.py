from collections.abc import Callable

import pytest

from caseworker_app.documents.visit_form import VisitForm
from tests.documents.visit_form.conftest import full_form


@pytest.fixture(scope="session")
def full(plain: VisitForm, jpeg: Callable[[int], bytes]) -> VisitForm:
    """Return a household with everything a form can hold."""
    return full_form(plain, jpeg)
