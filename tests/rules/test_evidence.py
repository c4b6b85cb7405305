from dataclasses import replace
from datetime import date

import pytest

from caseworker_app.codes import table
from caseworker_app.model.codes import (
    Category,
    DiscrepancyState,
    EmploymentStatus,
    IncomeKind,
    Level,
    Register,
    RigidKind,
    VisitKind,
)
from caseworker_app.model.discrepancy import Discrepancy, Explanation
from caseworker_app.model.economy import Income
from caseworker_app.model.evidence import Withdrawal
from caseworker_app.model.household import Disability, Household, Member
from caseworker_app.model.values import Month
from caseworker_app.model.visit import (
    Attachment,
    CheckedMember,
    CheckedProperty,
    CheckedRigid,
    CheckedVehicle,
    LivingCondition,
    Visit,
)
from caseworker_app.rules.evidence import Slot, Wanted, slots

LIST = tuple(
    Wanted(r["code"], r["name_zh"], r["place"], r["asked_when"], r["need"] == "required")
    for r in table("evidence")
)
CAR = Discrepancy("CL01:c", "CL01", Register.VEHICLE, Level.RED, "浙A12345", "无", "小型轿车")
HOUSEHOLD = Household(
    id="h1",
    number="1",
    category=Category.DIBAO,
    monthly=1,
    since=Month(2024, 1),
    head_id="m1",
    region="330106001001",
    village="东村",
    registered_address="东村1号",
    living_address="东村1号",
    phone="",
    hukou_number="",
    members=(
        Member("m1", "王伯年", "33010619500101001X", "02", EmploymentStatus.RETIRED),
        Member("m2", "王小", "330106201001010019", "20", EmploymentStatus.STUDENT),
    ),
)
VISIT = Visit(
    "v1",
    HOUSEHOLD,
    VisitKind.YEARLY,
    date(2026, 11, 22),
    members=(
        CheckedMember("m1", EmploymentStatus.RETIRED),
        CheckedMember("m2", EmploymentStatus.UNSTABLE),
    ),
)


def asked(visit: Visit, *differences: Discrepancy) -> dict[str, Slot]:
    return {slot.place: slot for slot in slots(visit, LIST, differences)}


def photo(bound_to: str, key: str = "a1") -> Attachment:
    return Attachment(key, "sha256:0", "photo", "image/jpeg", 1, bound_to=bound_to)


def test_that_every_visit_asks_for_house_room_and_kitchen() -> None:
    found = asked(VISIT)
    required = [slot.zh for slot in found.values() if slot.required]
    assert required == ["住房外观", "客厅", "厨房"]
    assert all(slot.missing for slot in found.values())


@pytest.mark.parametrize(
    ("visit", "place", "about"),
    [
        (replace(VISIT, living=LivingCondition(leak=True)), "/living/leak", ""),
        (replace(VISIT, living=LivingCondition(high_price_item="钢琴")),
         "/living/high_price_item", ""),
        (replace(VISIT, living=LivingCondition(vehicle_seen="浙A")), "/living/vehicle_seen", ""),
        (replace(VISIT, living=LivingCondition(impression="better")), "/living/note", ""),
        (replace(VISIT, members=(replace(VISIT.members[0], disability=Disability(4, 2)),)),
         "/members/#m1/disability", "王伯年"),
        (replace(VISIT, members=(replace(VISIT.members[0], illness="尿毒症"),)),
         "/members/#m1/illness", "王伯年"),
        (replace(VISIT, members=(replace(VISIT.members[1], study="compulsory"),)),
         "/members/#m2/study", "王小"),
        (replace(VISIT, incomes=(Income("i1", "m2", IncomeKind.WAGE, "保洁", monthly=1),)),
         "/incomes/#i1", "王小 保洁"),
        (replace(VISIT, rigid=(CheckedRigid(RigidKind.MEDICAL, 5),)), "/rigid/#medical",
         "医疗自付"),
        (replace(VISIT, property=CheckedProperty(vehicles=(CheckedVehicle("k", "浙A1", "car"),))),
         "/property/vehicles/#k", "浙A1"),
    ],
)  # fmt: skip
def test_that_an_answer_asks_for_its_proof(visit: Visit, place: str, about: str) -> None:
    assert place not in asked(VISIT)
    assert asked(visit)[place].about == about


def test_that_nobody_who_is_not_counted_is_asked_for_papers() -> None:
    gone = replace(VISIT.members[0], disability=Disability(4, 2), excluded="dead")
    assert "/members/#m1/disability" not in asked(replace(VISIT, members=(gone,)))


def test_that_a_photo_fills_its_place_and_a_withdrawn_one_does_not() -> None:
    filled = replace(VISIT, attachments=(photo("/living/kitchen"),))
    assert asked(filled)["/living/kitchen"].held == ("a1",)
    out = replace(photo("/living/kitchen"), withdrawn=Withdrawal("拍错", "胡龙", "2026"))
    assert asked(replace(VISIT, attachments=(out,)))["/living/kitchen"].missing


def test_that_a_place_is_not_filled_by_one_whose_name_begins_alike() -> None:
    visit = replace(
        VISIT,
        incomes=tuple(Income(i, "m2", IncomeKind.WAGE, monthly=1) for i in ("i1", "i10")),
        attachments=(photo("/incomes/#i10"),),
    )
    assert asked(visit)["/incomes/#i1"].missing
    assert not asked(visit)["/incomes/#i10"].missing


def test_that_an_answer_to_a_difference_asks_for_the_proof_it_needs() -> None:
    assert CAR.id not in asked(VISIT, CAR)
    told = Explanation(CAR.id, DiscrepancyState.REFUTED, resolved="sold_delivered")
    answered = replace(VISIT, explanations=(told,))
    slot = asked(answered, CAR)[CAR.id]
    assert slot.missing
    assert slot.about == CAR.subject
    assert slot.zh
    assert not slot.required
    assert asked(answered, replace(CAR, stale=True))[CAR.id].required


def test_that_a_photo_leaned_on_by_the_explanation_is_its_proof() -> None:
    told = Explanation(
        CAR.id, DiscrepancyState.REFUTED, resolved="sold_delivered", evidence=("a1",)
    )
    visit = replace(VISIT, explanations=(told,), attachments=(photo("/living/kitchen"),))
    assert asked(visit, CAR)[CAR.id].held == ("a1",)


def test_that_what_is_fetched_after_the_visit_is_not_asked_for_now() -> None:
    told = Explanation(CAR.id, DiscrepancyState.UNRESOLVED, resolved="unresolved")
    assert CAR.id not in asked(replace(VISIT, explanations=(told,)), CAR)


def test_that_the_list_speaks_of_articles_there_are() -> None:
    known = {row["code"] for row in table("legal_basis")}
    assert {row["article"] for row in table("evidence")} <= known


def test_that_nothing_earned_or_spent_asks_for_no_proof() -> None:
    visit = replace(
        VISIT,
        incomes=(Income("i1", "m2", IncomeKind.WAGE, "保洁"),),
        rigid=(CheckedRigid(RigidKind.MEDICAL, 0),),
    )

    assert not {"/incomes/#i1", "/rigid/#medical"} & asked(visit).keys()
