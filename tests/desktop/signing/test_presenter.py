from dataclasses import replace

import pytest

from caseworker_app.desktop.signing.presenter import (
    FIRST,
    MEMBER,
    ROLES,
    SECOND,
    WITNESS,
    WITNESS2,
    SigningPresenter,
    summary,
)
from caseworker_app.desktop.step.case import Case
from caseworker_app.model.visit import Point, Signature, Stroke
from caseworker_app.rules.stages import Missing
from caseworker_app.workflow.seal import Sealed
from tests.desktop.table import CLEAN, Memory, dossier

INK = (Stroke("pen", tuple(Point(i * 100, i * 90, 500, i * 10) for i in range(12))),)


@pytest.fixture
def case() -> Case:
    case = Memory().case(dossier(CLEAN))
    case.put({"/present": "m1", "/members/#m1/met": True, "/living/impression": "as_declared"})
    return case


@pytest.fixture
def presenter(case: Case) -> SigningPresenter:
    return SigningPresenter(case)


def signature(role: str, name: str) -> Signature:
    return Signature(role, name, INK, 480, 180, "2026-11-22T02:40:00+00:00", "sha256:x")


def test_that_what_is_read_aloud_names_day_people_figures_and_proposal(case: Case) -> None:
    told = summary(case)
    assert told[0].startswith(
        "2026年11月22日，陈敏、罗志强到示范区小营巷12号2单元301室入户核查，王桂兰在场"
    )
    assert told[1] == "共同生活 3 人，见到王桂兰。"
    assert told[2] == "户籍、车辆、房产与部门登记一致。"
    assert "低保标准 1,301 元" in told[3]
    assert case.live.determination.action.zh in told[4]


def test_that_open_differences_are_read_aloud() -> None:
    case = Memory().case()
    assert "核实了 0 处，还有 3 处没有核实" in " ".join(summary(case))


def test_that_the_pads_belong_to_the_member_present_and_the_team(
    presenter: SigningPresenter,
) -> None:
    assert {role: presenter.name(role) for role in ROLES} == {
        MEMBER: "王桂兰",
        FIRST: "陈敏",
        SECOND: "罗志强",
        WITNESS: "",
        WITNESS2: "",
    }
    presenter.witness(WITNESS, " 赵主任 ")
    assert presenter.name(WITNESS) == "赵主任"


def test_that_a_pad_without_a_name_says_what_to_do_first() -> None:
    view = SigningPresenter(Memory().case()).view()
    assert view.signers[0].hint == "先在“家庭”里选今天谁在场"


def test_that_sealing_waits_for_everything_then_for_the_signatures(
    case: Case, presenter: SigningPresenter
) -> None:
    assert presenter.view().before == ()
    assert (presenter.view().can_seal, presenter.view().seal_hint) == (False, "还差 3 个签字")
    case.put({"/living/impression": ""})
    assert presenter.view().seal_hint == "还有 1 处要先补齐"
    assert presenter.view().before[0].where == "三核查"


def test_that_signatures_are_shown_with_their_time(case: Case, presenter: SigningPresenter) -> None:
    presenter.signed(signature(MEMBER, "王桂兰"))
    signer = presenter.view().signers[0]
    assert (signer.signed, len(signer.strokes), signer.width) == ("11月22日 10:40", 1, 480)
    presenter.unsigned(MEMBER)
    assert presenter.view().signers[0].strokes == ()


def test_that_a_signature_older_than_a_change_is_marked(
    case: Case, presenter: SigningPresenter
) -> None:
    presenter.signed(signature(MEMBER, "王桂兰"))
    stale = Missing("signature_stale", "请重新签字", "ESL-13", "/signatures/#member")
    case.live = replace(case.live, missing=(stale,))
    assert presenter.view().signers[0].stale
    assert not presenter.view().signers[1].stale


def test_that_when_nothing_is_missing_it_may_be_sealed(
    case: Case, presenter: SigningPresenter
) -> None:
    case.live = replace(case.live, missing=())
    assert presenter.view().can_seal
    presenter.sealed(Sealed("v1", "HC-1", "sha256:9f3c2a7be01d4455", "sha256:p", "op"))
    view = presenter.view()
    assert not view.is_open
    assert not view.can_seal
    assert view.paper
    assert (view.paper.number, view.paper.fingerprint) == ("HC-1", "9f3c2a7be01d")


def test_that_the_file_is_named_by_number_and_head(case: Case, presenter: SigningPresenter) -> None:
    case.sealed("HC-2026/0427")
    assert presenter.file_name() == "HC-2026_0427-王桂兰-入户核查表.pdf"


def test_that_a_refusal_in_words_asks_for_the_witness_instead(
    case: Case, presenter: SigningPresenter
) -> None:
    presenter.refuse("本人拒签，见证人赵某、钱某")
    presenter.commit()
    assert presenter.view().unsigned == "本人拒签，见证人赵某、钱某"
    missing = {m.place for m in case.live.missing}
    assert "/signatures/#witness" in missing
    assert "/signatures/#member" not in missing
    assert presenter.view().before == ()
