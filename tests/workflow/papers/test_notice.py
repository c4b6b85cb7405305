from dataclasses import replace

import pypdfium2
import pytest

from caseworker_app.documents import form as forms
from caseworker_app.model.values import Json
from caseworker_app.rules.policy.pack import Pack
from caseworker_app.workflow.papers.case import Case
from caseworker_app.workflow.papers.known import known
from tests.documents.conftest import id_number
from tests.workflow.papers.cases import cases


@pytest.fixture
def plain(pack: Pack) -> Case:
    return cases(pack)["plain"]


def _listed(case: Case) -> Json:
    return known(forms.read("F13"), case)["households"]


def test_that_a_notice_lists_every_household_with_what_was_determined(plain: Case) -> None:
    home = plain.household
    child = replace(home.head, id_number=id_number(33, "20120921"))
    alone = replace(plain, household=replace(home, members=(child, *home.members[1:])))

    assert _listed(replace(plain, others=(alone, plain))) == [
        {"number": 1, "name": "沈䶮生", "people": 3, "monthly": 346400},
        {"number": 2, "name": "韩㛃", "people": 3, "monthly": 346400},
        {"number": 3, "name": "沈䶮生", "people": 3, "monthly": 346400},
    ]


def test_that_a_household_nobody_determined_is_not_listed(plain: Case) -> None:
    waiting = replace(plain, determination=None)

    assert _listed(replace(waiting, others=(plain,))) == [
        {"number": 1, "name": "沈䶮生", "people": 3, "monthly": 346400}
    ]


def _text(pdf: bytes) -> str:
    with pypdfium2.PdfDocument(pdf) as document:
        pages = [page.get_textpage().get_text_range() for page in document]
    return "".join("".join(pages).split())


def test_that_a_notice_tells_nothing_else_about_anybody(pack: Pack) -> None:
    case = cases(pack)["full"]
    form = forms.read("F13")
    written: dict[str, Json] = {"act": ["确认结果公布"], "supervision_phone": "0571-85120000"}
    filled = forms.Filled(
        form=form,
        entries=known(form, case, written) | written,
        region=case.household.region,
        place=case.household.village,
        day=case.day,
        household_number=case.household.number,
        number="330106-2026-F13-000001",
        digest="sha256:" + "0" * 64,
    )
    text = _text(forms.render(filled))
    home = case.household
    secrets = (
        home.number,
        home.phone,
        home.living_address,
        home.bank_tail,
        "残疾",
        *(member.id_number for member in home.members),
        *(member.name for member in home.members[1:]),
        *(person.name for person in home.obligors),
    )

    assert "沈䶮生" in text
    assert "0571-85120000" in text
    assert [secret for secret in secrets if secret in text] == []
