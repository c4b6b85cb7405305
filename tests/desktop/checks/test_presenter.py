from dataclasses import replace

import pytest

from caseworker_app.desktop.checks.presenter import ChecksPresenter, Part, part_of
from caseworker_app.desktop.widgets.grid.face import Entry
from caseworker_app.model.codes import DiscrepancyState, RigidKind
from tests.desktop.table import Memory, dossier, visit_of

CAR = "CL01:r-car"


@pytest.fixture
def checks(memory: Memory) -> ChecksPresenter:
    return ChecksPresenter(memory.case())


def test_that_the_parts_are_walked_in_order_to_both_ends(checks: ChecksPresenter) -> None:
    walked = [checks.part]
    while checks.go(1):
        walked.append(checks.part)
    assert walked == list(Part)
    assert not checks.go(1)
    assert all(checks.go(-1) for _ in walked[1:])
    assert not checks.go(-1)


def test_that_each_part_says_what_it_misses(checks: ChecksPresenter) -> None:
    assert {tab.part: tab.missing for tab in checks.tabs()}[Part.LIVING] == 1
    checks.living.choose("impression", "as_declared")
    assert sum(tab.missing for tab in checks.tabs()) == 0


@pytest.mark.parametrize(
    ("place", "part"),
    [
        ("/incomes/#i1/monthly", Part.INCOME),
        ("/support/#o1/income", Part.SUPPORT),
        ("/rigid/#medical/annual", Part.SPENDING),
        ("/expenses/#food/monthly", Part.SPENDING),
        ("/living/note", Part.LIVING),
        ("/property/money", Part.PROPERTY),
        ("/opinion", None),
    ],
)
def test_that_a_path_leads_to_its_part(place: str, part: Part | None) -> None:
    assert part_of(place) is part


def test_that_support_is_taken_while_typed(memory: Memory, checks: ChecksPresenter) -> None:
    (row,) = checks.support.view().rows
    assert (row.name, row.supports, row.consented, row.differs) == ("李秀梅", "王桂兰", True, False)
    checks.support.income("o1", 1500000)
    checks.support.agreed("o1", 50000)
    checks.support.number("o1", "size", 0)
    assert memory.saved == []
    checks.support.commit()
    assert memory.last == {
        "/support/#o1/income": 1500000,
        "/support/#o1/agreed": 50000,
        "/support/#o1/size": 1,
    }
    assert checks.support.view().rows[0].differs
    checks.support.as_declared("o1")
    assert not checks.support.view().rows[0].differs


def test_that_an_exempt_obligor_owes_nothing(checks: ChecksPresenter) -> None:
    case = checks.support._case
    checks.support.income("o1", 3000000)
    owing = case.live.determination.income_annual
    checks.support.exempt("o1", "imprisoned")
    assert case.live.determination.income_annual < owing


def test_that_spending_is_read_against_income(memory: Memory, checks: ChecksPresenter) -> None:
    checks.spending.enter((Entry("medical", "annual", 0),))
    assert checks.spending.view().reading == "尚未填写支出。"
    checks.spending.typing(Entry("food", "monthly", 10_000_00))
    view = checks.spending.view()
    assert view.spent == 10_000_00
    assert "过高" in view.reading
    checks.spending.enter(())
    assert memory.last["/expenses/#food/monthly"] == 10_000_00


def test_that_rigid_expenditure_stands_beside_what_was_declared(
    memory: Memory, checks: ChecksPresenter
) -> None:
    rows = {row.id: row for row in checks.spending.view().rigid}
    assert (rows[RigidKind.MEDICAL].declared, rows[RigidKind.MEDICAL].differs) == (860000, False)
    checks.spending.enter((Entry("medical", "annual", 500000), Entry("medical", "vouchers", 12)))
    rows = {row.id: row for row in checks.spending.view().rigid}
    assert (rows[RigidKind.MEDICAL].differs, rows[RigidKind.MEDICAL].vouchers) == (True, 12)
    checks.spending.as_declared(RigidKind.MEDICAL)
    assert memory.last["/rigid/#medical/annual"] == 860000


def test_that_a_better_impression_asks_for_words(checks: ChecksPresenter) -> None:
    checks.living.choose("impression", "better")
    assert "写明" in checks.living.view().note_hint
    checks.living.text("note", "新买大屏电视，来源不明")
    assert checks.living.view().note_hint == ""


def test_that_living_answers_are_saved_by_code(memory: Memory, checks: ChecksPresenter) -> None:
    checks.living.choose("kitchen", "shared_stove")
    checks.living.choose_all("appliances", ("tv", "fridge"))
    checks.living.leak(leaks=True)
    assert memory.everything == {
        "/living/kitchen": "shared_stove",
        "/living/appliances": ["tv", "fridge"],
        "/living/leak": True,
    }
    view = checks.living.view()
    chosen = {q.field: q.chosen for q in view.questions}
    assert chosen["appliances"] == ("tv", "fridge")
    assert view.leak
    assert view.answered == 2


def test_that_whether_a_thing_counts_follows_from_its_difference(
    memory: Memory, checks: ChecksPresenter
) -> None:
    (car,) = checks.property.view().vehicles
    assert (car.what, car.detail, car.reading) == ("浙A7K21Q", "小汽车", "有差异待核实，暂计入")
    assert car.discrepancy == CAR
    file = dossier()
    visit = visit_of(file)
    for conclusion, reading in (("no_effect", "依说明不计入"), ("effect", "依说明计入")):
        settled = tuple(
            replace(e, state=DiscrepancyState.CONFIRMED, conclusion=conclusion)
            for e in visit.explanations
        )
        case = memory.case(file, replace(visit, explanations=settled))
        assert ChecksPresenter(case).property.view().vehicles[0].reading == reading


def test_that_money_is_typed_and_can_return_to_declared(
    memory: Memory, checks: ChecksPresenter
) -> None:
    checks.property.money(99)
    checks.property.capital(None)
    checks.property.price(checks.property.view().vehicles[0].id, 1)
    checks.property.as_declared()
    assert memory.last["/property/money"] == 1850000
    assert memory.last["/property/capital"] == 0
    share = checks.property.view().dwellings[1]
    assert share.detail == "住房 42.1㎡，占 1/4"


def test_that_a_neighbour_is_heard_with_or_without_a_name(
    memory: Memory, checks: ChecksPresenter
) -> None:
    talk = checks.neighbours.add()
    checks.neighbours.text(talk, "said", "平时靠低保生活")
    checks.neighbours.commit()
    checks.neighbours.agrees(talk, "yes")
    assert memory.everything[f"/neighbours/#{talk}/agrees"] is True
    (row,) = checks.neighbours.view()
    assert (row.name, row.said, row.agrees) == ("", "平时靠低保生活", "yes")
    checks.neighbours.agrees(talk, "")
    assert checks.neighbours.view()[0].agrees == ""
    checks.neighbours.remove(talk)
    assert checks.neighbours.view() == ()
    assert memory.last[f"/neighbours/#{talk}/said"] is None
