from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

from hypothesis import given, settings, strategies as st

from caseworker_app.model.codes import Category, RigidKind
from caseworker_app.model.economy import EconomicStatus, RigidExpense
from caseworker_app.model.household import Disability
from caseworker_app.rules.determination import determine
from caseworker_app.rules.figures import Rounding
from caseworker_app.rules.policy.pack import Pack
from caseworker_app.rules.policy.reading import with_override
from caseworker_app.rules.whatif import Change, Given, Tally, Totals
from tests.rules.any_home import HOMES
from tests.rules.homes import by_work, home, pension, person
from tests.rules.packs import PACK

BASE = PACK
RICHER = with_override(BASE, {"dibao": 1401})
NARROWER = replace(BASE, low_margin=replace(BASE.low_margin, multiple=Fraction(3, 2)), changes=())
NO_TOP_UP = replace(BASE, top_up=replace(BASE.top_up, applies_to=frozenset()), changes=())
KINDS = {"base": BASE, "richer": RICHER, "narrower": NARROWER, "no top-up": NO_TOP_UP}
NAMES = st.sampled_from(tuple(KINDS))
STOCKS = st.lists(HOMES, max_size=6)

NOTHING = Given(Category.NONE, 0)
UNPAID = Given(Category.LOW_MARGIN, 0)


def tried(before: Pack, after: Pack, stock: list[EconomicStatus]) -> tuple[Totals, list[Change]]:
    tally = Tally(before, after)
    changes = [tally.judge(f"H{n}", status) for n, status in enumerate(stock)]
    return tally.totals(), changes


@given(NAMES, STOCKS)
@settings(max_examples=50)
def test_that_a_pack_tried_against_itself_changes_nothing(
    name: str, stock: list[EconomicStatus]
) -> None:
    totals, changes = tried(KINDS[name], KINDS[name], stock)

    assert not any(change.differs for change in changes)
    assert totals.before == totals.after
    assert totals.difference == totals.differing == 0
    assert totals.same == totals.households == len(stock)


@given(NAMES, NAMES, STOCKS)
@settings(max_examples=80)
def test_that_exchanging_the_packs_turns_every_answer_round(
    one: str, other: str, stock: list[EconomicStatus]
) -> None:
    there, changes = tried(KINDS[one], KINDS[other], stock)
    back, reverse = tried(KINDS[other], KINDS[one], stock)

    assert [(c.before, c.after) for c in changes] == [(c.after, c.before) for c in reverse]
    assert (there.entered, there.left, there.turned) == (back.left, back.entered, back.turned)
    assert (there.raised, there.lowered, there.same) == (back.lowered, back.raised, back.same)
    assert there.difference == -back.difference


@given(NAMES, NAMES, STOCKS)
@settings(max_examples=80)
def test_that_the_totals_are_the_sums_over_the_households(
    one: str, other: str, stock: list[EconomicStatus]
) -> None:
    totals, changes = tried(KINDS[one], KINDS[other], stock)

    assert totals.households == len(stock)
    assert totals.difference == sum(change.difference for change in changes)
    assert totals.cost_after == sum(change.after.monthly for change in changes)
    for category in Category:
        amounts = [c.before.monthly for c in changes if c.before.category is category]
        share = totals.before[category]
        assert (share.households, share.monthly) == (len(amounts), sum(amounts))
        assert share.paid == sum(amount > 0 for amount in amounts)
    kinds = [(change.entered, change.left, change.turned) for change in changes]
    assert all(sum(kind) <= 1 for kind in kinds)
    assert (totals.entered, totals.left, totals.turned) == tuple(
        sum(kind[n] for kind in kinds) for n in range(3)
    )
    assert totals.differing == sum(change.differs for change in changes)


@given(NAMES, HOMES)
@settings(max_examples=80)
def test_that_a_household_gets_what_its_determination_says(
    name: str, status: EconomicStatus
) -> None:
    found = determine(status, KINDS[name], explain=False)
    change = Tally(KINDS[name], BASE).judge("H1", status)

    assert change.before.category is found.category
    if found.grace_until is None:
        assert change.before.monthly == found.monthly


def test_that_grace_hides_no_difference_between_the_packs() -> None:
    left_by_work = by_work(2_600)
    paid = determine(left_by_work, BASE)

    change = Tally(BASE, RICHER).judge("H1", left_by_work)

    assert (paid.grace_until is not None, paid.monthly) == (True, 80_000)
    assert change.before == UNPAID


def test_that_unpaid_low_margin_is_entered_with_the_same_amount() -> None:
    near = home(person(), incomes=(pension("p1", 2_000),))

    totals, [change] = tried(NARROWER, BASE, [near])

    assert (change.before, change.after) == (NOTHING, UNPAID)
    assert (change.entered, change.left, change.turned) == (True, False, False)
    assert (totals.entered, totals.same, totals.raised, totals.differing) == (1, 1, 0, 1)


def test_that_low_margin_paid_for_a_single_listed_member_stays_low_margin() -> None:
    severe = person(disability=Disability(4, 1))
    listed = home(severe, incomes=(pension("p1", 2_000),))

    totals, [change] = tried(BASE, NARROWER, [listed])

    assert change.before == Given(Category.LOW_MARGIN, 130_100)
    assert (totals.left, totals.lowered, change.difference) == (1, 1, -130_100)
    assert totals.before[Category.LOW_MARGIN].paid == 1


def test_that_another_category_may_come_with_less() -> None:
    """Rigid expenditure no longer counts once income alone is below a higher standard."""
    ill = home(
        person(),
        incomes=(pension("p1", 1_350),),
        rigid=(RigidExpense(RigidKind.MEDICAL, 1_000_000),),
    )

    totals, [change] = tried(BASE, RICHER, [ill])

    assert change.before.category is Category.EXPENDITURE_DIBAO
    assert change.after.category is Category.DIBAO
    assert (totals.turned, totals.lowered) == (1, 1)
    assert change.difference < 0


def test_that_a_single_fen_is_paid_and_is_a_difference() -> None:
    exact = replace(BASE, rounding=Rounding.HALF_UP_FEN, changes=())
    almost = replace(pension("p1", 0), monthly=130_099)
    near = home(person(), incomes=(almost,))

    totals, [change] = tried(exact, with_override(exact, {"dibao": Decimal("1301.01")}), [near])

    assert (change.before.monthly, change.after.monthly) == (1, 2)
    assert totals.before[Category.DIBAO].paid == 1
    assert (totals.raised, totals.lowered, totals.same) == (1, 0, 0)
