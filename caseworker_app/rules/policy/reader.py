"""A rule pack's text as typed values; reads every table, then tells all faults together."""

from collections.abc import Mapping
from datetime import date
from fractions import Fraction

from caseworker_app.model.codes import Category, Residence
from caseworker_app.model.values import Fen
from caseworker_app.rules.figures import Rounding
from caseworker_app.rules.policy.national_reader import (
    CATEGORIES,
    disability_categories,
    national,
    time_limits,
)
from caseworker_app.rules.policy.pack import (
    Band,
    Below,
    HalfYearly,
    IncomeRules,
    JobDisregardRule,
    LowMargin,
    Pack,
    PropertyRules,
    RecoveryRules,
    RigidRules,
    SingleBenefit,
    SingleForm,
    SingleListedRules,
    Standards,
    SupportBase,
    SupportRules,
    TopUpRules,
)
from caseworker_app.rules.policy.register_reader import registers
from caseworker_app.rules.policy.table import Table

_TESTS = {test.value: test for test in Below}

_LOW_MARGIN_TESTS = {
    "strictly_below_multiple": (Below.STRICTLY, None),
    "at_most_multiple": (Below.AT_MOST, None),
    "strictly_below_multiple_and_at_most_min_wage": (Below.STRICTLY, Below.AT_MOST),
    "strictly_below_multiple_and_min_wage": (Below.STRICTLY, Below.STRICTLY),
    "at_most_multiple_and_min_wage": (Below.AT_MOST, Below.AT_MOST),
}

TOP_UPS = ("minor", "severe_disabled", "seriously_ill")
"""Names of top-up groups; besides them ``elder_N``, N the age from which it is paid."""

_RESIDENCES = {"none": None, **{residence.value: residence for residence in Residence}}

_EVERY_AGE = ((0, Fraction(1)),)

_OF_MINIMUM_WAGE: Mapping[str, int | None] = {"min_wage": None, "none": 0}
_DISPOSABLE: Mapping[str, int | None] = {"prev_year_disposable_per_capita": None}
_PROPERTY = {c.value: c for c in (Category.DIBAO, Category.LOW_MARGIN)}


def pack(root: Table) -> Pack:
    """Return the pack; faults are noted in the table's ``Faults``."""
    head, comparison = root.table("pack"), root.table("comparison")
    income, property_table = root.table("income"), root.table("property")
    benefit = root.table("benefit", optional=True)
    rounding = income.table("round")
    rounding.choice("per_capita", {"half_up_2": None})
    standards = _standards(root.table("standards"))
    nation, named = national(root), frame(head)
    read = Pack(
        id=head.text("id"),
        name=head.text("name_zh"),
        region=head.text("region_code"),
        effective_from=head.day("effective_from"),
        effective_to=head.day("effective_to"),
        residence_unless_said=head.choice("residence_unless_said", _RESIDENCES, "none"),
        frame=named,
        instruments=frozenset(named) | frozenset(nation.instruments),
        standards=standards,
        dibao_test=comparison.choice("dibao", _TESTS),
        low_margin=_low_margin(root.table("low_margin"), comparison),
        rounding=rounding.choice("benefit", {r.value: r for r in Rounding}),
        min_gap_rate=benefit.rate("min_gap_rate", Fraction(0)),
        bands=_bands(benefit),
        income=_income(income),
        support=_support(root.table("support")),
        property=_properties(property_table, standards),
        unrecognised_answers=frozenset(property_table.codes("unrecognised_answers", ())),
        single_listed=_single_listed(root.table("single_listed")),
        top_up=_top_up(root.table("top_up")),
        expenditure=_rigid(root.table("expenditure_dibao"), asks_ratio=False),
        rigid_family=_rigid(root.table("rigid_family"), asks_ratio=True),
        half_yearly=_recheck(root.table("recheck")),
        recovery=_recovery(root.table("recovery")),
        national=nation,
        time_limits=time_limits(root),
        registers=registers(root.table("registers")),
    )
    for table in (head, comparison, income, benefit, rounding, property_table):
        table.end()
    root.end()
    return read


def frame(head: Table) -> Mapping[str, date | None]:
    """Read ``SAL from 2026-07-01`` and ``DBM`` as instrument → day in force."""
    entries: dict[str, date | None] = {}
    for entry in head.codes("legal_frame"):
        instrument, _, day = entry.partition(" from ")
        try:
            entries[instrument] = date.fromisoformat(day) if day else None
        except ValueError:
            head.fault("legal_frame", "文书简称，或“简称 from 日期”，如 SAL from 2026-07-01")
    return entries


def rates(table: Table) -> dict[str, Fraction]:
    """Return top-up group → rate of the standard."""
    return {key: table.rate(key) for key in _groups(table)}


def amounts(table: Table) -> dict[str, Fen]:
    """Return top-up group → fixed amount a month."""
    return {key: table.money(key) for key in _groups(table)}


def elder_age(group: str) -> int:
    """Return the age from which an ``elder_N`` group is paid; 0 for another group."""
    name, _, age = group.partition("_")
    return int(age) if name == "elder" and age.isdecimal() else 0


def _groups(table: Table) -> tuple[str, ...]:
    for key in table.every_key():
        if key not in TOP_UPS and not elder_age(key):
            table.fault(key, f"{'、'.join(TOP_UPS)} 或 elder_年龄")
    return table.every_key()


def _standards(table: Table) -> Standards:
    care = table.table("tekun_care")
    read = Standards(
        dibao=table.money("dibao"),
        tekun_basic=table.money("tekun_basic"),
        tekun_care={need: care.money(need) for need in ("able", "partial", "full")},
        min_wage=table.money("min_wage"),
        disposable_per_capita=table.money("prev_year_disposable_per_capita"),
        housing_area_per_capita=table.area("prev_year_housing_area_per_capita"),
        central_pension=table.money("central_basic_pension"),
    )
    care.end()
    table.end()
    return read


def _low_margin(table: Table, comparison: Table) -> LowMargin:
    test, cap_test = comparison.choice("low_margin_upper", _LOW_MARGIN_TESTS)
    capped = table.choice("cap", {"min_wage": True, "none": False}, "none")
    if table.has("cap") and not capped and cap_test:
        table.fault("cap", "min_wage，因为 comparison.low_margin_upper 以最低工资封顶")
    read = LowMargin(
        multiple=table.number("multiple"),
        test=test,
        capped=capped or cap_test is not None,
        cap_test=cap_test or Below.AT_MOST,
    )
    table.end()
    return read


def _income(table: Table) -> IncomeRules:
    floor = table.table("employment_cost_disabled_floor")
    disregard = table.table("job_income_disregard")
    table.choice("grace_pays", {"previous_amount": None})
    read = IncomeRules(
        averaging_months=table.count("averaging_months", 1),
        cost_rate=table.rate("employment_cost_rate"),
        disabled_floor_rate=floor.rate("rate_of_min_wage"),
        unstable_imputed=table.money_or("unstable_work_imputed_at", _OF_MINIMUM_WAGE),
        unstable_disabled_floor=table.flag("unstable_work_disabled_floor", default=False),
        idle_imputed=table.money_or("idle_able_bodied_imputed_at", _OF_MINIMUM_WAGE),
        idle_by_age=table.share_steps("idle_imputed_share_by_age", _EVERY_AGE),
        idle_exempt=frozenset(table.codes("idle_exempt")),
        max_carers=table.count("max_carers_per_household"),
        disregard=JobDisregardRule(
            disregard.count("months"), disregard.number("monthly_cap_multiple_of_dibao")
        ),
        grace_months=table.count("grace_months"),
        excluded_types=frozenset(table.codes("excluded_types")),
        exclude_central_pension=table.flag("exclude_central_pension", default=True),
        exclude_central_pension_until=table.day_or_none("exclude_central_pension_until"),
    )
    floor.end()
    disregard.end()
    return read


def _support(table: Table) -> SupportRules:
    read = SupportRules(
        threshold_multiple=table.number("threshold_multiple_of_dibao"),
        base=table.choice("base", {base.value: base for base in SupportBase}),
        ratios=table.share_steps("ratio_by_number_of_children", ()),
        divided=table.choice("divide_by", {"supported_persons": True, "none": False}),
        agreed_if_higher=table.flag("agreed_or_judged_amount_if_higher"),
        exempt=frozenset(table.codes("obligor_exempt")),
        relatives_of_severe_exempt=table.flag("sibling_or_60plus_support_of_severe_adult_exempt"),
    )
    table.end()
    return read


def _properties(table: Table, standards: Standards) -> Mapping[Category, PropertyRules]:
    dibao = _property(table.table("dibao"), standards, None)
    return {
        Category.DIBAO: dibao,
        Category.LOW_MARGIN: _property(
            table.table("low_margin"), standards, tuple(dibao.vehicle_exempt)
        ),
    }


def _property(table: Table, standards: Standards, exempt: tuple[str, ...] | None) -> PropertyRules:
    inclusive = table.has("subscribed_capital_max_inclusive")
    capital = (
        "subscribed_capital_max_inclusive" if inclusive else "subscribed_capital_max_exclusive"
    )
    read = PropertyRules(
        money_years=table.number("money_per_capita_below_years_of_standard"),
        vehicles_allowed=table.count("vehicles_allowed"),
        vehicle_exempt=frozenset(table.codes("vehicle_exempt", exempt)),
        vehicle_price_below=table.money_or("vehicle_original_price_below", {"none": None}, "none"),
        dwellings_max=table.count("dwellings_max"),
        second_area=_second_area(table, standards),
        nonresidential_converted=table.choice(
            "non_residential", {"none_unless_converted_sole_home": True, "none": False}
        ),
        capital_max=table.money(capital),
        capital_test=Below.AT_MOST if inclusive else Below.STRICTLY,
    )
    table.end()
    return read


def _second_area(table: Table, standards: Standards) -> int | None:
    key = "second_dwelling_if_area_per_capita_at_most"
    if table.is_number(key):
        return table.area(key)
    names = {"prev_year_housing_area_per_capita": standards.housing_area_per_capita, "none": None}
    return table.choice(key, names, "none")


def _single_listed(table: Table) -> SingleListedRules:
    table.choice("requires_household", {Category.LOW_MARGIN.value: Category.LOW_MARGIN})
    severe = table.table("severe_disability")
    extra = severe.table("extra", optional=True)
    known = disability_categories(extra)
    read = SingleListedRules(
        severe_levels=severe.levels("levels"),
        severe_extra={CATEGORIES[name]: extra.levels(name) for name in known},
        severe=_single_benefit(table, "benefit_disability"),
        illness=_single_benefit(table, "benefit_illness"),
        alone=table.flag("adult_jobless_severe_may_apply_outside_low_margin"),
    )
    for part in (table, severe):
        part.end()
    return read


def _single_benefit(table: Table, key: str) -> SingleBenefit:
    """Read a form by its name, or a table with its form and figures."""
    forms = {form.value: form for form in SingleForm}
    if table.is_text(key):
        return SingleBenefit(table.choice(key, forms), Fraction(0), 0)
    inner = table.table(key)
    form = inner.choice("mode", forms)
    read = SingleBenefit(
        form,
        inner.rate("floor_ratio", Fraction(0)),
        inner.money("amount") if form is SingleForm.FLAT else 0,
    )
    inner.end()
    return read


def _bands(table: Table) -> tuple[Band, ...]:
    """Read graded amounts; empty where the actual gap is paid (DBM-23)."""
    graded = table.choice("form", {"gap": False, "bands": True}, "gap")
    bands = []
    for row in table.tables("bands"):
        bands.append(Band(row.rate("income_below_share_of_standard"), row.money("monthly")))
        row.end()
    if graded and not bands:
        table.fault("bands", "至少一档，如 [{ income_below_share_of_standard = 1, monthly = 300 }]")
    if bands and not graded:
        table.fault("form", "bands，因为列出了档次")
    return tuple(bands)


def _top_up(table: Table) -> TopUpRules:
    categories = {category.value: category for category in Category}
    applies = table.codes("applies_to")
    if set(applies) - set(categories):
        table.fault("applies_to", f"救助类别：{'、'.join(categories)}")
    read = TopUpRules(
        rates=rates(table.table("rate_of_standard", optional=table.has("amount"))),
        amounts=amounts(table.table("amount", optional=True)),
        highest_only=table.choice("one_per_person", {"highest": True, "sum": False}),
        applies_to=frozenset(categories[name] for name in applies if name in categories),
    )
    table.end()
    return read


def _rigid(table: Table, *, asks_ratio: bool) -> RigidRules:
    read = RigidRules(
        income_cap=table.money_or("income_cap", _DISPOSABLE),
        cap_test=table.choice("income_test", _TESTS, Below.STRICTLY.value),
        ratio=table.rate("ratio_at_least") if asks_ratio else Fraction(0),
        months=table.count("months", 1),
        property=table.choice("property", _PROPERTY),
    )
    table.end()
    return read


def _recheck(table: Table) -> HalfYearly:
    for name in ("yearly", "half_yearly"):
        inner = table.table(name)
        inner.text("class", "")
        inner.text("zh", "")
        inner.end()
    read = table.choice("reading", {r.value: r for r in HalfYearly}, HalfYearly.ANY_ABLE.value)
    table.end()
    return read


def _recovery(table: Table) -> RecoveryRules:
    read = RecoveryRules(table.count("max_months", 1), table.money("min_instalment"))
    table.end()
    return read
