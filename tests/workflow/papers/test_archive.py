"""Every described form can be archived, upright and in large letters."""

import pytest

from caseworker_app.documents import form as forms
from caseworker_app.rules.policy.pack import Pack
from tests.documents.archive.pdfa import faults
from tests.workflow.papers.cases import cases
from tests.workflow.papers.test_forms import CODES, filled


@pytest.mark.parametrize("is_large", [False, True])
@pytest.mark.parametrize("code", CODES)
def test_that_a_paper_can_be_archived(pack: Pack, code: str, is_large: bool) -> None:  # noqa: FBT001  # parametrized
    paper = filled(code, cases(pack)["rare"], is_large=is_large)

    assert faults(forms.render(paper)) == []
