"""Every way a difference can turn out that the trade knows: what proves it true, what clears it."""

import pytest

from caseworker_app.rules.comparison.answers import answers
from caseworker_app.rules.comparison.catalogue import BESIDE, KINDS

SPECIFIC = {
    "HJ01": "dead alive",
    "HJ02": "moved_out lives_here renumbered",
    "HJ03": "lives_apart lives_together",
    "HJ04": "lives_together lives_elsewhere inside",
    "HJ05": "one_household real_division severe_alone",
    "HJ06": "status_changed register_late spouse_excluded",
    "HJ07": "spouse_added spouse_excluded divorced",
    "HJ08": "child_added raised_elsewhere",
    "HJ09": "corrected former_name other_person",
    "HJ10": "inside released at_home",
    "HJ11": "conscript student_member postgraduate",
    "HJ12": "declared_missing untraceable works_away",
    "HJ13": "double stopped listed_only",
    "HJ14": "kin no_kin",
    "CL01": "owned sold_delivered scrapped disability_vehicle ordinary_two_wheeler name_lent "
    "spouse_owned cloned_plate",
    "CL02": "sold_delivered sale_unproved scrapped",
    "CL03": "scrapped still_usable sold_delivered",
    "CL04": "name_lent transferred_back sold_delivered",
    "CL05": "disability_vehicle family_car",
    "CL06": "ordinary_two_wheeler high_value sold_delivered scrapped",
    "CL07": "livelihood_tool not_exempt sold_delivered",
    "CL08": "over_limit price_wrong",
    "CL09": "bought gift_or_insurance",
    "CL10": "evasion real_sale",
    "CL11": "still_owned cannot_dispose",
    "CL12": "cloned_plate wrong_row owned",
    "FC01": "owned historic_record inherited_share_not_usable divided_by_judgment spouse_owned "
    "other_owner",
    "FC02": "over_area within_area one_dwelling",
    "FC03": "inherited_share_not_usable inherited_share",
    "FC04": "inherited_share inherited_share_not_usable no_heir",
    "FC05": "still_registered proceeds_counted contract_cancelled",
    "FC06": "proceeds_kept spent_on_needs rebuying",
    "FC07": "nonresidential converted_sole_home tied_parking",
    "FC08": "compensated not_delivered transitional_rent",
    "FC09": "rent rent_free tenancy_ended",
    "FC10": "bought not_vested cancelled",
    "FC11": "historic_record owned",
    "FC12": "measured collapsed",
    "FC13": "divided_by_judgment agreement_only",
    "FC14": "still_owned only_home",
    "FC15": "refer_housing returned",
    "FC16": "registered_share nominal_proved",
    "SR01": "works_there self_paid left_job identity_misused",
    "SR02": "in_payment central_pension not_counted ended",
    "SR03": "earned left_job declared_otherwise identity_misused",
    "SR04": "fund_balance former_job cannot_withdraw",
    "SR05": "in_business dead_shop co_operative name_used identity_misused",
    "SR06": "own_money compensation crowd_funding rebuying funeral_money passing_through "
    "average_within spent",
    "SR07": "cash_value illness_insurance paid_by_child surrendered",
    "SR08": "unexplained shared_meter medical_device relative_pays",
    "SR09": "reassessed renewing federation_late",
    "SR10": "left_school admission_pending job_search still_enrolled",
    "SR11": "obligor_able agreed_amount refuses lost_means",
    "SR12": "exclusive chosen other_ended stackable",
    "SR13": "not_signed signed_now guardian_signed",
    "SR14": "refuses in_hospital visited_now",
    "SR15": "clue_true clue_untrue clue_partly",
}


@pytest.mark.parametrize("code", KINDS)
def test_that_a_difference_has_its_own_answers_then_those_of_all(code: str) -> None:
    assert [answer.code for answer in answers(code)] == [
        *SPECIFIC[code].split(),
        "registry_wrong",
        "unresolved",
    ]


def test_that_price_purchase_marks_number_and_tenancy_are_said_beside_an_item() -> None:
    """Explaining one of them never takes the car or the house out of the count."""
    assert set(BESIDE) == {"CL08", "CL09", "CL11", "FC02", "FC09", "FC14", "FC15"}
