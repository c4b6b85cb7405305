from dataclasses import replace
from datetime import date

import pytest

from caseworker_app.model.codes import (
    Category,
    DiscrepancyState,
    EmploymentStatus,
    Level,
    Register,
    VisitKind,
)
from caseworker_app.model.discrepancy import Discrepancy, Explanation
from caseworker_app.model.evidence import Withdrawal
from caseworker_app.model.finding import Finding, FoundPerson
from caseworker_app.model.household import Household, Member
from caseworker_app.model.values import Month
from caseworker_app.model.visit import (
    Attachment,
    CheckedMember,
    Investigator,
    LivingCondition,
    Point,
    Signature,
    Stroke,
    Visit,
)
from caseworker_app.rules.stages import Missing, missing_before_seal

INK = (Stroke("mouse", (Point(0, 0, 0, 0),)),)
ADULT = Member("m1", "王伯年", "330199195601010000", "02", EmploymentStatus.RETIRED)
CHILD = Member("m2", "王小年", "330199201501010000", "22", EmploymentStatus.STUDENT)


def signed(*roles: str) -> tuple[Signature, ...]:
    return tuple(Signature(role, role, INK, 100, 50, "2026-11-22T08:00:00Z", "d") for role in roles)


HOUSEHOLD = Household(
    id="h1",
    number="1",
    category=Category.DIBAO,
    monthly=1,
    since=Month(2024, 1),
    head_id="m1",
    region="330106001001",
    village="东村",
    registered_address="",
    living_address="",
    phone="",
    hukou_number="H1",
    members=(ADULT, CHILD),
)
READY = Visit(
    id="v1",
    household=HOUSEHOLD,
    kind=VisitKind.YEARLY,
    day=date(2026, 11, 22),
    investigators=(
        Investigator("c1", "李", "镇政府"),
        Investigator("c2", "赵", "东村", township=False),
    ),
    present="m1",
    members=(
        CheckedMember("m1", EmploymentStatus.RETIRED),
        CheckedMember("m2", EmploymentStatus.STUDENT),
    ),
    living=LivingCondition(impression="as_declared"),
    signatures=signed("member", "investigator1", "investigator2"),
)


def difference(level: Level) -> Discrepancy:
    return Discrepancy("CL01:c", "CL01", Register.VEHICLE, level, "浙A12345", "无", "小型轿车")


def codes(visit: Visit, *differences: Discrepancy) -> list[str]:
    return [missing.code for missing in missing_before_seal(visit, differences)]


def test_that_a_complete_visit_may_be_sealed() -> None:
    assert missing_before_seal(READY, ()) == ()


@pytest.mark.parametrize(
    ("visit", "code"),
    [
        (replace(READY, investigators=READY.investigators[:1]), "second_investigator"),
        (replace(READY, investigators=READY.investigators[:1] * 2), "second_investigator"),
        (replace(READY, investigators=(*READY.investigators[1:], Investigator("c3", "钱", "东村",
            township=False))), "township_investigator"),
        (replace(READY, investigators=(*READY.investigators, Investigator("m2", "王", "镇"))),
         "own_household"),
        (replace(READY, members=READY.members[:1]), "member_unchecked"),
        (replace(READY, living=LivingCondition()), "impression"),
        (replace(READY, living=LivingCondition(impression="better", note=" ")),
         "impression_argued"),
        (replace(READY, living=LivingCondition(impression="much_better")), "impression_argued"),
        (replace(READY, present=""), "present"),
        (replace(READY, present="m9"), "present"),
        (replace(READY, members=(CheckedMember("m1", EmploymentStatus.RETIRED, excluded="prison"),
            READY.members[1])), "present_not_counted"),
        (replace(READY, present="m2"), "minor_alone"),
        (replace(READY, signatures=signed("investigator1", "investigator2")), "member_signature"),
        (replace(READY, signatures=signed("investigator1", "investigator2", "witness2"),
            unsigned="称金额不对"), "witness_signature"),
        (replace(READY, signatures=signed("investigator1", "investigator2", "witness"),
            unsigned="称金额不对"), "witness2_signature"),
        (replace(READY, signatures=signed("member", "investigator2")), "investigator1_signature"),
        (replace(READY, signatures=signed("member", "investigator1")), "investigator2_signature"),
        (replace(READY, signatures=(*READY.signatures[:2],
            replace(READY.signatures[2], strokes=()))), "investigator2_signature"),
    ],
)  # fmt: skip
def test_that_what_is_missing_is_told(visit: Visit, code: str) -> None:
    (missing,) = missing_before_seal(visit, ())
    assert missing.code == code
    assert missing.text
    assert missing.place.startswith("/")


def test_that_a_better_impression_argued_in_words_is_enough() -> None:
    living = LivingCondition(impression="much_better", note="新购空调两台，称女儿所赠")
    assert codes(replace(READY, living=living)) == []


def test_that_withdrawn_evidence_carries_nothing() -> None:
    out = Withdrawal("拍错", "胡龙", "2026-11-22T08:00:00Z")
    gone = Attachment("a1", "sha256:0", "photo", "image/jpeg", 1, bound_to="HJ01:p1", withdrawn=out)
    visit = replace(concluded("effect", evidence=("a1",)), attachments=(gone,))
    assert "stale_alone" in codes(visit, OLD)


REFUSED = replace(
    READY,
    signatures=signed("investigator1", "investigator2", "witness", "witness2"),
    unsigned="拒绝签字，称对金额有异议",
)


def test_that_a_refusal_to_sign_is_written_down_before_two_witnesses() -> None:
    assert codes(REFUSED) == []


@pytest.mark.parametrize(
    ("name", "code"), [("witness", "witness_twice"), (" 王伯年", "witness_of_family")]
)
def test_that_witnesses_are_two_people_from_outside(name: str, code: str) -> None:
    *others, second = REFUSED.signatures
    assert codes(replace(REFUSED, signatures=(*others, replace(second, name=name)))) == [code]


def test_that_a_print_of_the_finger_stands_for_a_signature() -> None:
    pressed = Attachment("a1", "sha256:0", "fingerprint", "image/jpeg", 1, bound_to="member")
    visit = replace(READY, signatures=READY.signatures[1:], attachments=(pressed,))
    assert codes(visit) == []
    out = replace(pressed, withdrawn=Withdrawal("没按清", "胡龙", "2026"))
    assert codes(replace(visit, attachments=(out,))) == ["member_signature"]


def test_that_a_minor_signs_with_a_witness() -> None:
    roles = ("member", "investigator1", "investigator2", "witness")
    assert codes(replace(READY, present="m2", signatures=signed(*roles))) == []


@pytest.mark.parametrize(("born", "missing"), [("20081122", []), ("20081123", ["minor_alone"])])
def test_that_who_turns_eighteen_on_the_day_signs_alone(born: str, missing: list[str]) -> None:
    young = replace(ADULT, id_number=f"330199{born}0010")
    visit = replace(READY, household=replace(HOUSEHOLD, members=(young, CHILD)))
    assert codes(visit) == missing


def test_that_another_member_who_is_not_counted_hinders_nobody_from_signing() -> None:
    away = replace(READY.members[0], excluded="prison")
    roles = ("member", "investigator1", "investigator2", "witness")
    visit = replace(READY, present="m2", members=(away, READY.members[1]))
    assert codes(replace(visit, signatures=signed(*roles))) == []


@pytest.mark.parametrize(
    ("level", "state", "text", "is_open"),
    [
        (Level.RED, DiscrepancyState.OPEN, "已问", True),
        (Level.ORANGE, DiscrepancyState.OPEN, "已问", True),
        (Level.RED, DiscrepancyState.REFUTED, "", False),
        (Level.ORANGE, DiscrepancyState.UNRESOLVED, "", False),
        (Level.YELLOW, DiscrepancyState.OPEN, "", True),
        (Level.YELLOW, DiscrepancyState.OPEN, "户号变更所致", False),
        (Level.YELLOW, DiscrepancyState.EXPLAINED, "", False),
        (Level.BLUE, DiscrepancyState.OPEN, "", False),
    ],
)
def test_that_differences_close_by_their_level(
    level: Level,
    state: DiscrepancyState,
    text: str,
    is_open: bool,  # noqa: FBT001  # parameter
) -> None:
    visit = replace(READY, explanations=(Explanation("CL01:c", state, text=text),))
    assert codes(visit, difference(level)) == (["discrepancy_open"] if is_open else [])


def test_that_a_difference_nobody_touched_is_open_and_names_its_place() -> None:
    (missing,) = missing_before_seal(READY, (difference(Level.RED),))
    assert missing == Missing(
        "discrepancy_open",
        "红色差异“未申报机动车：浙A12345”尚未说明，请询问并填写结论",
        "DBM-18",
        "/explanations/#CL01:c/state",
    )


def test_that_two_differences_about_the_same_car_are_told_apart() -> None:
    unknown = difference(Level.RED)
    too_dear = replace(unknown, id="CL08:c", code="CL08")
    told = [missing.text for missing in missing_before_seal(READY, (unknown, too_dear))]
    assert told == [
        "红色差异“未申报机动车：浙A12345”尚未说明，请询问并填写结论",
        "红色差异“车辆价值超限：浙A12345”尚未说明，请询问并填写结论",
    ]


def test_that_all_is_told_at_once_on_an_empty_visit() -> None:
    empty = Visit("v", HOUSEHOLD, VisitKind.YEARLY, READY.day)
    assert len(codes(empty, difference(Level.RED))) == 10


@pytest.mark.parametrize("code", ["HJ01", "HJ10", "HJ12"])
def test_that_a_member_confirmed_away_for_good_is_no_longer_counted(code: str) -> None:
    found = Discrepancy(
        f"{code}:m2", code, Register.PERSON, Level.RED, "王小年", "在家", "", member_id="m2"
    )
    confirmed = Explanation(found.id, DiscrepancyState.CONFIRMED, "effect", text="已查实")
    still = replace(READY, explanations=(confirmed,))
    away = replace(READY.members[1], excluded="dead")

    (missing,) = missing_before_seal(still, (found,))
    assert missing.code == "member_still_counted"
    assert missing.place == "/members/#m2/excluded"
    assert codes(replace(still, members=(READY.members[0], away)), found) == []


def test_that_a_difference_without_effect_takes_nobody_out_of_the_count() -> None:
    found = Discrepancy(
        "HJ01:m2", "HJ01", Register.PERSON, Level.RED, "王小年", "在家", "", member_id="m2"
    )
    alive = Explanation(found.id, DiscrepancyState.REFUTED, "registry_wrong", text="本人见面")
    assert codes(replace(READY, explanations=(alive,)), found) == []


def concluded(conclusion: str, **more: object) -> Visit:
    explanation = Explanation("HJ01:p1", DiscrepancyState.CONFIRMED, conclusion, text="已核")
    explanation = replace(explanation, **more)  # type: ignore[arg-type]  # by name
    return replace(READY, explanations=(explanation,))


OLD = Discrepancy(
    "HJ01:p1", "HJ01", Register.PERSON, Level.RED, "王伯年", "在家", "死亡", "m2", stale=True
)


@pytest.mark.parametrize("conclusion", ["effect", "unresolved"])
def test_that_data_past_their_shelf_life_carry_no_withdrawal_alone(conclusion: str) -> None:
    visit = concluded(conclusion)
    (missing,) = (m for m in missing_before_seal(visit, (OLD,)) if m.code == "stale_alone")
    assert missing.place == "/explanations/#HJ01:p1/evidence"
    assert (missing.article, "王伯年" in missing.text) == ("DBM-17", True)


def test_that_evidence_beside_fresh_data_or_an_answer_for_the_household_carries_it() -> None:
    bound = Attachment("a1", "sha256:0", "photo", "image/jpeg", 1, bound_to="HJ01:p1")
    loose = replace(bound, bound_to="")
    shown = replace(concluded("effect", evidence=("a1",)), attachments=(loose,))
    for visit, item in (
        (shown, OLD),
        (replace(concluded("effect"), attachments=(bound,)), OLD),
        (concluded("registry_wrong"), OLD),
        (concluded("effect"), replace(OLD, stale=False)),
        (concluded("effect"), replace(OLD, level=Level.BLUE)),
        (READY, OLD),
    ):
        assert "stale_alone" not in codes(visit, item)


def test_that_who_a_confirmed_difference_takes_out_need_not_be_taken_out_by_hand() -> None:
    gone = Finding("HJ01:p1", "m2", person=FoundPerson(excluded="dead"))
    fresh = replace(OLD, stale=False)
    assert codes(concluded("effect"), fresh) == ["member_still_counted"]
    assert codes(replace(concluded("effect"), findings=(gone,)), fresh) == []


def test_that_who_a_confirmed_difference_takes_out_cannot_sign() -> None:
    gone = Finding("HJ01:p1", "m1", person=FoundPerson(excluded="dead"))
    visit = replace(concluded("effect"), findings=(gone,))
    assert "present_not_counted" in codes(visit)
    assert "present_not_counted" not in codes(replace(READY, findings=(gone,)))
