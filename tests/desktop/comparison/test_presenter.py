from dataclasses import replace
from datetime import date

import pytest

from caseworker_app.desktop.comparison.presenter import ComparisonPresenter, Row
from caseworker_app.desktop.faces import Shape
from caseworker_app.desktop.step.proof import take_in
from caseworker_app.model.codes import DiscrepancyState, Register
from caseworker_app.model.source import Source
from caseworker_app.model.visit import Attachment
from caseworker_app.workflow.evidence import Added
from tests.desktop.table import CLEAN, DIFFERING, Memory, dossier

CAR = "CL01:r-car"


@pytest.fixture
def presenter(memory: Memory) -> ComparisonPresenter:
    return ComparisonPresenter(memory.case())


def rows(presenter: ComparisonPresenter) -> list[Row]:
    return [row for group in presenter.view().groups for row in group.rows]


def car(presenter: ComparisonPresenter) -> Row:
    return next(row for row in rows(presenter) if row.id == CAR)


def test_that_differences_are_grouped_by_register_with_both_sides(
    presenter: ComparisonPresenter,
) -> None:
    groups = presenter.view().groups
    assert [group.register for group in groups] == list(Register)
    (row,) = groups[1].rows
    assert row.name == "未申报机动车"
    assert row.declared == "未申报"
    assert "浙A7K21Q" in row.subject + row.registered
    assert row.source == "公安交管 2026-10-31，22 天前，2027-01-31 到期"
    assert (row.level.text, row.level.shape) == ("红", Shape.TRIANGLE)


def test_that_what_agrees_is_said_with_its_source(memory: Memory) -> None:
    view = ComparisonPresenter(memory.case(dossier(CLEAN))).view()
    person, vehicle, estate, others = (group.agreed for group in view.groups)
    (alike,) = person
    assert alike.startswith("王桂兰、李建国、李小宝：户籍登记与申报一致")
    assert alike.endswith("（公安户籍 2026-10-31，22 天前，2027-01-31 到期）")
    assert vehicle == ("申报无机动车，登记也无机动车",)
    assert estate[0].startswith("示范区小营巷12号2单元301室 58.6㎡：不动产登记与申报一致")
    assert others == ()
    assert view.summary == "三项比对没有差异"
    assert view.detail is None


def test_that_missing_register_data_is_never_called_agreement(memory: Memory) -> None:
    records = replace(CLEAN, persons=CLEAN.persons[:2])
    view = ComparisonPresenter(memory.case(dossier(records))).view()
    assert any("李小宝：本次没有收到户籍数据" in line for line in view.groups[0].agreed)


def test_that_the_rest_of_a_register_with_a_difference_still_agrees(
    presenter: ComparisonPresenter,
) -> None:
    person, vehicle, estate, _ = presenter.view().groups
    assert person.agreed[0].startswith("王桂兰、李小宝：")
    assert vehicle.agreed == ()
    assert "小营巷12号" in estate.agreed[0]


def test_that_stale_data_are_marked(memory: Memory) -> None:
    file = dossier()
    stale = tuple(replace(d, stale=True) for d in file.discrepancies)
    assert car(ComparisonPresenter(memory.case(replace(file, discrepancies=stale)))).stale


def test_that_a_value_whose_use_has_ended_says_so(memory: Memory) -> None:
    old = Source("公安交管", date(2026, 8, 1), "B2", date(2026, 11, 21))
    records = replace(DIFFERING, vehicles=(replace(DIFFERING.vehicles[0], source=old),))
    row = car(ComparisonPresenter(memory.case(dossier(records))))
    assert row.source == "公安交管 2026-08-01，113 天前，已于 2026-11-21 过期"
    assert row.stale


def test_that_an_answer_of_the_law_closes_a_difference(
    memory: Memory, presenter: ComparisonPresenter
) -> None:
    presenter.choose(CAR)
    presenter.answer("sold_delivered")
    assert memory.last == {
        f"/explanations/#{CAR}/id": CAR,
        f"/explanations/#{CAR}/state": DiscrepancyState.REFUTED,
        f"/explanations/#{CAR}/conclusion": "no_effect",
        f"/explanations/#{CAR}/resolved": "sold_delivered",
        f"/explanations/#{CAR}/by": "陈敏",
        f"/explanations/#{CAR}/at": "2026-11-22T02:32:00+00:00",
    }
    assert car(presenter).closed
    detail = presenter.view().detail
    assert detail
    assert [a.code for a in detail.answers if a.chosen] == ["sold_delivered"]
    assert detail.written == "陈敏 · 11月22日 10:32"


def test_that_an_answer_shows_article_papers_and_effect(presenter: ComparisonPresenter) -> None:
    presenter.choose(CAR)
    detail = presenter.view().detail
    assert detail
    sold = next(a for a in detail.answers if a.code == "sold_delivered")
    assert sold.article == "《民法典》第二百二十四条"
    assert sold.effect == "不计入"
    assert "买卖协议" in sold.evidence
    assert detail.answers[-1].effect.startswith("暂")
    assert "行驶证" in detail.ask


def test_that_each_answer_says_beforehand_what_it_makes_of_the_determination(
    presenter: ComparisonPresenter,
) -> None:
    presenter.choose(CAR)
    detail = presenter.view().detail
    assert detail is not None
    told = {answer.code: answer.outlook for answer in detail.answers}
    for code, outlook in told.items():
        presenter.answer(code)
        after = presenter.view().detail
        assert after is not None
        same = after.proposal == detail.proposal
        assert outlook == ("选此项，建议不变" if same else f"选此项，建议变为：{after.proposal}")
        assert [a.outlook for a in after.answers if a.chosen] == [""]
        presenter.reopen()
    assert len({*told.values()}) > 1


def test_that_the_sold_car_leaves_the_determination(presenter: ComparisonPresenter) -> None:
    case = presenter._case
    before = case.live.status.property.vehicles[0].resolved
    presenter.choose(CAR)
    presenter.answer("sold_delivered")
    assert (before, case.live.status.property.vehicles[0].resolved) == ("", "sold_delivered")


def test_that_an_explanation_alone_makes_it_explained_and_an_empty_one_open_again(
    presenter: ComparisonPresenter,
) -> None:
    presenter.choose(CAR)
    presenter.explain("车已卖给邻居")
    assert car(presenter).state.text == "已说明"
    presenter.explain("")
    assert car(presenter).state.text == "待说明"


def test_that_words_do_not_undo_an_answer(presenter: ComparisonPresenter) -> None:
    presenter.choose(CAR)
    presenter.answer("sold_delivered")
    presenter.explain("补充：有转账记录")
    presenter.observe("门口没有车")
    assert car(presenter).state.text == "已排除"
    assert car(presenter).found == "门口没有车"


def test_that_an_answer_can_be_taken_back(presenter: ComparisonPresenter) -> None:
    presenter.choose(CAR)
    presenter.answer("registry_wrong")
    assert car(presenter).state.text == "已排除"
    presenter.reopen()
    assert car(presenter).state.text == "待说明"
    detail = presenter.view().detail
    assert detail
    assert not any(a.chosen for a in detail.answers)


def test_that_typed_words_are_saved_when_left(
    memory: Memory, presenter: ComparisonPresenter
) -> None:
    presenter.choose(CAR)
    presenter.observe("停在楼下")
    assert memory.saved == []
    presenter.commit()
    assert memory.last[f"/explanations/#{CAR}/observed"] == "停在楼下"


def test_that_a_photo_belongs_to_the_difference_it_was_taken_for(
    memory: Memory, presenter: ComparisonPresenter
) -> None:
    presenter.choose(CAR)
    bound, caption = presenter.evidence_for()
    assert caption.startswith("未申报机动车")
    presenter.step(1)
    photo = Attachment("a1", "sha256:a", "photo", "image/png", 9, caption, bound)
    take_in(presenter.case, Added(photo), bound)
    assert memory.last[f"/explanations/#{CAR}/evidence"] == ["a1"]
    presenter.choose(CAR)
    detail = presenter.view().detail
    assert detail
    assert [photo.sha for photo in detail.photos] == ["sha256:a"]
    presenter.remove_evidence("a1")
    assert memory.last == {
        f"/explanations/#{CAR}/evidence": [],
        "/attachments/#a1/bound_to": "",
    }
    assert presenter.case.visit.attachments == (replace(photo, bound_to=""),)


def test_that_stepping_stays_within_the_differences(presenter: ComparisonPresenter) -> None:
    order = [row.id for row in rows(presenter)]
    assert presenter.current == order[0]
    presenter.step(-1)
    assert presenter.current == order[0]
    presenter.step(1)
    assert presenter.current == order[1]
    presenter.step(9)
    assert presenter.current == order[-1]


def test_that_going_on_skips_what_is_closed_and_ends_where_nothing_is_open(
    presenter: ComparisonPresenter,
) -> None:
    order = [row.id for row in rows(presenter)]
    presenter.choose(order[1])
    presenter.answer("registry_wrong")
    presenter.choose(order[0])
    presenter.next_open()
    assert presenter.current == order[2]
    for discrepancy_id in order:
        presenter.choose(discrepancy_id)
        presenter.answer("unresolved")
    assert not presenter.has_other_open()
    presenter.next_open()
    assert presenter.current == order[-1]
    assert presenter.view().summary == f"{len(order)} 处差异，都已核实"


def test_that_a_household_without_records_has_nothing_to_step_through(memory: Memory) -> None:
    presenter = ComparisonPresenter(memory.case(dossier(CLEAN)))
    presenter.step(1)
    presenter.next_open()
    assert presenter.current == ""
    assert not presenter.has_other_open()


def test_that_every_kind_of_difference_here_offers_answers(presenter: ComparisonPresenter) -> None:
    assert len(DIFFERING.estates) == 2
    for row in rows(presenter):
        presenter.choose(row.id)
        detail = presenter.view().detail
        assert detail
        assert len(detail.answers) >= 3
