"""What each category and each act rests on, and which instruments are law where and when."""

from datetime import date

import pytest

from caseworker_app.model.codes import Action, Category
from caseworker_app.rules import law
from caseworker_app.rules.comparison import answers_estates, answers_vehicles
from caseworker_app.rules.policy.pack import Pack
from caseworker_app.rules.policy.reading import read_pack
from tests.rules.packs import NATIONAL

DAY_OF_FORCE = {
    "SAL": date(2026, 7, 1),
    "IM": date(2014, 5, 1),
    "DBM": date(2021, 7, 1),
    "TKM": date(2021, 7, 1),
    "RGM": date(2025, 1, 1),
    "N22": date(2022, 10, 20),
    "MON": date(2023, 10, 19),
    "REF": date(2020, 8, 25),
    "ZJR": date(2014, 11, 1),
    "CC": date(2021, 1, 1),
}

CATEGORIES = {
    "tekun": "SAL-16 TKM-4 TKM-5 TKM-6 IM-14",  # no labour, no means, no able obligor
    "dibao": "SAL-18 IM-9",  # income below the standard, property within its limits
    "expenditure_dibao": "ZJR-41 SAL-22",
    "single_listed": "N22-1.1 DBM-8",
    "low_margin": "SAL-21 ZJR-13 N22-1.4",
    "rigid_family": "SAL-22 RGM-4 RGM-5 RGM-10",
    "none": "",
}

CHANGED = "DBM-32 SAL-47 IM-13"  # circumstances changed: raise, lower, stop
STARTS = "DBM-21 ZJR-56"  # paid from the month after the decision
ACTS = {
    "CONT": "DBM-31 SAL-46",
    "INCR": CHANGED,
    "REDU": CHANGED,
    "STOP": f"{CHANGED} ZJR-51",
    "STOPD": "N22-1.3 DBM-32 SAL-47 IM-13",
    "PART": CHANGED,
    "CONV-LM": CHANGED,
    "CONV-TK": f"{CHANGED} TKM-27",
    "CONV-RG": CHANGED,
    "CONV-SL": CHANGED,
    "CONV-ED": CHANGED,
    "CONV-DB": CHANGED,
    "GRACE": "DBM-33 N22-1.3",
    "NEW": STARTS,
    "NEW-LM": STARTS,
    "NEW-SL": STARTS,
    "NEW-ED": STARTS,
    "NEW-RG": "RGM-8",
    "NEW-TK": "TKM-17",
    "REFUSE": "DBM-21 SAL-45",
}


@pytest.mark.parametrize("category", Category)
def test_that_a_category_rests_on_the_articles_that_make_it(category: Category) -> None:
    assert " ".join(law.CATEGORY[category]) == CATEGORIES[category]


@pytest.mark.parametrize("action", Action)
def test_that_an_act_rests_on_the_articles_that_allow_it(action: Action) -> None:
    assert " ".join(law.ACTION[action]) == ACTS[action]


@pytest.mark.parametrize("instrument", DAY_OF_FORCE)
def test_that_an_instrument_is_law_from_its_day_and_not_the_day_before(
    pack_text: str, instrument: str
) -> None:
    frame = 'legal_frame = ["SAL from 2026-07-01", "DBM", "ZJR"]'
    assert frame in pack_text
    pack = read_pack(
        pack_text.replace(frame, 'legal_frame = ["DBM", "ZJR from 2014-11-01"]'), "p", NATIONAL
    )
    day = DAY_OF_FORCE[instrument]
    assert law.in_force(f"{instrument}-1", day, pack)
    assert not law.in_force(f"{instrument}-1", day.replace(year=day.year - 1), pack)
    assert law.force_day(f"{instrument}-1", pack) == day


def test_that_a_place_may_name_another_day_of_coming_into_force(pack_text: str) -> None:
    text = pack_text.replace("SAL from 2026-07-01", "SAL from 2026-09-01")
    assert law.force_day("SAL-18", read_pack(text, "p", NATIONAL)) == date(2026, 9, 1)


def test_that_a_regulation_of_one_province_is_cited_in_that_province_alone(
    pack: Pack, pack_text: str
) -> None:
    codes = ("SAL-18", "ZJR-41", "SHR-1", "CQR-1", "SAL-18")
    assert law.applicable(codes, pack) == ("SAL-18", "ZJR-41")
    shanghai = read_pack(pack_text.replace('"DBM", "ZJR"]', '"DBM", "SHR"]'), "p", NATIONAL)
    assert law.applicable(codes, shanghai) == ("SAL-18", "SHR-1")


@pytest.mark.parametrize(
    ("answer", "articles"),
    [
        ("registry_wrong", ()),  # nothing to rest on but the explanation itself
        ("inherited_by_others", ("CC-230",)),
        ("other_heir", ("CC-230",)),
        ("divorced", ("CC-229",)),
        ("by_judgment", ("CC-229",)),
        ("expropriated", ("CC-229",)),
        ("small_share", ("CC-298",)),
        ("measured_wrong", ("CC-209",)),
    ],
)
def test_that_a_house_explained_otherwise_rests_on_what_stands_in_place_of_registration(
    answer: str, articles: tuple[str, ...]
) -> None:
    assert law.estate_answer(answer) == (*articles, "DBM-18", "DBM-14")


def test_that_a_vehicle_passes_on_delivery() -> None:
    assert law.vehicle_answer("given_away") == ("CC-224", "DBM-18", "DBM-14")
    assert law.vehicle_answer("scrapped") == ("DBM-14", "DBM-18")


def test_that_an_answer_by_which_an_item_does_not_count_has_its_words() -> None:
    assert law.answer_words("sold_delivered").startswith("已出售")
    assert law.answer_words("no_heir").startswith("成员不是继承人")
    assert [law.answer_words(c) for c in ("registry_wrong", "no_effect", "odd")] == [
        "登记有误",
        "不影响认定",
        "odd",
    ]


def test_that_an_answer_cites_each_article_once() -> None:
    for answers in (answers_vehicles.ANSWERS, answers_estates.ANSWERS):
        for known in (answer for group in answers.values() for answer in group):
            for cited in (law.vehicle_answer(known.code), law.estate_answer(known.code)):
                assert len(set(cited)) == len(cited)
