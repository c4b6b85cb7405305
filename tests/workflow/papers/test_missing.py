"""Papers asked for once, and papers promised: what must not be asked, what cannot wait."""

import pytest

from caseworker_app.documents import form as forms
from caseworker_app.errors import UserError
from caseworker_app.model.values import Json
from caseworker_app.rules.policy.pack import Pack
from caseworker_app.workflow.papers.case import Case
from caseworker_app.workflow.papers.known import known
from tests.workflow.papers.cases import cases
from tests.workflow.papers.letters import read

F09, F14 = forms.read("F09"), forms.read("F14")


@pytest.fixture(scope="module")
def plain(pack: Pack) -> Case:
    return cases(pack)["plain"]


def _asking(*papers: str) -> dict[str, Json]:
    return {"missing_papers": [{"paper": paper} for paper in papers]}


def test_that_a_notice_tells_what_the_office_gets_itself(plain: Case) -> None:
    text = read("F09", plain, _asking("在校证明"))

    assert "不动产登记（不动产登记机构）" in text
    assert "1在校证明" in text
    assert "关于最低生活保障的申请" in text


@pytest.mark.parametrize("paper", ["不动产登记证明", "社会保险缴费证明", "户籍信息"])
def test_that_nobody_is_asked_for_what_can_be_queried(plain: Case, paper: str) -> None:
    proposed = known(F09, plain)
    with pytest.raises(UserError, match=f"“{paper}”可以由核对机制获取，不得要求申请人提交"):
        known(F09, plain, proposed | _asking("在校证明", paper))


def test_that_what_the_office_cannot_query_after_all_may_be_asked_for(plain: Case) -> None:
    written = _asking("社会保险缴费证明") | {"obtainable": "户籍信息（公安机关）"}
    assert known(F09, plain, written)["missing_papers"]


@pytest.mark.parametrize("paper", ["居民身份证", "身份证明", "核对授权书", "低保申请书"])
def test_that_identity_application_and_authorisation_cannot_wait(plain: Case, paper: str) -> None:
    with pytest.raises(UserError, match=f"“{paper}”不得容缺"):
        known(F14, plain, {"promised_papers": [{"paper": paper}]})


def test_that_other_papers_are_promised_with_their_days(plain: Case) -> None:
    rows: list[Json] = [{"paper": "残疾人证", "why": "换证中", "by": "2026-12-20"}]
    text = read("F14", plain, {"promised_papers": rows})

    assert "1残疾人证换证中2026年12月20日" in text
    assert "社会救助法》第七十三条" in text
