"""A determination names the articles of what was applied to the household, and no others."""

from dataclasses import replace
from datetime import date

import pytest

from caseworker_app.model.codes import Category, IncomeKind, RigidKind
from caseworker_app.model.economy import (
    Death,
    Dwelling,
    EconomicStatus,
    Income,
    JobDisregard,
    NonResidential,
    Property,
    RigidExpense,
    Vehicle,
)
from caseworker_app.model.values import Month
from caseworker_app.rules.determination import determine
from caseworker_app.rules.policy.pack import Pack
from tests.rules.homes import (
    ALONE,
    SEVERE,
    flat,
    home,
    obligor,
    pension,
    person,
    receiving,
    wage,
)

WORKER = person(status="employed")
OLD = person(age=70, no_able_obligor=True)
EATEN = RigidExpense(RigidKind.MEDICAL, 5_000_000)
ILL = person("p2", illness=True)
SPENT = (RigidExpense(RigidKind.MEDICAL, 100_000),)
MARGIN = home(person(), ILL, incomes=(pension("p1", 2800), pension("p2", 900)))
SHOP = NonResidential(resolved="expropriated")
EARNED = Income("i9", "p1", IncomeKind.BUSINESS, annual=7_000_000)

CITED: dict[str, tuple[EconomicStatus, str]] = {
    "always: members, income, property, cycle": (home(person()), "DBM-7 DBM-13 DBM-14 DBM-31"),
    "an obligor outside": (home(person(), support=(obligor(),)), "CC-1059"),
    "somebody who could earn": (home(person(status="idle")), "SAL-27"),
    "odd jobs": (home(person(status="unstable")), "SAL-27"),
    "somebody who need not": (
        home(person(), person("p2", status="idle", idle_exempt="pregnant")),
        "N22-1.1",
    ),
    "a first job": (home(WORKER, incomes=(wage("p1", 900, JobDisregard(90_000, 2)),)), "ZJR-50"),
    "the gap of a household": (home(person()), "DBM-23 IM-12 ZJR-12"),
    "a top-up": (home(person(illness=True)), "SAL-20"),
    "one rise among two wages": (
        home(WORKER, incomes=(wage("p1", 900, JobDisregard(90_000, 2)), wage("p1", 100))),
        "ZJR-50",
    ),
    "months paid after a death": (
        home(
            person(),
            person("p2"),
            death=Death("p2", date(2025, 4, 30), (Month(2025, 6),)),
            **receiving(2602),
        ),
        "CC-985 N22-1.3",
    ),
    "the gap after rigid expenditure": (
        home(WORKER, incomes=(wage("p1", 3000),), rigid=(EATEN,)),
        "DBM-23 ZJR-41",
    ),
    "the margin, tried before a rigid family": (
        home(
            person(),
            incomes=(replace(EARNED, annual=7_600_000),),
            rigid=(replace(EATEN, annual=4_580_000),),
        ),
        "RGM-4 SAL-21 ZJR-13",
    ),
    "refused work": (home(person(refused_jobs=3), person("p2")), "DBM-34 ZJR-36 IM-45"),
    "care": (home(person(age=70, no_able_obligor=True)), "TKM-21 TKM-22 REF-7"),
    "one listed singly in a family on the margin": (MARGIN, "SAL-21 DBM-8 N22-1.4"),
    "one who applies alone": (
        home(WORKER, SEVERE, incomes=(wage("p1", 20_000),), **ALONE),
        "N22-1.1 DBM-8",
    ),
    "the line of dibao, tried before the margin": (MARGIN, "SAL-18 IM-9"),
    "the margin, tried before rigid expenditure": (
        home(person(), incomes=(EARNED,), rigid=(RigidExpense(RigidKind.MEDICAL, 5_000_000),),
             property=Property(capital=20_000_000)),
        "SAL-21 SAL-22 RGM-4",
    ),
    "less than before: a hearing": (home(person(), **receiving(1400)), "SAL-48"),
    "a member dead": (home(person(), person("p2", excluded="dead")), "N22-1.3 DBM-32"),
    "a car explained away": (
        home(person(), property=Property(vehicles=(Vehicle("car", 1, "sold_delivered"),))),
        "CC-224 DBM-18",
    ),
    "a house explained away": (
        home(person(), property=Property(dwellings=(Dwelling(1, resolved="no_heir"),))),
        "CC-230 DBM-18",
    ),
    "a shop explained away": (
        home(person(), property=Property(nonresidential=(SHOP,))),
        "CC-229 DBM-18",
    ),
    "the end of tekun": (home(person(), **receiving(2255, Category.TEKUN)), "TKM-24 TKM-26 TKM-27"),
}  # fmt: skip

NOT_CITED: dict[str, tuple[EconomicStatus, str]] = {
    "no obligor, nobody able, no top-up, no refusal, no care": (
        home(person()),
        "CC-1059 SAL-27 N22-1.1 ZJR-50 SAL-20 DBM-34 TKM-21 SAL-21 DBM-8 RGM-4 SAL-48 N22-1.3",
    ),
    "nothing overpaid, explained or yearly by law, no tekun that ends": (
        home(person()),
        "CC-985 DBM-18 REF-7 TKM-24",
    ),
    "as much as before needs no hearing": (home(person(), **receiving(1301)), "SAL-48"),
    "more than before needs no hearing": (home(person(), **receiving(1300)), "SAL-48"),
    "a wage that is no first job": (home(WORKER, incomes=(wage("p1", 900),)), "ZJR-50"),
    "a margin where nobody is listed singly": (
        replace(MARGIN, persons=(person(), person("p2"))),
        "DBM-8",
    ),
    "dibao tried nothing beyond itself": (home(person(), rigid=SPENT), "SAL-21 RGM-4 ZJR-13"),
    "no rigid spending, no such category": (
        home(person(), incomes=(replace(EARNED, annual=9_000_000),)),
        "RGM-4",
    ),
    "a car nobody explained": (
        home(person(), property=Property(vehicles=(Vehicle("car", 1),))),
        "CC-224 DBM-18",
    ),
    "a house nobody explained": (
        home(person(), property=Property(dwellings=(Dwelling(1),))),
        "CC-209 DBM-18",
    ),
    "a shop nobody explained": (
        home(person(), property=Property(nonresidential=(NonResidential(),))),
        "CC-209 DBM-18",
    ),
    "tekun goes on with more": (home(OLD, **receiving(2254, Category.TEKUN)), "TKM-24"),
    "tekun goes on": (home(OLD, **receiving(2255, Category.TEKUN)), "TKM-24 SAL-48"),
    "tekun goes on with less": (home(OLD, **receiving(2256, Category.TEKUN)), "TKM-24"),
    "the margin pays no gap": (MARGIN, "DBM-23"),
}


@pytest.mark.parametrize("name", CITED)
def test_that_what_was_applied_is_cited(pack: Pack, name: str) -> None:
    status, articles = CITED[name]
    assert set(articles.split()) <= set(determine(status, pack).decided_by)


@pytest.mark.parametrize("name", NOT_CITED)
def test_that_what_was_not_applied_is_not_cited(pack: Pack, name: str) -> None:
    status, articles = NOT_CITED[name]
    assert set(articles.split()) & set(determine(status, pack).decided_by) == set()


def test_that_the_articles_of_the_category_come_first(pack: Pack) -> None:
    assert determine(home(person()), pack).decided_by[:2] == ("SAL-18", "IM-9")


STEPS: dict[str, tuple[EconomicStatus, str, str]] = {
    "a top-up": (home(person(illness=True)), "分类施保", "SAL-20 IM-12"),
    "what one could earn": (home(person(status="idle")), "推算收入", "DBM-13 SAL-27"),
    "one listed singly": (MARGIN, "p2 单列", "SAL-21 DBM-8 N22-1.4"),
    "the cycle of tekun": (home(OLD), "复核周期", "DBM-31 REF-7"),
}


@pytest.mark.parametrize("name", STEPS)
def test_that_each_step_of_the_explanation_names_its_own_articles(pack: Pack, name: str) -> None:
    status, label, articles = STEPS[name]
    reasons = flat(determine(status, pack).reason)
    assert " ".join(next(r.articles for r in reasons if label in r.label)) == articles
