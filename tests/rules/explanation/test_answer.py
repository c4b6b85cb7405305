import csv
from dataclasses import replace
from datetime import date

import pytest

from caseworker_app.model.codes import (
    RigidKind,
)
from caseworker_app.model.economy import (
    Death,
    Dwelling,
    EconomicStatus,
    JobDisregard,
    NonResidential,
    Property,
    RigidExpense,
    Vehicle,
)
from caseworker_app.paths import resource
from caseworker_app.rules import law
from caseworker_app.rules.determination import determine
from caseworker_app.rules.policy.pack import Pack
from caseworker_app.rules.policy.reading import read_pack, with_override
from tests.rules.homes import (
    ALONE,
    DAY,
    SEVERE,
    by_work,
    flat,
    home,
    obligor,
    pension,
    person,
    receiving,
    wage,
)
from tests.rules.packs import NATIONAL


def codes() -> dict[str, str]:
    with resource("codes", "legal_basis.csv").open(encoding="utf-8-sig", newline="") as file:
        return {row["code"]: row["effective"] for row in csv.DictReader(file)}


SAMPLES = (
    home(person(), **receiving(1301)),
    home(person(), **receiving(1400)),
    home(person(status="idle"), person("p2", status="idle", idle_exempt="pregnant")),
    home(person(age=70, no_able_obligor=True), **receiving(900)),
    home(person(age=70, no_able_obligor=True), incomes=(pension("p1", 5000),)),
    home(person(), SEVERE, incomes=(pension("p1", 3000),)),
    home(person(status="employed"), SEVERE, incomes=(wage("p1", 20_000),), **ALONE),
    home(person(refused_jobs=3), support=(obligor(agreed=70_000), obligor(exempt="mood"))),
    home(excluded := person(excluded="clergy"), person("p2"), **receiving(900)),
    home(excluded, **receiving(900)),
    by_work(2000),
    by_work(9000, rigid=(RigidExpense(RigidKind.EDUCATION, 10_000),)),
    home(
        person(status="employed"),
        incomes=(wage("p1", 2000, JobDisregard(200_000, 3)), pension("p1", 900)),
        rigid=(RigidExpense(RigidKind.MEDICAL, 500_000),),
        death=Death("p9", DAY),
        property=Property(
            dwellings=(Dwelling(1000, resolved="no_heir"), Dwelling(1, resolved="divorce_court")),
            vehicles=(Vehicle("car", 1, "registry_wrong"), Vehicle("car", 1, "given_away")),
            nonresidential=(NonResidential(resolved="tied_parking"),),
        ),
    ),
)


@pytest.mark.parametrize("status", SAMPLES, ids=range(len(SAMPLES)))
def test_that_every_article_exists_and_the_explanation_goes_down_to_inputs(
    pack: Pack, status: EconomicStatus
) -> None:
    found = determine(status, pack)
    known = codes()
    reasons = flat(found.reason)
    cited = {code for reason in reasons for code in reason.articles}
    assert found.decided_by
    assert cited | set(found.decided_by) <= known.keys()
    assert len(found.decided_by) == len(set(found.decided_by))
    assert any(reason.source.startswith(("/members", "/incomes")) for reason in reasons) or (
        not status.persons
    )
    assert all(reason.label and reason.value for reason in reasons)


@pytest.mark.parametrize("status", SAMPLES, ids=range(len(SAMPLES)))
def test_that_leaving_out_the_explanation_changes_no_figure(
    pack: Pack, status: EconomicStatus
) -> None:
    full, quick = determine(status, pack), determine(status, pack, explain=False)
    assert quick.reason.parts == ()
    assert replace(full, reason=quick.reason, remarks=()) == quick


def test_that_the_explanation_tells_what_was_not_yet_law(pack: Pack) -> None:
    def said(day: date) -> str:
        reason = determine(replace(home(person()), as_of=day), pack).reason
        return next(r.value for r in flat(reason) if r.label == "SAL-18")

    assert "尚未施行" in said(DAY)
    assert said(date(2026, 7, 1)) == "现行"


def test_that_a_day_outside_the_pack_and_an_override_are_told(pack: Pack) -> None:
    early = replace(home(person()), as_of=date(2024, 1, 1))
    labels = {r.label: r for r in determine(early, pack).reason.parts}
    assert "不在规则包有效期内" in labels["规则包"].value
    changed = determine(home(person()), with_override(pack, {"dibao": 1400})).reason.parts
    assert "dibao=1400" in changed[-1].formula
    assert "规则包" not in {r.label for r in determine(home(person()), pack).reason.parts}


def test_that_another_province_does_not_cite_zhejiang(pack_text: str) -> None:
    pack = read_pack(pack_text.replace('"DBM", "ZJR"', '"DBM"'), "p", NATIONAL)
    for status in SAMPLES:
        assert not [c for c in determine(status, pack).decided_by if c.startswith("ZJR")]


def test_that_days_of_coming_into_force_are_those_of_the_list(pack: Pack) -> None:
    for code, effective in codes().items():
        since = law.force_day(code, pack)
        if since and effective[:2] == "20" and not code.startswith(("MON", "REF")):
            assert effective == since.isoformat(), code
    assert law.in_force("ESL-13", DAY, pack)
    assert not law.in_force("SAL-48", DAY, pack)


def test_that_explained_items_rest_on_the_right_article() -> None:
    assert law.vehicle_answer("sold_delivered")[0] == "CC-224"
    assert law.vehicle_answer("given_away")[0] == "CC-224"
    assert law.estate_answer("inherited_share_not_usable")[0] == "CC-230"
    assert law.estate_answer("divorce_court")[0] == "CC-229"
    assert law.estate_answer("unheard_of")[0] == "CC-209"
    assert law.vehicle_answer("registry_wrong") == law.EXPLAINED
    assert law.answer_words("scrapped").startswith("已报废")
    assert law.answer_words("exempt") == "按规定豁免"
