from dataclasses import replace

import pytest

from caseworker_app.desktop.evidence.presenter import SheetPresenter, Tile
from caseworker_app.desktop.step.case import Case
from caseworker_app.model.codes import Stage
from caseworker_app.model.discrepancy import Discrepancy
from caseworker_app.model.evidence import Agreement, Origin, Withdrawal
from caseworker_app.model.visit import Attachment, Visit
from caseworker_app.rules.evidence import Slot, Wanted, slots
from caseworker_app.workflow import evidence
from tests.desktop.table import NOW, Memory

CAR = "CL01:r-car"
TAKEN = NOW.isoformat()


def photo(key: str, place: str = "", caption: str = "", **more: object) -> Attachment:
    made = Attachment(key, f"sha256:{key}", "photo", "image/jpeg", 1, caption, place, TAKEN)
    return replace(made, **more)  # type: ignore[arg-type]  # fields of the test's choice


@pytest.fixture
def case(memory: Memory) -> Case:
    return memory.case()


def sheet(case: Case, *attachments: Attachment) -> SheetPresenter:
    case.take(replace(case.visit, attachments=attachments))
    return SheetPresenter(case, evidence.wanted())


def tiles(presenter: SheetPresenter) -> dict[str, Tile]:
    return {tile.key: tile for group in presenter.view().groups for tile in group.tiles}


def test_that_what_is_missing_is_shown_in_its_place_and_chosen_first(case: Case) -> None:
    presenter = sheet(case)
    view = presenter.view()
    assert view.groups[0].title == "要拍的"
    first, *_ = view.groups[0].tiles
    assert (first.title, first.is_missing, first.chips[0].text) == ("住房外观", True, "必拍")
    assert view.chosen
    assert view.chosen.tile == first
    assert view.chosen.note == "拍到整栋房屋和门前"
    assert view.target == "住房外观"
    assert "还没有佐证；还缺" in view.summary


def test_that_a_photo_takes_the_place_of_what_was_missing(case: Case) -> None:
    presenter = sheet(case, photo("a1", "/living/structure", "老屋"))
    presenter.choose("+/living/structure")
    view = presenter.view()
    assert view.chosen
    assert view.chosen.tile.key == "a1"
    assert view.chosen.caption == "老屋"
    assert presenter.target == "/living/structure"


def test_that_what_is_asked_for_is_worked_out_once_until_something_changes(
    case: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    worked_out: list[Visit] = []

    def count(
        visit: Visit, wanted: tuple[Wanted, ...], differences: tuple[Discrepancy, ...]
    ) -> tuple[Slot, ...]:
        worked_out.append(visit)
        return slots(visit, wanted, differences)

    monkeypatch.setattr("caseworker_app.desktop.evidence.presenter.slots", count)
    presenter = sheet(case)
    presenter.view()
    assert len(presenter.places()) > 3
    presenter.aim("/living/kitchen")
    assert worked_out == [case.visit]

    case.put({"/living/leak": True})
    presenter.view()
    presenter.places()
    assert worked_out[1:] == [case.visit]


def test_that_the_proof_of_an_answer_is_asked_for_and_found(case: Case) -> None:
    presenter = sheet(case)
    assert f"+{CAR}" not in tiles(presenter)
    case.put({f"/explanations/#{CAR}/id": CAR, f"/explanations/#{CAR}/resolved": "sold_delivered"})
    assert tiles(presenter)[f"+{CAR}"].line == "浙A7K21Q"
    case.attached(photo("a1", CAR))
    assert tiles(presenter)["a1"].title == "未申报机动车"
    assert f"+{CAR}" not in tiles(presenter)


def test_that_each_kind_stands_in_its_group_once(case: Case) -> None:
    agreed = Agreement("王桂兰", TAKEN, spoken=True)
    out = Withdrawal("拍错", "陈敏", TAKEN)
    presenter = sheet(
        case,
        photo("a1", "", "合影"),
        photo("a2", CAR, role="audio", agreed=agreed),
        photo("a3", "member", "王桂兰", role="fingerprint"),
        photo("a4", "/living/kitchen", "糊了", withdrawn=out),
        photo("a5", role="visit-form"),
    )
    groups = {g.title: [t.key for t in g.tiles] for g in presenter.view().groups}
    assert groups["其他照片"] == ["a1"]
    assert groups["差异的佐证"] == ["a2"]
    assert groups["捺印"] == ["a3"]
    assert groups["已撤下"] == ["a4"]
    assert "a5" not in tiles(presenter)
    assert "照片 1 张，录音 1 段，捺印 1 枚" in presenter.view().summary
    presenter.choose("a2")
    chosen = presenter.view().chosen
    assert chosen
    assert any("王桂兰同意录音" in fact for fact in chosen.facts)
    assert any("不播放" in fact for fact in chosen.facts)
    presenter.choose("a4")
    chosen = presenter.view().chosen
    assert chosen
    assert "拍错" in chosen.note
    assert not chosen.may_change


@pytest.mark.parametrize(
    ("turned", "quarters", "after"), [(None, 1, 90), (270, 1, None), (None, -1, 270)]
)
def test_that_turning_goes_round_by_quarters(
    case: Case, memory: Memory, turned: int | None, quarters: int, after: int | None
) -> None:
    presenter = sheet(case, photo("a1", turned=turned))
    presenter.choose("a1")
    presenter.turn(quarters)
    assert memory.last == {"/attachments/#a1/turned": after}
    assert case.visit.attachments[0].turned == after


def test_that_a_photo_moves_from_one_difference_to_a_field(case: Case, memory: Memory) -> None:
    presenter = sheet(case, photo("a1", CAR))
    presenter.choose("a1")
    presenter.bind(CAR)
    assert case.explanation(CAR).evidence == ("a1",)
    presenter.bind("/living/kitchen")
    assert case.explanation(CAR).evidence == ()
    assert memory.everything["/attachments/#a1/bound_to"] == "/living/kitchen"


def test_that_signs_of_a_wrong_photo_are_shown(case: Case) -> None:
    used = Origin("sha256:o", 10, "folder", "HUAWEI", 30_251_000, 120_161_000, "示低保2019-0999")
    presenter = sheet(case, photo("a1", origin=used, taken="2024-05-01T09:00:00+08:00"))
    presenter.choose("a1")
    view = presenter.view()
    assert view.chosen
    assert [chip.text for chip in view.chosen.tile.chips] == ["别处用过", "不是当天拍的"]
    facts = "\n".join(view.chosen.doubts + view.chosen.facts)
    for words in ("另一户（示低保2019-0999）", "不是入户当天", "相机 HUAWEI", "北纬 30.25100°"):
        assert words in facts


def test_that_the_field_one_comes_from_is_aimed_at(case: Case) -> None:
    presenter = sheet(case, photo("a1", "/living/kitchen"))
    for place, key in (
        ("/living/kitchen", "a1"),
        ("/living/bedding", "+/living/bedding"),
        ("/members/#m2", "+/members/#m2/disability"),
        (CAR, f"+{CAR}"),
        ("/incomes", ""),
        ("", ""),
    ):
        presenter.aim(place)
        assert presenter.current == key


def test_that_nothing_is_asked_for_once_sealed(case: Case) -> None:
    presenter = sheet(case, photo("a1"))
    case.take(replace(case.visit, stage=Stage.SEALED))
    assert list(tiles(presenter)) == ["a1"]
    presenter.choose("a1")
    presenter.turn(1)
    assert case.visit.attachments[0].turned is None


def test_that_only_grown_members_may_agree_who_is_present_first(case: Case) -> None:
    presenter = sheet(case)
    assert presenter.people() == ("王桂兰", "李建国")
    case.put({"/present": "m2"})
    assert presenter.people() == ("李建国", "王桂兰")


def test_that_a_name_of_a_file_holds_only_what_a_disk_takes(case: Case) -> None:
    presenter = sheet(case, photo("a1", caption='门牌 3/12 "旧"'))
    presenter.choose("a1")
    assert presenter.file_name(".jpg") == "王桂兰-门牌_3_12__旧_-佐证.jpg"
